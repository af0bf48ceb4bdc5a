"""The colours of everything that is drawn, on light and on dark paper.

A colour never tells more than the number or the word beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours that go together, as ``#RRGGBB``.

    ``levels`` are those of a share of 100, each from so much on; ``heat`` those of a day, from
    nothing done to a great deal; ``accent`` stands out, and ``soft`` is its quiet companion.
    """

    paper: str
    ink: str
    quiet: str
    faint: str
    levels: tuple[tuple[int, str], ...]
    heat: tuple[str, ...]
    accent: str
    soft: str

    def of(self, share: int) -> str:
        """Give a share of 100 its colour."""
        return next(colour for least, colour in self.levels if share >= least)

    @property
    def best(self) -> str:
        """The colour of what went well."""
        return self.levels[0][1]

    @property
    def worst(self) -> str:
        """The colour of what did not."""
        return self.levels[-1][1]


LIGHT: Final = Palette(
    paper="#FFFFFF",
    ink="#1C2430",
    quiet="#5B6675",
    faint="#E6EAF0",
    levels=((80, "#1F8A5B"), (60, "#3B7DD8"), (40, "#C98A1B"), (0, "#C2553F")),
    heat=("#E6EAF0", "#B5DEC8", "#6FBE98", "#2E9566", "#14583A"),
    accent="#3B7DD8",
    soft="#A9C8F2",
)

DARK: Final = Palette(
    paper="#151B24",
    ink="#EDF1F6",
    quiet="#9DAABB",
    faint="#2A3442",
    levels=((80, "#3DB882"), (60, "#5C9DF0"), (40, "#DDA43C"), (0, "#E27A63")),
    heat=("#2A3442", "#1F5540", "#2B8560", "#45B988", "#8FE8BF"),
    accent="#5C9DF0",
    soft="#2F5A96",
)
