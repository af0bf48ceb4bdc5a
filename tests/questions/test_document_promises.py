"""What holds for every document, and for every document written in one habit."""

from __future__ import annotations

import re
import resource
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions.document import read
from tests.patience import ends_in_time

if TYPE_CHECKING:
    from bot.questions.document import Reading

KIBIBYTE = 1024  # what ru_maxrss counts in on Linux
MEMORY_LIMIT = 300 * 2**20  # bytes, beyond what the tests already hold
SUBJECTS = (
    "index", "thread", "socket", "closure", "cache", "queue", "token", "kernel", "cursor", "proxy",
    "schema", "mutex", "router", "buffer", "cookie", "lambda", "commit", "branch", "packet",
)  # fmt: skip
HABITS = {
    "numbered headings": "### {n}. What is a {s}?\n\nA {s} is what the {s} chapter explains.\n\n",
    "bold numbers": "**{n}. How does a {s} work?**\n\nThe {s} works in steps.\n\n",
    "numbered list": "{n}. Why would you use a {s}?\n   Because a {s} helps.\n\n",
    "labels": "Q: When do you need a {s}?\nA: When a {s} is missing.\n\n",
    "details": "<details>\n<summary>What is a {s}?</summary>\n\nIt is a {s}.\n\n</details>\n\n",
    "bullets without answers": "- What is a {s}?\n\n",
    "plain lines": "What is a {s}?\nA {s} is one of the parts we look at here.\n\n",
    "cards": "What is a {s}? :: One {s} of many.\n\n",
    "numbers and quotes": "{n}. What does a {s} cost?\n\n> A {s} costs time.\n\n",
    "labels as headings": "## Question {n}\n\nHow do you test a {s}?\n\n### Answer\n\nSlowly.\n\n",
    "labels in bold": "**Question {n}:** Where is a {s} kept?\n\n**Answer:** In memory.\n\n",
    "letters and numbers": "Q{n}) When is a {s} full?\nA{n}) When nobody empties it.\n\n",
    "underlined titles": "What is a {s}?\n--------------\n\nThe {s} of every day.\n\n",
    "bold bullets": "- **What is a {s}?**\n  - A {s} is a part.\n\n",
    "tags in brackets": "[{s}] [day {n}] Why is a {s} slow?\n\nBecause it waits.\n\n",
    "tags of html": "<h3>What is a {s}?</h3>\n<p>A {s} is a part.</p>\n\n",
    "rows": "| What is a {s}? | One more {s}. |\n",
    "rows with tabs": "What is a {s}?\tOne more {s}.\n",
    "titles of subjects": "## The {s}\n\nOne {s} is enough for most programs.\n\n",
    "lists of subjects": "{n}. Explain the {s}.\n",
    "subjects in bold": "{n}. **{s}:** Explain how a {s} works.\n",
    "numbers alone": "{n}.\nWhat is a {s}?\nA {s} is a part.\n\n",
    "lines of requests": "Explain how a {s} works\n",
    "summaries line by line": (
        "<details>\n<summary>\nWhat is a {s}?\n</summary>\n\nIt is a {s}.\n\n</details>\n\n"
    ),
    "divided by separators": "What is a {s}?\n\nOne {s} of many, as a rule.\n\n---\n\n",
    "code below headings": "### {n}. What is a {s}?\n\n```\nthe {s} of every day\n```\n\n",
    "russian headings": "### Что такое {s}?\n\nОдна из частей программы.\n\n",
    "russian labels": "Вопрос {n}. Зачем нужен {s}?\nОтвет: {s} нужен для порядка.\n\n",
    "spanish bullets": "{n}. ¿Para qué sirve {s}?\n   - Sirve para {s}.\n\n",
    "chinese labels": "第{n}题：什么是 {s}？\n答：{s} 是一个部分。\n\n",
    "chinese titles": "### {n}. {s} 的原理\n\n先看一个例子，再看别的。\n\n",
}
OPENINGS = {
    "rows": "| Question | Answer |\n|---|---|\n",
    "rows with tabs": "Notes of the week\n\nQuestion\tAnswer\n",
    "titles of subjects": "# Interview notes with answers\n\n",
    "lists of subjects": "# Interview questions\n\n",
    "subjects in bold": "# Interview questions\n\n",
}
WRAPPED = ("numbered list", "labels", "numbers and quotes", "plain lines", "russian labels")
PIECES = (
    "# ", "## ", "1. ", "2) ", "- ", "* ", "> ", "    ", "\t", "**", "`", "```", "~~~", "Q: ",
    "A: ", "?", "What is it?", "Answer:", "---", "===", "|", "| a | b |", "|---|---|", "<details>",
    "<!--", "-->", "</summary>", "[10:00] Kim: ", "You said:", " :: ", "[a](#b)", "\u2028", "\r",
    "\ufeff", "第1题：", "什么", "¿", "\u202e", "\0", "🔹", "1️⃣", "word", " ", "\n", "\n\n", "TODO",
    "Level: hard", "A) ",
)  # fmt: skip
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
subjects = st.lists(st.sampled_from(SUBJECTS), unique=True, min_size=4, max_size=8)
habits = st.sampled_from(sorted(HABITS))


def written(habit: str, chosen: list[str], *, first: int = 1) -> str:
    questions = (HABITS[habit].format(n=n, s=s) for n, s in enumerate(chosen, first))
    return OPENINGS.get(habit, "") + "".join(questions) + "\n"


def asked(reading: Reading) -> list[tuple[str, str | None]]:
    return [(found.question, found.answer) for found in reading.questions]


def places(reading: Reading) -> list[tuple[int, object]]:
    """Return each line in the account with the one thing it belongs to."""
    found: set[tuple[int, object]] = set()
    for place, question in enumerate(reading.questions):
        for first, last in (*question.question_lines, *question.answer_lines):
            found |= {(line, place) for line in range(first, last + 1)}
    for other in reading.other:
        found |= {(line, other) for line in range(other.lines[0], other.lines[1] + 1)}
    return sorted(found, key=lambda one: one[0])


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_line_is_in_one_place(text: str) -> None:
    reading = read(text)
    lines = text.removeprefix("\ufeff").split("\n")

    filled = [number for number, line in enumerate(lines, 1) if line.strip()]
    accounted = [line for line, _ in places(reading) if lines[line - 1].strip()]

    assert reading.problems or accounted == filled


@given(texts)
@settings(max_examples=100, deadline=None)
def test_the_text_alone_decides(text: str) -> None:
    assert asked(read(text)) == asked(read(text, name="interview-questions.md"))


@given(texts)
@settings(max_examples=100, deadline=None)
def test_questions_and_answers_have_words(text: str) -> None:
    reading = read(text)

    assert all(found.question.strip() for found in reading.questions)
    assert all(found.answer is None or found.answer.strip() for found in reading.questions)


@given(habits, subjects)
@settings(deadline=None)
def test_every_question_of_a_habit_is_found(habit: str, chosen: list[str]) -> None:
    reading = read(written(habit, chosen))

    assert [s for s in chosen if not any(s in q for q, _ in asked(reading))] == []
    assert len(reading.questions) == len(chosen)


@given(habits, subjects)
@settings(deadline=None)
def test_line_ends_change_nothing(habit: str, chosen: list[str]) -> None:
    text = written(habit, chosen)

    assert asked(read(text.replace("\n", "\r\n"))) == asked(read(text))


@given(habits, subjects, st.integers(2, 90))
@settings(deadline=None)
def test_renumbering_changes_nothing(habit: str, chosen: list[str], first: int) -> None:
    assert asked(read(written(habit, chosen, first=first))) == asked(read(written(habit, chosen)))


@given(habits, subjects)
@settings(deadline=None)
def test_blank_lines_between_blocks_change_nothing(habit: str, chosen: list[str]) -> None:
    text = written(habit, chosen)
    spread = read(text.replace("\n\n", "\n\n\n\n"))

    assert [(q, a and a.replace("\n\n\n\n", "\n\n")) for q, a in asked(spread)] == asked(read(text))


@given(habits, subjects, st.integers(1, 7))
@settings(deadline=None)
def test_appending_gives_both_documents(habit: str, chosen: list[str], cut: int) -> None:
    one, other = chosen[:cut] or chosen[:1], chosen[cut:]
    both = written(habit, one) + written(habit, other, first=len(one) + 1)

    assert len(read(both).questions) == len(chosen)


@given(st.sampled_from(WRAPPED), subjects)
@settings(deadline=None)
def test_wrapping_changes_no_question(habit: str, chosen: list[str]) -> None:
    text = written(habit, chosen)
    wrapped = re.sub(r" (a \w+ ?\w*\?|\w+\?)", r"\n   \1", text)

    assert [q for q, _ in asked(read(wrapped))] == [q for q, _ in asked(read(text))]


LONG = 190_000
HOSTILE = {
    "one letter": "a" * 10**6,
    "letters": ("a" * LONG + "\n") * 5,
    "short bullets": "- a?\n" * 200_000,
    "short lines": "x\n" * 500_000,
    "wide table": "|a" * 1000 + "|\n" + "|-" * 1000 + "|\n" + ("|a?" * 1000 + "|\n") * 300,
    "pictures": ("![[" * 63_000 + "\n") * 5,
    "backticks": "`" * 10**6,
    "lines of backticks": ("`" * LONG + "\n") * 5,
    "open fences": "```py\n" * 166_666,
    "fenced questions": "```\na?\n```\n" * 40_000,
    "brackets": ("[" * LONG + "\n") * 5,
    "parentheses": ("(" * LONG + "\n") * 5,
    "tags in brackets": ("[a] [b] " * 23_000 + "\n") * 5,
    "nesting": "\n".join(" " * n + "- a?" for n in range(1400)),
    "nested lists": "\n".join(" " * n + "- a?" for n in range(0, 10_000, 50)),
    "quotes": (">" * 500 + " a?\n") * 1980,
    "deep quotes": (">" * LONG + "\n") * 5,
    "stars": ("**a?** " * 27_000 + "\n") * 5,
    "spaces": (" " * 999 + "x\n") * 1000,
    "trailing spaces": ("x" + " " * 998 + "#\n") * 1000,
    "links": ("[a](b) " * 27_000 + "\n") * 5,
    "anchors": ('<a href="' * 21_000 + "\n") * 5,
    "numbers": "".join(f"{n}. What is {n}?\n" for n in range(49_000)),
    "answers apart": "1. a?\n2. b?\nAnswers\n1. a\n2. b\n" * 10_000,
    "subjects": "# Interview\n" + "## a\n\nb\n\n" * 20_000,
    "chat": "[10:00] Kim: b?\n[10:01] Lee: c\n" * 24_000,
    "same question": "1. What is it?\n" * 49_000,
    "sentences": ("why? " * 30_000 + "\n") * 6,
    "question marks": ("a?a" * 60_000 + "\n") * 5,
    "control characters": "\0\1\2?\n" * 49_000,
    "right to left": ("\u202e?\u202d" * 60_000 + "\n") * 5,
    "headings": "# a?\n" * 49_000,
    "cells": "a,b\n" * 49_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_ends_in_time(text: str) -> None:
    assert ends_in_time(lambda: read(text[: 10**6]))


@pytest.mark.parametrize("habit", ["headings", "same question", "nesting", "wide table", "numbers"])
def test_hostile_text_fits_in_memory(habit: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    read(HOSTILE[habit][: 10**6])

    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * KIBIBYTE < MEMORY_LIMIT
