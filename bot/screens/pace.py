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
    Preference.POINT_BY_POINT: ("Answer", "whole at once", "point by point"),
    Preference.SHORT_FIRST: ("First", "full text", "short and plain"),
    Preference.ANSWERS_SHOWN: ("Answers", "hidden until I ask", "under the question"),
    Preference.TWO_GRADES: ("Grades", "all four", "Again and Good"),
    Preference.CONFIDENCE: ("How sure I am", "do not ask", "ask before the answer"),
}
"""What each choice is about, the usual way, and the other one."""


def pace_screen(profile: Profile) -> Screen:
    """Show how a learner practises, and the other way of each one tap away."""
    lines = [
        f"{about}: {other if preference in profile.preferences else usual}"
        for preference, (about, usual, other) in _CHOICES.items()
    ]
    rows = tuple(
        tuple(
            Button(
                CHOSEN * (on == (preference in profile.preferences)) + label,
                actions.SwitchPreference(preference, on=on),
            )
            for on, label in ((False, f"{about}: {usual}"), (True, other))
        )
        for preference, (about, usual, other) in _CHOICES.items()
    )
    text = Styled.of("Your pace", Style.BOLD) + "\n" + "\n".join(lines)
    return Screen(text, (*rows, (Button(wording.NEXT, actions.Next()),)))


def said(preference: Preference, *, on: bool) -> str:
    """Confirm in a line what was chosen in words."""
    about, usual, other = _CHOICES[preference]
    return f"{about}: {other if on else usual}. It stays so until you change it; /pace shows all."
