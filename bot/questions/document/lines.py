"""A text as lines, each known to be code, a comment, a separator, blank, or words to be read."""

from __future__ import annotations

import enum
import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.document import asciidoc, restructured
from bot.questions.document.asking import Asking, asking, ends_with_a_mark
from bot.questions.document.talks import headers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(`{3,}|~{3,})[ \t]*(.*)")
_SEPARATOR = re.compile(
    r"[ \t>]*(?:([-*_=~·•+^\"⸻—–])[ \t]*)(?:\1[ \t]*){2,}|[ \t]*(?:<hr[ \t]*/?>|--)[ \t]*",
    re.IGNORECASE,
)
_UNDERLINE = re.compile(r"[ \t]*(={3,}|-{3,}|~{3,}|\^{3,}|\*{3,}|\+{3,}|\"{3,})[ \t]*")
_CUE = re.compile(r"[ \t]*(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}[ ]+-->[ ]+\d")
_CUE_NAME = re.compile(r"\s*(?:\d+|[\w-]{0,40}\d[\w-]{0,40}/[\d-]{1,12})\s*")
_FIELD = re.compile(r"[\w.-]+[ \t]*:|[ \t]+\S|-[ \t]|#")
_STRONG_BEGINNING = re.compile(
    r" {0,3}(?:#{2,6}[ \t]+\S|<details|<summary|(?:\*\*)?(?:Q|Question)[ .]?\d*[ .]?[:.)]"
    r"|(?:\*\*|__)?\d{1,3}[.)、](?:\*\*)?[ \t]?(?:\*\*)?[^`]*[?？](?:\*\*)?[ \t]*$)",
    re.IGNORECASE,
)

_TEMPLATE = re.compile(r"[ \t]*(?:\{%.{0,300}%\}|:{3,}[ \t]*[\w-]{0,20}[^?？]{0,60})[ \t]*")
_PROGRAM = re.compile(
    r"[;{}]\s*$|^\s*(?:import|from|def|class|return|const|let|var|public|private|print|sudo|\$|for|if)\b[^?？]*[\w)\]:;'\"]$"
    r"|^\s*[\w.]+\([^?？]*\);?$|^(?:FROM|RUN|COPY|CMD|ENV|WORKDIR|ENTRYPOINT)[ ][^?？]+$"
    r"|^\s*(?:\$|>>>)[ ]|\w\s=\s\S|=>|</\w+>\s*$"
)
_NO_WORDS = re.compile(r"[^\w\s*_¿]|[\w.]+\(|.*[;{}=]\s")
_OPENED = re.compile(r"[({\[]\s*$|^[)}\]]")
_REMARK = re.compile(r"\s*#\s")

_SIGNS_OF_COMMENTS = ("<!--", "{%", ":::")
_HABIT = 3
_FRONT_MATTER_LIMIT = 60
_UNDERLINED_LIMIT = 200
_WHOLE_UNDERLINES = frozenset('^+"')
_ONLY_UNDERLINES = frozenset('^"')


class Kind(enum.Enum):
    """What a line is, before anything is known about the document."""

    BLANK = enum.auto()
    WORDS = enum.auto()
    CODE = enum.auto()
    SEPARATOR = enum.auto()
    UNDERLINE = enum.auto()
    COMMENT = enum.auto()
    FRONT_MATTER = enum.auto()
    CHAT = enum.auto()
    TABLE = enum.auto()
    CONTENTS = enum.auto()
    KEY = enum.auto()


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text without their ends, and the kind of each; both count from 0."""

    lines: tuple[str, ...]
    kinds: tuple[Kind, ...]

    def __len__(self) -> int:
        """Count the lines."""
        return len(self.lines)

    def blank(self, number: int) -> bool:
        """Tell whether a line is blank; so is everything outside the page."""
        return not 0 <= number < len(self.lines) or self.kinds[number] is Kind.BLANK


def page(text: str) -> Page:
    """Cut a text at its line feeds and tell code and the rest apart."""
    lines = tuple(text.removeprefix("\ufeff").split("\n"))
    if "\r" in text:
        lines = tuple(line.rstrip("\r") for line in lines)
    kinds = [Kind.WORDS if line and not line.isspace() else Kind.BLANK for line in lines]
    if "&nbsp;" in text:
        _mark_blanks(lines, kinds)
    _mark_front_matter(lines, kinds)
    if "#+" in text:
        _mark_keywords(lines, kinds)
    if asciidoc.is_asciidoc(lines):
        _mark_asciidoc(lines, kinds)
    if restructured.is_restructured(lines):
        _mark_directives(lines, kinds)
    _mark_code(lines, kinds)
    _open_fences(lines, kinds)
    _mark_remarks(lines, kinds)
    if any(sign in text for sign in _SIGNS_OF_COMMENTS):
        _mark_comments(lines, kinds)
    if "-->" in text:
        _mark_cues(lines, kinds)
    _mark_separators(lines, kinds)
    return Page(lines, tuple(kinds))


def _mark_blanks(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    """Mark lines that only keep a distance, in the way of HTML."""
    for number, line in enumerate(lines):
        if "&nbsp;" in line and not line.replace("&nbsp;", "").strip():
            kinds[number] = Kind.BLANK


def _mark_front_matter(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    first = next((n for n, kind in enumerate(kinds) if kind is not Kind.BLANK), None)
    if first is None or lines[first].rstrip() not in {"---", "+++"}:
        return
    for end in range(first + 1, min(len(lines), first + _FRONT_MATTER_LIMIT)):
        if lines[end].rstrip() == lines[first].rstrip():
            if end > first + 1:
                kinds[first : end + 1] = [Kind.FRONT_MATTER] * (end + 1 - first)
            return
        if kinds[end] is Kind.WORDS and not _FIELD.match(lines[end]):
            return


def _mark_keywords(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    """Mark the keywords of an Org file, which say about it what front matter says of others."""
    for number, line in enumerate(lines):
        if line.startswith("#+"):
            kinds[number] = Kind.FRONT_MATTER


def _mark_asciidoc(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    """Mark the blocks of AsciiDoc, and what it says about the page on lines of its own."""
    for first, last in asciidoc.blocks(lines):
        if asciidoc.is_a_remark_block(lines[first]):
            _fill(kinds, first, last + 1, Kind.COMMENT)
        elif asciidoc.is_kept_as_it_stands(lines, first):
            _fill(kinds, first - (lines[first - 1][:1] == "["), last + 1)
        else:
            kinds[first] = kinds[last] = Kind.COMMENT
    for number, line in enumerate(lines):
        if kinds[number] is not Kind.WORDS:
            continue
        if asciidoc.is_an_attribute(line):
            kinds[number] = Kind.FRONT_MATTER
        elif asciidoc.is_a_remark(line):
            kinds[number] = Kind.COMMENT
        elif asciidoc.is_a_break(line):
            kinds[number] = Kind.SEPARATOR


def _mark_directives(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    """Mark what a page of reStructuredText says about itself, its directives and its code."""
    for first, end, shows_code in restructured.directives(lines):
        _fill(kinds, first, end, Kind.CODE if shows_code else Kind.COMMENT)
    for number in restructured.about_the_page(lines):
        kinds[number] = kinds[number] if kinds[number] is Kind.BLANK else Kind.FRONT_MATTER


def _mark_code(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    """Mark fenced code; a fence that never closes ends where the talk visibly goes on."""
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        if kinds[number] is not Kind.WORDS or not ("```" in line or "~~~" in line):
            continue
        match = _FENCE.match(line)
        if not match:
            continue
        marks, info = match.groups()
        if opened is None:
            if "`" not in info or marks[0] == "~":
                opened = number, marks
        elif marks[0] == opened[1][0] and len(marks) >= len(opened[1]):
            if not info.strip():
                end = _break_in_code(lines, kinds, opened[0], number, closed=True)
                _fill(kinds, opened[0], end)
                opened = None if end == number + 1 else (number, marks)
            elif "`" not in info:
                _fill(kinds, opened[0], _break_in_code(lines, kinds, opened[0], number))
                opened = number, marks
    if opened:
        _fill(kinds, opened[0], _break_in_code(lines, kinds, opened[0], len(lines)))


def _break_in_code(
    lines: tuple[str, ...], kinds: list[Kind], first: int, last: int, *, closed: bool = False
) -> int:
    """Return the line after which code has ended: at the latest the end of its fence."""
    for number in range(first + 1, last):
        speaks = headers.header(lines[number])
        if speaks and speaks.sure:
            return number
        if closed or kinds[number - 1] is not Kind.BLANK:
            continue
        if _STRONG_BEGINNING.match(lines[number]):
            return number
    return last + 1 if closed else last


def _open_fences(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    """Take words out of their fences, where these are boxes for questions rather than for code."""
    fences = list(_fences(lines, kinds))
    boxes = [(first, last) for first, last in fences if _is_a_box(lines[first + 1 : last])]
    if len(boxes) < _HABIT or 2 * len(boxes) < len(fences):
        return
    for first, last in boxes:
        for number in range(first, last + 1):
            if number in {first, last}:
                kinds[number] = Kind.COMMENT
            elif kinds[number] is Kind.CODE and not _is_shown(lines[number]):
                kinds[number] = Kind.WORDS


def _is_a_box(inside: Sequence[str]) -> bool:
    """Tell a question in a fence, alone or with its answer, from code and its remarks."""
    said = [line.strip() for line in inside if line.strip()]
    if len(said) == 1:
        return asking(said[0]) is not Asking.NO
    return bool(said) and ends_with_a_mark(said[0]) and not _NO_WORDS.match(said[0])


def _is_shown(line: str) -> bool:
    """Tell a line of code from the words in the same box."""
    return line[:1].isspace() or looks_like_code(line) or _OPENED.search(line) is not None


def _fences(lines: tuple[str, ...], kinds: list[Kind]) -> Iterator[tuple[int, int]]:
    """Yield the first and last line of each piece of fenced code."""
    first = -1
    for number, line in enumerate(lines):
        if kinds[number] is Kind.CODE and line.lstrip()[:3] in {"```", "~~~"}:
            if first >= 0:
                yield first, number
            first = -1 if first >= 0 else number


def _fill(kinds: list[Kind], first: int, end: int, kind: Kind = Kind.CODE) -> None:
    for number in range(max(0, first), end):
        if kinds[number] is not Kind.BLANK:
            kinds[number] = kind


def _mark_remarks(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    """Mark what looks like a title, but is a remark between lines of a program without fences."""
    for number, line in enumerate(lines):
        if kinds[number] is Kind.WORDS and "#" in line and _REMARK.match(line):
            around = lines[max(0, number - 1) : number + 2]
            if any(looks_like_code(near) for near in around if near is not line):
                kinds[number] = Kind.CODE


def looks_like_code(line: str) -> bool:
    """Tell a line of a program from words."""
    return bool(_PROGRAM.search(line))


def _mark_comments(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    """Mark comments that fill their lines whole."""
    closings = [number for number, line in enumerate(lines) if "-->" in line]
    end = -1
    for number, line in enumerate(lines):
        if ("{%" in line or ":::" in line) and _TEMPLATE.fullmatch(line):
            kinds[number] = Kind.COMMENT
        if number > end and kinds[number] is Kind.WORDS and line.lstrip().startswith("<!--"):
            place = bisect_left(closings, number)
            last = closings[place] if place < len(closings) else len(lines)
            if last < min(len(lines), number + _FRONT_MATTER_LIMIT) and lines[
                last
            ].rstrip().endswith("-->"):
                end = last
                for inside in range(number, last + 1):
                    kinds[inside] = kinds[inside] if kinds[inside] is Kind.BLANK else Kind.COMMENT


def _mark_cues(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    """Mark the numbers and times of subtitles, in which recordings are handed on."""
    for number, line in enumerate(lines):
        if "-->" in line and kinds[number] is Kind.WORDS and _CUE.match(line):
            kinds[number] = Kind.CHAT
            if number and _CUE_NAME.fullmatch(lines[number - 1]):
                kinds[number - 1] = Kind.CHAT
    if lines[0].startswith("WEBVTT"):
        kinds[0] = Kind.CHAT


def _mark_separators(lines: tuple[str, ...], kinds: list[Kind]) -> None:
    for number, line in enumerate(lines):
        signs = not line[:1].isalnum()
        if signs and kinds[number] is Kind.WORDS and _SEPARATOR.fullmatch(line):
            above = number > 0 and kinds[number - 1] is Kind.WORDS
            underlines = above and _underlines(line, lines[number - 1])
            if underlines or line.lstrip()[0] not in _ONLY_UNDERLINES:
                kinds[number] = Kind.UNDERLINE if underlines else Kind.SEPARATOR


def _underlines(line: str, above: str) -> bool:
    """Tell a title's underline from a separator: it is about as long as the title."""
    match = _UNDERLINE.fullmatch(line)
    words = above.strip()
    if not match or len(words) > _UNDERLINED_LIMIT or words[:1] in "-*+>|#":
        return False
    if match[1][0] in _WHOLE_UNDERLINES:
        return len(match[1]) >= len(words)
    return match[1][0] == "=" or len(match[1]) >= len(words) // 2
