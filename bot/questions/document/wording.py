"""The words of a question, over as many lines as they take."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.questions.document import marks
from bot.questions.document.asking import (
    Asking,
    asking,
    ends_with_a_mark,
    is_unspaced,
    opens_like_a_question,
    sentences,
    split_question,
)
from bot.questions.document.evidence import SENTENCE_ENDS, ends_a_sentence
from bot.questions.document.talks.spoken import sets_up

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_OPENED = re.compile(r"<(summary|h[1-6]|dt|li)\b[^<>]*>", re.IGNORECASE)
_WRAPPED: Final = 6
_WIDE: Final = 60
_INDENTED: Final = 2
_UNWRAPPED: Final = 32
_LONGEST_SITUATION: Final = 14


@dataclass(frozen=True, slots=True)
class Wording:
    """What is asked, what follows on the same line, and the lines it takes after the first."""

    question: str
    tail: str
    lines: tuple[int, ...] = ()


def wording_of(
    page: Page, beginnings: Sequence[Beginning], i: int, ends: AbstractSet[int]
) -> Wording:
    """Read the words of a question; ``ends`` are beginnings that are not part of it."""
    first = beginnings[i]
    if not first.text:
        return _below(page, beginnings, i, ends)
    lines = _paragraph(beginnings, i, ends)
    if whole := _up_to_its_tag(page, first):
        return whole
    if first.level:
        return _wrapped_heading(page, first, lines)
    if situation := _situation(page, beginnings, i, ends):
        return situation
    if not lines or ends_a_sentence(first) or _asks_in_one_line(first.text):
        return Wording(first.text, first.tail)
    return _joined(page, first, lines)


def _up_to_its_tag(page: Page, first: Beginning) -> Wording | None:
    """Join the lines of a title that a tag opens, up to the one that closes it."""
    line = page.lines[first.line]
    opened = _OPENED.search(line) if "<" in line else None
    if not opened or first.tail or (closing := f"</{opened[1]}>") in line:
        return None
    joined = first.text
    for number in range(first.line + 1, min(first.line + _WRAPPED, len(page))):
        said, closed, tail = page.lines[number].partition(closing)
        if page.blank(number) or _OPENED.search(said):
            break
        joined = f"{joined} {said.strip()}"
        if closed:
            after = marks.TAG.sub("", tail).strip()
            end = number + bool(said.strip() or after)
            return Wording(joined.strip(), after, tuple(range(first.line + 1, end)))
    return None


def _situation(
    page: Page, beginnings: Sequence[Beginning], i: int, ends: AbstractSet[int]
) -> Wording | None:
    """Read a numbered paragraph that tells of something and asks about it in its last line."""
    first = beginnings[i]
    if not first.number or first.label or first.tail or first.style.bold:
        return None
    if asking(first.text) is not Asking.NO and not sets_up(first.text):
        return None
    lines = _paragraph(beginnings, i, ends, _LONGEST_SITUATION)
    if not lines or not ends_with_a_mark(page.lines[lines[-1]]):
        return None
    said = (" ".join(page.lines[n].split()) for n in lines)
    return Wording(" ".join([first.text, *said]), "", tuple(lines))


def _asks_in_one_line(text: str) -> bool:
    """Tell a short question without a mark in a script whose lines nobody wraps by hand."""
    return is_unspaced(text) and len(text) < _UNWRAPPED and opens_like_a_question(text)


def _wrapped_heading(page: Page, first: Beginning, lines: Sequence[int]) -> Wording:
    """Join the next line to a heading, if only both together ask, in small letters."""
    for number in lines[:1]:
        below = page.lines[number].strip()
        joined = f"{first.text} {below}"
        asks = asking(first.text) is not Asking.MARKED and ends_with_a_mark(joined)
        if asks and below[0].islower() and not (first.tail or ends_a_sentence(first)):
            return Wording(joined, "", (number,))
    return Wording(first.text, first.tail)


def _below(page: Page, beginnings: Sequence[Beginning], i: int, ends: AbstractSet[int]) -> Wording:
    """Read the words below a label that stands alone."""
    if i + 1 >= len(beginnings) or i + 1 in ends:
        return Wording("", "")
    below = beginnings[i + 1]
    if below.label or below.level or not below.text:
        return Wording("", "")
    wording = _whole(page, beginnings, i + 1, ends) or wording_of(page, beginnings, i + 1, ends)
    return Wording(wording.question, wording.tail, (below.line, *wording.lines))


def _whole(
    page: Page, beginnings: Sequence[Beginning], i: int, ends: AbstractSet[int]
) -> Wording | None:
    """Read a paragraph of its own below a label up to the last line that asks, or to its end.

    Where its first line asks, or none does and no answer can follow, less than all is the question.
    """
    first = beginnings[i]
    lines = _paragraph(beginnings, i, ends)
    if not lines or first.label or first.tail or first.asks is Asking.MARKED:
        return None
    said = [f"{first.text} {first.tail}".strip(), *(" ".join(page.lines[n].split()) for n in lines)]
    asking_lines = [n for n, line in enumerate(said) if _asks_somewhere(line)]
    if not asking_lines and len(said[0]) < _WIDE:
        return None
    last = max(asking_lines, default=0)
    while last < len(lines) and len(said[last]) >= _WIDE and said[last][-1] not in SENTENCE_ENDS:
        last += 1
    return Wording(" ".join(said[: last + 1]), "", tuple(lines[:last]))


def _asks_somewhere(line: str) -> bool:
    """Tell a line one of whose sentences asks, or which begins to ask and goes on below."""
    return any(asking(sentence) is not Asking.NO for sentence in sentences(line))


def _paragraph(
    beginnings: Sequence[Beginning], i: int, ends: AbstractSet[int], longest: int = _WRAPPED
) -> list[int]:
    """Return the lines that go on with the paragraph of a beginning."""
    lines: list[int] = []
    line = beginnings[i].line
    for j in range(i + 1, min(i + 1 + longest, len(beginnings))):
        line += 1
        if beginnings[j].opens or beginnings[j].line != line or j in ends:
            break
        if _stands_out_again(beginnings[i], beginnings[j]):
            break
        lines.append(line)
    return lines


def _stands_out_again(first: Beginning, below: Beginning) -> bool:
    """Tell words at the margin from those that go on with an indented item."""
    item = bool(first.style.mark or first.style.numbering) and not first.level
    return item and below.column + _INDENTED <= first.column and not below.text[:1].islower()


def _joined(page: Page, first: Beginning, lines: Sequence[int]) -> Wording:
    """Join as many lines as the question takes, if it ends on one of them."""
    joined = f"{first.text} {first.tail}".strip()
    found = Wording(first.text, first.tail)
    for count, number in enumerate(lines, 1):
        joined = f"{joined} {' '.join(page.lines[number].split())}"
        if ends_with_a_mark(joined):
            return Wording(joined, "", tuple(lines[:count]))
        question, tail = split_question(joined)
        if tail and len(question) > len(found.question) + 1:
            found = Wording(question, tail, tuple(lines[:count]))
    return found if found.lines else _wrapped_request(page, first, lines)


def _wrapped_request(page: Page, first: Beginning, lines: Sequence[int]) -> Wording:
    """Join what goes on in small letters up to a full stop, if an answer follows below it."""
    joined = first.text
    if is_unspaced(joined):
        return Wording(first.text, first.tail)
    for count, number in enumerate(lines[:-1], 1):
        line = " ".join(page.lines[number].split())
        if first.tail or not (count > 1 or line[:1].islower()) or line.startswith("http"):
            break
        joined = f"{joined} {line}"
        if line.endswith((".", "。")):
            return Wording(joined, "", tuple(lines[:count]))
    return Wording(first.text, first.tail)
