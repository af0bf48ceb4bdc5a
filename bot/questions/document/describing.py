"""A page -> the beginnings of its lines."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document import marks
from bot.questions.document.asking import (
    Asking,
    asking,
    ends_with_a_mark,
    goes_on_asking,
    opens_with_a_request,
    split_question,
)
from bot.questions.document.beginnings import Beginning, Label, Style
from bot.questions.document.evidence import asks_anew
from bot.questions.document.lines import Kind
from bot.questions.document.manner import manner_of
from bot.questions.document.peeling import DEEPEST, Peeling
from bot.questions.document.restructured import title_levels
from bot.questions.document.wording import wording_of

if TYPE_CHECKING:
    from bot.questions.document.lines import Page
    from bot.questions.document.manner import Manner

_TAB: Final = 4
_SEVERAL: Final = 3
_LONGEST_WORDING: Final = 400
_LONGEST_END: Final = 80
_LONGEST_TAG: Final = 12
_QUESTION_MARK = re.compile("[?？؟]")
_LAST_SIGNS: Final = frozenset("#}\\>:;")
_TITLE_TAGS: Final = frozenset({"summary", "dt"})
_CARD_TURNS: Final = frozenset({"?", "??", ";;"})


def describe(page: Page, speakers: dict[str, Label]) -> list[Beginning]:
    """Describe every line of words, in order; ``speakers`` are names that act as labels."""
    manner = manner_of(page, speakers)
    found = []
    above = Kind.BLANK
    underlined = title_levels(
        {
            number - 1: page.lines[number].strip()[0]
            for number, kind in enumerate(page.kinds)
            if kind is Kind.UNDERLINE
        }
    )
    for number, kind in enumerate(page.kinds):
        if kind is Kind.WORDS:
            line = page.lines[number].expandtabs(_TAB)
            if number not in underlined and _is_plain(line, manner):
                found.append(_plain(number, line, opens=above is not Kind.WORDS))
                above = kind
                continue
            peeling = Peeling(line, manner)
            peeling.peel()
            if above is Kind.WORDS or number in underlined:
                _look_around(peeling, above, underlined.get(number, 0))
            found.append(_beginning(number, peeling, opens=above is not Kind.WORDS))
        above = kind
    found = _unlinked(found)
    for i, (beginning, below) in enumerate(pairwise(found)):
        if below.opens or not (beginning.opens and beginning.text):
            continue
        if beginning.label is not Label.ANSWER:
            found[i] = _read_on(page, found, i)
    return found


def _is_plain(line: str, manner: Manner) -> bool:
    """Tell a line in which there is nothing to peel off, and no question: most lines are such."""
    letters = marks.LETTERS.match(line.lstrip())
    if not letters or manner.cards or letters[0].lower() in manner.label_openings:
        return False
    return line[-1] not in _LAST_SIGNS and not _QUESTION_MARK.search(line)


def _plain(number: int, line: str, *, opens: bool) -> Beginning:
    """Describe a line without marks."""
    text = line.strip()
    style = _style("", "", False, min(len(line) - len(line.lstrip()), DEEPEST))  # noqa: FBT003
    return Beginning(number, style, text=_without_end(text), opens=opens)


@lru_cache(maxsize=1024)
def _style(mark: str, numbering: str, bold: bool, column: int) -> Style:  # noqa: FBT001
    """Return the one style with these traits: a page has few, and each of its lines has one."""
    return Style(mark, numbering, bold, column)


def _unlinked(found: list[Beginning]) -> list[Beginning]:
    """Forget links within the page of items below which more than such links stands.

    What stands deeper is below its item; what does not is so where most of such items have it.
    """
    links = [i for i, beginning in enumerate(found) if beginning.target.startswith("#")]
    followed = [i for i in links if i + 1 < len(found) and _says_more(found[i + 1])]
    mostly = len(followed) >= _SEVERAL and 2 * len(followed) > len(links)
    for i in followed:
        if mostly or found[i + 1].column > found[i].column:
            found[i] = found[i]._replace(target="")
    return found


def _says_more(below: Beginning) -> bool:
    """Tell words below a link from another link, and from a title."""
    return not (below.target or below.level)


def _read_on(page: Page, found: list[Beginning], i: int) -> Beginning:
    """Add a question mark that stands on one of the next lines, where the words go on."""
    beginning = found[i]
    if beginning.asks is Asking.MARKED or len(beginning.text) > _LONGEST_WORDING:
        return beginning
    if asks_anew(found[i + 1]):
        return beginning
    wording = wording_of(page, found, i, frozenset())
    marked = bool(wording.lines) and ends_with_a_mark(wording.question)
    return beginning._replace(asks=Asking.MARKED) if marked else beginning


def _look_around(peeling: Peeling, above: Kind, underlined: int) -> None:
    """Add what only the neighbouring lines tell: a turned card, an underlined title."""
    if peeling.text in _CARD_TURNS and above is Kind.WORDS:
        peeling.label, peeling.name, peeling.text = Label.ANSWER, marks.CARD_TURN, ""
    if underlined and not peeling.level and not peeling.text.endswith((":", "：")):
        peeling.level = underlined
        peeling.mark = "#" * peeling.level


def _beginning(number: int, peeling: Peeling, *, opens: bool) -> Beginning:
    text, tail = _without_end(peeling.text), peeling.tail
    if peeling.bold and tail[:1] not in {":", "："} and _asks_after_bold(text, tail):
        text, tail = f"{text}{tail}" if tail[0] == "." else f"{text} {tail}", ""
    if peeling.numbering and not peeling.level and _asks_about_bold(text, tail):
        text, tail = f"{text.rstrip(':：')}: {tail.lstrip(':： ')}", ""
        asks = max(Asking.OPENS, _asking(peeling, text))
    else:
        asks = _asking(peeling, text)
    tagged = peeling.mark in _TITLE_TAGS
    titled = tagged or peeling.level or peeling.bold or peeling.whole or peeling.target
    whole = titled or tail or peeling.label is Label.ANSWER
    if asks is not Asking.MARKED and not whole:
        text, tail, asks = _split_tail(text, asks)
    style = _style(peeling.mark, _numbering(peeling), peeling.bold, peeling.column)
    return Beginning(
        number,
        style,
        peeling.level,
        peeling.number,
        peeling.label,
        peeling.name,
        text,
        tail,
        peeling.target,
        peeling.quoted,
        asks,
        opens or peeling.marked,
        bare=not (style.mark or style.numbering or style.bold or peeling.label),
    )


def _numbering(peeling: Peeling) -> str:
    """Return the form of the number; a label without one looks like its own, too."""
    return peeling.numbering or ("Q" if peeling.label is Label.QUESTION else "")


def _asks_after_bold(text: str, tail: str) -> bool:
    """Tell a question whose subject is in bold from one in bold with its answer."""
    return not text.endswith((":", "：")) and not ends_with_a_mark(text) and ends_with_a_mark(tail)


def _asks_about_bold(text: str, tail: str) -> bool:
    """Tell a subject in bold before a colon, and what is asked about it."""
    if not (text.endswith((":", "：")) or tail.startswith((":", "："))):
        return False
    question, rest = split_question(tail.lstrip(":： "))
    asks = ends_with_a_mark(question) and (not rest or goes_on_asking(rest))
    return asks or opens_with_a_request(question)


def _asking(peeling: Peeling, text: str) -> Asking:
    """Judge the words; only a mark makes a question of unmarked ones, and nothing of an answer."""
    if peeling.label is Label.ANSWER:
        return Asking.NO
    if peeling.tail and not peeling.bold and peeling.mark in _TITLE_TAGS:
        return Asking.MARKED
    if peeling.marked:
        return asking(text) or asking(marks.LEADING_REMARK.sub("", text, count=1))
    return Asking.MARKED if ends_with_a_mark(text) or text[:1] == "¿" else Asking.NO


def _split_tail(text: str, asks: Asking) -> tuple[str, str, Asking]:
    """Part a question from the answer on the same line."""
    if not _QUESTION_MARK.search(text, 0, _LONGEST_WORDING):
        return text, "", asks
    question, tail = split_question(text)
    if not tail or len(question) > _LONGEST_WORDING:
        return text, "", asks
    if not any(c.isalpha() for c in tail):
        return question, "", Asking.MARKED
    return (text, "", Asking.MARKED) if goes_on_asking(tail) else (question, tail, Asking.MARKED)


def _without_end(text: str) -> str:
    """Take off what closes a line: the hashes of a heading, an anchor, a tag of a card."""
    text = text.rstrip()
    if text[-1:] not in _LAST_SIGNS and "#" not in text[-_LONGEST_TAG:]:
        return text
    while (last := text[-_LONGEST_END:].rsplit(None, 1)[-1:]) and marks.END_TOKEN.fullmatch(
        last[0]
    ):
        if last[0] == text:
            break
        text = text[: -len(last[0])].rstrip()
    return text
