from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import content
from bot.screens import actions
from bot.screens.actions import Action, pack, parse
from bot.study.marks import Mark, When
from bot.study.memory import Grade
from bot.study.mock import Answered, Clarity, Length
from bot.study.prompt import Confidence, Help
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

IDS = st.integers(0, 2**63 - 1)
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))
ACTIONS = st.one_of(
    st.builds(actions.Reveal, IDS),
    st.builds(actions.Show, IDS, st.sampled_from(actions.Part), IDS, IDS),
    st.builds(actions.Tick, IDS, IDS, st.booleans()),
    st.builds(actions.GiveHelp, IDS, st.sampled_from(Help)),
    st.builds(actions.RevealAs, IDS, st.sampled_from(Confidence)),
    st.builds(actions.SendCode, IDS, st.sampled_from(actions.Part), IDS),
    st.builds(actions.SendPicture, IDS),
    st.builds(actions.GradeAs, IDS, st.sampled_from(Grade), st.integers(0, 99), st.dates()),
    st.builds(actions.Regrade, IDS, st.sampled_from(Grade), st.dates()),
    st.builds(actions.Undo, IDS),
    st.builds(actions.Settings, st.sampled_from(actions.Page)),
    st.builds(actions.SetupStep, st.sampled_from(actions.Step)),
    st.builds(actions.ChooseLevels, st.sampled_from(["", "j", "jms"]), st.booleans()),
    st.builds(actions.PickLocalTime, TIMES, st.integers(0, 99), st.booleans()),
    st.builds(actions.PickZone, st.sampled_from(sorted(available_timezones())), st.booleans()),
    st.builds(actions.PushAt, TIMES),
    st.builds(actions.ChooseLimits, st.integers(0, 999), st.integers(0, 999)),
    st.builds(actions.SetUpMock, st.sampled_from(Length), st.booleans(), st.just("python/gil")),
    st.builds(actions.EndAnswer, IDS, st.sampled_from(Answered)),
    st.builds(actions.MarkClarity, IDS, st.sampled_from(Clarity)),
    st.builds(actions.SendDebrief, IDS, st.sampled_from(actions.Paper)),
    st.builds(actions.AnswerInvitation, st.just("5f" * 12), st.booleans()),
    st.builds(actions.TickFor, IDS, st.integers(0, 99), st.booleans(), st.integers(0, 99)),
    st.builds(actions.Next),
    st.builds(actions.Star, IDS, st.booleans()),
    st.builds(actions.Met, IDS, st.sampled_from(When), IDS),
    st.builds(actions.Lift, st.sampled_from(Mark), st.just("a-question"), IDS),
    st.builds(actions.Recall, IDS, IDS, st.booleans()),
    st.builds(actions.CloseReport, IDS, st.booleans()),
)


@given(ACTIONS)
def test_packed_action_is_read_again(action: Action) -> None:
    assert parse(pack(action)) == action


@given(st.text(max_size=64))
def test_made_up_data_never_breaks(data: str) -> None:
    action = parse(data)

    assert action is None or isinstance(action, Action)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "r",
        "r:",
        "r:-1",
        "r:1:2",
        "g:1:best:0:2026-11-24",
        "g:1:good:0:2026-13-24",
        "g:1:good:0:",
        "r:9999999999999999999",
        "dt:2561",
        "nope:1",
        "r:१",
    ],
)
def test_foreign_data_is_no_action(data: str) -> None:
    assert parse(data) is None


def test_codes_are_distinct() -> None:
    kinds = [
        kind
        for kind in vars(actions).values()
        if isinstance(kind, type) and issubclass(kind, Action) and kind is not Action
    ]

    assert len({kind.code for kind in kinds}) == len(kinds)


def test_too_long_data_is_a_bug() -> None:
    with pytest.raises(ValueError, match="bytes of callback data"):
        pack(actions.ChooseTopic("x" * 63, on=True))


def bank_actions() -> Iterator[Action]:
    bank, _ = content.load(ROOT / "content")
    for topic in bank.topics.values():
        yield actions.ChooseTopic(topic.id, on=True)
        yield actions.OpenTopic(topic.id)
        yield actions.AskTopic(topic.id)
        yield actions.ChooseArea(topic.area_id, on=True, setup=True)
    for question_id in bank.questions:
        yield actions.Lift(Mark.HIDDEN, question_id, 999)
    for track in bank.tracks:
        yield actions.ChooseTrack(track)


def test_every_topic_question_and_track_of_the_bank_fits_a_button() -> None:
    assert all(pack(action) for action in bank_actions())


def test_times_are_four_digits() -> None:
    assert pack(actions.PushAt(time(7, 5))) == "dt:0705"
