"""The map of topics, and going through one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.coach import learner, mending, practice, topics
from bot.questions.model import Level, TopicId
from bot.study.learner import Reason, Rest
from bot.study.memory import Grade
from bot.study.picking import Limits
from bot.study.prompt import Origin, Prompt, PromptState

if TYPE_CHECKING:
    from bot.study.topics import TopicCount
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
TRAPS, BASICS = TopicId("python/traps"), TopicId("kafka/basics")


def asked(coach: Coach, topic: TopicId = TRAPS) -> Prompt:
    asking = coach(topics.ask, ANN, topic)
    assert asking
    assert isinstance(asking.shown, Prompt)
    return asking.shown


def graded(coach: Coach, prompt: Prompt, grade: Grade = Grade.GOOD) -> Prompt | Rest:
    coach(practice.reveal, ANN, prompt.id)
    turn = coach(practice.grade, ANN, prompt.id, grade)
    assert isinstance(turn.next, Prompt | Rest)
    return turn.next


def topic_of(prompt: Prompt) -> str:
    assert prompt.question
    return prompt.question.topic.id


def count_of(coach: Coach, topic: TopicId) -> TopicCount:
    return next(count for count in coach(topics.counts, ANN) if count.topic.id == topic)


def test_counts_tell_known_from_shaky_and_unseen(coach: Coach) -> None:
    second = graded(coach, asked(coach), Grade.EASY)
    assert isinstance(second, Prompt)
    graded(coach, second, Grade.GOOD)

    count = count_of(coach, TRAPS)

    assert (count.questions, count.known, count.shaky, count.unseen) == (3, 1, 1, 1)


def test_counts_are_of_the_chosen_levels(coach: Coach) -> None:
    coach(learner.choose_levels, ANN, [Level.SENIOR])

    count = count_of(coach, TRAPS)

    assert (count.questions, count.elsewhere) == (1, 2)


def test_hidden_questions_do_not_count(coach: Coach) -> None:
    coach(practice.hide, ANN, asked(coach).id)

    assert count_of(coach, TRAPS).questions == 2


def test_a_topic_is_gone_through_to_its_end(coach: Coach) -> None:
    coach(learner.choose_limits, ANN, Limits(new=1, in_all=1))
    shown: Prompt | Rest = asked(coach)
    seen = []
    while isinstance(shown, Prompt):
        seen.append(topic_of(shown))
        shown = graded(coach, shown)

    assert seen == [TRAPS] * 3
    assert shown.reason is Reason.TOPIC_DONE
    assert shown.topic
    assert shown.topic.id == TRAPS


def test_a_topic_that_rests_can_be_asked(coach: Coach) -> None:
    coach(learner.choose_topic, ANN, TRAPS, on=False)

    assert topic_of(asked(coach)) == TRAPS
    assert not count_of(coach, TRAPS).chosen


def test_what_is_not_due_is_asked_when_the_topic_is(coach: Coach) -> None:
    for _ in range(3):
        graded(coach, asked(coach), Grade.EASY)
    coach.later(days=1)

    assert topic_of(asked(coach)) == TRAPS


def test_again_comes_back_while_the_topic_goes_on(coach: Coach) -> None:
    coach(learner.choose_topic, ANN, TRAPS, on=False)
    first = asked(coach)
    revealed = coach(practice.reveal, ANN, first.id).prompt
    assert revealed
    assert revealed.outcomes
    assert revealed.outcomes[Grade.AGAIN].due_day == revealed.today

    shown = coach(practice.grade, ANN, first.id, Grade.AGAIN).next
    seen = []
    while isinstance(shown, Prompt):
        seen.append(shown.question)
        shown = graded(coach, shown)

    assert len(seen) == 3
    assert seen[-1] == first.question


def test_a_waiting_question_of_another_topic_is_put_away(coach: Coach) -> None:
    other = asked(coach, BASICS)

    asking = coach(topics.ask, ANN, TRAPS)

    assert asking
    assert asking.put_away
    assert (asking.put_away.id, asking.put_away.state) == (other.id, PromptState.WITHDRAWN)
    assert count_of(coach, BASICS).unseen == 3


def test_a_waiting_question_of_the_topic_is_shown_again(coach: Coach) -> None:
    first = asked(coach)

    assert asked(coach).id == first.id


def test_a_waiting_question_that_fits_begins_the_topic(coach: Coach) -> None:
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    topic = TopicId(topic_of(prompt))

    assert asked(coach, topic).id == prompt.id

    following = graded(coach, prompt)
    assert isinstance(following, Prompt)
    assert (topic_of(following), following.origin) == (topic, Origin.TOPIC)


def test_nothing_is_put_away_for_an_exhausted_topic(coach: Coach) -> None:
    for _ in range(3):
        graded(coach, asked(coach))
    waiting = coach(practice.next_question, ANN, more=True)

    asking = coach(topics.ask, ANN, TRAPS)

    assert asking
    assert isinstance(asking.shown, Rest)
    assert asking.put_away is None
    current = coach(practice.current, ANN)
    assert isinstance(waiting, Prompt)
    assert current
    assert current.id == waiting.id


def test_undo_takes_back_a_step_within_a_topic(coach: Coach) -> None:
    first = asked(coach)
    graded(coach, first)

    turn = coach(mending.undo, ANN)

    assert turn.prompt
    assert (turn.prompt.id, turn.prompt.origin) == (first.id, Origin.TOPIC)
    assert count_of(coach, TRAPS).seen == 0


def test_skipping_goes_on_within_the_topic(coach: Coach) -> None:
    first = asked(coach)

    following = coach(practice.skip, ANN, first.id).next

    assert isinstance(following, Prompt)
    assert topic_of(following) == TRAPS
    assert following.id != first.id


def test_unknown_topic_asks_nothing(coach: Coach) -> None:
    assert coach(topics.ask, ANN, TopicId("gone/gone")) is None


@pytest.mark.parametrize("levels", [[], [Level.MIDDLE]])
def test_only_the_chosen_levels_are_asked(coach: Coach, levels: list[Level]) -> None:
    coach(learner.choose_levels, ANN, levels)
    shown: Prompt | Rest = asked(coach)
    found = set()
    while isinstance(shown, Prompt):
        assert shown.question
        found.add(shown.question.level)
        shown = graded(coach, shown)

    assert found == set(levels or Level)
