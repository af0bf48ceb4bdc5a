"""Notes of one's own: sent, looked through, asked, renewed, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.pictures.studio import can_be_graded, is_question

if TYPE_CHECKING:
    from tools.pictures.studio import Studio

DATABASES = b"""# Indexes

## What is a B-tree?

A balanced tree that keeps keys in order, so that a range is read in one go.

## When does an index slow a table down?

Every write has to keep it in step.

# Transactions

## What is write-ahead logging?

## What does MVCC keep?

Several versions of a row, one for each snapshot that may still read it.

## Why do two transactions deadlock?

Each waits for a row that the other has locked.
"""
NEWER = DATABASES.replace(b"in one go", b"leaf by leaf").replace(
    b"## What is write-ahead logging?\n", b"## What is a checkpoint?\n\nAll dirty pages written.\n"
)


SUBJECTS = b"""# Storage engines

## B-trees

- Sorted pages
- Reads of a range are cheap

## LSM trees

- Sorted runs, merged later
- Writes are cheap

## Write-ahead log

Changes are written to it before the pages.
"""

PASTED = """/import What is a roux?
Flour and butter, stirred over heat.

Why rest a dough?
So that the gluten relaxes.

What does baking soda need?
An acid."""


async def notes(studio: Studio) -> None:
    """Bring notes, and do everything with them that can be done."""
    await studio.set_up()
    await studio.put_away()
    await studio.say("/notes", "You have no notes")
    await studio.shoot("no-notes")
    await studio.say("/import", "Send me your notes")
    await studio.shoot("import")
    await studio.me.sends_document("databases.md", DATABASES)
    await studio.me.sees("5 questions")
    await studio.shoot("preview")
    await studio.tap("Look through", "What is a B-tree?")
    await studio.tap("Drop 2", "Dropped.")
    await studio.shoot("look-through")
    await studio.tap("Add 4", "Added 4 questions")
    await studio.shoot("added")
    await studio.tap("Ask me from these now", is_question)
    await studio.shoot("asked-from-notes")
    while "no answer" not in (await studio.reveal()).text:
        await studio.tap("Good", is_question)
    await studio.shoot("unanswered")
    await studio.tap("Write an answer", "Type your answer.")
    await studio.shoot("write-answer")
    await studio.say("Changes are written to a log before the pages.", "written to a log")
    await studio.shoot("answer-written")
    await studio.say("/notes", "Your notes")
    await studio.shoot("notes")
    await studio.tap("databases", "Seen:")
    await studio.shoot("notebook")
    await studio.tap("Rename", "Type the new name.")
    await studio.shoot("rename")
    await studio.say("My database notes", "My database notes")
    await studio.tap("Delete", "This cannot be undone.")
    await studio.shoot("delete-notes")
    await studio.tap("Delete", "Deleted")
    await studio.shoot("notes-deleted")


async def newer(studio: Studio) -> None:
    """Send a newer version, and what cannot be read."""
    await studio.set_up()
    await studio.put_away()
    await studio.me.sends_document("databases.md", DATABASES)
    await studio.me.sees("5 questions")
    await studio.tap("Add all 5", "Added 5 questions")
    await studio.me.sends_document("databases.md", NEWER)
    await studio.me.sees("A newer version of")
    await studio.shoot("newer-notes")
    await studio.tap("Look at changes", "Changed:")
    await studio.shoot("changes")
    await studio.tap("Update", "Updated")
    await studio.shoot("updated")
    await studio.me.sends_document("slides.pdf", b"%PDF-1.7")
    await studio.me.sees("I cannot read")
    await studio.me.sends_document("diary.txt", b"It rained.\n\nWe stayed at home.\n")
    await studio.me.sees("I found no questions")
    await studio.shoot("not-readable")
    await studio.me.sends_document("subjects.md", SUBJECTS)
    await studio.me.sees("I found no questions in subjects")
    await studio.shoot("what-to-ask")
    await studio.tap("Its 3 headings", "I ask its headings.")
    await studio.shoot("asked-by-headings")
    await studio.tap("Not these questions?", "What shall I ask of subjects?")
    await studio.shoot("not-these-questions")
    await studio.tap("Cancel", "Nothing was kept")
    await studio.say(PASTED, "3 questions")
    await studio.shoot("pasted")
    await studio.tap("Add all 3", "Added 3")
    await studio.tap("Mix into my daily questions")
    await studio.shoot("mixed")
    await studio.tap("Ask me from these now", is_question)
    await studio.tap("Show answer", can_be_graded)
    await studio.tap("Good", is_question)
    await studio.grade()
    await studio.me.sees(is_question)
    await studio.grade()
    await studio.shoot("notes-done")
