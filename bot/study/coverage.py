"""Which key points a written answer covers, by its words: a suggestion, ticked before one looks.

Words are compared by stem, with everyday abbreviations, given synonyms and small typing errors.
Nothing is understood: "it does not lock" covers a point about locking. So a point needs half of
its words at least, close together, and a person can take every tick away.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.questions.stems import stem, words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

HALF: Final = 0.5
"""The share of its words, by weight, that a point needs."""

_CLOSE: Final = 18
"""Words of an answer among which those of one point are looked for."""
_LEAST: Final = 2
"""Words that a point needs at least, if it has so many."""
_LONG: Final = 5
_TYPED: Final = 0.8
_ABBREVIATED: Final = {
    "app": "application",
    "apps": "application",
    "arg": "argument",
    "args": "argument",
    "auth": "authentication",
    "builtin": "built-in",
    "cfg": "configuration",
    "config": "configuration",
    "conn": "connection",
    "db": "database",
    "dbs": "database",
    "dict": "dictionary",
    "dir": "directory",
    "docs": "documentation",
    "e2e": "end-to-end",
    "env": "environment",
    "exc": "exception",
    "fk": "foreign-key",
    "fn": "function",
    "fns": "function",
    "func": "function",
    "funcs": "function",
    "info": "information",
    "int": "integer",
    "k8s": "kubernetes",
    "lib": "library",
    "libs": "library",
    "max": "maximum",
    "mem": "memory",
    "min": "minimum",
    "msg": "message",
    "msgs": "message",
    "obj": "object",
    "objs": "object",
    "param": "parameter",
    "params": "parameter",
    "perf": "performance",
    "pkg": "package",
    "pr": "pull-request",
    "prod": "production",
    "prs": "pull-request",
    "pw": "password",
    "ref": "reference",
    "refs": "reference",
    "repo": "repository",
    "req": "request",
    "reqs": "request",
    "sec": "second",
    "str": "string",
    "thru": "through",
    "var": "variable",
    "vars": "variable",
}
_EMPTY: Final = frozenset(
    stem(word)
    for word in words(
        "a an the of in on at to for from with without by as into over under about than then and "
        "or but nor so if else when while where how what which who whose why is are was were be "
        "been being am do does did done has have had having can could may might must shall should "
        "will would it its this that these those there here i you he she we they me my your his "
        "her our their them one ones each every any some all both either other another such only "
        "just also too very more most much many few less least no not never yet still even own "
        "same because since until before after again once per via use used using get gets make "
        "makes made take takes keep keeps let lets like s t re"
    )
)


def said(
    answer: str, points: Sequence[str], synonyms: Mapping[str, str] | None = None
) -> frozenset[int]:
    """Find the points that an answer has at least half of the words of, by their place from 0.

    ``synonyms`` maps plain words to the one that stands for all of their kind.
    """
    same = _ABBREVIATED | dict(synonyms or {})
    heard = _stems(answer, same)
    wanted = [frozenset(_stems(point, same)) for point in points]
    shared = Counter(word for point in wanted for word in point)
    return frozenset(
        i for i, point in enumerate(wanted) if point and _covered(heard, point, shared)
    )


def _stems(text: str, same: Mapping[str, str]) -> list[str]:
    """Reduce a text to the stems that say something, in order."""
    plain = (stem(part) for word in words(text) for part in words(same.get(word, word)))
    return [word for word in plain if word not in _EMPTY]


def _covered(heard: Sequence[str], point: Collection[str], shared: Mapping[str, int]) -> bool:
    """Tell whether some stretch of an answer has half of a point.

    A word of several points tells less of each.
    """
    weights = {word: 1 / shared[word] for word in point}
    enough = HALF * sum(weights.values())
    for start in range(max(1, len(heard) - _CLOSE + 1)):
        near = set(heard[start : start + _CLOSE])
        found = [word for word in point if _is_among(word, near)]
        if len(found) >= min(_LEAST, len(point)) and sum(weights[w] for w in found) >= enough:
            return True
    return False


def _is_among(word: str, near: Collection[str]) -> bool:
    if word in near:
        return True
    return len(word) >= _LONG and any(
        len(other) >= _LONG and OSA.normalized_similarity(word, other) >= _TYPED for other in near
    )
