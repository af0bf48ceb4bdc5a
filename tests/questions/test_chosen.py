"""What a document is asked in the way its owner chooses, where it does not tell by itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from bot.questions.document import Way, read, ways_of
from tests.questions.test_document_promises import asked, places, texts

HERBS = """\
# Herbs

## Basil

Grows in warm places.

### Kinds

Thai, lemon.

## Mint

Grows everywhere.

## Sage

For butter.

# Trees

## Oak

Lives long.
"""
LIST = """\
Things to remember

- Basil
  - warm places
- Mint
  - everywhere
"""
PARAGRAPHS = """\
Bought on Monday

basil
warm places
not too wet

mint
everywhere
"""


def test_headings_are_asked_and_deeper_ones_answer() -> None:
    assert asked(read(HERBS, way=Way.HEADINGS)) == [
        ("Basil", "Grows in warm places.\n\n### Kinds\n\nThai, lemon."),
        ("Mint", "Grows everywhere."),
        ("Sage", "For butter."),
        ("Oak", "Lives long."),
    ]
    assert [q.topic for q in read(HERBS, way=Way.HEADINGS).questions] == [*["Herbs"] * 3, "Trees"]


def test_outermost_items_are_asked() -> None:
    assert asked(read(LIST, way=Way.ITEMS)) == [
        ("Basil", "- warm places"),
        ("Mint", "- everywhere"),
    ]


def test_first_lines_of_paragraphs_are_asked() -> None:
    assert asked(read(PARAGRAPHS, way=Way.OPENINGS)) == [
        ("basil", "warm places\nnot too wet"),
        ("mint", "everywhere"),
    ]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (HERBS, {Way.HEADINGS: 4}),
        (LIST, {Way.ITEMS: 2}),
        (PARAGRAPHS, {Way.OPENINGS: 2}),
        ("Bread is made of flour.\n", {}),
        ("", {}),
        ("a" * 300_000, {}),
    ],
)
def test_only_ways_that_give_questions_are_offered(text: str, ways: dict[Way, int]) -> None:
    assert ways_of(text) == ways


def test_what_is_too_large_is_refused_in_every_way() -> None:
    (problem,) = read("a" * 300_000, name="Notes", way=Way.ITEMS).problems

    assert "200,000 characters" in problem.message


@given(texts)
@settings(max_examples=100, deadline=None)
def test_every_line_is_in_one_place_in_each_way(text: str) -> None:
    lines = text.removeprefix("\ufeff").split("\n")
    filled = [number for number, line in enumerate(lines, 1) if line.strip()]
    for way in Way:
        reading = read(text, way=way)
        accounted = [line for line, _ in places(reading) if lines[line - 1].strip()]

        assert reading.problems or accounted == filled


@given(texts)
@settings(max_examples=50, deadline=None)
def test_as_many_are_offered_as_come(text: str) -> None:
    for way, number in ways_of(text).items():
        assert len(read(text, way=way).questions) == number
