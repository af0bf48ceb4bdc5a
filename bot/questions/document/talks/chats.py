"""Chats: their turns, who asks in them, and what is asked and answered in turns of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.questions.document.lines import Kind, Page
from bot.questions.document.talks.asker import (
    asker_of,
    asks_for_knowledge,
    is_practice,
    person_of,
    swapped,
)
from bot.questions.document.talks.posted import (
    answered_by_others,
    posts,
    with_code,
    without_invitations,
)
from bot.questions.document.talks.quizzed import quizzes
from bot.questions.document.talks.rehearsed import rehearsed
from bot.questions.document.talks.turns import turns_of

if TYPE_CHECKING:
    from bot.questions.document.talks.quizzed import Exchange
    from bot.questions.document.talks.turns import Turn

_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns of a page, and who asks in it; nobody does if it only carries documents.

    ``exchanges`` are what is asked and answered apart from that: a program examines somebody, or
    a member of a group posts a question.
    """

    turns: tuple[Turn, ...] = ()
    asker: str | None = None
    exchanges: tuple[Exchange, ...] = ()

    def asked(self) -> tuple[Turn, ...]:
        """Return the turns of the one who asks."""
        return tuple(turn for turn in self.turns if turn.speaker == self.asker)


def talk_of(page: Page) -> tuple[Page, Talk]:
    """Find the turns of a page, and take what only says who speaks out of its lines."""
    clean, turns = turns_of(page)
    if not turns:
        return page, Talk()
    clean = without_invitations(clean, turns)
    examined, posted = quizzes(clean, turns), posts(clean, turns)
    taken = {one.reply.first for one in (*examined, *posted) if one.reply}
    own = [turn for turn in turns if turn.first not in taken]
    asker = person_of(clean, own, 1 if examined else _FEWEST)
    if asker is None and not (examined or posted):
        asker = asker_of(clean, own)
    if asker is None and not (examined or posted):
        asker, turns = swapped(clean, turns)
    if asker and not (examined or asks_for_knowledge(clean, turns, asker)):
        asker = None
    if not (asker or examined) and is_practice(clean, turns):
        posted += rehearsed(clean, own) or answered_by_others(clean, own)
    return with_code(clean, posted), Talk(tuple(turns), asker, examined + posted)


def without(talk: Talk, page: Page) -> Page:
    """Return the page without what the asker says and a program examines, which is read apart."""
    kinds = list(page.kinds)
    for one in talk.exchanges:
        for number in (*one.lines, *one.answer_lines, *one.summary):
            kinds[number] = Kind.CHAT
    replies = [one.reply for one in talk.exchanges if one.reply]
    for turn in (*talk.asked(), *replies):
        for number in range(turn.first, turn.end):
            if kinds[number] is Kind.WORDS:
                kinds[number] = Kind.CHAT
    return replace(page, kinds=tuple(kinds))
