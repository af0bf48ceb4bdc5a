"""Questions that are forgotten again and again: what is said of one, and how it is split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, marks, markup, wording
from bot.screens.actions import Part
from bot.screens.screen import Button, Screen, Style, Styled
from bot.study import points
from bot.study.prompt import Help

if TYPE_CHECKING:
    from bot.questions.model import Question
    from bot.study.leech import Leech
    from bot.study.prompt import Prompt

Rows = tuple[tuple[Button, ...], ...]


def leech_screen(leech: Leech) -> Screen:
    """Say that a question does not stick, what may help, and what can be done; all is optional."""
    lines = [
        f"You have forgotten this one {leech.lapses} times. Nothing changes by itself.",
        f"{wording.HINT}: {leech.question.hint}" if leech.question.hint else "",
        f"Most often left out: {'; '.join(leech.missed)}." if leech.missed else "",
    ]
    text = markup.inline(leech.question.text.partition("\n\n")[0], Style.BOLD)
    text = text + "\n\n" + markup.styled("\n\n".join(filter(None, lines)))
    split = (Button(wording.SPLIT, actions.SplitLeech(leech.prompt_id)),)
    keep = Button(wording.KEEP, actions.KeepLeech(leech.prompt_id))
    hide = Button(wording.HIDE, actions.HideLeech(leech.prompt_id))
    return Screen(text, (*((split,) if leech.can_split else ()), (keep, hide)))


def settled_screen(prompt: Prompt, said: str) -> Screen:
    """Confirm what was chosen for such a question."""
    if prompt.question is None:
        return Screen(Styled(wording.REMOVED))
    asked = markup.inline(prompt.question.text.partition("\n\n")[0], Style.BOLD)
    return Screen(asked + "\n\n" + said)


def by_points_text(prompt: Prompt, question: Question, shown: int | None) -> Styled:
    """Ask for the next key point by its first words, or show it to compare."""
    number, of = prompt.recalled, len(question.key_points)
    point = question.key_points[number]
    text = Styled.of(f"Point {number + 1} of {of}. Say it, then look.", Style.ITALIC)
    if shown == number:
        text = Styled.of(f"Point {number + 1} of {of}. Did you say it?", Style.ITALIC)
    text = text + "\n" + markup.inline(point if shown == number else points.beginning(point))
    if Help.HINT in prompt.help and question.hint:
        text = text + "\n\n" + markup.styled(f"{wording.HINT}: {question.hint}")
    return text


def by_points_rows(prompt: Prompt, question: Question, shown: int | None) -> Rows:
    """Make the buttons of a question that is recalled one key point at a time."""
    number = prompt.recalled
    whole = Button(wording.WHOLE_ANSWER, actions.Reveal(prompt.id))
    if shown == number:
        said = Button(wording.SAID_IT, actions.Recall(prompt.id, number, said=True))
        missed = Button(wording.MISSED_IT, actions.Recall(prompt.id, number, said=False))
        return ((said, missed), (whole,))
    hint = Button(wording.HINT, actions.GiveHelp(prompt.id, Help.HINT))
    can_help = question.hint and Help.HINT not in prompt.help
    return (
        (Button(wording.SHOW_POINT, actions.Show(prompt.id, Part.RECALL, number)),),
        (*((hint,) if can_help else ()), whole),
        marks.aside_row(prompt),
    )
