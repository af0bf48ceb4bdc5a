"""Which beginnings act as questions in this document: its habit, found by evidence.

Beginnings that look alike under the same parent are taken together. How many of them ask decides
whether they act as questions; then those among them that do not ask by themselves are questions
too, and everything below a question belongs to its answer, unless a numbering runs on through it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Final

from bot.questions.document import evidence, words
from bot.questions.document.announcing import announces
from bot.questions.document.asking import (
    ends_with_a_mark,
    is_unspaced,
    opens_like_a_question,
)
from bot.questions.document.beginnings import Label
from bot.questions.document.endings import is_a_plain_title
from bot.questions.document.evidence import ASKING, Leaning, asks_anew, leaning
from bot.questions.document.likeness import Likeness
from bot.questions.document.marks import CARD_TURN
from bot.questions.document.numbering import fits, running_numbers
from bot.questions.document.titles import subjects
from bot.questions.document.unanswered import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline

_FEW: Final = 2
_SEVERAL: Final = 3
_MANY: Final = 8

_ANNOUNCED: Final = {Leaning.ASKS: 0.2, Leaning.OPENS: 0.3, Leaning.NEUTRAL: 0.3}
_SUGGESTED: Final = {Leaning.ASKS: 0.25, Leaning.OPENS: 0.3, Leaning.NEUTRAL: 0.3}
_UNKNOWN: Final = {Leaning.ASKS: 0.3, Leaning.OPENS: 0.4, Leaning.NEUTRAL: 0.5}
"""How much its like must ask for a beginning to be a question, by how it leans itself."""

_BULLET: Final = 2
_MOSTLY: Final = 0.6
_NEARLY_ALL: Final = 0.8
_OFTEN: Final = 0.4
_NOW_AND_THEN: Final = 0.15
_RARELY: Final = 0.04


def questions(page: Page, beginnings: Sequence[Beginning], outline: Outline) -> frozenset[int]:
    """Return the indices of the beginnings that act as questions."""
    announced = announces(page, beginnings, words.SUBJECT_OF_INTERVIEWS)
    habits = Habits(beginnings, outline, announced=announced)
    asked = habits.questions()
    if announces(page, beginnings, words.SUBJECT_OF_ANSWERS, words.ANSWERS_ALONE):
        return subjects(page, beginnings, outline, habits.leans, asked) or asked
    return asked


class Habits:
    """The walk from the outermost beginnings inwards, with what is known of the document."""

    def __init__(
        self, beginnings: Sequence[Beginning], outline: Outline, *, announced: bool
    ) -> None:
        self.beginnings = beginnings
        self.outline = outline
        self.leans = [leaning(*pair) for pair in zip_longest(beginnings, beginnings[1:])]
        self.likeness = Likeness(beginnings, outline, self.leans)
        self.chain = running_numbers(beginnings, self.leans)
        self.headings = [i for i, beginning in enumerate(beginnings) if beginning.level]
        self.labels = Counter(b.name for b in beginnings if b.label is Label.QUESTION)
        self.listed = listed(beginnings, outline, self.leans)
        self.announced = announced
        self.answers_are_labelled = sum(b.label is Label.ANSWER for b in beginnings) >= _FEW
        self.answers_are_missing = self._unanswered() >= _SEVERAL
        self.unmarked_lines_ask = self._unmarked_lines_ask()
        self.first_lines_ask = self._first_lines_ask()
        self.needed = self._needed()

    def questions(self) -> frozenset[int]:
        """Walk in order, so that a parent is decided before what stands under it."""
        accepted: set[int] = set()
        inside: set[int] = set()
        strongest: dict[int, int] = {}
        for i, parent in enumerate(self.outline.parents):
            strength = self.strength(i)
            if parent in accepted or parent in inside or strength < strongest.get(parent, 0):
                inside.add(i)
                if not self.stands_out(i, accepted):
                    continue
            if i in self.chain or self.acts(i):
                accepted.add(i)
                inside.discard(i)
                strongest[parent] = max(strength, strongest.get(parent, 0))
        return frozenset(accepted) if self.is_about_questions(accepted) else frozenset()

    def strength(self, i: int) -> int:
        """Rank beginnings under one parent: the more they are marked, the more they divide."""
        beginning = self.beginnings[i]
        labelled = beginning.label is Label.QUESTION and self.leans[i] is Leaning.ASKS
        if beginning.level or labelled or self.is_a_card(i):
            return 4
        style = beginning.style
        if style.numbering or style.bold or style.mark in {"summary", "dt"}:
            return 3
        return _BULLET if style.mark else 1

    def stands_out(self, i: int, accepted: AbstractSet[int]) -> bool:
        """Tell whether a beginning inside an answer may still be a question of its own."""
        return i in self.chain or self.is_labelled_alike(i, accepted) or self.is_listed(i, accepted)

    def is_labelled_alike(self, i: int, accepted: AbstractSet[int]) -> bool:
        """Tell a question that bears the same label as the one it stands under."""
        if self.beginnings[i].label is not Label.QUESTION:
            return False
        parent = self.outline.parents[i]
        while parent >= 0 and parent not in accepted:
            parent = self.outline.parents[parent]
        return parent >= 0 and self.beginnings[parent].name == self.beginnings[i].name

    def is_listed(self, i: int, accepted: AbstractSet[int]) -> bool:
        """Tell an unmarked question that stands between marked ones of an unanswered list."""
        if not (self.answers_are_missing and i - 1 in accepted and i + 1 < len(self.beginnings)):
            return False
        before, beginning, after = self.beginnings[i - 1 : i + 2]
        return beginning.bare and beginning.opens and before.style == after.style

    def acts(self, i: int) -> bool:
        """Decide for one beginning that is not part of an answer."""
        beginning, lean = self.beginnings[i], self.leans[i]
        if lean is Leaning.AGAINST:
            return self.is_a_label_alone(i)
        if beginning.label is Label.QUESTION and lean is Leaning.ASKS:
            return not self.heads_questions(i)
        if beginning.bare:
            return self.acts_unmarked(i)
        if lean is not Leaning.ASKS and self.stands_aside(i):
            return False
        return (i in self.listed or self.acts_by_likeness(i)) and not self.heads_questions(i)

    def stands_aside(self, i: int) -> bool:
        """Tell what stands below a title such as "References"."""
        if self.beginnings[i].level:
            return False
        place = bisect_left(self.headings, i)
        return place > 0 and evidence.is_an_aside(self.beginnings[self.headings[place - 1]])

    def is_a_label_alone(self, i: int) -> bool:
        """Tell a label above its words from a title: it comes again, or answers have one."""
        beginning = self.beginnings[i]
        if beginning.label is not Label.QUESTION or beginning.text:
            return False
        return self.answers_are_labelled or self.labels[beginning.name] >= _FEW

    def acts_by_likeness(self, i: int) -> bool:
        """Decide for a marked beginning by how much its like asks."""
        lean, rate = self.leans[i], self.likeness.rate(i)
        if lean is Leaning.ASKS and self.beginnings[i].level:
            rate = max(rate, self.likeness.level_rate(self.beginnings[i].level))
        if rate < self.enough(i):
            return False
        if lean is Leaning.STATES and not self.states_among_questions(i):
            return False
        return lean is Leaning.ASKS or rate >= _NEARLY_ALL or self.fits_in(i)

    def enough(self, i: int) -> float:
        """Return how much its like must ask; a bullet alone says little."""
        needed = self.needed.get(self.leans[i], self.needed[Leaning.NEUTRAL])
        return needed if self.strength(i) > _BULLET else max(needed, _OFTEN)

    def acts_unmarked(self, i: int) -> bool:
        """Decide for a line of plain words: it asks with a mark, and others do too."""
        if self.is_a_card(i):
            return True
        if self.first_lines_ask and self.is_a_first_line(i):
            return self.beginnings[i].asks > 0 or opens_like_a_question(self.beginnings[i].text)
        if self.leans[i] is not Leaning.ASKS or not self.unmarked_lines_ask:
            return False
        return self.beginnings[i].opens or self.follows_a_finished_line(i)

    def is_a_first_line(self, i: int) -> bool:
        """Tell a short line that opens a paragraph, below which the paragraph goes on."""
        beginning = self.beginnings[i]
        more = i + 1 < len(self.beginnings) and not self.beginnings[i + 1].opens
        return more and beginning.bare and beginning.opens and not evidence.is_long(beginning)

    def follows_a_finished_line(self, i: int) -> bool:
        """Tell a line of its own from the next line of a paragraph that was wrapped."""
        above = self.beginnings[i - 1]
        if is_a_plain_title(above) and asks_anew(self.beginnings[i]):
            return True
        return ends_with_a_mark(above.text) or evidence.ends_a_sentence(above)

    def states_among_questions(self, i: int) -> bool:
        """Tell whether a statement stands in a row of questions: it then asks for its subject."""
        beginning = self.beginnings[i]
        titled = self.strength(i) > _BULLET or self.answers_are_missing
        more = beginning.tail or evidence.ends_with_a_colon(beginning)
        return titled and not more and self.likeness.rate(i) >= _MOSTLY

    def fits_in(self, i: int) -> bool:
        """Tell whether the number of what does not ask fits among those that do."""
        place, group = self.likeness.place(i), self.likeness.group(i)
        return fits(self.beginnings, self.leans, group, place)

    def heads_questions(self, i: int) -> bool:
        """Tell a topic from a question: what stands directly under it asks more than its like."""
        under = [j for j in self.outline.children.get(i, ()) if j not in self.chain]
        at_once = bool(under) and self.leans[under[0]] in ASKING
        asking: dict[Style, list[int]] = defaultdict(list)
        for j in under:
            if self.leans[j] in ASKING and not self.beginnings[j].bare:
                asking[self.beginnings[j].style].append(j)
        return any(self.is_outdone(i, group, at_once=at_once) for group in asking.values())

    def is_outdone(self, i: int, group: Sequence[int], *, at_once: bool) -> bool:
        """Tell whether those below ask more; if something is said before them, much more."""
        own = self.likeness.asking(self.beginnings[i].style)
        theirs = self.likeness.asking(self.beginnings[group[0]].style)
        if theirs <= own or self.likeness.local_rate(group[0]) < _MOSTLY:
            return False
        if self.leans[i] is not Leaning.ASKS:
            return True
        alone = own <= 1 and theirs >= _SEVERAL and self.beginnings[group[0]].level > 0
        return len(group) > 1 and (at_once or alone)

    def is_a_card(self, i: int) -> bool:
        """Tell whether a line that turns a card over stands below."""
        return i + 1 < len(self.beginnings) and self.beginnings[i + 1].name == CARD_TURN

    def is_about_questions(self, accepted: AbstractSet[int]) -> bool:
        """Tell a document that asks from one about a program, which may ask here and there."""
        surely = sum(self.asks_surely(i) for i in accepted)
        titles = [evidence.title_of(b) for b in self.beginnings if b.level]
        of_a_product = sum(title in words.PRODUCT_TITLES for title in titles)
        if of_a_product and not surely:
            return False
        if self.announced or self.answers_are_labelled or not accepted:
            return True
        if of_a_product >= _FEW:
            return surely >= _FEW + _SEVERAL * of_a_product
        if surely < _NOW_AND_THEN * len(accepted):
            return False
        return min(accepted) == 0 or self.recurs(accepted)

    def asks_surely(self, i: int) -> bool:
        """Tell a question from a request, which could also be a step of a recipe."""
        unspaced = is_unspaced(self.beginnings[i].text)
        return self.leans[i] is Leaning.ASKS or (unspaced and self.leans[i] is Leaning.OPENS)

    def recurs(self, accepted: AbstractSet[int]) -> bool:
        """Tell whether questions of one style are many, or nearly all of their style."""
        surely = Counter(self.beginnings[i].style for i in accepted if self.asks_surely(i))
        for style, count in Counter(self.beginnings[i].style for i in accepted).items():
            rate = self.likeness.style_rate(style)
            if count >= _MANY and surely[style] >= _OFTEN * count:
                return True
            if (count >= _SEVERAL and rate >= _OFTEN) or (count >= _FEW and rate >= _NEARLY_ALL):
                return True
        return False

    def _needed(self) -> dict[Leaning, float]:
        if self.announced:
            return _ANNOUNCED
        suggested = self.answers_are_labelled or self.answers_are_missing
        return _SUGGESTED if suggested else _UNKNOWN

    def _unanswered(self) -> int:
        """Count the questions right below which their like follows, as in a list to be answered."""
        return sum(
            lean is Leaning.ASKS and not one.bare and one.style == below.style
            for (one, below), lean in zip(pairwise(self.beginnings), self.leans, strict=False)
        )

    def _first_lines_ask(self) -> bool:
        """Tell whether paragraphs mostly are a question and its answer."""
        first = [i for i in range(len(self.beginnings)) if self.is_a_first_line(i)]
        asking = sum(self.leans[i] is Leaning.ASKS for i in first)
        return asking >= _SEVERAL and asking >= _MOSTLY * len(first)

    def _unmarked_lines_ask(self) -> bool:
        """Tell whether unmarked lines ask often enough to be more than a manner of speech."""
        openings = [i for i, b in enumerate(self.beginnings) if b.bare and (b.opens or b.asks)]
        asking = sum(self.leans[i] is Leaning.ASKS for i in openings)
        if self.announced:
            return asking > 0 and asking >= _RARELY * len(openings)
        return asking >= _SEVERAL and asking >= _NOW_AND_THEN * len(openings)
