"""Lists of words, written as people read them."""

from __future__ import annotations


def listed(*lines: str) -> frozenset[str]:
    """Read phrases with commas between them."""
    return frozenset(phrase.strip() for line in lines for phrase in line.split(","))
