from datetime import date, timedelta

import pytest

from bot.questions.model import QuestionId
from bot.study.memory import Grade, Memory, outcomes, retrievability
from bot.study.progress import as_of_today, helping_most
from bot.study.target import Capacity, Preparation, Target, raising_most, readiness

TODAY = date(2026, 11, 21)
ONE, TWO, THREE = (QuestionId(each) for each in ("one", "two", "three"))


def learnt(days_ago: int, grade: Grade = Grade.GOOD) -> Memory:
    return outcomes(None, TODAY - timedelta(days=days_ago), others_left=False)[grade]


def test_without_a_date_readiness_is_that_of_today() -> None:
    known = learnt(4)
    ready = readiness(as_of_today({ONE: 1.0, TWO: 3.0}, {ONE: known}, TODAY))

    assert ready.recall_of_seen == pytest.approx(retrievability(known, TODAY))
    assert ready.share == pytest.approx((retrievability(known, TODAY) + 3 * 0.4) / 4)


def test_readiness_is_the_sum_that_is_told() -> None:
    memories = {ONE: learnt(4), TWO: learnt(1, Grade.EASY)}
    ready = readiness(as_of_today(dict.fromkeys((ONE, TWO, THREE), 1.0), memories, TODAY))

    assert ready.recall_of_seen
    told = ready.seen * ready.recall_of_seen + (ready.questions - ready.seen) * ready.unseen
    assert ready.share == pytest.approx(told / ready.questions)


def test_with_a_date_what_helps_most_helps_on_the_day() -> None:
    target = Target(TODAY + timedelta(days=5), TODAY, {ONE: 1.0, TWO: 2.0})
    ahead = Preparation(target, {ONE: learnt(3)}, Capacity(5), TODAY)

    assert helping_most(ahead) == raising_most(ahead, 3)


def test_without_a_date_what_helps_most_helps_in_a_month() -> None:
    scope = as_of_today(
        dict.fromkeys((ONE, TWO, THREE), 1.0),
        {ONE: learnt(20, Grade.AGAIN), TWO: learnt(1, Grade.EASY)},
        TODAY,
    )

    assert [each for each, _ in helping_most(scope)] == [THREE, ONE, TWO]
    assert [each for each, _ in helping_most(scope, 1)] == [THREE]


def test_what_was_asked_today_helps_no_more() -> None:
    assert helping_most(as_of_today({ONE: 1.0}, {ONE: learnt(0)}, TODAY)) == []
