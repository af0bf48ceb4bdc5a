"""Which beginnings act as questions in this document: its habit, found by evidence.

Beginnings that look alike under the same parent are taken together. How many of them ask decides
whether they act as questions; then those among them that do not ask by themselves are questions
too, and everything below a question belongs to its answer, unless a numbering runs on through it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking
from bot.questions.document.beginnings import Label
from bot.questions.document.lines import Kind
from bot.questions.document.evidence import (
    Leaning,
    ends_with_a_colon,
    is_an_aside,
    is_long,
    leaning,
    title_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline

_PRIOR: Final = 2
_SHORT_CHAIN: Final = 4
_STEP: Final = 3
_FEW: Final = 2
_SEVERAL: Final = 3
_LOOK_AHEAD: Final = 30
_ASKING: Final = frozenset({Leaning.ASKS, Leaning.OPENS})


@dataclass(slots=True)
class Tally:
    """How many beginnings there are of a kind, and how much they ask."""

    members: int = 0
    asking: float = 0.0

    def add(self, lean: Leaning) -> None:
        """Count one more."""
        self.members += 1
        self.asking += max(lean.value, 0.0)

    @property
    def rate(self) -> float:
        """Return the share that asks."""
        return self.asking / self.members if self.members else 0.0


def questions(page: Page, beginnings: Sequence[Beginning], outline: Outline) -> frozenset[int]:
    """Return the indices of the beginnings that act as questions."""
    announced = announces_questions(page, beginnings)
    return _Habits(beginnings, outline, announced=announced).questions()


def announces_questions(page: Page, beginnings: Sequence[Beginning]) -> bool:
    """Tell whether the front matter or a title near the top speaks of questions."""
    titles = [b.text for b in beginnings[:_OPENING] if b.level or b.style.bold]
    titles += [b.text for b in beginnings[:_FIRST_LINES]]
    titles += [
        line
        for line, kind in zip(page.lines[:_OPENING], page.kinds, strict=False)
        if kind is Kind.FRONT_MATTER
    ]
    opening = "\n".join(titles).casefold()
    return any(subject in opening for subject in words.SUBJECT_OF_INTERVIEWS)


_OPENING: Final = 40
_FIRST_LINES: Final = 3


def running_numbers(beginnings: Sequence[Beginning], leans: Sequence[Leaning]) -> frozenset[int]:
    """Return the questions of one numbering that runs on through the whole document."""
    numbered = [
        i for i, b in enumerate(beginnings) if len(b.number) == 1 and (b.level or b.column <= 1)
    ]
    chain: list[int] = []
    for i in numbered:
        asks = leans[i] in {Leaning.ASKS, Leaning.OPENS}
        last = beginnings[chain[-1]].number[0] if chain else None
        if asks and (last is None or 0 < beginnings[i].number[0] - last <= _STEP):
            chain.append(i)
    if len(chain) < _SHORT_CHAIN:
        return frozenset()
    return frozenset(chain) | _filling_gaps(beginnings, numbered, chain)


def _filling_gaps(
    beginnings: Sequence[Beginning], numbered: Sequence[int], chain: Sequence[int]
) -> frozenset[int]:
    """Return what does not ask by itself, but bears the one number missing before a question."""
    places = {i: place for place, i in enumerate(numbered)}
    found = set()
    for before, after in zip((None, *chain), chain, strict=False):
        place = places[after] - 1
        lowest = beginnings[before].number[0] if before is not None else 0
        if place < 0 or (before is not None and place <= places[before]):
            continue
        candidate = beginnings[numbered[place]].number[0]
        if candidate == beginnings[after].number[0] - 1 and candidate > lowest:
            found.add(numbered[place])
    return frozenset(found)


class _Habits:
    """The walk from the outermost beginnings inwards."""

    def __init__(
        self, beginnings: Sequence[Beginning], outline: Outline, *, announced: bool
    ) -> None:
        self.beginnings = beginnings
        self.outline = outline
        self.leans = [leaning(*pair) for pair in zip_longest(beginnings, beginnings[1:])]
        self.announced = announced
        self.chain = running_numbers(beginnings, self.leans)
        self.overall: dict[Style, Tally] = defaultdict(Tally)
        self.local: dict[tuple[int, Style], Tally] = defaultdict(Tally)
        self.groups: dict[tuple[int, Style], list[int]] = defaultdict(list)
        self.places: dict[int, int] = {}
        for i, beginning in enumerate(beginnings):
            if not beginning.bare and not is_an_aside(beginning):
                key = outline.parents[i], beginning.style
                self.places[i] = len(self.groups[key])
                self.groups[key].append(i)
                self.local[key].add(self.leans[i])
                self.overall[beginning.style].add(self.leans[i])
        self.answers_are_labelled = sum(b.label is Label.ANSWER for b in beginnings) >= _FEW
        self.answers_are_missing = self._bare_questions() >= _SEVERAL
        self.unmarked_ask = self._unmarked_ask()

    def _bare_questions(self) -> int:
        """Count the questions right below which their like follows, as in a list to be answered."""
        pairs = zip(self.beginnings, self.beginnings[1:], self.leans, strict=False)
        return sum(
            lean is Leaning.ASKS and not one.bare and one.style == below.style
            for one, below, lean in pairs
        )

    def _unmarked_ask(self) -> bool:
        """Tell whether lines without marks ask often enough to be more than a manner of speech."""
        openings = [i for i, b in enumerate(self.beginnings) if b.bare and (b.opens or b.asks)]
        asking = sum(self.leans[i] is Leaning.ASKS for i in openings)
        least = 0.04 if self.announced else 0.15
        return asking >= (1 if self.announced else _SEVERAL) and asking >= least * len(openings)

    def questions(self) -> frozenset[int]:
        """Walk in order, so that a parent is decided before what stands under it."""
        accepted: set[int] = set()
        inside: set[int] = set()
        strongest: dict[int, int] = {}
        for i, parent in enumerate(self.outline.parents):
            beginning = self.beginnings[i]
            strength = _strength(beginning)
            if parent in accepted or parent in inside or strength < strongest.get(parent, 0):
                inside.add(i)
                if i not in self.chain and not self.is_labelled_like(i, accepted):
                    continue
            if i in self.chain or self.acts(i):
                accepted.add(i)
                inside.discard(i)
                strongest[parent] = max(strength, strongest.get(parent, 0))
        return frozenset(accepted) if self.is_about_questions(accepted) else frozenset()

    def is_about_questions(self, accepted: set[int]) -> bool:
        """Tell a document that asks from one about a program, which may ask here and there."""
        if self.announced or self.answers_are_labelled:
            return True
        surely = sum(self.leans[i] is Leaning.ASKS for i in accepted)
        of_a_product = sum(title_of(b) in words.PRODUCT_TITLES for b in self.beginnings if b.level)
        if of_a_product >= _FEW:
            return surely >= _FEW + 3 * of_a_product
        styles = Counter(self.beginnings[i].style for i in accepted)
        return min(accepted, default=-1) == 0 or any(
            count >= _SEVERAL and self.style_rate(style) >= 0.4
            or count >= _FEW and self.style_rate(style) >= 0.8
            for style, count in styles.items()
        )

    def style_rate(self, style: Style) -> float:
        """Return how much the beginnings of a style ask; those of plain words were counted."""
        return self.overall[style].rate if style in self.overall else 1.0

    def is_labelled_like(self, i: int, accepted: set[int]) -> bool:
        """Tell a question that bears the same label as the one it stands under."""
        beginning, parent = self.beginnings[i], self.outline.parents[i]
        while parent >= 0 and parent not in accepted:
            parent = self.outline.parents[parent]
        return (
            beginning.label is Label.QUESTION
            and parent >= 0
            and self.beginnings[parent].name == beginning.name
        )

    def acts(self, i: int) -> bool:
        """Decide for one beginning that is not part of an answer."""
        beginning, lean = self.beginnings[i], self.leans[i]
        if lean is Leaning.AGAINST:
            return beginning.label is Label.QUESTION and not beginning.text
        if beginning.label is Label.QUESTION:
            return True
        if beginning.bare:
            return self.acts_unmarked(i)
        if beginning.style.mark == "|" or self.rate(i) < self.needed(i):
            return False
        if lean is Leaning.STATES and not self.states_among_questions(i):
            return False
        return not self.heads_questions(i) and (lean is Leaning.ASKS or self.fits_numbering(i))

    def states_among_questions(self, i: int) -> bool:
        """Tell whether a statement stands in a row of questions: it then asks for its subject."""
        beginning = self.beginnings[i]
        own = beginning.style.numbering or beginning.style.bold or beginning.level
        tail = beginning.tail or ends_with_a_colon(beginning) or is_long(beginning)
        return bool(own) and not tail and self.rate(i) >= 0.6

    def acts_unmarked(self, i: int) -> bool:
        """A line of plain words is a question if it asks with a mark and others do too."""
        if self.leans[i] is not Leaning.ASKS or not self.unmarked_ask:
            return False
        return self.beginnings[i].opens or self.follows_a_finished_line(i)

    def follows_a_finished_line(self, i: int) -> bool:
        """Tell a line of its own from the next line of a paragraph that was wrapped."""
        above = self.beginnings[i - 1]
        return (above.tail or above.text)[-1:] in ".?!:。？！：" or above.asks is Asking.MARKED

    def rate(self, i: int) -> float:
        """Return how much its like asks, here and in the whole document."""
        style = self.beginnings[i].style
        here = self.local[self.outline.parents[i], style]
        return (here.asking + _PRIOR * self.overall[style].rate) / (here.members + _PRIOR)

    def needed(self, i: int) -> float:
        """Return the rate from which a beginning that leans so is a question."""
        asks = self.leans[i] is Leaning.ASKS
        if self.announced:
            return 0.2 if asks else 0.3
        if self.answers_are_labelled or self.answers_are_missing:
            return 0.25 if asks else 0.3
        return 0.3 if asks else 0.5

    def fits_numbering(self, i: int) -> bool:
        """Tell whether a number that does not ask stands in the row of those that do."""
        number = self.beginnings[i].number[-1:]
        if not number:
            return True
        group = self.groups[self.outline.parents[i], self.beginnings[i].style]
        place = self.places.get(i, 0)
        if len(group) > 1 and self.beginnings[group[0]].number == self.beginnings[group[1]].number:
            return True
        for distance, j in enumerate(group[place + 1 : place + 1 + _LOOK_AHEAD], 1):
            if self.leans[j] is Leaning.ASKS:
                later = self.beginnings[j].number[-1]
                return later - number[0] == distance or (later == 1 and self.steps_up(group, place))
        return self.steps_up(group, place)

    def steps_up(self, group: Sequence[int], place: int) -> bool:
        """Tell whether a number is the one after the number before it."""
        number = self.beginnings[group[place]].number[-1]
        return place == 0 or number == self.beginnings[group[place - 1]].number[-1] + 1

    def heads_questions(self, i: int) -> bool:
        """Tell a topic from a question: what stands directly under it asks more than its like."""
        under = [j for j in self.outline.children.get(i, ()) if j not in self.chain]
        if self.leans[i] is Leaning.ASKS and under and self.leans[under[0]] not in _ASKING:
            return False
        own = self.overall[self.beginnings[i].style].asking
        asking = Counter(
            self.beginnings[j].style
            for j in under
            if self.leans[j] in _ASKING and not self.beginnings[j].bare
        )
        return any(
            self.local[i, style].rate >= 0.6 and self.overall[style].asking > own
            for style, count in asking.items()
            if count > (self.leans[i] is Leaning.ASKS)
        )


def _strength(beginning: Beginning) -> int:
    """Rank beginnings under one parent: the more they are marked, the more they divide."""
    if beginning.level or beginning.label is Label.QUESTION:
        return 4
    style = beginning.style
    if style.numbering or style.bold or style.mark in {"summary", "dt"}:
        return 3
    return 2 if style.mark else 1
