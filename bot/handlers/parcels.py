"""What learners have sent and not yet said yes to: in memory only, and bounded."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.handlers.pasting import Part
    from bot.questions.draft import Draft
    from bot.study.notes import Original, Version

MOST: Final = 100
MOST_BYTES: Final = 8 * 1024 * 1024
"""Of all of them together; the oldest goes first, and can be read again from its message."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One thing that was sent: the bytes, what was read in them, and what it may renew.

    ``parts`` are the texts of messages by their ids, if it came as text; ``preview`` is the
    message in which it is shown.
    """

    draft: Draft
    original: Original
    version: Version | None = None
    parts: Mapping[int, Part] = field(default_factory=dict)
    preview: int | None = None


class Parcels:
    """What was sent, by learner and message, least recently used first."""

    def __init__(self) -> None:
        self._parcels: OrderedDict[tuple[int, int], Parcel] = OrderedDict()

    def get(self, learner_id: int, message_id: int) -> Parcel | None:
        """Find what a message of a learner has brought."""
        found = self._parcels.get((learner_id, message_id))
        if found:
            self._parcels.move_to_end((learner_id, message_id))
        return found

    def keep(self, learner_id: int, parcel: Parcel) -> None:
        """Keep a parcel, in place of an earlier one of the same message."""
        key = learner_id, parcel.draft.message
        self._parcels[key] = parcel
        self._parcels.move_to_end(key)
        while len(self._parcels) > 1 and self._is_full():
            self._parcels.popitem(last=False)

    def drop(self, learner_id: int, message_id: int) -> None:
        """Forget a parcel."""
        self._parcels.pop((learner_id, message_id), None)

    def forget(self, learner_id: int) -> None:
        """Forget everything a learner has sent."""
        for key in [key for key in self._parcels if key[0] == learner_id]:
            del self._parcels[key]

    def _is_full(self) -> bool:
        size = sum(len(parcel.original.content) for parcel in self._parcels.values())
        return len(self._parcels) > MOST or size > MOST_BYTES
