"""What is chosen before a mock round: how long, of which kind, about what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, wording
from bot.screens.mock import ALL_ASKED, LENGTHS, MODES, NOTHING
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import CHOSEN, in_rows, side_by_side
from bot.screens.turning import leaf
from bot.study.mock import Mode, Scope, Setup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.model import AreaId, Topic, Track
    from bot.study.mock import Length, Lobby

SCOPES_A_PAGE = 12

_EXPLAINED = {
    Mode.PRACTICE: "The answer comes after each question.",
    Mode.REAL: "Nothing is revealed until the end; I watch the time gently.",
}


def lobby_screen(lobby: Lobby) -> Screen:
    """Show what a round would be; every other choice is one tap away."""
    setup = lobby.setup
    lines = [
        f"{LENGTHS[setup.length]}, {MODES[setup.mode]}, about {lobby.about}",
        _EXPLAINED[setup.mode],
        "It gets harder. Say your answers aloud, record them or type them.",
        _fewer(lobby),
    ]
    text = _title("Mock round") + "\n" + "\n".join(filter(None, lines))
    lengths = [
        Button(CHOSEN * (each is setup.length) + label, _set_up(setup, length=each))
        for each, label in LENGTHS.items()
    ]
    modes = tuple(
        Button(CHOSEN * (each is setup.mode) + label.capitalize(), _set_up(setup, mode=each))
        for each, label in MODES.items()
    )
    real, code = setup.mode is Mode.REAL, setup.scope.code
    about = Button(f"About: {lobby.about}", actions.ListScopes(setup.length, real, "", 0))
    begin = Button("Begin", actions.BeginMock(setup.length, real, code))
    friend = Button("With a friend", actions.InviteFriend(setup.length, real, code))
    start = ((begin, friend),) if lobby.fresh else ()
    return Screen(text, (*in_rows(lengths, 2), modes, (about,), *start))


def scopes_screen(
    setup: Setup, tracks: Sequence[Track], topics: Sequence[Topic], area: AreaId | None, page: int
) -> Screen:
    """Offer what a round can be about: everything, tracks, areas; of an area its topics."""
    areas = {topic.area_id: topic.area for topic in topics}
    choices: list[Button] = []
    if area in areas:
        title = f"What of {areas[area]}?"
        choices.append(_choice(setup, Scope(area=area), f"All of {areas[area]}"))
        mine = [topic for topic in topics if topic.area_id == area]
        choices += [_choice(setup, Scope(topic=topic.id), topic.name) for topic in mine]
    else:
        area, title = None, "What shall we talk about?"
        choices.append(_choice(setup, Scope(), "All I chose"))
        choices += [_choice(setup, Scope(track=t.id), f"Track: {t.name}") for t in tracks]
        choices += [Button(name, _scopes(setup, id_, 0)) for id_, name in areas.items()]
    shown = leaf(choices, SCOPES_A_PAGE, page)
    turning = shown.row(lambda to: _scopes(setup, area or "", to))
    back = _scopes(setup, "", 0) if area else _set_up(setup)
    rows = (*side_by_side(shown.items), turning, (Button("Back to the round", back),))
    return Screen(_title(title), tuple(row for row in rows if row))


def _fewer(lobby: Lobby) -> str:
    """Say when there is less to ask than was wanted."""
    if not lobby.questions:
        return NOTHING
    if not lobby.fresh:
        return ALL_ASKED
    if lobby.setup.length.time is None and lobby.fresh < lobby.setup.length.questions:
        number = wording.count(lobby.fresh, "question")
        return f"Only {number} of these your last round did not ask; more I do not have."
    return ""


def _choice(setup: Setup, scope: Scope, label: str) -> Button:
    chosen = CHOSEN * (scope == setup.scope)
    return Button(chosen + label, _set_up(setup, scope=scope))


def _set_up(
    setup: Setup,
    length: Length | None = None,
    mode: Mode | None = None,
    scope: Scope | None = None,
) -> actions.SetUpMock:
    real = (mode or setup.mode) is Mode.REAL
    return actions.SetUpMock(length or setup.length, real, (scope or setup.scope).code)


def _scopes(setup: Setup, area: str, page: int) -> actions.ListScopes:
    return actions.ListScopes(setup.length, setup.mode is Mode.REAL, area, page)


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)
