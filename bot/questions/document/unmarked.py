"""Lines of plain words: which of them are questions, where nothing but words tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document import evidence
from bot.questions.document.asking import ends_with_a_mark, is_unspaced, opens_like_a_question
from bot.questions.document.endings import is_a_plain_title
from bot.questions.document.evidence import Leaning, asks_anew
from bot.questions.document.lines import Kind
from bot.questions.document.unanswered import lined_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_SEVERAL: Final = 3
_MANY: Final = 8
_FEW_LINES: Final = 12
_NEARLY_ALL: Final = 0.8
_MOSTLY: Final = 0.6
_OFTEN: Final = 0.4
_NOW_AND_THEN: Final = 0.15
_RARELY: Final = 0.04


class Unmarked:
    """What is known of the plain lines of a document."""

    def __init__(
        self,
        page: Page,
        beginnings: Sequence[Beginning],
        leans: Sequence[Leaning],
        *,
        announced: bool,
    ) -> None:
        self.beginnings = beginnings
        self.leans = leans
        self.lined_up = lined_up(beginnings)
        self.divided = self._divided(page)
        chat = page.kinds.count(Kind.CHAT) >= _MANY
        self.some_ask = self._some_ask(announced=announced, chat=chat)
        self.marked_ask = self._marked_ask()
        self.first_lines_ask = self._first_lines_ask()
        self.is_a_note = self._is_a_note()

    def acts(self, i: int) -> bool:
        """Decide for a line of plain words: it asks with a mark, and others do too."""
        if i in self.lined_up:
            return True
        asks = self.leans[i] is Leaning.ASKS
        if self.divided and i >= min(self.divided):
            return i in self.divided and (asks or opens_like_a_question(self.beginnings[i].text))
        if self.first_lines_ask and self.is_a_first_line(i):
            return self.beginnings[i].asks > 0 or opens_like_a_question(self.beginnings[i].text)
        if not asks or self.answers_itself(i) or self.is_one_word(i):
            return False
        if self.is_a_note and opens_like_a_question(self.beginnings[i].text):
            return not self.beginnings[i].tail
        alone = self.beginnings[i].opens or self.follows_a_finished_line(i)
        return self.some_ask and alone

    def answers_itself(self, i: int) -> bool:
        """Tell prose that asks and goes on, in a document that marks its questions."""
        return self.marked_ask and bool(self.beginnings[i].tail)

    def is_one_word(self, i: int) -> bool:
        """Tell ``Why?``, which asks about what stands around it."""
        text = self.beginnings[i].text
        return len(text.split()) == 1 and not is_unspaced(text)

    def is_a_first_line(self, i: int) -> bool:
        """Tell a short line that opens a paragraph, below which the paragraph goes on."""
        beginning = self.beginnings[i]
        more = i + 1 < len(self.beginnings) and not self.beginnings[i + 1].opens
        return more and beginning.bare and beginning.opens and not evidence.is_long(beginning)

    def follows_a_finished_line(self, i: int) -> bool:
        """Tell a line of its own from the next line of a paragraph that was wrapped."""
        above = self.beginnings[i - 1]
        titled = above.level > 0 or is_a_plain_title(above)
        if titled and asks_anew(self.beginnings[i]):
            return True
        return ends_with_a_mark(above.text) or evidence.ends_a_sentence(above)

    def _marked_ask(self) -> bool:
        """Tell whether hardly a question stands there without a mark."""
        asking = [
            one
            for one, lean in zip(self.beginnings, self.leans, strict=True)
            if lean is Leaning.ASKS
        ]
        bare = sum(one.bare for one in asking)
        return len(asking) >= _MANY and bare <= _NOW_AND_THEN * len(asking)

    def _divided(self, page: Page) -> frozenset[int]:
        """Return what stands right below separators, if it mostly asks and hardly else does."""
        if Kind.SEPARATOR not in page.kinds:
            return frozenset()
        below: list[int] = []
        last = 0
        for i, beginning in enumerate(self.beginnings):
            if beginning.bare and Kind.SEPARATOR in page.kinds[last : beginning.line]:
                below.append(i)
            last = beginning.line
        asking = sum(self.leans[i] is Leaning.ASKS for i in below)
        everywhere = sum(
            lean is Leaning.ASKS and one.bare
            for lean, one in zip(self.leans, self.beginnings, strict=True)
        )
        mostly = asking >= _SEVERAL and asking >= _MOSTLY * len(below)
        return frozenset(below if mostly and asking >= _NEARLY_ALL * everywhere else ())

    def _is_a_note(self) -> bool:
        """Tell a few plain lines, the first of which asks: somebody's note of a question or two."""
        if not 1 < len(self.beginnings) <= _FEW_LINES or not all(b.bare for b in self.beginnings):
            return False
        first = self.beginnings[0]
        asks = self.leans[0] is Leaning.ASKS and opens_like_a_question(first.text)
        return asks and not first.tail and self.leans[1] is not Leaning.ASKS

    def _first_lines_ask(self) -> bool:
        """Tell whether paragraphs mostly are a question and its answer."""
        first = [i for i in range(len(self.beginnings)) if self.is_a_first_line(i)]
        asking = sum(self.leans[i] is Leaning.ASKS for i in first)
        return asking >= _SEVERAL and asking >= _MOSTLY * len(first)

    def _some_ask(self, *, announced: bool, chat: bool) -> bool:
        """Tell whether unmarked lines ask often enough to be more than a manner of speech."""
        openings = [i for i, b in enumerate(self.beginnings) if b.bare and (b.opens or b.asks)]
        asking = [i for i in openings if self.leans[i] is Leaning.ASKS]
        if announced:
            return len(asking) > 0 and len(asking) >= _RARELY * len(openings)
        if chat:
            return self._examine(asking, openings)
        return len(asking) >= max(_SEVERAL, _NOW_AND_THEN * len(openings))

    def _examine(self, asking: Sequence[int], openings: Sequence[int]) -> bool:
        """Tell people in a chat who examine one another from those who have something to ask."""
        opening = sum(opens_like_a_question(self.beginnings[i].text) for i in asking)
        return opening >= max(_SEVERAL, _OFTEN * len(openings))
