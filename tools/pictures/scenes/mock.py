"""Mock rounds: practice and real, alone and with a friend."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from tools.pictures.studio import can_be_graded

if TYPE_CHECKING:
    from bot.sandbox import Message
    from tools.pictures.studio import Studio


ANSWER = (
    "A contract in .proto generates clients and servers. Protocol Buffers over HTTP/2 are compact, "
    "typed and multiplexed. At the edge JSON over HTTP suits browsers and partners better."
)


def in_round(message: Message) -> bool:
    """Tell whether a message puts a question of a round."""
    return "Give up" in str(message.labels)


def is_score(message: Message) -> bool:
    """Tell whether a message shows what came of a round."""
    return "How is it scored?" in str(message.labels)


async def _begin(studio: Studio, *choices: str) -> None:
    await studio.say("/mock", "Mock round")
    for choice in choices:
        await studio.tap(choice, lambda m, c=choice: f"✓ {c}" in str(m.labels))  # type: ignore[misc]


async def practice_round(studio: Studio) -> None:
    """Choose a round, answer in three ways, and look at the debrief."""
    await studio.set_up("All levels")
    await _begin(studio)
    await studio.shoot("lobby")
    await studio.tap("About:", "What shall we talk about?")
    await studio.shoot("scopes")
    await studio.tap("Architecture", "What of Architecture?")
    await studio.shoot("scopes-of-an-area")
    await studio.tap("All of Architecture", "about")
    await studio.tap("3 questions", "3 questions")
    await studio.tap("Begin", in_round)
    await studio.shoot("round-question")
    await studio.tap("Hint", "Hint:")
    await studio.later(timedelta(seconds=80))
    await studio.say(ANSWER, "Noted")
    await studio.shoot("round-noted")
    await studio.tap("Done", can_be_graded)
    await studio.tap("Clear", lambda m: "✓ Clear" in str(m.labels))
    await studio.shoot("round-answer")
    await studio.tap("Good", in_round)
    await studio.later(timedelta(seconds=95))
    await studio.me.sends_voice(timedelta(seconds=95))
    await studio.me.sees("1:35")
    await studio.tap("Done", can_be_graded)
    await studio.tap("Points", "Tap what you said.")
    for number in (1, 2, 3):
        await studio.tap(f"☐ {number}", f"Ticked {number}")
    await studio.tap("Fair", lambda m: "✓ Fair" in str(m.labels))
    await studio.tap("Good", in_round)
    await studio.tap("Pause", "Paused. /mock")
    await studio.shoot("round-paused")
    await studio.say("/mock", "Your mock round")
    await studio.shoot("round-standing")
    await studio.tap("Go on", in_round)
    await studio.tap("Give up", "End the round here?")
    await studio.shoot("give-up")
    await studio.tap("Go on", in_round)
    await studio.tap("I do not know", can_be_graded)
    told = await studio.tap("→ Again", _goes_on_or_ends)
    while in_round(told):  # a good answer leads to a follow-up
        await studio.tap("Said aloud", can_be_graded)
        await studio.tap("Clear", lambda m: "✓ Clear" in str(m.labels))
        told = await studio.tap("Good", _goes_on_or_ends)
    await _debrief(studio)


def _goes_on_or_ends(message: Message) -> bool:
    return in_round(message) or is_score(message)


async def _debrief(studio: Studio) -> None:
    """Look at what came of a round."""
    await studio.shoot("debrief")
    questions = await studio.tap("Question by question", "1. ")
    await studio.shoot("debrief-questions")
    await studio.shoot("debrief-questions-top", top_of=questions)
    await studio.tap("The score", is_score)
    await studio.tap("How is it scored?", "Correctness")
    await studio.shoot("rubric")
    await studio.tap("The score", is_score)
    await studio.tap("Queue what I missed", "waits as a set")
    await studio.tap("Picture", lambda m: m.media is not None)
    await studio.shoot("debrief-picture")
    await studio.tap("PDF", lambda m: m.media is not None)
    await studio.tap("Markdown", lambda m: m.media is not None)
    await studio.shoot("debrief-files")


async def real_round(studio: Studio) -> None:
    """Answer without seeing anything until the end."""
    await studio.set_up("All levels")
    await _begin(studio, "3 questions", "Real")
    await studio.tap("Begin", in_round)
    await studio.later(timedelta(minutes=6))
    await studio.me.sees("A word on the time")
    await studio.shoot("word-on-the-time")
    told = await studio.tap("Said aloud", in_round)
    await studio.shoot("real-question")
    while in_round(told):
        told = await studio.tap("Said aloud", lambda m: in_round(m) or can_be_graded(m))
    await studio.shoot("real-debrief")
    await studio.tap("Easy", can_be_graded)
    await studio.say("/mock", "Your mock round")
    await studio.shoot("debrief-standing")


async def with_a_friend(studio: Studio) -> None:
    """Invite a friend as the interviewer."""
    await studio.set_up("All levels")
    await _begin(studio, "3 questions", "Real")
    sent = await studio.tap("With a friend", "Send this link to your friend")
    await studio.shoot("friend-link")
    found = re.search(r"\?start=(\S+)", sent.text)
    assert found
    friend = studio.sandbox.person("Friend")
    await friend.says(f"/start {found[1]}")
    await friend.sees("Will you be the interviewer?")
    await studio.shoot("friend-invited", of=friend)
    await friend.taps("Yes, I will")
    await friend.sees("Thank you.")
    await studio.me.sees("Your friend is ready")
    await studio.shoot("friend-ready")
    await studio.tap("Begin", in_round)
    await studio.shoot("friend-question")
    sheet = await friend.sees("Tick what you hear")
    await studio.shoot("friend-sheet", of=friend)
    await friend.taps("☐ 1", on=sheet)
    ticked = await friend.sees(lambda m: "☑ 1" in str(m.labels))
    await studio.shoot("friend-sheet-top", of=friend, top_of=ticked)
    await friend.taps("Leave the round")
    await friend.sees("You have left the round.")
    await studio.shoot("friend-left", of=friend)
    await studio.me.sees("Your interviewer has left.")
    await studio.shoot("left-alone")
