"""An answer that is spoken, as in the interview itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.sandbox import FaultKind, MediaKind
from tests.journeys.stage import asks, set_up

if TYPE_CHECKING:
    from bot.sandbox import Person
    from tests.journeys.stage import Stage

SHORT = timedelta(minutes=1, seconds=12)


def sounds(phone: Person) -> list[tuple[MediaKind, object]]:
    """List the sounds that the bot has sent, with their lengths."""
    return [(m.media.kind, m.media.details["duration"]) for m in phone.received if m.media]


@pytest.mark.parametrize("kind", [MediaKind.VOICE, MediaKind.VIDEO_NOTE, MediaKind.AUDIO])
async def test_voice_is_kept_and_heard_again_after_a_restart(stage: Stage, kind: MediaKind) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await phone.sends_voice(SHORT, kind=kind)
        await phone.sees("Noted, 1:12 (about 1 to 2 minutes is usual).")
        await phone.taps("Show answer")
        await phone.sees("You spoke for 1:12 (about 1 to 2 minutes is usual).")
    async with stage.bot():
        await phone.taps("My voice")

        await phone.until(lambda: sounds(phone) == [(kind, 72)])


async def test_several_voices_add_up(phone: Person) -> None:
    await set_up(phone)
    await phone.sends_voice(SHORT)
    await phone.sees("Noted, 1:12")
    await phone.sends_voice(timedelta(seconds=48))
    await phone.sees("Noted, 0:48")
    await phone.taps("Show answer")
    await phone.sees("You spoke for 2:00")

    await phone.taps("My voice")

    await phone.until(lambda: [length for _, length in sounds(phone)] == [72, 48])


async def test_an_hour_is_kept_and_kindly_answered(phone: Person) -> None:
    await set_up(phone)

    await phone.sends_voice(timedelta(hours=1))

    said = await phone.sees("Noted, 1:00:00")
    assert "All of it is kept, but an interviewer would have stopped you" in said.text


async def test_voice_after_the_answer_stands_beside_it(phone: Person) -> None:
    await set_up(phone)
    await phone.taps("Show answer")
    await phone.sees("The answer to")

    await phone.sends_voice(SHORT)

    shown = await phone.sees("You spoke for 1:12")
    assert ("My voice",) in shown.labels


async def test_voice_without_a_question_says_so(phone: Person) -> None:
    await set_up(phone)
    await phone.says("stop")
    await phone.sees("Stopped.")

    await phone.sends_voice(SHORT)

    await phone.sees("no question is open")
    await phone.taps("Next question")
    await phone.sees(asks)


async def test_voice_that_may_not_be_sent_is_pointed_to(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        mine = await phone.sends_voice(SHORT)
        await phone.sees("Noted, 1:12")
        await phone.taps("Show answer")
        await phone.sees("You spoke for")
        stage.sandbox.faults.add(method="sendVoice", kind=FaultKind.BAD_REQUEST)

        await phone.taps("My voice")

        assert (await phone.sees("it is here")).reply_to == mine.id
