"""Lines of a page as text that can be shown: words without their marks, answers as Markdown."""

from __future__ import annotations

import re
from os.path import commonprefix
from typing import TYPE_CHECKING, Final

from bot.questions.document import marks, words
from bot.questions.document.beginnings import Label
from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page
    from bot.questions.document.reading import Lines

_SIGNS: Final = " \t\n*_`.:()[]-–—<>/|"
_SEVERAL: Final = 3
_LOOK_BACK: Final = 200
NO_WORDS: Final = "?"
"""What stands for the words of a question that has none."""

_TAGS = re.compile(
    r"</?(?:a|b|strong|i|em|u|font|span|br|p|code|summary|h[1-6]|li|details|sup|sub|mark|big|small)"
    r"\b[^<>]*>",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """Take off what only served the page: links, tags, anchors, emphasis of the whole."""
    if "<" in text:
        text = _TAGS.sub("", marks.ANCHOR.sub(r"\2", marks.EMPTY_ANCHOR.sub("", text)))
    if "](" in text:
        text = marks.LINK.sub(r"\1", marks.IMAGE.sub("", text))
    text = text.strip().strip("“”")
    while len(text) > len("****") and text[:2] == text[-2:] and text[:2] in {"**", "__"}:
        text = text[2:-2].strip()
    return " ".join(text.split()) or NO_WORDS


def answer_of(
    page: Page, beginnings: Mapping[int, Beginning], numbers: Sequence[int], tail: str
) -> str | None:
    """Return an answer as Markdown, after what follows the question on its line, or None."""
    lines = _shown(page, numbers)
    first = beginnings.get(numbers[0]) if numbers else None
    if first and _is_plainly_an_answer(first):
        lines[0] = f"{first.text} {first.tail}".rstrip()
    text = "\n".join(part for part in (tail, _dedented(lines)) if part.strip())
    return text if text.strip(_SIGNS) else None


def excerpt(page: Page, numbers: Sequence[int]) -> str:
    """Return lines as they stand, without what they are all indented by."""
    return _dedented(_shown(page, numbers))


def runs(page: Page, numbers: Iterable[int]) -> Lines:
    """Join ascending lines, counted from 0, into runs counted from 1, over blank lines."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and (found[-1][1] == number or _only_blanks(page, found[-1][1], number)):
            found[-1] = found[-1][0], number + 1
        else:
            found.append((number + 1, number + 1))
    return tuple(found)


def _is_plainly_an_answer(beginning: Beginning) -> bool:
    """Tell a label that says nothing but that here is the answer, and need not be shown."""
    titled = not beginning.text and (beginning.level > 0 or beginning.style.mark == "summary")
    if titled and beginning.label is Label.ANSWER and not beginning.level:
        return True
    return beginning.name in words.BARE_ANSWER_LABELS and (titled or not beginning.style.mark)


def _dedented(lines: Sequence[str]) -> str:
    """Take off the common indentation; a first line at the margin does not count."""
    whole = "\n".join(lines).strip("\n")
    if not (whole[:1] in {" ", "\t"} or "\n " in whole or "\n\t" in whole):
        return whole
    if not lines[0].startswith(" "):
        return "\n".join([lines[0], *_without_margin(lines[1:])]).strip("\n").rstrip()
    return "\n".join(_without_margin(lines)).strip("\n")


def _without_margin(lines: Sequence[str]) -> list[str]:
    """Take off the blanks that all lines begin with."""
    margins = [line[: len(line) - len(line.lstrip())] for line in lines if line]
    width = len(commonprefix(margins))  # noqa: RUF071 - blanks, not paths
    return [line[width:] for line in lines]


def _shown(page: Page, numbers: Sequence[int]) -> list[str]:
    """Return lines with the blanks between; code whose fence was opened gets one of its own."""
    filled = _with_blanks(page, numbers)
    unfenced = _unfenced_code(page, filled)
    if not unfenced:
        return [page.lines[number].rstrip() for number in filled]
    first, last = {piece[0] for piece in unfenced}, {piece[-1] for piece in unfenced}
    shown: list[str] = []
    for number in filled:
        shown += ["```"] * (number in first)
        shown.append(page.lines[number].rstrip())
        shown += ["```"] * (number in last)
    return shown


def _unfenced_code(page: Page, numbers: Sequence[int]) -> list[list[int]]:
    """Return the code, piece by piece, that stands with words in one fence."""
    if not numbers or Kind.CODE not in page.kinds[numbers[0] : numbers[-1] + 1]:
        return []
    pieces: list[list[int]] = []
    above = Kind.WORDS
    for number in numbers:
        kind = page.kinds[number]
        if kind is Kind.CODE and above is Kind.CODE:
            pieces[-1].append(number)
        elif kind is Kind.CODE:
            pieces.append([number])
        above = above if kind is Kind.BLANK else kind
    return [
        piece for piece in pieces if len(piece) >= _SEVERAL and _is_in_an_opened_fence(page, piece)
    ]


def _is_in_an_opened_fence(page: Page, piece: Sequence[int]) -> bool:
    """Tell whether the last fence above is none any more, as it held words, too."""
    for number in range(piece[0], max(-1, piece[0] - _LOOK_BACK), -1):
        if page.lines[number].lstrip()[:3] in {"```", "~~~"}:
            return page.kinds[number] is Kind.COMMENT
    return False


def _with_blanks(page: Page, numbers: Sequence[int]) -> list[int]:
    """Fill in the blank lines between lines."""
    found: list[int] = []
    for number in numbers:
        if found and found[-1] + 1 < number:
            gap = range(found[-1] + 1, number)
            found += [n for n in gap if page.kinds[n] is Kind.BLANK]
        found.append(number)
    return found


def _only_blanks(page: Page, first: int, end: int) -> bool:
    return all(page.kinds[number] is Kind.BLANK for number in range(first, end))
