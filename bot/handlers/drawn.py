"""Pictures of progress: drawn beside the loop, and known by their ids while nothing moves."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from bot.drawing import progress as drawing
from bot.handlers.attempts import Outcome

if TYPE_CHECKING:
    from bot.drawing.progress import Card
    from bot.handlers.context import Desk
    from bot.handlers.delivery import Sent
    from bot.screens.screen import Screen

MOST: Final = 1_000
"""Learners whose last picture is known."""


class Drawn:
    """What Telegram calls the picture that was drawn last for each learner."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, tuple[Card, str]] = OrderedDict()
        self._drawing = asyncio.Lock()

    async def draw(self, card: Card) -> bytes:
        """Draw a picture, one at a time.

        A thread does: Pillow holds up the loop for 25 ms at most, and a process of its own takes
        three times as long to start as the picture to draw.
        """
        async with self._drawing:
            return await asyncio.to_thread(drawing.picture, card)

    def find(self, learner_id: int, card: Card) -> str | None:
        """Find the picture of a learner, if it still shows the same."""
        shown, file_id = self._known.get(learner_id, (None, None))
        return file_id if shown == card else None

    def keep(self, learner_id: int, card: Card, file_id: str) -> None:
        """Keep what Telegram calls a picture."""
        self._known[learner_id] = card, file_id
        self._known.move_to_end(learner_id)
        if len(self._known) > MOST:
            self._known.popitem(last=False)

    def forget(self, learner_id: int) -> None:
        """Forget the picture of a learner."""
        self._known.pop(learner_id, None)


async def send(
    desk: Desk, learner_id: int, card: Card, screen: Screen, *, patient: bool = True
) -> Sent:
    """Send the picture of a learner with a screen under it; one that is the same is not redrawn.

    The screen alone where Telegram does not take the picture.
    """
    known = desk.drawn.find(learner_id, card)
    if known:
        sent = await desk.delivery.send_photo(learner_id, known, screen, patient=patient)
        if sent.outcome is not Outcome.REFUSED:
            return sent
        desk.drawn.forget(learner_id)
    picture = await desk.drawn.draw(card)
    sent = await desk.delivery.send_photo(learner_id, picture, screen, patient=patient)
    if sent.file_id:
        desk.drawn.keep(learner_id, card, sent.file_id)
    if sent.outcome is not Outcome.REFUSED:
        return sent
    return await desk.delivery.send(learner_id, screen, patient=patient)
