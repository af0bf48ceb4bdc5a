"""One's own notes on the screen: what was read, what would change, what there is."""

from __future__ import annotations

from bot.screens.notes.browsing import browse_screen, page_of
from bot.screens.notes.changes import changes_screen, revision_screen
from bot.screens.notes.notebooks import (
    added_screen,
    delete_screen,
    deleted_screen,
    file_name,
    no_name_screen,
    no_notebook_screen,
    notebook_screen,
    notebooks_screen,
    rename_screen,
    updated_screen,
    write_answer_screen,
)
from bot.screens.notes.preview import preview_screen, ways_screen
from bot.screens.notes.refusals import (
    busy_screen,
    cancelled_screen,
    gone_screen,
    import_screen,
    refused,
    too_large_screen,
    unfetched_screen,
    unreadable_screen,
)

__all__ = [
    "added_screen",
    "browse_screen",
    "busy_screen",
    "cancelled_screen",
    "changes_screen",
    "delete_screen",
    "deleted_screen",
    "file_name",
    "gone_screen",
    "import_screen",
    "no_name_screen",
    "no_notebook_screen",
    "notebook_screen",
    "notebooks_screen",
    "page_of",
    "preview_screen",
    "refused",
    "rename_screen",
    "revision_screen",
    "too_large_screen",
    "unfetched_screen",
    "unreadable_screen",
    "updated_screen",
    "ways_screen",
    "write_answer_screen",
]
