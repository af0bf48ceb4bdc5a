"""What all buttons have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a button can ask for."""

    code: ClassVar[str]
