"""What takes a while to prepare from the bank, once and off the event loop."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from bot.questions import search
from bot.study.requests import subjects_of, synonyms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.questions.bank import Bank
    from bot.questions.model import Question
    from bot.questions.search import Found, Index
    from bot.study.requests import Subjects

_REMEMBERED: Final = 50
"""Learners whose notes stay prepared."""


class Lookup:
    """The subjects of the bank by all their names, and the indexes to search it and own notes."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._subjects: asyncio.Task[Subjects] | None = None
        self._index: asyncio.Task[Index] | None = None
        self.synonyms: Mapping[str, str] = {}
        """Other names of the bank's terms; none are known before they are prepared."""
        self._notes: OrderedDict[int, tuple[int, Index]] = OrderedDict()

    def prepare(self) -> None:
        """Begin with all that is the same for everybody."""
        questions = self._bank.questions.values()
        self._subjects = asyncio.create_task(self._read_subjects())
        self._index = asyncio.create_task(asyncio.to_thread(search.index, questions))

    async def _read_subjects(self) -> Subjects:
        subjects = await asyncio.to_thread(subjects_of, self._bank.questions.values())
        self.synonyms = synonyms(subjects)
        return subjects

    async def subjects(self) -> Subjects:
        """Give what one can be asked about."""
        if self._subjects is None:
            self.prepare()
        assert self._subjects
        return await asyncio.shield(self._subjects)

    async def search(
        self, text: str, learner_id: int, notes: Sequence[Question]
    ) -> tuple[Question, ...]:
        """Find questions of the bank and of a learner's own notes, the best first."""
        if self._index is None:
            self.prepare()
        assert self._index
        bank = await asyncio.shield(self._index)
        own = await self._own(learner_id, notes) if notes else None
        return await asyncio.to_thread(_found, text, bank, own)

    async def _own(self, learner_id: int, notes: Sequence[Question]) -> Index:
        """Give the index of a learner's notes; one whose texts have changed is made anew."""
        texts = hash(tuple((note.id, note.text, note.answer, note.topic.name) for note in notes))
        known = self._notes.pop(learner_id, None)
        if known is None or known[0] != texts:
            known = texts, await asyncio.to_thread(search.index, notes)
        self._notes[learner_id] = known
        while len(self._notes) > _REMEMBERED:
            self._notes.popitem(last=False)
        return known[1]


def _found(text: str, bank: Index, own: Index | None) -> tuple[Question, ...]:
    """Search two indexes, whose scores cannot be compared: each counts by its best."""
    found = (
        *_by_best(search.search(own, text) if own else ()),
        *_by_best(search.search(bank, text)),
    )
    return tuple(question for _, question in sorted(found, key=lambda pair: -pair[0]))


def _by_best(found: Sequence[Found]) -> list[tuple[float, Question]]:
    return [(each.score / found[0].score, each.question) for each in found]
