"""The tables: what a row is. Rules live elsewhere; ids of Telegram are BIGINT everywhere."""

from bot.storage.tables.fit import FitRow
from bot.storage.tables.interview import After, EncounterRow, InterviewRow
from bot.storage.tables.learner import Checkin, Learner
from bot.storage.tables.mock import MockQuestionRow, MockRow
from bot.storage.tables.notes import NotebookRow, NoteRow
from bot.storage.tables.practice import MemoryRow, PromptRow, SetRow, Step
from bot.storage.tables.report import ReportRow

__all__ = [
    "After",
    "Checkin",
    "EncounterRow",
    "FitRow",
    "InterviewRow",
    "Learner",
    "MemoryRow",
    "MockQuestionRow",
    "MockRow",
    "NoteRow",
    "NotebookRow",
    "PromptRow",
    "ReportRow",
    "SetRow",
    "Step",
]
