"""The lines in which a chat or a transcript says who speaks, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
_DATE = r"(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?|\d{1,2}[ .-][^\W\d_]{3,9}\.?[ .-]\d{2,4})"
_STAMP = rf"(?:{_DATE},?[ \u202f]+{_TIME}|{_TIME},?[ ]+{_DATE}|{_TIME})"
_NAME = r"[^\W\d_][^:\[\]<>|`#*]{0,40}?"

_STAMP_FIRST = re.compile(
    rf"\W?\[{_STAMP}\][ ]*(?P<name>{_NAME})(?:#\d{{4}})?(?::[ ]+(?P<rest>.*)|:?[ ]*)$"
    rf"|{_DATE},?[ \u202f]+{_TIME}[ \u202f]+[-–][ ](?P<name2>{_NAME}):[ ]+(?P<rest2>.*)$"
    rf"|[(]?{_TIME}[)]?[ ]+[-–]?[ ]?(?P<name3>{_NAME}):(?:[ ]+(?P<rest3>.*))?$"
)
_NAME_FIRST = re.compile(
    rf"(?:\*\*)?(?P<name>{_NAME})(?:\*\*)?(?:,?[ ]+\[{_STAMP}\]:?|[ ]+[(]{_STAMP}[)]:?"
    rf"|[ ]+[—–-][ ]+(?:Today at |Yesterday at )?{_STAMP}|[ ]{{2,}}{_STAMP})"
    rf"(?:(?<=:)[ ]+(?P<rest>\S.*)|[ ]*)$"
)
_SAYS = re.compile(
    r"(?:#{1,6} )?(?:\*\*)?(?P<name>You|ChatGPT|Claude|Gemini|Copilot|User|Assistant|Human|AI|Bot)"
    r"(?:(?:\*\*)? said)?:?(?:\*\*)?:?[ ]*"
)
_STAMP_ALONE = re.compile(rf"\[?{_TIME}\]?")

_LONGEST: Final = 90
_LONGEST_SPEAKER: Final = 40
_LONGEST_TIME: Final = 14


@dataclass(frozen=True, slots=True)
class Header:
    """Who speaks from here on, and what is said on the same line (None: it begins below)."""

    speaker: str
    rest: str | None


def header(line: str) -> Header | None:
    """Read one line as the beginning of a turn, if it is one."""
    first = line[:1]
    if first.isdigit() or first in "[(\u200e":
        return _stamped(line)
    if (
        ("[" in line or ":" in line or "." in line)
        and line[-1:] in "])Mm0123456789:"
        and len(line) < _LONGEST
    ):
        match = _NAME_FIRST.match(line)
        if match:
            return Header(match["name"].strip(), match["rest"])
    if first and first in "YCGUAHB#*" and len(line) < _LONGEST_SPEAKER:
        match = _SAYS.fullmatch(line)
        if match and (":" in line or "said" in line):
            return Header(match["name"], None)
    return None


def stamp_alone(line: str) -> bool:
    """Tell whether a line is a time and nothing else, as recordings have between turns."""
    return len(line) < _LONGEST_TIME and bool(_STAMP_ALONE.fullmatch(line.strip()))


def _stamped(line: str) -> Header | None:
    match = _STAMP_FIRST.match(line) if ":" in line or "]" in line else None
    if not match:
        return None
    name = match["name"] or match["name2"] or match["name3"]
    rest = match["rest"] or match["rest2"] or match["rest3"]
    return Header(name.strip(), rest)
