"""The button of answers that were spoken."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.actions.action import Action


@dataclass(frozen=True, slots=True)
class SendVoice(Action):
    """Send the learner's own voice again."""

    code = "vo"
    prompt: int
