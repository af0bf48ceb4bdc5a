"""The debrief of a mock round: its score, its place among earlier ones, what to practise again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.coach import arrival, clock, pool
from bot.questions.model import QuestionId
from bot.storage import mocks, sets
from bot.storage.tables import SetRow
from bot.study import coverage, mock
from bot.study.day import study_day
from bot.study.memory import Grade
from bot.study.mock import (
    Answered,
    Clarity,
    Earlier,
    Item,
    Length,
    Mode,
    Report,
    Scope,
    Stage,
)
from bot.study.prompt import PromptState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.coach.transaction import Visit
    from bot.questions.model import Question
    from bot.storage.tables import Learner, MockQuestionRow, MockRow, PromptRow

_COMPARED = 5
"""Earlier rounds that a new one is compared with."""

MISSED = "what you missed"
"""The name of the set in which missed questions wait."""


def report(visit: Visit, learner_id: int, mock_id: int) -> Report | None:
    """Sum up a round that is over; None when there is no such round."""
    learner = arrival.arrive(visit, learner_id)
    row = mocks.get(visit.session, learner_id, mock_id)
    return report_of(visit, learner, row) if row and row.stage == Stage.DONE else None


def report_of(visit: Visit, learner: Learner, row: MockRow) -> Report:
    """Sum up a round and compare it with earlier ones."""
    assert row.id is not None
    items = tuple(_items(visit, row))
    zone = clock.zone_of(learner)
    earlier = []
    for before in mocks.ended(visit.session, learner.id, before=row.id)[:_COMPARED]:
        score = mock.score([item.judged for item in _items(visit, before)])
        if score:
            earlier.append(Earlier(study_day(before.began_at, zone), score.overall))
    return Report(
        round_id=row.id,
        learner_id=learner.id,
        mode=Mode(row.mode),
        length=Length(row.length),
        about=about(visit, Scope.read(row.scope)),
        on=study_day(row.began_at, zone),
        items=items,
        score=mock.score([item.judged for item in items]),
        earlier=tuple(earlier),
        queued=row.queued_set,
    )


def queue(visit: Visit, learner_id: int, mock_id: int) -> Report | None:
    """Keep what was missed as a set to be gone through later, once; None when there is no round."""
    found = report(visit, learner_id, mock_id)
    row = mocks.get(visit.session, learner_id, mock_id)
    if found is None or row is None or row.queued_set or not found.missed:
        return found
    plan: list[str] = list(found.missed)
    kept = SetRow(
        learner_id=learner_id, name=MISSED, number=len(plan), plan=plan, asked_at=visit.now
    )
    row.queued_set = sets.put(visit.session, kept).id
    visit.session.flush()
    return report(visit, learner_id, mock_id)


def about(visit: Visit, scope: Scope) -> str:
    """Name what a round asks about."""
    bank = visit.bank
    if scope.track:
        return bank.tracks[scope.track].name if scope.track in bank.tracks else scope.track
    if scope.topic:
        return bank.topics[scope.topic].name if scope.topic in bank.topics else scope.topic
    if scope.area:
        return bank.areas.get(scope.area, scope.area)
    return "all you chose"


def _items(visit: Visit, row: MockRow) -> Iterator[Item]:
    assert row.id is not None
    number = 0
    for asked, prompt in mocks.questions(visit.session, row.id):
        number += asked.depth == 0
        question = pool.find(visit, row.learner_id, QuestionId(prompt.question_id))
        if question and prompt.state == PromptState.GRADED:
            yield _item(visit, question, number, asked, prompt)


def _item(
    visit: Visit, question: Question, number: int, asked: MockQuestionRow, prompt: PromptRow
) -> Item:
    typed = "\n".join(part["text"] for part in prompt.own_answer)
    said = coverage.said(typed, question.key_points, visit.synonyms) if typed else None
    seconds = sum(voice["seconds"] for voice in prompt.voices)
    assert prompt.grade
    return Item(
        question=question,
        number=number,
        depth=asked.depth,
        grade=Grade(prompt.grade),
        ticked=said if prompt.ticked is None else frozenset(prompt.ticked),
        took=timedelta(seconds=asked.took_seconds),
        answered=Answered(asked.answered or Answered.ALOUD),
        clarity=Clarity(asked.clarity) if asked.clarity else None,
        own_answer=typed,
        spoken=timedelta(seconds=seconds) if seconds else None,
    )
