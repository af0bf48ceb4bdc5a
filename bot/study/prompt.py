"""A prompt: one question put to one learner once, as everybody above the tables sees it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.questions.model import Question
    from bot.study.marks import Encounter
    from bot.study.memory import Grade, Memory
    from bot.study.mock import Place
    from bot.study.notes import Standing
    from bot.study.preference import Preference
    from bot.study.sets import InSet
    from bot.study.voice import Voice


class PromptState(enum.StrEnum):
    """How far a prompt has come; the first two are open, the others final until undone."""

    ASKED = "asked"
    REVEALED = "revealed"
    GRADED = "graded"
    SKIPPED = "skipped"
    HIDDEN = "hidden"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    HELD = "held"  # of a mock round: it waits to be gone on with, or to be looked at in the end

    @property
    def is_open(self) -> bool:
        """Tell whether the learner may still answer it."""
        return self in {PromptState.ASKED, PromptState.REVEALED}


class Origin(enum.StrEnum):
    """Why a question was put: the learner asked for it, its topic or a set, or the clock did."""

    ASKED = "asked"
    TOPIC = "topic"
    SET = "set"
    PUSH = "push"
    MOCK = "mock"


class Help(enum.StrEnum):
    """What a learner may look at before the answer; it caps the grade that is suggested."""

    HINT = "hint"
    OUTLINE = "outline"


class Confidence(enum.StrEnum):
    """How sure a learner was before they looked."""

    SURE = "sure"
    HALF = "half"
    NO_IDEA = "no"


class Delivery(enum.StrEnum):
    """What is known of the message of a prompt; an unknown outcome counts as sent."""

    PENDING = "pending"
    SENT = "sent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt on the learner's study day ``today``.

    ``question`` is None when it was taken out of the bank. ``outcomes`` are there from the
    reveal on, ``grade`` once graded, ``step_id`` while closing it can be undone. ``ticked`` are
    the key points, counted from 0, that the learner has said: by their own ticks, or by what
    they typed; None when nothing is known of it.
    """

    id: int
    learner_id: int
    question: Question | None
    state: PromptState
    delivery: Delivery
    today: date
    origin: Origin = Origin.ASKED
    in_set: InSet | None = None
    """Where it stands in its set, if it is part of one."""

    shown: str | None = None
    """The part of the answer that was shown last, as the screens name it."""

    message_id: int | None = None
    outcomes: Mapping[Grade, Memory] | None = None
    grade: Grade | None = None
    own_answer: str = ""
    step_id: int | None = None
    graded_today: bool = False
    """Whether it was graded on this study day, so that the grade can be changed."""

    redo_id: int | None = None
    """The step that can be done again, right after it was undone."""

    standing: Standing | None = None
    """What is to be said about the answer, of a question of the learner's own."""

    help: frozenset[Help] = frozenset()
    confidence: Confidence | None = None
    ticked: frozenset[int] | None = None
    left_out: tuple[str, ...] = ()
    """Key points that the learner did not say the last time."""

    preferences: frozenset[Preference] = frozenset()
    hidden: bool = False
    starred: bool = False
    split: bool = False
    """Whether it is asked one key point at a time."""

    recalled: int = 0
    """How many of its points were gone through in that way."""

    encounters: tuple[Encounter, ...] = ()
    """The times that the learner was asked it in real interviews, the first one first."""

    voices: tuple[Voice, ...] = ()
    """What the learner has said aloud."""

    place: Place | None = None
    """Where it stands in a mock round."""

    by_plan: bool = False
    """Whether a plan chooses, day by day, what is asked: only what it has promised has a date."""

    @property
    def is_untouched_push(self) -> bool:
        """Tell whether it came by itself and the learner has done nothing with it yet."""
        touched = self.help or self.own_answer or self.voices or self.recalled
        return self.state is PromptState.ASKED and self.origin is Origin.PUSH and not touched

    @property
    def is_by_points(self) -> bool:
        """Tell whether it waits to be recalled one key point at a time."""
        points = len(self.question.key_points) if self.question else 0
        some_left = self.recalled < points and points > 1
        asked = self.state is PromptState.ASKED and self.origin is not Origin.MOCK
        return asked and self.split and some_left
