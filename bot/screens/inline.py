"""A question as it is posted in any chat: its prose under a spoiler, the rest in the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.questions.model import QuestionId
from bot.screens import markup
from bot.screens.screen import Style, Styled
from bot.screens.search import plain
from bot.study.notes import AREA_ID

if TYPE_CHECKING:
    from bot.questions.model import Question

_LONGEST: Final = 1500
"""Code points of an answer that are posted: a chat is no book."""
_TITLE: Final = 120
_LINK: Final = "q_"
_IN_SPOILER: Final = frozenset({Style.BOLD, Style.ITALIC, Style.STRIKETHROUGH, Style.LINK})


@dataclass(frozen=True, slots=True)
class Post:
    """One choice among those that are offered: how it is listed, and what it posts."""

    id: str
    title: str
    about: str
    text: Styled
    label: str
    link: str
    """What follows ``?start=`` in the link to the bot; empty for a note, which is its owner's."""


def post(question: Question) -> Post:
    """Make of a question what is posted, without its code."""
    own = question.topic.area_id == AREA_ID
    where = [question.topic.area, question.topic.name, question.level or ""]
    head = Styled(" · ".join(filter(None, where)) + "\n\n")
    text = head + markup.inline(question.text.partition("\n\n")[0], Style.BOLD)
    spoiler = _spoiler(question.answer or "")
    if spoiler:
        text = text + "\n\n" + spoiler
    return Post(
        id=question.id,
        title=plain(question, _TITLE),
        about=" · ".join(filter(None, where)),
        text=text,
        label="Practise with me" if own else "Practise it",
        link="" if own else f"{_LINK}{question.id}",
    )


def question_of(link: str) -> QuestionId | None:
    """Name the question that a link to the bot leads to; None for any other link."""
    return QuestionId(link.removeprefix(_LINK)) if link.startswith(_LINK) else None


def _spoiler(answer: str) -> Styled:
    """Put prose under a spoiler; code cannot be under one, so what holds it is left out."""
    blocks = markup.render(answer)
    prose = [block for block in blocks if not block.is_code]
    if not prose:
        return Styled("The answer is in the bot." if blocks else "")
    pages = markup.paginate(prose, limit=_LONGEST)
    kept = pages[0]
    spans = tuple(span for span in kept.spans if span.style in _IN_SPOILER)
    covered = Styled(kept.text, (*Styled.of(kept.text, Style.SPOILER).spans, *spans))
    if len(pages) > 1 or len(prose) < len(blocks):
        return covered + "\n\n" + _rest(code=len(prose) < len(blocks), more=len(pages) > 1)
    return covered


def _rest(*, code: bool, more: bool) -> str:
    parts = " and ".join(filter(None, ("The code" * code, "the rest" * more)))
    return f"{parts[:1].upper()}{parts[1:]} {'are' if code and more else 'is'} in the bot."
