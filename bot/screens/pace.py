"""How one wants to practise, on the screen: each choice is one tap and holds for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, wording
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import CHOSEN
from bot.study.preference import Preference

if TYPE_CHECKING:
    from bot.study.learner import Profile

_CHOICES = {
    Preference.POINT_BY_POINT: ("Answers come whole", "Answers point by point"),
    Preference.SHORT_FIRST: ("The full answer first", "Short and plain first"),
    Preference.ANSWERS_SHOWN: ("Answers hidden until I ask", "Answers under the question"),
    Preference.TWO_GRADES: ("Four grades", "Only Again and Good"),
    Preference.CONFIDENCE: ("Never ask how sure I am", "Ask how sure I am"),
    Preference.TABLES: ("Tables as text", "Tables drawn"),
}
"""The usual way of each choice, and the other one."""


def pace_screen(profile: Profile) -> Screen:
    """Show how a learner practises, and the other way of each one tap away."""
    lines = [_way(preference, on=preference in profile.preferences) for preference in _CHOICES]
    rows = tuple(
        (_switch(preference, on=preference in profile.preferences),) for preference in _CHOICES
    )
    text = Styled.of("Your pace", Style.BOLD) + "\n" + "\n".join(lines)
    return Screen(text, (*rows, (Button(wording.NEXT, actions.Next()),)))


def said(preference: Preference, *, on: bool) -> str:
    """Confirm in a line what was chosen in words."""
    return f"{_way(preference, on=on)}. It stays so; /pace changes it."


def _way(preference: Preference, *, on: bool) -> str:
    usual, other = _CHOICES[preference]
    return other if on else usual


def _switch(preference: Preference, *, on: bool) -> Button:
    """Offer the way that a preference names, marked while it holds: then a tap ends it.

    Whether an app draws tables is not known before it was tried.
    """
    if preference is Preference.TABLES and not on:
        return Button(wording.TRY_DRAWN, actions.TryTables())
    label = CHOSEN * on + _way(preference, on=True)
    return Button(label, actions.SwitchPreference(preference, on=not on))
