"""Questions cut out of a page: each line goes to a question, an answer, or is named otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document import endings, evidence, words
from bot.questions.document.beginnings import Label
from bot.questions.document.drafts import Cut, Draft
from bot.questions.document.lines import Kind
from bot.questions.document.others import NAMED, Other, noise, outside
from bot.questions.document.parts import promising_lines
from bot.questions.document.promised.sections import closing_titles
from bot.questions.document.talks.spoken import spoken_question
from bot.questions.document.talks.talk import is_small_talk, speaks_of_the_talk
from bot.questions.document.wording import wording_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline

_BELOW_HEADINGS: Final = 10
_CHAPTERS: Final = 3
_WORDS_OF_A_TITLE: Final = 6


class Cutter:
    """One walk over the lines of a page."""

    def __init__(
        self,
        page: Page,
        beginnings: Sequence[Beginning],
        outline: Outline,
        questions: AbstractSet[int],
        breaks: AbstractSet[int],
    ) -> None:
        self.page = page
        self.beginnings = beginnings
        self.outline = outline
        self.questions = questions
        self.breaks = breaks
        self.by_line = {b.line: i for i, b in enumerate(beginnings)}
        self.topics = self._topics() | closing_titles(page, beginnings, questions)
        promising = promising_lines(page, beginnings, outline.starts)
        self.topics |= {i for i in promising if i + 1 in questions} - questions
        self.path: list[tuple[int, str, Style]] = []
        self.current: Draft | None = None
        self.scope = 0
        self.cut = Cut([], {})
        self.ends = questions | {i for i, b in enumerate(beginnings) if b.line in breaks}
        self.skip = -1
        self.foot = endings.foot_of(page)
        self.separators_bound = self._separators_bound()
        self.inside = endings.levels_inside_answers(beginnings, questions)
        self.unanswered = endings.unanswered_styles(page, beginnings, questions)

    def _topics(self) -> frozenset[int]:
        """Return the beginnings under which questions stand."""
        found: set[int] = set()
        for i in self.questions:
            parent = self.outline.parents[i]
            while parent >= 0 and parent not in found:
                found.add(parent)
                parent = self.outline.parents[parent]
        return frozenset(found - self.questions)

    def _separators_bound(self) -> bool:
        """Tell whether separators stand between questions here, rather than inside answers."""
        bounds = separators = 0
        awaited = False
        for number, kind in enumerate(self.page.kinds):
            if kind is Kind.SEPARATOR:
                separators += not awaited
                awaited = True
            elif awaited and kind is not Kind.BLANK:
                awaited = False
                bounds += self._begins_something(self.by_line.get(number, -1))
        return separators > 1 and bounds * 2 >= separators

    def _begins_something(self, i: int) -> bool:
        if i < 0 or i in self.questions or i in self.topics:
            return i >= 0
        beginning = self.beginnings[i]
        if beginning.bare and evidence.numbers_a_chapter(beginning.text):
            return True
        return beginning.level > 0 and not evidence.is_an_aside(beginning)

    def run(self) -> Cut:
        """Walk over all lines."""
        for number, kind in enumerate(self.page.kinds):
            if number in self.breaks:
                self.current = None
                self.path.clear()
            if kind is Kind.BLANK or number <= self.skip:
                continue
            if kind is Kind.WORDS:
                self._words(number, self.by_line[number])
            else:
                self._signs(number, kind)
        self._take_leave()
        return self.cut

    def _take_leave(self) -> None:
        """Take the closing words of a document out of its last answer."""
        if self.current:
            closing = endings.leave(self.page, self.current.answer_lines)
            self.cut.other |= dict.fromkeys(closing, Other.SMALL_TALK)
            kept = len(self.current.answer_lines) - len(closing)
            self.current.answer_lines = self.current.answer_lines[:kept]

    def _signs(self, number: int, kind: Kind) -> None:
        named = NAMED.get(kind)
        if kind is Kind.SEPARATOR and self._ends_there(number):
            self.current = None
        if named:
            self.cut.other[number] = named
        elif kind is Kind.UNDERLINE:
            self._follow(number)
        else:
            self._body(number)

    def _ends_there(self, number: int) -> bool:
        """Tell whether an answer ends at a separator."""
        if self.separators_bound or self._talk_follows(number):
            return True
        return number == self.foot and not any(
            self.beginnings[i].line > number for i in self.questions
        )

    def _talk_follows(self, number: int) -> bool:
        """Tell whether the document takes its leave below a separator."""
        while number + 1 < len(self.page) and self.page.blank(number + 1):
            number += 1
        i = self.by_line.get(number + 1)
        return i is not None and is_small_talk(self.beginnings[i].text)

    def _follow(self, number: int) -> None:
        """Put an underline where its title went."""
        if number - 1 in self.cut.other:
            self.cut.other[number] = self.cut.other[number - 1]
        elif self.current and number - 1 in self.current.question_lines:
            self.current.question_lines.append(number)
        else:
            self._body(number)

    def _body(self, number: int) -> None:
        if self.current:
            self.current.answer_lines.append(number)
        elif number in self.by_line:
            beginning = self.beginnings[self.by_line[number]]
            self.cut.other[number] = outside(beginning, self.page.lines[number])
        else:
            self.cut.other[number] = Other.PROSE

    def _leaves_a_list(self, i: int) -> bool:
        """Tell what is said below a list of unanswered questions from an answer to the last."""
        draft = self.current
        if not draft or draft.answer_lines or draft.tail:
            return False
        beginning, question = self.beginnings[i], draft.beginning
        before = self.cut.drafts[-2:][0]
        if before.beginning.style != question.style or before.answer_lines or before.tail:
            return False
        listed = question.style in self.unanswered and not self._goes_on(i, question)
        together = question.bare and before.beginning.line + 1 == question.line
        return listed and endings.leaves_a_list(
            beginning, question, self.page, line_by_line=together
        )

    def _goes_on(self, i: int, last: Beginning) -> bool:
        """Tell whether the list goes on below, rather than a heading or another list."""
        for j in range(i + 1, len(self.beginnings)):
            if self.beginnings[j].level or j in self.topics:
                return False
            if j in self.questions:
                number = self.beginnings[j].number[-1:]
                return not (number and number <= last.number[-1:])
        return False

    def _words(self, number: int, i: int) -> None:
        beginning = self.beginnings[i]
        if i in self.questions:
            self._open(i)
        elif named := noise(beginning, self.page.lines[number]):
            self.cut.other[number] = named
        elif beginning.label is Label.QUESTION and evidence.keeps_the_talk_going(beginning):
            self.cut.other[number] = Other.SMALL_TALK
            if speaks_of_the_talk(beginning.text) and not words.AGAIN.search(beginning.text):
                self.current = None
        elif self._is_topic(i):
            self._close(i)
        elif self.current and beginning.label is Label.FIELD and not self.current.answer_lines:
            self.current.fields.append(self.page.lines[number].strip())
            self.current.question_lines.append(number)
        else:
            if self._leaves_a_list(i):
                self.current = None
            self._body(number)

    def _open(self, i: int) -> None:
        beginning = self.beginnings[i]
        self._leave(beginning.level)
        if self.path and not beginning.bare and self.path[-1][2] == beginning.style:
            self.path.pop()
        headings = tuple(title for _, title, _ in self.path)
        draft = Draft(beginning, headings[-1] if headings else None, headings)
        draft.question_lines.append(beginning.line)
        if self.page.kinds[beginning.line + 1 : beginning.line + 2] == (Kind.UNDERLINE,):
            draft.question_lines.append(beginning.line + 1)
        self.cut.drafts.append(draft)
        self.current = draft
        self.scope = beginning.level or (self.path[-1][0] if self.path else 0)
        wording = wording_of(self.page, self.beginnings, i, self.ends)
        draft.question, draft.tail = _without_talk(beginning, wording.question, wording.tail)
        draft.question_lines += wording.lines
        self.skip = max(draft.question_lines)

    def _is_topic(self, i: int) -> bool:
        beginning = self.beginnings[i]
        if i in self.topics:
            return True
        if beginning.level:
            return evidence.names_a_ticket(beginning) or self._heading_closes(i)
        if self.current and self.current.beginning.quoted:
            return False
        above = self._next_is_question(self._last_chapter(i)) and self._is_a_title(i)
        return (above or self._is_numbered(i)) and not self._shouts_an_answer(beginning)

    def _is_a_title(self, i: int) -> bool:
        """Tell a line that is no heading, and that may stand over questions."""
        return (
            endings.stands_out(self.beginnings[i], self.page)
            or endings.is_a_chapter(self.beginnings[i], self.page)
            or self._heads_a_list(i)
            or self._begins_anew(i)
            or self._stands_right_above(i)
        )

    def _shouts_an_answer(self, beginning: Beginning) -> bool:
        """Tell ``SELECT DISTINCT``, all that is said below a question, from a title in capitals."""
        draft = self.current
        if not draft or draft.answer_lines or draft.tail or beginning.style.bold:
            return False
        return draft.beginning.style not in self.unanswered and endings.is_in_capitals(beginning)

    def _is_numbered(self, i: int) -> bool:
        """Tell a numbered title with plain questions right below it from a point of an answer."""
        one, below = self.beginnings[i], self.beginnings[i + 1 : i + 2]
        if i + 1 not in self.questions or not (one.number and below[0].bare) or one.tail:
            return False
        return below[0].line == one.line + 1 and one.text[-1:] not in evidence.SENTENCE_ENDS

    def _last_chapter(self, i: int) -> int:
        """Return the last of a few titles with numbers that stand right below one another."""
        if i + 1 in self.questions:
            return i
        for below in self.beginnings[i + 1 : i + _CHAPTERS]:
            if not endings.is_a_chapter(below, self.page):
                break
            i += 1
        return i

    def _heads_a_list(self, i: int) -> bool:
        """Tell a plain line above unanswered questions, which is their title."""
        if self.current and (self.current.answer_lines or self.current.tail):
            return False
        near = self.current.beginning if self.current else self.beginnings[i]
        listed = near.style in self.unanswered
        one = self.beginnings[i]
        if one.column > near.column + 1:
            return False
        return listed and (
            endings.is_a_label_alone(one) or endings.is_a_plain_title(one, self.page)
        )

    def _begins_anew(self, i: int) -> bool:
        """Tell a plain line at the margin, below which the numbers begin again, as a title."""
        draft, below = self.current, self.beginnings[i + 1 : i + 2]
        if not draft or draft.tail or not below or not below[0].number:
            return False
        last, first = draft.beginning, below[0]
        again = last.style == first.style and first.number <= last.number
        if not again or self.beginnings[i].column > last.column:
            return False
        answers = [n for n in draft.answer_lines if not self.page.blank(n)]
        deeper = all(self.page.lines[n][:1].isspace() for n in answers)
        return deeper and endings.is_a_plain_title(self.beginnings[i], self.page)

    def _stands_right_above(self, i: int) -> bool:
        """Tell a plain line below a blank, right above a marked question, as its title."""
        if i + 1 not in self.questions or not self.current or self.current.beginning.bare:
            return False
        one, below = self.beginnings[i], self.beginnings[i + 1]
        near = one.bare and not below.bare and below.line == one.line + 1
        apart = self.page.blank(one.line - 1) and one.column <= below.column
        short = len(one.text.split()) <= _WORDS_OF_A_TITLE and ": " not in one.text
        return near and apart and short and endings.is_a_plain_title(one, self.page)

    def _heading_closes(self, i: int) -> bool:
        beginning = self.beginnings[i]
        if not self.current:
            return True
        if beginning.level in self.inside and not evidence.is_an_aside(beginning):
            return False
        if i in self.outline.pieces and not self.current.beginning.level:
            return self._ends_a_list(i)
        own = self.current.beginning.level
        if beginning.label is Label.ANSWER and own:
            return False
        if evidence.names_a_part_of_an_answer(beginning) and beginning.level >= (own or self.scope):
            return False
        return beginning.level <= (own or self.scope) or (not own and not self.scope)

    def _ends_a_list(self, i: int) -> bool:
        """Tell "References" below unanswered questions from a piece of an answer."""
        draft = self.current
        if draft is None or draft.answer_lines or draft.tail:
            return False
        return draft.beginning.style in self.unanswered and evidence.is_an_aside(self.beginnings[i])

    def _next_is_question(self, i: int) -> bool:
        if i + 1 not in self.questions:
            return False
        between = self.page.kinds[self.beginnings[i].line : self.beginnings[i + 1].line]
        return Kind.CODE not in between

    def _close(self, i: int) -> None:
        beginning = self.beginnings[i]
        self.cut.other[beginning.line] = Other.HEADING
        self.current = None
        rank = beginning.level or self._rank_of_title(i)
        self._leave(rank)
        label = self.page.lines[beginning.line] if beginning.label else ""
        title = (beginning.text or label).strip(" #:：*_")
        if title and not evidence.names_the_contents(beginning):
            self.path.append((rank, title, beginning.style))

    def _rank_of_title(self, i: int) -> int:
        """Rank a title that is no heading just above the question it stands over."""
        below = self.beginnings[i + 1].level if i + 1 < len(self.beginnings) else 0
        return below - 1 if below else _BELOW_HEADINGS + self.beginnings[i].column

    def _leave(self, level: int) -> None:
        while level and self.path and self.path[-1][0] >= level:
            self.path.pop()


def _without_talk(beginning: Beginning, question: str, tail: str) -> tuple[str, str]:
    """Take off what somebody says around a question: "Great. Next one. What is ...?"."""
    if not evidence.is_said_by_somebody(beginning):
        return question, tail
    asked = spoken_question(f"{question} {tail}".strip())
    return (asked, "") if asked else (question, tail)
