"""The clock's handler: every minute what is due goes out, mostly daily questions."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, TypeAlias

from bot.coach import aftermath, nudge, summary
from bot.coach.aftermath import AskHowItWent
from bot.coach.nudge import AskWhetherToGoOn, Push
from bot.coach.summary import Summary
from bot.handlers import aftermath as after
from bot.handlers import practice
from bot.handlers import summary as summaries
from bot.handlers.attempts import Outcome
from bot.screens import nudge as screens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.coach.transaction import Visit
    from bot.handlers.context import Desk

Due: TypeAlias = Push | AskWhetherToGoOn | AskHowItWent | Summary
TakeUp: TypeAlias = "Callable[[Visit, int], Due | None]"

AT_ONCE = 8
"""Daily questions under way at a time, so that people who chat are not held up."""

log = logging.getLogger(__name__)


async def tick(desk: Desk) -> None:
    """Send what an earlier tick could not, then what has become due since."""
    async with desk.ticking:
        sundays = set(await desk.run(summary.due))
        work = iter(
            (
                *((nudge.send_again, prompt_id) for prompt_id in await desk.run(nudge.unsent)),
                *((nudge.check_in, learner_id) for learner_id in await desk.run(nudge.unasked)),
                *((aftermath.take_up, interview) for interview in await desk.run(aftermath.over)),
                *((nudge.claim, who) for who in await desk.run(nudge.due) if who not in sundays),
                *((summary.claim, learner_id) for learner_id in sundays),
            )
        )
        async with asyncio.TaskGroup() as tasks:
            for _ in range(AT_ONCE):
                tasks.create_task(_work_off(desk, work))


async def _work_off(desk: Desk, work: Iterator[tuple[TakeUp, int]]) -> None:
    """Take up one after another just before it is sent."""
    for take_up, whose in work:
        await _take_up(desk, take_up, whose)
        if take_up is summary.claim:  # the question of the day comes below it
            await _take_up(desk, nudge.claim, whose)


async def _take_up(desk: Desk, take_up: TakeUp, whose: int) -> None:
    """Send what is due, if it still is; a failure never touches the others."""
    try:
        push = await desk.run(take_up, whose)
        if push:
            async with desk.pacer:
                await _send(desk, push)
    except Exception:
        log.exception("What was due could not be sent; the next tick tries again")


async def _send(desk: Desk, push: Due) -> None:
    if isinstance(push, Push):
        await _send_question(desk, push)
    elif isinstance(push, Summary):
        await summaries.send(desk, push)
    elif isinstance(push, AskHowItWent):
        await after.ask(desk, push)
    else:
        await _send_checkin(desk, push)


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
