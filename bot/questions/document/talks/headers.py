"""The lines in which a chat or a transcript says who speaks, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.questions.document import words

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
_DATE = r"(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?|\d{1,2}[ .-][^\W\d_]{3,9}\.?[ .-]\d{2,4})"
_STAMP = rf"(?:{_DATE},?[ \u202f]+{_TIME}|{_TIME},?[ ]+{_DATE}|{_TIME})"
_NAME = r"[^\W\d_][^:\[\]<>|`#*]{0,40}?"

_STAMP_FIRST = re.compile(
    rf"\W?\[{_STAMP}\][ ]*(?P<name>{_NAME})(?:#\d{{4}})?(?::[ ]+(?P<rest>.*)|:?[ ]*)$"
    rf"|{_DATE},?[ \u202f]+{_TIME}[ \u202f]+[-–][ ](?P<name2>{_NAME}):[ ]+(?P<rest2>.*)$"
    rf"|[(]?{_TIME}[)]?[ ]+[-–]?[ ]?(?P<name3>{_NAME}):(?:[ ]+(?P<rest3>.*))?$"
)
_STAMP_ABOVE = re.compile(
    rf"[(\[]?{_TIME}[)\]]?[ ]+[-–]?[ ]?(?P<name>[^\W\d_][^:?!,;|`#*]{{0,30}})[ ]*$"
)
_NAME_FIRST = re.compile(
    rf"(?:\*\*)?(?P<name>{_NAME})(?:\*\*)?(?:,?[ ]+\[{_STAMP}\]:?|[ ]+[(]{_STAMP}[)]:?"
    rf"|[ ]+[—–-][ ]+(?:Today at |Yesterday at )?{_STAMP}|[ ]{{2,}}{_STAMP})"
    rf"(?:(?<=:)[ ]+(?P<rest>\S.*)|[ ]*)$"
)
_KNOWN: Final = sorted(words.PERSONS | words.MACHINES, key=lambda name: (-len(name), name))
_NAMES: Final = "|".join(re.escape(name) for name in _KNOWN)
_SAYS = re.compile(
    rf"(?P<heading>#{{1,6}} )?(?:\*\*|__)?(?:[^\w\s#*_:]{{1,3}} )?(?:\*\*|__)?(?P<name>{_NAMES})"
    rf"(?P<says>(?:\*\*)?[ ]?(?:{words.SAYS}))?(?P<colon>[ ]?[:：])?(?:\*\*|__)?(?P<late>[:：])?"
    r"(?:[ ]+(?P<rest>\S.*)|[ ]*)$",
    re.IGNORECASE,
)
_FIRST_LETTERS: Final = frozenset(name[0].upper() for name in _KNOWN) | frozenset("#*_")
_STAMP_ALONE = re.compile(rf"\[?{_TIME}\]?")

_LONGEST: Final = 90
_LONGEST_SPEAKER: Final = 40
_PICTURES: Final = "\u2600"
_LONGEST_TIME: Final = 14
_BEHIND_LABELS: Final = frozenset(":.)")
"""What stands behind a letter that is a label, rather than the first of a name."""


@dataclass(frozen=True, slots=True)
class Header:
    """Who speaks from here on, and what is said on the same line (None: it begins below).

    Where it is not ``sure``, the line could be a title or a field as well.
    """

    speaker: str
    rest: str | None
    sure: bool = True


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
    if (first in _FIRST_LETTERS or first >= _PICTURES) and line[1:2] not in _BEHIND_LABELS:
        return _said_by(line)
    return None


def _said_by(line: str) -> Header | None:
    """Read the name of a program, or of the person who talks to it: "You said:", "**Me:**"."""
    opening = line[:_LONGEST_SPEAKER]
    if opening != line and not (":" in opening or "：" in opening):
        return None
    match = _SAYS.match(line)
    if not match:
        return None
    says, colon, rest = match["says"], match["colon"] or match["late"], match["rest"]
    if rest and (says or not colon):
        return None
    if not (says or colon or match["heading"] or line[:2] in {"**", "__"}):
        return None
    return Header(match["name"], rest, sure=rest is None and bool(says or colon))


def stamp_alone(line: str) -> bool:
    """Tell whether a line is a time and nothing else, as recordings have between turns."""
    return len(line) < _LONGEST_TIME and bool(_STAMP_ALONE.fullmatch(line.strip()))


def _stamped(line: str) -> Header | None:
    match = _STAMP_FIRST.match(line) if ":" in line or "]" in line else None
    if not match:
        above = _STAMP_ABOVE.match(line) if ":" in line and len(line) < _LONGEST_SPEAKER else None
        return Header(above["name"].strip(), None, sure=False) if above else None
    name = match["name"] or match["name2"] or match["name3"]
    rest = match["rest"] or match["rest2"] or match["rest3"]
    return Header(name.strip(), rest)
