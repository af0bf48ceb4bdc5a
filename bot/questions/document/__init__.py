"""Any document -> questions with their answers, every line accounted for."""

from __future__ import annotations

from bot.questions.document.cutting import Cutter
from bot.questions.document.describing import describe
from bot.questions.document.dialogue import converse
from bot.questions.document.finishing import finish
from bot.questions.document.habits import questions
from bot.questions.document.lines import page as page_of
from bot.questions.document.outline import outline as outline_of
from bot.questions.document.reading import Found, Other, Problem, Reading, as_json
from bot.questions.document.repeats import repeats
from bot.questions.document.turns import talk_of, without

__all__ = ["Found", "Other", "Problem", "Reading", "as_json", "read"]


def read(text: str, *, name: str = "") -> Reading:
    """Read a document."""
    page, talk = talk_of(page_of(text))
    said = without(talk, page)
    breaks = frozenset(turn.first for turn in talk.turns)
    beginnings = describe(said, {})
    outline = outline_of(beginnings, breaks)
    asked = questions(beginnings, outline)
    cut = Cutter(said, beginnings, outline, asked, breaks).run()
    cut = converse(page, talk, cut)
    found = finish(page, {b.line: b for b in beginnings}, cut)
    dropped = repeats(found)
    return Reading(tuple(q for i, q in enumerate(found) if i not in dropped), (), ())
