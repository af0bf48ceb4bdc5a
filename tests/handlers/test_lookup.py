from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.lookup import Lookup
from bot.questions.model import AreaId, Question, QuestionId, Source, Topic, TopicId
from bot.study.notes import AREA, AREA_ID

if TYPE_CHECKING:
    from bot.questions.bank import Bank

ANN, BOB = 1, 2


def note(number: int, text: str) -> Question:
    topic = Topic(TopicId("notes/1"), "Mine", AreaId(AREA_ID), AREA)
    return Question(QuestionId(f"note/{number}"), text, topic, Source("a.md", number))


async def test_subjects_are_those_of_the_bank(bank: Bank) -> None:
    assert {"python", "django", "kafka"} <= (await Lookup(bank).subjects()).by_id.keys()


async def test_notes_come_beside_the_bank_the_best_of_each_first(bank: Bank) -> None:
    notes = [note(1, "What is Kafka to me?"), note(2, "What is a list?")]

    found = await Lookup(bank).search("kafka", ANN, notes)

    assert found[0].id == "note/1"
    assert found[1].topic.area_id == "kafka"
    assert "note/2" not in [question.id for question in found]


async def test_changed_notes_are_searched_anew(bank: Bank) -> None:
    lookup = Lookup(bank)
    before = await lookup.search("zebra", ANN, [note(1, "What is a lion?")])

    after = await lookup.search("zebra", ANN, [note(1, "What is a zebra?")])

    assert before == ()
    assert [question.id for question in after] == ["note/1"]


async def test_notes_of_one_learner_are_not_anothers(bank: Bank) -> None:
    lookup = Lookup(bank)
    await lookup.search("zebra", ANN, [note(1, "What is a zebra?")])

    assert await lookup.search("zebra", BOB, []) == ()
    assert await lookup.search("zebra", BOB, [note(2, "What is a lion?")]) == ()
