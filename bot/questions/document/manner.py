"""How a page uses its signs: which words are labels, and what stars and colons mean."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document import marks, words
from bot.questions.document.asking import ends_with_a_mark, opens_like_a_question
from bot.questions.document.beginnings import Label
from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from bot.questions.document.lines import Page

_FEW: Final = 2
_LONGEST: Final = 40
_SURE_LETTER: Final = "q"
_TAGGED = re.compile(r"[\s>#*_+\d.)-]*" + marks.BRACKET_TAG.pattern)
_LETTER_LABEL = re.compile(
    r"(?:[\s>#*_-]|<\w{1,6}>|\d{1,3}[.)])*([A-Za-zА-Яа-я])(?:\*\*)?[ ]?(\d{0,3})[:：.)]"
)


@dataclass(frozen=True, slots=True)
class Manner:
    """What signs mean on this page: labels, and the signs that not every page uses so."""

    labels: dict[str, Label]
    label_openings: frozenset[str]
    asciidoc: bool
    org: bool
    cards: bool
    bare_numbers: bool
    lone_numbers: bool
    titles: frozenset[str]
    tags: bool
    terms: bool


def manner_of(page: Page, speakers: dict[str, Label]) -> Manner:
    """Find out how a page uses its signs; ``speakers`` are names that act as labels."""
    said = [line for line, kind in zip(page.lines, page.kinds, strict=True) if kind is Kind.WORDS]
    hashes = any(line.startswith("#") for line in said)
    stars = sum(line.startswith("**") and line[2:].lstrip("*")[:1] == " " for line in said)
    labels = _labels(page, speakers)
    return Manner(
        labels,
        frozenset(match[0] for label in labels if (match := marks.LETTERS.match(label))),
        asciidoc=not hashes,
        org=not hashes and stars >= _FEW,
        cards=sum("::" in line and bool(marks.CARD.match(line)) for line in said) >= _FEW,
        bare_numbers=_bare_numbers_count(said),
        lone_numbers=_lone_numbers_count(said),
        titles=_titles(said),
        tags=sum("[" in line and bool(_TAGGED.match(line)) for line in said) > _FEW,
        terms=_terms_ask(said),
    )


def _titles(said: list[str]) -> frozenset[str]:
    """Return the labels for questions that stand alone once, and are no label but a title."""
    alone = Counter(line.strip(" \t#>*_:：").casefold() for line in said if len(line) < _LONGEST)
    if any(alone[label] for label in words.ANSWER_LABELS):
        return frozenset()
    return frozenset(label for label in words.QUESTION_LABELS if alone[label] == 1)


def _terms_ask(said: list[str]) -> bool:
    """Tell whether the terms of lists, before two colons that end the line, are questions."""
    terms = [line.rstrip(": ") for line in said if line.endswith("::")]
    asking = sum(ends_with_a_mark(term) or opens_like_a_question(term) for term in terms)
    return asking >= _FEW and 2 * asking >= len(terms)


def _bare_numbers_count(said: list[str]) -> bool:
    """Tell whether numbers without a sign count: mostly each is one more than the last."""
    numbers = [int(match[1]) for line in said if (match := marks.BARE_NUMBER.match(line))]
    steps = sum(after == before + 1 for before, after in pairwise(numbers))
    return steps > _FEW and 2 * steps >= len(numbers)


def _lone_numbers_count(said: list[str]) -> bool:
    """Tell whether numbers stand alone above questions: each is one more than the last."""
    numbers: list[int] = []
    asking = 0
    for line, below in pairwise(said):
        if line[0].isdigit() and marks.LONE_NUMBER.fullmatch(line):
            numbers.append(int(line.strip(" \t.)、")))
            asking += ends_with_a_mark(below) or opens_like_a_question(below)
    steps = sum(after == before + 1 for before, after in pairwise(numbers))
    return steps > _FEW and 2 * min(steps + 1, asking) > len(numbers)


def _labels(page: Page, speakers: dict[str, Label]) -> dict[str, Label]:
    """Gather the words that act as labels here; single letters in pairs, and if none counts."""
    labels = dict.fromkeys(words.FIELD_LABELS, Label.FIELD)
    labels |= dict.fromkeys(words.QUESTION_LABELS, Label.QUESTION)
    labels |= dict.fromkeys(words.ANSWER_LABELS, Label.ANSWER)
    heads = [match for line in page.lines if (match := _LETTER_LABEL.match(line))]
    alone = Counter(match[1].casefold() for match in heads)
    numbered = Counter(match[1].casefold() for match in heads if match[2])
    pairs = words.SINGLE_LETTER_PAIRS.items()
    items = {asks for asks, _ in pairs if 4 * alone[chr(ord(asks) - 1)] > alone[asks]}
    paired = {
        letter
        for asks, answers in pairs
        if alone[asks] and alone[answers] and asks not in items
        for letter in (asks, answers)
    }
    for asks, answers in pairs:
        if answers not in paired:
            labels.pop(answers, None)
        surely = asks == _SURE_LETTER or numbered[asks] >= _FEW
        if asks not in paired and (asks in items or not surely):
            labels.pop(asks, None)
    return labels | speakers
