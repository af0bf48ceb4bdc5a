"""A draft page by page, each of its questions to keep or to drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions
from bot.screens.notes.excerpt import excerpt, title
from bot.screens.notes.preview import adding, cancelling, preview_screen
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.turning import leaf, page_with

if TYPE_CHECKING:
    from bot.questions.draft import Draft

QUESTIONS_A_PAGE = 4

_QUESTION = 300
_ANSWER = 200
_NO_ANSWER = "No answer in your notes."


def browse_screen(draft: Draft, page: int) -> Screen:
    """Show a page of the questions with the beginnings of their answers; pages count from 0."""
    if not draft.reading.questions:
        return preview_screen(draft)
    places = range(len(draft.reading.questions))
    shown = leaf(places, QUESTIONS_A_PAGE, page)
    parts = [_described(draft, place) for place in shown.items]
    choices = tuple(_choice(draft, place) for place in shown.items)
    turning = shown.row(lambda to: actions.BrowseDraft(draft.message, to))
    whole = Button("Overview", actions.ShowDraft(draft.message))
    text = title(draft.name) + "\n\n" + Styled.join("\n\n", parts)
    return Screen(text, (choices, turning, (*adding(draft), whole, cancelling(draft))))


def page_of(draft: Draft, place: int) -> int:
    """Tell on which page a question is; both counted from 0."""
    return page_with(place, len(draft.reading.questions), QUESTIONS_A_PAGE)


def _described(draft: Draft, place: int) -> Styled:
    found = draft.reading.questions[place]
    question = excerpt(found.question, _QUESTION)
    if place in draft.dropped:
        return Styled(f"{place + 1}. ") + Styled.of(question, Style.STRIKETHROUGH) + "\nDropped."
    answer = _NO_ANSWER if found.answer is None else excerpt(found.answer, _ANSWER)
    return Styled(f"{place + 1}. ") + Styled.of(question, Style.BOLD) + f"\n{answer}"


def _choice(draft: Draft, place: int) -> Button:
    keep = place in draft.dropped
    label = f"{'Keep' if keep else 'Drop'} {place + 1}"
    return Button(label, actions.KeepFound(draft.message, place, keep=keep))
