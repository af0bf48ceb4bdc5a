from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.coach import draft as drafts
from bot.coach import learner, mending, notes, nudge, practice, progress
from bot.coach.nudge import Push
from bot.questions.revision import Fate
from bot.study.learner import Reason, Rest
from bot.study.memory import Grade
from bot.study.notes import Version, note_of, version_among
from bot.study.picking import Limits
from bot.study.prompt import Prompt, PromptState
from tests.coach.notebooks import HOME, draft

if TYPE_CHECKING:
    from bot.study.notes import Notebook
    from tests.coach.conftest import Coach

ANN, BOB = 5_000_000_001, 5_000_000_002

NEWER = """# Cooking

## Why rest a dough?

So that the gluten relaxes and the flour soaks.

## What is a roux?

Flour and butter, stirred over heat.

## What is a bain-marie?

A bath of hot water.

# Ovens

## How hot is a pizza oven?
"""


def added(coach: Coach, text: str = HOME, who: int = ANN, **options: object) -> Notebook:
    made, original = draft(text, **options)  # type: ignore[arg-type]
    return coach(drafts.add, who, made, original, answered_only=False)


def version(coach: Coach, text: str, who: int = ANN, name: str = "kitchen.md") -> Version | None:
    made, _ = draft(text, name=name)
    return version_among(coach(drafts.stored, who), made.reading, file_name=name)


def updated(coach: Coach, text: str, message: int = 8) -> Notebook:
    found = version(coach, text)
    assert found
    _, original = draft(text)
    renewed = coach(drafts.update, ANN, message, found, original)
    assert renewed
    return renewed


def asked(coach: Coach, who: int = ANN) -> Prompt:
    prompt = coach(practice.next_question, who)
    assert isinstance(prompt, Prompt)
    return prompt


def grade_open(coach: Coach, grade: Grade = Grade.GOOD) -> Prompt:
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)
    coach(practice.grade, ANN, prompt.id, grade)
    return prompt


def asked_of_notes(coach: Coach) -> list[str]:
    """Grade everything that is asked until nothing is left; list the questions in order."""
    texts = []
    while isinstance(prompt := coach(practice.next_question, ANN), Prompt):
        assert prompt.question
        texts.append(prompt.question.text)
        grade_open(coach)
    return texts


def test_notebook_counts_what_it_holds(coach: Coach) -> None:
    made = added(coach)

    assert (made.name, made.questions, made.answered, made.seen, made.due) == (
        "kitchen",
        4,
        3,
        0,
        0,
    )
    assert not made.mixed
    assert not made.only


def test_a_message_is_added_once(coach: Coach) -> None:
    assert added(coach).id == added(coach).id
    assert len(coach(notes.notebooks, ANN)) == 1


def test_dropped_questions_are_not_asked(coach: Coach) -> None:
    made = added(coach, drop=(0, 2))
    coach(notes.ask_only, ANN, made.id)

    assert made.questions == 2
    assert set(asked_of_notes(coach)) == {"Why rest a dough?", "How hot is a pizza oven?"}


def test_only_answered_leaves_the_others_out(coach: Coach) -> None:
    made, original = draft()
    notebook = coach(drafts.add, ANN, made, original, answered_only=True)

    assert (notebook.questions, notebook.answered) == (3, 3)


def test_notes_are_asked_only_when_wanted(coach: Coach) -> None:
    added(coach)
    coach(learner.choose_limits, ANN, Limits(new=100, in_all=100))

    texts = asked_of_notes(coach)

    assert len(texts) == 18
    assert not any("roux" in text for text in texts)


def test_mixed_notes_come_among_all_others(coach: Coach) -> None:
    made = added(coach)
    coach(notes.mix, ANN, made.id, on=True)
    coach(learner.choose_limits, ANN, Limits(new=100, in_all=100))

    texts = asked_of_notes(coach)

    assert len(texts) == 22
    assert "What is a roux?" in texts


def test_one_notebook_alone_goes_on_beyond_the_daily_numbers(coach: Coach) -> None:
    made = added(coach)
    coach(learner.choose_limits, ANN, Limits(new=1, in_all=1))
    coach(notes.ask_only, ANN, made.id)

    assert len(asked_of_notes(coach)) == 4
    rest = coach(practice.next_question, ANN)
    assert isinstance(rest, Rest)
    assert rest.reason is Reason.DAY_DONE
    assert rest.only == "kitchen"


def test_asking_from_one_notebook_puts_another_question_away(coach: Coach) -> None:
    made = added(coach)
    other = asked(coach)
    coach(practice.sent, other.id, 88)

    put_away = coach(notes.ask_only, ANN, made.id)

    assert put_away
    assert put_away.message_id == 88
    prompt = asked(coach)
    assert prompt.id != other.id
    assert prompt.question
    assert prompt.question.topic.area == "Your notes"


def test_everything_is_asked_again(coach: Coach) -> None:
    made = added(coach)
    coach(notes.ask_only, ANN, made.id)
    coach(notes.ask_only, ANN, None)

    prompt = asked(coach)
    assert prompt.question
    assert note_of(prompt.question.id) is None


@pytest.mark.parametrize("mixed", [True, False])
def test_a_note_that_waits_goes_on_among_everything_only_when_mixed(
    coach: Coach, *, mixed: bool
) -> None:
    made = added(coach)
    coach(notes.mix, ANN, made.id, on=mixed)
    coach(notes.ask_only, ANN, made.id)
    waiting = asked(coach)

    coach(notes.ask_only, ANN, None)

    assert (asked(coach).id == waiting.id) is mixed


def test_a_daily_question_comes_from_everything_also_then(coach: Coach) -> None:
    made = added(coach)
    coach(learner.choose_zone, ANN, ZoneInfo("Etc/UTC"))
    coach(notes.ask_only, ANN, made.id)
    coach.later(days=1)

    push = coach(nudge.claim, ANN)

    assert isinstance(push, Push)
    assert push.prompt.question
    assert note_of(push.prompt.question.id) is None


def test_a_daily_question_may_be_a_mixed_note(coach: Coach) -> None:
    made = added(coach)
    coach(notes.mix, ANN, made.id, on=True)
    for area in tuple(coach.bank.areas)[1:]:
        coach(learner.choose_area, ANN, area, on=False)
    coach(learner.choose_zone, ANN, ZoneInfo("Etc/UTC"))
    seen = set()
    for _ in range(8):
        coach.later(days=1)
        push = coach(nudge.claim, ANN)
        assert isinstance(push, Push)
        assert push.prompt.question
        seen.add(push.prompt.question.topic.area_id)
        coach(practice.reveal, ANN, push.prompt.id)
        coach(practice.grade, ANN, push.prompt.id, Grade.EASY)

    assert "notes" in seen


def test_memory_of_a_note_can_be_undone(coach: Coach) -> None:
    made = added(coach)
    coach(notes.ask_only, ANN, made.id)
    prompt = grade_open(coach)
    assert coach(notes.notebooks, ANN)[0].seen == 1

    turn = coach(mending.undo, ANN)

    assert turn.prompt
    assert turn.prompt.id == prompt.id
    assert coach(notes.notebooks, ANN)[0].seen == 0


def test_an_own_answer_is_kept_and_shown(coach: Coach) -> None:
    made = added(coach, "# Oven\n\n- How hot is a pizza oven?\n- What is a peel?\n- Why steam?\n")
    coach(notes.ask_only, ANN, made.id)
    prompt = asked(coach)
    revealed = coach(practice.reveal, ANN, prompt.id).prompt
    assert revealed
    assert revealed.standing
    assert (revealed.standing.answered, revealed.standing.own) == (False, False)

    assert coach(notes.await_answer, ANN, prompt.id)
    written = coach(notes.write_answer, ANN, "About *450* degrees.", update_id=3)

    assert written
    assert written.question
    assert written.question.answer == "About *450* degrees."
    assert written.standing
    assert written.standing.own
    assert coach(notes.notebooks, ANN)[0].answered == 1


def test_an_answer_is_awaited_only_until_something_else_is_done(coach: Coach) -> None:
    made = added(coach)
    coach(notes.ask_only, ANN, made.id)
    prompt = asked(coach)
    coach(notes.await_answer, ANN, prompt.id)
    assert coach(learner.listen, ANN).awaiting

    coach(practice.reveal, ANN, prompt.id)

    assert coach(learner.listen, ANN).awaiting is None


def test_another_learner_sees_nothing(coach: Coach) -> None:
    made = added(coach)
    coach(notes.mix, ANN, made.id, on=True)
    coach(notes.ask_only, ANN, made.id)
    prompt = asked(coach)
    coach(learner.choose_limits, BOB, Limits(new=100, in_all=100))

    assert coach(notes.notebooks, BOB) == ()
    assert coach(notes.notebook, BOB, made.id) is None
    assert coach(notes.original, BOB, made.id) is None
    assert coach(notes.mix, BOB, made.id, on=False) is None
    assert coach(notes.ask_only, BOB, made.id) is None
    assert coach(notes.delete, BOB, made.id) is None
    assert coach(notes.await_answer, BOB, prompt.id) is None
    coach(learner.await_text, BOB, None, about=made.id)
    assert coach(notes.rename, BOB, "Mine", update_id=1) is None
    found = version(coach, NEWER)
    assert found
    assert coach(drafts.update, BOB, 9, found, draft(NEWER)[1]) is None
    bobs = asked(coach, BOB)
    assert bobs.question
    assert note_of(bobs.question.id) is None
    assert coach(notes.notebooks, ANN)[0].name == "kitchen"
    assert coach(notes.notebooks, ANN)[0].mixed


def test_an_own_document_can_be_anothers_too(coach: Coach) -> None:
    anns, bobs = added(coach), added(coach, who=BOB)

    coach(notes.delete, BOB, bobs.id)

    assert coach(notes.notebooks, ANN)[0].id == anns.id


def test_the_file_comes_back_unchanged(coach: Coach) -> None:
    text = "﻿" + HOME.replace("\n", "\r\n") + "\0 ü 🦆"
    made = added(coach, text)

    found = coach(notes.original, ANN, made.id)

    assert found
    assert found[1].content == text.encode()


def test_a_name_can_be_changed(coach: Coach) -> None:
    made = added(coach)
    coach(learner.await_text, ANN, None, about=made.id)

    renamed = coach(notes.rename, ANN, "Grandma", update_id=4)

    assert renamed
    assert renamed.name == "Grandma"
    assert coach(learner.profile, ANN).settled_by == 4


def test_a_newer_version_is_recognised(coach: Coach) -> None:
    made = added(coach)

    found = version(coach, NEWER, name="Notes/KITCHEN (1).md")

    assert found
    assert found.notebook.id == made.id
    counts = {fate: found.revision.count(fate) for fate in Fate}
    assert counts[Fate.SAME] == 1
    assert counts[Fate.CHANGED] == 1
    assert counts[Fate.MOVED] == 1
    assert counts[Fate.ADDED] == 1
    assert [gone.question for gone in found.revision.removed] == ["What does baking soda need?"]


def test_a_file_of_the_same_name_with_nothing_in_common_is_another(coach: Coach) -> None:
    added(coach, name="README.md")
    other = "# Rust\n\n## What is a borrow?\n\nA loan.\n\n## What is a crate?\n\nA unit.\n"

    assert version(coach, other, name="README.md") is None


def test_a_newer_version_keeps_progress(coach: Coach) -> None:
    made = added(coach)
    coach(notes.ask_only, ANN, made.id)
    asked_of_notes(coach)
    coach.later(hours=1)

    renewed = updated(coach, NEWER)

    assert renewed.id == made.id
    assert (renewed.questions, renewed.answered, renewed.seen) == (4, 3, 3)
    assert renewed.updated_on


def test_a_changed_answer_is_marked_until_it_is_graded_again(coach: Coach) -> None:
    made = added(coach)
    coach(notes.ask_only, ANN, made.id)
    asked_of_notes(coach)
    coach.later(hours=1)
    updated(coach, NEWER)
    coach.later(days=30)

    changed = {}
    while isinstance(prompt := coach(practice.next_question, ANN), Prompt):
        revealed = coach(practice.reveal, ANN, prompt.id).prompt
        assert revealed
        assert revealed.question
        assert revealed.standing
        changed[revealed.question.text] = revealed.standing.changed
        coach(practice.grade, ANN, prompt.id, Grade.GOOD)
    coach.later(days=300)
    again = asked(coach)

    assert [text for text in changed if changed[text]] == ["Why rest a dough?"]
    assert again.standing
    assert not again.standing.changed


def test_an_update_is_done_once(coach: Coach) -> None:
    added(coach)
    found = version(coach, NEWER)
    assert found
    _, original = draft(NEWER)

    first = coach(drafts.update, ANN, 8, found, original)
    second = coach(drafts.update, ANN, 8, found, original)

    assert first == second


def test_a_revision_of_an_older_state_is_not_applied(coach: Coach) -> None:
    added(coach)
    found = version(coach, NEWER)
    assert found
    updated(coach, HOME.replace("How hot is a pizza oven?", "What is a peel for?"))

    assert coach(drafts.update, ANN, 9, found, draft(NEWER)[1]) is None


def test_what_was_removed_stops_and_comes_back_with_its_memory(coach: Coach) -> None:
    made = added(coach)
    coach(notes.ask_only, ANN, made.id)
    asked_of_notes(coach)

    assert updated(coach, NEWER).seen == 3
    assert updated(coach, HOME, message=9).seen == 4


def test_a_removed_question_that_waits_is_put_away(coach: Coach) -> None:
    made = added(coach, drop=(0, 1, 3))
    coach(notes.ask_only, ANN, made.id)
    waiting = asked(coach)

    updated(coach, NEWER)

    shown = coach(practice.look, ANN, waiting.id).prompt
    assert shown
    assert shown.state is PromptState.WITHDRAWN


def test_what_was_dropped_stays_dropped(coach: Coach) -> None:
    added(coach, drop=(0,))

    assert updated(coach, NEWER).questions == 3


def test_deleting_forgets_everything_about_a_notebook(coach: Coach) -> None:
    made, other = added(coach), added(coach, NEWER.replace("a", "o"), message=8, name="b.md")
    coach(notes.ask_only, ANN, made.id)
    first = grade_open(coach)
    waiting = asked(coach)
    coach(practice.sent, waiting.id, 99)

    deleted = coach(notes.delete, ANN, made.id)

    assert deleted
    assert deleted.message_id == 99
    assert [left.id for left in coach(notes.notebooks, ANN)] == [other.id]
    assert coach(mending.undo, ANN).prompt is None
    for gone in (first, waiting):
        shown = coach(practice.look, ANN, gone.id).prompt
        assert shown
        assert shown.question is None
        assert shown.own_answer == ""
    assert not coach(practice.reveal, ANN, waiting.id).next
    assert coach(progress.look, ANN).graded_today == 1
    prompt = asked(coach)
    assert prompt.question
    assert note_of(prompt.question.id) is None


def test_forgetting_deletes_the_notes_too(coach: Coach) -> None:
    made = added(coach)
    coach(notes.ask_only, ANN, made.id)
    grade_open(coach)

    forgotten = coach(learner.forget, ANN)

    assert forgotten
    assert forgotten.notebooks == 1
    assert coach(notes.notebooks, ANN) == ()
    assert added(coach).seen == 0


@pytest.mark.parametrize("length", [999, 1_000, 1_001, 50_000])
def test_a_question_of_any_length_can_be_shown(coach: Coach, length: int) -> None:
    question = "What is " + "w" * (length - 9) + "?"
    text = f"# Long\n\n## {question}\n\n{'word ' * 20_000}\n\n## Why?\n\nSo.\n\n## How?\n\nSo.\n"
    made = added(coach, text)
    coach(notes.ask_only, ANN, made.id)
    texts = {}
    while isinstance(prompt := coach(practice.next_question, ANN), Prompt):
        assert prompt.question
        texts[len(prompt.question.text)] = prompt.question.answer or ""
        grade_open(coach)

    shown = min(length, 1_000)
    assert len(texts[shown]) < 17_000
    assert texts[shown].startswith(question[:900]) == (length > 1_000)


def test_five_thousand_notes_do_not_slow_a_step(coach: Coach) -> None:
    questions = "".join(f"## What is thing {n}?\n\nThe thing {n}.\n\n" for n in range(5_000))
    made = added(coach, questions)
    coach(notes.mix, ANN, made.id, on=True)

    assert made.questions == 5_000
    assert asked(coach)
