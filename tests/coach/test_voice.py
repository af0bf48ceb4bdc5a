from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.coach import practice, voice
from bot.study.prompt import Prompt
from bot.study.voice import Kind, Voice

if TYPE_CHECKING:
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
SAID = Voice("file-1", Kind.VOICE, timedelta(seconds=72), 40)
MORE = Voice("file-2", Kind.VIDEO_NOTE, timedelta(hours=1), 41)


def test_what_is_said_is_kept_in_its_order(coach: Coach) -> None:
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)

    coach(voice.keep, ANN, SAID, update_id=1)
    coach(voice.keep, ANN, MORE, update_id=2)

    shown = coach(practice.reveal, ANN, prompt.id).prompt
    assert shown
    assert shown.voices == (SAID, MORE)


def test_update_that_comes_twice_is_kept_once(coach: Coach) -> None:
    coach(practice.next_question, ANN)

    coach(voice.keep, ANN, SAID, update_id=1)
    kept = coach(voice.keep, ANN, SAID, update_id=1)

    assert kept
    assert kept.voices == (SAID,)


def test_without_an_open_question_nothing_is_kept(coach: Coach) -> None:
    assert coach(voice.keep, ANN, SAID, update_id=1) is None
