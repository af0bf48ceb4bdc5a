"""Own notes on the screen: what is said, which taps are offered, and limits for any document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.questions.document import Found, Other, Problem, Reading, Way
from bot.questions.document.pictures import Pictures
from bot.questions.draft import LARGEST, Draft, file_name_of, is_same_file, name_of, title_of
from bot.questions.revision import Kept, compare
from bot.screens import actions, notes
from bot.screens.screen import MESSAGE_LIMIT, SPAN_LIMIT, Screen
from bot.study.notes import Notebook, NotebookId, Version
from tests.screens.promises import check_spans

DAY = date(2026, 11, 21)
NOTEBOOK = Notebook(
    NotebookId(3),
    "React",
    "React.md",
    42,
    30,
    seen=10,
    due=5,
    mixed=False,
    only=False,
    added_on=DAY,
)
CONTROL = "\u202e\u2066\0\x1b\u2028"


def found(question: str, answer: str | None = "Yes.", topic: str | None = None) -> Found:
    return Found(question, answer, topic, None, 1, ((1, 1),), ())


def draft(*questions: Found, name: str = "React", **values: object) -> Draft:
    plain = Draft(7, name, Reading(questions), Pictures())
    return replace(plain, **values)  # type: ignore[arg-type]


def version(kept: list[Kept], new: Draft, notebook: Notebook = NOTEBOOK) -> Version:
    return Version(notebook, compare(kept, new.reading))


def labels(screen: Screen) -> list[list[str]]:
    return [[button.label for button in row] for row in screen.rows if row]


def check(screen: Screen) -> None:
    """Telegram takes the screen as it is."""
    text = screen.text.text
    assert 0 < len(text.strip()) <= len(text) <= MESSAGE_LIMIT
    assert len(screen.text.spans) <= SPAN_LIMIT
    assert not set(CONTROL) & set(text)
    check_spans(screen.text)
    for row in screen.rows:
        assert len(row) <= 8
        for button in row:
            assert isinstance(button.action, actions.Action)
            assert button.label.strip()
            assert not set(CONTROL) & set(button.label)
            assert actions.parse(actions.pack(button.action)) == button.action


def test_preview_counts_and_offers() -> None:
    screen = notes.preview_screen(
        draft(
            found("What is a *hook*?", topic="Hooks"),
            found("When does an effect run?", None, "Hooks"),
            found("Why lift state up?", topic="State"),
        )
    )

    assert screen.text.text == (
        "React\n3 questions: 2 answered, 1 unanswered\n\n· Hooks: 2\n· State: 1\n\nFor example:\n"
        "1. What is a hook?\n2. When does an effect run?\n3. Why lift state up?"
    )
    assert labels(screen) == [
        ["Add all 3"],
        ["Only answered (2)"],
        ["Look through", "Cancel"],
        ["Not these questions?"],
    ]


def test_preview_tells_what_is_left_out_and_missing_in_words() -> None:
    reading = Reading(
        (found("What is it?"),),
        (Other((1, 1), "heading"), Other((3, 9), "prose"), Other((11, 11), "small talk")),
        (Problem(4, "A row has no question."),),
    )
    pictures = Pictures(tuple(f"img/{n}.png" for n in range(7)), ("https://example.org/a.png",))

    text = notes.preview_screen(Draft(7, "React", reading, pictures)).text.text

    assert (
        "Left out: other text (7 lines), small talk (1 line); the first other text is at line 3."
    ) in text
    assert "img/0.png, img/1.png, img/2.png, img/3.png, img/4.png and 2 more." in text
    assert "1 picture on the web" in text
    assert "Line 4: A row has no question." in text


def test_many_topics_are_six_lines_and_a_number() -> None:
    text = notes.preview_screen(draft(*(found("Why?", topic=f"T{n}") for n in range(10)))).text.text

    assert text.count("· T") == 6
    assert "and 4 more topics" in text


def test_pasted_text_may_go_on() -> None:
    assert (
        "Is there more of it?" in notes.preview_screen(draft(found("Why?"), pasted=True)).text.text
    )
    assert "Is there more of it?" not in notes.preview_screen(draft(found("Why?"))).text.text


def test_nothing_found_says_what_helps_and_a_problem_says_itself() -> None:
    nothing = notes.preview_screen(draft())
    problem = notes.preview_screen(draft(reading=Reading(problems=(Problem(1, "It is a PDF."),))))

    assert nothing.text.text.startswith("I found no questions in React.\n")
    assert problem.text.text == "It is a PDF."


def test_nothing_found_offers_what_could_be_asked() -> None:
    screen = notes.preview_screen(draft(ways={Way.HEADINGS: 25, Way.OPENINGS: 4}))

    assert screen.text.text == (
        "I found no questions in React.\n"
        "What shall I ask of it? What stands below each becomes its answer."
    )
    assert labels(screen) == [
        ["Its 25 headings"],
        ["Its 4 first lines of paragraphs"],
        ["Cancel"],
    ]


def test_other_questions_are_one_tap_from_the_preview() -> None:
    own = draft(found("Why?"))
    by_items = draft(found("Basil"), way=Way.ITEMS)

    assert labels(notes.preview_screen(own))[-1] == ["Not these questions?"]
    assert "\nI ask its list items.\n" in notes.preview_screen(by_items).text.text
    assert labels(notes.ways_screen(own, {Way.ITEMS: 9})) == [
        ["Its 9 list items"],
        ["What it asks itself"],
        ["Cancel"],
    ]


def test_looking_through_drops_and_keeps_each() -> None:
    looked = draft(*(found(f"Question {n}?") for n in range(9))).choosing(1, keep=False)

    screen = notes.browse_screen(looked, 0)

    assert labels(screen) == [
        ["Drop 1", "Keep 2", "Drop 3"],
        ["More (1 of 3)"],
        ["Add 8", "Overview", "Cancel"],
    ]
    assert "2. Question 1?\nDropped." in screen.text.text
    assert labels(notes.browse_screen(looked, 9))[0] == ["Drop 7", "Drop 8", "Drop 9"]
    assert [notes.page_of(looked, place) for place in (0, 2, 3, 8)] == [0, 0, 1, 2]


def test_what_is_dropped_is_not_offered() -> None:
    looked = draft(found("One?"), found("Two?", None)).choosing(0, keep=False)

    assert labels(notes.preview_screen(looked))[:2] == [["Add 1"], ["Look through", "Cancel"]]
    nothing = looked.choosing(1, keep=False)
    assert labels(notes.preview_screen(nothing))[0] == ["Look through", "Cancel"]


def test_choosing_is_absolute_and_ignores_foreign_places() -> None:
    one = draft(found("One?"), found("Two?"))

    assert one.choosing(0, keep=False).choosing(0, keep=False).dropped == {0}
    assert one.choosing(0, keep=False).choosing(0, keep=True) == one
    assert one.choosing(2, keep=False) == one


def test_newer_version_counts_before_it_changes_anything() -> None:
    kept = [
        Kept(1, "What is a lock?", "Old.", "A"),
        Kept(2, "Why a queue?", "B.", "A"),
        Kept(3, "What is a cookie?", "C.", "A"),
        Kept(4, "What is a touple?", "D.", "A"),
        Kept(5, "Who waits?", "E.", "A"),
    ]
    new = draft(
        found("What is a lock?", "New.", "A"),
        found("Why a queue?", "B.", "B"),
        found("What is a tuple?", "D.", "A"),
        found("Who waits?", "E.", "A"),
        found("What is a schema?", None, "A"),
    )

    screen = notes.revision_screen(new, version(kept, new))
    changes = notes.changes_screen(new, version(kept, new), 0)

    assert screen.text.text.startswith(
        "A newer version of React: 1 added, 2 changed, 1 moved, 1 removed, 1 the same."
    )
    assert labels(screen) == [["Update", "Look at changes"], ["Add as a new one"], ["Cancel"]]
    assert changes.text.text == (
        "React\n\nChanged: What is a lock?\nAnswer now: New.\n\n"
        "Changed: What is a tuple?\nIt was: What is a touple?\n\n"
        "New: What is a schema?\nAnswer: none\n\n"
        "Moved: Why a queue?\nNow under: B\n\nRemoved: What is a cookie?"
    )
    assert labels(changes) == [["Update", "Overview", "Cancel"]]


def test_version_without_changes_offers_none_to_look_at() -> None:
    new = draft(found("Why?", "B.", "A"))

    screen = notes.revision_screen(new, version([Kept(1, "Why?", "B.", "A")], new))

    assert "1 the same.\n\nNone of its questions has changed." in screen.text.text
    assert labels(screen)[0] == ["Update"]


def test_added_notes_can_be_asked_at_once_or_mixed_in() -> None:
    screen = notes.added_screen(NOTEBOOK)

    assert screen.text.text == (
        "Added 42 questions: React\n12 have no answer; I ask them too, and you can write one."
    )
    assert labels(screen) == [
        ["Ask me from these now"], ["Mix into my daily questions"], ["My notes"],
    ]  # fmt: skip
    assert labels(notes.added_screen(replace(NOTEBOOK, mixed=True)))[1] == ["Only when I ask"]


def test_notebooks_are_listed_with_their_counts() -> None:
    only = replace(NOTEBOOK, only=True)

    assert "· React: 42 questions, 5 due" in notes.notebooks_screen([NOTEBOOK], 0).text.text
    assert labels(notes.notebooks_screen([only], 0)) == [["React"], ["From everything"]]
    assert len(notes.notebooks_screen([NOTEBOOK] * 30, 1).rows) <= 10
    assert "/import" in notes.notebooks_screen([], 0).text.text


def test_notebook_offers_everything_that_can_be_done_with_it() -> None:
    screen = notes.notebook_screen(NOTEBOOK)

    assert "42 questions: 30 answered, 12 unanswered\nSeen: 10, due: 5" in screen.text.text
    assert labels(screen) == [
        ["Ask me from these now"],
        ["Mix into my daily questions"],
        ["Rename", "Get the file"],
        ["Delete", "Back"],
    ]


def test_deleting_asks_once() -> None:
    yes, no = notes.delete_screen(NOTEBOOK).rows[0]

    assert yes.action == actions.DeleteNotebook(3, confirmed=True)
    assert no.action == actions.OpenNotebook(3)


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("cv.docx", "Plain text (UTF-8)"),
        ("book.PDF", "paste it after /import"),
        ("cards.apkg", "In Anki"),
        ("all.zip", "Unpack it"),
        ("photo.png", "cannot read pictures"),
        ("program.exe", "Save it as one of these"),
    ],
)
def test_type_that_is_not_read_says_how_to_turn_it_into_text(name: str, help_: str) -> None:
    screen = notes.refused(f"C:\\folder\\../{name}", 100)

    assert screen
    assert f"I cannot read {name}. I read .md, .txt, .csv and .tsv files." in screen.text.text
    assert help_ in screen.text.text
    assert "folder" not in screen.text.text


@pytest.mark.parametrize("name", ["a.md", "A.MD", "a.markdown", "a.txt", "a.csv", "a.tsv", "a", ""])
def test_types_that_are_read_are_not_refused_up_to_the_limit(name: str) -> None:
    assert notes.refused(name, LARGEST) is None
    too_large = notes.refused(name, LARGEST + 1)
    assert too_large
    assert "larger than 2 MB" in too_large.text.text


@pytest.mark.parametrize(
    ("file_name", "name", "sent_back"),
    [
        ("React notes.md", "React notes", "React notes.md"),
        ("../../etc/passwd.txt", "passwd", "passwd.txt"),
        ("C:\\notes\\a.csv", "a", "a.csv"),
        ("v1.2 plans", "v1.2 plans", "v1.2 plans"),
        ("\u202eevil\0.md", "evil", "evil.md"),
        ("..", "Pasted notes", ""),
        ("", "Pasted notes", ""),
        ("x" * 300 + ".md", "x" * 59 + "…", "x" * 59 + "….md"),
    ],
)
def test_names_have_no_folders_and_are_short(file_name: str, name: str, sent_back: str) -> None:
    assert name_of(file_name) == name
    assert file_name_of(file_name) == sent_back


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("React.md", "folder/react (1).MD", True),
        ("React.md", "React-v2.md", True),
        ("React_v1.md", "React v3.1.md", True),
        ("React.md", "React - Copy.md", True),
        ("chapter-1.md", "chapter-2.md", False),
        ("React.md", "Redux.md", False),
    ],
)
def test_marks_of_a_version_make_no_other_file(first: str, second: str, *, same: bool) -> None:
    assert is_same_file(first, second) is same


def test_typed_name_must_be_visible() -> None:
    assert title_of("  My\n notes ") == "My notes"
    assert title_of("\u200b\u202e ") is None


HOSTILE = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        [
            *(CONTROL * 50, "ש" * 500, "# " * 999, "`" * 3000, "[" * 3000, "\u0301" * 900),
            *("```\n" + "x" * 2000, "| a " * 900, "a\n" * 3000, "**b** " * 900, "- " * 2000),
        ]
    ),
)
FOUND = st.builds(found, HOSTILE, st.none() | HOSTILE, st.none() | HOSTILE)
DRAFTS = st.builds(
    lambda questions, name, kinds, told, names: Draft(
        2**52,
        name_of(name),
        Reading(
            tuple(questions),
            tuple(Other((n, 2**40), kind) for n, kind in enumerate(kinds)),
            tuple(Problem(2**40, text) for text in told),
        ),
        Pictures(tuple(names), tuple(names)),
        pasted=True,
        dropped=frozenset({0}) if questions else frozenset(),
    ),
    st.lists(FOUND, max_size=6),
    HOSTILE,
    st.lists(st.sampled_from(["prose", "chat", "front matter", "duplicate", "contents"])),
    st.lists(HOSTILE, max_size=5),
    st.lists(HOSTILE, max_size=9),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(DRAFTS, HOSTILE)
def test_any_document_fits_every_screen(shown: Draft, name: str) -> None:
    notebook = replace(NOTEBOOK, id=NotebookId(2**52), name=name, file_name=name, only=True)
    kept = [Kept(n, name, name, name) for n in range(7)]
    found_version = version(kept, shown, notebook)

    check(notes.preview_screen(shown))
    check(notes.revision_screen(shown, found_version))
    for page in range(4):
        check(notes.browse_screen(shown, page))
        check(notes.changes_screen(shown, found_version, page))
    for screen in (
        notes.added_screen(notebook),
        notes.updated_screen(notebook),
        notes.notebooks_screen([notebook] * 20, 1),
        notes.notebook_screen(notebook),
        notes.rename_screen(notebook),
        notes.delete_screen(notebook),
        notes.deleted_screen(notebook),
        notes.unfetched_screen(name),
        notes.unreadable_screen(name),
        notes.too_large_screen(name),
    ):
        check(screen)
    sent_back = notes.file_name(notebook)
    assert sent_back
    assert not set(sent_back) & set('/\\:*?"<>|\0\n')


def test_five_hundred_topics_fit() -> None:
    check(
        notes.preview_screen(
            draft(*(found("Why?" * 99, topic="t" * 99 + str(n)) for n in range(500)))
        )
    )
