"""A prompt: one question put to one learner once, as everybody above the tables sees it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.questions.model import Question
    from bot.study.memory import Grade, Memory


class PromptState(enum.StrEnum):
    """How far a prompt has come; the first two are open, the others final until undone."""

    ASKED = "asked"
    REVEALED = "revealed"
    GRADED = "graded"
    SKIPPED = "skipped"
    HIDDEN = "hidden"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Tell whether the learner may still answer it."""
        return self in {PromptState.ASKED, PromptState.REVEALED}


class Origin(enum.StrEnum):
    """Why a question was put: the learner asked for it, or the clock did."""

    ASKED = "asked"
    PUSH = "push"


class Delivery(enum.StrEnum):
    """What is known of the message of a prompt; an unknown outcome counts as sent."""

    PENDING = "pending"
    SENT = "sent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt on the learner's study day ``today``.

    ``question`` is None when it was taken out of the bank. ``outcomes`` are there from the
    reveal on, ``grade`` once graded, ``step_id`` while closing it can be undone.
    """

    id: int
    learner_id: int
    question: Question | None
    state: PromptState
    delivery: Delivery
    today: date
    origin: Origin = Origin.ASKED
    message_id: int | None = None
    outcomes: Mapping[Grade, Memory] | None = None
    grade: Grade | None = None
    own_answer: str = ""
    step_id: int | None = None
