"""What a newer version of a document would change, before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.revision import Fate, Kept
from bot.screens import actions
from bot.screens.notes.excerpt import excerpt, title
from bot.screens.notes.preview import aside_of, cancelling
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.turning import leaf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.draft import Draft
    from bot.questions.revision import Match, Revision
    from bot.study.notes import Version

CHANGES_A_PAGE = 5

_QUESTION = 200
_ANSWER = 120
_TOPIC = 60


def revision_screen(draft: Draft, version: Version) -> Screen:
    """Count what a newer version would change, and ask before it does."""
    revision = version.revision
    text = Styled("A newer version of ") + title(version.notebook.name) + f": {_counted(revision)}."
    if _changes(revision):
        text = text + "\n\nWhat stays keeps your progress. What is removed is no longer asked."
    else:
        text = text + "\n\nNone of its questions has changed."
    update = Button("Update", actions.ApplyRevision(draft.message, version.notebook.id))
    look = actions.BrowseRevision(draft.message, version.notebook.id, 0)
    looking = (Button("Look at changes", look),) if _changes(revision) else ()
    new = Button("Add as a new one", actions.ShowDraft(draft.message))
    text = text + "".join(f"\n{line}" for line in aside_of(draft))
    return Screen(text, ((update, *looking), (new,), (cancelling(draft),)))


def changes_screen(draft: Draft, version: Version, page: int) -> Screen:
    """Show a page of the changes one by one; pages count from 0."""
    changes = _changes(version.revision)
    if not changes:
        return revision_screen(draft, version)
    message, notebook = draft.message, version.notebook.id
    shown = leaf(changes, CHANGES_A_PAGE, page)
    turning = shown.row(lambda to: actions.BrowseRevision(message, notebook, to))
    update = Button("Update", actions.ApplyRevision(message, notebook))
    whole = Button("Overview", actions.ShowRevision(message, notebook))
    parts = [_described(change) for change in shown.items]
    text = title(version.notebook.name) + "\n\n" + Styled.join("\n\n", parts)
    return Screen(text, (turning, (update, whole, cancelling(draft))))


def _counted(revision: Revision) -> str:
    numbers = {
        "added": revision.count(Fate.ADDED),
        "changed": revision.count(Fate.CHANGED),
        "moved": revision.count(Fate.MOVED),
        "removed": len(revision.missed),
        "the same": revision.count(Fate.SAME),
        "dropped before and still left out": revision.count(Fate.DROPPED),
    }
    return ", ".join(f"{number} {what}" for what, number in numbers.items() if number) or "empty"


def _changes(revision: Revision) -> list[Match | Kept]:
    """List what changes; what needs a look comes first."""
    by_fate = [
        match
        for fate in (Fate.CHANGED, Fate.ADDED, Fate.MOVED)
        for match in revision.matches
        if match.fate is fate
    ]
    return [*by_fate, *revision.missed]


def _described(change: Match | Kept) -> Styled:
    if isinstance(change, Kept):
        return _line("Removed", change.question)
    found = change.found
    if change.fate is Fate.ADDED:
        back = "Back" if change.before else "New"
        return _line(back, found.question, f"Answer: {_beginning(found.answer)}")
    if change.fate is Fate.MOVED:
        topic = excerpt(found.topic, _TOPIC) if found.topic else "no heading"
        return _line("Moved", found.question, f"Now under: {topic}")
    return _line("Changed", found.question, *_differences(change))


def _differences(match: Match) -> Iterator[str]:
    if match.reworded and match.before:
        yield f"It was: {excerpt(match.before.question, _QUESTION)}"
    if match.answer_changed:
        yield f"Answer now: {_beginning(match.found.answer)}"


def _beginning(answer: str | None) -> str:
    return "none" if answer is None else excerpt(answer, _ANSWER)


def _line(what: str, question: str, *more: str) -> Styled:
    text = Styled(f"{what}: ") + Styled.of(excerpt(question, _QUESTION), Style.BOLD)
    return Styled.join("\n", (text, *map(Styled, more)))
