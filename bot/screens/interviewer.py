"""What a friend sees who is the interviewer of a mock round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, markup, wording
from bot.screens.mock import GO_ON, head
from bot.screens.screen import MESSAGE_LIMIT, Button, Screen, Style, Styled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.model import Question
    from bot.study.mock import Sheet

PAGE = 1800
_POINT_LABEL = 27

OWN_LINK = "This link is for a friend: send it to whoever shall be your interviewer."
TAKEN = "Somebody else is the interviewer of this round already."
OVER = "This round is over, or has begun without an interviewer. Ask for a new link."
AGREED = "Thank you. I ask the candidate, then the first question comes here."
DECLINED = "All right. Nothing was shared."
LEFT = "You have left the round. Thank you for your time."
NO_ROUND = "You are no interviewer of this round any more."
ENDED = "The round is over. Thank you for being the interviewer."
PAUSED = "The candidate has paused the round. The next question comes when it goes on."
DISMISSED = "The candidate goes on without an interviewer. Thank you for your time."
FRIEND_LEFT = "Your interviewer has left. The round goes on without one."


def invitation_screen(secret: str) -> Screen:
    """Ask somebody whether they want to be the interviewer."""
    text = Styled.of("Will you be the interviewer?", Style.BOLD) + (
        "\nWho sent you this link is about to practise for an interview. You get each question"
        " with a hint, the model answer and its key points, and tick what you hear. You see"
        " nothing else of theirs, and they see nothing of yours. Either can leave at any time."
    )
    yes = Button("Yes, I will", actions.AnswerInvitation(secret, yes=True))
    no = Button("No, thanks", actions.AnswerInvitation(secret, yes=False))
    return Screen(text, ((yes, no),))


def left_screen(round_id: int) -> Screen:
    """Tell a candidate that their interviewer has left; the round is one tap away."""
    go_on = Button(GO_ON, actions.ResumeMock(round_id))
    return Screen(Styled(FRIEND_LEFT), ((go_on,),))


def sheet_screen(sheet: Sheet, page: int = 0) -> Screen:
    """Show a question with all that an interviewer needs to follow the answer."""
    question = sheet.question
    asked, _, given = question.text.partition("\n\n")
    top = Styled(" · ".join(head(sheet.place)) + "\n\n")
    top = top + markup.inline(asked, Style.BOLD) + "\n\n"
    limit = min(PAGE, MESSAGE_LIMIT - len(top))
    pages = markup.paginate(markup.render("\n\n".join(_body(question, given))), limit=limit)
    page = max(0, min(page, len(pages) - 1))
    turning = tuple(
        Button(label, actions.ShowSheet(sheet.question_id, to))
        for to, label in (
            (page - 1, f"Back to page {page}"),
            (page + 1, f"Page {page + 2} of {len(pages)}"),
        )
        if 0 <= to < len(pages)
    )
    leave = (Button("Leave the round", actions.StopInterviewing()),)
    rows = (turning, *_ticks(sheet, page), _go_on(sheet), leave)
    return Screen(top + pages[page], tuple(row for row in rows if row))


def _go_on(sheet: Sheet) -> tuple[Button, ...]:
    if not sheet.is_open:
        return ()
    return (Button("Answer is over: go on", actions.EndAnswerFor(sheet.question_id)),)


def _body(question: Question, given: str) -> Iterator[str]:
    if given:
        yield given
    if question.hint:
        yield f"**{wording.HINT}:** {question.hint}"
    yield question.answer or wording.NO_ANSWER
    if question.key_points:
        yield "**Tick what you hear:**\n\n" + "\n".join(
            f"{number}. {point}" for number, point in enumerate(question.key_points, start=1)
        )


def _ticks(sheet: Sheet, page: int) -> Iterator[tuple[Button, ...]]:
    for number, point in enumerate(sheet.question.key_points if sheet.is_open else ()):
        plain = wording.shortened(markup.inline(point).text, _POINT_LABEL)
        on = number in sheet.ticked
        label = f"{'☑' if on else '☐'} {number + 1}. {plain}"
        yield (Button(label, actions.TickFor(sheet.question_id, number, on=not on, page=page)),)
