"""Notes as people type them on a phone: no marks, no capitals, the answer on the lines below.

``what does a lease do`` above two lines is a question to whoever reads it, and so is ``raft vs
paxos``; but nothing marks it, and in a diary such words may open any sentence. So such lines must
recur, most paragraphs must begin with one, and the notes must speak of an interview. Then each of
them is labelled here, as if somebody had written ``Q:`` before it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.questions.document import words
from bot.questions.document.amid import subjects_amid, tasks_amid
from bot.questions.document.asking import Asking, is_unspaced, opens_with_a_request
from bot.questions.document.beginnings import Label
from bot.questions.document.evidence import SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_NAME: Final = "—"
"""A label that nobody writes, nor bears as a name."""

_FEW: Final = 2
_SEVERAL: Final = 3
_FEWEST: Final = 4
_LONGEST: Final = 110
_SUBJECT: Final = 80
_ASKER: Final = 24
_WIDE: Final = 55
_SOME: Final = 0.2
_SOMETIMES: Final = 0.3
_OFTEN: Final = 0.4
_HALF: Final = 0.5
_MOSTLY: Final = 0.6
_STOPS: Final = frozenset(".!。")
_SIGNS: Final = (" - ", " – ", " — ", ": ")
_SIGNED = re.compile(r"(\S.{0,90}?)(?:[ ]{1,4}[-–—]|:)[ ]{1,4}(\S.*)")
_ASKING_ON: Final = 40


class Jotted(NamedTuple):
    """The beginnings with the questions labelled, and the lines at which no answer goes on."""

    beginnings: list[Beginning]
    breaks: frozenset[int] = frozenset()


class _Parted(NamedTuple):
    """What is asked on a line, and what of its answer stands there too."""

    question: str
    answer: str = ""


def jotted(page: Page, beginnings: list[Beginning]) -> Jotted:
    """Label what is asked in notes without marks; other documents stay as they are."""
    if not _may_be_notes(beginnings):
        return Jotted(beginnings)
    blocks = list(_blocks(beginnings))
    if not _ask_often_enough(beginnings, blocks):
        return Jotted(beginnings)
    if not any(words.OF_INTERVIEWS.search(line) for line in page.lines):
        return Jotted(beginnings)
    return _labelled(beginnings, blocks)


def _may_be_notes(beginnings: Sequence[Beginning]) -> bool:
    """Tell plain lines of which hardly one bears a question mark from all other documents."""
    plain = marked = 0
    for place, beginning in enumerate(beginnings):
        plain += beginning.bare
        marked += beginning.asks is Asking.MARKED or beginning.label is not None
        if place >= _LONGEST and plain < _HALF * place:
            return False
    return plain >= _HALF * len(beginnings) and marked <= _SOME * plain


def _blocks(beginnings: Sequence[Beginning]) -> Iterator[list[int]]:
    """Yield the lines that stand together."""
    block: list[int] = []
    for i, beginning in enumerate(beginnings):
        if block and beginning.line != beginnings[i - 1].line + 1:
            yield block
            block = []
        block.append(i)
    if block:
        yield block


def _asks_outright(text: str) -> bool:
    """Tell words that ask although no mark says so."""
    if len(text) > _LONGEST or text[-1:] in SENTENCE_ENDS or is_unspaced(text):
        return False
    loosely = words.ASKING_IN_NOTES.match(text) or words.VERSUS.fullmatch(text)
    return bool(loosely) or _asks_surely(text)


def _asks_surely(text: str) -> bool:
    """Tell words that ask wherever they stand from those that may begin a sentence."""
    return bool(words.OUTRIGHT.match(text) or words.ABOUT_A_SUBJECT.fullmatch(text))


def _ask_often_enough(beginnings: Sequence[Beginning], blocks: Sequence[Sequence[int]]) -> bool:
    """Tell a habit from a few words that happen to open as questions do."""
    opening = [block for block in blocks if len(block) > 1]
    first = [block[0] for block in opening if _is_asked(beginnings, block[0], block[1])]
    surely = sum(_asks_surely(beginnings[i].text) for i in first)
    marked = sum(_is_marked(beginnings[block[0]]) for block in opening)
    enough = len(first) >= _FEWEST and len(first) + marked >= _OFTEN * len(opening)
    if enough and surely >= _SEVERAL:
        return True
    return any(
        _is_dashed(beginnings, block, _HALF) or _lists_questions(beginnings, block)
        for block in blocks
        if len(block) > _FEWEST
    )


def _is_asked(beginnings: Sequence[Beginning], i: int, below: int) -> bool:
    """Tell a plain line that asks, above one that does not."""
    plain = beginnings[i].bare and beginnings[i].column <= 1
    return plain and _asks_somebody(beginnings, i) and not _asks_outright(beginnings[below].text)


def _is_marked(beginning: Beginning) -> bool:
    """Tell a short line that ends with the question mark that others lack."""
    marked = beginning.asks is Asking.MARKED and not beginning.tail
    return marked and len(beginning.text) <= _LONGEST


def _asks_somebody(beginnings: Sequence[Beginning], i: int) -> bool:
    """Tell a question from one that a diary puts to its writer."""
    return _asks_here(beginnings, i) and not words.OF_ONESELF.search(beginnings[i].text)


def _asks_here(beginnings: Sequence[Beginning], i: int) -> bool:
    """Tell words that ask outright from the first line of a sentence."""
    below = beginnings[i + 1] if i + 1 < len(beginnings) else None
    return _asks_outright(beginnings[i].text) and not _is_wrapped(beginnings[i], below)


def _is_wrapped(beginning: Beginning, below: Beginning | None) -> bool:
    """Tell the first line of a wrapped paragraph: a sentence that goes on in small letters."""
    long = len(beginning.text) >= _WIDE and beginning.text[0].isupper()
    return long and below is not None and below.bare and below.text[:1].islower()


def _parted(beginning: Beginning) -> _Parted | None:
    """Part ``subject - answer`` and ``subject: answer``."""
    text = beginning.text
    if not any(sign in text for sign in _SIGNS) or beginning.tail or not beginning.bare:
        return None
    match = _SIGNED.fullmatch(text)
    return _Parted(match[1], match[2]) if match and len(match[1]) <= _SUBJECT else None


def _is_dashed(beginnings: Sequence[Beginning], block: Sequence[int], needed: float) -> bool:
    """Tell a block of subjects, each with a dash and its answer, some of which ask."""
    parted = [one for i in block if (one := _parted(beginnings[i]))]
    if len(parted) < max(_SEVERAL, needed * len(block)):
        return False
    asking = sum(_asks_outright(one.question) for one in parted)
    return asking >= max(_FEW, _SOME * len(parted))


def _lists_questions(beginnings: Sequence[Beginning], block: Sequence[int]) -> bool:
    """Tell lines most of which ask, one below another: a list that nobody answers."""
    lines = block if _asks_here(beginnings, block[0]) else block[1:]
    if len(lines) < _FEWEST or not all(beginnings[i].bare for i in lines):
        return False
    asking = [i for i in lines if _asks_somebody(beginnings, i)]
    surely = sum(not words.VERSUS.fullmatch(beginnings[i].text) for i in asking)
    return surely >= _SEVERAL and len(asking) >= _MOSTLY * len(lines)


def _askers(beginnings: Sequence[Beginning]) -> frozenset[str]:
    """Return who is noted before a dash as the one who asked."""
    said = [one for beginning in beginnings if (one := _parted(beginning))]
    often = Counter(one.question for one in said if len(one.question) <= _ASKER)
    asking = Counter(one.question for one in said if _asks_outright(one.answer))
    return frozenset(
        name for name, n in often.items() if n >= _FEW and asking[name] >= max(1, _HALF * n)
    )


def _labelled(beginnings: Sequence[Beginning], blocks: Sequence[Sequence[int]]) -> Jotted:
    """Label the questions of each block; what stands apart from them goes on with nothing."""
    found = list(beginnings)
    askers = _askers(beginnings)
    every = [_asked_in(beginnings, block, askers) for block in blocks]
    _add_what_stands_amid(beginnings, blocks, every)
    breaks = set()
    for block, asked in zip(blocks, every, strict=True):
        if min(asked, default=-1) != block[0] and not _goes_on(beginnings, block):
            breaks.add(beginnings[block[0]].line)
        for i, one in asked.items():
            found[i] = beginnings[i]._replace(
                label=Label.QUESTION,
                bare=False,
                name=_NAME,
                text=one.question,
                tail=one.answer,
                asks=Asking.OPENS,
                opens=True,
            )
            if i + 1 < len(found):
                found[i + 1] = found[i + 1]._replace(opens=True)
    return Jotted(found, frozenset(breaks))


def _add_what_stands_amid(
    beginnings: Sequence[Beginning],
    blocks: Sequence[Sequence[int]],
    asked: Sequence[dict[int, _Parted]],
) -> None:
    """Add the tasks and the subjects between the questions of the blocks."""
    for k, i in tasks_amid(beginnings, blocks):
        asked[k].setdefault(i, _Parted(beginnings[i].text))
    for k in list(subjects_amid(beginnings, blocks, asked)):
        first = blocks[k][0]
        asked[k][first] = _Parted(beginnings[first].text)


def _goes_on(beginnings: Sequence[Beginning], block: Sequence[int]) -> bool:
    """Tell another paragraph of an answer, in sentences or points, from a note to oneself."""
    first, last = beginnings[block[0]], beginnings[block[-1]]
    return not first.bare or (last.tail or last.text)[-1:] in _STOPS


def _asked_in(
    beginnings: Sequence[Beginning], block: Sequence[int], askers: AbstractSet[str]
) -> dict[int, _Parted]:
    """Return what is asked in the lines that stand together, each with what is on its line."""
    if words.ASKED_BACK.match(beginnings[block[0]].text):
        return {}
    if _lists_questions(beginnings, block):
        titled = not _asks_here(beginnings, block[0])
        named = (i for i in block[titled:] if len(beginnings[i].text) <= _LONGEST)
        return {i: _Parted(beginnings[i].text) for i in named}
    dashed = _is_dashed(beginnings, block, _SOMETIMES)
    live = words.LIVE_TASKS.search(beginnings[block[0]].text)
    asked: dict[int, _Parted] = {}
    for i in block:
        one = beginnings[i]
        if not one.bare or one.column > 1:
            continue
        parted = _parted(one)
        anew = i - 1 not in asked or bool(asked[i - 1].answer)
        task = live and i == block[0] + 1 and opens_with_a_request(one.text)
        if parted and parted.question in askers:
            asked[i] = _Parted(parted.answer)
        elif parted and (dashed or (anew and _asks_outright(parted.question))):
            asked[i] = parted
        elif task or (anew and _asks_in(beginnings, block, i, asked)):
            asked[i] = _Parted(one.text)
    return asked


def _asks_in(
    beginnings: Sequence[Beginning],
    block: Sequence[int],
    i: int,
    asked: Mapping[int, _Parted],
) -> bool:
    """Tell a line that asks by its words, or by where it stands among lines that ask."""
    return (
        _asks_here(beginnings, i)
        or _asks_on(beginnings, block, i, asked)
        or _opens_a_paragraph(beginnings, block, i)
        or (i < block[-1] and len(asked) >= _FEW and _is_marked(beginnings[i]))
    )


def _opens_a_paragraph(beginnings: Sequence[Beginning], block: Sequence[int], i: int) -> bool:
    """Tell a first line that is marked, with an answer below, or names what to explain."""
    if i != block[0]:
        return False
    one = beginnings[i]
    explain = len(one.text) <= _LONGEST and words.TO_BE_EXPLAINED.fullmatch(one.text)
    return bool(explain) or (len(block) > 1 and _is_marked(one))


def _asks_on(
    beginnings: Sequence[Beginning],
    block: Sequence[int],
    i: int,
    asked: Mapping[int, _Parted],
) -> bool:
    """Tell ``and from an empty one``, below the one line that answers a question."""
    text = beginnings[i].text
    short = len(text) <= _ASKING_ON and i < block[-1]
    return short and i - 2 in asked and words.GOING_ON.match(text) is not None
