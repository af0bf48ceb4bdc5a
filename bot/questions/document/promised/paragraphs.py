"""Plain lines that only name what is asked, in a document that says that it holds questions.

Nothing marks such a line, so its place must tell: it is the first of its paragraph and the rest
explains it, or it stands alone between longer paragraphs, or the document has no other lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import is_unspaced, opens_like_a_question
from bot.questions.document.evidence import (
    SENTENCE_ENDS,
    Leaning,
    leads_back,
    looks_like_code,
    names_no_question,
    names_the_document,
)
from bot.questions.document.lines import Kind
from bot.questions.document.promised.promising import Promise, names_a_round
from bot.questions.document.talks.talk import is_small_talk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_FEWEST: Final = 4
_FIRST: Final = 30
_LONGEST: Final = 100
_LONGEST_UNSPACED: Final = 40
_MANY_WORDS: Final = 14
_LONGER: Final = 1.5
_UNPROMISED: Final = 0.6
_HALF: Final = 0.5
_OFTEN: Final = 0.4
_MOSTLY: Final = 0.7
_NEARLY_ALL: Final = 0.85
_SOME: Final = 0.15


class Paragraphs:
    """The plain lines of a document, in paragraphs."""

    def __init__(
        self,
        page: Page,
        beginnings: Sequence[Beginning],
        leans: Sequence[Leaning],
        asked: AbstractSet[int],
    ) -> None:
        self.page = page
        self.beginnings = beginnings
        self.leans = leans
        self.asked = asked
        self.blocks = self._blocks()
        self.alone = all(beginnings[i].bare for i in asked)
        first = beginnings[:_FIRST]
        self.unspaced = 2 * sum(is_unspaced(b.text) for b in first) > len(first)

    def questions(self, promise: Promise) -> frozenset[int]:
        """Return the lines that act as questions."""
        found = self._listed(promise) or self._explained() or self._standing_between(promise)
        if not self._ask_enough(found, promise):
            return frozenset()
        return frozenset(found)

    def _blocks(self) -> list[list[int]]:
        """Return the paragraphs, without headings and without the title in the first line."""
        blocks: list[list[int]] = []
        for i, beginning in enumerate(self.beginnings):
            if beginning.level:
                blocks.append([])
            elif i == 0 and beginning.bare and self.page.blank(beginning.line + 1):
                continue
            elif not blocks or self.page.blank(beginning.line - 1):
                blocks.append([i])
            else:
                blocks[-1].append(i)
        return [block for block in blocks if block]

    def _may_name(self, i: int) -> bool:
        """Tell a short plain line that ends no sentence, or asks for something."""
        one = self.beginnings[i]
        text = one.text
        if i == 0 and names_the_document(one):
            return False
        if not one.bare or one.column or one.tail or one.quoted or not text[:1].isalnum():
            return i in self.asked
        asks = self.leans[i] is Leaning.ASKS or opens_like_a_question(text)
        ends = text[-1:] in SENTENCE_ENDS
        if "://" in text or names_no_question(one) or leads_back(one) or looks_like_code(one):
            return False
        longest = _LONGEST_UNSPACED if is_unspaced(text) else _LONGEST
        short = len(text) <= longest and len(text.split()) <= _MANY_WORDS
        if not short or is_small_talk(text) or names_a_round(text):
            return False
        small = text[0].islower() and not self.unspaced
        return asks or not (ends or small)

    def _is_a_note(self, i: int) -> bool:
        """Tell a few words with a full stop, as in notes taken after an interview."""
        text = self.beginnings[i].text
        ended = text.endswith("。") and text.count("。") == 1
        return ended and len(text) <= _LONGEST_UNSPACED and not self.beginnings[i].tail

    def _explains(self, title: int, below: int) -> bool:
        """Tell a line that says something of the title above it from another title."""
        one = self.beginnings[below]
        if not one.bare or one.column or one.quoted or looks_like_code(one):
            return True
        text, named = one.text, self.beginnings[title].text
        if text.casefold() in words.PLACEHOLDERS:
            return True
        if self.unspaced and self._asks(title) and not self._asks(below):
            return True
        longer = len(text) >= len(named) if self.unspaced else len(text) >= _LONGER * len(named)
        return text[-1:] in SENTENCE_ENDS or longer

    def _listed(self, promise: Promise) -> list[int]:
        """Return the lines of a document that has hardly anything but such lines."""
        everything = [i for block in self.blocks for i in block]
        lines = [i for i in everything if self.beginnings[i].bare]
        first = [self._is_a_note(block[0]) for block in self.blocks]
        noted = 2 * sum(first) >= len(first)
        naming = [i for i in lines if self._may_name(i) or (noted and self._is_a_note(i))]
        if len(lines) < _MOSTLY * len(everything):
            return []
        if promise is not Promise.QUESTIONS or not self.alone or len(naming) <= _FEWEST:
            return []
        if len(naming) < _NEARLY_ALL * len(lines) or self._shows_more_than_lines():
            return []
        asking = {i for i in naming if self._asks(i)}
        if len(asking) >= _NEARLY_ALL * len(naming) - 1:
            return sorted(asking)
        several = any(len(block) > 1 for block in self.blocks)
        titles = {
            block[0]
            for block, after in zip(self.blocks, self.blocks[1:], strict=False)
            if several and len(block) == 1 and len(after) > 1 and block[0] not in self.asked
        }
        return [i for i in naming if i not in titles]

    def _shows_more_than_lines(self) -> bool:
        """Tell whether some lines are longer than others by far, as answers are."""
        lengths = sorted(len(self.beginnings[i].text) for block in self.blocks for i in block)
        return lengths[-1] > 4 * max(20, lengths[len(lengths) // 2])

    def _explained(self) -> list[int]:
        """Return the first lines of paragraphs the rest of which explains them."""
        several = [block for block in self.blocks if len(block) > 1 or self._code_follows(block)]
        plain = [block for block in several if self.beginnings[block[0]].bare]
        found = [
            block[0]
            for block in plain
            if self._may_name(block[0]) and (len(block) == 1 or self._explains(block[0], block[1]))
        ]
        asking = sum(self._asks(i) for i in found)
        surely = asking >= _OFTEN * len(found)
        enough = len(found) >= max(_FEWEST, (_HALF if surely else _MOSTLY) * len(plain))
        return found if enough and (self.alone or surely) else []

    def _code_follows(self, block: Sequence[int]) -> bool:
        line = self.beginnings[block[-1]].line + 1
        return (
            line < len(self.page)
            and not self.page.blank(line)
            and self.page.kinds[line] is Kind.CODE
        )

    def _standing_between(self, promise: Promise) -> list[int]:
        """Return the lines that stand alone above the paragraphs that explain them."""
        if promise is not Promise.QUESTIONS or not self.alone:
            return []
        titles = {k for k, block in enumerate(self.blocks) if self._stands_alone(block)}
        found = [
            self.blocks[k][0]
            for k in sorted(titles)
            if k + 1 < len(self.blocks) and k + 1 not in titles
        ]
        return found if len(found) >= max(_FEWEST, _SOME * len(self.blocks)) else []

    def _stands_alone(self, block: Sequence[int]) -> bool:
        return len(block) == 1 and self._may_name(block[0])

    def _ask_enough(self, found: Sequence[int], promise: Promise) -> bool:
        """Tell whether the promise suffices, or enough of the lines ask by themselves."""
        asking = sum(self._asks(i) for i in found)
        marked = sum(self.leans[i] is Leaning.ASKS for i in found)
        if not promise and 2 * marked < asking:
            return self._are_notes_of_interviews(found)
        needed = _OFTEN if promise else _UNPROMISED
        return promise is Promise.QUESTIONS or asking >= needed * len(found) > 0

    def _are_notes_of_interviews(self, found: Sequence[int]) -> bool:
        """Tell notes without marks in a script without spaces, which speak of an interview."""
        asked = [i for i in found if self._asks(i)]
        somebody = [i for i in asked if not words.OF_ONESELF.search(self.beginnings[i].text)]
        if not self.unspaced or len(somebody) < max(_FEWEST, _UNPROMISED * len(found)):
            return False
        return any(words.OF_INTERVIEWS.search(line) for line in self.page.lines)

    def _asks(self, i: int) -> bool:
        return self.leans[i] is Leaning.ASKS or opens_like_a_question(self.beginnings[i].text)
