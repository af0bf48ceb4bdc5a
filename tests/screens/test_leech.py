from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot import content
from bot.questions.model import AreaId, Question, QuestionId, Source, Topic, TopicId
from bot.screens.actions import HideLeech, KeepLeech, Part, Recall, Reveal, Show, SplitLeech
from bot.screens.answer import View
from bot.screens.leech import leech_screen
from bot.screens.practice import prompt_screen
from bot.screens.screen import MESSAGE_LIMIT, SPAN_LIMIT
from bot.study.leech import Leech
from bot.study.prompt import Delivery, Help, Prompt, PromptState
from tests.conftest import ROOT

if TYPE_CHECKING:
    from bot.screens.screen import Screen

TOPIC = Topic(TopicId("python/gil"), "The GIL", AreaId("python"), "Python")
QUESTION = Question(
    QuestionId("gil"),
    "What is it?",
    TOPIC,
    Source("a", 1),
    answer="A lock.",
    key_points=("One thread runs bytecode at a time", "I/O releases it"),
    hint="Who may run?",
)
BANK, _ = content.load(ROOT / "content")


def by_points(recalled: int = 0, **values: object) -> Prompt:
    state, today = PromptState.ASKED, date(2026, 11, 21)
    asked = Prompt(1, 2, QUESTION, state, Delivery.SENT, today, split=True, recalled=recalled)
    return replace(asked, **values)  # type: ignore[arg-type]


def actions_of(screen: Screen) -> list[list[object]]:
    return [[button.action for button in row] for row in screen.rows]


def test_notice_shows_the_hint_what_was_missed_and_three_choices() -> None:
    screen = leech_screen(Leech(1, QUESTION, 8, ("I/O releases it",), can_split=True))

    assert screen.text.text == (
        "What is it?\n\nYou have forgotten this one 8 times. Nothing changes by itself.\n\n"
        "Hint: Who may run?\n\nMost often left out: I/O releases it."
    )
    assert actions_of(screen) == [[SplitLeech(1)], [KeepLeech(1), HideLeech(1)]]


def test_notice_of_a_question_without_points_is_short() -> None:
    bare = replace(QUESTION, key_points=(), hint=None)

    screen = leech_screen(Leech(1, bare, 12))

    assert screen.text.text.endswith("Nothing changes by itself.")
    assert actions_of(screen) == [[KeepLeech(1), HideLeech(1)]]


@pytest.mark.parametrize("question", BANK.questions.values(), ids=lambda question: question.id)
def test_notice_and_points_of_the_bank_fit_a_message(question: Question) -> None:
    screens = [leech_screen(Leech(1, question, 8, question.key_points, can_split=True))]
    for number in range(len(question.key_points)):
        prompt = by_points(number, question=question, help=frozenset({Help.HINT}))
        screens += [prompt_screen(prompt), prompt_screen(prompt, View(Part.RECALL, number))]

    assert all(len(screen.text) <= MESSAGE_LIMIT for screen in screens)
    assert all(len(screen.text.spans) <= SPAN_LIMIT for screen in screens)


def test_point_is_asked_by_its_first_words_and_then_shown() -> None:
    asked = prompt_screen(by_points())
    shown = prompt_screen(by_points(), View(Part.RECALL, 0))

    assert "Point 1 of 2. Say it, then look.\nOne thread runs bytecode …" in asked.text.text
    assert actions_of(asked)[0] == [Show(1, Part.RECALL, 0)]
    assert "One thread runs bytecode at a time" in shown.text.text
    assert actions_of(shown) == [
        [Recall(1, 0, said=True), Recall(1, 0, said=False)],
        [Reveal(1)],
    ]


def test_point_that_is_over_is_not_shown_by_an_old_button() -> None:
    screen = prompt_screen(by_points(1), View(Part.RECALL, 0))

    assert "Point 2 of 2. Say it, then look." in screen.text.text


def test_question_with_fewer_points_than_were_recalled_is_asked_as_a_whole() -> None:
    screen = prompt_screen(by_points(2))

    assert actions_of(screen)[0] == [Reveal(1)]
