"""Buttons to report a question, and those of whoever looks after the reports."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.actions.action import Action


@dataclass(frozen=True, slots=True)
class ReportQuestion(Action):
    """Say that something is wrong with the question."""

    code = "rq"
    prompt: int


@dataclass(frozen=True, slots=True)
class ListReports(Action):
    """Show the reports, a page at a time."""

    code = "rl"
    page: int


@dataclass(frozen=True, slots=True)
class OpenReport(Action):
    """Show one report."""

    code = "ro"
    report: int


@dataclass(frozen=True, slots=True)
class AnswerReport(Action):
    """Write an answer to who has reported."""

    code = "ra"
    report: int


@dataclass(frozen=True, slots=True)
class CloseReport(Action):
    """Close a report, or open it again."""

    code = "rx"
    report: int
    closed: bool
