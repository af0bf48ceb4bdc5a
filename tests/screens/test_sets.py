from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from bot.questions.model import AreaId, Level, Question, QuestionId, Source, Topic, TopicId
from bot.screens import actions, requests, sets
from bot.screens.inline import post, question_of
from bot.screens.screen import Screen
from bot.screens.search import found_screen
from bot.study.learner import Reason, Rest
from bot.study.memory import Grade
from bot.study.requests import Pace, Request, Same, Set, Subject, Unsure, Word
from bot.study.sets import Finished, Selection, SetState

TODAY = date(2026, 11, 21)
TOPIC = Topic(TopicId("python/gil"), "The GIL", AreaId("python"), "Python")
GIL = Question(QuestionId("gil"), "What is `it`?", TOPIC, Source("a", 1), Level.MIDDLE)
PYTHON = Subject("python", "Python", frozenset({GIL.id}))
REST = Rest(Reason.SET_DONE, 1, None, TODAY, more=True, next_push=None, zone=ZoneInfo("UTC"))


def labels(screen: Screen) -> list[list[str]]:
    return [[button.label for button in row] for row in screen.rows]


def test_set_with_all_that_is_to_be_said_first() -> None:
    wanted = Set((PYTHON,), 20)
    selection = Selection((GIL,) * 14, unanswered=1, repeated=3)

    screen = sets.begun_screen(wanted, selection, [SetState(2, "Flask", 0, 5)], instead_of=None)

    assert screen.text.text == (
        "Python: I have 14 of these, not 20; here they are.\n"
        "1 of 14 has no answer in the file yet.\n"
        "You have had 3 of them today.\n"
        "Then: 5 questions of Flask."
    )


def test_set_of_nothing_in_particular() -> None:
    screen = sets.begun_screen(Set((), 5), Selection((GIL,) * 5), instead_of=4)

    assert screen.text.text == "5 questions."
    assert labels(screen) == [["It was my answer"]]
    few = sets.begun_screen(Set((), 5), Selection((GIL,) * 2), instead_of=None)
    assert few.text.text == "I have 2 of these, not 5; here they are."


def test_refusal_names_what_is_possible() -> None:
    screen = sets.refused_screen(Set((PYTHON,), 10_000), available=560, elsewhere=0)

    assert "1 to 100" in screen.text.text
    assert labels(screen) == [["10", "20", "50", "100"]]


def test_nothing_of_a_level_offers_the_others() -> None:
    wanted = Set((PYTHON,), 5, (Level.SENIOR,))

    screen = sets.refused_screen(wanted, available=0, elsewhere=7)

    assert screen.text.text == (
        "I have nothing of Python, senior. Of other levels there are 7 questions."
    )
    assert screen.rows[0][0].action == actions.StartSet("python", 5, "jms")


def test_too_many_subjects_for_a_button_have_none() -> None:
    long = tuple(Subject(f"an-area/{'x' * 30}{n}", "X", frozenset()) for n in range(3))

    assert sets.start_button("go", Set(long, 5)) is None
    assert labels(requests.unsure_screen("x", [Set(long, 5), Set((PYTHON,), 5)])) == [
        ["5 of Python"]
    ]


def test_every_button_of_the_longest_subject_fits() -> None:
    longest = Subject("x" * 53, "X", frozenset())
    button = sets.start_button("go", Set((longest,), 100, tuple(Level)))

    assert button
    assert isinstance(button.action, actions.StartSet)
    assert actions.parse(actions.pack(button.action)) == button.action


def test_summary_says_how_it_went() -> None:
    finished = Finished(
        SetState(1, "Flask", 4, 4),
        {Grade.AGAIN: 1, Grade.GOOD: 2},
        aside=1,
        weak=(("Routing", 1),),
        left_out=("Two", "Three"),
    )

    screen = sets.summary_screen(REST, finished)

    assert screen.text.text == (
        "Done: 4 questions of Flask\n"
        "Again 1, Good 2, put aside 1.\n\n"
        "Focus on: Routing (1).\n"
        "You left out: Two; Three.\n"
        "What you graded Again comes back."
    )


def test_what_was_meant_is_named_on_its_button() -> None:
    said = Screen(requests.settings_screen().text)
    meant: dict[Request, str] = {
        Set((PYTHON,)): "I meant: ask me Python",
        Set((PYTHON,), 5): "I meant: ask me 5 of Python",
        Same((PYTHON,)): "I meant: the same for Python",
        Word.HINT: "I meant: hint",
        Pace.ONE_BY_ONE: "I meant: one by one",
        Unsure("x", (Set((PYTHON,)),)): "I meant: a topic",
        Unsure("fortran", demands=True): "I meant: ask me fortran",
    }

    for request, label in meant.items():
        assert labels(requests.with_meant(said, (request,), 7)) == [[label]]
    assert labels(requests.with_meant(said, (), 7)) == []


def test_found_questions_are_numbered_through_all_pages() -> None:
    questions = [
        Question(QuestionId(f"q{n}"), f"What is {n}?", TOPIC, Source("a", 1)) for n in range(14)
    ]

    pages = [found_screen("what", questions, page) for page in range(3)]

    asking = [button.label for page in pages for row in page.rows[:-1] for button in row]
    assert asking == [f"Ask {n}" for n in range(1, 15)]
    listed = "".join(page.text.text for page in pages)
    assert all(f"{n}. What is {n - 1}?" in listed for n in range(1, 15))


def test_post_covers_prose_only() -> None:
    answer = "It is `one` **lock**.\n\n```python\nprint()\n```\n\n" + "More of it. " * 300
    posted = post(Question(GIL.id, GIL.text, TOPIC, GIL.source, Level.MIDDLE, answer=answer))

    covered = [span for span in posted.text.spans if span.style == "spoiler"]
    assert len(covered) == 1
    text = posted.text.text[covered[0].start : covered[0].end]
    assert text.startswith("It is one lock.")
    assert "print()" not in posted.text.text
    assert posted.text.text.endswith("The code and the rest are in the bot.")
    assert len(posted.text) < 2000
    assert not [s for s in posted.text.spans if s.style == "code" and s.start > covered[0].start]


def test_post_of_code_alone_leads_to_the_bot() -> None:
    code = Question(GIL.id, GIL.text, TOPIC, GIL.source, answer="```python\nprint()\n```")

    assert post(code).text.text.endswith("The answer is in the bot.")
    assert question_of(post(code).link) == GIL.id
    assert question_of("else") is None
