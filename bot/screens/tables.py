"""The test whether an app draws tables: Telegram cannot tell, so only a look at one can."""

from __future__ import annotations

from bot.screens import actions, markup, wording
from bot.screens.screen import Button, Screen, Styled

_SAMPLE = """\
| Word | Meaning |
|------|---------|
| FIFO | First in, first out |
| LIFO | Last in, first out |
"""


def offer_screen() -> Screen:
    """Offer the test in a line, under the first answer that has something to draw."""
    text = Styled("Tables and formulas come as text. Some apps can draw them. Does yours?")
    return Screen(text, ((Button(wording.TRY_TABLES, actions.TryTables()),),))


def sample_screen() -> Screen:
    """Show a small table."""
    (page,) = markup.lay_out(markup.render(_SAMPLE))
    return Screen(page.text, parts=page.parts, rich=True)


def question_screen(sample: int) -> Screen:
    """Ask whether the message above shows a table."""
    yes = Button("Yes, a table", actions.SeesTable(sees=True, sample=sample))
    no = Button("No", actions.SeesTable(sees=False, sample=sample))
    return Screen(Styled("Do you see a table with two columns above?"), ((yes, no),))


def chosen_screen(*, sees: bool) -> Screen:
    """Say how tables come from now on."""
    return _last(
        "Good. Tables and formulas come drawn from now on; /pace changes it."
        if sees
        else "Then they stay as text, which every app shows. The test waits in /pace."
    )


def refused_screen() -> Screen:
    """Say that it is not the app: the server through which the bot works has no tables."""
    return _last("This Telegram server cannot send tables yet, so they stay as text.")


def _last(text: str) -> Screen:
    return Screen(Styled(text), ((Button(wording.NEXT, actions.Next()),),))
