"""What a learner is told of themselves: progress, forgetting, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, wording
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.topics import areas_of, of_area

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.study.learner import Progress
    from bot.study.topics import TopicCount

COMMANDS = (
    ("next", "the next question"),
    ("topics", "what is asked and what you know"),
    ("track", "a pack for your interview"),
    ("daily", "the daily question and its time"),
    ("pace", "how answers and grades come"),
    ("notes", "your own questions"),
    ("import", "add notes of your own"),
    ("progress", "where you stand"),
    ("undo", "take the last step back"),
    ("redo", "do it again after all"),
    ("pause", "no messages for a while"),
    ("resume", "go on after a pause"),
    ("help", "what I can do"),
    ("stop", "quiet until /start"),
    ("start", "begin, or begin again"),
    ("forget", "delete everything about you"),
)
"""Telegram's command menu: names, and what they do."""


def progress_screen(progress: Progress) -> Screen:
    """Say in words where a learner stands."""
    areas = areas_of(progress.topics)
    seen = sum(count.seen for count in progress.topics)
    due = sum(count.due for count in progress.topics if count.chosen)
    total = sum(count.questions for count in progress.topics)
    lines = [
        f"Today: {progress.graded_today} of {progress.limits.in_all}",
        f"Streak: {wording.count(progress.streak, 'day')}",
        f"Seen: {seen} of {total}",
        f"Due: {due}",
    ]
    if progress.hidden:
        lines.append(f"Hidden: {progress.hidden}")
    if progress.next_push:
        lines.append(wording.next_push(progress.next_push, progress.zone))
    by_area = [_seen_line(name, of_area(progress.topics, area)) for area, name in areas.items()]
    text = _title("Where you stand") + "\n" + "\n".join(lines)
    text = text + "\n\n" + _title("By area") + "\n" + "\n".join(filter(None, by_area))
    hidden = ((Button("Bring back what I hid", actions.BringBack()),),) if progress.hidden else ()
    return Screen(text, (*hidden, (_next(),)))


def forget_screen() -> Screen:
    """Ask before everything is deleted."""
    text = _title("Delete everything about you?") + (
        "\nYour answers, grades, memory, notes and settings. This cannot be undone."
    )
    return Screen(
        text,
        (
            (
                Button("Delete all", actions.Forget(confirmed=True)),
                Button("Keep it", actions.Forget(confirmed=False)),
            ),
        ),
    )


def forgotten_screen(prompts: int, memories: int, notebooks: int) -> Screen:
    """Say what was deleted."""
    asked, kept = wording.count(prompts, "question"), wording.count(memories, "memory", "memories")
    own = f"{wording.count(notebooks, 'document')} of your own, " if notebooks else ""
    text = (
        f"Deleted: {asked} put to you with your answers and grades, {kept}, {own}"
        "and your settings. "
        "I know nothing of you any more. /start begins anew."
    )
    return Screen(Styled(text))


def nothing_known_screen() -> Screen:
    """Say that nothing is known of somebody who wants to be forgotten."""
    return Screen(Styled("Everything about you is deleted already. /start begins anew."))


def help_screen() -> Screen:
    """Say shortly what the bot can do."""
    lines = "\n".join(f"/{name}: {what}" for name, what in COMMANDS)
    text = "Say your answer aloud or type it, tap Show answer, then grade yourself."
    return Screen(Styled(f"{text}\n\n{lines}"), ((_next(),),))


def _seen_line(name: str, counts: Sequence[TopicCount]) -> str:
    questions = sum(count.questions for count in counts)
    seen, due = sum(count.seen for count in counts), sum(count.due for count in counts)
    if not questions:
        return ""
    return f"{name}: {seen} of {questions} seen" + (f", {due} due" if due else "")


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
