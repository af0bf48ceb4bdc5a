"""Questions of any origin -> one content file, such as ``canonical`` reads.

What would break the file's structure is written in another way that shows the same: headings
inside a text go down below those of parts, a fence that is open is closed, a link inside the
document that leads nowhere becomes its words.
"""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import yaml

from bot.questions.canonical import GIVEN, HEADING, fence_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.questions.model import Level, QuestionId

_SHALLOWEST = 4
"""The depth from which a text may have headings of its own."""

_DEEPEST = 6
_INNER_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(#([^)\s]*)\)")
_INNER_TARGET = re.compile(r"\]\(#([^)\s]*)\)")
_HARMLESS = re.compile(r"`?[^\s#`~]")
"""How words begin that make neither a heading nor a fence, wherever they stand."""

_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A question to be written: Markdown, of which the first paragraph is the question itself."""

    id: QuestionId
    question: str
    answer: str | None = None
    level: Level | None = None
    former_ids: tuple[QuestionId, ...] = ()


def compose(
    topic: str,
    area: str,
    entries: Iterable[Entry],
    ids: Mapping[str, QuestionId] | None = None,
) -> str:
    """Write a content file; what its questions do not have, it does not have either.

    ``ids`` are those of ``settled``.
    """
    names = {"topic": topic, "area": area}
    head = yaml.safe_dump(names, allow_unicode=True, sort_keys=False, width=math.inf)
    return "\n".join((f"---\n{head}---\n", *(_written(each, ids) for each in entries)))


def parted(question: str) -> tuple[str, str]:
    """Part a question into the line that asks and what is given with it: code, or choices."""
    line, _, given = re.sub(r"\n\s*\n", "\n\n", question.strip(), count=1).partition("\n\n")
    return " ".join(line.split()), settled(given)


def settled(text: str, ids: Mapping[str, QuestionId] | None = None) -> str:
    """Write a text so that it may stand in a content file; a settled one stays as it is.

    ``ids`` says which questions the anchors of links inside the document mean.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fences: list[str | None] = [None]
    for line in lines:
        fences.append(fence_of(line, fences[-1]))
    is_code = [bool(before or after) for before, after in itertools.pairwise(fences)]
    deeper = _SHALLOWEST - min(_depths(lines, is_code), default=_SHALLOWEST)
    for number, line in enumerate(lines):
        words = line if is_code[number] else _lowered(_linked(line, ids or {}), max(0, deeper))
        lines[number] = _INNER_TARGET.sub(partial(_kept_apart, ids=ids or {}), words)
    if fences[-1]:
        lines.append(fences[-1])
    return _BLANK_LINES.sub("", "\n".join(lines)).rstrip()


def _written(entry: Entry, ids: Mapping[str, QuestionId] | None) -> str:
    line, given = parted(entry.question)
    title = f"{line} ##" if line.endswith("#") else line  # else the reader takes it for a frame
    fields = [f"id: {entry.id}"]
    if entry.level:
        fields.append(f"level: {entry.level}")
    if entry.former_ids:
        fields.append(f"was: {', '.join(entry.former_ids)}")
    parts = [f"## {title}\n<!-- {' · '.join(fields)} -->\n"]
    if entry.answer:
        parts.append(f"{settled(entry.answer, ids)}\n")
    if given:
        parts.append(f"### {GIVEN}\n{given}\n")
    return "\n".join(parts)


def _depths(lines: Iterable[str], is_code: Iterable[bool]) -> Iterator[int]:
    for line, code in zip(lines, is_code, strict=True):
        heading = None if code else HEADING.match(line)
        if heading:
            yield len(heading[1])


def _lowered(line: str, by: int) -> str:
    heading = HEADING.match(line)
    if not heading:
        return line
    depth = len(heading[1])
    return "#" * min(depth + by, _DEEPEST) + line[depth:]


def _linked(line: str, ids: Mapping[str, QuestionId]) -> str:
    """Lead links to questions that are there, and keep the words of other links."""

    def replaced(link: re.Match[str]) -> str:
        words, anchor = link[1], link[2]
        if anchor in ids:
            return f"[{words}](#{ids[anchor]})"
        return words if _HARMLESS.match(words) else f"[{words}]"

    return _INNER_LINK.sub(replaced, line)


def _kept_apart(target: re.Match[str], ids: Mapping[str, QuestionId]) -> str:
    """Part what still looks like a link to a question from its words."""
    return target[0] if target[1] in ids.values() else f"] (#{target[1]})"
