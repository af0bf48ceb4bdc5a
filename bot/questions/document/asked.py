"""What is asked in a document: by its habits, and what only its promises tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.announcing import announces
from bot.questions.document.beginnings import Label
from bot.questions.document.habits import Habits
from bot.questions.document.promised.bare_titles import bare_titles
from bot.questions.document.promised.cards import cards
from bot.questions.document.promised.chapters import chapters_of
from bot.questions.document.promised.comparing import to_be_told_apart
from bot.questions.document.promised.interludes import interludes
from bot.questions.document.promised.paragraphs import Paragraphs
from bot.questions.document.promised.promised_sections import (
    below_promising_lines,
    in_promising_sections,
)
from bot.questions.document.promised.promising import Promise, gives_guidance, promise_of
from bot.questions.document.promised.rows import Rows
from bot.questions.document.promised.scattered import scattered
from bot.questions.document.promised.sections import by_sections, parts_of_a_list
from bot.questions.document.promised.set_off import set_off
from bot.questions.document.promised.tasks import tasks
from bot.questions.document.promised.tickets import on_tickets
from bot.questions.document.promised.titles import stands_under, subjects
from bot.questions.document.promised.waiting import waiting
from bot.questions.document.purpose import is_of_a_meeting, titles_of_a_product
from bot.questions.document.unanswered import with_their_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline

_ALL: Final = 0.99
_FEW: Final = 2


def questions(page: Page, beginnings: Sequence[Beginning], outline: Outline) -> frozenset[int]:
    """Return the indices of the beginnings that act as questions."""
    if is_of_a_meeting(page, beginnings):
        return frozenset()
    announced = announces(page, beginnings, words.SUBJECT_OF_INTERVIEWS)
    habits = Habits(page, beginnings, outline, announced=announced)
    asked = _questions(page, beginnings, outline, habits)
    asked = with_their_points(beginnings, habits.leans, asked)
    return asked - interludes(beginnings, habits.chain, asked)


def _questions(
    page: Page, beginnings: Sequence[Beginning], outline: Outline, habits: Habits
) -> frozenset[int]:
    """Return what the habits of a document ask, and what only its promises tell."""
    asked = habits.questions() | habits.stems
    labelled = sum(beginnings[i].label is Label.QUESTION for i in asked)
    if 2 * labelled > len(asked) or len(asked) >= _ALL * len(beginnings):
        return asked
    asked = _by_habit(page, beginnings, outline, habits, asked)
    if not asked and titles_of_a_product(beginnings) >= _FEW:
        return asked
    promise = promise_of(page, beginnings)
    if promise is Promise.QUESTIONS and (told := tasks(page, beginnings, habits.leans, asked)):
        return told | frozenset(i for i in asked if beginnings[i].level)
    if rows := Rows(beginnings, outline, habits.leans, asked).questions(promise):
        asked = rows | frozenset(i for i in asked if not stands_under(outline, i, rows))
        return asked | cards(page, beginnings, outline, asked)
    promised = frozenset(asked)
    if promise is not Promise.QUESTIONS:
        promised = in_promising_sections(beginnings, outline, habits.leans, asked)
    if promise is not Promise.NOTHING:
        asked = below_promising_lines(page, beginnings, outline, habits.leans, asked)
        promised |= asked
    asked, by_title = promised, promised - asked
    if not gives_guidance(page, beginnings):
        asked = _by_titles(page, beginnings, outline, habits, asked)
    if not by_title and (habits.announced or (asked and habits.lists(asked))):
        asked = by_sections(page, beginnings, habits.leans, asked)
    asked |= cards(page, beginnings, outline, asked)
    if promise is Promise.QUESTIONS:
        asked |= bare_titles(page, beginnings, habits.leans)
    return asked | Paragraphs(page, beginnings, habits.leans, asked).questions(promise)


def _by_titles(
    page: Page,
    beginnings: Sequence[Beginning],
    outline: Outline,
    habits: Habits,
    asked: frozenset[int],
) -> frozenset[int]:
    """Return what is asked where titles name subjects, or else what is known to be asked."""
    announced = announces(page, beginnings, words.SUBJECT_OF_ANSWERS, words.ANSWERS_ALONE)
    find = subjects if announced else to_be_told_apart
    if titles := find(page, beginnings, outline, habits.leans, asked):
        return titles | (asked & habits.chain)
    titles = waiting(page, beginnings, habits.leans, asked)
    return titles | frozenset(i for i in asked if not stands_under(outline, i, titles))


def _by_habit(
    page: Page,
    beginnings: Sequence[Beginning],
    outline: Outline,
    habits: Habits,
    asked: frozenset[int],
) -> frozenset[int]:
    """Return what is asked as the rest of the document asks, in each of its parts."""
    asked |= set_off(page, beginnings, outline, habits.leans, asked)
    chapters = chapters_of(beginnings, habits.leans)
    asked = (asked - chapters.keys()) | {i for lines in chapters.values() for i in lines}
    if habits.lists(asked) and (parts := parts_of_a_list(page, beginnings, asked)):
        habits.parts |= parts
        asked |= habits.questions() - chapters.keys()
    asked = on_tickets(beginnings, asked)
    return asked | scattered(beginnings, asked)
