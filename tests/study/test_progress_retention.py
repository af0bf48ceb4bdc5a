from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.model import QuestionId
from bot.study.memory import Grade, outcomes, retrievability
from bot.study.progress import ENOUGH, LONGEST_ANSWER, RECENT, Review, Trial, statistics, trials

DAY = date(2026, 11, 21)
A_MINUTE = timedelta(minutes=1)


def on(
    day: int,
    grade: Grade = Grade.GOOD,
    *,
    of: str = "one",
    stability: float | None = 10.0,
    took: timedelta | None = None,
) -> Review:
    return Review(QuestionId(of), DAY + timedelta(days=day), grade, stability, took)


def shown_twice(
    number: int, *, recalled: int, apart: int = 5, stability: float = 10.0, name: str = "q"
) -> list[Review]:
    """Show so many questions once, and then again, when so many of them are recalled."""
    ids = [f"{name}{n}" for n in range(number)]
    grades = [Grade.HARD if n < recalled else Grade.AGAIN for n in range(number)]
    again = [on(0, grade, of=id_) for id_, grade in zip(ids, grades, strict=True)]
    return [*(on(-apart, of=id_, stability=stability) for id_ in ids), *again]


def test_first_showing_is_no_trial() -> None:
    assert trials([on(0), on(0, of="two")]) == []


def test_only_the_first_review_of_a_day_is_a_trial() -> None:
    reviews = [on(0), on(2, Grade.AGAIN), on(2), on(2, Grade.EASY)]

    assert [(each.day, each.recalled) for each in trials(reviews)] == [
        (DAY + timedelta(days=2), False)
    ]


def test_second_answer_of_the_first_day_is_no_trial() -> None:
    assert trials([on(0, Grade.AGAIN), on(0)]) == []


@pytest.mark.parametrize(
    ("grade", "recalled"),
    [(Grade.AGAIN, False), (Grade.HARD, True), (Grade.GOOD, True), (Grade.EASY, True)],
)
def test_every_grade_but_again_is_recalled(grade: Grade, recalled: bool) -> None:  # noqa: FBT001 - a table
    assert [each.recalled for each in trials([on(0), on(1, grade)])] == [recalled]


def test_what_is_expected_is_what_the_memory_had_promised() -> None:
    left = outcomes(None, DAY, others_left=False)[Grade.GOOD]
    promised = retrievability(left, DAY + timedelta(days=9))
    (trial,) = trials([on(0, stability=left.stability), on(9)])

    assert trial.expected == pytest.approx(promised)
    assert trial.stability == left.stability


def test_last_answer_of_a_day_is_what_the_next_trial_tests() -> None:
    reviews = [on(0, Grade.AGAIN, stability=0.2), on(0, stability=3.0), on(3)]

    assert [each.stability for each in trials(reviews)] == [3.0]


def test_questions_are_followed_each_on_its_own() -> None:
    reviews = [on(0), on(1, of="two"), on(2), on(3, Grade.AGAIN, of="two")]

    assert [each.recalled for each in trials(reviews)] == [True, False]


def test_review_of_which_the_memory_is_not_known_promises_nothing() -> None:
    assert trials([on(0, stability=None), on(2)]) == []


def test_clock_that_was_set_back_makes_no_trial() -> None:
    assert trials([on(5), on(2)]) == []


@given(
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(list(Grade)), st.sampled_from("abc")))
)
def test_question_is_tried_once_a_day_at_most_and_never_on_its_first(
    drawn: list[tuple[int, Grade, str]],
) -> None:
    reviews = [on(day, grade, of=of) for day, grade, of in sorted(drawn, key=lambda one: one[0])]
    days = {(review.question_id, review.day) for review in reviews}
    tried = trials(reviews)

    assert len(tried) == len(days) - len({question_id for question_id, _ in days})
    assert all(0 < each.expected < 1 for each in tried)


def test_true_retention_is_the_share_recalled() -> None:
    told = statistics(shown_twice(40, recalled=30), DAY)

    assert told.retention
    assert (told.retention.reviews, told.retention.recalled, told.retention.share) == (40, 30, 0.75)


def test_too_few_reviews_say_nothing_of_retention() -> None:
    assert statistics(shown_twice(ENOUGH, recalled=9), DAY).retention is not None

    told = statistics(shown_twice(ENOUGH - 1, recalled=9), DAY)
    assert (told.trials, told.retention, told.mature) == (ENOUGH - 1, None, None)


def test_nothing_graded_says_nothing() -> None:
    told = statistics([], DAY)

    assert (told.reviews, told.trials, told.retention, told.bins, told.usual_answer) == (
        (0, 0, None, (), None)
    )


def test_memories_of_three_weeks_are_told_of_by_themselves() -> None:
    young = shown_twice(30, recalled=10, stability=20.9)
    mature = shown_twice(20, recalled=19, stability=21.0, name="mature")
    told = statistics(young + mature, DAY)

    assert told.mature
    assert (told.mature.reviews, told.mature.recalled) == (20, 19)
    assert told.retention
    assert told.retention.reviews == 50


def test_what_is_long_ago_counts_no_more() -> None:
    long_ago = DAY + RECENT
    assert statistics(shown_twice(30, recalled=30), long_ago).trials == 0
    assert statistics(shown_twice(30, recalled=30), long_ago - timedelta(days=1)).trials == 30


def test_memory_from_before_counts_for_what_it_promised() -> None:
    old = shown_twice(30, recalled=30, apart=RECENT.days + 30)

    assert statistics(old, DAY).trials == 30


def test_prediction_is_compared_with_what_came() -> None:
    firm = shown_twice(40, recalled=38, apart=2)
    weak = shown_twice(20, recalled=9, apart=60, name="weak")
    low, high = statistics(firm + weak, DAY).bins

    assert (low.reviews, high.reviews) == (20, 40)
    assert (low.actual, high.actual) == (0.45, 0.95)
    assert low.expected == pytest.approx(trials(weak)[0].expected)
    assert high.expected == pytest.approx(trials(firm)[0].expected)


def test_few_alike_are_in_no_bin() -> None:
    assert statistics(shown_twice(9, recalled=9), DAY).bins == ()
    assert len(statistics(shown_twice(10, recalled=9), DAY).bins) == 1


@given(st.lists(st.tuples(st.integers(1, 80), st.booleans()), max_size=60))
def test_bins_lose_and_invent_nothing(drawn: list[tuple[int, bool]]) -> None:
    shown = [on(-apart, of=f"q{n}") for n, (apart, _) in enumerate(drawn)]
    again = [
        on(0, Grade.GOOD if recalled else Grade.AGAIN, of=f"q{n}")
        for n, (_, recalled) in enumerate(drawn)
    ]
    told = statistics([*sorted(shown, key=lambda each: each.day), *again], DAY)

    assert sum(each.reviews for each in told.bins) <= told.trials == len(drawn)
    assert list(told.bins) == sorted(told.bins, key=lambda each: each.expected)
    assert all(0 <= each.actual <= 1 and 0 < each.expected < 1 for each in told.bins)


def test_usual_answer_is_the_median_of_believable_times() -> None:
    minutes = [1, 2, 3, 4, 5, 6, 7]
    absurd = [LONGEST_ANSWER + A_MINUTE, timedelta(days=2), timedelta(), -A_MINUTE]
    times = [*(n * A_MINUTE for n in minutes), *absurd]
    told = statistics([on(0, of=f"q{n}", took=took) for n, took in enumerate(times)], DAY)

    assert told.usual_answer == 4 * A_MINUTE


def test_few_times_say_nothing_of_the_usual_one() -> None:
    assert (
        statistics([on(0, of=f"q{n}", took=A_MINUTE) for n in range(4)], DAY).usual_answer is None
    )
    assert statistics([on(0, of=f"q{n}") for n in range(50)], DAY).usual_answer is None


def test_own_parameters_change_what_was_expected() -> None:
    slow = (*(2.0 for _ in range(20)), 0.1)
    usual, own = trials([on(0), on(40)]), trials([on(0), on(40)], slow)

    assert isinstance(own[0], Trial)
    assert own[0].expected != usual[0].expected
