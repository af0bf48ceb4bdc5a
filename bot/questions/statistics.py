"""What the bank holds, in numbers, and where it is thin or repeats itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from bot.questions.examples import CodeBlock, Handling, examples_of
from bot.questions.likeness import Likeness, near_duplicates
from bot.questions.model import AreaId, Level, QuestionId, TopicId, TrackId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.questions.bank import Bank
    from bot.questions.model import Question

_Key = TypeVar("_Key")
_LINK = re.compile(r"\]\(#([^)\s]*)\)")
_ITEM = re.compile(r"[-*+] +(.*)")
_CHECKED = (Handling.RUN, Handling.PARSED)


@dataclass(slots=True)
class Tally:
    """Numbers of some questions: how many, their words, their examples by handling."""

    questions: int = 0
    words: int = 0
    handled: Counter[Handling] = field(default_factory=Counter)

    @property
    def examples(self) -> int:
        """How many blocks of code there are."""
        return self.handled.total()

    @property
    def checked(self) -> int:
        """How many of them run or are read by a tool."""
        return sum(self.handled[handling] for handling in _CHECKED)

    def add(self, question: Question) -> None:
        """Count one more question."""
        self.questions += 1
        self.words += sum(len(re.findall(r"\S*\w\S*", text)) for text in _texts(question))
        self.handled.update(block.handling for block in examples_of(question))


@dataclass(frozen=True, slots=True)
class FollowUps:
    """What interviewers ask next: links into the bank, plain texts, and links to nowhere."""

    linked: int
    plain: int
    dead: tuple[tuple[QuestionId, str], ...]
    """Who asks, and the id that no question has."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a bank holds, and what deserves a look."""

    total: Tally
    areas: Mapping[AreaId, Tally]
    levels: Mapping[Level | None, Tally]
    languages: Mapping[str, Counter[Handling]]
    excuses: tuple[tuple[QuestionId, str], ...]
    without_senior: tuple[TopicId, ...]
    follow_ups: FollowUps
    near_duplicates: tuple[Likeness, ...]
    pictures: int
    tracks: Mapping[TrackId, tuple[int, int]]
    """How many topics and questions each track asks."""


def count(bank: Bank) -> Statistics:
    """Count everything there is to know about a bank."""
    questions = tuple(bank.questions.values())
    blocks = [(question.id, block) for question in questions for block in examples_of(question)]
    return Statistics(
        total=_tally(questions),
        areas=_tallies((question.topic.area_id, question) for question in questions),
        levels=_tallies((question.level, question) for question in questions),
        languages=_languages(block for _, block in blocks),
        excuses=tuple((asker, block.excuse) for asker, block in blocks if block.excuse),
        without_senior=_without_senior(bank),
        follow_ups=_follow_ups(bank),
        near_duplicates=near_duplicates(questions),
        pictures=sum(len(question.pictures) for question in questions),
        tracks={
            track.id: (
                len(track.weights),
                sum(q.topic.id in track.weights and q.is_of(track.levels) for q in questions),
            )
            for track in bank.tracks.values()
        },
    )


def describe(statistics: Statistics) -> Iterator[str]:
    """Yield the lines of a report for people, no line wider than a terminal unless it must be."""
    yield f"{'':<22}{'questions':>10}{'words':>9}{'examples':>10}{'checked':>9}"
    for area, tally in statistics.areas.items():
        yield _row(area, tally)
    for level, tally in statistics.levels.items():
        yield _row(level or "no level", tally)
    yield _row("all", statistics.total)
    yield from _about_examples(statistics)
    yield from _about_gaps(statistics)
    yield f"Pictures: {statistics.pictures}."
    yield f"Tracks: {len(statistics.tracks)}."
    for track, (topics, questions) in statistics.tracks.items():
        yield f"  {track}: {topics} topics, {questions} questions"


def _row(name: str, tally: Tally) -> str:
    numbers = f"{tally.questions:>10}{tally.words:>9}{tally.examples:>10}{tally.checked:>9}"
    return f"{name:<22}{numbers}"


def _about_examples(statistics: Statistics) -> Iterator[str]:
    yield "Examples by language:"
    for language, handled in statistics.languages.items():
        parts = (f"{number} {handling}" for handling, number in sorted(handled.items()))
        yield f"  {language}: {', '.join(parts)}"
    for asker, excuse in statistics.excuses:
        yield f"  not run: {asker}: {excuse}"


def _about_gaps(statistics: Statistics) -> Iterator[str]:
    follow_ups = statistics.follow_ups
    yield f"Follow-ups: {follow_ups.linked} linked, {follow_ups.plain} plain text."
    for asker, target in follow_ups.dead:
        yield f"  leads nowhere: {asker} -> {target}"
    yield f"Topics without a senior question: {', '.join(statistics.without_senior) or 'none'}."
    yield f"Near-duplicates: {len(statistics.near_duplicates)}."
    for pair in statistics.near_duplicates:
        yield f"  {pair.share:.0%} of the words: {pair.first}, {pair.second}"


def _tally(questions: Iterable[Question]) -> Tally:
    tally = Tally()
    for question in questions:
        tally.add(question)
    return tally


def _tallies(pairs: Iterable[tuple[_Key, Question]]) -> dict[_Key, Tally]:
    tallies: dict[_Key, Tally] = defaultdict(Tally)
    for key, question in pairs:
        tallies[key].add(question)
    return dict(tallies)


def _languages(blocks: Iterable[CodeBlock]) -> dict[str, Counter[Handling]]:
    languages: dict[str, Counter[Handling]] = defaultdict(Counter)
    for block in blocks:
        languages[block.language or "unnamed"][block.handling] += 1
    return dict(sorted(languages.items(), key=lambda each: -each[1].total()))


def _without_senior(bank: Bank) -> tuple[TopicId, ...]:
    asked = {each.topic.id for each in bank.questions.values() if each.level is Level.SENIOR}
    return tuple(topic for topic in bank.topics if topic not in asked)


def _follow_ups(bank: Bank) -> FollowUps:
    asked = [
        (question.id, _LINK.search(item))
        for question in bank.questions.values()
        for item in _ITEM.findall(question.follow_ups or "")
    ]
    links = [(asker, link[1]) for asker, link in asked if link]
    dead = tuple(link for link in links if not bank.get(QuestionId(link[1])))
    return FollowUps(len(links) - len(dead), len(asked) - len(links), dead)


def _texts(question: Question) -> Iterator[str]:
    """Yield what is written about a question, code aside."""
    parts = (
        question.answer,
        question.plain_words,
        question.pitfalls,
        question.hint,
        question.follow_ups,
        question.sample_answer,
        question.what_is_scored,
    )
    yield question.text
    yield from question.key_points
    yield from (part for part in parts if part)
