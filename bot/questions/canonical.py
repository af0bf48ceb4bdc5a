"""One content file -> its questions, or every problem in it with line and mend.

The format is described in the README ("Write questions"). A file is cut by its headings:
``##`` begins a question, ``###`` a part of it; headings inside fenced code do not count.
``composing`` writes such files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.questions import front_matter
from bot.questions import pictures as picturing
from bot.questions.front_matter import slug
from bot.questions.model import Level, Picture, Problem, Question, QuestionId, Source, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWER = "Answer"
GIVEN = "Given"
"""The part that belongs to the question itself: the code it is about, or choices."""

KEY_POINTS = "Key points"
EXAMPLE = "Example"
PARTS = {
    "In plain words": "plain_words",
    "Pitfalls": "pitfalls",
    "Hint": "hint",
    "Follow-ups": "follow_ups",
    "Sample answer": "sample_answer",
    "What is scored": "what_is_scored",
}
"""Headings of the parts that are one text, and the field of a question each fills."""

ID_LIMIT = 40
HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")

_KNOWN = (GIVEN, KEY_POINTS, EXAMPLE, *PARTS)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_COMMENT = re.compile(r"<!--(.*?)-->")
_BULLET = re.compile(r"[-*+] +(.*)")
_FIELDS = ("id", "level", "tags", "was")


@dataclass(frozen=True, slots=True)
class ContentFile:
    """What one file holds: its topic, its questions, and what is wrong with it."""

    topic: Topic | None
    questions: tuple[Question, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Section:
    """A heading with the lines below it, up to the next heading of any level."""

    depth: int
    title: str
    line: int
    body: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.body).strip("\n").rstrip()


def read(path: str, text: str) -> ContentFile:
    """Read one content file; ``path`` is relative to the content folder, with slashes."""
    return _Reader(path).read(text)


def fence_of(line: str, opened_by: str | None) -> str | None:
    """Return the fence that is open after this line, given the one open before it."""
    match = _FENCE.match(line)
    if not match:
        return opened_by
    marks, rest = match.groups()
    if opened_by is None:
        return None if marks[0] == "`" and "`" in rest else marks
    closes = marks[0] == opened_by[0] and len(marks) >= len(opened_by) and not rest.strip()
    return None if closes else opened_by


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def problem(self, line: int, message: str, mend: str) -> None:
        self.problems.append(Problem(self.path, line, message, mend))

    def read(self, text: str) -> ContentFile:
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
        topic, start, faults = front_matter.read(self.path, lines)
        self.problems += faults
        questions: list[Question] = []
        for group in self._groups(lines, start):
            question = self._question(group, topic)
            if question:
                questions.append(question)
        if not questions and not self.problems:
            self.problem(1, "The file holds no question.", "Begin each with a line '## ...?'.")
        return ContentFile(topic, tuple(questions), tuple(self.problems))

    def _groups(self, lines: list[str], start: int) -> Iterator[list[_Section]]:
        """Yield the sections of one question after another: the question, then its parts."""
        group: list[_Section] = []
        for section in self._sections(lines, start):
            if section.depth == 0:
                if section.text.strip():
                    self.problem(
                        section.line,
                        "There is text before the first question.",
                        "Put it under a '## ...?' line, or take it away.",
                    )
            elif section.depth == 2:  # noqa: PLR2004 - the depth of a heading
                if group:
                    yield group
                group = [section]
            elif group:
                group.append(section)
            else:
                self.problem(
                    section.line,
                    f"'{section.title}' stands before the first question.",
                    "Begin the question with a line '## ...?'.",
                )
        if group:
            yield group

    def _sections(self, lines: list[str], start: int) -> Iterator[_Section]:
        fence: str | None = None
        fence_line = 0
        section = _Section(0, "", start + 1)
        for number, line in enumerate(lines[start:], start + 1):
            was_open, fence = fence, fence_of(line, fence)
            if fence and not was_open:
                fence_line = number
            heading = None if was_open or fence else HEADING.match(line)
            if heading and len(heading[1]) in {2, 3}:
                yield section
                section = _Section(len(heading[1]), heading[2], number)
                continue
            if heading and len(heading[1]) == 1:
                self.problem(number, "'#' headings are not used.", "Use '##' for a question.")
            section.body.append(line)
        yield section
        if fence:
            self.problem(fence_line, "A code fence is never closed.", f"Close it with '{fence}'.")

    def _question(self, group: list[_Section], topic: Topic | None) -> Question | None:
        head, *parts = group
        pictures = tuple(self._taken_out(head))
        fields, answer = self._comment(head)
        question_id = self._id(head, fields)
        values = self._parts(parts)
        given = values.pop("given", None)
        level = self._level(head, fields)
        former = tuple(QuestionId(i) for i in _listed(fields.get("was", "")))
        if not head.title:
            self.problem(head.line, "The question has no text.", "Write it after '##'.")
        if not question_id or not topic or not head.title:
            return None
        return Question(
            id=question_id,
            text=f"{head.title}\n\n{given}" if given else head.title,
            topic=topic,
            source=Source(self.path, head.line),
            level=level,
            tags=_listed(fields.get("tags", "")),
            answer=answer or None,
            pictures=pictures,
            former_ids=former,
            **values,
        )

    def _taken_out(self, head: _Section) -> Iterator[Picture]:
        """Take the pictures out of an answer; what is left keeps its lines."""
        fence: str | None = None
        for index, line in enumerate(head.body):
            fence = fence_of(line, fence)
            source = Source(self.path, head.line + 1 + index)
            picture = None if fence else picturing.read(line, source)
            if picture is None:
                continue
            head.body[index] = ""
            if picturing.is_in_place(picture):
                yield picture
            else:
                self.problem(
                    source.line,
                    f"The picture '{picture.path}' lies in the wrong place.",
                    f"Put it into '{picturing.FOLDER}' beside this file, and name it so.",
                )

    def _comment(self, head: _Section) -> tuple[dict[str, str], str]:
        """Split the fields of the comment under a question from the answer that follows."""
        first = next((n for n, line in enumerate(head.body) if line.strip()), None)
        match = _COMMENT.fullmatch(head.body[first].strip()) if first is not None else None
        if first is None or not match or ":" not in match[1]:
            return {}, head.text
        fields: dict[str, str] = {}
        line = head.line + 1 + first
        for part in re.split(r"[·;]", match[1]):
            name, _, value = (piece.strip() for piece in part.partition(":"))
            if name not in _FIELDS:
                self.problem(line, f"Unknown field '{name}'.", f"Known are {', '.join(_FIELDS)}.")
            elif name in fields:
                self.problem(line, f"A second '{name}' in one question.", "Keep one of them.")
            else:
                fields[name] = value
        return fields, "\n".join(head.body[first + 1 :]).strip("\n").rstrip()

    def _id(self, head: _Section, fields: dict[str, str]) -> QuestionId | None:
        value = fields.get("id", "")
        if not value:
            self.problem(
                head.line,
                "The question has no id.",
                f"Write '<!-- id: {slug(head.title)[:ID_LIMIT].strip('-')} -->' below it.",
            )
            return None
        if not _ID.fullmatch(value) or len(value) > ID_LIMIT:
            self.problem(
                head.line,
                f"'{value}' is no id.",
                f"Use lower-case words joined by hyphens, at most {ID_LIMIT} characters.",
            )
            return None
        return QuestionId(value)

    def _level(self, head: _Section, fields: dict[str, str]) -> Level | None:
        value = fields.get("level")
        if value is None:
            return None
        try:
            return Level(value)
        except ValueError:
            known = ", ".join(Level)
            self.problem(head.line, f"Unknown level '{value}'.", f"Known are {known}.")
            return None

    def _parts(self, sections: list[_Section]) -> dict[str, Any]:
        values: dict[str, Any] = {"examples": ()}
        for section in sections:
            if section.title not in _KNOWN:
                self.problem(
                    section.line,
                    f"Unknown heading '{section.title}'.",
                    f"Known are {', '.join(_KNOWN)}.",
                )
            elif not section.text.strip():
                self.problem(section.line, f"'{section.title}' is empty.", "Fill it or remove it.")
            elif section.title == EXAMPLE:
                values["examples"] += (section.text,)
            elif section.title == GIVEN:
                self._fill(values, "given", section.text, section)
            elif section.title == KEY_POINTS:
                self._fill(values, "key_points", self._points(section), section)
            else:
                self._fill(values, PARTS[section.title], section.text, section)
        return values

    def _fill(self, values: dict[str, Any], name: str, value: object, section: _Section) -> None:
        if name in values:
            self.problem(section.line, f"A second '{section.title}'.", "Join the two.")
        else:
            values[name] = value

    def _points(self, section: _Section) -> tuple[str, ...]:
        points: list[str] = []
        for number, line in enumerate(section.body, section.line + 1):
            bullet = _BULLET.match(line)
            if bullet:
                points.append(bullet[1].strip())
            elif line.strip() and points and line.startswith(" "):
                points[-1] += " " + line.strip()
            elif line.strip():
                self.problem(number, "A key point is not a list item.", "Begin the line with '- '.")
        return tuple(points)


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())
