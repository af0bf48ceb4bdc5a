"""The tables: what a row is. Rules live elsewhere; ids of Telegram are BIGINT everywhere."""

from __future__ import annotations

import enum
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, LargeBinary, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.study.mock import Stage
from bot.study.prompt import Delivery, Origin, PromptState

_SERIAL: Any = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only in its own INTEGER, which is as long."""


class Checkin(enum.StrEnum):
    """The one question whether to go on, after unanswered days: not due, to be sent, sent."""

    NONE = "none"
    PENDING = "pending"
    SENT = "sent"


class After(enum.StrEnum):
    """The question how an interview went: to be asked when it is over, asked, or no more."""

    WAITING = "waiting"
    SENT = "sent"
    DROPPED = "dropped"


class Learner(SQLModel, table=True):
    """One Telegram user, whose id is that of their private chat too."""

    id: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    joined_at: datetime
    acted_at: datetime
    zone: str | None = None
    set_up: bool = False
    zone_asked: bool = False
    levels: list[str] = Field(default_factory=list, sa_type=JSON)
    resting: list[str] = Field(default_factory=list, sa_type=JSON)
    preferences: list[str] = Field(default_factory=list, sa_type=JSON)
    track: str | None = None
    track_topics: dict[str, bool] | None = Field(default=None, sa_type=JSON)
    """Topics asked or not other than the track says; ``resting`` waits for its end."""

    track_levels: list[str] | None = Field(default=None, sa_type=JSON)
    """Levels other than the track's; ``levels`` waits for its end."""

    new_per_day: int = 3
    in_all_per_day: int = 10
    push_on: bool = True
    push_at: time = time(9)
    push_weekdays: list[int] = Field(default_factory=lambda: list(range(7)), sa_type=JSON)
    push_count: int = 1
    next_push_at: datetime | None = Field(default=None, index=True)
    unanswered_pushes: int = 0
    checkin: str = Checkin.NONE
    stopped: bool = False
    paused: bool = False
    paused_until: datetime | None = None
    reachable: bool = True
    awaiting: str | None = None
    awaiting_about: int | None = Field(default=None, sa_type=BigInteger)
    """What an awaited text is about: a note, a notebook, a prompt, an encounter or a report."""

    settled_by: int | None = Field(default=None, sa_type=BigInteger)
    """The update whose text was what the bot had asked for."""

    settled_as: str | None = None
    """What that text was."""

    only_notebook: int | None = Field(default=None, sa_type=BigInteger)
    """The notebook from which alone the learner wants to be asked."""

    plan_questions: int | None = None
    """Questions a day on the way to an interview, if other than the daily number."""

    plan_minutes: int | None = None
    """Minutes a day on the way to an interview, in the place of questions."""

    back_offered_on: date | None = None
    """The last study day on which an easy return was offered."""

    back_by: date | None = None
    """The last study day of a return, over which what had waited is spread."""

    __table_args__ = (
        Index(
            "pending_checkins",
            "checkin",
            sqlite_where=text("checkin = 'pending'"),
            postgresql_where=text("checkin = 'pending'"),
        ),
    )


class MemoryRow(SQLModel, table=True):
    """What one learner remembers of one question; no stability until the first grade."""

    __tablename__ = "memory"

    learner_id: int = Field(sa_type=BigInteger, primary_key=True, foreign_key="learner.id")
    question_id: str = Field(primary_key=True)
    stability: float | None = None
    difficulty: float | None = None
    last_day: date | None = None
    due_day: date | None = None
    reviews: int = 0
    lapses: int = 0
    returned_on: date | None = None
    hidden: bool = False
    starred: bool = False
    split: bool = False
    """Whether it is asked one key point at a time."""


class PromptRow(SQLModel, table=True):
    """One question put to one learner once.

    ``outcomes`` holds the memory that each grade would leave, computed at the reveal;
    ``own_answer`` the learner's messages as ``[{"message_id", "update_id", "text"}]``,
    ``voices`` those they have spoken as ``[{"message_id", "update_id", "file_id", "kind",
    "seconds"}]``, ``ticked`` the key points that they have ticked, counted from 0, ``recalled``
    how many they have gone through one at a time.
    A push is claimed by its slot, which is unique.
    """

    __tablename__ = "prompt"
    __table_args__ = (
        UniqueConstraint("learner_id", "slot_day", "slot_at"),
        Index(
            "one_open_prompt",
            "learner_id",
            unique=True,
            sqlite_where=text("state IN ('asked', 'revealed')"),
            postgresql_where=text("state IN ('asked', 'revealed')"),
        ),
        Index("prompts_of_a_day", "learner_id", "study_day"),
        Index("prompts_of_a_question", "learner_id", "question_id"),
        Index("prompts_of_a_set", "set_id"),
        Index(
            "unsent_prompts",
            "delivery",
            sqlite_where=text("delivery = 'pending'"),
            postgresql_where=text("delivery = 'pending'"),
        ),
        {"sqlite_autoincrement": True},  # an old button must never meet a new prompt of its id
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    question_id: str
    area_id: str | None = None
    origin: str = Origin.ASKED
    set_id: int | None = Field(default=None, sa_type=BigInteger)
    slot_day: date | None = None
    slot_at: time | None = None
    slot_closes: datetime | None = None
    state: str = PromptState.ASKED
    new: bool
    study_day: date
    asked_at: datetime
    revealed_at: datetime | None = None
    revealed_day: date | None = None
    closed_at: datetime | None = None
    grade: str | None = None
    outcomes: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    own_answer: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    help: list[str] = Field(default_factory=list, sa_type=JSON)
    confidence: str | None = None
    ticked: list[int] | None = Field(default=None, sa_type=JSON)
    shown: str | None = None
    """The part of the answer that was shown last."""

    recalled: int = 0
    voices: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    leech_message_id: int | None = Field(default=None, sa_type=BigInteger)
    """The message that has told of its many lapses; 0 when that may have arrived."""

    message_id: int | None = Field(default=None, sa_type=BigInteger)
    delivery: str = Delivery.PENDING


class SetRow(SQLModel, table=True):
    """One set of questions that a learner has asked for, the newest being what "same" means.

    ``plan`` holds the ids of its questions in their order; how far it has come is told by the
    prompts that name it. ``number`` is what was said, ``dropped`` when it is not to be resumed.
    """

    __tablename__ = "practice_set"
    __table_args__ = (
        Index("sets_of_a_learner", "learner_id", "id"),
        {"sqlite_autoincrement": True},  # an old button must never meet a new set of its id
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    name: str
    subjects: list[str] = Field(default_factory=list, sa_type=JSON)
    levels: list[str] = Field(default_factory=list, sa_type=JSON)
    number: int | None = None
    plan: list[str] = Field(default_factory=list, sa_type=JSON)
    asked_at: datetime
    update_id: int | None = Field(default=None, sa_type=BigInteger)
    offered_on: date | None = None
    dropped: bool = False


class Step(SQLModel, table=True):
    """One act of a learner that can be undone: what was before and after, in its transaction."""

    __table_args__ = (
        Index("steps_of_a_learner", "learner_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    kind: str
    prompt_id: int = Field(sa_type=_SERIAL, foreign_key="prompt.id")
    before: dict[str, Any] = Field(sa_type=JSON)
    after: dict[str, Any] = Field(sa_type=JSON)
    at: datetime
    update_id: int | None = Field(default=None, sa_type=BigInteger)
    undone_by: int | None = Field(default=None, sa_type=BigInteger)
    redone_by: int | None = Field(default=None, sa_type=BigInteger)
    undone: bool = False
    void: bool = False
    """Whether another act came after it was undone, so that it cannot be redone."""


class EncounterRow(SQLModel, table=True):
    """One time that a learner was asked a question in a real interview.

    ``said`` tells when it was, seen from the study day ``noted_on``. One that was taken back
    waits to be noted again.
    """

    __tablename__ = "encounter"
    __table_args__ = (
        Index("encounters_of_a_learner", "learner_id", "question_id"),
        {"sqlite_autoincrement": True},  # a place that is awaited must never meet another one
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    question_id: str
    said: str
    noted_on: date
    place: str | None = None
    taken_back: bool = False


class InterviewRow(SQLModel, table=True):
    """One interview of a learner, on the study day ``day``; they prepare since ``since``.

    It is about a track or areas, or all that the learner is asked. Once it is over, and how it
    went was asked as ``after`` says, what its plan has brought forward is ``settled``. ``felt``
    and ``told`` hold what the learner has said of it.
    """

    __tablename__ = "interview"
    __table_args__ = (
        Index("interviews_of_a_learner", "learner_id", "day"),
        Index(
            "interviews_to_ask_about",
            "day",
            sqlite_where=text("after = 'waiting'"),
            postgresql_where=text("after = 'waiting'"),
        ),
        {"sqlite_autoincrement": True},  # an old button must never meet a new one of its id
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    day: date
    at: time | None = None
    since: date
    track: str | None = None
    areas: list[str] = Field(default_factory=list, sa_type=JSON)
    update_id: int | None = Field(default=None, sa_type=BigInteger)
    after: str = After.WAITING
    settled: bool = False
    felt: str | None = None
    told: list[str] = Field(default_factory=list, sa_type=JSON)


class ReportRow(SQLModel, table=True):
    """What a learner has found wrong with a question, and what an owner has answered."""

    __tablename__ = "report"
    __table_args__ = {"sqlite_autoincrement": True}  # an old button must never meet a new report

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    question_id: str
    text: str
    at: datetime
    answer: str | None = None
    answer_sent: bool = False
    closed: bool = False


class MockRow(SQLModel, table=True):
    """One mock round of a learner; ``plan`` holds the ids of its questions in their order.

    A friend who acts as the interviewer comes by the ``secret`` of its link. It is paused while
    no prompt of it is open.
    """

    __tablename__ = "mock"
    __table_args__ = (
        Index("mocks_of_a_learner", "learner_id", "id"),
        Index(
            "one_mock_at_a_time",
            "learner_id",
            unique=True,
            sqlite_where=text("stage IN ('invited', 'asking', 'debrief')"),
            postgresql_where=text("stage IN ('invited', 'asking', 'debrief')"),
        ),
        {"sqlite_autoincrement": True},  # an old button must never meet a new round of its id
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    mode: str
    length: str
    scope: str = ""
    plan: list[str] = Field(default_factory=list, sa_type=JSON)
    stage: str = Stage.ASKING
    began_at: datetime
    ended_at: datetime | None = None
    secret: str | None = Field(default=None, unique=True)
    friend_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    friend_agreed: bool = False
    queued_set: int | None = Field(default=None, sa_type=BigInteger)
    """The set in which what was missed waits."""


class MockQuestionRow(SQLModel, table=True):
    """One question of a round; its prompt holds the answer and the grade.

    The time that the answer took is ``took_seconds``, and what has gone by since ``since`` while
    it is being answered. A word about the time is due at ``nudge_at``.
    """

    __tablename__ = "mock_question"
    __table_args__ = (
        Index("questions_of_a_mock", "mock_id", "ordinal"),
        Index("mock_question_of_a_prompt", "prompt_id"),
        Index("mock_questions_of_a_learner", "learner_id", "question_id"),
        {"sqlite_autoincrement": True},  # an old button must never meet a new question of its id
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    mock_id: int = Field(sa_type=_SERIAL, foreign_key="mock.id")
    prompt_id: int = Field(sa_type=_SERIAL, foreign_key="prompt.id")
    ordinal: int
    question_id: str
    depth: int = 0
    since: datetime | None = None
    took_seconds: float = 0
    nudge_at: datetime | None = Field(default=None, index=True)
    answered: str | None = None
    clarity: str | None = None
    friend_ticked: list[int] | None = Field(default=None, sa_type=JSON)
    friend_message_id: int | None = Field(default=None, sa_type=BigInteger)


class NotebookRow(SQLModel, table=True):
    """One document of a learner, as it came; ``message_id`` is the message that brought it."""

    __tablename__ = "notebook"
    __table_args__ = (
        UniqueConstraint("learner_id", "message_id"),
        {"sqlite_autoincrement": True},  # an old button must never meet a new notebook of its id
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    message_id: int = Field(sa_type=BigInteger)
    name: str
    file_name: str
    content: bytes = Field(sa_type=LargeBinary)
    answered_only: bool = False
    mixed: bool = False
    added_at: datetime
    updated_at: datetime | None = None


class NoteRow(SQLModel, table=True):
    """One question of a notebook; one that a newer version leaves out is kept as removed.

    ``ordinal`` is its place in the document, ``line`` where it stands there, from 1.
    """

    __tablename__ = "note"
    __table_args__ = (
        Index("notes_of_a_notebook", "notebook_id", "ordinal"),
        Index("notes_of_a_learner", "learner_id"),
        {"sqlite_autoincrement": True},  # a memory must never meet a new note of its id
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    notebook_id: int = Field(sa_type=_SERIAL, foreign_key="notebook.id")
    ordinal: int
    line: int
    topic: str | None = None
    level: str | None = None
    question: str
    answer: str | None = None
    answer_changed_at: datetime | None = None
    own_answer: str | None = None
    dropped: bool = False
    removed: bool = False
