"""A prompt on the screen, in each of its states, and what is said around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.screens import actions, agenda, answer, grading, leech, marks, markup, mock, sets, wording
from bot.screens.answer import View
from bot.screens.screen import MESSAGE_LIMIT, Button, Screen, Style, Styled
from bot.study.learner import Reason
from bot.study.preference import Preference
from bot.study.prompt import Confidence, Help, Prompt, PromptState

if TYPE_CHECKING:
    from bot.questions.model import Question
    from bot.study.learner import Rest

PAGE = 2000
"""Code points of one page of an answer: about two screens of a phone."""

GIVEN_ASKED, GIVEN_REVEALED = 2500, 1200
"""Code points of what is given with a question, before and beside its answer."""

_FOOT = 100
"""Code points kept free for the line under a graded answer."""

_ASIDE = {
    PromptState.SKIPPED: "Skipped until tomorrow.",
    PromptState.HIDDEN: "Hidden: I will not ask it again. /hidden brings it back.",
    PromptState.REPLACED: "A newer question has taken its place.",
    PromptState.WITHDRAWN: "Put away for now.",
}
_CAN_BE_UNDONE = {PromptState.GRADED, PromptState.SKIPPED, PromptState.HIDDEN}


def prompt_screen(prompt: Prompt, view: View | None = None) -> Screen:
    """Show a prompt as it stands; of an answer, what the view names or the learner sees first."""
    if prompt.question is None:
        return Screen(Styled(wording.REMOVED), ((_next(),),))
    if prompt.place and prompt.state in {PromptState.ASKED, PromptState.HELD}:
        return _in_round(prompt, prompt.question)
    if prompt.state is PromptState.ASKED:
        return _asked_screen(prompt, prompt.question, view)
    if prompt.state is PromptState.REVEALED:
        return _with_answer(prompt, prompt.question, view or answer.first_view(prompt))
    if prompt.state is PromptState.GRADED:
        return _with_answer(prompt, prompt.question, view or View())
    text = _head(prompt, prompt.question, given_most=GIVEN_REVEALED) + "\n\n" + aside(prompt.state)
    return Screen(text, _undo_rows(prompt))


def can_show(prompt: Prompt, view: View) -> bool:
    """Tell whether a prompt has what a button asks to see."""
    return prompt.question is None or answer.is_there(prompt.question, view)


def not_there(view: View) -> str:
    """Say that there is nothing of the kind that was asked for."""
    example = view.part is actions.Part.EXAMPLE
    return wording.NO_OTHER_EXAMPLE if example else wording.NOT_IN_FILE


def aside(state: PromptState) -> Styled:
    """Say what became of a question that was put aside."""
    return Styled.of(_ASIDE[state], Style.ITALIC)


def toast(prompt: Prompt) -> str:
    """Say in a few words what is the case with a prompt that no longer waits."""
    if prompt.state is PromptState.GRADED and prompt.grade:
        return f"Already graded: {wording.GRADES[prompt.grade]}. /next goes on."
    if prompt.state.is_open:
        return wording.OPEN_QUESTION
    if prompt.state is PromptState.HELD:
        return mock.held(prompt)
    return f"{_ASIDE[prompt.state]} /next goes on."


def kept(prompt: Prompt, *, changed: bool) -> Screen:
    """Confirm that the learner's own answer was kept; the model answer is one tap away."""
    text = Styled(wording.CHANGED if changed else wording.KEPT)
    if prompt.state is not PromptState.ASKED:
        return Screen(text)
    return Screen(text, ((mock.answer_button(prompt),),))


def rest_screen(rest: Rest) -> Screen:
    """Say that this is all for now, when it goes on, and what a learner may still want."""
    if rest.finished:
        return sets.summary_screen(rest, rest.finished)
    if rest.reason is Reason.SET_LEFT and rest.left:
        return sets.offer_screen(rest.left)
    by_plan = agenda.rest_screen(rest)
    if by_plan:
        return by_plan
    push = wording.next_push(rest.next_push, rest.zone) if rest.next_push else ""
    if rest.topic or (rest.only and rest.reason is Reason.DAY_DONE):
        return _narrow_rest(rest)
    if rest.reason is Reason.PUSH_DONE:
        lines = ["That was today's question.", push]
        return Screen(Styled(" ".join(filter(None, lines))), ((_next(),),))
    done = f"That is all for today: {wording.count(rest.graded, 'question')} done."
    due = rest.due_day and f"The next review is due on {wording.day(rest.due_day, rest.today)}."
    lines = [done if rest.graded else "There is nothing to ask right now.", due or "", push]
    more = (Button(wording.MORE, actions.More()),) if rest.more else ()
    topics = Button(wording.TOPICS, actions.Settings(actions.Page.TOPICS))
    return Screen(Styled("\n".join(filter(None, lines))), ((*more, topics),))


def _narrow_rest(rest: Rest) -> Screen:
    """Say that one topic, or one notebook, was gone through."""
    if rest.topic:
        text = f"That was all of {rest.topic.name} for today."
        area = Button(rest.topic.area, actions.OpenArea(rest.topic.area_id, 0))
        return Screen(Styled(text), ((_next(), area),))
    text = f"That is all from {rest.only} for today."
    everything = Button(wording.FROM_EVERYTHING, actions.AskEverything())
    notes = Button(wording.NOTES, actions.ListNotebooks(0))
    return Screen(Styled(text), ((everything,), (notes,)))


def line(text: str, *, go_on: bool = False) -> Screen:
    """Say one sentence, with the next question one tap away if wanted."""
    return Screen(Styled(text), ((_next(),),) if go_on else ())


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())


def _head(prompt: Prompt, question: Question, *, given_most: int) -> Styled:
    """Name area, topic and level in a quiet line, and put the question in bold under it.

    What is given with it, code or choices, follows as it is, up to so many code points.
    """
    place = prompt.in_set
    parts = [f"{place.number} of {place.of}"] if place else []
    parts += mock.head(prompt.place) if prompt.place else ()
    parts += [question.topic.area, question.topic.name]
    if question.level:
        parts.append(question.level.value)
    parts += marks.marks_of(prompt)
    asked, _, given = question.text.partition("\n\n")
    text = Styled(" · ".join(parts) + "\n\n") + markup.inline(asked, Style.BOLD)
    if not given:
        return text
    first, *more = markup.paginate(markup.render(given), limit=given_most)
    return text + "\n\n" + first + ("\n…" if more else "")


def _asked(prompt: Prompt, question: Question) -> Styled:
    """Show the question, with the help that was asked for under it."""
    text = _head(prompt, question, given_most=GIVEN_ASKED)
    if Help.HINT in prompt.help and question.hint:
        text = text + "\n\n" + markup.styled(f"{wording.HINT}: {question.hint}")
    if Help.OUTLINE in prompt.help and question.key_points:
        text = text + "\n\n" + markup.styled(answer.outline(question))
    if Preference.CONFIDENCE in prompt.preferences:
        text = text + "\n\n" + Styled.of(wording.HOW_SURE, Style.ITALIC)
    return text


def _asked_screen(prompt: Prompt, question: Question, view: View | None) -> Screen:
    if prompt.is_by_points:
        return _by_points(prompt, question, view)
    rows = (*_asked_rows(prompt, question), *_redo_row(prompt))
    return Screen(_asked(prompt, question), rows)


def _in_round(prompt: Prompt, question: Question) -> Screen:
    """Show a question of a mock round, which keeps its answer to itself."""
    head = _head(prompt, question, given_most=GIVEN_ASKED) + "\n\n"
    if prompt.state is PromptState.HELD:
        return Screen(head + Styled.of(mock.held(prompt), Style.ITALIC), mock.held_rows(prompt))
    return Screen(head + mock.foot(prompt, question), mock.asked_rows(prompt, question))


def _by_points(prompt: Prompt, question: Question, view: View | None) -> Screen:
    """Ask for one key point at a time; the view names the one that is shown to compare."""
    shown = view.number if view and view.part is actions.Part.RECALL else None
    head = _head(prompt, question, given_most=GIVEN_ASKED)
    text = head + "\n\n" + leech.by_points_text(prompt, question, shown)
    rows = leech.by_points_rows(prompt, question, shown)
    return Screen(text, (*rows, *_redo_row(prompt)))


def _asked_rows(prompt: Prompt, question: Question) -> tuple[tuple[Button, ...], ...]:
    sure = tuple(
        Button(wording.CONFIDENCES[confidence], actions.RevealAs(prompt.id, confidence))
        for confidence in Confidence
        if Preference.CONFIDENCE in prompt.preferences
    )
    there = {
        Help.HINT: (wording.HINT, question.hint),
        Help.OUTLINE: (wording.OUTLINE, question.key_points),
    }
    helps = tuple(
        Button(label, actions.GiveHelp(prompt.id, help_))
        for help_, (label, text) in there.items()
        if text and help_ not in prompt.help
    )
    rows = (
        sure,
        (Button(wording.SHOW_ANSWER, actions.Reveal(prompt.id)),),
        helps,
        marks.aside_row(prompt),
    )
    return tuple(row for row in rows if row)


def _with_answer(prompt: Prompt, question: Question, view: View) -> Screen:
    head = _head(prompt, question, given_most=GIVEN_REVEALED) + "\n\n"
    limit = min(PAGE, MESSAGE_LIMIT - len(head) - _FOOT)
    pages = markup.lay_out(answer.body(prompt, question, view), limit=limit)
    view = replace(view, page=max(0, min(view.page, len(pages) - 1)))
    page = pages[view.page]
    text, parts = head + page.text, (head, *page.parts) if page.parts else ()
    rich = Preference.TABLES in prompt.preferences
    turning = _page_row(prompt, view, len(pages))
    if prompt.state is PromptState.REVEALED:
        shown = answer.rows(prompt, question, view)
        tools = answer.tools(prompt, question, view)
        clarity = mock.clarity_rows(prompt)
        if clarity:
            asked = Styled.of(wording.HOW_CLEAR, Style.ITALIC)
            text, parts = text + "\n\n" + asked, (*parts, asked) if parts else ()
        grades = (*clarity, *grading.grade_rows(prompt, question, view))
        below = (*turning, *shown, *grades, *tools, *_redo_row(prompt))
        return Screen(text, below, parts, rich=rich)
    changing = view.part is actions.Part.GRADES and prompt.graded_today
    below = grading.other_grades(prompt) if changing else _undo_rows(prompt)
    graded = grading.graded_line(prompt)
    parts = (*parts, graded) if parts else ()
    return Screen(text + "\n\n" + graded, (*turning, *below), parts, rich=rich)


def _page_row(prompt: Prompt, view: View, pages: int) -> tuple[tuple[Button, ...], ...]:
    """Make the buttons that turn pages; both say which page they lead to."""
    row = tuple(
        answer.show(prompt, label, replace(view, page=page))
        for page, label in (
            (view.page - 1, f"Back to page {view.page}"),
            (view.page + 1, f"Page {view.page + 2} of {pages}"),
        )
        if 0 <= page < pages
    )
    return (row,) if row else ()


def _undo_rows(prompt: Prompt) -> tuple[tuple[Button, ...], ...]:
    """Offer what can still be mended: the whole step, or only the grade."""
    undo = prompt.step_id is not None and prompt.state in _CAN_BE_UNDONE
    row = [Button(wording.UNDO, actions.Undo(prompt.step_id or 0))] if undo else []
    if prompt.graded_today:
        row.append(answer.show(prompt, wording.CHANGE_GRADE, View(actions.Part.GRADES)))
    return (tuple(row),) if row else ()


def _redo_row(prompt: Prompt) -> tuple[tuple[Button, ...], ...]:
    if prompt.redo_id is None:
        return ()
    return ((Button(wording.REDO, actions.Redo(prompt.redo_id)),),)
