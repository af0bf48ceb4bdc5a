"""The likeliest parameters of FSRS for a learner: by their grades, and by what is usual.

The parameters of highest posterior probability are found by Fisher scoring, damped after
Levenberg and Marquardt. Each is counted in standard deviations from the default, so that few
reviews move it little. ``benchmarks/fitting.py`` shows what comes of it.
"""

from __future__ import annotations

from math import exp, sqrt
from operator import mul
from typing import TYPE_CHECKING, Final, TypeAlias

from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from bot.study.memory import DEFAULTS

if TYPE_CHECKING:
    from bot.study.history import History
    from bot.study.memory import Parameters

Place: TypeAlias = list[float]
"""Where parameters lie, in standard deviations from the defaults."""

BOUNDS: Final = tuple(zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True))
"""Between what each parameter lies."""

_SPREAD: Final = (
    *(0.5, 0.5, 0.5, 0.5, 0.28, 0.14, 0.3, 0.06, 0.2, 0.09, 0.17),
    *(0.15, 0.045, 0.08, 0.28, 0.12, 0.5, 0.15, 0.16, 0.07, 0.14),
)
"""Standard deviations of the parameters among learners.

They are half of those that the optimizer of ``fsrs-rs`` was given: fitted parameters, of which
those were measured, lie further apart than true ones. The first four, stabilities after a first
grade, differ by factors: theirs are of the logarithms.
"""

_STABILITIES: Final = 4
_ROUNDS: Final = 30
_SETTLED: Final = 0.01
"""Gain in log posterior below which parameters are as good as found."""

_NUDGE: Final = 1e-4
_MOST: Final = 10.0
"""Logarithm of a factor that leads beyond all bounds."""

_FIRMEST: Final = 1e6
"""Damping with which a step leads nowhere."""


def likeliest(history: History) -> Parameters:
    """Find the parameters that are likeliest for a history."""
    place = [0.0] * len(DEFAULTS)
    cost = _cost(history, place)
    damping = 0.01
    for _ in range(_ROUNDS):
        information, slope = _terrain(history, place)
        while damping < _FIRMEST:
            step = _solved(_damped(information, damping), slope)
            there = [x - by for x, by in zip(place, step, strict=True)]
            cost_there = _cost(history, there)
            if cost_there < cost:
                break
            damping *= 10
        else:
            break
        gain, place, cost, damping = cost - cost_there, there, cost_there, damping / 10
        if gain < _SETTLED:
            break
    return parameters_at(place)


def parameters_at(place: Place) -> Parameters:
    """Tell the parameters at a place, kept within what FSRS allows."""
    free = [
        usual * exp(min(x * spread, _MOST)) if each < _STABILITIES else usual + x * spread
        for each, (usual, spread, x) in enumerate(zip(DEFAULTS, _SPREAD, place, strict=True))
    ]
    return tuple(min(max(w, low), high) for w, (low, high) in zip(free, BOUNDS, strict=True))


def _cost(history: History, place: Place) -> float:
    """Tell how unlikely a place is: the negative logarithm of its posterior probability."""
    return history.replay(parameters_at(place)).surprise + sum(x * x for x in place) / 2


def _terrain(history: History, place: Place) -> tuple[list[list[float]], list[float]]:
    """Measure the Fisher information and the slope of the cost at a place."""
    here = history.replay(parameters_at(place))
    doubts = [sqrt(chance * (1 - chance)) for chance in here.chances]
    pairs = zip(here.chances, here.recalled, doubts, strict=True)
    errors = [(chance - recalled) / doubt for chance, recalled, doubt in pairs]
    slopes: list[list[float]] = []
    for each in range(len(place)):
        nudged = [x + _NUDGE * (n == each) for n, x in enumerate(place)]
        there = history.replay(parameters_at(nudged)).chances
        triples = zip(there, here.chances, doubts, strict=True)
        slopes.append([(moved - chance) / _NUDGE / doubt for moved, chance, doubt in triples])
    information = [[sum(map(mul, a, b)) for b in slopes] for a in slopes]
    for each in range(len(place)):
        information[each][each] += 1  # of the prior
    return information, [sum(map(mul, a, errors)) + x for a, x in zip(slopes, place, strict=True)]


def _damped(information: list[list[float]], damping: float) -> list[list[float]]:
    return [
        [value * (1 + damping) if i == j else value for j, value in enumerate(row)]
        for i, row in enumerate(information)
    ]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a positive definite system by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i, pivot in enumerate(rows):
        for j in range(size):
            if j != i and (factor := rows[j][i] / pivot[i]):
                rows[j] = [x - factor * y for x, y in zip(rows[j], pivot, strict=True)]
    return [row[size] / row[i] for i, row in enumerate(rows)]
