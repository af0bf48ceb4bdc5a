"""Pictures of answers: how a file names them, and what is said of those that are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import content
from bot.questions import bank as banks
from bot.questions import canonical, complete, statistics
from bot.questions.pictures import SIZE_LIMIT, as_link, fault_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.questions.model import Question

PNG = b"\x89PNG\r\n\x1a\n"
DESCRIBED = "Two threads, and the lock that they hand to one another."
HEAD = "---\ntopic: The GIL\narea: Python\n---\n\n## What is the GIL?\n<!-- id: gil -->\n\n"
LINE = f"![{DESCRIBED}](pictures/gil.png)"
TEXT = f"{HEAD}It is a lock.\n\n{LINE}\n\nOne thread runs.\n\n### Hint\nWho runs?\n"
FILE = ("python/gil.md", TEXT)
THERE = {"python/pictures/gil.png": None}


def question(answer: str) -> Question:
    (only,) = canonical.read("python/gil.md", HEAD + answer).questions
    return only


def problems(line: str, there: dict[str, str | None] | None = None) -> list[str]:
    _, found = banks.build([("python/gil.md", HEAD + line)], there or {})
    return [str(problem) for problem in found]


def test_a_line_of_its_own_is_a_picture_and_no_part_of_the_answer() -> None:
    (asked,) = canonical.read(*FILE).questions

    (picture,) = asked.pictures
    assert (picture.path, picture.description) == ("python/pictures/gil.png", DESCRIBED)
    assert picture.source.line == 11
    assert asked.answer
    assert asked.answer.split("\n\n\n\n") == ["It is a lock.", "One thread runs."]


@pytest.mark.parametrize(
    "line",
    [
        "![a](pictures/gil.png)",
        '![a](pictures/gil.png "A title")',
        "![a](<pictures/gil.png>)",
        "  ![a](./pictures/gil.png)  ",
        "![](pictures/gil.png)",
        "![a](pictures/g%69l.png)",
    ],
)
def test_however_it_is_written(line: str) -> None:
    assert [picture.path for picture in question(line).pictures] == ["python/pictures/gil.png"]
    assert problems(line, dict(THERE)) == []


@pytest.mark.parametrize(
    "answer",
    [
        "See ![a](pictures/gil.png) there.",
        "![a](https://example.org/gil.png)",
        "![a](//example.org/gil.png)",
        "```markdown\n![a](pictures/gil.png)\n```",
        "- ![a](pictures/gil.png)",
        "[a](pictures/gil.png)",
    ],
)
def test_what_is_part_of_the_text_stays_there(answer: str) -> None:
    asked = question(answer)

    assert asked.pictures == ()
    assert asked.answer == answer


def test_a_missing_picture_is_named_with_file_line_and_mend() -> None:
    (problem,) = problems(LINE)

    assert problem == (
        "python/gil.md:9: There is no picture 'python/pictures/gil.png'. "
        "Put it there, or take the line away."
    )


@pytest.mark.parametrize(
    "place",
    [
        "gil.png",
        "../pictures/gil.png",
        "../java/pictures/gil.png",
        "pictures/../gil.png",
        "pictures/../../../etc/passwd.png",
        "pictures/more/gil.png",
        "/etc/passwd.png",
        "pictures/..\\..\\gil.png",
        "pictures/%2e%2e/gil.png",
    ],
)
def test_a_picture_outside_its_folder_is_a_problem(place: str) -> None:
    (problem,) = problems(f"![a]({place})")

    assert problem.startswith("python/gil.md:9: The picture ")
    assert problem.endswith("Put it into 'pictures' beside this file, and name it so.")


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("gil.png", PNG, None),
        ("gil.JPG", b"\xff\xd8\xff\xe0", None),
        ("gil.webp", b"RIFF\n\x00\x00\x00WEBP", None),
        ("gil.svg", b"<svg/>", "is no PNG, JPEG or WebP picture"),
        ("gil.png", b"\xff\xd8\xff\xe0", "is no PNG, JPEG or WebP picture"),
        ("gil.png", b"", "is no PNG, JPEG or WebP picture"),
        ("gil.png", PNG + bytes(SIZE_LIMIT), "is larger than 10 MB"),
    ],
)
def test_a_file_that_cannot_be_sent_has_a_fault(name: str, data: bytes, fault: str | None) -> None:
    assert fault_of(name, data) == fault


def test_a_folder_is_checked_with_its_pictures(tmp_path: Path) -> None:
    (tmp_path / "python/pictures").mkdir(parents=True)
    (tmp_path / "python/gil.md").write_text(TEXT)
    (tmp_path / "python/pictures/gil.png").write_bytes(b"not at all")

    _, (problem,) = content.load(tmp_path)

    assert (problem.path, problem.line) == ("python/gil.md", 11)
    assert problem.message == "'python/pictures/gil.png' is no PNG, JPEG or WebP picture."
    (tmp_path / "python/pictures/gil.png").write_bytes(PNG)
    bank, found = content.load(tmp_path)
    assert found == ()
    assert statistics.count(bank).pictures == 1
    assert content.picture(tmp_path, "python/pictures/gil.png") == PNG


def test_our_own_bank_has_one_described_picture_a_topic() -> None:
    second = "\n\n## And now?\n<!-- id: now -->\n\nIt goes.\n\n![a](pictures/gil.png)\n"
    bank, found = banks.build([(FILE[0], TEXT + second)], THERE)

    assert not found
    said = [problem for problem in complete.missing(bank) if "icture" in problem.message]
    assert [(problem.line, problem.message) for problem in said] == [
        (24, "'python/pictures/gil.png' is described in 1 characters."),
        (24, "The topic has another picture already."),
    ]


@given(st.text(alphabet="![]()<> \"'ab./:%", max_size=40))
def test_any_line_is_a_picture_or_stays(line: str) -> None:
    asked = question(f"Words.\n\n{line}\n\nWords.")

    assert asked.pictures or problems(line) or line.strip() in (asked.answer or "")


@given(st.text(alphabet="![]()<> \"'ab./:%", max_size=40))
def test_a_line_that_became_a_link_is_no_picture(line: str) -> None:
    assert question(as_link(line, shown=())).pictures == ()


def test_a_link_keeps_the_words_and_the_name() -> None:
    assert as_link("![two locks](far/x.svg)", ()) == "[two locks](far/x.svg)"
    assert as_link("![](far/x.svg)", ()) == "[x.svg](far/x.svg)"
    assert as_link("![a](pictures/x.png)", {"pictures/x.png"}) == "![a](pictures/x.png)"
