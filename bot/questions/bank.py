"""The bank: every question the bot can ask anyone, read once and never changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.questions import canonical
from bot.questions.model import AreaId, Problem, Question, QuestionId, Topic, TopicId

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LINK = re.compile(r"\]\(#([^)\s]*)\)")


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions by id and by topic, in the order of the files."""

    questions: Mapping[QuestionId, Question]
    topics: Mapping[TopicId, Topic]
    renamed: Mapping[QuestionId, QuestionId]
    """Earlier ids of questions that are still there."""

    def get(self, question_id: QuestionId) -> Question | None:
        """Find a question by its id or an earlier one; None when it was taken out of the bank."""
        return self.questions.get(self.renamed.get(question_id, question_id))

    @property
    def areas(self) -> dict[AreaId, str]:
        """Names of the areas by id, in the order of the files."""
        return {topic.area_id: topic.area for topic in self.topics.values()}


def build(files: Iterable[tuple[str, str]]) -> tuple[Bank, tuple[Problem, ...]]:
    """Make a bank of ``(path, text)`` pairs, and list everything that is wrong with them."""
    read = [canonical.read(path, text) for path, text in files]
    problems = [problem for file in read for problem in file.problems]
    questions: dict[QuestionId, Question] = {}
    renamed: dict[QuestionId, QuestionId] = {}
    for question in (question for file in read for question in file.questions):
        problems += _clashes(question, questions, renamed)
        questions.setdefault(question.id, question)
        renamed.update(dict.fromkeys(question.former_ids, question.id))
    problems += _dead_links(questions, renamed)
    topics = {file.topic.id: file.topic for file in read if file.topic}
    bank = Bank(MappingProxyType(questions), MappingProxyType(topics), MappingProxyType(renamed))
    return bank, tuple(sorted(problems))


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
