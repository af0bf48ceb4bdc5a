"""The documents a learner has added: all of them, one of them, and what can be done with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.questions.draft import file_name_of
from bot.screens import actions, wording
from bot.screens.notes.excerpt import excerpt, plain, title
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.turning import leaf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.study.notes import Notebook
    from bot.study.prompt import Prompt

NOTEBOOKS_A_PAGE = 8

HOW_TO_ADD = "Send a file, forward messages, or paste a text after /import."
ASK_NOW = "Ask me from these now"
MIX = "Mix into my daily questions"
ON_REQUEST = "Only when I ask"

_LABEL = 40
_QUESTION = 300


def added_screen(notebook: Notebook) -> Screen:
    """Say what was added, and ask what to do with it."""
    unanswered = notebook.questions - notebook.answered
    text = Styled(f"Added {wording.count(notebook.questions, 'question')}: ") + title(notebook.name)
    if unanswered:
        without = wording.count(unanswered, "has no answer", "have no answer")
        text = text + f"\n{without}; I ask them too, and you can write one."
    return Screen(text, ((_asking(notebook),), (_mixing(notebook),), (_all(wording.NOTES),)))


def updated_screen(notebook: Notebook) -> Screen:
    """Say that a newer version has taken the place of the older."""
    text = Styled("Updated ") + title(notebook.name) + f".\n{_counted(notebook)}"
    return Screen(text, ((_asking(notebook),), (_all(wording.NOTES),)))


def notebooks_screen(notebooks: Sequence[Notebook], page: int) -> Screen:
    """List notebooks with their questions and due ones; pages count from 0."""
    if not notebooks:
        return Screen(Styled(f"You have no notes of your own here yet. {HOW_TO_ADD}"))
    shown = leaf(notebooks, NOTEBOOKS_A_PAGE, page)
    lines = [_line(notebook) for notebook in shown.items]
    opening = tuple(
        (Button(plain(notebook.name, _LABEL), actions.OpenNotebook(notebook.id)),)
        for notebook in shown.items
    )
    everything = (_everything(),) if any(notebook.only for notebook in notebooks) else ()
    text = Styled.of("Your notes", Style.BOLD) + "\n" + "\n".join(lines) + f"\n\n{HOW_TO_ADD}"
    return Screen(text, (*opening, shown.row(actions.ListNotebooks), everything))


def notebook_screen(notebook: Notebook) -> Screen:
    """Show one notebook, and what can be done with it."""
    dates = f"Added on {_date(notebook.added_on)}"
    if notebook.updated_on:
        dates = f"{dates}, updated on {_date(notebook.updated_on)}"
    mixed = "They come among your daily questions." if notebook.mixed else "Asked when you want."
    lines = [
        _counted(notebook),
        f"Seen: {notebook.seen}, due: {notebook.due}",
        dates,
        "I ask only from these now." if notebook.only else mixed,
    ]
    return Screen(
        title(notebook.name) + "\n" + "\n".join(lines),
        (
            (_everything() if notebook.only else _asking(notebook),),
            (_mixing(notebook),),
            (
                Button("Rename", actions.RenameNotebook(notebook.id)),
                Button("Get the file", actions.SendNotebook(notebook.id)),
            ),
            (
                Button("Delete", actions.DeleteNotebook(notebook.id, confirmed=False)),
                _all("Back"),
            ),
        ),
    )


def file_name(notebook: Notebook) -> str:
    """Name the file of a notebook as its owner did, without folders; a pasted text is Markdown."""
    return file_name_of(notebook.file_name) or f"{file_name_of(notebook.name) or 'notes'}.md"


def rename_screen(notebook: Notebook) -> Screen:
    """Ask for another name."""
    text = Styled("What shall I call ") + title(notebook.name) + "? Type the new name."
    return Screen(text, ((Button("Cancel", actions.OpenNotebook(notebook.id)),),))


def no_name_screen() -> Screen:
    """Say that a typed name cannot be seen."""
    return Screen(Styled("That name has nothing in it that can be seen. Type another one."))


def delete_screen(notebook: Notebook) -> Screen:
    """Ask before a notebook is deleted."""
    text = Styled("Delete ") + title(notebook.name) + "?\n"
    what = (
        f"The file, {wording.count(notebook.questions, 'question')}, and your progress with them."
    )
    delete = Button("Delete", actions.DeleteNotebook(notebook.id, confirmed=True))
    keep = Button("Keep it", actions.OpenNotebook(notebook.id))
    return Screen(text + f"{what} This cannot be undone.", ((delete, keep),))


def deleted_screen(notebook: Notebook) -> Screen:
    """Say what was deleted."""
    counted = wording.count(notebook.questions, "question")
    text = Styled("Deleted ") + title(notebook.name) + f": {counted}, and your progress with them."
    return Screen(text, ((_all(wording.NOTES),),))


def no_notebook_screen() -> Screen:
    """Say that a notebook is gone."""
    return Screen(Styled("These notes are no longer here."), ((_all(wording.NOTES),),))


def write_answer_screen(prompt: Prompt) -> Screen:
    """Ask for the owner's own answer."""
    text = Styled("Type your answer. I keep it as yours and show it from now on.")
    if prompt.question:
        asked = Styled.of(excerpt(prompt.question.text, _QUESTION), Style.BOLD)
        text = asked + "\n\n" + text
    return Screen(text, ((Button("Cancel", actions.LeaveImport()),),))


def _counted(notebook: Notebook) -> str:
    unanswered = notebook.questions - notebook.answered
    counted = wording.count(notebook.questions, "question")
    if not unanswered:
        return f"{counted}, all answered"
    return f"{counted}: {notebook.answered} answered, {unanswered} unanswered"


def _line(notebook: Notebook) -> str:
    counted = wording.count(notebook.questions, "question")
    due = f", {notebook.due} due" if notebook.due else ""
    only = " (I ask only from these now)" if notebook.only else ""
    return f"· {plain(notebook.name)}: {counted}{due}{only}"


def _date(value: date) -> str:
    """Write a date with its year, whatever year it is today."""
    return wording.day(value, date.min)


def _asking(notebook: Notebook) -> Button:
    return Button(ASK_NOW, actions.AskOnly(notebook.id))


def _everything() -> Button:
    return Button(wording.FROM_EVERYTHING, actions.AskEverything())


def _mixing(notebook: Notebook) -> Button:
    label = ON_REQUEST if notebook.mixed else MIX
    return Button(label, actions.MixNotebook(notebook.id, on=not notebook.mixed))


def _all(label: str) -> Button:
    return Button(label, actions.ListNotebooks(0))
