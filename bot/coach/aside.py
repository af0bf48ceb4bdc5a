"""What becomes of an open question that has to make way for something else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.storage import mocks, prompts
from bot.study import mock
from bot.study.prompt import Origin, PromptState

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.storage.tables import MockQuestionRow, PromptRow


def put_away(
    visit: Visit, row: PromptRow, state: PromptState = PromptState.WITHDRAWN
) -> PromptState:
    """Close an open prompt as if it had not been asked; one of a mock round waits to go on."""
    asked = mocks.of_prompt(visit.session, row.id) if row.origin == Origin.MOCK else None
    if asked:
        stop_clock(visit, asked)
        state = PromptState.HELD
    closed_at = None if state is PromptState.HELD else visit.now
    prompts.move(visit.session, row, {"state": state, "closed_at": closed_at})
    return state


def stop_clock(visit: Visit, asked: MockQuestionRow) -> None:
    """Count the time that an answer has taken so far."""
    took = mock.spent(timedelta(seconds=asked.took_seconds), asked.since, visit.now)
    asked.took_seconds = took.total_seconds()
    asked.since = asked.nudge_at = None
    visit.session.add(asked)
