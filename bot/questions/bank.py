"""The bank: every question the bot can ask anyone, read once and never changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.questions import canonical, syllabus, tracks
from bot.questions.model import Problem, QuestionId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.questions.model import AreaId, Question, Topic, TopicId, Track, TrackId

File = tuple[str, str]
"""A path relative to the content folder, with slashes, and the text that lies there."""

Pictures = Mapping[str, str | None]
"""What is wrong with each picture that is there, by its path; None for a sound one."""

_NO_PICTURES: Pictures = MappingProxyType({})
_LINK = re.compile(r"\]\(#([^)\s]*)\)")


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions by id and by topic, and the tracks through them, in the order of the files.

    Topics of an area follow one another in the order in which one learns them.
    """

    questions: Mapping[QuestionId, Question]
    topics: Mapping[TopicId, Topic]
    renamed: Mapping[QuestionId, QuestionId]
    """Earlier ids of questions that are still there."""

    tracks: Mapping[TrackId, Track] = field(default_factory=dict)
    unlisted: frozenset[TopicId] = frozenset()
    """Topics that the page of their area leaves out, or that have none: they come last."""

    def get(self, question_id: QuestionId) -> Question | None:
        """Find a question by its id or an earlier one; None when it was taken out of the bank."""
        return self.questions.get(self.renamed.get(question_id, question_id))

    @property
    def areas(self) -> dict[AreaId, str]:
        """Names of the areas by id, in the order of the files."""
        return {topic.area_id: topic.area for topic in self.topics.values()}


def build(
    files: Iterable[File], pictures: Pictures = _NO_PICTURES
) -> tuple[Bank, tuple[Problem, ...]]:
    """Make a bank of ``(path, text)`` pairs, and list everything that is wrong with them.

    What lies in ``tracks`` is a track, a ``README.md`` the page of its area.
    """
    pages, packs, texts = _sorted(files)
    read = [canonical.read(path, text) for path, text in texts]
    problems = [problem for file in read for problem in file.problems]
    questions: dict[QuestionId, Question] = {}
    renamed: dict[QuestionId, QuestionId] = {}
    for question in (question for file in read for question in file.questions):
        problems += _clashes(question, questions, renamed)
        questions.setdefault(question.id, question)
        renamed.update(dict.fromkeys(question.former_ids, question.id))
    problems += _dead_links(questions, renamed)
    problems += _bad_pictures(questions, pictures)
    order = syllabus.read(pages, (path for path, _ in texts))
    told, faults = tracks.read_all(packs, order.areas, questions.values())
    found = {file.topic.id: file.topic for file in read if file.topic}
    ordered = [topic for area in order.areas.values() for topic in area if topic in found]
    bank = Bank(
        questions=MappingProxyType(questions),
        topics=MappingProxyType({topic: found[topic] for topic in (*ordered, *found)}),
        renamed=MappingProxyType(renamed),
        tracks=MappingProxyType(told),
        unlisted=order.unlisted,
    )
    return bank, tuple(sorted((*problems, *order.problems, *faults)))


def _sorted(files: Iterable[File]) -> tuple[list[File], list[File], list[File]]:
    """Tell the pages of areas, the tracks, and the files of questions apart by their names."""
    pages: list[File] = []
    packs: list[File] = []
    texts: list[File] = []
    for path, text in files:
        at = PurePosixPath(path)
        if at.name == syllabus.AREA_PAGE:
            pages.append((path, text))
        elif at.parent.name == tracks.FOLDER:
            packs.append((path, text))
        else:
            texts.append((path, text))
    return pages, packs, texts


def _clashes(
    question: Question,
    questions: Mapping[QuestionId, Question],
    renamed: Mapping[QuestionId, QuestionId],
) -> Iterable[Problem]:
    mend = "Give the newer question an id of its own."
    for taken in (question.id, *question.former_ids):
        if taken in questions:
            first = questions[taken].source
            message = f"The id '{taken}' is taken by {first.path}:{first.line}."
            yield Problem(question.source.path, question.source.line, message, mend)
        elif taken in renamed:
            message = f"The id '{taken}' is an earlier one of '{renamed[taken]}'."
            yield Problem(question.source.path, question.source.line, message, mend)


def _dead_links(
    questions: Mapping[QuestionId, Question], renamed: Mapping[QuestionId, QuestionId]
) -> Iterable[Problem]:
    for question in questions.values():
        texts = (question.answer, question.follow_ups, question.pitfalls, question.plain_words)
        for target in (t for text in texts if text for t in _LINK.findall(text)):
            if target not in questions and target not in renamed:
                yield Problem(
                    question.source.path,
                    question.source.line,
                    f"A link of '{question.id}' leads to '#{target}', which is no question.",
                    "Use the id of a question of the bank, or plain text.",
                )


def _bad_pictures(
    questions: Mapping[QuestionId, Question], pictures: Pictures
) -> Iterable[Problem]:
    for picture in (each for question in questions.values() for each in question.pictures):
        path, line = picture.source.path, picture.source.line
        if picture.path not in pictures:
            message = f"There is no picture '{picture.path}'."
            yield Problem(path, line, message, "Put it there, or take the line away.")
        elif fault := pictures[picture.path]:
            message = f"'{picture.path}' {fault}."
            yield Problem(path, line, message, "Save it as a PNG, or take the line away.")
