from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.questions.model import AreaId, Level, Question, QuestionId, Source, Topic, TopicId, TrackId
from bot.study.memory import Grade
from bot.study.mock import (
    Answered,
    Ask,
    Band,
    Candidates,
    Clarity,
    Dimension,
    Exchange,
    Go,
    Halt,
    Judged,
    Length,
    Mode,
    Round,
    Scope,
    band_of,
    extended,
    follow_up,
    links,
    nudge_after,
    plan,
    score,
    spent,
    suggested_time,
)

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ORDER = {level: place for place, level in enumerate(Level)}


def topic(name: str, area: str = "python") -> Topic:
    return Topic(TopicId(f"{area}/{name}"), name, AreaId(area), area.title())


def question(number: int, of: Topic, level: Level | None = Level.MIDDLE) -> Question:
    return Question(QuestionId(f"{of.id}-{number}"), "What?", of, Source("a.md", 1), level)


def ids(*names: str) -> tuple[QuestionId, ...]:
    return tuple(map(QuestionId, names))


TOPICS = [topic(name, area) for area in ("python", "django", "kafka") for name in ("a", "b")]
BANK = [question(n, of, level) for of in TOPICS for n, level in enumerate([*Level, *Level, None])]
BY_ID = {each.id: each for each in BANK}
questions = st.lists(st.sampled_from(BANK), unique=True)
weights = st.dictionaries(st.sampled_from([t.id for t in TOPICS]), st.integers(1, 5))
counts = st.dictionaries(st.sampled_from([q.id for q in BANK]), st.integers(1, 5))
candidates = st.builds(
    Candidates, questions, weights, st.frozensets(st.sampled_from([q.id for q in BANK])), counts
)
chances = st.integers().map(Random)


def difficulties(planned: tuple[QuestionId, ...]) -> list[int]:
    return [ORDER[BY_ID[each].level or Level.MIDDLE] for each in planned]


@given(candidates, st.integers(0, 20), chances)
def test_plan_never_repeats_a_question_nor_takes_one_of_the_last_round(
    of: Candidates, length: int, chance: Random
) -> None:
    planned = plan(of, length, chance)

    assert len(set(planned)) == len(planned) == min(length, len(of.fresh))
    assert set(planned) <= {each.id for each in of.questions} - set(of.barred)


@given(candidates, st.integers(0, 20), chances)
def test_plan_rises_in_difficulty(of: Candidates, length: int, chance: Random) -> None:
    rising = difficulties(plan(of, length, chance))

    assert rising == sorted(rising)


@given(weights, st.integers(1, 20), chances)
def test_no_topic_has_more_than_its_weight_lets_it(
    weighed: dict[TopicId, int], length: int, chance: Random
) -> None:
    planned = plan(Candidates(BANK, weighed), length, chance)

    share = Counter(BY_ID[each].topic.id for each in planned)
    left = Counter(each.topic.id for each in BANK if each.id not in planned)
    for more in share:
        for less in (t.id for t in TOPICS if left[t.id]):
            weight_less, weight_more = weighed.get(less, 1), weighed.get(more, 1)
            if weighed:
                assert (share[less] + 1) / weight_less >= share[more] / weight_more


@given(st.integers(1, 12), chances)
def test_without_weights_areas_take_turns(length: int, chance: Random) -> None:
    planned = plan(Candidates(BANK), length, chance)

    by_area = Counter(BY_ID[each].topic.area_id for each in planned)
    shares = [by_area[area] for area in {t.area_id for t in TOPICS}]
    assert max(shares) - min(shares) <= 1


@given(chances)
def test_plan_spreads_over_the_levels(chance: Random) -> None:
    found = Counter(difficulties(plan(Candidates(BANK), 10, chance)))

    assert found == {0: 3, 1: 3, 2: 4}


def test_topics_have_their_shares_over_many_rounds() -> None:
    light, heavy = topic("light"), topic("heavy")
    bank = [question(n, of) for of in (light, heavy) for n in range(20)]
    by_id = {each.id: each.topic.name for each in bank}
    asked: Counter[QuestionId] = Counter()
    barred: tuple[QuestionId, ...] = ()
    for n in range(8):
        of = Candidates(bank, {light.id: 1, heavy.id: 3}, barred, dict(asked))
        barred = plan(of, 3, Random(n))
        asked.update(barred)

    shares = Counter(by_id[each] for each in asked.elements())
    assert shares == {"heavy": 18, "light": 6}
    assert max(asked.values()) == 1


@given(candidates, st.integers(0, 5), chances)
def test_what_is_planned_later_is_another_of_the_hardest(
    of: Candidates, length: int, chance: Random
) -> None:
    planned = plan(of, length, chance)
    more = extended(planned, of, chance)

    left = [q for q in of.fresh if q.id not in planned]
    if more is None:
        assert not left
    else:
        assert more in {q.id for q in left}
        assert difficulties((more,)) == [max(difficulties(tuple(q.id for q in left)))]


def test_links_of_follow_ups_are_found() -> None:
    asked = replace(
        question(1, TOPICS[0]), follow_ups="- [Why?](#gil)\n- And then?\n- [How?](#event-loop)"
    )

    assert links(asked) == ("gil", "event-loop")
    assert links(question(1, TOPICS[0])) == ()


def test_follow_up_is_none_that_was_asked_and_now_and_then_none_at_all() -> None:
    first, second = BANK[0], BANK[1]
    found = {follow_up([first, second], {first.id}, Random(n)) for n in range(20)}

    assert found == {None, second.id}


REAL = Round(Mode.REAL, Length.THREE, ids("a", "b", "c"))


def done(name: str, depth: int = 0, *, knew: bool = False, graded: bool = False) -> Exchange:
    return Exchange(QuestionId(name), depth, answered=True, knew=knew, graded=graded)


def test_plan_is_asked_in_its_order() -> None:
    assert REAL.next() == Ask(QuestionId("a"))
    assert replace(REAL, exchanges=(done("a"),)).next() == Ask(QuestionId("b"))
    assert replace(REAL, exchanges=(done("a"), done("b"), done("c"))).next() is Halt.END


def test_open_question_comes_before_another() -> None:
    under_way = replace(REAL, exchanges=(done("a"), Exchange(QuestionId("b"))))

    assert under_way.next() == Go(1)


def test_practice_goes_on_after_the_grade_and_not_after_the_answer() -> None:
    practice = replace(REAL, mode=Mode.PRACTICE)

    assert replace(practice, exchanges=(done("a"),)).next() == Go(0)
    assert replace(practice, exchanges=(done("a", graded=True),)).next() == Ask(QuestionId("b"))


def test_follow_up_comes_after_an_answer_that_holds_and_at_most_two_deep() -> None:
    more = QuestionId("more")
    ten = replace(REAL, plan=ids(*"abcdefghij"))

    assert replace(ten, exchanges=(done("a"),)).next(more) == Ask(QuestionId("b"))
    one = (done("a", knew=True),)
    assert replace(ten, exchanges=one).next(more) == Ask(more, 1)
    two = (*one, done("x", 1, knew=True))
    assert replace(ten, exchanges=two).next(more) == Ask(more, 2)
    three = (*two, done("y", 2, knew=True))
    assert replace(ten, exchanges=three).next(more) == Ask(QuestionId("b"))


def test_follow_ups_come_on_half_of_the_questions_at_most() -> None:
    twice = (done("a", knew=True), done("x", 1, knew=True), done("y", 2), done("b", knew=True))

    assert replace(REAL, exchanges=twice).next(QuestionId("z")) == Ask(QuestionId("c"))


def test_when_the_time_is_over_nothing_new_is_begun_and_nothing_is_cut_off() -> None:
    late = Round(Mode.REAL, Length.QUARTER, ids("a", "b"), (), timedelta(minutes=15))

    assert replace(late, exchanges=(done("a", knew=True),)).next(QuestionId("x")) is Halt.END
    assert replace(late, exchanges=(Exchange(QuestionId("a")),)).next() == Go(0)


def test_time_that_is_left_after_the_plan_wants_more() -> None:
    early = Round(Mode.REAL, Length.QUARTER, ids("a"), (done("a"),), timedelta(minutes=5))

    assert early.next() is Halt.PLAN_MORE


def test_debrief_goes_through_what_was_answered() -> None:
    asked = (done("a", graded=True), done("b"), Exchange(QuestionId("c")))

    assert replace(REAL, exchanges=asked).next_to_grade() == Go(1)
    assert replace(REAL, exchanges=asked[:1]).next_to_grade() is Halt.END


def test_lengths_in_minutes_plan_as_many_questions_as_fit() -> None:
    assert [length.questions for length in Length] == [3, 5, 10, 5, 10, 15]
    assert [length.time for length in Length][2:4] == [None, timedelta(minutes=15)]


def test_scope_is_read_as_it_was_written() -> None:
    for scope in (
        Scope(),
        Scope(track=TrackId("one-week")),
        Scope(area=AreaId("python")),
        Scope(topic=TopicId("python/gil")),
    ):
        assert Scope.read(scope.code) == scope


def test_time_adds_up_and_stands_still_for_who_walks_away_or_whose_clock_goes_back() -> None:
    minute = timedelta(minutes=1)

    assert spent(minute, None, NOON) == minute
    assert spent(minute, NOON - 2 * minute, NOON) == 3 * minute
    assert spent(minute, NOON + minute, NOON) == minute
    assert spent(timedelta(), NOON - timedelta(days=2), NOON) == timedelta(minutes=20)


def test_nudge_comes_at_half_over_the_suggested_time() -> None:
    assert suggested_time(Level.JUNIOR) == timedelta(minutes=2)
    assert nudge_after(Level.JUNIOR) == timedelta(minutes=3)
    assert nudge_after(None) == timedelta(minutes=4, seconds=30)


def judged(grade: Grade, ticked: int | None = None, of: Topic = TOPICS[0]) -> Judged:
    return Judged(of, Level.MIDDLE, grade, 0, 4, ticked, timedelta(minutes=2))


def test_nothing_graded_has_no_score() -> None:
    assert score([]) is None


def test_everything_said_well_in_time_is_strong() -> None:
    whole = replace(judged(Grade.EASY, 4), level=Level.SENIOR, clarity=Clarity.CLEAR)
    found = score([whole])

    assert found
    assert found.overall == 100
    assert found.band is Band.STRONG
    assert set(found.dimensions) == set(Dimension)
    assert (found.strongest, found.weakest) == (None, None)


def test_what_is_not_known_is_left_out_and_the_others_take_its_share() -> None:
    found = score([judged(Grade.GOOD)])

    assert found
    assert dict(found.dimensions) == {Dimension.CORRECTNESS: 85, Dimension.TIME: 100}
    assert found.overall == round((85 * 35 + 100 * 10) / 45)


def test_who_passes_has_said_no_point_and_spent_no_time() -> None:
    found = score([replace(judged(Grade.AGAIN), answered=Answered.PASSED)])

    assert found
    assert dict(found.dimensions) == {Dimension.CORRECTNESS: 0, Dimension.COMPLETENESS: 0}
    assert found.band is Band.NOT_YET


def test_time_is_all_up_to_the_suggested_one_and_nothing_at_two_and_a_half() -> None:
    def of(minutes: float) -> int:
        found = score([replace(judged(Grade.GOOD), took=timedelta(minutes=minutes))])
        assert found
        return found.dimensions[Dimension.TIME]

    assert [of(0.5), of(3), of(5.25), of(7.5), of(60)] == [100, 100, 50, 0, 0]


def test_strongest_and_weakest_area_are_named_or_topics_of_the_only_area() -> None:
    python, django = TOPICS[0], TOPICS[2]
    mixed = score([judged(Grade.EASY, of=python), judged(Grade.AGAIN, of=django)])
    alone = score([judged(Grade.AGAIN, of=python), judged(Grade.GOOD, of=TOPICS[1])])

    assert mixed
    assert alone
    assert (mixed.strongest, mixed.weakest) == ("Python", "Django")
    assert (alone.strongest, alone.weakest) == ("b", "a")


def test_bands_cover_every_score() -> None:
    found = [band_of(overall).value for overall in (0, 39, 40, 59, 60, 79, 80, 100)]

    assert found == [
        *("not yet", "not yet", "on the way", "on the way"),
        *("solid", "solid", "strong", "strong"),
    ]


ITEMS = st.builds(
    Judged,
    topic=st.sampled_from(TOPICS),
    level=st.sampled_from([*Level, None]),
    grade=st.sampled_from(Grade),
    depth=st.integers(0, 2),
    points=st.just(4),
    ticked=st.none() | st.integers(0, 4),
    took=st.timedeltas(timedelta(), timedelta(days=2)),
    answered=st.sampled_from(Answered),
    clarity=st.none() | st.sampled_from(Clarity),
)


@given(st.lists(ITEMS, min_size=1))
def test_scores_are_percents(items: list[Judged]) -> None:
    found = score(items)

    assert found
    assert 0 <= found.overall <= 100
    assert all(0 <= share <= 100 for share in found.dimensions.values())


@given(st.lists(ITEMS, min_size=1, max_size=5), st.data())
def test_better_grade_never_lowers_the_score(items: list[Judged], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(items) - 1))
    better = [*items]
    better[place] = replace(items[place], grade=Grade.EASY)
    before, after = score(items), score(better)

    assert before
    assert after
    assert after.overall >= before.overall
