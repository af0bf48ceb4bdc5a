"""The summary of a week over Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import nudge
from bot.coach import summary as coach
from bot.handlers import drawn
from bot.handlers.attempts import Outcome
from bot.screens import summary as screens

if TYPE_CHECKING:
    from bot.coach.summary import Summary
    from bot.handlers.context import Desk


async def send(desk: Desk, summary: Summary) -> None:
    """Send a claimed summary; what has surely not been sent is given back."""
    progress = summary.progress
    card, screen = screens.as_card(progress), screens.summary_screen(progress)
    sent = await drawn.send(desk, progress.learner_id, card, screen, patient=False)
    if sent.outcome is Outcome.UNREACHABLE:
        await desk.run(nudge.unreachable, progress.learner_id)
    elif sent.outcome is Outcome.NOT_SENT:
        await desk.run(coach.not_sent, progress.learner_id, summary.planned_for)
