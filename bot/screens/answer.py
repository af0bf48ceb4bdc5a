"""The parts of a revealed question: the answer, step by step or whole, examples, points, more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.examples import as_file
from bot.screens import actions, marks, markup, voice, wording
from bot.screens.actions import Part
from bot.screens.screen import CAPTION_LIMIT, COPY_LIMIT, Button, CopyText, Screen
from bot.screens.setup import in_rows
from bot.study import points
from bot.study.memory import Grade
from bot.study.preference import Preference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.model import Picture, Question
    from bot.study.prompt import Prompt

Rows = tuple[tuple[Button, ...], ...]

_POINT_LABEL = 27
"""Characters of a key point on a button: what a phone shows of it."""


@dataclass(frozen=True, slots=True)
class View:
    """Which part of a revealed question a message shows; numbers and pages count from 0."""

    part: Part = Part.ANSWER
    number: int = 0
    page: int = 0

    def __str__(self) -> str:
        return f"{self.part.value}:{self.number}:{self.page}"

    @classmethod
    def of(cls, text: str | None) -> View | None:
        """Read what ``str`` has written."""
        if text is None:
            return None
        part, number, page = text.split(":")
        return cls(Part(part), int(number), int(page))


def first_view(prompt: Prompt) -> View:
    """Choose what a learner sees first of an answer, by what they once said they want."""
    question = prompt.question
    if question and question.plain_words and Preference.SHORT_FIRST in prompt.preferences:
        return View(Part.SIMPLER)
    if question and question.key_points and Preference.POINT_BY_POINT in prompt.preferences:
        return View(Part.STEP)
    return View()


def is_there(question: Question, view: View) -> bool:
    """Tell whether a question has what a button asks to see."""
    match view.part:
        case Part.EXAMPLE:
            return view.number < len(question.examples)
        case Part.STEP:
            return view.number < len(question.key_points)
        case Part.SIMPLER:
            return question.plain_words is not None
        case Part.POINTS:
            return bool(question.key_points)
        case Part.RECALL:
            return view.number < len(question.key_points)
    return True


def body(prompt: Prompt, question: Question, view: View) -> tuple[markup.Block, ...]:
    """Lay out the part of a question that a view names."""
    if view.part is Part.REAL:
        return marks.real_body(prompt, noted=view.number == marks.NOTED)
    text = _text(prompt, question, view)
    return _answer(prompt, question) if text is None else markup.render(text)


def _text(prompt: Prompt, question: Question, view: View) -> str | None:
    """Write a part that is not the answer itself, in Markdown."""
    match view.part:
        case Part.EXAMPLE:
            return question.examples[view.number]
        case Part.SIMPLER:
            return question.plain_words
        case Part.STEP:
            return _numbered(question.key_points[: view.number + 1])
        case Part.POINTS:
            return _points(prompt, question)
        case Part.MORE:
            return _more(question) or wording.NOTHING_MORE
    return None


def rows(prompt: Prompt, question: Question, view: View) -> Rows:
    """Make the buttons of a part, above the grades."""
    match view.part:
        case Part.STEP:
            return (_step_row(prompt, question, view),)
        case Part.POINTS:
            return tuple((button,) for button in _ticks(prompt, question))
        case Part.EXAMPLE:
            return _code_row(prompt, question, view)
        case Part.MORE | Part.REAL as part:
            return marks.rows(prompt, question, part, noted=view.number == marks.NOTED)
        case Part.ANSWER:
            return (*voice.rows(prompt), *_own_row(prompt), *_code_row(prompt, question, view))
    return ()


def tools(prompt: Prompt, question: Question, view: View) -> Rows:
    """Make the two rows of three under the grades: what else there is to see.

    The button of the part that is shown leads back to the answer. A picture comes last, so that
    the others have the same place with and without it.
    """
    another = View(Part.EXAMPLE, view.number + 1 if view.part is Part.EXAMPLE else 1)
    offered = (
        _tool(prompt, question, view, wording.EXAMPLE, View(Part.EXAMPLE)),
        show(prompt, wording.ANOTHER, another) if question.examples else None,
        _tool(prompt, question, view, wording.SIMPLER, View(Part.SIMPLER)),
        _tool(prompt, question, view, wording.POINTS, View(Part.POINTS)),
        Button(wording.REPEAT, actions.Repeat(prompt.id)),
        _tool(prompt, question, view, wording.MORE_OF_IT, View(Part.MORE)),
        Button(wording.PICTURE, actions.SendPicture(prompt.id)) if question.pictures else None,
    )
    return in_rows([button for button in offered if button], 3)


def picture_screen(prompt: Prompt, picture: Picture) -> Screen:
    """Put what a picture shows into words, for a caption; the answer is one tap away."""
    text = markup.inline(picture.description or wording.PICTURE).cut(0, CAPTION_LIMIT)
    return Screen(text, ((Button(wording.ANSWER, actions.Repeat(prompt.id)),),))


def show(prompt: Prompt, label: str, view: View) -> Button:
    """Make a button that shows a part of a question in the message it is under."""
    return Button(label, actions.Show(prompt.id, view.part, view.number, view.page))


def _tool(
    prompt: Prompt, question: Question, view: View, label: str, target: View
) -> Button | None:
    if not is_there(question, target):
        return None
    if view.part is target.part:
        return show(prompt, wording.ANSWER, View())
    return show(prompt, label, target)


def suggestion(prompt: Prompt, question: Question) -> Grade | None:
    """Suggest a grade by the points that were said; None where nothing is known of them."""
    if prompt.ticked is None or not question.key_points:
        return None
    ticked, of = len(prompt.ticked), len(question.key_points)
    grade = points.suggested(ticked, of, prompt.help, cued=prompt.recalled > 0)
    few = Preference.TWO_GRADES in prompt.preferences
    return Grade.GOOD if few and grade is not Grade.AGAIN else grade  # every other one is a pass


def outline(question: Question) -> str:
    """Give the first words of every key point, as a list in Markdown."""
    return _numbered(tuple(points.beginning(point) for point in question.key_points))


def _answer(prompt: Prompt, question: Question) -> tuple[markup.Block, ...]:
    said = markup.quote(wording.YOU_SAID, prompt.own_answer) if prompt.own_answer else ()
    missed = markup.render(_left_out(prompt))
    return (
        *said,
        *voice.spoken(prompt),
        *_changed(prompt),
        *markup.render(question.answer or _none(prompt)),
        *missed,
    )


def _none(prompt: Prompt) -> str:
    if prompt.question and prompt.question.pictures:
        return wording.ANSWER_IS_PICTURE
    return wording.NO_ANSWER_IN_NOTES if prompt.standing else wording.NO_ANSWER


def _changed(prompt: Prompt) -> tuple[markup.Block, ...]:
    """Say of the learner's own notes that the answer is another one now."""
    changed = prompt.standing and prompt.standing.changed and prompt.grade is None
    return markup.render(f"*{wording.ANSWER_HAS_CHANGED}*") if changed else ()


def _own_row(prompt: Prompt) -> Rows:
    """Offer to write the answer that one's own notes do not have, or to change it."""
    if prompt.standing is None or prompt.standing.answered:
        return ()
    label = wording.CHANGE_MY_ANSWER if prompt.standing.own else wording.WRITE_ANSWER
    return ((Button(label, actions.WriteAnswer(prompt.id)),),)


def _points(prompt: Prompt, question: Question) -> str:
    listed = _numbered(question.key_points)
    grade = suggestion(prompt, question)
    ticked = len(prompt.ticked or ())
    counted = f"Ticked {ticked} of {len(question.key_points)}." if grade else ""
    suggested = f"I suggest {wording.GRADES[grade]}; you decide." if grade else ""
    line = " ".join(filter(None, (counted, suggested)))
    parts = ("Tap what you said.", listed, line, _left_out(prompt))
    return "\n\n".join(filter(None, parts))


def _left_out(prompt: Prompt) -> str:
    return f"Last time you left out: {'; '.join(prompt.left_out)}." if prompt.left_out else ""


def _ticks(prompt: Prompt, question: Question) -> Iterator[Button]:
    ticked = prompt.ticked or frozenset()
    for number, point in enumerate(question.key_points):
        plain = wording.shortened(markup.inline(point).text, _POINT_LABEL)
        mark = "☑" if number in ticked else "☐"
        label = f"{mark} {number + 1}. {plain}"
        yield Button(label, actions.Tick(prompt.id, number, on=number not in ticked))


def _step_row(prompt: Prompt, question: Question, view: View) -> tuple[Button, ...]:
    whole = show(prompt, wording.WHOLE_ANSWER, View())
    number, of = view.number + 1, len(question.key_points)
    if number == of:
        return (whole,)
    return (show(prompt, f"Next ({number} of {of})", View(Part.STEP, number)), whole)


def code_of(question: Question, view: View) -> tuple[str, str]:
    """Give a file name and the code of the answer or of an example; no code where there is none."""
    if view.part is Part.ANSWER:
        return as_file(question.answer or "")
    is_example = view.part is Part.EXAMPLE and is_there(question, view)
    return as_file(question.examples[view.number] if is_example else "")


def _code_row(prompt: Prompt, question: Question, view: View) -> Rows:
    _, code = code_of(question, view)
    if not code:
        return ()
    if len(code) <= COPY_LIMIT:
        return ((Button(wording.COPY_CODE, CopyText(code.rstrip("\n"))),),)
    send = actions.SendCode(prompt.id, view.part, view.number)
    return ((Button(wording.CODE_AS_FILE, send),),)


def _more(question: Question) -> str:
    parts = {
        "Sample answer": question.sample_answer,
        "What is scored": question.what_is_scored,
        "Pitfalls": question.pitfalls,
        "Follow-ups": question.follow_ups,
    }
    return "\n\n".join(f"**{title}**\n\n{text}" for title, text in parts.items() if text)


def _numbered(texts: tuple[str, ...]) -> str:
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))
