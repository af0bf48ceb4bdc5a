"""Reports: filed by learners, listed, answered and closed by owners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot.storage.tables import ReportRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import Session


def put(session: Session, row: ReportRow) -> ReportRow:
    """Keep a new report and give it its id."""
    session.add(row)
    session.flush()
    return row


def get(session: Session, report_id: int) -> ReportRow | None:
    """Find a report, whoever has filed it."""
    return session.get(ReportRow, report_id)


def everything(session: Session) -> Sequence[ReportRow]:
    """List all reports: open ones first, then the latest first."""
    query = select(ReportRow).order_by(col(ReportRow.closed), col(ReportRow.id).desc())
    return session.exec(query).all()


def unsent(session: Session) -> Sequence[ReportRow]:
    """List the reports whose answer was not sent to their learner yet."""
    query = select(ReportRow).where(
        col(ReportRow.answer).is_not(None), col(ReportRow.answer_sent).is_(False)
    )
    return session.exec(query.order_by(col(ReportRow.id))).all()
