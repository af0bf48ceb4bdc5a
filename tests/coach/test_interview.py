"""From a date to the day itself: what is asked, what is promised, what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.coach import aftermath, comeback, interview, learner, nudge, practice, progress
from bot.coach.interview import Refused
from bot.coach.nudge import Push
from bot.questions.model import AreaId, QuestionId
from bot.storage import interviews, memories
from bot.study.dates import When
from bot.study.interview import Felt, Interview, Preparing, Refusal, Subject
from bot.study.learner import Awaiting, Reason, Rest
from bot.study.memory import Grade, is_brought_forward
from bot.study.picking import Limits
from bot.study.prompt import Prompt
from bot.study.target import Standing

if TYPE_CHECKING:
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
DAY = date(2026, 12, 12)
KAFKA, DJANGO = AreaId("kafka"), AreaId("django")


def begin(coach: Coach, day: date = DAY, subject: Subject | None = None) -> Preparing:
    begun = coach(interview.begin, ANN, When(day), subject or Subject())
    assert isinstance(begun, Preparing)
    return begun


def only(preparing: Preparing) -> Interview:
    (prospect,) = preparing.prospects
    return prospect.interview


def practise(coach: Coach, grade: Grade = Grade.GOOD, most: int = 100) -> list[QuestionId]:
    """Do what is asked until nothing is, or so many; name the questions."""
    asked: list[QuestionId] = []
    while len(asked) < most:
        prompt = coach(practice.next_question, ANN)
        if isinstance(prompt, Rest) and prompt.reason is Reason.BACK:
            continue
        if not isinstance(prompt, Prompt):
            break
        assert prompt.question
        asked.append(prompt.question.id)
        coach(practice.reveal, ANN, prompt.id)
        coach(practice.grade, ANN, prompt.id, grade)
    return asked


def known(coach: Coach) -> dict[QuestionId, date]:
    with coach.database.transaction() as session:
        return {id_: kept.due_day for id_, kept in memories.of(session, ANN).items()}


def test_a_date_is_noted_with_a_forecast(coach: Coach) -> None:
    preparing = begin(coach)

    (prospect,) = preparing.prospects
    assert (prospect.interview.on, prospect.days) == (DAY, 21)
    assert prospect.forecast.standing is Standing.AHEAD
    assert prospect.forecast.questions == len(coach.bank.questions)
    assert prospect.forecast.left_out == ()
    assert prospect.forecast.seen_by
    assert preparing.a_day.fits == 10


def test_an_update_that_comes_twice_notes_one(coach: Coach) -> None:
    for _ in range(2):
        coach(interview.begin, ANN, When(DAY), Subject(), update_id=7)

    assert only(coach(interview.look, ANN)).on == DAY


def test_the_plan_takes_the_place_of_the_daily_numbers(coach: Coach) -> None:
    coach(interview.do_a_day, ANN, 4)
    begin(coach, DAY - timedelta(days=16))

    asked = practise(coach)

    assert len(asked) == len(set(asked)) == 4  # the daily numbers would be 3 new ones
    assert coach(progress.look, ANN).limits.in_all == 4


def test_all_is_seen_in_the_first_part_and_never_more_a_day_than_agreed(coach: Coach) -> None:
    coach(interview.do_a_day, ANN, 5)
    begin(coach)
    seen: set[QuestionId] = set()
    for _ in range(20):
        asked = practise(coach)
        assert len(asked) <= 5
        seen |= set(asked)
        coach.later(days=1)

    assert seen == set(coach.bank.questions)


@pytest.mark.parametrize("grade", [Grade.HARD, Grade.GOOD])
def test_what_a_label_says_is_what_happens(coach: Coach, grade: Grade) -> None:
    coach(interview.do_a_day, ANN, 15)
    begin(coach)
    promised: dict[QuestionId, date] = {}
    kept = 0
    for _ in range(20):
        today = coach.now.date()
        asked = practise(coach, grade)
        kept += sum(promised.get(each, DAY) == today for each in asked)
        late = [id_ for id_, by in promised.items() if by <= today and id_ not in asked]
        assert not late
        promised = {
            id_: due for id_, due in known(coach).items() if due < DAY and is_plans(coach, id_)
        }
        coach.later(days=1)

    assert kept


def is_plans(coach: Coach, question_id: QuestionId) -> bool:
    with coach.database.transaction() as session:
        memory = memories.get(session, ANN, question_id)
        return memory is not None and is_brought_forward(memory)


def test_until_the_day_a_plan_chooses_what_comes(coach: Coach) -> None:
    chosen = only(begin(coach, DAY - timedelta(days=16)))
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    assert prompt.by_plan

    coach(interview.drop, ANN, chosen.id)
    dropped = coach(practice.current, ANN)
    begin(coach, coach.now.date() + timedelta(days=1))
    coach.later(days=1)
    on_the_day = coach(practice.current, ANN)

    assert dropped
    assert on_the_day
    assert not dropped.by_plan
    assert not on_the_day.by_plan


def test_the_grade_keeps_the_day_of_its_button(coach: Coach) -> None:
    begin(coach, DAY - timedelta(days=10))
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    shown = coach(practice.reveal, ANN, prompt.id).prompt
    assert shown
    assert shown.outcomes
    assert shown.question

    coach(practice.grade, ANN, prompt.id, Grade.EASY)

    assert known(coach)[shown.question.id] == shown.outcomes[Grade.EASY].due_day


def test_dropping_the_date_gives_memories_their_own_days_back(coach: Coach) -> None:
    practise(coach, Grade.EASY, most=3)
    own = known(coach)
    coach.later(days=1)
    chosen = only(begin(coach, DAY - timedelta(days=16)))
    with coach.database.transaction() as session:
        for question_id in own:
            kept = memories.get(session, ANN, question_id)
            assert kept
            early = replace(kept, due_day=kept.last_day + timedelta(days=3))
            memories.save(session, ANN, question_id, early)

    assert coach(interview.drop, ANN, chosen.id).prospects == ()
    assert known(coach) == own


def test_topics_that_rest_are_asked_when_the_interview_is_about_them(coach: Coach) -> None:
    coach(learner.choose_area, ANN, DJANGO, on=True)
    begin(coach, subject=Subject(areas=frozenset({KAFKA})))

    asked = practise(coach, most=5)

    assert {coach.bank.questions[each].topic.area_id for each in asked} == {KAFKA}


def test_two_on_one_day_need_different_topics(coach: Coach) -> None:
    first = only(begin(coach))

    again = coach(interview.begin, ANN, When(DAY), Subject())
    begin(coach, subject=Subject(areas=frozenset({KAFKA})))

    assert again == Refused(Refusal.SAME_DAY, first)
    second = coach(interview.look, ANN).prospects[1].interview
    assert coach(interview.about, ANN, second.id, Subject()) == Refused(Refusal.SAME_DAY, first)


def test_an_interview_may_be_about_single_topics(coach: Coach) -> None:
    topic = next(id_ for id_ in coach.bank.topics if id_.startswith("kafka"))
    preparing = begin(coach, subject=Subject(topics=frozenset({topic})))

    (prospect,) = preparing.prospects
    assert prospect.subject == coach.bank.topics[topic].name
    assert prospect.forecast.questions == 3
    asked = {coach.bank.questions[id_].topic.id for id_ in practise(coach)}
    assert asked == {topic}

    with_an_area = coach(interview.about_area, ANN, prospect.interview.id, DJANGO, on=True)

    assert isinstance(with_an_area, Preparing)
    subject = only(with_an_area).subject
    assert subject == Subject(areas=frozenset({DJANGO}), topics=frozenset({topic}))


def test_an_interview_about_nothing_is_refused(coach: Coach) -> None:
    coach(learner.profile, ANN)
    with coach.database.transaction() as session:
        for question_id, question in coach.bank.questions.items():
            if question.topic.area_id == KAFKA:
                memories.hide(session, ANN, question_id, hidden=True)

    refused = coach(interview.begin, ANN, When(DAY), Subject(areas=frozenset({KAFKA})))

    assert refused == Refused(Refusal.NO_QUESTIONS)


def test_a_date_can_be_moved_and_its_topics_changed(coach: Coach) -> None:
    chosen = only(begin(coach))
    later = When(DAY + timedelta(days=7))

    coach(interview.move, ANN, chosen.id, later, update_id=9)
    coach(interview.about_area, ANN, chosen.id, KAFKA, on=True)
    both = coach(interview.about_area, ANN, chosen.id, DJANGO, on=True)

    assert isinstance(both, Preparing)
    assert only(both).on == later.day
    assert only(both).subject.areas == {KAFKA, DJANGO}
    assert only(both).since == coach.now.date()


def test_only_so_many_interviews_at_a_time(coach: Coach) -> None:
    for number in range(5):
        begin(coach, DAY + timedelta(days=number))

    more = coach(interview.begin, ANN, When(DAY + timedelta(days=9)), Subject())

    assert more == Refused(Refusal.TOO_MANY)


def test_what_does_not_fit_is_named_and_more_a_day_helps(coach: Coach) -> None:
    coach(interview.do_a_day, ANN, 2)

    (prospect,) = begin(coach, coach.now.date() + timedelta(days=3)).prospects

    assert len(prospect.forecast.left_out) == len(coach.bank.questions) - 6
    assert prospect.left_out
    assert prospect.more
    assert prospect.more[1] > prospect.forecast.expected


def test_a_typed_amount_that_comes_twice_is_known(coach: Coach) -> None:
    coach(interview.do_a_day, ANN, 25, typed_in=7)

    profile = coach(learner.listen, ANN)

    assert (profile.settled_by, profile.settled_as) == (7, Awaiting.A_DAY)


def test_practising_for_one_counts_for_another_about_the_same(coach: Coach) -> None:
    coach(interview.do_a_day, ANN, 2)
    today = coach.now.date()
    (alone,) = begin(coach, today + timedelta(days=12)).prospects

    nearer, later = begin(coach, today + timedelta(days=8)).prospects

    assert later.forecast == alone.forecast
    assert nearer.forecast.expected < later.forecast.expected


def test_minutes_become_questions_by_the_time_that_one_takes(coach: Coach) -> None:
    for _ in range(6):
        prompt = coach(practice.next_question, ANN, more=True)
        assert isinstance(prompt, Prompt)
        coach(practice.reveal, ANN, prompt.id)
        coach.later(minutes=2)
        coach(practice.grade, ANN, prompt.id, Grade.EASY)

    preparing = coach(interview.do_a_day, ANN, timedelta(minutes=30))

    assert preparing.a_day.each == timedelta(minutes=2)
    assert preparing.a_day.fits == 15


def test_on_the_day_itself_nothing_is_asked_but_a_warm_up_on_request(coach: Coach) -> None:
    coach(learner.choose_zone, ANN, ZoneInfo("Europe/Berlin"))
    begin(coach, coach.now.date() + timedelta(days=2))
    seen = practise(coach)
    coach.now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    rest = coach(practice.next_question, ANN)
    warm_up = coach(practice.next_question, ANN, more=True)

    assert isinstance(rest, Rest)
    assert rest.agenda
    assert rest.agenda.is_the_day
    assert isinstance(warm_up, Prompt)
    assert warm_up.question
    assert warm_up.question.id in seen


def test_no_daily_question_comes_on_the_day_and_none_is_told_of(coach: Coach) -> None:
    coach(learner.choose_zone, ANN, ZoneInfo("Europe/Berlin"))
    begin(coach, date(2026, 11, 22))

    profile = coach(learner.profile, ANN)

    assert profile.next_push == datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def test_the_daily_question_follows_the_plan(coach: Coach) -> None:
    coach(learner.choose_area, ANN, DJANGO, on=True)
    coach(learner.choose_zone, ANN, ZoneInfo("Europe/Berlin"))
    begin(coach, subject=Subject(areas=frozenset({KAFKA})))
    coach.now = datetime(2026, 11, 22, 8, 0, 30, tzinfo=UTC)

    push = coach(nudge.claim, ANN)

    assert isinstance(push, Push)
    assert push.prompt.question
    assert push.prompt.question.topic.area_id == KAFKA


def past(coach: Coach) -> Interview:
    """An interview on the next day, after which the next morning has come."""
    coach(learner.choose_zone, ANN, ZoneInfo("Europe/Berlin"))
    chosen = only(begin(coach, date(2026, 11, 22)))
    coach.now = datetime(2026, 11, 23, 8, 1, tzinfo=UTC)
    return chosen


def test_how_it_went_is_asked_once_on_the_next_morning(coach: Coach) -> None:
    chosen = past(coach)
    coach.now -= timedelta(minutes=2)
    assert coach(aftermath.take_up, chosen.id) is None
    coach.now += timedelta(minutes=2)

    due = coach(aftermath.take_up, chosen.id)
    coach(aftermath.was_asked, chosen.id)

    assert due == aftermath.AskHowItWent(ANN, chosen)
    assert coach(aftermath.take_up, chosen.id) is None
    assert chosen.id not in coach(aftermath.over)


def test_who_is_asked_how_it_went_may_prepare_for_another(coach: Coach) -> None:
    chosen = past(coach)
    begin(coach, DAY)

    asked = coach(aftermath.take_up, chosen.id)

    assert asked
    assert asked.following
    assert asked.following.on == DAY


def test_who_has_paused_is_not_asked_how_it_went(coach: Coach) -> None:
    chosen = past(coach)
    coach(learner.pause, ANN, None)

    assert coach(aftermath.take_up, chosen.id) is None
    coach.later(days=2)
    coach(learner.resume, ANN)
    assert coach(aftermath.take_up, chosen.id) is None
    assert coach(interview.look, ANN).ended == chosen  # where they look they may still say it


def test_what_was_asked_for_real_is_noted_once_and_can_be_taken_back(coach: Coach) -> None:
    chosen = past(coach)
    question_id = next(iter(coach.bank.questions))
    coach(aftermath.felt, ANN, chosen.id, Felt.WELL)

    told = coach(aftermath.tell, ANN, "What is a thing?\n\nAnd another", update_id=8)
    for _ in range(2):
        noted = coach(aftermath.asked_for_real, ANN, chosen.id, question_id, on=True)
    gone = coach(aftermath.asked_for_real, ANN, chosen.id, question_id, on=False)

    assert told
    assert told.lines == ("What is a thing?", "And another")
    assert noted
    assert noted.noted == {question_id}
    assert gone
    assert gone.noted == frozenset()
    assert coach(interview.look, ANN).ended is None


def test_after_the_day_the_daily_numbers_hold_again(coach: Coach) -> None:
    past(coach)

    assert len(practise(coach)) == 3


def in_a_gap(coach: Coach) -> int:
    """Learn for some days, then stay away; tell how many wait."""
    coach(learner.choose_limits, ANN, Limits(new=18, in_all=18))
    practise(coach)
    coach.later(days=8)
    return sum(due <= coach.now.date() for due in known(coach).values())


def test_who_is_back_after_a_gap_is_offered_an_easy_return_once(coach: Coach) -> None:
    waiting = in_a_gap(coach)

    offered = coach(practice.next_question, ANN)
    then = coach(practice.next_question, ANN)

    assert isinstance(offered, Rest)
    assert (offered.reason, offered.waiting) == (Reason.BACK, waiting)
    assert isinstance(then, Prompt)


@pytest.mark.parametrize("days", [3, 5, 7])
def test_a_return_spreads_what_waits_and_asks_nothing_new(coach: Coach, days: int) -> None:
    waiting = in_a_gap(coach)
    assert waiting == 18
    first = coach(comeback.come_back, ANN, days)
    assert isinstance(first, Prompt)
    done = []
    for _ in range(days):
        done.append(practise(coach, Grade.EASY))
        coach.later(days=1)

    assert sum(map(len, done)) == 18
    assert max(map(len, done)) - min(map(len, done)) <= 3
    assert len({each for part in done for each in part}) == 18


def test_two_missed_days_are_no_gap(coach: Coach) -> None:
    practise(coach)
    coach.later(days=3)

    assert isinstance(coach(practice.next_question, ANN), Prompt)


def test_everything_about_interviews_is_forgotten(coach: Coach) -> None:
    chosen = only(begin(coach))

    coach(learner.forget, ANN)

    with coach.database.transaction() as session:
        assert interviews.get(session, ANN, chosen.id) is None
