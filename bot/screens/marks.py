"""Marks on the screen: under a question, where it was asked for real, and the lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, markup, wording
from bot.screens.actions import Part
from bot.screens.notes.excerpt import excerpt, plain
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import in_rows
from bot.screens.turning import leaf
from bot.study.marks import Mark, When
from bot.study.notes import AREA_ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.questions.model import Question
    from bot.study.marks import Encounter
    from bot.study.prompt import Prompt

Rows = tuple[tuple[Button, ...], ...]

QUESTIONS_A_PAGE = 6
NOTED = 1
"""The number of the view in which an encounter was just noted."""

_LONGEST = 140
_WHEN = {
    When.TODAY: "Today",
    When.YESTERDAY: "Yesterday",
    When.THIS_WEEK: "This week",
    When.EARLIER: "Earlier",
}
_LISTS = {
    Mark.STAR: (
        "Starred questions",
        wording.UNSTAR,
        "Star a question under More, with its answer.",
    ),
    Mark.HIDDEN: ("Hidden questions", "Bring back", "Nothing is hidden."),
}
"""The title of each list, what lifts the mark, and what is said of an empty one."""


def marks_of(prompt: Prompt) -> Iterator[str]:
    """Name the marks on a question, for the quiet line above it."""
    if prompt.encounters:
        times = len(prompt.encounters)
        yield "asked for real " + ("once" if times == 1 else f"{times} times")
    if prompt.starred:
        yield "starred"


def rows(prompt: Prompt, question: Question, part: Part, *, noted: bool) -> Rows:
    """Make the buttons that put marks on a revealed question, or say when it was asked for real."""
    if part is Part.REAL:
        return _real_rows(prompt, noted=noted)
    real = Button(wording.ASKED_FOR_REAL, actions.Show(prompt.id, Part.REAL))
    wrong = Button(wording.SOMETHING_WRONG, actions.ReportQuestion(prompt.id))
    own = question.topic.area_id == AREA_ID
    label = wording.UNSTAR if prompt.starred else wording.STAR
    whole = Button(wording.ASK_WHOLE, actions.Split(prompt.id, on=False))
    hide = Button(wording.HIDE, actions.Hide(prompt.id))
    return (
        (Button(label, actions.Star(prompt.id, on=not prompt.starred)), hide),
        (real,),
        *(() if own else ((wrong,),)),
        *(((whole,),) if prompt.split else ()),
    )


def aside_row(prompt: Prompt) -> tuple[Button, ...]:
    """Make the buttons that put a question aside."""
    skip = Button(wording.SKIP, actions.Skip(prompt.id))
    return (skip, Button(wording.HIDE, actions.Hide(prompt.id)))


def real_body(prompt: Prompt, *, noted: bool) -> tuple[markup.Block, ...]:
    """Say when a question was asked for real, and ask when, or where it was."""
    times = [f"{number}. {_time(each)}" for number, each in enumerate(prompt.encounters, 1)]
    listed = markup.Block(Styled("Asked for real:\n" + "\n".join(times)))
    asked = "Noted. Where was it? Type it, if you like." if noted else "When were you asked it?"
    return (*((listed,) if times else ()), markup.Block(Styled(asked)))


def _real_rows(prompt: Prompt, *, noted: bool) -> Rows:
    """Offer the times at which it may have been."""
    if noted:
        another = actions.Show(prompt.id, Part.REAL)
        return ((Button("Asked another time too", another),),)
    known = len(prompt.encounters)
    return in_rows(
        [Button(label, actions.Met(prompt.id, when, known)) for when, label in _WHEN.items()], 2
    )


def place_screen(encounter: Encounter | None) -> Screen:
    """Confirm where a question was asked for real."""
    if encounter is None:
        return Screen(Styled("That was taken back meanwhile, so there is nothing to add."))
    return Screen(Styled(f"Noted: {_time(encounter)}."))


def marked_screen(mark: Mark, questions: Sequence[Question], page: int) -> Screen:
    """List starred or hidden questions; each is asked or lifted with one tap."""
    title, lift, empty = _LISTS[mark]
    head = Styled.of(title, Style.BOLD)
    if not questions:
        return Screen(head + "\n" + empty, ((_next(),),))
    shown = leaf(questions, QUESTIONS_A_PAGE, page)
    start = questions.index(shown.items[0]) + 1
    lines = [f"{number}. {_line(each)}" for number, each in enumerate(shown.items, start)]
    buttons = tuple(
        (
            Button(f"Ask {number}", actions.AskQuestion(each.id)),
            Button(f"{lift} {number}", actions.Lift(mark, each.id, shown.page)),
        )
        for number, each in enumerate(shown.items, start)
    )
    turning = shown.row(lambda to: actions.ListMarked(mark, to))
    every = (Button("Bring all back", actions.BringBack()),) if mark is Mark.HIDDEN else ()
    return Screen(head + "\n\n" + "\n\n".join(lines), (*buttons, turning, every, (_next(),)))


def mended_screen(prompt: Prompt, mark: Mark) -> Screen:
    """Say how a question stands after a mark was taken back, or put on again."""
    if prompt.question is None:
        return Screen(Styled(wording.REMOVED), ((_next(),),))
    real = next((each for each in marks_of(prompt) if "real" in each), "not asked for real")
    stands = {
        Mark.STAR: "starred" if prompt.starred else "not starred",
        Mark.SPLIT: "asked point by point" if prompt.split else "asked as a whole",
        Mark.HIDDEN: "hidden" if prompt.hidden else "not hidden",
        Mark.REAL: real,
    }
    asked = Styled.of(excerpt(prompt.question.text, _LONGEST), Style.BOLD)
    return Screen(asked + f"\nIt is {stands[mark]} again.", ((_next(),),))


def _time(encounter: Encounter) -> str:
    day = wording.day(encounter.noted_on, encounter.noted_on)
    before = wording.days_before(encounter.noted_on, 1)
    times = {
        When.TODAY: day,
        When.YESTERDAY: before,
        When.THIS_WEEK: f"in the week before {day}",
        When.EARLIER: f"some time before {day}",
    }
    place = f", {plain(encounter.place)}" if encounter.place else ""
    return times[encounter.when] + place


def _line(question: Question) -> str:
    return f"{excerpt(question.text, _LONGEST)}\n{question.topic.area} · {question.topic.name}"


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
