"""One file of ``tracks/`` -> a track, or every problem in it with line and mend.

Its front matter names the track and its levels, a paragraph says what such interviews look for,
and a list links to topics or whole areas, each with its weight::

    - [The interpreter lock](../python/interpreter-lock.md) · weight 3

A topic that is named by itself keeps its own weight when its area is named too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bot.questions import front_matter, syllabus
from bot.questions.model import AreaId, Level, Problem, TopicId, Track, TrackId

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.questions.model import Question
    from bot.questions.syllabus import Item

FOLDER = "tracks"
USUAL_WEIGHT = 1
"""The weight of a topic whose line names none."""

WEIGHTS = range(1, 6)
ID_LIMIT = 40
"""Characters of a track's id: a button of Telegram's has to carry it."""

NAME_LIMIT = 60
WORDS_LIMIT = 600
"""Characters of the paragraph: a person chooses among several on a phone."""

_HEAD = ("track", "levels")
_WEIGHTS = {str(weight): weight for weight in WEIGHTS}
_WEIGHT = re.compile(r"weight:?\s*(\S+)", re.IGNORECASE)


def read(
    path: str, text: str, areas: Mapping[AreaId, Sequence[TopicId]]
) -> tuple[Track | None, tuple[Problem, ...]]:
    """Read one track; ``areas`` holds the topics of the bank, in the order of learning.

    ``path`` is relative to the content folder, with slashes. With problems there is no track.
    """
    reader = _Reader(path, areas)
    track = reader.read(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"))
    return (None if reader.problems else track), tuple(sorted(reader.problems))


def read_all(
    files: Iterable[tuple[str, str]],
    areas: Mapping[AreaId, Sequence[TopicId]],
    questions: Collection[Question],
) -> tuple[dict[TrackId, Track], list[Problem]]:
    """Read every track; one that would ask nothing, or has another's name, is a problem too."""
    found: dict[TrackId, Track] = {}
    named: dict[str, str] = {}
    problems: list[Problem] = []
    for path, text in files:
        track, faults = read(path, text, areas)
        problems += faults
        if track is None:
            continue
        found[track.id] = track
        if not any(q.topic.id in track.weights and q.is_of(track.levels) for q in questions):
            message = "None of its topics has a question of its levels."
            problems.append(Problem(path, 1, message, "Add a topic or a level."))
        if track.name in named:
            message = f"The name '{track.name}' is taken by {named[track.name]}."
            problems.append(Problem(path, 1, message, "Give the newer track another name."))
        named.setdefault(track.name, path)
    return found, problems


@dataclass(slots=True)
class _Reader:
    path: str
    areas: Mapping[AreaId, Sequence[TopicId]]
    problems: list[Problem] = field(default_factory=list)

    def problem(self, line: int, message: str, mend: str) -> None:
        self.problems.append(Problem(self.path, line, message, mend))

    def read(self, lines: list[str]) -> Track:
        head, taken, faults = front_matter.cut(self.path, lines, _HEAD)
        self.problems += faults
        track_id = self._id()
        name, levels = self._head(head, lines[:taken]) if head is not None else ("", ())
        words, items = self._body(lines, taken)
        self._words(words, taken)
        return Track(track_id, name, levels, words, MappingProxyType(self._weights(items)))

    def _id(self) -> TrackId:
        stem = PurePosixPath(self.path).stem
        if not front_matter.FILE_NAME.fullmatch(stem) or len(stem) > ID_LIMIT:
            mend = f"Use lower-case words joined by hyphens, at most {ID_LIMIT} characters."
            self.problem(1, f"The file name '{stem}.md' is no name of a track.", mend)
        return TrackId(stem)

    def _head(self, head: dict[str, Any], lines: list[str]) -> tuple[str, tuple[Level, ...]]:
        for name in sorted(map(str, head.keys() - set(_HEAD))):
            message = f"The front matter has an unknown '{name}'."
            self.problem(_line_of(lines, name), message, f"Known are {', '.join(_HEAD)}.")
        name = " ".join(str(head.get("track") or "").split())
        if not front_matter.is_name(name):
            self.problem(_line_of(lines, "track"), "The track has no name.", "Write 'track: ...'.")
        elif len(name) > NAME_LIMIT:
            message = f"The name of the track has {len(name)} characters."
            self.problem(_line_of(lines, "track"), message, f"Keep it to {NAME_LIMIT}.")
        return name, self._levels(head.get("levels"), _line_of(lines, "levels"))

    def _levels(self, value: object, line: int) -> tuple[Level, ...]:
        listed = value if isinstance(value, list) else str(value or "").split(",")
        names = {str(name).strip() for name in listed} - {""}
        for name in sorted(names - set(Level)):
            self.problem(line, f"Unknown level '{name}'.", f"Known are {', '.join(Level)}.")
        if not names:
            mend = f"Write 'levels: ...', one or more of {', '.join(Level)}."
            self.problem(line, "The track has no level.", mend)
        return tuple(level for level in Level if level in names)

    def _body(self, lines: list[str], start: int) -> tuple[str, list[Item]]:
        """Tell the paragraph from the list."""
        words: list[str] = []
        items: list[Item] = []
        for number, line in enumerate(lines[start:], start + 1):
            found = syllabus.item(self.path, number, line)
            if found:
                items.append(found)
            elif line.startswith("#"):
                self.problem(number, "Headings are not used.", "The name is in the front matter.")
            elif line.strip() and items:
                self.problem(number, "There is text after the list began.", "Put it before.")
            else:
                words.append(line.strip())
        return " ".join(filter(None, words)), items

    def _words(self, words: str, start: int) -> None:
        if not words:
            mend = "Write a paragraph on what such interviews look for, before the list."
            self.problem(start + 1, "The track has no paragraph.", mend)
        elif len(words) > WORDS_LIMIT:
            message = f"The paragraph has {len(words)} characters."
            self.problem(start + 1, message, f"Keep it to {WORDS_LIMIT}.")

    def _weights(self, items: Sequence[Item]) -> dict[TopicId, int]:
        """Weigh the topics in the order of the list; a named topic counts before its area."""
        named: dict[str, int] = {}
        lines: list[tuple[str, int]] = []
        for each in items:
            target, weight = self._target(each), self._weight(each)
            if target in named:
                message = f"'{target}' is listed in line {named[target]} already."
                self.problem(each.line, message, "Keep one of the two.")
            elif target:
                named[target] = each.line
                lines.append((target, weight))
        if not items:
            mend = "Add lines like '- [Name](../area/topic.md) · weight 3'."
            self.problem(1, "The track lists no topic.", mend)
        return self._spread(lines, named)

    def _spread(
        self, lines: Sequence[tuple[str, int]], named: Mapping[str, int]
    ) -> dict[TopicId, int]:
        weights: dict[TopicId, int] = {}
        for target, weight in lines:
            topics = self.areas.get(AreaId(target))
            if topics is None:
                weights[TopicId(target)] = weight
            else:
                weights |= {topic: weight for topic in topics if topic not in named}
        return weights

    def _target(self, each: Item) -> str:
        """Name the area or topic that an item leads to; empty, and a problem, when none."""
        is_topic = each.path.endswith(".md") and not each.path.endswith(syllabus.AREA_PAGE)
        target = syllabus.topic_at(each.path) if is_topic else syllabus.area_at(each.path)
        topics = [topic for listed in self.areas.values() for topic in listed]
        known = topics if is_topic else list(self.areas)
        if target in known:
            return target
        if each.path:
            message = f"Unknown {'topic' if is_topic else 'area'} '{target}'."
            self.problem(each.line, message, syllabus.nearest(target, known))
        else:
            message = f"'{each.rest}' links to no topic."
            self.problem(each.line, message, "Write '- [Name](../area/topic.md) · weight 3'.")
        return ""

    def _weight(self, each: Item) -> int:
        fields = [part.strip() for part in re.split("[·;]", each.rest) if part.strip()]
        weights: list[int | None] = []
        for named in fields if each.path else ():
            match = _WEIGHT.fullmatch(named)
            if not match:
                self.problem(each.line, f"Unknown field '{named}'.", "Known is 'weight 3'.")
                continue
            weights.append(_WEIGHTS.get(match[1]))
            if weights[-1] is None:
                mend = f"Use a whole number from {min(WEIGHTS)} to {max(WEIGHTS)}."
                self.problem(each.line, f"'{match[1]}' is no weight.", mend)
        if len(weights) > 1:
            self.problem(each.line, "A second weight in one line.", "Keep one of them.")
        return next(filter(None, weights), USUAL_WEIGHT)


def _line_of(lines: Sequence[str], name: str) -> int:
    """Find the line of the front matter that names a field; the first one when none does."""
    found = (n for n, line in enumerate(lines, 1) if line.startswith(f"{name}:"))
    return next(found, 1)
