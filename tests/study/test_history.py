"""What was graded, replayed: the same arithmetic as the memories', under any parameters."""

from __future__ import annotations

from datetime import date, timedelta
from math import log
from typing import TYPE_CHECKING

import pytest
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions.model import QuestionId
from bot.study import memory
from bot.study.history import History, relearnt
from bot.study.memory import DEFAULTS, Grade, Parameters
from bot.study.progress import Review

if TYPE_CHECKING:
    from bot.study.memory import Memory

DAY = date(2026, 11, 21)
ONE, TWO = QuestionId("one"), QuestionId("two")
STRONGER = (*(2 * w for w in DEFAULTS[:4]), *DEFAULTS[4:])

GRADED = st.lists(
    st.tuples(st.sampled_from((ONE, TWO)), st.integers(-2, 30), st.sampled_from(Grade)),
    min_size=1,
    max_size=12,
)
ANY_PARAMETERS = st.tuples(
    *(
        st.floats(low, high)
        for low, high in zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    )
)


def reviewed(graded: list[tuple[QuestionId, int, Grade]]) -> list[Review]:
    """Give grades, each so many days after the one before; a clock may be set back."""
    day, reviews = DAY, []
    for question_id, days, grade in graded:
        day += timedelta(days=days)
        reviews.append(Review(question_id, day, grade, None))
    return reviews


def lived(reviews: list[Review], parameters: Parameters = DEFAULTS) -> dict[QuestionId, Memory]:
    known: dict[QuestionId, Memory] = {}
    for question_id, day, grade in ((each.question_id, each.day, each.grade) for each in reviews):
        outcomes = memory.outcomes(
            known.get(question_id), day, others_left=True, parameters=parameters
        )
        known[question_id] = outcomes[grade]
    return known


@settings(deadline=None)
@given(GRADED, ANY_PARAMETERS)
def test_replay_leaves_what_was_lived(
    graded: list[tuple[QuestionId, int, Grade]], parameters: Parameters
) -> None:
    reviews = reviewed(graded)

    strengths = History(reviews).replay(parameters).strengths

    for question_id, known in lived(reviews, parameters).items():
        expected = (known.stability, known.difficulty)
        assert strengths[question_id] == pytest.approx(expected, rel=1e-6)


def test_first_review_of_a_later_day_is_foretold() -> None:
    reviews = reviewed([(ONE, 0, Grade.AGAIN), (ONE, 0, Grade.GOOD), (ONE, 2, Grade.AGAIN)])
    known = lived(reviews[:2])[ONE]

    replay = History(reviews).replay(DEFAULTS)

    assert replay.chances == [
        pytest.approx(memory.retrievability(known, DAY + timedelta(days=2)), rel=1e-9)
    ]
    assert replay.recalled == [False]
    assert replay.log_loss == -log(1 - replay.chances[0])


def test_only_late_reviews_are_foretold_from_all() -> None:
    reviews = reviewed([(ONE, 0, Grade.GOOD), (ONE, 2, Grade.GOOD), (ONE, 9, Grade.HARD)])

    late, all_of_them = (History(reviews, since=since).replay(DEFAULTS) for since in (2, 0))

    assert late.chances == all_of_them.chances[1:]


def test_certainty_that_errs_costs_a_bounded_loss() -> None:
    easy = [(ONE, 0, Grade.EASY)] + [(ONE, 1000, Grade.EASY)] * 8
    reviews = reviewed([*easy, (ONE, 1, Grade.AGAIN)])
    sure = (*(100.0,) * 4, *DEFAULTS[4:8], 4.5, 0.0, 3.5, *DEFAULTS[11:16], 6.0, *DEFAULTS[17:])

    replay = History(reviews, since=len(easy)).replay(sure)

    assert 13 < replay.log_loss < 14


def test_relearnt_memories_stay_due_as_promised() -> None:
    reviews = reviewed([(ONE, 0, Grade.GOOD), (TWO, 0, Grade.AGAIN), (ONE, 2, Grade.GOOD)])
    known = lived(reviews)

    after = relearnt(known, reviews, STRONGER)

    expected = lived(reviews, STRONGER)
    for each in (ONE, TWO):
        assert after[each].stability == pytest.approx(expected[each].stability)
        assert after[each].stability > known[each].stability
        assert after[each].due_day == known[each].due_day
        assert after[each].returned_on == known[each].returned_on
        assert (after[each].reviews, after[each].lapses) == (
            known[each].reviews,
            known[each].lapses,
        )


def test_back_to_the_defaults_is_back_to_what_was() -> None:
    reviews = reviewed([(ONE, 0, Grade.GOOD), (ONE, 2, Grade.HARD), (ONE, 4, Grade.AGAIN)])
    known = lived(reviews)

    back = relearnt(relearnt(known, reviews, STRONGER), reviews, DEFAULTS)

    assert back[ONE].stability == pytest.approx(known[ONE].stability)
    assert back[ONE].difficulty == pytest.approx(known[ONE].difficulty)


def test_memory_that_reviews_do_not_explain_stays() -> None:
    reviews = reviewed([(ONE, 0, Grade.GOOD), (ONE, 2, Grade.GOOD), (TWO, 0, Grade.GOOD)])
    known = lived(reviews)

    assert relearnt(known, reviews[1:], STRONGER).keys() == {TWO}
    assert relearnt(known, [], STRONGER) == {}


@pytest.mark.parametrize(("days", "relearns"), [(2, True), (4, False)])
def test_promise_of_a_plan_is_kept(days: int, *, relearns: bool) -> None:
    reviews = reviewed([(ONE, 0, Grade.GOOD), (ONE, 2, Grade.GOOD)])
    known = lived(reviews)
    weaker = (*DEFAULTS[:8], DEFAULTS[8] - 1.5, *DEFAULTS[9:])
    promised = known[ONE].last_day + timedelta(days=days)
    planned = {ONE: memory.brought_forward(known[ONE], promised)}

    after = relearnt(planned, reviews, weaker)

    assert lived(reviews, weaker)[ONE].due_day == known[ONE].last_day + timedelta(days=4)
    assert (ONE in after) == relearns
    assert all(memory.is_brought_forward(each) for each in after.values())
