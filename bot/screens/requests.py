"""What is said when a request in words is not clear, or not possible right now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, mock, wording
from bot.screens.actions import Page
from bot.screens.screen import Button, Screen, Styled
from bot.screens.sets import start_button
from bot.study.prompt import Help
from bot.study.requests import Pace, Same, Set, Unsure, Word
from bot.study.sets import named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.study.prompt import Prompt
    from bot.study.requests import Request

_LONGEST = 40
"""Characters of what a person has typed that are said back."""

_WITH_ANSWER = {
    Word.ANOTHER: "Examples come with the answer.",
    Word.SIMPLER: "Simpler words come with the answer.",
    Word.POINTS: "The points come with the answer.",
}
"""What is said where naming the word itself would not be a sentence."""


def with_meant(screen: Screen, instead: tuple[Request, ...], message_id: int) -> Screen:
    """Offer, under the line that keeps an answer, to do what it may have asked for."""
    if not instead:
        return screen
    label = f"{wording.I_MEANT}: {_said(instead[0])}" + (" …" if len(instead) > 1 else "")
    button = Button(wording.shortened(label, _LONGEST), actions.Meant(message_id))
    return Screen(screen.text, (*screen.rows, (button,)))


def unsure_screen(text: str, choices: Iterable[Set]) -> Screen:
    """Ask which of a few things was meant."""
    buttons = [start_button(_asked(choice), choice) for choice in choices]
    rows = tuple((button,) for button in buttons if button)
    said = f"Which one do you mean by “{wording.shortened(text, _LONGEST)}”?"
    return Screen(Styled(said), rows)


def reply_screen(reply: str, *, waiting: bool) -> Screen:
    """Answer a kind word shortly; a question that waits is one tap away, else the next one."""
    if not waiting:
        return Screen(Styled(reply), ((_next(),),))
    return Screen(Styled(f"{reply} {wording.OPEN_QUESTION}"), ((_go_on(),),))


def nothing_screen(text: str) -> Screen:
    """Say that there is nothing on what was asked for."""
    said = f"I have nothing on “{wording.shortened(text, _LONGEST)}”."
    return Screen(Styled(said), ((_topics(), _next()),))


def settings_screen() -> Screen:
    """Lead to everything that can be set."""
    topics = Button("Topics", actions.Settings(Page.TOPICS))
    rows = (
        (topics, Button("Level", actions.Settings(Page.LEVELS))),
        (
            Button("Daily question", actions.Settings(Page.DAILY)),
            Button("Pace", actions.Settings(Page.PACE)),
        ),
    )
    return Screen(Styled("What would you like to change?"), rows)


def after_answer_screen(prompt: Prompt, word: Word) -> Screen:
    """Say that something comes with the answer, which is one tap away; so is a hint."""
    text = _WITH_ANSWER.get(word, f"{word.value.capitalize()} comes with the answer.")
    hint = prompt.question and prompt.question.hint and Help.HINT not in prompt.help
    help_ = (Button(wording.HINT, actions.GiveHelp(prompt.id, Help.HINT)),) if hint else ()
    show = mock.answer_button(prompt)
    return Screen(Styled(text), ((show, *help_),))


def _said(request: Request) -> str:
    """Write a request as a person would say it, for a button."""
    match request:
        case Word() | Pace():
            return str(request.value).replace("_", " ")
        case Set():
            return f"ask me {_asked(request)}"
        case Same():
            return " ".join(filter(None, ("the same", _for(request))))
        case Unsure(text, choices):
            return "a topic" if choices else f"ask me {text}"


def _for(same: Same) -> str:
    name = named(Set(same.subjects, None, same.levels))
    return f"for {name}" if name else ""


def _asked(wanted: Set) -> str:
    name = named(wanted)
    if wanted.number is None:
        return name or "questions"
    return f"{wanted.number} of {name}" if name else wording.count(wanted.number, "question")


def _topics() -> Button:
    return Button(wording.TOPICS, actions.Settings(Page.TOPICS))


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())


def _go_on() -> Button:
    return Button(wording.GO_ON, actions.Next())
