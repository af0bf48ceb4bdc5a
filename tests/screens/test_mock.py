from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import content
from bot.drawing import mock as drawing
from bot.questions.model import AreaId, Level, Question, QuestionId, Source, Topic, TopicId
from bot.screens import actions, debrief, interviewer, markup
from bot.screens import mock as screens
from bot.screens.actions import parse
from bot.screens.lobby import lobby_screen, scopes_screen
from bot.screens.practice import prompt_screen
from bot.screens.screen import CAPTION_LIMIT, MESSAGE_LIMIT, SPAN_LIMIT, Button, Screen
from bot.study.memory import Grade, outcomes
from bot.study.mock import (
    Answered,
    Clarity,
    Earlier,
    Item,
    Length,
    Lobby,
    Mode,
    Place,
    Report,
    Scope,
    Setup,
    Sheet,
    Stage,
    Standing,
    score,
)
from bot.study.prompt import Delivery, Origin, Prompt, PromptState
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = date(2026, 11, 21)
TOPIC = Topic(TopicId("python/gil"), "The interpreter lock", AreaId("python"), "Python")
ASKED = Question(
    QuestionId("gil"),
    "What is the `GIL`?",
    TOPIC,
    Source("python/gil.md", 1),
    Level.MIDDLE,
    answer="A lock.",
    key_points=("One thread at a time", "I/O releases it"),
    hint="Think of threads.",
)
PLACE = Place(1, 7, Mode.REAL, Stage.ASKING, 2, 5, 0, timedelta(minutes=3))


def prompt(state: PromptState = PromptState.ASKED, place: Place = PLACE) -> Prompt:
    return Prompt(
        9, 5, ASKED, state, Delivery.SENT, DAY, origin=Origin.MOCK, message_id=3, place=place
    )


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def item(question: Question = ASKED, grade: Grade = Grade.GOOD) -> Item:
    took = timedelta(seconds=130)
    return Item(
        question, 1, 0, grade, frozenset({0}), took, Answered.WRITTEN, Clarity.FAIR, "A lock"
    )


def report(items: Sequence[Item], earlier: tuple[int, ...] = ()) -> Report:
    return Report(
        round_id=1,
        learner_id=5,
        mode=Mode.REAL,
        length=Length.FIVE,
        about="Python",
        on=DAY,
        items=items,
        score=score([each.judged for each in items]),
        earlier=tuple(Earlier(DAY, overall) for overall in earlier),
    )


def check(screen: Screen) -> None:
    """Telegram takes it: its text, its spans, and every button."""
    assert 0 < len(screen.text.text) <= MESSAGE_LIMIT
    assert len(screen.text.spans) <= SPAN_LIMIT
    for row in screen.rows:
        assert 0 < len(row) <= 8
        for button in row:
            assert isinstance(button, Button)
            assert isinstance(button.action, actions.Action)
            assert parse(actions.pack(button.action)) == button.action


def test_question_of_a_round_says_where_it_stands_and_keeps_the_answer() -> None:
    shown = prompt_screen(prompt())

    assert shown.text.text == (
        "Mock 2 of 5 · Python · The interpreter lock · middle"
        "\n\nWhat is the GIL?\n\nAbout 3 minutes."
    )
    assert labels(shown) == ["Said aloud", "I do not know", "Hint", "Pause", "Give up"]


def test_it_is_asked_how_clearly_an_answer_was_put() -> None:
    said, passed = (
        replace(
            prompt(PromptState.REVEALED, replace(PLACE, answered=answered)),
            outcomes=outcomes(None, DAY, others_left=True),
        )
        for answered in (Answered.ALOUD, Answered.PASSED)
    )

    assert prompt_screen(said).text.text.endswith("How clearly did you put it?")
    assert "How clearly" not in prompt_screen(passed).text.text


def test_follow_up_and_time_left_are_named() -> None:
    place = replace(PLACE, depth=1, of=None, left=timedelta(minutes=9))

    assert prompt_screen(prompt(place=place)).text.text.startswith(
        "Mock 2, follow-up · 9 minutes left · "
    )


def test_typed_answer_makes_done_of_said_aloud() -> None:
    shown = prompt_screen(replace(prompt(), own_answer="A lock"))

    assert labels(shown)[0] == "Done"


def test_answered_question_waits_without_buttons_and_a_paused_one_goes_on() -> None:
    answered = prompt(PromptState.HELD, replace(PLACE, answered=Answered.PASSED))
    paused = prompt(PromptState.HELD)

    assert prompt_screen(answered).text.text.endswith("Passed. We look at it at the end.")
    assert prompt_screen(answered).rows == ()
    assert labels(prompt_screen(paused)) == ["Go on", "Next question"]


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("mode", Mode)
def test_lobby_marks_what_is_chosen(length: Length, mode: Mode) -> None:
    shown = lobby_screen(Lobby(Setup(length, mode), "all you chose", 50, 40))

    check(shown)
    marked = [label for label in labels(shown) if label.startswith("✓ ")]
    assert marked == [f"✓ {screens.LENGTHS[length]}", f"✓ {screens.MODES[mode].capitalize()}"]
    assert labels(shown)[-2:] == ["Begin", "With a friend"]


def test_lobby_says_when_there_is_too_little_or_nothing() -> None:
    setup = Setup(Length.TEN)

    fewer = lobby_screen(Lobby(setup, "Kafka", 9, 4))
    used_up = lobby_screen(Lobby(setup, "Kafka", 9, 0))
    nothing = lobby_screen(Lobby(setup, "Kafka", 0, 0))

    assert "Only 4 questions" in fewer.text.text
    assert "Your last round has asked everything" in used_up.text.text
    assert "There is no question for that." in nothing.text.text
    assert "Begin" not in labels(used_up) + labels(nothing)


def test_every_scope_of_the_bank_can_be_chosen() -> None:
    bank, _ = content.load(ROOT / "content")
    tracks, topics = tuple(bank.tracks.values()), tuple(bank.topics.values())
    found: set[str] = set()
    for area in (None, *bank.areas):
        for page in range(10):
            shown = scopes_screen(Setup(), tracks, topics, area, page)
            check(shown)
            chosen = (b.action for row in shown.rows for b in row)
            found |= {a.scope for a in chosen if isinstance(a, actions.SetUpMock)}

    wanted = [Scope(), *(Scope(track=t.id) for t in tracks), *(Scope(topic=t.id) for t in topics)]
    assert {scope.code for scope in wanted} <= found
    assert set(bank.areas) <= found


def test_begin_fits_into_a_button_for_every_scope() -> None:
    bank, _ = content.load(ROOT / "content")
    for code in (*bank.topics, *(f"~{track}" for track in bank.tracks)):
        check(lobby_screen(Lobby(Setup(Length.QUARTER, Mode.REAL, Scope.read(code)), "", 9, 9)))


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("friend", [True, False])
def test_standing_always_offers_a_way_on(stage: Stage, friend: bool) -> None:  # noqa: FBT001
    standing = Standing(1, Setup(), "Python", stage, 2, 1, "5f55", friend=friend)

    shown = screens.standing_screen(standing, "https://t.me/bot?start=mock_5f55")

    check(shown)
    assert shown.rows
    check(screens.give_up_screen(standing))


def test_sheet_has_question_hint_answer_and_points() -> None:
    sheet = Sheet(7, 6, ASKED, PLACE, frozenset({1}), is_open=True)

    shown = interviewer.sheet_screen(sheet)

    check(shown)
    for part in ("What is the GIL?", "Think of threads.", "A lock.", "1. One thread at a time"):
        assert part in shown.text.text
    assert labels(shown) == [
        *("☐ 1. One thread at a time", "☑ 2. I/O releases it"),
        *("Answer is over: go on", "Leave the round"),
    ]
    over = interviewer.sheet_screen(replace(sheet, is_open=False))
    assert labels(over) == ["Leave the round"]


def test_every_question_of_the_bank_fits_on_a_sheet() -> None:
    bank, _ = content.load(ROOT / "content")
    for question in bank.questions.values():
        check(interviewer.sheet_screen(Sheet(7, 6, question, PLACE, frozenset(), is_open=True)))


def test_report_says_score_parts_and_comparison() -> None:
    shown = debrief.report_screen(report([item(), item(grade=Grade.AGAIN)], (40, 35)))

    check(shown)
    text = shown.text.text
    assert text.startswith(
        "Mock round: on the way, 55 of 100\n2 questions, real, about Python. Sat"
    )
    assert "Correctness: 42\nCompleteness: 50\nCommunication: 60\nTime: 100" in text
    assert "15 more than your last round (40). Before that: 35." in text
    assert "Missed: 1 of 2." in text
    assert "Queue what I missed (1)" in labels(shown)


def test_report_without_a_grade_has_no_score() -> None:
    shown = debrief.report_screen(report([]))

    check(shown)
    assert "no score" in shown.text.text


def test_queued_report_leads_to_the_set() -> None:
    queued = replace(report([item(grade=Grade.AGAIN)]), queued=4)

    assert "Practise what I missed" in labels(debrief.report_screen(queued))


def test_items_show_which_points_were_said() -> None:
    shown = debrief.items_screen(report([item()]), 0)

    assert "Good, 1 of 2 points, 2:10 (about 3 minutes), put: fair." in shown.text.text
    assert "☑ One thread at a time" in shown.text.text
    assert "☐ I/O releases it" in shown.text.text


def test_file_holds_everything_in_markdown() -> None:
    text = debrief.as_markdown(report([item()], (40,)))

    for part in (
        "# Mock round: solid, 72 of 100",
        "| Correctness | 85 |",
        "### 1. What is the `GIL`?",
        "- [x] One thread at a time",
        "> A lock",
        "## How it is scored",
    ):
        assert part in text
    assert markup.render(text)


def test_picture_and_pdf_are_drawn_of_whatever_was_typed() -> None:
    odd = replace(item(), own_answer="<b>& \u202e 漢字 \x00" + "long" * 5000)
    card = debrief.as_card(report([odd] * 15, (10, 20, 30, 40, 50)))

    assert drawing.picture(card).startswith(b"\x89PNG")
    assert drawing.pdf(card).startswith(b"%PDF-")


TEXTS = st.text(max_size=100)
POINTS = st.lists(TEXTS.filter(str.strip), max_size=3).map(tuple)


@given(st.lists(st.tuples(TEXTS.filter(str.strip), POINTS, TEXTS), min_size=1, max_size=5))
def test_any_debrief_can_be_sent(parts: list[tuple[str, tuple[str, ...], str]]) -> None:
    items = [
        replace(item(replace(ASKED, text=text, key_points=points)), own_answer=own)
        for text, points, own in parts
    ]
    made = report(items)

    check(debrief.report_screen(made))
    for page in (0, 1, 99):
        shown = debrief.items_screen(made, page)
        assert len(shown.text.text) <= MESSAGE_LIMIT
        assert len(shown.text.spans) <= SPAN_LIMIT
    assert len(debrief.caption(made).text.text) <= CAPTION_LIMIT
    assert debrief.as_markdown(made)


def test_rubric_adds_up_to_the_whole() -> None:
    check(debrief.rubric_screen(1))
    shares = [int(part.split(" %")[0].split()[-1]) for part in debrief.RUBRIC.split("**")[2::2]]

    assert sum(shares) == 100
