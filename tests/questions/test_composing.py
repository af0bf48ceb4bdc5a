"""What is composed can be read again, whatever the texts hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.questions import bank, canonical
from bot.questions.composing import Entry, compose, parted, settled
from bot.questions.model import Level, QuestionId

PIECES = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "### ",
            "#### Deep",
            "##",
            "#\t",
            "```",
            "````",
            "~~~",
            "```python",
            "   ```",
        ),
        *("[a](#b)", "[#](#b)", "[](#b)", "![p](#b)", "[[a](#b)](#b)", "](#b)", "[```](#b)"),
        *("<!-- id: x -->", "---", "- item", "    code", "> quote", "| a | b |", "\\", "\ufeff"),
        *("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\xa0", "\t", " ", "\0", "C#", "слово"),
    ]
)
TEXTS = st.lists(PIECES | st.sampled_from(["\n", "\n\n"]) | st.text(max_size=6), max_size=14).map(
    "".join
)
QUESTIONS = st.tuples(
    TEXTS.filter(lambda text: bool(parted(text)[0])),
    st.none() | TEXTS,
    st.none() | st.sampled_from(Level),
)


def entries(questions: list[tuple[str, str | None, Level | None]]) -> list[Entry]:
    return [
        Entry(QuestionId(f"q-{number}"), text, answer, level)
        for number, (text, answer, level) in enumerate(questions)
    ]


@given(st.lists(QUESTIONS, min_size=1, max_size=4))
@example([("Explain C#", "## Yes\n\n# No", None)])
@example([("What does it print?\n\n```\n## no\n```", "```\nnever closed", Level.MIDDLE)])
@example([("#", "[#](#b) x\n[```](#b)\n[](#b)[# x](#b)", None)])
def test_what_is_composed_is_read_again(
    questions: list[tuple[str, str | None, Level | None]],
) -> None:
    written = entries(questions)

    built, problems = bank.build([("python/a.md", compose("A", "Python", written))])

    assert problems == ()
    read = list(built.questions.values())
    assert [each.id for each in read] == [each.id for each in written]
    assert [each.level for each in read] == [each.level for each in written]
    assert [each.answer for each in read] == [
        settled(each.answer or "") or None for each in written
    ]
    for each, entry in zip(read, written, strict=True):
        assert each.text == "\n\n".join(filter(None, parted(entry.question)))


@given(TEXTS)
def test_a_settled_text_stays_as_it_is(text: str) -> None:
    assert settled(settled(text)) == settled(text)


@given(TEXTS)
def test_settling_loses_no_word(text: str) -> None:
    def letters(of: str) -> list[str]:
        return re.findall(r"\w", re.sub(r"\]\s?\(#[^)\s]*\)", "]", of))

    assert letters(settled(text)) == letters(text)


@given(st.text(min_size=1, max_size=20).filter(lambda text: bool(re.search(r"[^\W_]", text))))
@example("yes")
@example("1.5")
@example("a: b # c")
def test_any_name_of_a_topic_is_read_again(name: str) -> None:
    topic = " ".join(name.split())

    file = canonical.read("python/a.md", compose(topic, "Python", entries([("Why?", None, None)])))

    assert file.problems == ()
    assert file.topic is not None
    assert file.topic.name == topic


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\n## Two\n\n###### Six", "#### One\n\n##### Two\n\n###### Six"),
        ("#### Deep\n\ntext", "#### Deep\n\ntext"),
        ("```\n# a comment\n```\n\n## Head", "```\n# a comment\n```\n\n#### Head"),
        ("~~~\n## never closed", "~~~\n## never closed\n~~~"),
        ("See [the list](#contents) and [this](#gil).", "See the list and [this](#the-gil)."),
        ("\n   \n    indented code\n\n", "    indented code"),
    ],
)
def test_what_would_break_the_file_is_written_otherwise(text: str, expected: str) -> None:
    assert settled(text, {"gil": QuestionId("the-gil")}) == expected


def test_everything_known_is_written() -> None:
    entry = Entry(QuestionId("gil"), "What is it?", "A lock.", Level.SENIOR, (QuestionId("lock"),))

    assert compose("The GIL", "Python", [entry]) == (
        "---\ntopic: The GIL\narea: Python\n---\n\n"
        "## What is it?\n<!-- id: gil · level: senior · was: lock -->\n\nA lock.\n"
    )
