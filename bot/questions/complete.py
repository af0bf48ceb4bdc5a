"""What our own bank demands of a question beyond a sound structure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions.examples import code_blocks
from bot.questions.model import Problem, Question
from bot.questions.syllabus import AREA_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.bank import Bank
    from bot.questions.model import TopicId

QUESTION_LIMIT = 200
POINT_LIMIT = 90
CODE_WIDTH = 48
CODE_LINES = 20
ANSWER_WORDS = range(80, 221)
PLAIN_WORDS = range(1, 61)
DESCRIPTION = range(40, 301)
POINTS = range(3, 8)


def missing(bank: Bank) -> tuple[Problem, ...]:
    """List what a bank lacks, or has too much of, for a phone and an interview."""
    found = [
        Problem(question.source.path, question.source.line, f"'{question.id}' {message}", mend)
        for question in bank.questions.values()
        for message, mend in (*_parts(question), *_lengths(question), *_code(question))
    ]
    return tuple(sorted((*found, *_unlisted(bank), *_pictures(bank))))


def _unlisted(bank: Bank) -> Iterator[Problem]:
    for topic in bank.unlisted:
        area, _, name = topic.partition("/")
        mend = f"Add '{name}.md' to its list, where one learns it."
        yield Problem(f"{area}/{AREA_PAGE}", 1, f"The page does not list '{name}'.", mend)


def _pictures(bank: Bank) -> Iterator[Problem]:
    """Demand one picture a topic at most, and words for those who cannot see it."""
    seen: set[TopicId] = set()
    for question in bank.questions.values():
        for picture in question.pictures:
            where = picture.source.path, picture.source.line
            if question.topic.id in seen:
                mend = "Keep the one where looking beats reading."
                yield Problem(*where, "The topic has another picture already.", mend)
            if len(picture.description) not in DESCRIPTION:
                message = f"'{picture.path}' is described in {len(picture.description)} characters."
                yield Problem(
                    *where, message, "Say in 40 to 300 between the brackets what it shows."
                )
            seen.add(question.topic.id)


def _parts(question: Question) -> Iterator[tuple[str, str]]:
    parts = {
        "level": question.level,
        "answer": question.answer,
        "key points": question.key_points,
        "hint": question.hint,
        "plain words": question.plain_words,
        "pitfalls": question.pitfalls,
        "follow-ups": question.follow_ups,
    }
    for name, value in parts.items():
        if not value:
            yield f"has no {name}.", "Write it."


def _lengths(question: Question) -> Iterator[tuple[str, str]]:
    if len(question.text) > QUESTION_LIMIT:
        yield f"is longer than {QUESTION_LIMIT} characters.", "Ask one thing at a time."
    if question.answer and (count := _words(question.answer)) not in ANSWER_WORDS:
        yield f"has an answer of {count} words.", "Say it in 80 to 220."
    if question.plain_words and (count := _words(question.plain_words)) not in PLAIN_WORDS:
        yield f"needs {count} plain words.", "Say it in at most 60."
    if question.key_points and len(question.key_points) not in POINTS:
        yield f"has {len(question.key_points)} key points.", "Keep 3 to 7."
    for point in question.key_points:
        if len(point) > POINT_LIMIT:
            yield f"has a key point of {len(point)} characters.", f"Keep it under {POINT_LIMIT}."


def _code(question: Question) -> Iterator[tuple[str, str]]:
    texts = (question.answer, *question.examples, question.pitfalls, question.sample_answer)
    for block in (block for text in texts if text for block in code_blocks(text)):
        if not block.language:
            yield "has code without a language.", "Name it after the fence, or write 'text'."
        lines = block.code.split("\n")
        if len(lines) > CODE_LINES:
            yield f"has an example of {len(lines)} lines.", f"Keep it to {CODE_LINES}."
        widest = max(map(len, lines))
        if widest > CODE_WIDTH:
            yield f"has code {widest} columns wide.", f"Wrap it at {CODE_WIDTH}: phones do."


def _words(markdown: str) -> int:
    return len(re.findall(r"\S*\w\S*", markdown))
