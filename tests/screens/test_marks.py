from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.questions.model import AreaId, Level, Question, QuestionId, Source, Topic, TopicId
from bot.screens import wording
from bot.screens.actions import AskQuestion, Lift, ListMarked, Met, Part, Show, Star
from bot.screens.answer import View
from bot.screens.marks import NOTED, marked_screen, mended_screen, place_screen
from bot.screens.practice import prompt_screen
from bot.screens.screen import MESSAGE_LIMIT, Screen
from bot.study.marks import Encounter, Mark, When
from bot.study.memory import outcomes
from bot.study.notes import AREA, AREA_ID
from bot.study.prompt import Delivery, Prompt, PromptState

TODAY = date(2026, 11, 21)
TOPIC = Topic(TopicId("python/gil"), "The GIL", AreaId("python"), "Python")
QUESTION = Question(
    QuestionId("gil"), "What is it?", TOPIC, Source("a", 1), Level.MIDDLE, answer="A lock."
)
TWICE = (Encounter(When.YESTERDAY, TODAY, "Acme *now*"), Encounter(When.EARLIER, TODAY))


def revealed(**values: object) -> Prompt:
    known = outcomes(None, TODAY, others_left=True)
    state = PromptState.REVEALED
    shown = Prompt(1, 2, QUESTION, state, Delivery.SENT, TODAY, outcomes=known)
    return replace(shown, **values)  # type: ignore[arg-type]


def labels(screen: Screen) -> list[list[str]]:
    return [[button.label for button in row] for row in screen.rows]


def test_marks_stand_under_more() -> None:
    screen = prompt_screen(revealed(), View(Part.MORE))

    assert labels(screen)[:3] == [["Star", "Hide"], ["Asked me for real"], ["Something is wrong"]]
    assert screen.rows[0][0].action == Star(1, on=True)
    assert screen.text.text.endswith(wording.NOTHING_MORE)


def test_head_names_what_is_on_a_question() -> None:
    screen = prompt_screen(revealed(starred=True, encounters=TWICE), View(Part.MORE))

    first = screen.text.text.splitlines()[0]
    assert first == "Python · The GIL · middle · asked for real 2 times · starred"
    assert screen.rows[0][0].action == Star(1, on=False)
    assert labels(screen)[0][0] == "Unstar"


def test_split_question_can_be_asked_whole_again() -> None:
    screen = prompt_screen(revealed(split=True), View(Part.MORE))

    assert labels(screen)[3] == ["Ask it as a whole"]


def test_own_notes_are_not_reported() -> None:
    own = replace(QUESTION, topic=Topic(TopicId("notes/1"), "Mine", AREA_ID, AREA))

    screen = prompt_screen(revealed(question=own), View(Part.MORE))

    assert labels(screen)[:2] == [["Star", "Hide"], ["Asked me for real"]]
    assert wording.SOMETHING_WRONG not in str(labels(screen))


def test_times_of_real_interviews_are_told_in_words() -> None:
    screen = prompt_screen(revealed(encounters=TWICE), View(Part.REAL))

    assert "1. Fri 20 Nov, Acme *now*\n2. some time before Sat 21 Nov" in screen.text.text
    assert [button.action for row in screen.rows[:2] for button in row] == [
        Met(1, when, 2) for when in When
    ]


def test_place_is_asked_once_a_time_was_chosen() -> None:
    screen = prompt_screen(revealed(encounters=TWICE[1:]), View(Part.REAL, NOTED))

    assert "Where was it? Type it, if you like." in screen.text.text
    assert screen.rows[0][0].action == Show(1, Part.REAL)


def test_typed_place_is_confirmed() -> None:
    assert place_screen(TWICE[0]).text.text == "Noted: Fri 20 Nov, Acme *now*."
    assert "taken back" in place_screen(None).text.text


@pytest.mark.parametrize("mark", [Mark.STAR, Mark.HIDDEN])
def test_list_turns_pages_and_each_line_has_its_buttons(mark: Mark) -> None:
    many = [replace(QUESTION, id=QuestionId(f"q-{n}"), text=f"Q{n}?") for n in range(1, 14)]

    screen = marked_screen(mark, many, 1)

    assert "6. Q6?\nPython · The GIL" in screen.text.text
    ask, lift = screen.rows[0]
    assert (ask.action, lift.action) == (AskQuestion("q-6"), Lift(mark, "q-6", 1))
    assert (ask.label, lift.label[-1]) == ("Ask 6", "6")
    turned = [b.action for row in screen.rows for b in row if isinstance(b.action, ListMarked)]
    assert turned == [ListMarked(mark, 0), ListMarked(mark, 2)]
    assert len(screen.text) <= MESSAGE_LIMIT


def test_page_that_is_gone_shows_the_last_one() -> None:
    assert "1. What is it?" in marked_screen(Mark.STAR, [QUESTION], 9).text.text
    assert "Star a question under More" in marked_screen(Mark.STAR, [], 9).text.text


@pytest.mark.parametrize(
    ("mark", "values", "stands"),
    [
        (Mark.STAR, {"starred": True}, "starred"),
        (Mark.STAR, {}, "not starred"),
        (Mark.HIDDEN, {"hidden": True}, "hidden"),
        (Mark.SPLIT, {"split": True}, "asked point by point"),
        (Mark.REAL, {"encounters": TWICE}, "asked for real 2 times"),
        (Mark.REAL, {}, "not asked for real"),
    ],
)
def test_what_was_taken_back_is_said(mark: Mark, values: dict[str, object], stands: str) -> None:
    assert f"It is {stands} again." in mended_screen(revealed(**values), mark).text.text
