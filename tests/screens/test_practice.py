from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import content
from bot.questions.model import AreaId, Level, Question, QuestionId, Source, Topic, TopicId
from bot.screens import wording
from bot.screens.actions import GradeAs, Show
from bot.screens.answer import View
from bot.screens.practice import prompt_screen
from bot.screens.screen import MESSAGE_LIMIT, SPAN_LIMIT, Screen
from bot.study.memory import Grade, outcomes
from bot.study.prompt import Delivery, Prompt, PromptState
from tests.conftest import ROOT

TODAY = date(2026, 11, 21)
TOPIC = Topic(TopicId("python/gil"), "The GIL", AreaId("python"), "Python")
QUESTION = Question(
    QuestionId("gil"), "What is it?", TOPIC, Source("a", 1), Level.MIDDLE, answer="A lock."
)
BANK, _ = content.load(ROOT / "content")


def prompt(state: PromptState, question: Question | None = QUESTION, **values: object) -> Prompt:
    shown = Prompt(1, 2, question, state, Delivery.SENT, TODAY)
    if state in {PromptState.REVEALED, PromptState.GRADED}:
        shown = replace(shown, outcomes=outcomes(None, TODAY, others_left=True), grade=Grade.GOOD)
    return replace(shown, **values)  # type: ignore[arg-type]


def labels(screen: Screen) -> list[list[str]]:
    return [[button.label for button in row] for row in screen.rows]


def pages(shown: Prompt) -> list[Screen]:
    found = [prompt_screen(shown)]
    while any(
        isinstance(b.action, Show) and b.action.page == len(found)
        for row in found[-1].rows
        for b in row
    ):
        found.append(prompt_screen(shown, View(page=len(found))))
    return found


def test_question_shows_three_buttons() -> None:
    screen = prompt_screen(prompt(PromptState.ASKED))

    assert screen.text.text == "Python · The GIL · middle\n\nWhat is it?"
    assert labels(screen) == [["Show answer"], ["Skip today", "Hide"]]


def test_labels_tell_the_true_interval() -> None:
    screen = prompt_screen(prompt(PromptState.REVEALED))

    assert labels(screen)[:2] == [["Again · today", "Hard · 1 d"], ["Good · 2 d", "Easy · 8 d"]]


def test_until_the_interview_only_what_is_sure_has_a_day() -> None:
    revealed = prompt_screen(prompt(PromptState.REVEALED, by_plan=True))
    graded = prompt_screen(prompt(PromptState.GRADED, by_plan=True))

    assert labels(revealed)[:2] == [["Again · today", "Hard"], ["Good", "Easy"]]
    assert graded.text.text.endswith("Good. Your plan brings it back when that helps most.")


def test_graded_answer_stays_readable() -> None:
    screen = prompt_screen(prompt(PromptState.GRADED, step_id=5))

    assert screen.text.text.endswith("A lock.\n\nGood. Again on Mon 23 Nov.")
    assert labels(screen) == [["Undo"]]


def test_nothing_to_undo_shows_no_button() -> None:
    assert prompt_screen(prompt(PromptState.GRADED)).rows == ()


def test_missing_answer_is_said() -> None:
    screen = prompt_screen(prompt(PromptState.REVEALED, replace(QUESTION, answer=None)))

    assert wording.NO_ANSWER in screen.text.text


def test_removed_question_offers_the_next() -> None:
    screen = prompt_screen(prompt(PromptState.ASKED, None))

    assert labels(screen) == [["Next question"]]


def test_page_out_of_range_is_the_last() -> None:
    long = prompt(PromptState.REVEALED, replace(QUESTION, answer="A sentence here. " * 400))

    assert prompt_screen(long, View(page=99)) == pages(long)[-1]


def test_grades_remember_the_page() -> None:
    long = prompt(PromptState.REVEALED, replace(QUESTION, answer="A sentence here. " * 400))
    second = pages(long)[1]

    grades = [b.action for row in second.rows for b in row if isinstance(b.action, GradeAs)]
    assert [action.page for action in grades] == [1, 1, 1, 1]


@given(
    st.text(max_size=9000), st.text(min_size=1, max_size=4096), st.text(min_size=1, max_size=200)
)
def test_no_message_exceeds_a_limit(answer: str, own: str, asked: str) -> None:
    question = replace(QUESTION, text=asked, answer=answer)
    for state in (PromptState.REVEALED, PromptState.GRADED):
        for screen in pages(prompt(state, question, own_answer=own)):
            assert len(screen.text) <= MESSAGE_LIMIT
            assert len(screen.text.spans) <= SPAN_LIMIT
            assert all(0 <= s.start < s.end <= len(screen.text) for s in screen.text.spans)


@pytest.mark.parametrize("question", BANK.questions.values(), ids=lambda question: question.id)
def test_every_question_of_the_bank_fits_the_phone(question: Question) -> None:
    screens = pages(prompt(PromptState.REVEALED, question))

    assert len(screens) <= 2
    assert all(len(screen.text) <= MESSAGE_LIMIT for screen in screens)


def test_what_is_given_with_a_question_stands_under_it_as_it_is() -> None:
    question = replace(QUESTION, text="What does it print?\n\n```python\nprint(1)\n```")

    for state in (PromptState.ASKED, PromptState.REVEALED):
        text = prompt_screen(prompt(state, question)).text
        assert "What does it print?\n\nprint(1)" in text.text
        assert [s.detail for s in text.spans if s.style == "pre"] == ["python"]


def test_long_code_of_a_question_leaves_room_for_the_answer() -> None:
    code = "\n".join(f"print({number})" for number in range(900))
    question = replace(QUESTION, text=f"What does it print?\n\n```python\n{code}\n```")

    for state in (PromptState.ASKED, PromptState.REVEALED, PromptState.SKIPPED):
        assert len(prompt_screen(prompt(state, question)).text) <= MESSAGE_LIMIT
    assert "A lock." in prompt_screen(prompt(PromptState.REVEALED, question)).text.text
