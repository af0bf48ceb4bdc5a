"""A page -> the beginnings of its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document import marks
from bot.questions.document.asking import (
    Asking,
    asking,
    ends_with_a_mark,
    goes_on_asking,
    split_question,
)
from bot.questions.document.beginnings import Beginning, Label, Style
from bot.questions.document.lines import Kind
from bot.questions.document.manner import manner_of
from bot.questions.document.peeling import Peeling
from bot.questions.document.wording import wording_of

if TYPE_CHECKING:
    from bot.questions.document.lines import Page

_TAB: Final = 4
_LONGEST_WORDING: Final = 400
_LONGEST_END: Final = 80
_CARD_TURNS: Final = frozenset({"?", "??", ";;"})
_UNDERLINES: Final = {"=": 1, "-": 2, "~": 3, "^": 4, "*": 4}


def describe(page: Page, speakers: dict[str, Label]) -> list[Beginning]:
    """Describe every line of words, in order; ``speakers`` are names that act as labels."""
    manner = manner_of(page, speakers)
    found = []
    above = Kind.BLANK
    underlined = {
        number - 1: page.lines[number].strip()[0]
        for number, kind in enumerate(page.kinds)
        if kind is Kind.UNDERLINE
    }
    for number, kind in enumerate(page.kinds):
        if kind is Kind.WORDS:
            peeling = Peeling(page.lines[number].expandtabs(_TAB), manner)
            peeling.peel()
            if above is Kind.WORDS or number in underlined:
                _look_around(peeling, above, underlined.get(number, ""))
            found.append(_beginning(number, peeling, opens=above is not Kind.WORDS))
        above = kind
    return [_read_on(page, found, i) for i in range(len(found))]


def _read_on(page: Page, found: list[Beginning], i: int) -> Beginning:
    """Add a question mark that stands on one of the next lines, where the words go on."""
    beginning = found[i]
    wraps = i + 1 < len(found) and not found[i + 1].opens and beginning.opens
    if not wraps or beginning.level or beginning.asks is Asking.MARKED:
        return beginning
    if not beginning.text or len(beginning.text) > _LONGEST_WORDING:
        return beginning
    wording = wording_of(page, found, i, frozenset())
    return beginning._replace(asks=Asking.MARKED) if wording.lines else beginning


def _look_around(peeling: Peeling, above: Kind, underline: str) -> None:
    """Add what only the neighbouring lines tell: a turned card, an underlined title."""
    if peeling.text in _CARD_TURNS and above is Kind.WORDS:
        peeling.label, peeling.name, peeling.text = Label.ANSWER, marks.CARD_TURN, ""
    if underline and not peeling.level and not peeling.text.endswith((":", "：")):
        peeling.level = _UNDERLINES[underline]
        peeling.mark = "#" * peeling.level


def _beginning(number: int, peeling: Peeling, *, opens: bool) -> Beginning:
    text, tail = _without_end(peeling.text), peeling.tail
    if peeling.bold and tail[:1] not in {":", "："} and _asks_after_bold(text, tail):
        text, tail = f"{text} {tail}", ""
    asks = _asking(peeling, text)
    if asks is not Asking.MARKED and not (peeling.level or peeling.bold or tail):
        text, tail, asks = _split_tail(text, asks)
    return Beginning(
        line=number,
        style=Style(peeling.mark, peeling.numbering, peeling.bold, peeling.column),
        level=peeling.level,
        number=peeling.number,
        label=peeling.label,
        name=peeling.name,
        text=text,
        tail=tail,
        target=peeling.target,
        quoted=peeling.quoted,
        asks=asks,
        opens=opens or peeling.marked,
    )


def _asks_after_bold(text: str, tail: str) -> bool:
    """Tell a question whose subject is in bold from one in bold with its answer."""
    return not text.endswith((":", "：")) and not ends_with_a_mark(text) and ends_with_a_mark(tail)


def _asking(peeling: Peeling, text: str) -> Asking:
    """Judge the words; only a mark makes a question of unmarked ones."""
    if peeling.tail and not peeling.bold and peeling.name != marks.CARD_SIDES:
        return Asking.MARKED
    if peeling.marked:
        return asking(text)
    return Asking.MARKED if ends_with_a_mark(text) or text[:1] == "¿" else Asking.NO


def _split_tail(text: str, asks: Asking) -> tuple[str, str, Asking]:
    """Part a question from the answer on the same line."""
    if not any(mark in text[:_LONGEST_WORDING] for mark in "?？؟"):
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
    while (last := text[-_LONGEST_END:].rsplit(None, 1)[-1:]) and marks.END_TOKEN.fullmatch(
        last[0]
    ):
        if last[0] == text:
            break
        text = text[: -len(last[0])].rstrip()
    return text
