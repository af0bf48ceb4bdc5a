"""What stands amid questions jotted down, and is asked although its words do not ask.

Where most paragraphs of somebody's notes open with a question, one between them that opens with a
subject is asked about it, too, unless it speaks of the writer's day. Below ``live coding`` stands
what had to be programmed at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.evidence import SENTENCE_ENDS, looks_like_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bot.questions.document.beginnings import Beginning

_FEWEST: Final = 4
_SEVERAL: Final = 3
_HALF: Final = 0.5
_LONGEST: Final = 60
_LONGEST_TASK: Final = 110
_TITLE: Final = 40
_MANY_WORDS: Final = 8
_MANY_LINES: Final = 8
_ONESELF: Final = (
    words.OF_ONESELF,
    words.OF_THE_WRITER,
    words.OF_INTERVIEWS,
    words.TO_LEARN,
    words.ROUNDS,
)


def subjects_amid(
    beginnings: Sequence[Beginning],
    blocks: Sequence[Sequence[int]],
    asked: Sequence[Collection[int]],
) -> Iterator[int]:
    """Yield the blocks that open with a subject, between others that open with a question."""
    longer = [k for k, block in enumerate(blocks) if len(block) > 1]
    asking = [k for k in longer if asked[k]]
    if len(asking) < max(_FEWEST, _HALF * len(longer)):
        return
    going_on = False
    for k in longer:
        subject = (
            going_on and not asked[k] and k < asking[-1] and _is_a_subject(beginnings, blocks[k])
        )
        if subject:
            yield k
        going_on = subject or bool(asked[k])


def tasks_amid(
    beginnings: Sequence[Beginning], blocks: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Yield the tasks below a title that speaks of them, each with its block, up to another."""
    live = False
    for k, block in enumerate(blocks):
        if live:
            yield from ((k, i) for i in _tasks(beginnings, block))
        title = beginnings[block[0]]
        if len(block) == 1 and len(title.text) <= _TITLE:
            live = words.LIVE_TASKS.search(title.text) is not None


def _tasks(beginnings: Sequence[Beginning], block: Sequence[int]) -> list[int]:
    """Return the lines that say what to do: all, or those with an answer below."""
    told = [i for i in block if _is_a_task(beginnings[i])]
    if len(block) == 1:
        return []
    if len(told) == len(block) >= _SEVERAL:
        return told
    found: list[int] = []
    for i in told:
        if i - 1 not in found[-1:]:
            found.append(i)
    return found


def _is_a_task(beginning: Beginning) -> bool:
    plain = beginning.bare and beginning.column <= 1 and len(beginning.text) <= _LONGEST_TASK
    return plain and bool(words.TASKS.match(beginning.text)) and not looks_like_code(beginning)


def _is_a_subject(beginnings: Sequence[Beginning], block: Sequence[int]) -> bool:
    """Tell a few words with something below them from a sentence, and from a note to oneself."""
    first = beginnings[block[0]]
    text = first.text
    plain = first.bare and first.column <= 1 and not first.tail and not looks_like_code(first)
    short = len(text) <= _LONGEST and len(text.split()) <= _MANY_WORDS
    if not (plain and short and len(block) <= _MANY_LINES) or text[-1:] in SENTENCE_ENDS:
        return False
    if words.OF_A_DAY.match(beginnings[block[1]].text):
        return False
    said = text.casefold()
    return not any(words_of.search(said) for words_of in _ONESELF)
