"""Questions in the making: the lines each of them takes, and what every other line is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.others import Other


@dataclass(slots=True)
class Draft:
    """A question in the making; lines count from 0."""

    beginning: Beginning
    topic: str | None
    headings: tuple[str, ...]
    question: str = ""
    tail: str = ""
    question_lines: list[int] = field(default_factory=list)
    answer_lines: list[int] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    material: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Cut:
    """The drafts of a page in order, and what every other line is."""

    drafts: list[Draft]
    other: dict[int, Other]
