"""Rows of items that only name what is asked, in a document that says that it holds questions.

``Process vs thread`` is a question under "Interview questions" and a point under "Agenda". So a
document must promise questions first; then the outermost items below each heading are those
questions, unless the headings are, or the items are links, orders, or sentences of an answer.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document import marks, words
from bot.questions.document.asking import Asking, is_unspaced, opens_like_a_question
from bot.questions.document.beginnings import Label
from bot.questions.document.evidence import (
    ASKING,
    SENTENCE_ENDS,
    Leaning,
    ends_with_a_colon,
    is_an_aside,
    leads_to_what_to_learn,
    names_a_file,
    title_of,
)
from bot.questions.document.promised.promising import (
    Promise,
    names_a_round,
)
from bot.questions.document.promised.titles import stands_under

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.outline import Outline

_FEWEST: Final = 4
_BEGINNING: Final = 5
_FEW: Final = 2
_SEVERAL: Final = 3
_LONGEST: Final = 160
_STEP: Final = 3
_SOME: Final = 0.15
_OFTEN: Final = 0.3
_TOPIC: Final = 20
_TOPIC_UNSPACED: Final = 8
_MOSTLY: Final = 0.7
_NEARLY_ALL: Final = 0.8
_CARDS: Final = frozenset({"summary", "dt"})
_DASHES: Final = frozenset("-–—")
_STATEMENT_ENDS: Final = frozenset(".。;；,，!！")


class Rows:
    """The lists of a document, section by section."""

    def __init__(
        self,
        beginnings: Sequence[Beginning],
        outline: Outline,
        leans: Sequence[Leaning],
        asked: AbstractSet[int],
        within: range | None = None,
    ) -> None:
        self.beginnings = beginnings
        self.within = within or range(len(beginnings))
        self.outline = outline
        self.leans = leans
        self.asked = asked
        self.styles = Counter(beginnings[i].style for i in self.within)
        self.titles = {title_of(beginnings[i]) for i in self.within if beginnings[i].level}
        quoted = sum(beginnings[i].quoted for i in self.within)
        self.all_quoted = quoted >= _NEARLY_ALL * len(self.within)
        self.headed: list[tuple[int, list[int]]] = []
        for heading, section in self._sections():
            aside = heading >= 0 and is_an_aside(beginnings[heading])
            if not aside and (rows := self._rows(section)):
                self.headed.append((heading, rows))

    def questions(self, promise: Promise) -> frozenset[int]:
        """Return the rows that act as questions."""
        if promise is Promise.NOTHING:
            return frozenset()
        rows = [i for _, found in self.headed if self._may_ask(found, promise) for i in found]
        if self._are_topics(rows):
            rows = [i for row in rows for i in self._items(row)]
        elif not self._headings_ask(rows):
            rows = [i for row in rows for i in self._below(row)]
        else:
            return frozenset()
        if len(rows) < _FEWEST or not self._ask_enough(rows, promise):
            return frozenset()
        return frozenset(
            i
            for i in rows
            if self.leans[i] is not Leaning.AGAINST and not _opens_a_sentence(self.beginnings[i])
        )

    def _may_ask(self, rows: Sequence[int], promise: Promise) -> bool:
        """Tell a list from sentences: only a promise of questions makes subjects of those."""
        stating = all(self.leans[i] is Leaning.STATES for i in rows)
        return promise is Promise.QUESTIONS or not stating

    def _items(self, row: int) -> list[int]:
        return [i for i in self.outline.children.get(row, ()) if self._is_an_item(i)]

    def _names_a_topic(self, row: int) -> bool:
        """Tell a word or two, below which several items stand."""
        one = self.beginnings[row]
        longest = _TOPIC_UNSPACED if is_unspaced(one.text) else _TOPIC
        named = self.leans[row] is Leaning.NEUTRAL and not one.tail
        return named and len(one.text) <= longest and len(self._items(row)) >= _FEW

    def _below(self, row: int) -> Sequence[int]:
        """Return a row, or the items below it if it only names what they ask about."""
        asked = [i for i in self.outline.children.get(row, ()) if i in self.asked]
        if asked:
            return (row, *asked) if self.leans[row] in ASKING else ()
        if not self._names_a_topic(row):
            return (row, *self._follow_ups(row))
        items = self._items(row)
        asking = sum(self.leans[i] in ASKING for i in items)
        answered = any(self.outline.children.get(i) for i in items)
        enough = 1 if answered else max(1, _OFTEN * len(items))
        return items if asking >= enough else (row,)

    def _follow_ups(self, row: int) -> Sequence[int]:
        """Return the items below a row that asks, if every one of them asks outright."""
        items = self._items(row) if self.leans[row] in ASKING else ()
        if len(items) != len(self.outline.children.get(row, ())) or len(items) < _FEW:
            return ()
        return items if all(_asks_outright(self.beginnings[i]) for i in items) else ()

    def _are_topics(self, rows: Sequence[int]) -> bool:
        """Tell whether each row is a topic, and some of what stands below them asks."""
        if len(rows) < _FEW or not all(self._names_a_topic(row) for row in rows):
            return False
        items = [i for row in rows for i in self._items(row)]
        asking = sum(self.leans[i] in ASKING for i in items)
        return asking >= max(_FEW, _SOME * len(items)) and self._name_subjects(items)

    def _sections(self) -> list[tuple[int, list[int]]]:
        """Return the headings, or -1, each with what stands below it up to the next heading."""
        found: list[tuple[int, list[int]]] = [(-1, [])]
        for i in self.within:
            beginning = self.beginnings[i]
            if i in self.outline.pieces and not is_an_aside(beginning):
                continue
            if beginning.level and beginning.style.mark not in _CARDS:
                found.append((i, []))
            else:
                found[-1][1].append(i)
        return [(heading, section) for heading, section in found if section]

    def _rows(self, section: Sequence[int]) -> list[int]:
        """Return the outermost items of one style in a section, if they may ask."""
        items = [i for i in section if self._is_an_item(i)]
        if not items:
            return []
        heading = self.outline.parents[items[0]]
        if heading >= 0 and (heading in self.asked or is_an_aside(self.beginnings[heading])):
            return []
        style = self._outermost(items)
        alike = [i for i in items if self.beginnings[i].style == style]
        rows = _counted(self.beginnings, self._without_another_list(alike))
        theirs = set(rows)
        others = [
            i
            for i in section
            if i in self.asked and i not in theirs and not stands_under(self.outline, i, theirs)
        ]
        if len(others) > _SOME * len(rows) or not self._name_subjects(rows):
            return []
        if self._are_yet_to_learn(rows) or self._answer_what_stands_above(alike):
            return []
        return rows

    def _are_yet_to_learn(self, rows: Sequence[int]) -> bool:
        """Tell what somebody lists below the questions, as they have yet to learn it."""
        if not rows or not (self.asked or rows[0] > _BEGINNING):
            return False
        return leads_to_what_to_learn(self.beginnings[max(0, rows[0] - 1)])

    def _without_another_list(self, rows: Sequence[int]) -> Sequence[int]:
        """Leave out what is counted anew below a line that leads to something else."""
        for place, i in enumerate(rows[1:], 1):
            above = self.beginnings[i - 1]
            anew = self.beginnings[i].number == (1,) and above.bare and above.opens
            if anew and ends_with_a_colon(above) and self.beginnings[rows[place - 1]].number > (1,):
                return rows[:place]
        return rows

    def _answer_what_stands_above(self, rows: Sequence[int]) -> bool:
        """Tell lists below plain lines that ask, each counted from 1, from lists of questions."""
        above = [
            self.beginnings[i - 1]
            for i in rows
            if i and self.beginnings[i].number[-1:] == (1,) and self.beginnings[i - 1].bare
        ]
        asking = sum(bool(b.asks) or opens_like_a_question(b.text) for b in above)
        return asking >= _FEW and asking >= _OFTEN * len(above)

    def _is_an_item(self, i: int) -> bool:
        beginning = self.beginnings[i]
        style = beginning.style
        marked = bool(style.mark or style.numbering or style.bold)
        labelled = beginning.label in {Label.ANSWER, Label.FIELD}
        return (
            marked
            and bool(beginning.text)
            and not labelled
            and style.mark != "|"
            and (self.all_quoted or not beginning.quoted)
        )

    def _outermost(self, items: Sequence[int]) -> Style:
        """Return the style that comes again, and stands first and nearest to the margin."""
        margin = min(self.beginnings[i].column for i in items)
        styles = [s for i in items if (s := self.beginnings[i].style).column <= margin + 1]
        again = [s for s in styles if self.styles[s] >= _FEW and s.numbering != marks.CHAPTER]
        below = [s for s in again if not _is_bold_alone(s)]
        if again and below and _is_bold_alone(again[0]) and self._are_titles(items, again[0]):
            return below[0]
        return next(iter([*again, *styles]))

    def _are_titles(self, items: Sequence[int], style: Style) -> bool:
        """Tell lines in bold right below each of which several items stand that name subjects."""
        titles = [i for i in items if self.beginnings[i].style == style]
        lists = [i for i in items if not _is_bold_alone(self.beginnings[i].style)]
        stating = sum(self.beginnings[i].text[-1:] in _STATEMENT_ENDS for i in lists)
        above = all(i + 1 in lists for i in titles)
        return above and len(lists) >= _FEW * len(titles) and stating <= _SOME * len(lists)

    def _name_subjects(self, rows: Sequence[int]) -> bool:
        """Tell whether nearly all rows are short, lead nowhere else and are not explained."""
        defined = self._are_terms(rows)
        fitting = [i for i in rows if defined or self._may_name(self.beginnings[i], self.leans[i])]
        different = len({self.beginnings[i].text for i in rows})
        if different < _NEARLY_ALL * len(rows):
            return False
        elsewhere = sum(_leads_elsewhere(self.beginnings[i], self.titles) for i in rows)
        few = 2 * elsewhere <= len(rows) or self._lead_to_answers(rows)
        return few and len(fitting) >= _MOSTLY * len(rows)

    def _lead_to_answers(self, rows: Sequence[int]) -> bool:
        """Tell counted links to files of one folder from links into the world."""
        folders = {self.beginnings[i].target.rpartition("/")[0] for i in rows} - {""}
        return len(folders) == 1 and len(rows) >= _FEWEST and self._count_up(rows)

    def _are_terms(self, rows: Sequence[int]) -> bool:
        """Tell paragraphs that open with a term in bold, a dash and what it means."""
        dashed = sum(
            self.beginnings[i].tail[:1] in _DASHES for i in rows if self.beginnings[i].tail
        )
        alone = all(_is_bold_alone(self.beginnings[i].style) for i in rows)
        if not alone or dashed < _NEARLY_ALL * len(rows):
            return False
        return sum(b.level > 0 for b in self.beginnings) <= 1

    def _may_name(self, beginning: Beginning, lean: Leaning) -> bool:
        more = beginning.tail and lean is not Leaning.ASKS
        return lean is not Leaning.AGAINST and not more and len(beginning.text) <= _LONGEST

    def _ask_enough(self, rows: Sequence[int], promise: Promise) -> bool:
        """Tell questions from sentences and orders: by the promise, and by those that ask."""
        asking = sum(self.leans[i] in ASKING for i in rows)
        if promise is Promise.INTERVIEW:
            fewest = 1 if self._are_all_there_is(rows, 0) else _FEW
            return asking >= _SOME * len(rows) and asking >= fewest
        stating = sum(
            self.beginnings[i].text[-1:] in _STATEMENT_ENDS and self.leans[i] not in ASKING
            for i in rows
        )
        return 2 * stating <= len(rows) or self._are_all_there_is(rows)

    def _are_all_there_is(self, rows: Sequence[int], fewest: int = _FEWEST) -> bool:
        """Tell whether a document is one list, or one below each heading, all counted up from 1."""
        counted = all(self._count_up(found) for _, found in self.headed)
        return counted and len(rows) > fewest and rows[0] < _BEGINNING

    def _count_up(self, rows: Sequence[int]) -> bool:
        numbers = [self.beginnings[i].number[-1:] for i in rows]
        return all(numbers) and all(b[0] == a[0] + 1 for a, b in pairwise(numbers))

    def _headings_ask(self, rows: Sequence[int]) -> bool:
        """Tell whether the rows answer what their headings name."""
        headings = [
            heading
            for heading, _ in self.headed
            if heading >= 0 and not names_a_round(self.beginnings[heading].text)
        ]
        if any(self.leans[i] in ASKING for i in headings):
            return True
        asking = sum(self.leans[i] in ASKING for i in rows)
        if len(headings) <= 1 or asking >= _SOME * len(rows):
            return False
        titled = sum(self.beginnings[i].text[-1:] not in SENTENCE_ENDS for i in rows)
        many = len(rows) >= _SEVERAL * len(headings)
        return not (many and titled >= _NEARLY_ALL * len(rows))


def _opens_a_sentence(beginning: Beginning) -> bool:
    """Tell "**A lease** ends by itself.", in which bold type only stresses the first words."""
    return _is_bold_alone(beginning.style) and beginning.tail[:1].islower() and not beginning.asks


def _is_bold_alone(style: Style) -> bool:
    """Tell lines that nothing but bold type marks."""
    return style.bold and not (style.mark or style.numbering)


def _asks_outright(beginning: Beginning) -> bool:
    """Tell a question from a step of an answer, which may open as a request does."""
    text = beginning.text
    unspaced = is_unspaced(text) and opens_like_a_question(text)
    return beginning.asks is Asking.MARKED or unspaced or words.OUTRIGHT.match(text) is not None


def _leads_elsewhere(beginning: Beginning, titles: AbstractSet[str]) -> bool:
    """Find a link, the name of a file, and the title of something below."""
    said = f"{beginning.target} {beginning.text} {beginning.tail}"
    return "://" in said or names_a_file(beginning) or title_of(beginning) in titles


def _counted(beginnings: Sequence[Beginning], rows: Sequence[int]) -> list[int]:
    """Leave out the lists inside answers whose numbers only look like those of the rows."""
    if not all(beginnings[i].number for i in rows):
        return list(rows)
    numbers = [beginnings[i].number[-1] for i in rows]
    found: list[int] = []
    place = last = 0
    while place < len(rows):
        end = place + 1
        while end < len(rows) and numbers[end] == numbers[end - 1] + 1:
            end += 1
        resumed = end < len(rows) and 0 < numbers[end] - last <= _STEP
        if not (found and numbers[place] == 1 and numbers[place] != last + 1 and resumed):
            found += rows[place:end]
            last = numbers[end - 1]
        place = end
    return found
