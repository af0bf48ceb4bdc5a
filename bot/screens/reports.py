"""Reports on the screen: for who finds something wrong, and for who looks after the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, wording
from bot.screens.markup.characters import harmless
from bot.screens.notes.excerpt import excerpt, plain
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.turning import leaf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.study.prompt import Prompt
    from bot.study.reports import Report

REPORTS_A_PAGE = 6

_LINE = 26
_QUESTION = 300
_TEXT = 1500
"""Code points of a report, and of an answer, that fit a message with everything around them."""


def ask_screen(prompt: Prompt) -> Screen:
    """Ask what is wrong with a question."""
    asked = Styled.of(excerpt(prompt.question.text, _QUESTION) if prompt.question else "")
    text = asked + "\n\n" + "What is wrong with it? One sentence is enough."
    return Screen(text, ((Button("Cancel", actions.LeaveImport()),),))


def filed_screen(*, owned: bool) -> Screen:
    """Confirm a report."""
    thanks = "Thank you, it is noted for the people who look after the questions."
    text = f"{thanks} If they answer, I tell you." if owned else f"{thanks}"
    return Screen(Styled(text), ((_next(),),))


def reports_screen(reports: Sequence[Report], page: int) -> Screen:
    """List the reports for an owner, each one tap away."""
    head = Styled.of("Reports", Style.BOLD)
    if not reports:
        return Screen(head + "\nNobody has reported anything.", ((_next(),),))
    still_open = sum(not report.closed for report in reports)
    shown = leaf(reports, REPORTS_A_PAGE, page)
    rows = tuple(
        (Button(f"{_state(report)}: {plain(report.text, _LINE)}", actions.OpenReport(report.id)),)
        for report in shown.items
    )
    text = head + f"\n{still_open} open, {len(reports) - still_open} closed."
    return Screen(text, (*rows, shown.row(actions.ListReports), (_next(),)))


def report_screen(report: Report) -> Screen:
    """Show one report: the question, where it stands, what is wrong with it, the answer."""
    question = report.question
    asked = Styled.of(
        excerpt(question.text, _QUESTION) if question else wording.REMOVED, Style.BOLD
    )
    where = f"{question.source.path}:{question.source.line}" if question else ""
    details = f"{report.question_id} · {wording.day(report.on, report.on)} · {_state(report)}"
    parts = [asked, Styled.of(where, Style.CODE) if where else None, Styled(details)]
    parts += [_quoted("Reported:", report.text)]
    parts += [_quoted("Answered:", report.answer)] if report.answer else []
    label = "Answer again" if report.answer else "Answer"
    close = "Open again" if report.closed else "Close"
    rows = (
        (
            Button(label, actions.AnswerReport(report.id)),
            Button(close, actions.CloseReport(report.id, closed=not report.closed)),
        ),
        (Button("All reports", actions.ListReports(0)),),
    )
    return Screen(Styled.join("\n\n", filter(None, parts)), rows)


def gone_screen() -> Screen:
    """Say that a report is no longer there."""
    text = "This report is gone: who has written it has deleted everything about them."
    return Screen(Styled(text), ((Button("All reports", actions.ListReports(0)),),))


def answer_screen(report: Report) -> Screen:
    """Ask for the answer to a report."""
    text = "Type your answer. It is sent to who has reported, in your words."
    asked = _quoted("Reported:", report.text)
    cancel = Button("Cancel", actions.OpenReport(report.id))
    return Screen(asked + "\n\n" + text, ((cancel,),))


def reply_screen(report: Report) -> Screen:
    """Bring an owner's answer to who has reported."""
    about = excerpt(report.question.text, _QUESTION) if report.question else wording.REMOVED
    text = Styled("About what you have reported: ") + Styled.of(about, Style.BOLD)
    said = _quoted("You wrote:", report.text)
    answer = _quoted("The answer:", report.answer or "")
    return Screen(Styled.join("\n\n", (text, said, answer)), ((_next(),),))


def _quoted(label: str, text: str) -> Styled:
    shown = wording.shortened(harmless(text).strip(), _TEXT)
    return Styled(label + "\n") + Styled.of(shown or "…", Style.QUOTE)


def _state(report: Report) -> str:
    if report.closed:
        return "Closed"
    return "Answered" if report.answer else "Open"


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
