"""Parts of a document without headings, each with its title and a habit of its own.

Notes and posts of many interviews are such: here a list of bullets, there plain lines or numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.questions.document import words
from bot.questions.document.asking import Asking, is_unspaced, is_wordy, opens_like_a_question
from bot.questions.document.evidence import (
    ASKING,
    SENTENCE_ENDS,
    Leaning,
    ends_with_a_colon,
    is_an_aside,
    names_a_file,
)
from bot.questions.document.promised.promising import names_questions
from bot.questions.document.talks.talk import is_small_talk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.lines import Page

_CALL: Final = "！"
_SHORT: Final = 90
_LONGEST: Final = 140
_FEWEST: Final = 3
_FEWEST_LINES: Final = 4
_SEVERAL: Final = 8
_NEARLY_ALL: Final = 0.8
_MOSTLY: Final = 0.6
_HALF: Final = 0.5
_OFTEN: Final = 0.3
_BULLETS: Final = frozenset("-*+•|·●○▪")
_POINTING: Final = ("👇", "⬇️", "⬇", "↓")


class Run(NamedTuple):
    """Items, or plain lines, that follow each other under a title; ``lead`` is right above them."""

    items: tuple[int, ...]
    title: int
    lead: int


def section_titles(page: Page, beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return the short lines that stand above parts of a document, and are no headings."""
    return frozenset(i for i in range(len(beginnings)) if _is_a_title(page, beginnings, i))


def _is_a_title(page: Page, beginnings: Sequence[Beginning], i: int) -> bool:
    beginning = beginnings[i]
    style, text = beginning.style, beginning.text
    if beginning.level or beginning.tail or beginning.label or style.numbering or style.column > 1:
        return False
    if "://" in text or beginning.target or text[:1] == "!":
        return False
    if style.mark in _BULLETS or not 0 < len(text) <= _SHORT or beginning.asks is Asking.MARKED:
        return False
    if style.mark or style.bold:
        near = (*beginnings[max(0, i - 1) : i], *beginnings[i + 1 : i + 2])
        return style.bold or all(other.style != style for other in near)
    ends = text[-1] in SENTENCE_ENDS and not ends_with_a_colon(beginning)
    return not ends and page.blank(beginning.line - 1) and not is_small_talk(text)


def closing_titles(
    page: Page, beginnings: Sequence[Beginning], asked: AbstractSet[int]
) -> frozenset[int]:
    """Return the titles between parts of a list without answers, which end what is above them."""
    titles = parts_of_a_list(page, beginnings, asked)
    first = min(asked, default=0)
    return frozenset(
        i
        for i in titles
        if i > first
        and (i + 1 in asked or (beginnings[i].style.mark and page.blank(beginnings[i].line - 1)))
    )


def parts_of_a_list(
    page: Page, beginnings: Sequence[Beginning], asked: AbstractSet[int]
) -> frozenset[int]:
    """Return the titles of a document in which hardly a question is answered."""
    if not asked or not _are_unanswered(page, beginnings, asked):
        return frozenset()
    return section_titles(page, beginnings) - asked


def by_sections(
    page: Page,
    beginnings: Sequence[Beginning],
    leans: Sequence[Leaning],
    asked: AbstractSet[int],
) -> frozenset[int]:
    """Return what is asked in the parts of a list without answers: ``asked``, and what is like it.

    A part is known by what leads to it, by how many of its items ask, or by the parts around it.
    """
    if not _are_unanswered(page, beginnings, asked):
        return frozenset(asked)
    titles = section_titles(page, beginnings)
    runs = list(_runs(beginnings, titles))
    taken = {run for run in runs if _asks(beginnings, leans, run)}
    alike = {_look(beginnings, run) for run in taken if _is_titled(beginnings, run)}
    taken |= {
        run
        for run in runs
        if _look(beginnings, run) in alike
        and _fits(beginnings, run)
        and not _is_led_elsewhere(beginnings, leans, run)
    }
    found = {
        i
        for run in taken
        for i in run.items
        if leans[i] is not Leaning.AGAINST and _could_be_asked(beginnings[i])
    }
    aside = {i for run in runs if _is_led_elsewhere(beginnings, leans, run) for i in run.items}
    aside |= {i for i in titles if not beginnings[i].bare and leans[i] is not Leaning.ASKS}
    return frozenset((asked | found) - aside)


def _are_unanswered(page: Page, beginnings: Sequence[Beginning], asked: AbstractSet[int]) -> bool:
    """Tell whether mostly another question, or a title, follows what is asked."""
    ends = sum(_ends_at_once(page, beginnings, i, asked) for i in asked)
    return ends >= (_MOSTLY if len(asked) >= _SEVERAL else 1) * len(asked)


def _ends_at_once(
    page: Page, beginnings: Sequence[Beginning], i: int, asked: AbstractSet[int]
) -> bool:
    if beginnings[i].tail:
        return False
    if i + 1 in asked or i + 1 == len(beginnings):
        return True
    below = beginnings[i + 1]
    return below.level > 0 or (not below.bare and _is_a_title(page, beginnings, i + 1))


def _runs(beginnings: Sequence[Beginning], titles: AbstractSet[int]) -> Iterator[Run]:
    """Yield the items of one look that stand together, each with its title and its lead."""
    items: list[int] = []
    title = -1
    for i, beginning in enumerate(beginnings):
        heads = beginning.level > 0 or i in titles
        goes_on = items and _goes_on(beginnings[items[-1]], beginning)
        if items and (heads or not goes_on):
            yield Run(tuple(items), title, items[0] - 1)
            items = []
        if heads:
            title = -1 if is_an_aside(beginning) else i
        elif not beginning.label and beginning.text:
            items.append(i)
    if items:
        yield Run(tuple(items), title, items[0] - 1)


def _goes_on(above: Beginning, below: Beginning) -> bool:
    """Tell an item from the beginning of something else: plain lines stand close together."""
    return above.style == below.style and (not below.bare or below.line == above.line + 1)


def _asks(beginnings: Sequence[Beginning], leans: Sequence[Leaning], run: Run) -> bool:
    """Tell a run that is promised to ask, or of which enough does."""
    if not _fits(beginnings, run):
        return False
    lead = beginnings[run.lead] if run.lead >= 0 else None
    leads = lead is not None and _leads(lead)
    if lead is not None and leads and _promises(lead):
        return not beginnings[run.items[0]].bare or len(run.items) >= _FEWEST
    asking = sum(_is_asked(beginnings[i], leans[i]) for i in run.items) / len(run.items)
    bare = beginnings[run.items[0]].bare
    if run.title < 0 or len(run.items) < (_FEWEST_LINES if bare else _FEWEST):
        return False
    promised = not leads and names_questions(beginnings[run.title].text)
    return promised or asking >= (_HALF if bare or leads else _OFTEN)


def _is_asked(beginning: Beginning, lean: Leaning) -> bool:
    return lean in ASKING or (beginning.bare and opens_like_a_question(beginning.text))


def _fits(beginnings: Sequence[Beginning], run: Run) -> bool:
    """Tell a run of questions and subjects from prose, and from links."""
    fitting = sum(_could_be_asked(beginnings[i]) for i in run.items)
    return fitting >= _NEARLY_ALL * len(run.items)


def _could_be_asked(beginning: Beginning) -> bool:
    text = beginning.text
    if names_a_file(beginning):
        return False
    if beginning.tail or beginning.target or is_wordy(text, _LONGEST) or "://" in text:
        return beginning.asks is Asking.MARKED
    if not beginning.bare:
        return not (ends_with_a_colon(beginning) or _CALL in text)
    ends = text[-1] in SENTENCE_ENDS and beginning.asks is not Asking.MARKED
    return not ends and (is_unspaced(text) or not text[0].islower())


def _leads(beginning: Beginning) -> bool:
    """Tell a line that leads to the list below it."""
    text = beginning.text.rstrip(" *_")
    return ends_with_a_colon(beginning) or text.endswith((*_POINTING, ":", "："))


def _promises(lead: Beginning) -> bool:
    """Tell a line that says that questions follow."""
    said = lead.text.casefold()
    asked = any(word in said for word in words.ASKED)
    return asked or names_questions(lead.text[-_SHORT:])


def _is_titled(beginnings: Sequence[Beginning], run: Run) -> bool:
    """Tell a run under a title that looks like one, as the others of the document do."""
    return run.title >= 0 and not beginnings[run.title].bare


def _look(beginnings: Sequence[Beginning], run: Run) -> tuple[Style, Style]:
    """Return what the title of a run and its items look like."""
    return beginnings[run.title].style, beginnings[run.items[0]].style


def _is_led_elsewhere(beginnings: Sequence[Beginning], leans: Sequence[Leaning], run: Run) -> bool:
    """Tell items none of which asks, below a line that leads to something else."""
    if run.lead < 0 or not beginnings[run.lead].bare or not _leads(beginnings[run.lead]):
        return False
    return not _promises(beginnings[run.lead]) and all(leans[i] not in ASKING for i in run.items)
