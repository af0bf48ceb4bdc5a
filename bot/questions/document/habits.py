"""Which beginnings act as questions in this document: its habit, found by evidence.

Beginnings that look alike under the same parent are taken together. How many of them ask decides
whether they act as questions; then those among them that do not ask by themselves are questions
too, and everything below a question belongs to its answer, unless a numbering runs on through it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise, takewhile, zip_longest
from typing import TYPE_CHECKING, Final

from bot.questions.document import evidence
from bot.questions.document.asking import Asking
from bot.questions.document.beginnings import Label
from bot.questions.document.choices import choices_of
from bot.questions.document.evidence import ASKING, Leaning, leaning
from bot.questions.document.likeness import Likeness
from bot.questions.document.marks import CARD_TURN
from bot.questions.document.numbering import fits, running_numbers
from bot.questions.document.purpose import is_about_questions
from bot.questions.document.recurring import recurring_titles
from bot.questions.document.unanswered import listed
from bot.questions.document.unmarked import Unmarked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline

_FEW: Final = 2
_SEVERAL: Final = 3
_SIX: Final = 6
_MANY: Final = 8

_ANNOUNCED: Final = {Leaning.ASKS: 0.2, Leaning.OPENS: 0.3, Leaning.NEUTRAL: 0.3}
_SUGGESTED: Final = {Leaning.ASKS: 0.25, Leaning.OPENS: 0.3, Leaning.NEUTRAL: 0.3}
_UNKNOWN: Final = {Leaning.ASKS: 0.3, Leaning.OPENS: 0.4, Leaning.NEUTRAL: 0.5}
"""How much its like must ask for a beginning to be a question, by how it leans itself."""

_TITLES: Final = frozenset({"summary", "dt"})
_BULLET: Final = 2
_MOSTLY: Final = 0.6
_NEARLY_ALL: Final = 0.8
_OFTEN: Final = 0.4


class Habits:
    """The walk from the outermost beginnings inwards, with what is known of the document."""

    def __init__(
        self, page: Page, beginnings: Sequence[Beginning], outline: Outline, *, announced: bool
    ) -> None:
        self.beginnings = beginnings
        self.outline = outline
        self.leans = [leaning(*pair) for pair in zip_longest(beginnings, beginnings[1:])]
        self.headings = [i for i, beginning in enumerate(beginnings) if beginning.level]
        for i in self.headings[:1]:
            if evidence.names_the_document(beginnings[i]):
                self.leans[i] = Leaning.AGAINST
        choices = choices_of(page, beginnings)
        for i in choices.lines | recurring_titles(beginnings):
            self.leans[i] = Leaning.AGAINST
        for i in choices.stems:
            self.leans[i] = Leaning.ASKS
        self.stems = choices.stems
        self.likeness = Likeness(beginnings, outline, self.leans)
        self.chain = running_numbers(beginnings, self.leans)
        if _stand_in_one_card(beginnings, self.chain):
            self.chain = frozenset()
        self.labels = Counter(b.name for b in beginnings if b.label is Label.QUESTION)
        self.listed = listed(beginnings, outline, self.leans)
        self.unmarked = Unmarked(page, beginnings, self.leans, announced=announced)
        self.asking_levels = _levels_that_ask(beginnings)
        self.contents = {evidence.title_of(b) for b in beginnings if evidence.links_within(b)}
        self.announced = announced
        self.answers = sum(b.label is Label.ANSWER for b in beginnings)
        self.answers_are_labelled = self.answers >= _FEW
        self.answers_are_missing = self._unanswered() >= _SEVERAL
        self.needed = self._needed()
        self.parts = outline.starts

    def lists(self, asked: AbstractSet[int]) -> bool:
        """Tell whether a document may be a list of questions that nobody answers."""
        return self.answers_are_missing or len(asked) > _SEVERAL

    def questions(self) -> frozenset[int]:
        """Walk in order, so that a parent is decided before what stands under it."""
        accepted: set[int] = set()
        inside: set[int] = set()
        strongest: dict[int, int] = {}
        for i, parent in enumerate(self.outline.parents):
            strength = self.strength(i)
            if i in self.parts:
                strongest.pop(parent, None)
            if i in self.outline.pieces:
                inside.add(i)
                continue
            if parent in accepted or parent in inside or strength < strongest.get(parent, 0):
                inside.add(i)
                if not self.stands_out(i, accepted):
                    continue
            if i in self.chain or self.acts(i):
                accepted.add(i)
                inside.discard(i)
                strongest[parent] = max(strength, strongest.get(parent, 0))
        announced = self.announced or self.answers_are_labelled
        asks = is_about_questions(
            self.beginnings, self.likeness, self.leans, accepted, announced=announced
        )
        return frozenset(accepted if asks else ())

    def strength(self, i: int) -> int:
        """Rank beginnings under one parent: the more they are marked, the more they divide."""
        beginning = self.beginnings[i]
        labelled = beginning.label is Label.QUESTION and self.leans[i] is Leaning.ASKS
        style = beginning.style
        if beginning.level or labelled or style.mark in _TITLES or self.is_a_card(i):
            return 4
        if style.numbering or style.bold:
            return 3
        return _BULLET if style.mark else 1

    def stands_out(self, i: int, accepted: AbstractSet[int]) -> bool:
        """Tell whether a beginning inside an answer may still be a question of its own."""
        if self.leans[i] is Leaning.STATES and self.beginnings[i].bare:
            return self.is_listed(i, accepted)
        return (
            i in self.chain
            or (i - 1 not in accepted and self.is_answered(i) and not self.is_told(i, accepted))
            or self.is_in_the_contents(i)
            or self.asks_like_its_level(i)
            or self.is_labelled_alike(i, accepted)
            or self.is_listed(i, accepted)
        )

    def is_in_the_contents(self, i: int) -> bool:
        """Tell a heading that asks, to which the table of contents leads."""
        heading = self.beginnings[i].level > 0 and self.leans[i] in ASKING
        return heading and evidence.title_of(self.beginnings[i]) in self.contents

    def asks_like_its_level(self, i: int) -> bool:
        """Tell a heading that asks below another, where all headings of its level do."""
        beginning = self.beginnings[i]
        return beginning.asks is Asking.MARKED and beginning.level in self.asking_levels

    def is_answered(self, i: int) -> bool:
        """Tell a title, or a label that recurs, that asks: a label below declares the answer."""
        beginning = self.beginnings[i]
        titled = beginning.level or beginning.style.bold or (beginning.bare and self.answers > _FEW)
        labelled = beginning.label is Label.QUESTION and self.labels[beginning.name] >= _SEVERAL
        asks = (titled or labelled) and beginning.asks is Asking.MARKED
        if not asks or i + 1 >= len(self.beginnings):
            return False
        return evidence.is_an_answer(self.beginnings[i + 1])

    def is_told(self, i: int, accepted: AbstractSet[int]) -> bool:
        """Tell the last of the words that stand below the label of a question."""
        for above in range(i - 1, -1, -1):
            one = self.beginnings[above]
            if above in accepted or one.label is Label.ANSWER:
                return one.label is Label.QUESTION and not one.text
        return False

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
            return self.is_a_card(i) or self.unmarked.acts(i)
        if (lean is not Leaning.ASKS or evidence.is_quoted(beginning)) and self.stands_aside(i):
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
        below = self.beginnings[i + 1] if i + 1 < len(self.beginnings) else beginning
        if below.label is Label.ANSWER or (beginning.style.mark in _TITLES and not below.bare):
            return False
        return self.answers_are_labelled or self.labels[beginning.name] >= _FEW

    def acts_by_likeness(self, i: int) -> bool:
        """Decide for a marked beginning by how much its like asks."""
        lean, rate = self.leans[i], self.likeness.rate(i)
        if lean is Leaning.ASKS and self.beginnings[i].level:
            rate = max(rate, self.likeness.level_rate(self.beginnings[i].level))
        if rate > 0 and self.likeness.asking(self.beginnings[i].style) >= _MANY:
            everywhere = self.likeness.style_rate(self.beginnings[i].style)
            rate = max(rate, _NEARLY_ALL * everywhere)
        if rate < self.enough(i):
            return False
        if lean is Leaning.STATES and not self.states_among_questions(i):
            return False
        return lean is Leaning.ASKS or rate >= _NEARLY_ALL or self.fits_in(i)

    def enough(self, i: int) -> float:
        """Return how much its like must ask; a bullet alone says little."""
        needed = self.needed.get(self.leans[i], self.needed[Leaning.NEUTRAL])
        return needed if self.strength(i) > _BULLET else max(needed, _OFTEN)

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
        if self.heads_labels(i):
            return True
        children = self.outline.children.get(i)
        if not children:
            return False
        under = [j for j in children if j not in self.chain]
        at_once = bool(under) and self.leans[under[0]] in ASKING
        asking: dict[Style, list[int]] = defaultdict(list)
        for j in under:
            if self.leans[j] in ASKING and not self.beginnings[j].bare:
                asking[self.beginnings[j].style].append(j)
        return any(self.is_outdone(i, group, at_once=at_once) for group in asking.values())

    def heads_labels(self, i: int) -> bool:
        """Tell a heading without a label under which headings bear that of questions."""
        own = self.beginnings[i]
        if not own.level or own.label or sum(self.labels.values()) < _SEVERAL:
            return False
        below = takewhile(
            lambda j: not 0 < self.beginnings[j].level <= own.level,
            range(i + 1, len(self.beginnings)),
        )
        labelled = [self.beginnings[j] for j in below if self.beginnings[j].level]
        return sum(one.label is Label.QUESTION for one in labelled) >= _FEW

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


def _stand_in_one_card(beginnings: Sequence[Beginning], chain: AbstractSet[int]) -> bool:
    """Tell the steps of one collapsed answer from numbers that run through a document."""
    cards = [i for i, b in enumerate(beginnings) if b.style.mark in _TITLES and b.asks]
    if len(cards) < _FEW or not chain:
        return False
    place = bisect_left(cards, min(chain))
    return place > 0 and place == bisect_left(cards, max(chain))


def _levels_that_ask(beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return the levels of which nearly all headings, and several, end with a question mark."""
    every = Counter(b.level for b in beginnings if b.level)
    asking = Counter(b.level for b in beginnings if b.level and b.asks is Asking.MARKED)
    return frozenset(
        level for level, n in asking.items() if n >= _SIX and n >= _NEARLY_ALL * every[level]
    )
