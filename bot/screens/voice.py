"""Spoken answers on the screen: their length against the usual one, and a way to hear them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.screens import actions, markup, mock, wording
from bot.screens.screen import Button, Screen, Styled
from bot.study.prompt import PromptState
from bot.study.voice import Pace, pace_of

if TYPE_CHECKING:
    from bot.study.prompt import Prompt
    from bot.study.voice import Voice

_REMARKS = {
    Pace.SHORT: " There may be more to say.",
    Pace.USUAL: "",
    Pace.LONG: " Try to come to the point sooner.",
    Pace.ENDLESS: " All of it is kept, but an interviewer would have stopped you by then.",
}


def kept_screen(prompt: Prompt, voice: Voice) -> Screen:
    """Confirm that a spoken answer was kept; the model answer is one tap away."""
    text = Styled(f"Noted, {_against(voice.length)}{_REMARKS[pace_of(voice.length)]}")
    if prompt.state is not PromptState.ASKED:
        return Screen(text)
    return Screen(text, ((mock.answer_button(prompt),),))


def spoken(prompt: Prompt) -> tuple[markup.Block, ...]:
    """Say how long the learner has spoken, beside the model answer."""
    if not prompt.voices:
        return ()
    length = sum((voice.length for voice in prompt.voices), timedelta())
    return (markup.Block(Styled(f"You spoke for {_against(length)}")),)


def rows(prompt: Prompt) -> tuple[tuple[Button, ...], ...]:
    """Offer to hear what the learner has said."""
    if not prompt.voices:
        return ()
    return ((Button(wording.MY_VOICE, actions.SendVoice(prompt.id)),),)


def _against(length: timedelta) -> str:
    return f"{clock(length)} (about 1 to 2 minutes is usual)."


def clock(length: timedelta) -> str:
    """Write a length as ``1:12``, or ``1:00:00`` from an hour on."""
    minutes, seconds = divmod(length // timedelta(seconds=1), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
