"""The grades under an answer: what each promises, and the line that says which was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, answer, wording
from bot.screens.answer import View
from bot.screens.screen import Button, Style, Styled
from bot.screens.setup import CHOSEN, in_rows
from bot.study.memory import Grade, is_brought_forward
from bot.study.preference import Preference

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.questions.model import Question
    from bot.study.memory import Memory
    from bot.study.prompt import Prompt

SUGGESTED = "→ "
"""Marks the grade that the ticked points suggest."""


def grade_rows(prompt: Prompt, question: Question, view: View) -> tuple[tuple[Button, ...], ...]:
    """Make the grades, two by two; the one that the ticked points suggest is marked."""
    page = view.page if view.part is actions.Part.ANSWER else 0
    suggested = answer.suggestion(prompt, question)
    buttons = [
        Button(
            SUGGESTED * (grade is suggested) + _label(prompt, grade),
            actions.GradeAs(prompt.id, grade, page, _promised(prompt, grade)),
        )
        for grade in _offered(prompt)
    ]
    return in_rows(buttons, 2)


def other_grades(prompt: Prompt) -> tuple[tuple[Button, ...], ...]:
    """Offer the grades again, the given one marked, and to keep it."""
    buttons = [
        Button(
            CHOSEN * (grade is prompt.grade) + _label(prompt, grade),
            actions.Regrade(prompt.id, grade, _promised(prompt, grade)),
        )
        for grade in _offered(prompt)
    ]
    return (*in_rows(buttons, 2), (answer.show(prompt, wording.KEEP_GRADE, View()),))


def graded_line(prompt: Prompt) -> Styled:
    """Say which grade was given, and when the question comes again."""
    assert prompt.grade is not None
    assert prompt.outcomes is not None
    after = prompt.outcomes[prompt.grade]
    due = None if _is_open(prompt, after) else after.due_day
    by_plan = is_brought_forward(after)
    text = wording.graded(prompt.grade, on=after.last_day, due=due, by_plan=by_plan)
    return Styled.of(text, Style.ITALIC)


def _offered(prompt: Prompt) -> Iterable[Grade]:
    few = Preference.TWO_GRADES in prompt.preferences
    return (Grade.AGAIN, Grade.GOOD) if few else Grade


def _promised(prompt: Prompt, grade: Grade) -> date:
    """Name the day that the label of a grade promises."""
    assert prompt.outcomes is not None
    return prompt.outcomes[grade].due_day


def _label(prompt: Prompt, grade: Grade) -> str:
    assert prompt.outcomes is not None
    after = prompt.outcomes[grade]
    if is_brought_forward(after):
        return f"{wording.GRADES[grade]} · by {wording.short_day(after.due_day)}"
    if _is_open(prompt, after):
        return wording.GRADES[grade]
    return f"{wording.GRADES[grade]} · {wording.interval((after.due_day - prompt.today).days)}"


def _is_open(prompt: Prompt, after: Memory) -> bool:
    """Tell whether it is left to the plan when the question comes again."""
    sure = after.returns_on(after.last_day) or is_brought_forward(after)
    return prompt.by_plan and not sure
