"""A small bank and its next edition, in which a question has got a new id and another is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions import bank as banks
from tests.conftest import AREAS, content_file

if TYPE_CHECKING:
    from bot.questions.bank import Bank

TRACK = (
    "---\ntrack: Web\nlevels: junior, senior\n---\n\nPages.\n\n"
    "- [Traps](../django/traps.md) · weight 3\n"
)


def _banks() -> list[Bank]:
    files = [content_file(area, topic, 2) for area in AREAS for topic in ("Basics", "Traps")]
    files.append(("tracks/web.md", TRACK))
    newer = [
        (name, text.replace("id: python-basics-1 ", "id: renamed · was: python-basics-1 "))
        for name, text in files
        if not name.startswith("kafka/traps")
    ]
    made = [banks.build(texts) for texts in (files, [*newer, content_file("Kafka", "Traps", 1)])]
    assert not any(problems for _, problems in made)
    return [bank for bank, _ in made]


BANKS: Final = _banks()
