"""What a search has found, on the screen: six a page, each one tap away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.screens import actions, markup, wording
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import in_rows
from bot.screens.turning import leaf
from bot.study.notes import AREA_ID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.model import Question


A_PAGE: Final = 6
_MOST: Final = 60
"""Questions that are listed; who wants more had better say more."""
_LONGEST: Final = 160
_WORDS: Final = 60


def words_screen() -> Screen:
    """Ask for the words to search for."""
    return Screen(Styled("What are you looking for? A word or two will do."))


def found_screen(words: str, found: Sequence[Question], page: int = 0) -> Screen:
    """List what was found, the best first; ``page`` counts from 0."""
    said = wording.shortened(words, _WORDS)
    if not found:
        nothing = Styled(f"Nothing found for “{said}”. Fewer or other words may do.")
        topics = Button(wording.TOPICS, actions.Settings(actions.Page.TOPICS))
        return Screen(nothing, ((topics, _next()),))
    shown = leaf(found[:_MOST], A_PAGE, page)
    number = f"{len(found)}" if len(found) <= _MOST else f"The best {_MOST} of {len(found)}"
    text = Styled.of(f"“{said}”", Style.BOLD)
    text = text + f"\n{number} found. Tap one and I ask it now.\n"
    first = 1 + sum(len(leaf(found[:_MOST], A_PAGE, n).items) for n in range(shown.page))
    for place, question in enumerate(shown.items, first):
        where = Styled.of(_where(question), Style.ITALIC)
        text = text + f"\n{place}. {plain(question, _LONGEST)}\n" + where + "\n"
    asking = [
        Button(f"Ask {place}", actions.AskQuestion(question.id))
        for place, question in enumerate(shown.items, first)
    ]
    return Screen(text, (*in_rows(asking, 3), shown.row(actions.ShowFound)))


def plain(question: Question, most: int) -> str:
    """Write the first line of a question without its styles, at most so long."""
    asked = question.text.partition("\n\n")[0]
    return wording.shortened(markup.inline(asked).text, most)


def _where(question: Question) -> str:
    own = question.topic.area_id == AREA_ID
    parts = [question.topic.area, question.topic.name, question.level or ""]
    return " · ".join(filter(None, parts if not own else parts[:2]))


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
