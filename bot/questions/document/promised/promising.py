"""Whether a document says that it holds questions, so that what only names a subject is asked."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking
from bot.questions.document.evidence import (
    ends_as_words_do,
    is_an_aside,
    numbers_a_chapter,
    title_of,
)
from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_FIRST_LINES: Final = 3
_LONGEST: Final = 120
_TITLE: Final = 60
_OPENING: Final = 12
_SEVERAL_ROUNDS: Final = 2
_BEGINNING: Final = 20


class Promise(enum.IntEnum):
    """What the title of a document leads its reader to expect."""

    NOTHING = 0
    INTERVIEW = 1
    QUESTIONS = 2


def promise_of(page: Page, beginnings: Sequence[Beginning]) -> Promise:
    """Return what the title, the front matter and the first lines promise."""
    if any(title_of(b) in words.PRODUCT_TITLES for b in beginnings if b.level):
        return Promise.NOTHING
    if gives_guidance(page, beginnings):
        return Promise.NOTHING
    titles = _titles(page, beginnings)
    rounds = sum(bool(words.ROUNDS.search(b.text.casefold())) for b in beginnings if b.level)
    if rounds >= _SEVERAL_ROUNDS:
        return Promise.QUESTIONS
    return max((_promised(title) for title in titles), default=Promise.NOTHING)


def titled_for_interviews(page: Page) -> bool:
    """Tell whether the first title or line of a page speaks of interviews or of their questions."""
    title = _first_line(page)
    guides = words.GUIDANCE.search(title) is not None
    return not guides and _promised(title) is not Promise.NOTHING


def titled_for_practice(page: Page) -> bool:
    """Tell whether the first title or line of a page speaks of tasks, as for an interview."""
    return titled_for_interviews(page) or words.PRACTICE.search(_first_line(page)) is not None


def titled_for_lessons(page: Page) -> bool:
    """Tell whether the first title or line of a page speaks of a course or a manual."""
    return words.COURSES.search(_first_line(page)) is not None


def _first_line(page: Page) -> str:
    """Return the first words of a page in lower case."""
    near = zip(page.lines[:_BEGINNING], page.kinds, strict=False)
    return next((line for line, kind in near if kind is Kind.WORDS), "")[:_LONGEST].casefold()


def gives_guidance(page: Page, beginnings: Sequence[Beginning]) -> bool:
    """Tell a document that says how interviews go, rather than what is asked."""
    return any(words.GUIDANCE.search(title) for title in _titles(page, beginnings))


def promising_sections(beginnings: Sequence[Beginning]) -> dict[int, range]:
    """Return the headings that promise questions, each with what stands below it."""
    found: dict[int, range] = {}
    for i, heading in enumerate(beginnings):
        title = heading.text.casefold()
        promises = heading.level and heading.asks is not Asking.MARKED and len(title) <= _TITLE
        if not promises or not names_only_questions(title):
            continue
        end = i + 1
        while end < len(beginnings) and not 0 < beginnings[end].level <= heading.level:
            end += 1
        found[i] = range(i + 1, end)
    return found


def names_questions(title: str) -> bool:
    """Tell a title, or a line, of questions from one of advice on them."""
    said = title.casefold()
    return words.OF_QUESTIONS.search(said) is not None and not words.GUIDANCE.search(said)


def names_only_questions(title: str) -> bool:
    """Tell a title of questions, be it in a document about other things."""
    said = title.casefold()
    return words.QUESTIONS_ALONE.search(said) is not None and not words.GUIDANCE.search(said)


def names_a_round(title: str) -> bool:
    """Tell the title of a round of interviews or of a chapter from one that names a subject."""
    return words.ROUNDS.search(title.casefold()) is not None or numbers_a_chapter(title)


def mentions_questions(page: Page) -> bool:
    """Tell whether the first lines speak of questions, be it in passing."""
    said = "\n".join(page.lines[:_BEGINNING]).casefold()
    return words.OF_QUESTIONS.search(said) is not None


def _titles(page: Page, beginnings: Sequence[Beginning]) -> list[str]:
    """Return the lines that say what the document is, in lower case."""
    said = [
        line
        for line, kind in zip(page.lines[:_OPENING], page.kinds, strict=False)
        if kind is Kind.FRONT_MATTER
    ]
    first = next((b for b in beginnings[:_OPENING] if b.level), None)
    for beginning in beginnings[:_FIRST_LINES]:
        titled = beginning.bare or beginning.style.bold or not beginning.text
        if titled and not (beginning.tail or ends_as_words_do(beginning.text)):
            said.append(page.lines[beginning.line])
    if first and not is_an_aside(first):
        said.append(first.text)
    return [line.casefold() for line in said if len(line) <= _LONGEST]


def _promised(title: str) -> Promise:
    """Return what one line promises."""
    if words.OF_QUESTIONS.search(title):
        return Promise.QUESTIONS
    if any(subject in title for subject in words.SUBJECT_OF_INTERVIEWS):
        return Promise.INTERVIEW
    return Promise.NOTHING
