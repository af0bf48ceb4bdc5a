"""From the words for a subject to the subjects that may be meant: exactly, or as they sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.study.requests.closeness import heard_alike, sound, typed_alike
from bot.study.requests.subjects import singular
from bot.study.requests.words import spelling

if TYPE_CHECKING:
    from bot.study.requests.subjects import Subjects

TYPED: Final = 0.79
"""Likeness of letters that is taken: one error in five letters, two in ten."""
HEARD: Final = 0.82
"""Likeness of letters and sounds that is taken."""
ASKED: Final = 0.75
"""Likeness worth asking about."""
_MARGIN: Final = 0.04
"""How much better the best has to be than the second best."""
_MISTYPED: Final = 4
"""Letters of the shortest name in which an error is still seen for what it is."""
_WORD: Final = 5
"""Letters of the shortest word that says something alone, or may have an error."""
_LONGEST: Final = 40
_MOST: Final = 6
"""Letters and words of the longest name that is looked for."""
_NEAR: Final = 0.6
_LIMIT: Final = 40
_CHOICES: Final = 4


@dataclass(frozen=True, slots=True)
class Match:
    """Ids of the subjects that may be meant, best first; one that is sure, or some to ask about."""

    ids: tuple[str, ...] = ()
    sure: bool = False


NOTHING: Final = Match()


def named(words: tuple[str, ...], subjects: Subjects) -> Match:
    """Find the subject that these very words name."""
    name = spelling(words)
    ways = (name, singular(name), f"{name}s")
    found = next((subjects.names[way] for way in ways if way in subjects.names), ())
    return Match(found, sure=len(found) == 1)


def mistyped(words: tuple[str, ...], subjects: Subjects) -> Match:
    """Find the subject that these words name with a typing error."""
    name = spelling(words)
    if len(name) < _MISTYPED or subjects.vocabulary.issuperset(words):
        return NOTHING
    close = process.extract(
        name,
        subjects.sounds.keys(),
        scorer=OSA.normalized_similarity,
        score_cutoff=_NEAR,
        limit=_LIMIT,
    )
    return _best({found: typed_alike(name, found) for found, _, _ in close}, subjects, TYPED)


def like(words: tuple[str, ...], subjects: Subjects) -> Match:
    """Find the subjects whose names look or sound like these words, or whose terms they are."""
    name = spelling(words)
    if name in subjects.elsewhere or singular(name) in subjects.elsewhere or len(words) > _MOST:
        return NOTHING
    typed = mistyped(words, subjects)
    if typed.sure:
        return typed
    about = _about(words, subjects)
    if about.ids:
        return about
    return heard(words, subjects)


def is_unheard(word: str, subjects: Subjects) -> bool:
    """Tell whether no question has this word, nor one that is like it."""
    near = process.extractOne(
        word, subjects.vocabulary, scorer=OSA.normalized_similarity, score_cutoff=TYPED
    )
    return near is None


def heard(words: tuple[str, ...], subjects: Subjects) -> Match:
    """Find the subjects whose names look or sound like these words."""
    name = spelling(words)
    if len(name) > _LONGEST or len(words) > _MOST:
        return NOTHING
    alike = process.extract(
        sound(name), subjects.sounds, scorer=OSA.normalized_similarity, limit=_LIMIT
    )
    spelt = process.extract(
        name, subjects.sounds.keys(), scorer=OSA.normalized_similarity, limit=_LIMIT
    )
    near = {found for _, _, found in alike} | {found for found, _, _ in spelt}
    scores = {found: heard_alike(name, found) for found in near}
    best = _best(scores, subjects, HEARD)
    one_known_word = len(words) == 1 and words[0] in subjects.vocabulary
    return Match(best.ids) if one_known_word else best


def _about(words: tuple[str, ...], subjects: Subjects) -> Match:
    """Find the topics that have all of these words; one word alone is sure if it is a term."""
    shared = [subjects.words.get(_known_word(word, subjects), frozenset()) for word in words]
    ids = sorted(frozenset.intersection(*shared)) if shared else []
    alone = words[0] if len(words) == 1 else ""
    if len(ids) > _CHOICES or (alone and len(alone) < _WORD):
        return NOTHING
    return Match(
        tuple(ids), sure=len(ids) == 1 and (not alone or singular(alone) in subjects.terms)
    )


def _known_word(word: str, subjects: Subjects) -> str:
    """Mend a typing error in a word that is in no question at all."""
    if len(word) < _WORD or word in subjects.vocabulary:
        return singular(word)
    close = process.extractOne(
        singular(word),
        subjects.words.keys(),
        scorer=OSA.normalized_similarity,
        score_cutoff=TYPED,
    )
    return close[0] if close else word


def _best(scores: dict[str, float], subjects: Subjects, least: float) -> Match:
    """Take the best subject if it is good and alone, else those worth asking about."""
    by_id: dict[str, float] = {}
    for name, score in scores.items():
        for id_ in subjects.names[name]:
            by_id[id_] = max(score, by_id.get(id_, 0.0))
    ranked = sorted(((-score, id_) for id_, score in by_id.items() if score >= ASKED))
    if not ranked:
        return NOTHING
    best = -ranked[0][0]
    second = -ranked[1][0] if len(ranked) > 1 else 0.0
    if best >= least and best - second >= _MARGIN:
        return Match((ranked[0][1],), sure=True)
    return Match(tuple(id_ for _, id_ in ranked[:_CHOICES]))
