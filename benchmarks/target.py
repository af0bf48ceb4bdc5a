"""How much a learner recalls on the day of the interview, under several ways of choosing.

The world is FSRS-6 itself: of the first answers 40 % are Again, 20 % Hard and 40 % Good, whatever
the question; later ones are recalled with the chance that FSRS predicts. So a model judges itself:
the table compares ways of choosing, and promises nobody a figure. Run
``python -m benchmarks.target [--quick]``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from math import exp, log
from random import Random
from statistics import mean

from bot.questions.model import QuestionId
from bot.study.memory import DEFAULTS, Grade, Memory, Parameters
from bot.study.target import Capacity, Preparation, Target, forecast, plan
from bot.study.target.forgetting import Strength, after, first, recall
from bot.study.target.prices import worth_at
from bot.study.target.worth import Assumptions, Grid, Worth

TODAY = date(2026, 11, 21)
UNSEEN = Assumptions().unseen
FIRST = {Grade.AGAIN: 0.4, Grade.HARD: 0.2, Grade.GOOD: 0.4}
SEEDS = 10


@dataclass(frozen=True, slots=True)
class Setting:
    """So many questions, days before the interview, and questions a day."""

    questions: int
    days: int
    a_day: int

    def __str__(self) -> str:
        return f"{self.questions}, {self.days}, {self.a_day}"


@dataclass(frozen=True, slots=True)
class Learner:
    """How somebody really forgets, how they grade what they recall, and which days they miss."""

    parameters: Parameters = DEFAULTS
    passes: tuple[tuple[Grade, float], ...] = ((Grade.GOOD, 1.0),)
    missed: float = 0.0


LEARNERS = {
    "forgets faster": Learner((*(0.6 * each for each in DEFAULTS[:4]), *DEFAULTS[4:20], 0.25)),
    "forgets more slowly": Learner((*(1.6 * each for each in DEFAULTS[:4]), *DEFAULTS[4:])),
    "learns less from a review": Learner((*DEFAULTS[:8], DEFAULTS[8] - 0.7, *DEFAULTS[9:])),
    "says Hard and Easy too": Learner(
        passes=((Grade.HARD, 0.3), (Grade.GOOD, 0.55), (Grade.EASY, 0.15))
    ),
    "misses 15 % of the days": Learner(missed=0.15),
    "misses 30 % of the days": Learner(missed=0.3),
}

PRICES = {
    Setting(60, 14, 10): (0.1701, 0.1257, 0.1086, 0.0905, 0.0768, 0.0746, 0.0742),
    Setting(100, 21, 10): (0.2541, 0.2022, 0.1715, 0.1331, 0.1116, 0.0978, 0.0927),
    Setting(150, 30, 10): (0.3086, 0.2567, 0.2227, 0.1823, 0.1451, 0.1174, 0.1068, 0.1014),
    Setting(150, 30, 20): (0.0726, 0.0465, 0.0370, 0.0272, 0.0178, 0.0188, 0.0197, 0.0198),
    Setting(150, 14, 25): (0.1701, 0.1257, 0.1086, 0.0905, 0.0768, 0.0746, 0.0742),
    Setting(300, 30, 30): (0.1590, 0.1166, 0.0916, 0.0734, 0.0591, 0.0425, 0.0417, 0.0410),
    Setting(300, 60, 15): (0.2502, 0.2047, 0.1766, 0.1388, 0.1054, 0.0852, 0.0681, 0.0593, 0.0558),
}
"""Prices of a place for each setting: on the days of ``PRICED``, and on the first day."""

PRICED = (1, 2, 3, 5, 8, 13, 21, 34)
"""Days before the date."""

FINE = Grid(40, tuple(map(float, range(1, 11))), 0.05, 800, exact_days=60)


@dataclass(slots=True)
class Course:
    """A preparation as it goes: what the bot believes of each question, and what is true."""

    setting: Setting
    learner: Learner
    ids: list[QuestionId]
    chance: Random
    ahead: int
    believed: dict[QuestionId, Memory] = field(default_factory=dict)
    true: dict[QuestionId, Strength] = field(default_factory=dict)

    @property
    def day(self) -> date:
        """The study day it is."""
        return TODAY + timedelta(days=self.setting.days - self.ahead)

    def recalls(self, question_id: QuestionId) -> float:
        """Predict the recall of a seen question now, as the bot believes."""
        memory = self.believed[question_id]
        return recall(memory.stability, (self.day - memory.last_day).days)


Policy = Callable[[Course], list[QuestionId]]
"""Lists what to ask on a day, the first ones first; what exceeds the day is not asked."""


def reviews_first(retention: float, *, capped: bool = False) -> Policy:
    """Make the usual rule: due reviews, the most at risk first, then new questions.

    ``capped``: what is due only after the interview is due on its eve.
    """

    def choose(course: Course) -> list[QuestionId]:
        due = [
            each
            for each, memory in course.believed.items()
            if _due(memory, retention) <= course.day or (capped and course.ahead == 1)
        ]
        return sorted(due, key=course.recalls) + _unseen(course)

    return choose


def random_daily(course: Course) -> list[QuestionId]:
    """Choose at random, as most bots that send daily questions do."""
    return course.chance.sample(course.ids, len(course.ids))


def paced(course: Course) -> list[QuestionId]:
    """Show everything in the first 70 % of the days, then have a last pass; weakest first."""
    unseen, setting = _unseen(course), course.setting
    new_until = setting.days - round(0.7 * setting.days)
    share = -(-len(unseen) // max(1, course.ahead - new_until))
    last_pass = -(-setting.questions // setting.a_day)
    weakest = sorted(course.believed, key=course.recalls)
    due = [each for each in weakest if _due(course.believed[each], 0.9) <= course.day]
    if course.ahead <= last_pass:
        start = course.day - timedelta(days=last_pass - course.ahead)
        due = [each for each in weakest if course.believed[each].last_day < start]
    return list(dict.fromkeys([*unseen[:share], *due, *unseen, *weakest]))


def ours(course: Course) -> list[QuestionId]:
    """Choose as Hotseat does."""
    return list(plan(_preparation(course)).today)


POLICIES: dict[str, Policy] = {
    "reviews 0.9": reviews_first(0.9),
    "reviews 0.8": reviews_first(0.8),
    "capped": reviews_first(0.9, capped=True),
    "random": random_daily,
    "paced": paced,
    "ours": ours,
}


def _beginning(setting: Setting, learner: Learner, seed: int) -> Course:
    ids = [QuestionId(f"q{number}") for number in range(setting.questions)]
    return Course(setting, learner, ids, _chance(seed), setting.days)


def _chance(seed: int | str) -> Random:
    return Random(seed)  # noqa: S311 - chance, not a secret


def _unseen(course: Course) -> list[QuestionId]:
    return [each for each in course.ids if each not in course.believed]


def _due(memory: Memory, retention: float) -> date:
    decay = -DEFAULTS[20]
    interval = memory.stability * (retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1)
    return memory.last_day + timedelta(days=max(1, round(interval)))


def _preparation(course: Course) -> Preparation:
    weights = dict.fromkeys(course.ids, 1.0)
    capacity = Capacity(course.setting.a_day, attendance=1 - course.learner.missed)
    target = Target(TODAY + timedelta(days=course.setting.days), TODAY, weights)
    return Preparation(target, course.believed, capacity, course.day)


def run(policy: Policy, setting: Setting, learner: Learner, seed: int) -> tuple[int, float]:
    """Follow one preparation; return how many were seen, and the mean true recall on the day."""
    course = _beginning(setting, learner, seed)
    ids = course.ids
    firsts = [grade for grade, share in FIRST.items() for _ in range(round(share * len(ids)))]
    course.chance.shuffle(firsts)
    first_grades = dict(zip(ids, firsts, strict=True))
    for ahead in range(setting.days, 0, -1):
        course.ahead = ahead
        if _chance(f"{seed} {ahead}").random() < learner.missed:
            continue
        for each in policy(course)[: setting.a_day]:
            _ask(course, each, first_grades[each])
    on = TODAY + timedelta(days=setting.days)
    known = [
        recall(
            course.true[each].stability,
            (on - course.believed[each].last_day).days,
            learner.parameters,
        )
        for each in course.true
    ]
    return len(known), (sum(known) + UNSEEN * (len(ids) - len(known))) / len(ids)


def _ask(course: Course, question_id: QuestionId, first_grade: Grade) -> None:
    believed, learner = course.believed.get(question_id), course.learner
    if believed is None:
        grade = first_grade
        true, guess = first(grade, learner.parameters), first(grade)
    else:
        since = (course.day - believed.last_day).days
        chance = recall(course.true[question_id].stability, since, learner.parameters)
        grade = _grade(course, chance)
        true = after(course.true[question_id], chance, grade, learner.parameters)
        strength = Strength(believed.stability, believed.difficulty)
        guess = after(strength, course.recalls(question_id), grade)
    course.true[question_id] = true
    course.believed[question_id] = Memory(*guess, last_day=course.day, due_day=course.day)


def _grade(course: Course, chance: float) -> Grade:
    if course.chance.random() >= chance:
        return Grade.AGAIN
    passes = dict(course.learner.passes)
    return course.chance.choices(list(passes), list(passes.values()))[0]


def bound(setting: Setting) -> float:
    """Return a mean recall that no way of choosing exceeds (see ``bot/study/target/worth.py``).

    Any prices give such a bound, good ones a close one: these were searched for slowly, by column
    generation. Computed on every day and a fine grid, it is exact to about 0.002.
    """
    days = [ahead for ahead in PRICED if ahead < setting.days]
    known = list(zip([*days, setting.days], PRICES[setting], strict=True))
    prices = {ahead: _between(known, ahead) for ahead in range(1, setting.days + 1)}
    worth = Worth(prices, Assumptions(), FINE)
    places = setting.a_day / setting.questions
    return worth.unseen(setting.days + 1) + places * sum(prices.values())


def _between(known: list[tuple[int, float]], ahead: int) -> float:
    (low, cheap), (high, dear) = next(
        pair for pair in pairwise(known) if pair[0][0] <= ahead <= pair[1][0]
    )
    return cheap + (dear - cheap) * log(ahead / low) / log(high / low)


def compare(seeds: int) -> None:
    """Print the recall on the day in per cent, for a learner who is as the bot believes."""
    names = [*POLICIES, "bound", "ours / bound", "forecast"]
    _row("questions, days, a day", *names)
    _row("---", *("---:" for _ in names))
    for setting in PRICES:
        runs = {
            name: [run(policy, setting, Learner(), seed) for seed in range(seeds)]
            for name, policy in POLICIES.items()
        }
        recalls = {name: mean(share for _, share in each) for name, each in runs.items()}
        seen = {name: mean(number for number, _ in each) for name, each in runs.items()}
        cells = [f"{100 * recalls[name]:.1f} ({seen[name]:.0f})" for name in POLICIES]
        best = bound(setting)
        foreseen = forecast(_preparation(_beginning(setting, Learner(), 0))).expected
        _row(
            setting,
            *cells,
            f"{100 * best:.1f}",
            f"{recalls['ours'] / best:.3f}",
            f"{100 * foreseen / setting.questions:.1f}",
        )


def compare_learners(seeds: int) -> None:
    """Print means over all settings for learners who are not as the bot believes."""
    _row("learner", *POLICIES, "ours at least as good as paced")
    _row("---", *("---:" for _ in POLICIES), "---:")
    for name, learner in LEARNERS.items():
        recalls = {
            policy: [
                mean(run(choose, setting, learner, seed)[1] for seed in range(seeds))
                for setting in PRICES
            ]
            for policy, choose in POLICIES.items()
        }
        wins = sum(a >= b for a, b in zip(recalls["ours"], recalls["paced"], strict=True))
        cells = [f"{100 * mean(each):.1f}" for each in recalls.values()]
        _row(name, *cells, f"{wins} of {len(PRICES)}")


def measure(questions: int) -> None:
    """Print the processor time of a day's plan, the first for a date and the next."""
    _row("questions, days, a day", "seen", "first plan, ms", "next plan, ms")
    _row("---", "---:", "---:", "---:")
    for days, a_day in ((180, 20), (60, 30), (21, 60)):
        for seen in (1500, 0):
            setting = Setting(questions, days, a_day)
            preparation = _with_memories(setting, seen)
            worth_at.cache_clear()
            times = [_milliseconds(preparation) for _ in range(2)]
            _row(setting, seen, *(f"{each:.0f}" for each in times))


def _with_memories(setting: Setting, seen: int) -> Preparation:
    course, chance = _beginning(setting, Learner(), 0), _chance(1)
    for each in course.ids[:seen]:
        day = course.day - timedelta(days=chance.randint(1, 40))
        stability, difficulty = exp(chance.uniform(-1, 4)), chance.uniform(1, 10)
        course.believed[each] = Memory(stability, difficulty, day, day)
    return _preparation(course)


def _milliseconds(preparation: Preparation) -> float:
    started = time.process_time()
    plan(preparation)
    return 1000 * (time.process_time() - started)


def _row(*cells: object) -> None:
    print("|", " | ".join(map(str, cells)), "|", flush=True)


def main(arguments: list[str]) -> None:
    """Print the tables, in Markdown; ``--quick`` follows fewer preparations."""
    quick = "--quick" in arguments
    measure(2000)
    print()
    compare(2 if quick else SEEDS)
    print()
    compare_learners(1 if quick else 3)


if __name__ == "__main__":
    main(sys.argv[1:])
