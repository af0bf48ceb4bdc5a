"""Answers that deserve a look, and those that do not."""

from __future__ import annotations

import pytest

from bot.questions.document.review import Lack, lack


@pytest.mark.parametrize("answer", [None, ""])
def test_no_answer(answer: str | None) -> None:
    assert lack(answer) is Lack.ANSWER


@pytest.mark.parametrize(
    "answer",
    [
        "![a diagram](images/a.png)",
        "See [this article](https://example.org/a).",
        "https://example.org/a?b=c",
        "- <https://example.org>\n- [more](b.md)",
        '<p><img src="a.png" alt="a lock"></p>',
    ],
)
def test_a_picture_or_a_link_is_no_answer_on_a_phone(answer: str) -> None:
    assert lack(answer) is Lack.WORDS


@pytest.mark.parametrize(
    "answer",
    [
        "The lock is released when the",
        "It has three states:",
        "It has three states: asked, revealed,",
        "It is used for ...",
        "Он нужен для того чтобы",
        "It guards memory. Two threads that write to the same place at once would otherw",
    ],
)
def test_an_answer_that_wants_to_go_on_seems_cut_short(answer: str) -> None:
    assert lack(answer) is Lack.END


@pytest.mark.parametrize(
    "answer",
    [
        "A guard.",
        "A guard",
        "Yes!",
        "It is a **lock**",
        "它是一个锁。",
        "- one\n- two",
        "Like so:\n\n```python\nlock(\n```",
        "A table:\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "See [the manual](https://example.org): a lock guards memory.",
        "First one thing. Then `acquire()`",
    ],
)
def test_a_whole_answer_lacks_nothing(answer: str) -> None:
    assert lack(answer) is None


def test_long_answers_are_read_at_once() -> None:
    assert lack("[" * 1_000_000) is Lack.END
    assert lack("a" * 1_000_000) is None
