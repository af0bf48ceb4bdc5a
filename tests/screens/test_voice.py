from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.questions.model import AreaId, Question, QuestionId, Source, Topic, TopicId
from bot.screens.actions import RevealBelow, SendVoice
from bot.screens.practice import prompt_screen
from bot.screens.voice import clock, kept_screen
from bot.study.memory import outcomes
from bot.study.prompt import Delivery, Prompt, PromptState
from bot.study.voice import Kind, Voice

TODAY = date(2026, 11, 21)
TOPIC = Topic(TopicId("python/gil"), "The GIL", AreaId("python"), "Python")
QUESTION = Question(QuestionId("gil"), "What is it?", TOPIC, Source("a", 1), answer="A lock.")
SAID = Voice("id", Kind.VOICE, timedelta(seconds=72), 9)
ASKED = Prompt(1, 2, QUESTION, PromptState.ASKED, Delivery.SENT, TODAY, voices=(SAID,))


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "0:00"), (9, "0:09"), (72, "1:12"), (3600, "1:00:00")]
)
def test_length_is_written_as_on_a_clock(seconds: int, written: str) -> None:
    assert clock(timedelta(seconds=seconds)) == written


@pytest.mark.parametrize(
    ("seconds", "remark"),
    [(10, "more to say"), (72, ""), (200, "to the point sooner"), (3600, "have stopped you")],
)
def test_length_is_set_against_the_usual_one(seconds: int, remark: str) -> None:
    said = replace(SAID, length=timedelta(seconds=seconds))

    screen = kept_screen(ASKED, said)

    assert "(about 1 to 2 minutes is usual)" in screen.text.text
    assert remark in screen.text.text
    assert screen.rows[0][0].action == RevealBelow(1)


def test_own_voice_stands_beside_the_answer() -> None:
    known = outcomes(None, TODAY, others_left=True)
    screen = prompt_screen(replace(ASKED, state=PromptState.REVEALED, outcomes=known))

    assert "You spoke for 1:12 (about 1 to 2 minutes is usual).\n\nA lock." in screen.text.text
    assert screen.rows[0][0].action == SendVoice(1)
    assert not kept_screen(replace(ASKED, state=PromptState.REVEALED), SAID).rows
