"""What is played before the camera: each scene begins with an empty chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.pictures.scenes import (
    first_day,
    interview,
    marks,
    mock,
    notes,
    practice,
    progress,
    requests,
    settings,
    topics,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tools.pictures.studio import Studio

SCENES: dict[str, Callable[[Studio], Awaitable[None]]] = {
    "first-day": first_day.first_day,
    "answers": practice.answers,
    "paces": practice.paces,
    "tables": practice.tables,
    "sets": requests.sets,
    "doubts": requests.doubts,
    "search": requests.search,
    "marks": marks.marks,
    "leech": marks.leech,
    "reports": marks.reports,
    "topics": topics.topics,
    "tracks": topics.tracks,
    "notes": notes.notes,
    "newer-notes": notes.newer,
    "interview": interview.ahead,
    "plan": interview.plan,
    "aftermath": interview.aftermath,
    "back": interview.back,
    "mock": mock.practice_round,
    "real-round": mock.real_round,
    "friend": mock.with_a_friend,
    "progress": progress.progress,
    "sunday": progress.sunday,
    "settings": settings.settings,
    "quiet": settings.quiet,
}
