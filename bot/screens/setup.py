"""The first questions to a learner, which come back one by one as settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.model import Level
from bot.screens import actions, wording
from bot.screens.actions import Page, Step
from bot.screens.screen import Button, Screen, Style, Styled
from bot.study import scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import time

    from bot.questions.model import AreaId, Topic
    from bot.study.learner import Profile
    from bot.study.zones import LocalTime, Place, ZoneChoice

Rows = tuple[tuple[Button, ...], ...]

CHOSEN = "✓ "
ZONES_A_PAGE = 6
_HALF_A_ROW = 14
"""Characters of a label that a phone shows beside another one, and a mark before them."""

_LEVELS = {
    "j": "Junior",
    "m": "Middle",
    "s": "Senior",
    "": "All levels",
    "jm": "Junior to middle",
    "ms": "Middle to senior",
}
_BY_LETTER = {level.value[0]: level for level in Level}


def levels_of(letters: str) -> tuple[Level, ...]:
    """Read the levels that a button names by their first letters."""
    return tuple(_BY_LETTER[letter] for letter in letters if letter in _BY_LETTER)


def levels_screen(profile: Profile, *, setup: bool) -> Screen:
    """Ask for the level, or a range of levels."""
    letters = "" if setup else "".join(level.value[0] for level in profile.levels)
    marked = None if setup else letters
    buttons = [
        Button(CHOSEN * (code == marked) + label, actions.ChooseLevels(levels=code, setup=setup))
        for code, label in _LEVELS.items()
    ]
    leave = _skip(Step.AREAS) if setup else _back(Page.TOPICS)
    text = _question("Which level are you preparing for?")
    if setup:
        text = _welcome(profile) + "\n\n" + text
    return Screen(text, (*side_by_side(buttons), (leave,)))


def areas_screen(profile: Profile, topics: Sequence[Topic]) -> Screen:
    """Ask for the areas: all of them, or some."""
    areas = {topic.area_id: topic.area for topic in topics}
    chosen = scope.chosen_areas(topics, profile.resting) if profile.resting else frozenset()
    everything = Button("All areas", actions.AllAreas(setup=True))
    buttons = area_buttons(areas, chosen, setup=True)
    done = (Button("Done", actions.SetupStep(Step.TIME)),) if chosen else (_skip(Step.TIME),)
    text = _question("Which areas?") + "\nTake them all, or tap some."
    return Screen(text, ((everything,), *side_by_side(buttons), done))


def area_buttons(
    areas: dict[AreaId, str], chosen: Iterable[AreaId], *, setup: bool
) -> list[Button]:
    """Make a button of every area, marked when it is chosen."""
    marked = set(chosen)
    return [
        Button(
            CHOSEN * (area in marked) + name,
            actions.ChooseArea(area, on=area not in marked, setup=setup),
        )
        for area, name in areas.items()
    ]


def times_screen(
    times: Sequence[LocalTime], *, rare: bool, setup: bool, typing: bool = True
) -> Screen:
    """Ask what time it is for the learner: a bot is not told.

    ``typing`` tells whether a typed city is expected too.
    """
    buttons = [
        Button(wording.clock(local.time), actions.PickLocalTime(local.time, 0, setup=setup))
        for local in times
        if local.usual is not rare
    ]
    other = Button(
        "Usual times" if rare else "Another time",
        actions.RareTimes(rare=not rare, setup=setup),
    )
    leave = _skip(Step.DONE) if setup else _back(Page.DAILY)
    text = _question("What time is it for you?") + ("\nThen the daily question comes at your time.")
    if typing:
        text = text + " You can also type your city."
    return Screen(text, (*in_rows(buttons, 4), (other, leave)))


def zones_screen(choices: Sequence[ZoneChoice], local: time, page: int, *, setup: bool) -> Screen:
    """Ask which of the places with that time is the learner's; the most populous is marked."""
    start = max(0, min(page * ZONES_A_PAGE, len(choices) - 1))
    shown = choices[start : start + ZONES_A_PAGE]
    buttons = [
        Button(
            ("★ " if start == 0 and number == 0 else "") + _place(choice.city, choice.zone),
            actions.PickZone(choice.zone, setup=setup),
        )
        for number, choice in enumerate(shown)
    ]
    turning = []
    if page:
        turning.append(Button("Back", actions.PickLocalTime(local, page - 1, setup=setup)))
    if start + ZONES_A_PAGE < len(choices):
        turning.append(Button("More", actions.PickLocalTime(local, page + 1, setup=setup)))
    text = _question(f"It is {wording.clock(local)} for you. Which place is nearest?")
    times = Button("Another time", actions.RareTimes(rare=False, setup=setup))
    return Screen(text, (*side_by_side(buttons), tuple(turning), (times,)))


def places_screen(places: Sequence[Place], *, setup: bool) -> Screen:
    """Ask which of the places of that name was meant."""
    shown = places[:ZONES_A_PAGE]
    names = [f"{place.name}, {place.country}" if place.country else place.name for place in shown]
    rows = tuple(
        (Button(_told_apart(name, place.zone, names), actions.PickZone(place.zone, setup=setup)),)
        for name, place in zip(names, shown, strict=True)
    )
    return Screen(_question("Which one?"), rows)


def no_place(*, setup: bool) -> Screen:
    """Say that a typed city is not known."""
    times = Button("Choose a time instead", actions.RareTimes(rare=False, setup=setup))
    return Screen(Styled("I do not know that place. Try a bigger city near you."), ((times,),))


def done_screen(profile: Profile, topics: Sequence[Topic]) -> Screen:
    """Sum up what was chosen, and where to change it."""
    chosen = scope.chosen_areas(topics, profile.resting)
    areas = {t.area_id: t.area for t in topics}
    named = ", ".join(areas[a] for a in areas if a in chosen) if profile.resting else "all"
    levels = ", ".join(level.value for level in profile.levels) or "all"
    push = "no daily question until you tell me your time"
    if profile.zone and profile.next_push:
        push = wording.moment(profile.next_push, profile.zone)
    lines = (
        *((f"Track: {profile.track.name}",) if profile.track else ()),
        f"Level: {levels}",
        f"Areas: {named}",
        f"Daily question: {push}",
        "Change it any time: /topics, /track, /daily.",
    )
    return Screen(Styled("\n".join(lines)))


def back_screen(profile: Profile, topics: Sequence[Topic]) -> Screen:
    """Welcome somebody back: everything is as they left it, and can be asked anew."""
    text = Styled(wording.WELCOME_BACK) + "\n\n" + done_screen(profile, topics).text
    again = Button("Set up again", actions.SetupStep(Step.LEVELS))
    return Screen(text, ((Button(wording.NEXT, actions.Next()), again),))


def in_rows(buttons: Sequence[Button], width: int) -> Rows:
    """Lay buttons out in rows of a width."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def side_by_side(buttons: Sequence[Button]) -> Rows:
    """Lay out names in two columns; one that a phone would cut there gets a row of its own."""
    rows: list[tuple[Button, ...]] = []
    waiting = False
    for button in buttons:
        short = len(button.label.removeprefix(CHOSEN)) <= _HALF_A_ROW
        if short and waiting:
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
        waiting = short and not waiting
    return tuple(rows)


def _welcome(profile: Profile) -> Styled:
    if profile.new_here:
        return Styled(f"{wording.WELCOME}\n{wording.WELCOME_MORE}")
    return Styled(wording.WELCOME_BACK)


def _question(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)


def _told_apart(name: str, zone: str, names: Sequence[str]) -> str:
    """Add the zone's own city to a name that occurs twice."""
    if names.count(name) == 1:
        return name
    return f"{name} ({zone.rpartition('/')[2].replace('_', ' ')})"


def _place(city: str | None, zone: str) -> str:
    return city or zone


def _skip(step: Step) -> Button:
    return Button("Skip", actions.SetupStep(step))


def _back(page: Page) -> Button:
    return Button("Back", actions.Settings(page))
