"""What the interviewer of a mock round is sent when its candidate goes on, pauses or ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import interviewer as coach
from bot.handlers.attempts import Outcome
from bot.screens import interviewer as screens
from bot.screens.practice import line
from bot.study.mock import Report
from bot.study.prompt import Prompt

if TYPE_CHECKING:
    from bot.handlers.context import Desk
    from bot.study.mock import Sheet, Standing


async def follow(desk: Desk, shown: Prompt | Report) -> None:
    """Let the interviewer follow what the candidate sees now, once for each question."""
    if isinstance(shown, Report):
        await end(desk, shown.round_id)
    elif shown.place and shown.place.interviewer:
        await end(desk, shown.place.round_id)
        sheet = await desk.run(coach.sheet_for, shown.id)
        if sheet and sheet.is_open and sheet.message_id is None:
            await send(desk, sheet)


async def repeat(desk: Desk, shown: Prompt | Report | Standing) -> None:
    """Send the interviewer the question again that a paused round goes on with."""
    if isinstance(shown, Prompt) and shown.place and shown.place.interviewer and shown.message_id:
        sheet = await desk.run(coach.sheet_for, shown.id)
        if sheet and sheet.is_open:
            await send(desk, sheet)


async def send(desk: Desk, sheet: Sheet) -> None:
    """Send a question to its interviewer; the message of it that there was loses its buttons."""
    older = sheet.message_id or sheet.before
    sent = await desk.delivery.send(sheet.friend_id, screens.sheet_screen(sheet))
    if sent.outcome is Outcome.UNREACHABLE:
        await leave(desk, sheet.friend_id)
    if sent.message_id:
        await desk.run(coach.shown, sheet.question_id, sent.message_id)
    if older:
        await desk.delivery.strip(sheet.friend_id, older)


async def leave(desk: Desk, friend_id: int) -> bool:
    """Let somebody be no interviewer any more; tell the candidates. False if they were none."""
    parted = await desk.run(coach.leave, friend_id)
    for each in parted:
        await desk.delivery.send(each.candidate_id, screens.left_screen(each.standing.round_id))
    return bool(parted)


async def tell(desk: Desk, round_id: int, text: str) -> None:
    """Tell the interviewer of a round, if there is one, what became of it."""
    friend_id = await desk.run(coach.friend_of, round_id)
    if friend_id:
        await desk.delivery.send(friend_id, line(text))


async def end(desk: Desk, round_id: int) -> None:
    """Thank the interviewer of a round that is over, once."""
    released = await desk.run(coach.release, round_id)
    if released is None:
        return
    friend_id, message_id = released
    if message_id:
        await desk.delivery.strip(friend_id, message_id)
    await desk.delivery.send(friend_id, line(screens.ENDED))
