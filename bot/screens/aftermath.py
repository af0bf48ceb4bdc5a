"""After an interview, on the screen: how it went, and what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.screens import actions, wording
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import CHOSEN
from bot.study.interview import Felt

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.questions.model import Question, QuestionId
    from bot.study.interview import Interview

Rows: TypeAlias = "tuple[tuple[Button, ...], ...]"

MOST_FOUND = 8
"""Questions that are offered at a time."""

_LONGEST = 34
_AS_USUAL = "Your usual reviews go on from here."
_FELT = {Felt.WELL: "Went well", Felt.SO_SO: "So so", Felt.NOT_WELL: "Not well"}
_REPLIES = {
    Felt.WELL: "Good to hear!",
    Felt.SO_SO: "Thanks for telling me.",
    Felt.NOT_WELL: "That happens, and it was practice too.",
}


def how_it_went_screen(interview: Interview, following: Interview | None = None) -> Screen:
    """Ask how an interview went, and say what is asked from now on."""
    goes_on = f"The plan for {_on(following)} goes on." if following else _AS_USUAL
    text = f"How did the interview of {_on(interview)} go? {goes_on}"
    return Screen(Styled(text), felt_rows(interview))


def felt_rows(interview: Interview) -> Rows:
    """Offer how an interview may have felt."""
    buttons = (Button(label, actions.WentHow(interview.id, how)) for how, label in _FELT.items())
    return (tuple(buttons),)


def which_screen(interview: Interview) -> Screen:
    """Ask which questions were asked, once it is known how it went."""
    reply = _REPLIES[interview.felt] if interview.felt else ""
    text = (
        f"{reply} Which questions were asked? Type what you remember, one a line. "
        "I look them up, so that they come first next time."
    )
    return Screen(Styled(text.strip()), ((_next(),),))


def found_screen(
    interview: Interview, found: Sequence[Question], noted: Collection[QuestionId], unknown: int
) -> Screen:
    """Show questions like those that were told; a tap notes that one was asked."""
    kept = ""
    if unknown:
        kept = f"For {wording.count(unknown, 'line')} I know no question; your words are kept."
    ask = "Tap those that were asked." if found else "Type another, or go on."
    text = Styled.of(f"The interview of {_on(interview)}", Style.BOLD)
    rows = tuple(
        (
            Button(
                CHOSEN * (question.id in noted) + wording.shortened(_line(question), _LONGEST),
                actions.AskedInInterview(interview.id, question.id, question.id not in noted),
            ),
        )
        for question in found[:MOST_FOUND]
    )
    lines = "\n".join(filter(None, (ask, kept)))
    return Screen(text + "\n" + lines, (*rows, (_next(),)))


def _on(interview: Interview) -> str:
    return wording.day(interview.on, interview.on)


def _line(question: Question) -> str:
    return question.text.partition("\n")[0].replace("`", "")


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
