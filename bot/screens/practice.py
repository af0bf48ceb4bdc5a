"""A prompt on the screen, in each of its states, and what is said around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, markup, wording
from bot.screens.screen import MESSAGE_LIMIT, Button, Screen, Style, Styled
from bot.study.learner import Reason
from bot.study.memory import Grade
from bot.study.prompt import Prompt, PromptState

if TYPE_CHECKING:
    from bot.questions.model import Question
    from bot.study.learner import Rest

PAGE = 2000
"""Code points of one page of an answer: about two screens of a phone."""

_FOOT = 100
"""Code points kept free for the line under a graded answer."""

_ASIDE = {
    PromptState.SKIPPED: "Skipped. It comes back another day.",
    PromptState.HIDDEN: "Hidden. I will not ask it again.",
    PromptState.REPLACED: "A newer question has taken its place.",
    PromptState.WITHDRAWN: "Put away for now.",
}
_CAN_BE_UNDONE = {PromptState.GRADED, PromptState.SKIPPED, PromptState.HIDDEN}


def prompt_screen(prompt: Prompt, page: int = 0) -> Screen:
    """Show a prompt as it stands; ``page`` counts from 0 and is brought into range."""
    if prompt.question is None:
        return Screen(Styled(wording.REMOVED), ((_next(),),))
    if prompt.state is PromptState.ASKED:
        return Screen(_head(prompt.question), _asked_rows(prompt))
    if prompt.state in {PromptState.REVEALED, PromptState.GRADED}:
        return _with_answer(prompt, prompt.question, page)
    text = _head(prompt.question) + "\n\n" + aside(prompt.state)
    return Screen(text, _undo_rows(prompt))


def aside(state: PromptState) -> Styled:
    """Say what became of a question that was put aside."""
    return Styled.of(_ASIDE[state], Style.ITALIC)


def toast(prompt: Prompt) -> str:
    """Say in a few words what is the case with a prompt that no longer waits."""
    if prompt.state is PromptState.GRADED and prompt.grade:
        return f"Already graded: {wording.GRADES[prompt.grade]}. /next goes on."
    if prompt.state.is_open:
        return wording.OPEN_QUESTION
    return f"{_ASIDE[prompt.state]} /next goes on."


def kept(prompt: Prompt, *, changed: bool) -> Screen:
    """Confirm that the learner's own answer was kept; the model answer is one tap away."""
    text = Styled(wording.CHANGED if changed else wording.KEPT)
    if prompt.state is not PromptState.ASKED:
        return Screen(text)
    return Screen(text, ((Button(wording.SHOW_ANSWER, actions.RevealBelow(prompt.id)),),))


def rest_screen(rest: Rest) -> Screen:
    """Say that this is all for now, when it goes on, and what a learner may still want."""
    push = wording.next_push(rest.next_push, rest.zone) if rest.next_push else ""
    if rest.reason is Reason.PUSH_DONE:
        lines = ["That was today's question.", push]
        return Screen(Styled(" ".join(filter(None, lines))), ((_next(),),))
    done = f"That is all for today: {wording.count(rest.graded, 'question')} done."
    due = rest.due_day and f"The next review is due on {wording.day(rest.due_day, rest.today)}."
    lines = [done if rest.graded else "There is nothing to ask right now.", due or "", push]
    more = (Button(wording.MORE, actions.More()),) if rest.more else ()
    topics = Button(wording.TOPICS, actions.Settings(actions.Page.TOPICS))
    return Screen(Styled("\n".join(filter(None, lines))), ((*more, topics),))


def line(text: str, *, go_on: bool = False) -> Screen:
    """Say one sentence, with the next question one tap away if wanted."""
    return Screen(Styled(text), ((_next(),),) if go_on else ())


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())


def _head(question: Question) -> Styled:
    """Name area, topic and level in a quiet line, and put the question in bold under it."""
    parts = [question.topic.area, question.topic.name]
    if question.level:
        parts.append(question.level.value)
    return Styled(" · ".join(parts) + "\n\n") + markup.inline(question.text, Style.BOLD)


def _asked_rows(prompt: Prompt) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(wording.SHOW_ANSWER, actions.Reveal(prompt.id)),),
        (
            Button(wording.SKIP, actions.Skip(prompt.id)),
            Button(wording.HIDE, actions.Hide(prompt.id)),
        ),
    )


def _with_answer(prompt: Prompt, question: Question, page: int) -> Screen:
    head = _head(question) + "\n\n"
    limit = min(PAGE, MESSAGE_LIMIT - len(head) - _FOOT)
    pages = markup.paginate(_body(prompt, question), limit=limit)
    page = max(0, min(page, len(pages) - 1))
    text = head + pages[page]
    turning = _page_row(prompt, page, len(pages))
    if prompt.state is PromptState.REVEALED:
        return Screen(text, (*turning, *_grade_rows(prompt, page)))
    return Screen(text + "\n\n" + _graded_line(prompt), (*turning, *_undo_rows(prompt)))


def _body(prompt: Prompt, question: Question) -> tuple[markup.Block, ...]:
    answer = markup.render(question.answer or wording.NO_ANSWER)
    if not prompt.own_answer:
        return answer
    said = markup.quote(wording.YOU_SAID, prompt.own_answer)
    return (*said, *answer)


def _page_row(prompt: Prompt, page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    if pages == 1:
        return ()
    back = Button("Back", actions.TurnPage(prompt.id, page - 1))
    more = Button(f"More ({page + 1} of {pages})", actions.TurnPage(prompt.id, page + 1))
    return (((back,) if page else ()) + ((more,) if page < pages - 1 else ()),)


def _grade_rows(prompt: Prompt, page: int) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(_grade_label(prompt, grade), actions.GradeAs(prompt.id, grade, page))
        for grade in Grade
    ]
    return tuple(buttons[:2]), tuple(buttons[2:])


def _grade_label(prompt: Prompt, grade: Grade) -> str:
    assert prompt.outcomes is not None
    days = (prompt.outcomes[grade].due_day - prompt.today).days
    return f"{wording.GRADES[grade]} · {wording.interval(days)}"


def _graded_line(prompt: Prompt) -> Styled:
    assert prompt.grade is not None
    assert prompt.outcomes is not None
    after = prompt.outcomes[prompt.grade]
    text = wording.graded(prompt.grade, on=after.last_day, due=after.due_day)
    return Styled.of(text, Style.ITALIC)


def _undo_rows(prompt: Prompt) -> tuple[tuple[Button, ...], ...]:
    if prompt.step_id is None or prompt.state not in _CAN_BE_UNDONE:
        return ()
    return ((Button(wording.UNDO, actions.Undo(prompt.step_id)),),)
