"""The clock's handler at night: parameters are fitted to who sleeps, in a process of its own."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from bot import workers
from bot.coach import fitting
from bot.study.fitting import Fit, fit
from bot.workers import WorkError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from bot.coach.transaction import Run
    from bot.study.progress import Review

Fitter: TypeAlias = "Callable[[Sequence[Review]], Fit | None]"

LIMIT: Final = timedelta(minutes=2)
"""A fit takes less than a second for a thousand reviews."""

EVERY: Final = timedelta(hours=1)
SOON: Final = timedelta(minutes=1)
"""After a start, others come first."""

log = logging.getLogger(__name__)


@asynccontextmanager
async def at_night(run: Run, fitter: Fitter = fit, first: timedelta = SOON) -> AsyncIterator[None]:
    """Look every hour who sleeps; a fit under way is ended when the bot stops.

    PTB's queue of jobs would wait for it.
    """
    looking = asyncio.create_task(_look(run, fitter, first), name="own parameters")
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking


async def tick(run: Run, fitter: Fitter = fit, limit: timedelta = LIMIT) -> None:
    """Fit parameters to all whose time it is, one after another; a failure touches no other."""
    for learner_id in await run(fitting.asleep):
        try:
            reviews = await run(fitting.take_up, learner_id)
            if reviews is not None:
                found = await _fitted(fitter, reviews, limit)
                await run(fitting.settle, learner_id, len(reviews), found)
        except Exception:
            log.exception("A learner's own parameters could not be kept")


async def _look(run: Run, fitter: Fitter, first: timedelta) -> None:
    pause = first
    while True:
        await asyncio.sleep(pause.total_seconds())
        pause = EVERY
        try:
            await tick(run, fitter)
        except Exception:
            log.exception("Nobody's own parameters could be fitted; the next hour tries again")


async def _fitted(fitter: Fitter, reviews: Sequence[Review], limit: timedelta) -> Fit | None:
    """Fit parameters elsewhere; None when nothing usable comes of it."""
    try:
        found = await workers.run(fitter, reviews, limit=limit)
    except WorkError as error:
        log.warning("Fitting parameters has failed: %s", str(error).splitlines()[-1])
        return None
    if found is None or (isinstance(found, Fit) and found.is_usable):
        return found
    log.warning("Fitting parameters has come to nothing usable: %s", found)
    return None
