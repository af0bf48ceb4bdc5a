"""What is refused before it is read: sizes that no notes have and that would take too long."""

from __future__ import annotations

from typing import Final

from bot.questions.document.reading import Problem

MOST_CHARACTERS: Final = 16_000_000
MOST_LINES: Final = 30_000
SHORTEST_LINES: Final = 20
"""Characters a line has on average in a document of more than ``MOST_LINES`` lines."""

LONGEST_LINE: Final = 200_000


def refusal(text: str, name: str) -> Problem | None:
    """Say why a text will not be read, if it exceeds a limit."""
    if not text.strip("\ufeff \t\r\n"):
        return Problem(1, f"{name} is empty. Send a document with questions in it.")
    if len(text) > MOST_CHARACTERS:
        return Problem(1, f"{name} has more than {MOST_CHARACTERS:,} characters. Split it.")
    most = max(MOST_LINES, len(text) // SHORTEST_LINES)
    lines = text.split("\n")
    if sum(map(bool, lines)) > most:
        return Problem(1, f"{name} has more than {most:,} lines for its size. Split it.")
    if max(map(len, lines)) > LONGEST_LINE:
        number = next(n for n, line in enumerate(lines, 1) if len(line) > LONGEST_LINE)
        sentence = f"A line of {name} has more than {LONGEST_LINE:,} characters. Break it up."
        return Problem(number, sentence)
    return None
