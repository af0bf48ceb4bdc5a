"""What members of a group ask: posts with a question and its answer, and one whom another answers.

Nobody asks most of the time there, so each question stands for itself: it has to bear a sign of its
own, or to be one that only asks for an explanation.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from bot.questions.document import marks, words
from bot.questions.document.asking import ends_with_a_mark, is_wordy
from bot.questions.document.lines import Kind, looks_like_code
from bot.questions.document.talks.quizzed import Exchange
from bot.questions.document.talks.spoken import question_in
from bot.questions.document.talks.turns import spoken_lines, spoken_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.questions.document.lines import Page
    from bot.questions.document.talks.turns import Turn

_FEW: Final = 2
_SHORTEST_ANSWER: Final = 40
_SIGNS: Final = frozenset("❓❔⁉")


def posts(page: Page, turns: Sequence[Turn]) -> tuple[Exchange, ...]:
    """Return the turns that hold a question and its answer, if there are several of them."""
    found = [post for turn in turns if (post := _post(page, turn))]
    return tuple(found if len(found) >= _FEW else ())


def _post(page: Page, turn: Turn) -> Exchange | None:
    """Read a turn whose first line asks and whose next lines answer."""
    said = _said(page, turn)
    if len(said) < _FEW or page.kinds[said[0]] is not Kind.WORDS:
        return None
    question = _without_signs(page.lines[said[0]])
    signed = _is_signed(page, turn, said[0])
    if not ((signed or words.EXPLAINING.search(question)) and ends_with_a_mark(question)):
        return None
    if any(ends_with_a_mark(page.lines[n]) or _is_labelled(page.lines[n]) for n in said[1:]):
        return None
    return Exchange(question, (said[0],), turn, tuple(said[1:]))


def without_invitations(page: Page, turns: Sequence[Turn]) -> Page:
    """Leave out posts that ask whether somebody wants something: they only look like questions."""
    kinds = list(page.kinds)
    for turn in turns:
        said = _said(page, turn)
        if not said or not _is_signed(page, turn, said[0]):
            continue
        question = _without_signs(page.lines[said[0]])
        if words.INVITING.search(question) and not words.KNOWLEDGE.search(question):
            for number in said:
                kinds[number] = Kind.CHAT
    return replace(page, kinds=tuple(kinds))


def _said(page: Page, turn: Turn) -> list[int]:
    kinds = {Kind.WORDS, Kind.CODE}
    return [n for n in range(turn.first, turn.end) if page.kinds[n] in kinds]


def _without_signs(line: str) -> str:
    return marks.SYMBOLS.sub("", line.strip(), count=1).strip(" *_")


def _is_signed(page: Page, turn: Turn, first: int) -> bool:
    """Tell a post with a sign of asking, or one that was passed on."""
    return page.lines[first].lstrip(" *_")[:1] in _SIGNS or _is_forwarded(page, turn)


def _is_forwarded(page: Page, turn: Turn) -> bool:
    above = takewhile(lambda n: page.kinds[n] is Kind.CHAT, range(turn.first, turn.end))
    return any(words.FORWARDED.match(page.lines[n]) for n in above)


def _is_labelled(line: str) -> bool:
    """Tell a line that declares itself an answer, and is read as one elsewhere."""
    match = marks.LABEL.match(line.lstrip(" *_"))
    return match is not None and match["word"].casefold() in words.ANSWER_LABELS


def with_code(page: Page, found: Iterable[Exchange]) -> Page:
    """Tell the code that a post asks about from its answer, as nobody fences it in a chat."""
    kinds = list(page.kinds)
    for post in found:
        if words.ABOUT_CODE.search(post.question):
            for n in takewhile(lambda n: looks_like_code(page.lines[n]), post.answer_lines):
                kinds[n] = Kind.CODE
    return replace(page, kinds=tuple(kinds))


def answered_by_others(page: Page, turns: Sequence[Turn]) -> tuple[Exchange, ...]:
    """Return what somebody wants to have explained, and the next one explains."""
    found = []
    for turn, reply in pairwise(turns):
        question = question_in(spoken_lines(page, turn))
        if not (ends_with_a_mark(question) and words.EXPLAINING.search(question)):
            continue
        said = spoken_words(page, reply)
        explained = is_wordy(said, _SHORTEST_ANSWER) and not question_in(spoken_lines(page, reply))
        if reply.speaker != turn.speaker and explained:
            found.append(Exchange(question, _words_of(page, turn), reply, _words_of(page, reply)))
    return tuple(found)


def _words_of(page: Page, turn: Turn) -> tuple[int, ...]:
    return tuple(n for n in range(turn.first, turn.end) if page.kinds[n] is Kind.WORDS)
