"""What a document says about itself at its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_OPENING: Final = 40
_FIRST_LINES: Final = 3


def announces(
    page: Page,
    beginnings: Sequence[Beginning],
    titles: AbstractSet[str],
    first_lines: AbstractSet[str] | None = None,
) -> bool:
    """Tell whether front matter or a title near the top names a subject, or the first lines do."""
    opening = [b.text for b in beginnings[:_OPENING] if b.level or b.style.bold]
    for line, kind in zip(page.lines[:_OPENING], page.kinds, strict=False):
        if kind is Kind.FRONT_MATTER:
            opening.append(line)
    said = "\n".join(opening).casefold()
    first = "\n".join(b.text for b in beginnings[:_FIRST_LINES]).casefold()
    return any(subject in said for subject in titles) or any(
        subject in first for subject in (first_lines or titles)
    )
