from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from bot import content
from bot.questions.model import AreaId, Level, Picture, Question, QuestionId, Source, Topic, TopicId
from bot.screens import answer, wording
from bot.screens.actions import GradeAs, Part, RevealAs, SendCode, Show, Tick
from bot.screens.answer import View
from bot.screens.practice import can_show, prompt_screen
from bot.screens.screen import (
    CAPTION_LIMIT,
    MESSAGE_LIMIT,
    SPAN_LIMIT,
    CopyText,
    Screen,
    Style,
)
from bot.study.memory import Grade, outcomes
from bot.study.preference import Preference
from bot.study.prompt import Confidence, Delivery, Help, Prompt, PromptState
from tests.conftest import ROOT

TODAY = date(2026, 11, 21)
TOPIC = Topic(TopicId("python/gil"), "The GIL", AreaId("python"), "Python")
QUESTION = Question(
    QuestionId("gil"),
    "What is it?",
    TOPIC,
    Source("a", 1),
    Level.MIDDLE,
    answer="A lock around the interpreter.",
    key_points=("One thread runs bytecode at a time", "I/O releases it", "C code may release it"),
    examples=("```python\nprint(1)\n```", "Two:\n\n```python\n" + "print(2)\n" * 40 + "```"),
    plain_words="One talks, the others wait.",
    pitfalls="It does not make `x += 1` safe.",
    hint="Who may run?",
    follow_ups="- What about free-threaded builds?",
)
PICTURED = replace(
    QUESTION,
    pictures=(Picture("python/pictures/gil.png", "Two threads hand on a `lock`.", Source("a", 3)),),
)
BANK, _ = content.load(ROOT / "content")


def asked(**values: object) -> Prompt:
    shown = Prompt(1, 2, QUESTION, PromptState.ASKED, Delivery.SENT, TODAY)
    return replace(shown, **values)  # type: ignore[arg-type]


def revealed(question: Question = QUESTION, **values: object) -> Prompt:
    known = outcomes(None, TODAY, others_left=True)
    return asked(question=question, state=PromptState.REVEALED, outcomes=known, **values)


def labels(screen: Screen) -> list[list[str]]:
    return [[button.label for button in row] for row in screen.rows]


def body(screen: Screen) -> str:
    return screen.text.text.split("What is it?\n\n", 1)[1]


def test_under_the_grades_stand_two_rows_of_three() -> None:
    assert labels(prompt_screen(revealed())) == [
        ["Again · today", "Hard · 1 d"],
        ["Good · 2 d", "Easy · 8 d"],
        ["Example", "Another", "Simpler"],
        ["Points", "Repeat", "More"],
    ]


def test_a_picture_comes_last_and_moves_no_other_button() -> None:
    plain, pictured = (labels(prompt_screen(revealed(each))) for each in (QUESTION, PICTURED))

    assert pictured == [*plain, ["Picture"]]


def test_a_picture_is_said_in_words_that_fit_under_it() -> None:
    screen = answer.picture_screen(revealed(PICTURED), PICTURED.pictures[0])
    long = replace(PICTURED.pictures[0], description="a lock " * 300)

    assert screen.text.text == "Two threads hand on a lock."
    assert [(span.style, span.start) for span in screen.text.spans] == [(Style.CODE, 22)]
    assert len(answer.picture_screen(revealed(PICTURED), long).text) == CAPTION_LIMIT


def test_an_answer_that_is_only_a_picture_says_so() -> None:
    bare = replace(PICTURED, answer=None)

    assert body(prompt_screen(revealed(bare))) == wording.ANSWER_IS_PICTURE


def test_what_a_question_lacks_has_no_button() -> None:
    bare = replace(
        QUESTION,
        key_points=(),
        examples=(),
        plain_words=None,
        pitfalls=None,
        hint=None,
        follow_ups=None,
    )

    assert labels(prompt_screen(revealed(bare)))[2:] == [["Repeat", "More"]]
    assert labels(prompt_screen(asked(question=bare))) == [
        ["Show answer"],
        ["Skip today", "Hide"],
    ]


@pytest.mark.parametrize(
    ("view", "text"),
    [
        (View(Part.EXAMPLE), "print(1)"),
        (View(Part.SIMPLER), "One talks, the others wait."),
        (View(Part.MORE), "Pitfalls\n\nIt does not make x += 1 safe.\n\nFollow-ups"),
    ],
)
def test_part_takes_the_place_of_the_answer(view: View, text: str) -> None:
    assert body(prompt_screen(revealed(), view)).startswith(text)


@pytest.mark.parametrize("part", [Part.EXAMPLE, Part.SIMPLER, Part.POINTS, Part.MORE])
def test_grades_stay_where_they_are_and_the_answer_is_one_tap_away(part: Part) -> None:
    screen = prompt_screen(revealed(), View(part))

    assert labels(screen)[-4:-2] == labels(prompt_screen(revealed()))[:2]
    back = [b.action for row in screen.rows for b in row if b.label == wording.ANSWER]
    assert back == [Show(1, Part.ANSWER)]


def test_another_example_is_a_different_one_and_the_last_is_said() -> None:
    def another(screen: Screen) -> View:
        (action,) = [b.action for row in screen.rows for b in row if b.label == wording.ANOTHER]
        assert isinstance(action, Show)
        return View(action.part, action.number)

    second = another(prompt_screen(revealed(), View(Part.EXAMPLE)))

    assert body(prompt_screen(revealed(), second)).startswith("Two:")
    assert not can_show(revealed(), another(prompt_screen(revealed(), second)))


def test_short_code_can_be_copied_and_long_code_comes_as_a_file() -> None:
    first, second = (prompt_screen(revealed(), View(Part.EXAMPLE, n)).rows[0] for n in (0, 1))

    assert [(b.label, b.action) for b in first] == [("Copy code", CopyText("print(1)"))]
    assert [(b.label, b.action) for b in second] == [
        ("Code as a file", SendCode(1, Part.EXAMPLE, 1))
    ]


@pytest.mark.parametrize(
    ("lines", "button"),
    [
        (1, ("Copy code", CopyText("print(3)"))),
        (40, ("Code as a file", SendCode(1, Part.ANSWER, 0))),
    ],
)
def test_code_in_the_answer_can_be_taken_along_too(lines: int, button: tuple[str, object]) -> None:
    code = "\n".join(["print(3)"] * lines)
    question = replace(QUESTION, answer=f"Like this:\n\n```python\n{code}\n```")

    first = prompt_screen(revealed(question)).rows[0]

    assert [(b.label, b.action) for b in first] == [button]


def test_point_by_point_shows_one_more_at_a_tap() -> None:
    prompt = revealed(preferences=frozenset({Preference.POINT_BY_POINT}))
    screens = [prompt_screen(prompt)] + [
        prompt_screen(prompt, View(Part.STEP, number)) for number in (1, 2)
    ]

    assert body(screens[0]) == "1. One thread runs bytecode at a time"
    assert all(body(later).startswith(body(earlier)) for earlier, later in pairwise(screens))
    assert [labels(screen)[0] for screen in screens] == [
        ["Next (1 of 3)", "Whole answer"],
        ["Next (2 of 3)", "Whole answer"],
        ["Whole answer"],
    ]


def test_short_first_shows_the_plain_words_and_the_answer_one_tap_away() -> None:
    screen = prompt_screen(revealed(preferences=frozenset({Preference.SHORT_FIRST})))

    assert body(screen) == "One talks, the others wait."
    assert wording.ANSWER in labels(screen)[-2]


def test_key_points_are_buttons_that_tick_or_untick() -> None:
    screen = prompt_screen(revealed(ticked=frozenset({0, 1})), View(Part.POINTS))

    assert [row[0].action for row in screen.rows[:3]] == [
        Tick(1, 0, on=False),
        Tick(1, 1, on=False),
        Tick(1, 2, on=True),
    ]
    assert labels(screen)[:3] == [
        ["☑ 1. One thread runs bytecode…"],
        ["☑ 2. I/O releases it"],
        ["☐ 3. C code may release it"],
    ]


def test_ticks_suggest_a_grade_in_words_and_on_its_button() -> None:
    screen = prompt_screen(revealed(ticked=frozenset({0, 1})), View(Part.POINTS))

    assert "Ticked 2 of 3. I suggest Good; you decide." in screen.text.text
    assert ["→ Good · 2 d", "Easy · 8 d"] in labels(screen)


def test_nothing_is_suggested_before_anything_is_known() -> None:
    assert "suggest" not in prompt_screen(revealed(), View(Part.POINTS)).text.text


def test_what_was_left_out_the_last_time_is_named_under_the_answer() -> None:
    screen = prompt_screen(revealed(left_out=("I/O releases it",)))

    assert screen.text.text.endswith("Last time you left out: I/O releases it.")


def test_hint_and_outline_come_one_after_the_other() -> None:
    assert labels(prompt_screen(asked()))[1] == ["Hint", "Outline"]
    hinted = prompt_screen(asked(help=frozenset({Help.HINT})))
    outlined = prompt_screen(asked(help=frozenset(Help)))

    assert body(hinted) == "Hint: Who may run?"
    assert labels(hinted)[1] == ["Outline"]
    assert body(outlined).splitlines()[2:] == [
        "1. One thread runs bytecode …",
        "2. I/O releases …",
        "3. C code may …",
    ]
    assert labels(outlined) == [["Show answer"], ["Skip today", "Hide"]]


def test_two_grades_are_again_and_good() -> None:
    screen = prompt_screen(revealed(preferences=frozenset({Preference.TWO_GRADES})))

    assert labels(screen)[0] == ["Again · today", "Good · 2 d"]
    assert sum(isinstance(b.action, GradeAs) for row in screen.rows for b in row) == 2


def test_confidence_is_one_tap_that_shows_the_answer() -> None:
    screen = prompt_screen(asked(preferences=frozenset({Preference.CONFIDENCE})))

    assert [button.action for button in screen.rows[0]] == [
        RevealAs(1, confidence) for confidence in Confidence
    ]
    assert labels(screen)[1] == ["Show answer"]


@pytest.mark.parametrize("question", BANK.questions.values(), ids=lambda question: question.id)
def test_every_part_of_the_bank_fits_a_message(question: Question) -> None:
    ticked = frozenset(range(len(question.key_points)))
    prompt = revealed(question, ticked=ticked, left_out=question.key_points)
    views = [View(part) for part in Part if answer.is_there(question, View(part))]
    views += [View(Part.EXAMPLE, number) for number in range(len(question.examples))]

    for screen in (prompt_screen(prompt, view) for view in views):
        assert len(screen.text) <= MESSAGE_LIMIT
        assert len(screen.text.spans) <= SPAN_LIMIT
        assert all(len(row) <= 3 for row in screen.rows)


def test_suggested_grade_is_one_of_the_two_when_there_are_two() -> None:
    few = frozenset({Preference.TWO_GRADES})
    for ticked in ({0}, {0, 1}, {0, 1, 2}):
        screen = prompt_screen(revealed(ticked=frozenset(ticked), preferences=few))
        marked = [b.action for row in screen.rows for b in row if b.label.startswith("→")]
        assert [a.grade for a in marked if isinstance(a, GradeAs)] in ([Grade.AGAIN], [Grade.GOOD])
