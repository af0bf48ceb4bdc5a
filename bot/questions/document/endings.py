"""Where an answer ends although nothing divides it from what follows: a title, a closing word."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.questions.document import evidence, marks, words
from bot.questions.document.beginnings import Label
from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.lines import Page

_TITLE: Final = 80
_SHORT: Final = 60
_FEW: Final = 4
_OFTEN: Final = 0.5
_NEARLY_ALL: Final = 0.7
_PARAGRAPHS: Final = 4
_BULLETS: Final = frozenset("-*+•|·")
_LONGEST: Final = 400
_FOOT: Final = 2


def stands_out(beginning: Beginning, page: Page) -> bool:
    """Tell a short line that stands out: quoted, in bold, in capitals."""
    text = beginning.text
    if len(text) > _TITLE or beginning.label or beginning.tail or evidence.ends_as_words_do(text):
        return False
    if beginning.style.numbering:
        return beginning.style.numbering == marks.CHAPTER
    if beginning.quoted:
        return not page.blank(beginning.line + 1)
    return (beginning.style.bold and not beginning.style.mark) or (
        is_in_capitals(beginning) and page.blank(beginning.line - 1)
    )


def is_in_capitals(beginning: Beginning) -> bool:
    """Tell a line that shouts: a title, or a command of a language that is written so."""
    text = beginning.text
    return text.isupper() and text.isascii() == text[:1].isascii()


def is_a_chapter(beginning: Beginning, page: Page) -> bool:
    """Tell a line of its own such as "Ticket 7", below a blank."""
    if len(beginning.text) > _SHORT or beginning.column:
        return False
    line = page.lines[beginning.line].strip()
    alone = page.blank(beginning.line - 1)
    return alone and not evidence.ends_as_words_do(line) and evidence.numbers_a_chapter(line)


def foot_of(page: Page) -> int:
    """Return the one separator of a page, if a line or two follow it to the end, or -1."""
    if page.kinds.count(Kind.SEPARATOR) != 1:
        return -1
    separator = page.kinds.index(Kind.SEPARATOR)
    rest = [kind for kind in page.kinds[separator + 1 :] if kind is not Kind.BLANK]
    few = 0 < len(rest) <= _FOOT and all(kind is Kind.WORDS for kind in rest)
    return separator if few else -1


def is_a_plain_title(beginning: Beginning, page: Page | None = None) -> bool:
    """Tell a short line that nothing marks and that ends no sentence; below a blank, in a colon."""
    text, style = beginning.text, beginning.style
    plain = beginning.bare or (style.mark not in _BULLETS and not style.numbering)
    whole = not (beginning.tail or beginning.label or beginning.level or "://" in text)
    led = (
        page is not None
        and page.blank(beginning.line - 1)
        and evidence.ends_with_a_colon(beginning)
    )
    ends = text[-1:] in evidence.SENTENCE_ENDS and not led
    return plain and whole and len(text) <= _SHORT and not ends


def is_a_label_alone(beginning: Beginning) -> bool:
    """Tell ``Task:`` above the next of some questions, whose title it then is."""
    says_more = beginning.text or beginning.tail or beginning.number
    return beginning.label is Label.QUESTION and not says_more


def unanswered_styles(
    page: Page, beginnings: Sequence[Beginning], questions: AbstractSet[int]
) -> frozenset[Style]:
    """Return the styles whose questions mostly stand above the next one, or above its title."""
    members: Counter[Style] = Counter()
    at_once: Counter[Style] = Counter()
    below_titles: Counter[Style] = Counter()
    for i in questions:
        style = beginnings[i].style
        members[style] += 1
        if i + 1 == len(beginnings) or i + 1 in questions or beginnings[i + 1].level:
            end = beginnings[i + 1].line if i + 1 < len(beginnings) else len(page)
            shown = Kind.CODE in page.kinds[beginnings[i].line : end]
            at_once[style] += not (beginnings[i].tail or shown)
        elif _divides(page, beginnings, i, questions):
            below_titles[style] += 1
    return frozenset(
        style
        for style, count in members.items()
        if count >= _FEW
        and at_once[style] >= _OFTEN * count
        and at_once[style] + below_titles[style] >= _NEARLY_ALL * count
    )


def _divides(
    page: Page, beginnings: Sequence[Beginning], i: int, questions: AbstractSet[int]
) -> bool:
    """Tell whether a title or a remark divides a question from the next one, or from a heading."""
    below = beginnings[i + 1]
    if below.bare and below.column > beginnings[i].column + 1:
        return False
    if i + 2 in questions and (is_a_label_alone(below) or is_a_plain_title(below, page)):
        return True
    ends = i + 2 == len(beginnings) or i + 2 in questions or beginnings[i + 2].level > 0
    return ends and leaves_a_list(below, beginnings[i], page)


def levels_inside_answers(
    beginnings: Sequence[Beginning], questions: AbstractSet[int]
) -> frozenset[int]:
    """Return the levels whose headings nearly always stand between a question and its answer."""
    members: Counter[int] = Counter()
    inside: Counter[int] = Counter()
    for i, beginning in enumerate(beginnings):
        if beginning.level and i not in questions:
            members[beginning.level] += 1
            inside[beginning.level] += i - 1 in questions and i + 1 not in questions
    return frozenset(
        level
        for level, count in members.items()
        if count >= _FEW and inside[level] >= _NEARLY_ALL * count
    )


def leaves_a_list(
    beginning: Beginning, question: Beginning, page: Page, *, line_by_line: bool = False
) -> bool:
    """Tell a paragraph at the margin below a list from what belongs to its last item."""
    style = question.style
    marked = bool(style.mark or style.numbering or style.bold)
    item = not question.level and (marked or line_by_line)
    plain = not (beginning.style.mark or beginning.style.numbering or beginning.label)
    return item and plain and not beginning.column and page.blank(beginning.line - 1)


def leave(page: Page, numbers: Sequence[int]) -> list[int]:
    """Return the last of some lines, in which a document takes its leave."""
    rest = list(numbers)
    kept = len(rest)
    for _ in range(_PARAGRAPHS):
        paragraph = _last_paragraph(rest)
        said = " ".join(page.lines[n].strip() for n in paragraph)
        if not paragraph or any(page.kinds[n] is Kind.CODE for n in paragraph):
            break
        rest = rest[: len(rest) - len(paragraph)]
        if len(said) <= _LONGEST and words.CLOSINGS.search(said):
            kept = len(rest)
    return list(numbers[kept:])


def _last_paragraph(numbers: Sequence[int]) -> list[int]:
    start = len(numbers) - 1
    while start > 0 and numbers[start - 1] + 1 == numbers[start]:
        start -= 1
    return list(numbers[max(0, start) :])
