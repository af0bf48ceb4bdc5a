"""Answers in a numbered list of their own, below the questions they belong to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking
from bot.questions.document.evidence import title_of
from bot.questions.document.lines import Kind
from bot.questions.document.others import Other

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.drafts import Cut
    from bot.questions.document.lines import Page

_FEWEST: Final = 2
_LONGEST: Final = 40
_MOSTLY: Final = 0.6
_RARELY: Final = 0.3


@dataclass(slots=True)
class Key:
    """The titles of such lists, and by the line of a question the lines of its answer."""

    titles: list[int] = field(default_factory=list)
    answers: dict[int, range] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)

    def left_out(self, page: Page) -> Page:
        """Return the page with these lists marked and their numbers taken off."""
        if not self.titles:
            return page
        lines, kinds = list(page.lines), list(page.kinds)
        for number in (*self.titles, *(n for run in self.answers.values() for n in run)):
            kinds[number] = Kind.BLANK if kinds[number] is Kind.BLANK else Kind.KEY
            lines[number] = self.words.get(number, lines[number])
        return replace(page, lines=tuple(lines), kinds=tuple(kinds))

    def put_into(self, cut: Cut) -> Cut:
        """Give the answers to their questions."""
        cut.other |= dict.fromkeys(self.titles, Other.HEADING)
        for draft in cut.drafts:
            run = self.answers.get(draft.beginning.line, range(0))
            draft.answer_lines += [n for n in run if n in cut.other]
            for number in run:
                cut.other.pop(number, None)
        return cut


def key_of(page: Page, beginnings: Sequence[Beginning]) -> Key:
    """Find titles like "Answers" below which numbers repeat those of the questions above."""
    key = Key()
    start = 0
    for i, beginning in enumerate(beginnings):
        if i >= start and _is_a_title(beginning):
            asked = _numbered(beginnings, start, i)
            end = _end(beginnings, i)
            given = _numbered(beginnings, i + 1, end)[: len(asked)]
            if _answers(beginnings, asked, given):
                key.titles.append(beginning.line)
                _note(key, page, beginnings, list(zip(asked, given, strict=True)), end)
                start = end
    return key


def _is_a_title(beginning: Beginning) -> bool:
    if beginning.tail or beginning.style.numbering or len(beginning.text) > _LONGEST:
        return False
    return (title_of(beginning) if beginning.text else beginning.name) in words.ANSWER_KEYS


def _numbered(beginnings: Sequence[Beginning], first: int, end: int) -> list[int]:
    """Return the numbered beginnings of the style that is the most frequent at the margin."""
    found = [
        i
        for i in range(first, end)
        if len(beginnings[i].number) == 1 and (beginnings[i].level or beginnings[i].column <= 1)
    ]
    if not found:
        return []
    style = Counter(beginnings[i].style for i in found).most_common(1)[0][0]
    return [i for i in found if beginnings[i].style == style]


def _end(beginnings: Sequence[Beginning], title: int) -> int:
    """Return where a list of answers ends: at the next heading as high as its title."""
    level = beginnings[title].level
    for i in range(title + 1, len(beginnings)):
        if (level and 0 < beginnings[i].level <= level) or _is_a_title(beginnings[i]):
            return i
    return len(beginnings)


def _answers(beginnings: Sequence[Beginning], asked: Sequence[int], given: Sequence[int]) -> bool:
    """Tell whether what is numbered below answers what is numbered above, and asks nothing."""
    if len(asked) < _FEWEST or [beginnings[i].number for i in asked] != [
        beginnings[i].number for i in given
    ]:
        return False
    asking = sum(beginnings[i].asks is not Asking.NO for i in asked)
    asking_back = sum(beginnings[i].asks is Asking.MARKED for i in given)
    return asking >= _MOSTLY * len(asked) and asking_back <= _RARELY * len(given)


def _note(
    key: Key,
    page: Page,
    beginnings: Sequence[Beginning],
    pairs: Sequence[tuple[int, int]],
    end: int,
) -> None:
    """Add one list of answers, which ends before a beginning."""
    after = [answer for _, answer in pairs[1:]]
    for (question, answer), below in zip(pairs, [*after, end], strict=True):
        first = beginnings[answer].line
        headings = (i for i in range(answer + 1, below) if beginnings[i].level)
        stop = next(headings, below)
        last = beginnings[stop].line if stop < len(beginnings) else len(page)
        key.answers[beginnings[question].line] = range(first, last)
        key.words[first] = f"{beginnings[answer].text} {beginnings[answer].tail}".rstrip()
