"""A mock round on the screen: before it, during it, and when it is to end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.screens import actions, markup, wording
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import CHOSEN
from bot.study.mock import Answered, Clarity, Length, Mode, Stage
from bot.study.prompt import Help

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.model import Question
    from bot.study.mock import Place, Standing
    from bot.study.prompt import Prompt

Rows = tuple[tuple[Button, ...], ...]

LENGTHS = {
    Length.THREE: "3 questions",
    Length.FIVE: "5 questions",
    Length.TEN: "10 questions",
    Length.QUARTER: "15 minutes",
    Length.HALF: "30 minutes",
    Length.LONG: "45 minutes",
}
MODES = {Mode.PRACTICE: "practice", Mode.REAL: "real"}
CLARITIES = {
    Clarity.UNCLEAR: "Unclear",
    Clarity.FAIR: "Fair",
    Clarity.CLEAR: "Clear",
}
_ANSWERED = {
    Answered.WRITTEN: "Answered. We look at it at the end.",
    Answered.ALOUD: "Answered aloud. We look at it at the end.",
    Answered.PASSED: "Passed. We look at it at the end.",
}
GO_ON = "Go on"
GIVE_UP = "Give up"
PAUSED = "Paused. /mock goes on with your round, whenever you like."
NO_LONGER = "That round is over."
NOTHING = "There is no question for that. Choose something else to talk about."
ALL_ASKED = "Your last round has asked everything there is. Choose something wider."
IS_ON = "A round is on already."


def standing_screen(standing: Standing, link: str | None = None) -> Screen:
    """Say how the round stands that is on; ``link`` is for the friend who is to come."""
    if standing.stage.is_over:
        return ended_screen(standing)
    if standing.stage is Stage.INVITED:
        return _invited_screen(standing, link or "")
    said = f"{wording.count(standing.answered, 'question')} answered."
    if standing.stage is Stage.DEBRIEF:
        said = f"{wording.count(standing.to_grade, 'answer')} left to look at."
    with_friend = " A friend is your interviewer." if standing.friend else ""
    text = _title("Your mock round") + f"\n{_described(standing)}\n{said}{with_friend}"
    rows: Rows = ((_resume(standing, GO_ON), _give_up(standing.round_id)),)
    if standing.friend:
        rows = (*rows, (Button("Without a friend", actions.DismissFriend()),))
    return Screen(text, rows)


def paused_screen(place: Place) -> Screen:
    """Say that a round waits."""
    go_on = Button(GO_ON, actions.ResumeMock(place.round_id))
    return Screen(Styled(PAUSED), ((go_on, _next()),))


def give_up_screen(standing: Standing) -> Screen:
    """Ask how a round shall end."""
    if standing.stage.is_over:
        return ended_screen(standing)
    keep = Button("End, and look at it", actions.EndMock(standing.round_id, keep=True))
    drop = Button("Drop it", actions.EndMock(standing.round_id, keep=False))
    rows: Rows = ((keep,),) if standing.answered else ()
    text = "End the round here? What you have graded stays graded."
    return Screen(Styled(text), (*rows, (drop, _resume(standing, GO_ON))))


def ended_screen(standing: Standing) -> Screen:
    """Say that a round is over."""
    done = standing.stage is Stage.DONE
    report = (Button("How it went", actions.ShowReport(standing.round_id)),) if done else ()
    text = NO_LONGER if done else "The round is dropped. What you have graded stays graded."
    return Screen(Styled(text), ((*report, another()), (_next(),)))


def line(text: str) -> Screen:
    """Say a sentence about rounds, with the choices for one a tap away."""
    return Screen(Styled(text), ((another("Choose"), _next()),))


def nudge_screen(prompt: Prompt) -> Screen:
    """Say gently that an answer has taken longer than usual; nothing is cut off."""
    assert prompt.place
    usual = minutes(prompt.place.suggested)
    text = f"A word on the time: {usual} are usual here. Finish your thought, nothing is cut off."
    return Screen(Styled(text), ((answer_button(prompt),),))


def head(place: Place) -> Iterator[str]:
    """Name the place of a question in its round, for the quiet line above it."""
    round_ = "Debrief" if place.stage is Stage.DEBRIEF else "Mock"
    of = f" of {place.of}" if place.of else ""
    yield f"{round_} {place.number}{of}" + (", follow-up" if place.depth else "")
    if place.left is not None and place.answered is None:
        yield f"{minutes(place.left)} left"


def foot(prompt: Prompt, question: Question) -> Styled:
    """Say how long an answer may take, under a hint if one was asked for."""
    assert prompt.place
    help_ = question.hint if Help.HINT in prompt.help else None
    told = markup.styled(f"{wording.HINT}: {help_}") + "\n\n" if help_ else Styled()
    usual = f"About {minutes(prompt.place.suggested)}."
    friend = " Tell it to your interviewer." if prompt.place.interviewer else ""
    return told + Styled.of(usual + friend, Style.ITALIC)


def asked_rows(prompt: Prompt, question: Question) -> Rows:
    """Make the buttons under a question of a round."""
    assert prompt.place
    aloud = Button("Said aloud", actions.EndAnswer(prompt.id, Answered.ALOUD))
    if prompt.own_answer or prompt.voices:
        aloud = answer_button(prompt)
    passed = Button("I do not know", actions.EndAnswer(prompt.id, Answered.PASSED))
    hint = Button(wording.HINT, actions.GiveHelp(prompt.id, Help.HINT))
    offered = question.hint and Help.HINT not in prompt.help
    pause = Button("Pause", actions.PauseMock(prompt.place.round_id))
    later = (pause, _give_up(prompt.place.round_id))
    return ((aloud,), (passed, hint) if offered else (passed,), later)


def answer_button(prompt: Prompt) -> Button:
    """Make the button under a kept answer: to the model answer, or on in a round."""
    if prompt.place is None:
        return Button(wording.SHOW_ANSWER, actions.RevealBelow(prompt.id))
    return Button("Done", actions.EndAnswer(prompt.id, Answered.ALOUD))


def clarity_rows(prompt: Prompt) -> Rows:
    """Let the learner say how clearly they put a revealed answer of a round."""
    place = prompt.place
    if place is None or place.answered is Answered.PASSED:
        return ()
    return (
        tuple(
            Button(
                CHOSEN * (clarity is place.clarity) + label,
                actions.MarkClarity(prompt.id, clarity),
            )
            for clarity, label in CLARITIES.items()
        ),
    )


def held(prompt: Prompt) -> str:
    """Say what became of a question that waits within its round."""
    place = prompt.place
    if place and place.answered and place.mode is Mode.REAL:
        return _ANSWERED[place.answered]
    return PAUSED


def held_rows(prompt: Prompt) -> Rows:
    """Offer to go on with a round that was paused at this question."""
    place = prompt.place
    if place is None or (place.answered and place.mode is Mode.REAL):
        return ()
    return paused_screen(place).rows


def another(label: str = "Another round") -> Button:
    """Make the button that leads to the choices for a round."""
    return Button(label, actions.ShowMock())


def minutes(length: timedelta) -> str:
    """Write a length in whole minutes, at least one."""
    return wording.count(max(1, round(length / timedelta(minutes=1))), "minute")


def _invited_screen(standing: Standing, link: str) -> Screen:
    state = f"Send this link to your friend:\n{link}\n\n"
    state += "They see questions, hints, answers and points, and tick what you say: nothing else."
    state += " Talk on the phone or face to face. We begin when you both have agreed."
    begin = "Begin without a friend"
    if standing.friend:
        state, begin = "Your friend is ready to be the interviewer. Shall we begin?", "Begin"
    text = _title("A mock round with a friend") + f"\n{_described(standing)}\n\n{state}"
    off = Button("Call it off", actions.EndMock(standing.round_id, keep=False))
    rows: Rows = ((_resume(standing, begin),), (off,))
    if standing.friend:
        rows = (rows[0], (Button("Without a friend", actions.DismissFriend()), off))
    return Screen(text, rows)


def _described(standing: Standing) -> str:
    setup = standing.setup
    return f"{LENGTHS[setup.length]}, {MODES[setup.mode]}, about {standing.about}"


def _resume(standing: Standing, label: str) -> Button:
    return Button(label, actions.ResumeMock(standing.round_id))


def _give_up(round_id: int) -> Button:
    return Button(GIVE_UP, actions.GiveUpMock(round_id))


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
