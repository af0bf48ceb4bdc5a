"""Buttons of one's own notes: what was read and waits for a yes, and what was added.

A draft is named by the message that brought it, its questions by their place from 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.questions.document import Way
from bot.screens.actions.action import Action


@dataclass(frozen=True, slots=True)
class ShowDraft(Action):
    """Show what was read in a message, as a document of its own."""

    code = "nd"
    message: int


@dataclass(frozen=True, slots=True)
class BrowseDraft(Action):
    """Show a page of the questions that were read."""

    code = "nb"
    message: int
    page: int


@dataclass(frozen=True, slots=True)
class KeepFound(Action):
    """Keep a question of a draft, or drop it."""

    code = "nk"
    message: int
    place: int
    keep: bool


@dataclass(frozen=True, slots=True)
class AddDraft(Action):
    """Add the questions that are kept, or only those of them with an answer."""

    code = "na"
    message: int
    answered: bool


@dataclass(frozen=True, slots=True)
class CancelDraft(Action):
    """Forget what was read in a message."""

    code = "nx"
    message: int


@dataclass(frozen=True, slots=True)
class ChooseWay(Action):
    """Offer to ask something else of what was read."""

    code = "n1"
    message: int


@dataclass(frozen=True, slots=True)
class ReadBy(Action):
    """Read a message in a way that its owner chooses."""

    code = "n2"
    message: int
    way: Way


@dataclass(frozen=True, slots=True)
class ReadAnew(Action):
    """Read a message for what it asks itself."""

    code = "n0"
    message: int


@dataclass(frozen=True, slots=True)
class ShowRevision(Action):
    """Show what a message would change in a notebook."""

    code = "nv"
    message: int
    notebook: int


@dataclass(frozen=True, slots=True)
class BrowseRevision(Action):
    """Show a page of the changes."""

    code = "nw"
    message: int
    notebook: int
    page: int


@dataclass(frozen=True, slots=True)
class ApplyRevision(Action):
    """Make a notebook what a message holds."""

    code = "nu"
    message: int
    notebook: int


@dataclass(frozen=True, slots=True)
class LeaveImport(Action):
    """Await no notes any longer."""

    code = "ni"


@dataclass(frozen=True, slots=True)
class ListNotebooks(Action):
    """Show a page of one's notebooks."""

    code = "nl"
    page: int


@dataclass(frozen=True, slots=True)
class OpenNotebook(Action):
    """Show one notebook."""

    code = "no"
    notebook: int


@dataclass(frozen=True, slots=True)
class AskOnly(Action):
    """Ask from one notebook only, from now on, and go on with it."""

    code = "ny"
    notebook: int


@dataclass(frozen=True, slots=True)
class AskEverything(Action):
    """Ask from everything again, and go on with it."""

    code = "ne"


@dataclass(frozen=True, slots=True)
class MixNotebook(Action):
    """Mix a notebook into the daily questions, or ask from it only on request."""

    code = "nm"
    notebook: int
    on: bool


@dataclass(frozen=True, slots=True)
class RenameNotebook(Action):
    """Await another name for a notebook."""

    code = "nr"
    notebook: int


@dataclass(frozen=True, slots=True)
class SendNotebook(Action):
    """Send a notebook's file back as it came."""

    code = "nf"
    notebook: int


@dataclass(frozen=True, slots=True)
class DeleteNotebook(Action):
    """Ask before a notebook is deleted, or delete it."""

    code = "nz"
    notebook: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class WriteAnswer(Action):
    """Await the owner's own answer to the question of a prompt."""

    code = "nq"
    prompt: int
