"""What the bot can do, in words, and forgetting somebody."""

from __future__ import annotations

from bot.screens import actions, wording
from bot.screens.screen import Button, Screen, Style, Styled
from bot.study import points

COMMANDS = (
    ("next", "the next question"),
    ("search", "find a question by words"),
    ("topics", "what is asked and what you know"),
    ("track", "a pack for your interview"),
    ("interview", "the day you prepare for"),
    ("mock", "a practice interview"),
    ("daily", "the daily question and its time"),
    ("pace", "how answers and grades come"),
    ("notes", "your own questions"),
    ("starred", "questions with a star"),
    ("hidden", "questions you have hidden"),
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

_IN_HELP = {
    ("notes", "import"): "questions of your own",
    ("starred", "hidden"): "what you have marked",
    ("undo", "redo"): "take the last step back, or do it again",
    ("pause", "resume"): "no messages for a while, and on again",
    ("help",): "this; /help grading: how I suggest a grade",
}
"""What the help says in one line of commands that belong together."""


def forget_screen() -> Screen:
    """Ask before everything is deleted."""
    text = _title("Delete everything about you?") + (
        "\nYour answers, grades, memory, notes, reports and settings. This cannot be undone."
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
        "your reports and your settings. "
        "I know nothing of you any more. /start begins anew."
    )
    return Screen(Styled(text))


def nothing_known_screen() -> Screen:
    """Say that nothing is known of somebody who wants to be forgotten."""
    return Screen(Styled("Everything about you is deleted already. /start begins anew."))


def help_screen() -> Screen:
    """Say shortly what the bot can do."""
    together = {name: names for names in _IN_HELP for name in names}
    said = {together.get(name, (name,)): what for name, what in COMMANDS} | _IN_HELP
    lines = [f"{', '.join(f'/{name}' for name in names)}: {what}" for names, what in said.items()]
    text = "Say your answer aloud or type it, tap Show answer, then grade yourself."
    words = "Or say what you want: “20 python junior”, “same for flask”, “simpler”, “slower”."
    return Screen(Styled("\n".join((text, words, "", *lines))), ((_next(),),))


def grading_screen() -> Screen:
    """Say in plain words how a grade is suggested, and what each one means."""
    suggestion = (
        "Tick the key points that you said, under Points; from what you typed I tick those that "
        "I find in it. Then I suggest:\n"
        "· Easy: all points\n"
        f"· Good: most of them, {points.MOST:.0%} or more\n"
        f"· Hard: some, {points.SOME:.0%} or more\n"
        "· Again: few"
    )
    help_ = (
        "After the hint, or point by point, I suggest Good at best; after the outline Hard at "
        "best. Without any ticks I suggest nothing."
    )
    decide = (
        "You decide. Again means that you did not know it. Hard, Good and Easy all mean that you "
        "did: with trouble, well, without thinking."
    )
    text = _title("How I suggest a grade") + f"\n{suggestion}\n\n{help_}\n\n{decide}"
    return Screen(text, ((_next(),),))


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
