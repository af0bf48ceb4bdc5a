"""The clock's handler: every minute the daily questions that are due go out."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.coach import nudge
from bot.coach.nudge import AskWhetherToGoOn, Push
from bot.handlers import practice
from bot.handlers.delivery import Outcome
from bot.screens import learner as screens

if TYPE_CHECKING:
    from bot.handlers.context import Desk

log = logging.getLogger(__name__)


async def tick(desk: Desk) -> None:
    """Send what an earlier tick could not, then what has become due since."""
    async with desk.ticking:
        waiting = await desk.run(nudge.unsent)
        for learner_id in await desk.run(nudge.due):
            claimed = await desk.run(nudge.claim, learner_id)
            if claimed:
                waiting.append(claimed)
        async with asyncio.TaskGroup() as tasks:
            for push in waiting:
                tasks.create_task(_send(desk, push))


async def _send(desk: Desk, push: Push | AskWhetherToGoOn) -> None:
    """Send one message; whatever goes wrong with it never touches the others."""
    async with desk.pacer:
        try:
            if isinstance(push, Push):
                await _send_question(desk, push)
            else:
                await _send_checkin(desk, push)
        except Exception:
            log.exception("A daily question could not be sent; the next tick tries again")


async def _send_question(desk: Desk, push: Push) -> None:
    if push.replaced:
        await desk.delivery.strip(push.prompt.learner_id, push.replaced)
    await practice.send_prompt(desk, push.prompt, patient=False)


async def _send_checkin(desk: Desk, push: AskWhetherToGoOn) -> None:
    sent = await desk.delivery.send(push.learner_id, screens.checkin_screen(), patient=False)
    if sent.outcome is Outcome.UNREACHABLE:
        await desk.run(nudge.unreachable, push.learner_id)
    elif sent.outcome is not Outcome.NOT_SENT:
        await desk.run(nudge.asked_to_go_on, push.learner_id)
