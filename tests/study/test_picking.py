from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.questions.model import AreaId, Level, Question, QuestionId, Source, Topic, TopicId
from bot.study.memory import DEFAULTS, Grade, Memory, outcomes, retrievability
from bot.study.picking import Asked, Limits, Situation, next_question, others_left

DAY = date(2026, 11, 21)
LIMITS = Limits()
AREAS = ("python", "django", "kafka")


def question(number: int, area: str | None = None, level: Level | None = None) -> Question:
    area = area or AREAS[number % len(AREAS)]
    topic = Topic(TopicId(f"{area}/one"), "One", AreaId(area), area)
    return Question(QuestionId(f"q{number}"), f"Q{number}?", topic, Source("a.md", 1), level)


def asked(of: Question, *, graded: bool = True, new: bool = True) -> Asked:
    return Asked(of.id, of.topic.area_id, graded=graded, new=new)


def learnt(days_ago: int, grade: Grade = Grade.GOOD) -> Memory:
    return outcomes(None, DAY - timedelta(days=days_ago), others_left=False)[grade]


def failed() -> Memory:
    return outcomes(None, DAY, others_left=True)[Grade.AGAIN]


def pick(
    questions: Sequence[Question],
    memories: dict[QuestionId, Memory] | None = None,
    today: Sequence[Asked] = (),
    limits: Limits | None = LIMITS,
) -> Question | None:
    return next_question(Situation(questions, memories or {}, today, DAY), limits, Random(1))


def test_due_comes_before_new() -> None:
    new, due = question(1), question(2)

    assert pick([new, due], {due.id: learnt(5)}) == due


def test_most_at_risk_comes_first() -> None:
    safer, riskier = question(1), question(2)

    assert pick([safer, riskier], {safer.id: learnt(3), riskier.id: learnt(30)}) == riskier


def test_asked_for_real_comes_first_among_those_about_as_risky() -> None:
    first, real, safer = question(1), question(2), question(3)
    memories = {first.id: learnt(31), real.id: learnt(30), safer.id: learnt(3)}
    questions = [first, real, safer]

    def picked(*asked_for_real: Question) -> Question | None:
        ids = {each.id for each in asked_for_real}
        situation = Situation(questions, memories, (), DAY, real=ids)
        return next_question(situation, LIMITS, Random(1))

    assert picked() == first
    assert picked(real) == real
    assert picked(safer) == first


def test_new_question_that_was_asked_for_real_comes_before_other_new_ones() -> None:
    questions = [question(n, "python", Level.JUNIOR) for n in range(3)]
    real = question(9, "python", Level.SENIOR)
    situation = Situation([*questions, real], {}, [asked(question(5, "python"))], DAY)

    assert next_question(situation, LIMITS, Random(1)) != real
    assert next_question(replace(situation, real={real.id}), LIMITS, Random(1)) == real


def test_not_due_is_not_asked() -> None:
    known = question(1)

    assert pick([known], {known.id: learnt(0)}) is None


def test_areas_alternate() -> None:
    same, other = question(1, "python"), question(2, "django")
    last = question(3, "python")

    assert pick([same, other], today=[asked(last)]) == other


def test_easier_new_questions_come_first() -> None:
    senior, junior = question(1, "python", Level.SENIOR), question(2, "python", Level.JUNIOR)

    assert pick([senior, junior]) == junior


def test_new_ones_stop_at_their_number() -> None:
    done = [question(number) for number in range(3)]
    fresh = question(9)

    assert pick([*done, fresh], today=[asked(each) for each in done]) is None


def test_everything_stops_at_its_number() -> None:
    done = [question(number) for number in range(10)]
    due = question(11)

    assert pick([due], {due.id: learnt(5)}, [asked(each, new=False) for each in done]) is None


def test_more_goes_beyond_the_numbers() -> None:
    done = [question(number) for number in range(3)]
    fresh = question(9)

    assert pick([*done, fresh], today=[asked(each) for each in done], limits=None) == fresh


def test_skipped_one_waits_for_another_day() -> None:
    skipped = question(1)

    assert pick([skipped], today=[asked(skipped, graded=False)]) is None


def test_failed_one_returns_after_three_others() -> None:
    first, *others = (question(number) for number in range(5))
    memories = {first.id: failed()}
    today = [asked(first), *(asked(each, new=False) for each in others[:3])]

    assert pick([first, *others], memories, today) == first
    assert pick([first, *others], memories, today[:3]) != first


def test_failed_one_returns_sooner_when_others_run_out() -> None:
    first, other = question(1), question(2)
    today = [asked(first), asked(other)]

    assert pick([first, other], {first.id: failed(), other.id: learnt(0)}, today) == first


def test_failed_one_never_returns_at_once() -> None:
    only = question(1)

    assert pick([only], {only.id: failed()}, [asked(only)]) is None


def test_returned_question_counts_once() -> None:
    one = question(1)
    situation = Situation([one], {}, [asked(one), asked(one, new=False)], DAY)

    assert situation.allowance(Limits(new=3, in_all=10)) == Limits(new=2, in_all=9)


def test_others_left_within_the_numbers() -> None:
    current, other = question(1), question(2)
    situation = Situation([current, other], {}, [asked(current, graded=False)], DAY)

    assert others_left(situation, Limits(), current.id)
    assert not others_left(situation, Limits(new=3, in_all=1), current.id)


def test_no_others_left_when_alone() -> None:
    only = question(1)

    assert not others_left(Situation([only], {}, [asked(only)], DAY), Limits(), only.id)


@given(
    st.lists(st.sampled_from(["new", "due", "known"]), min_size=1, max_size=20),
    st.integers(0, 5),
    st.integers(0, 8),
    st.integers(),
)
def test_a_day_keeps_its_numbers_and_repeats_nothing(
    kinds: list[str], new: int, in_all: int, seed: int
) -> None:
    questions = [question(number) for number in range(len(kinds))]
    ages = {"due": 9, "known": 0}
    memories = {
        each.id: learnt(ages[kind])
        for each, kind in zip(questions, kinds, strict=True)
        if kind in ages
    }
    today: list[Asked] = []
    chance, limits = Random(seed), Limits(new=new, in_all=in_all)
    while picked := next_question(Situation(questions, memories, today, DAY), limits, chance):
        today.append(asked(picked, new=picked.id not in memories))
        memories[picked.id] = learnt(0)

    assert len({each.question_id for each in today}) == len(today) <= in_all
    assert sum(each.new for each in today) <= new


def test_recall_orders_the_due() -> None:
    memories = [learnt(days) for days in (3, 10, 40)]

    chances = [retrievability(memory, DAY) for memory in memories]

    assert chances == sorted(chances, reverse=True)


def test_risk_is_by_how_the_learner_forgets() -> None:
    riskier, other = question(1, "python"), question(2, "django")
    memories = {
        each.id: Memory(10.0, 5.0, DAY - timedelta(days=days), DAY)
        for each, days in ((riskier, 29), (other, 20))
    }
    last = [asked(question(3, "python"))]
    situation = Situation([riskier, other], memories, last, DAY)
    own = replace(situation, parameters=(*DEFAULTS[:20], 0.8))

    assert next_question(situation, LIMITS, Random(1)) == other
    assert next_question(own, LIMITS, Random(1)) == riskier
