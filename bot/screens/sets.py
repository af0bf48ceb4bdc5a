"""Sets on the screen: what one is of, how far it has come, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.questions.model import Level
from bot.screens import actions, mock, wording
from bot.screens.screen import Button, Screen, Style, Styled
from bot.study.memory import Grade
from bot.study.sets import LARGEST, is_possible, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.study.learner import Rest
    from bot.study.prompt import Prompt
    from bot.study.requests import Set
    from bot.study.sets import Finished, Selection, SetState

_NUMBERS: Final = (5, 10, 20, 50)
_BESIDE_SUBJECTS: Final = len("ss::100:jms")


def begun_screen(
    wanted: Set, selection: Selection, later: Sequence[SetState] = (), *, instead_of: int | None
) -> Screen:
    """Say what set begins, first what is not as it was asked for.

    ``instead_of`` is a prompt that the text may have been an answer to.
    """
    number, name = len(selection.questions), named(wanted)
    questions = wording.count(number, "question")
    first = f"{name}: {questions}." if name else f"{questions[:1].upper()}{questions[1:]}."
    if wanted.number and number < wanted.number:
        first = f"{name}: I have {number} of these, not {wanted.number}; here {_they_are(number)}."
    lines = [
        first.removeprefix(": "),
        _unanswered(selection.unanswered, number),
        _repeated(selection.repeated, number),
        *(f"Then: {wording.count(state.of, 'question')}{_of(state.name)}." for state in later),
    ]
    was_answer = Button(wording.WAS_ANSWER, actions.WasAnswer(instead_of or 0))
    rows = ((was_answer,),) if instead_of else ()
    return Screen(Styled("\n".join(filter(None, lines))), rows)


def refused_screen(wanted: Set, available: int, elsewhere: int) -> Screen:
    """Say kindly which sets are possible, each one tap away."""
    name = named(wanted)
    if not available:
        return _nothing_of_it(wanted, name, elsewhere)
    text = f"A set has 1 to {LARGEST} questions. I have {available}{_of(name)}; how many?"
    most = min(available, LARGEST)
    numbers = [*(number for number in _NUMBERS if number < most), most][-len(_NUMBERS) :]
    buttons = (start_button(str(number), wanted, number=number) for number in numbers)
    return Screen(Styled(text), (tuple(button for button in buttons if button),))


def offer_screen(state: SetState) -> Screen:
    """Offer to go on with a set that was left."""
    row = (
        Button(wording.GO_ON, actions.ResumeSet(state.id)),
        Button(wording.SOMETHING_NEW, actions.Next()),
        Button(wording.LEAVE_IT, actions.DropSet(state.id)),
    )
    return Screen(Styled(f"{_so_far(state)}, go on?"), (row,))


def dropped_screen(state: SetState) -> Screen:
    """Say that a set is left for good."""
    text = f"All right, {_so_far(state)} it is. Your grades stay."
    return Screen(Styled(text), ((_next(),),))


def gone_screen() -> Screen:
    """Say that a set can no longer be gone on with."""
    return Screen(Styled("This set is no longer there."), ((_next(),),))


def stopped_screen(prompt: Prompt) -> Screen:
    """Say that what was going on has ended; a set waits to be gone on with."""
    if prompt.place:
        return mock.paused_screen(prompt.place)
    if prompt.in_set is None:
        return Screen(Styled(wording.PUT_AWAY), ((_next(),),))
    place = prompt.in_set
    text = f"Stopped at {place.number} of {place.of}{_of(place.name)}. It waits for you."
    return Screen(
        Styled(text), ((Button(wording.GO_ON, actions.ResumeSet(place.set_id)), _next()),)
    )


def summary_screen(rest: Rest, finished: Finished) -> Screen:
    """Sum up a set: how many, which grades, and what deserves another look."""
    state = finished.state
    grades = [f"{wording.GRADES[g]} {finished.grades[g]}" for g in Grade if finished.grades.get(g)]
    if finished.aside:
        grades.append(f"put aside {finished.aside}")
    weak = ", ".join(f"{topic} ({number})" for topic, number in finished.weak)
    lines = [
        ", ".join(grades) + "." if grades else "",
        f"\nFocus on: {weak}." if weak else "\nNothing below Good." if finished.grades else "",
        f"You left out: {'; '.join(finished.left_out)}." if finished.left_out else "",
        "What you graded Again comes back." if finished.grades.get(Grade.AGAIN) else "",
    ]
    done = wording.count(state.of, "question")
    title = Styled.of(f"Done: {done}{_of(state.name)}", Style.BOLD)
    text = title + "\n" + "\n".join(filter(None, lines))
    left = rest.left
    go_on = Button(_waiting(left), actions.ResumeSet(left.id)) if left else None
    if left:
        text = text + f"\n\nStill waiting: {_so_far(left)}."
    rows = (
        (go_on,) if go_on else (),
        (
            Button(wording.SAME_AGAIN, actions.SameAgain(state.id)),
            Button(wording.ANOTHER_TOPIC, actions.Settings(actions.Page.TOPICS)),
        ),
        (_next(),),
    )
    return Screen(text, tuple(row for row in rows if row))


def start_button(label: str, wanted: Set, *, number: int | None = None) -> Button | None:
    """Make a button that begins a set; None when its subjects are too many for one."""
    subjects = ",".join(subject.id for subject in wanted.subjects)
    if len(subjects.encode()) > actions.DATA_LIMIT - _BESIDE_SUBJECTS:
        return None
    number = wanted.number if number is None else number
    levels = "".join(level.value[0] for level in wanted.levels)
    return Button(label, actions.StartSet(subjects, number or 0, levels))


def _nothing_of_it(wanted: Set, name: str, elsewhere: int) -> Screen:
    text = f"I have nothing{_of(name)}."
    topics = Button(wording.TOPICS, actions.Settings(actions.Page.TOPICS))
    if not elsewhere:
        return Screen(Styled(text), ((topics, _next()),))
    number = wanted.number if is_possible(wanted.number) else None
    other = start_button("All levels", replace(wanted, number=number, levels=tuple(Level)))
    found = wording.count(elsewhere, "question")
    text = f"{text} Of other levels there are {found}."
    return Screen(Styled(text), ((other, topics) if other else (topics,),))


def _they_are(number: int) -> str:
    return "it is" if number == 1 else "they are"


def _unanswered(some: int, of: int) -> str:
    if not some:
        return ""
    have = "has" if some == 1 else "have"
    return f"{some} of {of} {have} no answer in the file yet."


def _repeated(some: int, of: int) -> str:
    if not some:
        return ""
    return f"You have had {'all' if some == of else some} of them today."


def _waiting(state: SetState) -> str:
    return f"{wording.GO_ON}: {state.done} of {state.of}"


def _so_far(state: SetState) -> str:
    return f"{state.done} of {state.of}{_of(state.name)}"


def _of(name: str) -> str:
    return f" of {name}" if name else ""


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
