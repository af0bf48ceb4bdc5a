"""Documents become content files: sound ones, and all of them or none."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import content, importing
from bot.importing import ImportRefusedError
from bot.questions import document
from bot.questions.composing import parted, settled
from bot.questions.model import Level
from bot.questions.shelving import shown
from tests.conftest import content_file

if TYPE_CHECKING:
    from bot.questions.bank import Bank

HABITS = Path(__file__).parent / "questions" / "documents"
NOTES = """# Locks

## What is a lock?

A guard. See [the next one](#why-is-it-slow) and [the top](#locks).

## Why is it slow?

# Threads

## What is a thread? (senior)

A line of work.

```python
## a comment
```

### In detail

It has a stack.
"""


def bring(folder: Path, *files: Path, area: str | None = None, replacing: bool = False) -> str:
    names = [str(file) for file in files]
    return "\n".join(importing.bring(names, folder / "bank", area=area, replacing=replacing))


def document_of(folder: Path, text: str | bytes, name: str = "thread notes.md") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def bank_of(folder: Path) -> Bank:
    bank, problems = content.load(folder / "bank")
    assert problems == ()
    return bank


def everything(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_a_document_is_an_area_and_a_topic_is_a_file(tmp_path: Path) -> None:
    told = bring(tmp_path, document_of(tmp_path, NOTES))

    bank = bank_of(tmp_path)
    assert {topic.id: (topic.area, topic.name) for topic in bank.topics.values()} == {
        "thread-notes/locks": ("Thread notes", "Locks"),
        "thread-notes/threads": ("Thread notes", "Threads"),
    }
    assert [(each.id, each.level) for each in bank.questions.values()] == [
        ("lock", None),
        ("slow", None),
        ("thread-senior", Level.SENIOR),
    ]
    assert "3 questions" in told
    assert "     2 thread-notes/locks.md" in told


def test_answers_stay_whole_and_links_lead_to_questions(tmp_path: Path) -> None:
    bring(tmp_path, document_of(tmp_path, NOTES))

    answers = [each.answer for each in bank_of(tmp_path).questions.values()]
    assert answers == [
        "A guard. See [the next one](#slow) and the top.",
        None,
        "A line of work.\n\n```python\n## a comment\n```\n\n#### In detail\n\nIt has a stack.",
    ]


@pytest.mark.parametrize("file", sorted(HABITS.glob("*.txt")), ids=lambda file: file.stem)
def test_every_habit_of_documents_makes_a_sound_bank(file: Path, tmp_path: Path) -> None:
    text = document.decode(file.read_bytes())
    assert isinstance(text, str)
    found = document.read(text).questions
    if not found:
        with pytest.raises(ImportRefusedError, match="No question was found"):
            bring(tmp_path, file)
        return

    bring(tmp_path, file)

    read = bank_of(tmp_path).questions.values()
    assert sorted(each.text for each in read) == sorted(
        "\n\n".join(filter(None, parted(each.question))) for each in found
    )
    assert [each.answer is None for each in read].count(True) == [
        each.answer is None for each in found
    ].count(True)


WORDS = st.text("abc #*`~[]()<>|\\-:!.\u00e9\u0436\u6570", min_size=1, max_size=30)
LINES = st.sampled_from(["```", "## x", "# y", "- z", "[a](#b)", "    d", "---", "![p](q.png)", ""])


@given(st.lists(st.tuples(WORDS, st.lists(LINES | WORDS, max_size=6)), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_what_is_imported_is_what_was_read(parts: list[tuple[str, list[str]]]) -> None:
    text = "\n\n".join(f"## What is {title}?\n\n" + "\n".join(answer) for title, answer in parts)
    found = document.read(text).questions
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = document_of(folder, text, "notes.md")
        if not found:
            with pytest.raises(ImportRefusedError):
                bring(folder, file)
            return

        bring(folder, file)

        read = sorted(
            bank_of(folder).questions.values(), key=lambda each: (each.text, each.answer or "")
        )
    expected = sorted(
        (
            "\n\n".join(filter(None, parted(each.question))),
            settled(shown(each.answer or "", frozenset())),
        )
        for each in found
    )
    assert [each.text for each in read] == [question for question, _ in expected]
    if "](#" not in text:
        assert [each.answer or "" for each in read] == [answer for _, answer in expected]


def test_nothing_is_written_over_without_a_word(tmp_path: Path) -> None:
    file = document_of(tmp_path, NOTES)
    bring(tmp_path, file)
    (tmp_path / "bank/thread-notes/threads.md").unlink()
    before = everything(tmp_path)

    with pytest.raises(ImportRefusedError) as refusal:
        bring(tmp_path, file)

    assert str(refusal.value) == (
        f"{tmp_path}/bank/thread-notes/locks.md is there already. "
        "Add --replace to write over it.\nNothing was written."
    )
    assert everything(tmp_path) == before


def test_replacing_keeps_the_ids_that_people_chose(tmp_path: Path) -> None:
    file = document_of(tmp_path, NOTES)
    bring(tmp_path, file)
    written = tmp_path / "bank/thread-notes/locks.md"
    text = written.read_text(encoding="utf-8")
    written.write_text(text.replace("id: lock", "id: mutex · was: lock"), encoding="utf-8")
    document_of(tmp_path, NOTES.replace("A guard.", "A better guard."))

    bring(tmp_path, file, replacing=True)

    bank = bank_of(tmp_path)
    assert list(bank.questions) == ["mutex", "slow", "thread-senior"]
    assert bank.renamed == {"lock": "mutex"}
    assert (next(iter(bank.questions.values())).answer or "").startswith("A better guard.")


def test_ids_differ_from_those_of_the_bank(tmp_path: Path) -> None:
    name, text = content_file("Python", "Basics", 1)
    document_of(tmp_path / "bank", text.replace("python-basics-1", "lock"), name)

    bring(tmp_path, document_of(tmp_path, NOTES))

    assert list(bank_of(tmp_path).questions) == ["lock", "lock-2", "slow", "thread-senior"]


def test_an_area_may_be_named_and_keeps_its_spelling(tmp_path: Path) -> None:
    name, text = content_file("Python", "Basics", 1)
    document_of(tmp_path / "bank", text, name)

    bring(tmp_path, document_of(tmp_path, NOTES), area="python")

    assert bank_of(tmp_path).areas == {"python": "Python"}


def test_a_readme_is_called_like_its_folder(tmp_path: Path) -> None:
    bring(
        tmp_path, document_of(tmp_path, "## Why?\n\nSo.\n\n## How?\n\nThus.", "go-notes/README.md")
    )

    assert list(bank_of(tmp_path).topics) == ["go-notes/go-notes"]


def test_other_scripts_make_latin_ids_and_short_paths(tmp_path: Path) -> None:
    text = "# Базы данных\n\n## Что такое индекс?\n\nДерево.\n\n## 索引是什么？\n\n树。\n"

    bring(tmp_path, document_of(tmp_path, text, "Вопросы к собеседованию по базам данных.md"))

    bank = bank_of(tmp_path)
    assert list(bank.questions) == ["chto-takoe-indeks", "suo-yin-shi-shen-me"]
    assert all(len(topic.encode()) <= 56 for topic in bank.topics)


def test_code_and_choices_stay_with_the_question(tmp_path: Path) -> None:
    text = (
        "### 1. What is the output?\n\n```js\nlog(1)\n```\n\n- A: 1\n- B: 2\n\nAnswer: A\n\n"
        "### 2. What is the result?\n\n```js\nlog(2)\n```\n\n- A: 2\n- B: 3\n\nAnswer: A, it is 2\n"
    )

    bring(tmp_path, document_of(tmp_path, text))

    first = next(iter(bank_of(tmp_path).questions.values()))
    assert first.text.startswith("What is the output?\n\n```js\nlog(1)\n```")
    assert "log(1)" not in (first.answer or "")


def test_pictures_beside_the_document_come_with_it(tmp_path: Path) -> None:
    text = (
        "## What is this?\n\nLook: ![one](images/a%20b.png) and ![none](gone.png)\n\n"
        "## And this?\n\nHere: <img src='images/c.png'> ![secret](../secret.png)\n"
    )
    document_of(tmp_path, b"one", "notes/images/a b.png")
    document_of(tmp_path, b"two", "notes/images/c.png")
    document_of(tmp_path, b"three", "secret.png")
    document_of(tmp_path / "bank", b"another one", "sketches/pictures/c.png")

    told = bring(tmp_path, document_of(tmp_path, text, "notes/sketches.md"))

    written = everything(tmp_path / "bank")
    assert written["sketches/pictures/a-b.png"] == b"one"
    assert written["sketches/pictures/c.png"] == b"another one"
    assert written["sketches/pictures/c-2.png"] == b"two"
    assert b"![one](pictures/a-b.png)" in written["sketches/sketches.md"]
    assert b"pictures/c-2.png" in written["sketches/sketches.md"]
    assert "Look at: pictures that are not there (2)" in told
    assert "gone.png" in told
    assert "../secret.png" in told


def test_a_picture_on_a_line_of_its_own_is_sent_beside_the_answer(tmp_path: Path) -> None:
    text = (
        "## What is this?\n\nLook:\n\n![the loop](images/loop.png)\n\n![](loop.svg)\n\n"
        "![damaged](images/damaged.png)\n\n![gone](gone.png)\n\n"
        "```markdown\n![sample](x.png)\n```\n"
    )
    document_of(tmp_path, b"\x89PNG\r\n\x1a\n", "notes/images/loop.png")
    document_of(tmp_path, b"<svg/>", "notes/loop.svg")
    document_of(tmp_path, b"no more", "notes/images/damaged.png")

    bring(tmp_path, document_of(tmp_path, text, "notes/sketches.md"))

    (asked,) = bank_of(tmp_path).questions.values()
    (picture,) = asked.pictures
    assert (picture.path, picture.description) == ("sketches/pictures/loop.png", "the loop")
    assert asked.answer
    assert [line for line in asked.answer.split("\n") if line] == [
        "Look:",
        "[loop.svg](pictures/loop.svg)",
        "[damaged](pictures/damaged.png)",
        "[gone](gone.png)",
        "```markdown",
        "![sample](x.png)",
        "```",
    ]


def test_what_needs_a_person_is_told(tmp_path: Path) -> None:
    text = (
        "## What is a deadlock of threads?\n\nTwo wait for each other.\n\n"
        "## Which thread deadlock is there?\n\n![picture](https://example.org/a.png)\n\n"
        "## What is starvation?\n\nA thread that never gets its turn because the\n\n"
        "## What is a livelock?\n"
    )

    told = bring(tmp_path, document_of(tmp_path, text)).splitlines()

    path = "thread-notes/thread-notes.md"
    assert told[2:6] == [
        "Look at: no answer (1)",
        f"  {path}:21: What is a livelock?",
        "Look at: only a picture or a link (1)",
        f"  {path}:11: Which thread deadlock is there?",
    ]
    assert told[6:8] == ["Look at: seems cut short (1)", f"  {path}:16: What is starvation?"]


def test_questions_much_like_those_of_the_bank_are_told(tmp_path: Path) -> None:
    name, text = content_file("Python", "Basics", 1)
    asked = text.replace("What is Python Basics 1?", "How does a lock guard shared memory?")
    document_of(tmp_path / "bank", asked, name)

    told = bring(tmp_path, document_of(tmp_path, "## How do locks guard shared memory?\n\nSo.\n"))

    assert "Look at: much like another (1)" in told
    assert "of the words: python/basics.md:7: How does a lock guard shared memory?" in told


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "a PNG picture"),
        ("## Привет?\n\nДа, конечно, привет.".encode("cp1251"), "The file is not UTF-8"),
        (b"Nothing is asked here.\n", "No question was found in it."),
    ],
)
def test_one_unusable_document_stops_all(data: bytes, said: str, tmp_path: Path) -> None:
    good = document_of(tmp_path, NOTES)

    with pytest.raises(ImportRefusedError, match=said):
        bring(tmp_path, good, document_of(tmp_path, data, "bad.md"))

    assert not (tmp_path / "bank").exists()


def test_a_folder_and_a_missing_file_are_no_documents(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match=r"Is a directory(.|\n)*No such file"):
        bring(tmp_path, tmp_path, tmp_path / "nowhere.md")


def test_a_file_is_no_folder_to_write_into(tmp_path: Path) -> None:
    document_of(tmp_path, "", "bank")

    with pytest.raises(ImportRefusedError, match=r"bank is a file\. Name a folder\."):
        bring(tmp_path, document_of(tmp_path, NOTES))


def test_a_broken_bank_is_mended_first(tmp_path: Path) -> None:
    document_of(tmp_path / "bank", "---\ntopic: A\narea: Python\n---\n## Why?\n", "python/a.md")

    with pytest.raises(ImportRefusedError, match=r"has 1 problem\. Mend that first"):
        bring(tmp_path, document_of(tmp_path, NOTES))


def test_a_bank_that_would_break_is_left_as_it_was(tmp_path: Path) -> None:
    file = document_of(tmp_path, NOTES)
    bring(tmp_path, file)
    name, text = content_file("Python", "Basics", 1)
    document_of(tmp_path / "bank", f"{text}\n### Follow-ups\n- [Why?](#slow)\n", name)
    document_of(tmp_path, "# Locks\n\n## What is a lock?\n\nA guard.\n\n## And a mutex?\n\nOne.\n")
    before = everything(tmp_path)

    with pytest.raises(ImportRefusedError, match="leads to '#slow'"):
        bring(tmp_path, file, replacing=True)

    assert everything(tmp_path) == before


def test_when_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    first = document_of(tmp_path, NOTES)
    bring(tmp_path, first)
    document_of(tmp_path, NOTES.replace("guard", "wall"))
    document_of(tmp_path, "not a folder", "bank/queues")
    before = everything(tmp_path)

    with pytest.raises(OSError, match=r"[Dd]irectory|exists"):
        bring(tmp_path, first, document_of(tmp_path, NOTES, "queues.md"), replacing=True)

    (tmp_path / "queues.md").unlink()
    assert everything(tmp_path) == before
