"""Answers that are spoken: Telegram keeps the sound, we keep what it calls it and its length."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.coach import arrival, describing
from bot.storage import prompts

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.study.prompt import Prompt
    from bot.study.voice import Voice


def keep(visit: Visit, learner_id: int, voice: Voice, *, update_id: int) -> Prompt | None:
    """Keep what the learner says aloud to the open question; None when no question is open."""
    learner = arrival.arrive(visit, learner_id)
    repeated = prompts.answered_by(visit.session, learner_id, update_id)
    row = repeated or prompts.open_of(visit.session, learner_id)
    if row is None:
        return None
    if all(part["update_id"] != update_id for part in row.voices):
        spoken = {
            "message_id": voice.message_id,
            "update_id": update_id,
            "file_id": voice.file_id,
            "kind": voice.kind,
            "seconds": voice.length // timedelta(seconds=1),
        }
        row.voices = [*row.voices, spoken]
        visit.session.add(row)
        visit.session.flush()
    return describing.facts(visit, learner, row)
