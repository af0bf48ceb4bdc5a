from __future__ import annotations

import pytest

from bot.questions import bank, canonical
from bot.questions.model import Level, QuestionId

HEAD = "---\ntopic: The GIL\narea: Python\nsummary: A lock.\n---\n\n"
WHOLE = (
    HEAD
    + """## What is the GIL?
<!-- id: gil · level: middle · tags: cpython, threads · was: lock, old-lock -->

It is a lock.

```python
## no heading
### nor this
```

### Key points
- One lock
- I/O
  releases it

### Example
```python
print(1)
```

### Example
Another.

### In plain words
A turnstile.

### Pitfalls
- None.

### Hint
Who holds it?

### Follow-ups
- [And without it?](#gil)

### Sample answer
I said.

### What is scored
Depth.
"""
)


def problems(text: str, path: str = "python/gil.md") -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in canonical.read(path, text).problems]


def test_every_part_is_read() -> None:
    file = canonical.read("python/gil.md", WHOLE)

    assert file.problems == ()
    (question,) = file.questions
    assert question.id == "gil"
    assert question.level is Level.MIDDLE
    assert question.tags == ("cpython", "threads")
    assert question.former_ids == ("lock", "old-lock")
    assert question.answer == "It is a lock.\n\n```python\n## no heading\n### nor this\n```"
    assert question.key_points == ("One lock", "I/O releases it")
    assert question.examples == ("```python\nprint(1)\n```", "Another.")
    assert question.plain_words == "A turnstile."
    assert question.hint == "Who holds it?"
    assert question.what_is_scored == "Depth."
    assert question.topic.id == "python/gil"
    assert question.source.line == 7


def test_what_is_given_belongs_to_the_question() -> None:
    text = (
        HEAD + "## What does it print?\n<!-- id: q -->\n\nOne.\n\n### Given\n```\nprint(1)\n```\n"
    )

    (question,) = canonical.read("python/gil.md", text).questions

    assert question.text == "What does it print?\n\n```\nprint(1)\n```"
    assert question.answer == "One."


def test_windows_line_ends_and_bom_change_nothing() -> None:
    odd = "\ufeff" + WHOLE.replace("\n", "\r\n")

    assert canonical.read("python/gil.md", odd) == canonical.read("python/gil.md", WHOLE)


def test_semicolons_separate_fields_too() -> None:
    file = canonical.read("python/x.md", HEAD + "## Q?\n<!-- id: q; level: junior -->\nA.\n")

    assert file.questions[0].level is Level.JUNIOR


def test_bare_question_is_allowed() -> None:
    file = canonical.read("python/x.md", HEAD + "## Q?\n<!-- id: q -->\n")

    assert file.problems == ()
    assert file.questions[0].answer is None


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("## Q?\n", 1, "front matter is missing"),
        ("---\ntopic: [\narea: x\n---\n## Q?\n", 3, "front matter is not YAML"),
        ("---\ntopic: x\n---\n## Q?\n", 1, "no area"),
        ("---\n- x\n---\n## Q?\n", 1, "holds no values"),
        ("---\ntopic: x\narea: Python\nauthor: me\n---\n## Q?\n", 1, "unknown 'author'"),
        (HEAD + "## Q?\n\nNo id.\n", 7, "has no id"),
        (HEAD + "## Q?\n<!-- id: Not An Id -->\n", 7, "is no id"),
        (HEAD + f"## Q?\n<!-- id: {'x' * 41} -->\n", 7, "is no id"),
        (HEAD + "## Q?\n<!-- id: a · id: b -->\n", 8, "A second 'id'"),
        (HEAD + "## Q?\n<!-- id: a · levle: b -->\n", 8, "Unknown field 'levle'"),
        (HEAD + "## Q?\n<!-- id: a · level: guru -->\n", 7, "Unknown level 'guru'"),
        (HEAD + "## Q?\n<!-- id: a -->\n### Tips\nx\n", 9, "Unknown heading 'Tips'"),
        (HEAD + "## Q?\n<!-- id: a -->\n### Hint\n\n", 9, "'Hint' is empty"),
        (HEAD + "## Q?\n<!-- id: a -->\n### Hint\nx\n### Hint\ny\n", 11, "A second 'Hint'"),
        (HEAD + "## Q?\n<!-- id: a -->\n### Key points\nx\n", 10, "not a list item"),
        (HEAD + "## Q?\n<!-- id: a -->\n```\nx\n", 9, "never closed"),
        (HEAD + "Words.\n\n## Q?\n<!-- id: a -->\n", 6, "before the first question"),
        (HEAD + "### Hint\nx\n## Q?\n<!-- id: a -->\n", 7, "before the first question"),
        (HEAD + "# Q?\n## R?\n<!-- id: a -->\n", 7, "'#' headings are not used"),
        (HEAD, 1, "holds no question"),
    ],
)
def test_problem_is_named_with_its_line(text: str, line: int, said: str) -> None:
    assert any(at == line and said in message for at, message in problems(text)), problems(text)


def test_folder_must_match_the_area() -> None:
    assert any("does not match the folder" in said for _, said in problems(WHOLE, "go/gil.md"))


@pytest.mark.parametrize("name", ["The GIL", "a:b", "x" * 60])
def test_file_name_must_fit_a_button(name: str) -> None:
    found = problems(WHOLE, f"python/{name}.md")

    assert any("is no name of a topic" in said for _, said in found)


def test_every_problem_is_named_at_once() -> None:
    text = HEAD + "## Q?\n<!-- id: A -->\n### Tips\nx\n## R?\n### Hint\n"

    assert len(problems(text)) == 4


def test_ids_are_unique_in_the_bank() -> None:
    one = HEAD + "## Q?\n<!-- id: same -->\n"
    two = HEAD + "## R?\n<!-- id: other · was: same -->\n"

    _, found = bank.build([("python/a.md", one), ("python/b.md", one), ("python/c.md", two)])

    assert [problem.path for problem in found] == ["python/b.md", "python/c.md"]


def test_dead_links_are_named() -> None:
    text = HEAD + "## Q?\n<!-- id: q -->\n### Follow-ups\n- [x](#gone)\n- [y](#q)\n"

    _, found = bank.build([("python/a.md", text)])

    assert [problem.message for problem in found] == [
        "A link of 'q' leads to '#gone', which is no question."
    ]


def test_earlier_ids_lead_to_the_question() -> None:
    built, _ = bank.build([("python/gil.md", WHOLE)])

    assert built.get(QuestionId("old-lock")) == built.questions[QuestionId("gil")]
    assert built.get(QuestionId("never")) is None
