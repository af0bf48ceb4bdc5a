"""Own notes: notebooks and their questions, each found for its owner only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, String, delete, func, insert, literal, or_, update
from sqlalchemy import cast as as_type
from sqlalchemy.orm import defer
from sqlmodel import col, select

from bot.storage.tables import EncounterRow, MemoryRow, NotebookRow, NoteRow, PromptRow, Step
from bot.study.notes import PREFIX, NotebookId, NoteId
from bot.study.prompt import PromptState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlmodel import Session
    from sqlmodel.sql.expression import SelectOfScalar

_WITHOUT_CONTENT = defer(cast("Any", NotebookRow.content))
"""A document may have 2 MB and is seldom wanted."""

_HAS_ANSWER = or_(col(NoteRow.answer).is_not(None), col(NoteRow.own_answer).is_not(None))
_CAN_BE_ASKED = (
    col(NoteRow.dropped).is_(False),
    col(NoteRow.removed).is_(False),
    or_(col(NotebookRow.answered_only).is_(False), _HAS_ANSWER),
)
_COLUMNS: list[Any] = [
    NoteRow.id,
    NoteRow.notebook_id,
    NotebookRow.name,
    NoteRow.topic,
    NoteRow.level,
    _HAS_ANSWER,
]
"""The fields of ``Askable``."""

_IS_OPEN = col(PromptRow.state).in_([state for state in PromptState if state.is_open])


_FORGOTTEN: dict[str, Any] = {
    "own_answer": [],
    "voices": [],
    "outcomes": None,
    "ticked": None,
    "recalled": 0,
}
"""What a prompt keeps of a question that was deleted."""


@dataclass(frozen=True, slots=True)
class Askable:
    """What choosing a question needs to know of a note that can be asked."""

    note: NoteId
    notebook: NotebookId
    name: str
    topic: str | None
    level: str | None
    answered: bool


def storable(text: str) -> str:
    """Take out what PostgreSQL cannot hold in a text: zero characters, halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def put(session: Session, row: NotebookRow) -> NotebookRow:
    """Keep a new notebook and give it its id."""
    session.add(row)
    session.flush()
    return row


def put_questions(session: Session, rows: Iterable[Mapping[str, object]]) -> None:
    """Keep new notes, given by their columns: a long document would take seconds one by one."""
    values = list(rows)
    if values:
        session.execute(insert(NoteRow), values)


def brought_by(session: Session, learner_id: int, message_id: int) -> NotebookRow | None:
    """Find the notebook that a message has brought: it was added before."""
    query = select(NotebookRow).where(
        NotebookRow.learner_id == learner_id, NotebookRow.message_id == message_id
    )
    return session.exec(query.options(_WITHOUT_CONTENT)).first()


def notebook(session: Session, learner_id: int, notebook_id: int) -> NotebookRow | None:
    """Find a notebook of this learner; another's is as good as none."""
    row = session.get(NotebookRow, notebook_id, options=[_WITHOUT_CONTENT])
    return row if row and row.learner_id == learner_id else None


def notebooks(session: Session, learner_id: int) -> Sequence[NotebookRow]:
    """List the notebooks of a learner, the oldest first."""
    query = select(NotebookRow).where(NotebookRow.learner_id == learner_id)
    return session.exec(query.options(_WITHOUT_CONTENT).order_by(col(NotebookRow.id))).all()


def get(session: Session, learner_id: int, note_id: int) -> NoteRow | None:
    """Find a note of this learner."""
    row = session.get(NoteRow, note_id)
    return row if row and row.learner_id == learner_id else None


def of_notebook(session: Session, learner_id: int, notebook_id: int) -> Sequence[NoteRow]:
    """List every note of a notebook in the order of its document, dropped and removed ones too."""
    query = select(NoteRow).where(
        NoteRow.learner_id == learner_id, NoteRow.notebook_id == notebook_id
    )
    return session.exec(query.order_by(col(NoteRow.ordinal), col(NoteRow.id))).all()


def askable(session: Session, learner_id: int) -> list[Askable]:
    """List what can be asked from all notebooks of a learner, in the order of the documents."""
    return _askable(session, learner_id)


def askable_mixed(session: Session, learner_id: int) -> list[Askable]:
    """List what comes among all other questions."""
    return _askable(session, learner_id, col(NotebookRow.mixed).is_(True))


def askable_of(session: Session, learner_id: int, notebook_id: int) -> list[Askable]:
    """List what can be asked from one notebook."""
    return _askable(session, learner_id, col(NotebookRow.id) == notebook_id)


def last_graded_at(session: Session, learner_id: int, question_id: str) -> datetime | None:
    """Tell when a learner last graded a question."""
    query = select(func.max(PromptRow.closed_at)).where(
        PromptRow.learner_id == learner_id,
        PromptRow.question_id == question_id,
        PromptRow.state == PromptState.GRADED,
    )
    return session.exec(query).one()


def remove(session: Session, learner_id: int, notebook_id: int, now: datetime) -> int | None:
    """Delete a notebook with all that is remembered of its questions.

    Prompts stay as bare counts. Returns the message of one that was open.
    """
    names = _names_in(learner_id, notebook_id)
    mine = (col(PromptRow.learner_id) == learner_id, col(PromptRow.question_id).in_(names))
    shown = session.exec(select(PromptRow.message_id).where(*mine, _IS_OPEN)).first()
    of_them = select(PromptRow.id).where(*mine)
    session.execute(delete(Step).where(col(Step.prompt_id).in_(of_them)))
    close = {"state": PromptState.WITHDRAWN, "closed_at": now}
    session.execute(update(PromptRow).where(*mine, _IS_OPEN).values(**close))
    session.execute(update(PromptRow).where(*mine).values(**_FORGOTTEN))
    for table in (MemoryRow, EncounterRow):
        of_it = (col(table.learner_id) == learner_id, col(table.question_id).in_(names))
        session.execute(delete(table).where(*of_it))
    session.execute(
        delete(NoteRow).where(
            col(NoteRow.learner_id) == learner_id, col(NoteRow.notebook_id) == notebook_id
        )
    )
    whole = (col(NotebookRow.learner_id) == learner_id, col(NotebookRow.id) == notebook_id)
    session.execute(delete(NotebookRow).where(*whole))
    session.expire_all()
    return shown


def _askable(session: Session, learner_id: int, *which: ColumnElement[bool]) -> list[Askable]:
    query = (
        select(*_COLUMNS)
        .join(NotebookRow, col(NotebookRow.id) == col(NoteRow.notebook_id))
        .where(col(NoteRow.learner_id) == learner_id, *_CAN_BE_ASKED, *which)
        .order_by(col(NoteRow.notebook_id), col(NoteRow.ordinal))
    )
    return [Askable(*row) for row in session.exec(query)]


def _names_in(learner_id: int, notebook_id: int) -> SelectOfScalar[str]:
    """Name the questions of a notebook as memories and prompts do."""
    name = literal(PREFIX) + as_type(col(NoteRow.id), String)
    return select(name).where(NoteRow.learner_id == learner_id, NoteRow.notebook_id == notebook_id)
