"""The map of topics: what is known of each, and asking from one of them only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.coach import arrival, aside, asking, choice, chosen, clock, describing
from bot.storage import fits, memories, prompts
from bot.study import picking, scope
from bot.study.learner import Reason
from bot.study.prompt import Origin, PromptState
from bot.study.topics import Knowledge, TopicCount, knowledge

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.questions.model import Question, TopicId
    from bot.storage.tables import Learner
    from bot.study.learner import Rest
    from bot.study.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Asking:
    """What came of asking from a topic; ``put_away`` is the question that had waited instead."""

    shown: Prompt | Rest
    put_away: Prompt | None = None


def ask(visit: Visit, learner_id: int, topic_id: TopicId) -> Asking | None:
    """Go through one topic, beyond the daily numbers; None when there is no such topic.

    A question of another topic that waits is put away as if it had not been asked, unless this
    topic has none to take its place.
    """
    learner = arrival.arrive(visit, learner_id)
    if topic_id not in visit.bank.topics:
        return None
    waiting, row = asking.open_prompt(visit, learner), prompts.open_of(visit.session, learner_id)
    if waiting and row and waiting.question and waiting.question.topic.id == topic_id:
        if waiting.state is PromptState.ASKED and waiting.origin in {Origin.ASKED, Origin.SET}:
            prompts.move(visit.session, row, {"origin": Origin.TOPIC, "set_id": None})
        return Asking(waiting)
    question = _pick(visit, learner, topic_id)
    if question is None:
        return Asking(_done(visit, learner, topic_id))
    if row is None:
        return Asking(asking.put(visit, learner, question, origin=Origin.TOPIC))
    aside.put_away(visit, row)
    put_away = describing.facts(visit, learner, row)
    return Asking(asking.put(visit, learner, question, origin=Origin.TOPIC), put_away)


def follow(visit: Visit, learner: Learner, topic_id: TopicId) -> Prompt | Rest:
    """Go on with a topic, to its end."""
    question = _pick(visit, learner, topic_id)
    if question is None:
        return _done(visit, learner, topic_id)
    return asking.put(visit, learner, question, origin=Origin.TOPIC)


def counts(visit: Visit, learner_id: int) -> tuple[TopicCount, ...]:
    """Count, for every topic in the order of learning, what is known of the chosen levels."""
    return counts_of(visit, arrival.arrive(visit, learner_id))


def counts_of(visit: Visit, learner: Learner) -> tuple[TopicCount, ...]:
    """Count as ``counts`` does, for a learner who is here already."""
    memory_of = memories.of(visit.session, learner.id)
    hidden = memories.hidden(visit.session, learner.id)
    today, levels = clock.today_of(visit, learner), chosen.levels_of(visit, learner)
    resting, weights = chosen.resting_of(visit, learner), chosen.weights_of(visit, learner)
    parameters = fits.parameters(visit.session, learner.id)
    known: Counter[tuple[TopicId, Knowledge]] = Counter()
    due: Counter[TopicId] = Counter()
    elsewhere: Counter[TopicId] = Counter()
    for question in visit.bank.questions.values():
        topic, memory = question.topic.id, memory_of.get(question.id)
        if not question.is_of(levels):
            elsewhere[topic] += 1
        elif question.id not in hidden:
            known[topic, knowledge(memory, today, parameters)] += 1
            due[topic] += memory is not None and memory.due_day <= today
    return tuple(
        TopicCount(
            topic=topic,
            chosen=not scope.rests(topic, resting),
            questions=sum(known[topic.id, each] for each in Knowledge),
            known=known[topic.id, Knowledge.KNOWN],
            shaky=known[topic.id, Knowledge.SHAKY],
            due=due[topic.id],
            elsewhere=elsewhere[topic.id],
            weight=weights.get(topic.id),
        )
        for topic in visit.bank.topics.values()
    )


def _pick(visit: Visit, learner: Learner, topic_id: TopicId) -> Question | None:
    situation = choice.situation_of(visit, learner, topic=topic_id)
    return picking.next_of_topic(situation, visit.chance)


def _done(visit: Visit, learner: Learner, topic_id: TopicId) -> Rest:
    rest = asking.rest(visit, learner, choice.situation_of(visit, learner), Reason.TOPIC_DONE)
    return replace(rest, topic=visit.bank.topics[topic_id])
