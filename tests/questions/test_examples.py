"""How code is found in a text, and what the checks make of it."""

from __future__ import annotations

import pytest

from bot.questions.examples import CodeBlock, Handling, as_file, code_blocks


def test_block_keeps_language_and_text() -> None:
    (block,) = code_blocks("Before\n```python\na = 1\n\nb = 2\n```\nAfter")
    assert block == CodeBlock("python", "a = 1\n\nb = 2")


def test_longer_fence_holds_a_shorter_one() -> None:
    (block,) = code_blocks("````yaml\n```\n````")
    assert block == CodeBlock("yaml", "```")


def test_excuse_stands_right_before_the_fence() -> None:
    text = "<!-- not run: needs Java -->\n```python\n```\n```python\n```"
    assert [block.excuse for block in code_blocks(text)] == ["needs Java", None]


def test_unclosed_block_is_no_block() -> None:
    assert not list(code_blocks("```python\na = 1"))


@pytest.mark.parametrize(
    ("language", "excuse", "handling"),
    [
        ("python", None, Handling.RUN),
        ("sql", None, Handling.PARSED),
        ("text", None, Handling.SHOWN),
        ("", None, Handling.SHOWN),
        ("sql", "needs Java", Handling.EXCUSED),
    ],
)
def test_handling_follows_language_and_excuse(
    language: str, excuse: str | None, handling: Handling
) -> None:
    assert CodeBlock(language, "", excuse).handling is handling


def test_code_as_a_file_is_named_after_its_language() -> None:
    assert as_file("```python\na = 1\n```") == ("example.py", "a = 1\n")
    assert as_file("```dockerfile\nFROM scratch\n```")[0] == "Dockerfile"
    assert as_file("```\nplain\n```")[0] == "example.txt"
    assert as_file("Only words.") == ("example.txt", "")


def test_several_blocks_make_one_file() -> None:
    text = "First:\n```sql\nSELECT 1\n```\nthen\n```python\nb = 2\n```"

    assert as_file(text) == ("example.sql", "SELECT 1\n\nb = 2\n")
