"""Everything that is worked out of an upload at once, in a process that can be killed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions import document
from bot.questions.document import Problem, Reading
from bot.questions.document.pictures import Pictures, pictures_of
from bot.questions.draft import Draft, file_name_of, name_of
from bot.study.notes import version_among

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.questions.document import Way
    from bot.study.notes import Original, Stored, Version


@dataclass(frozen=True, slots=True)
class Upload:
    """What a message has brought: its questions, and what they would change in which notebook."""

    draft: Draft
    version: Version | None


def read_upload(
    message: int, original: Original, stored: Sequence[Stored], way: Way | None = None
) -> Upload:
    """Read an original, in the way its owner has chosen; no text is a problem of the reading.

    Where nothing is found, the draft says in which ways something would be.
    """
    text, name = document.decode(original.content), file_name_of(original.file_name)
    ways: Mapping[Way, int] = {}
    if isinstance(text, Problem):
        reading, pictures = Reading(problems=(text,)), Pictures()
    else:
        reading = document.read(text, name=name, way=way)
        pictures = pictures_of(text)
        if not (reading.questions or reading.problems):
            ways = document.ways_of(text)
    called, pasted = name_of(original.file_name), not original.file_name
    draft = Draft(message, called, reading, pictures, pasted=pasted, way=way, ways=ways)
    return Upload(draft, version_among(stored, reading, file_name=original.file_name))


def ways_of(original: Original) -> Mapping[Way, int]:
    """Count what would be asked of an original in each way."""
    text = document.decode(original.content)
    return {} if isinstance(text, Problem) else document.ways_of(text)
