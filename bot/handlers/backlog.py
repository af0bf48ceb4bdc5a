"""Which updates are unfinished, and so how far Telegram may forget them."""

from __future__ import annotations


class Backlog:
    """Keeps the offset of getUpdates behind every unfinished update.

    Telegram sends again whatever is not yet confirmed, so finished updates are remembered
    until a poll has confirmed them: its answer may cross with their completion.
    """

    def __init__(self) -> None:
        self._unfinished: set[int] = set()
        self._finished: set[int] = set()
        self._asked = 0
        self._next = 0

    @property
    def empty(self) -> bool:
        """Whether everything admitted is finished."""
        return not self._unfinished

    @property
    def offset(self) -> int:
        """The lowest id that Telegram has to keep; 0, which confirms nothing, at first."""
        return min(self._unfinished, default=self._next)

    def ask(self) -> int:
        """Return the offset for a poll that is about to begin and confirms all below."""
        self._asked = self.offset
        self._finished = {update_id for update_id in self._finished if update_id >= self._asked}
        return self._asked

    def admit(self, update_id: int) -> bool:
        """Take in an update that the last poll brought; False when it is a repetition.

        An id below what was asked for is new: after a quiet week Telegram may count from a
        lower number.
        """
        if update_id in self._unfinished or update_id in self._finished:
            return False
        anew = update_id < self._asked
        self._next = update_id + 1 if anew else max(self._next, update_id + 1)
        self._unfinished.add(update_id)
        return True

    def finish(self, update_id: int) -> None:
        """Note that the work of an admitted update is done."""
        self._unfinished.remove(update_id)
        self._finished.add(update_id)
