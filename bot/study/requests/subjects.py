"""What one can be asked about, by every name that it has: areas, topics, and words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.study.requests.closeness import sound
from bot.study.requests.request import Subject
from bot.study.requests.words import entries, plain, spelling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.questions.model import Question

FEW = 3
"""A word that tags fewer questions, all of one topic, stands for that topic."""
_OWN = 0.5
"""The share of the questions of a topic that a tag needs to have the rest of them, too."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects of a bank; spellings are plain words written as one."""

    by_id: Mapping[str, Subject]
    names: Mapping[str, tuple[str, ...]]
    """Ids by name; more than one where a name is known to be ambiguous."""
    sounds: Mapping[str, str]
    """What each of these names sounds like."""
    words: Mapping[str, frozenset[str]]
    """Ids of the topics by every word of their names, tags, summaries and questions."""
    terms: frozenset[str]
    """Those of these words that are in names and summaries: they say what a topic is about."""
    elsewhere: frozenset[str]
    """Names of well-known things the bank has nothing about."""
    vocabulary: frozenset[str]
    """Every word of the questions and answers: no typing error."""


def of(questions: Iterable[Question]) -> Subjects:
    """List the subjects of some questions, and what people call them."""
    asked = tuple(questions)
    by_id = _areas(asked) | _topics(asked)
    tags = _tags(asked, by_id)
    by_id |= {subject.id: subject for subject in tags.values()}
    names: dict[str, tuple[str, ...]] = {}
    for subject in sorted(by_id.values(), key=_precedence):
        names.setdefault(spelling(plain(subject.name)), (subject.id,))
    for tag, subject in tags.items():
        names.setdefault(spelling(plain(tag)), (subject.id,))
    _add_parts_of_areas(asked, names)
    elsewhere = _add_other_names(names, by_id, tags)
    vocabulary = {word for q in asked for text in _texts(q) for word in plain(text)}
    sounds = {name: sound(name) for name in names}
    words, terms = _words(asked)
    return Subjects(by_id, names, sounds, words, terms, elsewhere, frozenset(vocabulary))


def synonyms(subjects: Subjects) -> dict[str, str]:
    """Map other names of a tag to the tag, written as one word: ``postgres`` to ``postgresql``."""
    return {
        name: id_.removeprefix("#")
        for name, (id_, *others) in subjects.names.items()
        if id_.startswith("#") and not others and name != id_.removeprefix("#")
    }


def _precedence(subject: Subject) -> int:
    """Let an area come before a word, and a word before a topic, of the same name."""
    return 2 if "/" in subject.id else 1 if subject.id.startswith("#") else 0


def _areas(questions: Collection[Question]) -> dict[str, Subject]:
    held: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in questions:
        held[question.topic.area_id, question.topic.area].append(question)
    return {id_: _subject(id_, name, asked) for (id_, name), asked in held.items()}


def _topics(questions: Collection[Question]) -> dict[str, Subject]:
    held: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in questions:
        held[question.topic.id, question.topic.name].append(question)
    return {id_: _subject(id_, name, asked) for (id_, name), asked in held.items()}


def _subject(id_: str, name: str, questions: Iterable[Question]) -> Subject:
    return Subject(id_, name, frozenset(question.id for question in questions))


def _tags(questions: Collection[Question], known: Mapping[str, Subject]) -> dict[str, Subject]:
    """Find the subject of each tag: an area of that name, all about it, or a topic."""
    tagged: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        for tag in question.tags:
            tagged[tag].append(question)
    return {tag: _tag(tag, having, known) for tag, having in tagged.items()}


def _tag(tag: str, having: Sequence[Question], known: Mapping[str, Subject]) -> Subject:
    if tag in known:
        return known[tag]
    topics = Counter(question.topic for question in having)
    if len(having) < FEW and len(topics) == 1:
        return known[next(iter(topics)).id]
    all_of_it = {question.id for question in having}
    name = _written(tag, having)
    for topic, number in topics.items():
        questions = known[topic.id].questions
        if topic.name.casefold() == tag or number >= _OWN * len(questions):
            all_of_it |= questions
        if topic.name.casefold() == tag:
            name = topic.name
    return Subject(f"#{tag}", name, frozenset(all_of_it))


def _written(tag: str, questions: Iterable[Question]) -> str:
    """Write a tag as its questions mostly do, with a capital at least: ``PostgreSQL``."""
    word = tag.replace("-", " ")
    texts = " ".join(text for question in questions for text in _texts(question))
    ways = Counter(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", texts, re.IGNORECASE))
    usual = ways.most_common(1)[0][0] if ways else word
    return usual if usual != usual.lower() else usual[:1].upper() + usual[1:]


def _texts(question: Question) -> tuple[str, ...]:
    topic = question.topic
    return (question.text, question.answer or "", *question.key_points, topic.name, topic.summary)


def _add_parts_of_areas(questions: Iterable[Question], names: dict[str, tuple[str, ...]]) -> None:
    """Name topics by their area and a word: "django testing", "celery in django"."""
    parts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for question in questions:
        topic = question.topic
        for word in (*question.tags, topic.name):
            parts[topic.area, word][topic.id] += 1
    for (area, word), topics in parts.items():
        (best, most), *others = topics.most_common()
        if not others or most > others[0][1]:
            for name in (f"{area} {word}", f"{word} {area}"):
                names.setdefault(spelling(plain(name)), (best,))


def _add_other_names(
    names: dict[str, tuple[str, ...]],
    by_id: Mapping[str, Subject],
    tags: Mapping[str, Subject],
) -> frozenset[str]:
    """Add what `names.txt` knows of these subjects; give back what it says is found elsewhere."""
    elsewhere = set()
    for section, meant, words in entries("names.txt"):
        name = spelling(words)
        ids = [tags[id_[1:]].id if id_[1:] in tags else id_ for id_ in meant.split(", ") if id_]
        here = tuple(dict.fromkeys(id_ for id_ in ids if id_ in by_id))
        if section == "not here":
            elsewhere.add(name)
        elif here:
            names[name] = here
    return frozenset(elsewhere - names.keys())


def _words(questions: Iterable[Question]) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """List the topics that each word is used in, and the words that say what they are about."""
    topics: dict[str, set[str]] = defaultdict(set)
    terms = set()
    for question in questions:
        topic = question.topic
        about = {singular(word) for word in plain(f"{topic.name} {topic.summary}")}
        asked = {singular(word) for word in plain(f"{' '.join(question.tags)} {question.text}")}
        for word in about | asked | {singular(word) for word in plain(topic.area)}:
            topics[word].add(topic.id)
        terms |= about
    return {word: frozenset(ids) for word, ids in topics.items()}, frozenset(terms)


def singular(name: str) -> str:
    """Take a plural s off a term."""
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name
