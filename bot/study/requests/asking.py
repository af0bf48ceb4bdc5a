"""From the parts of a wish to the request it makes: surely, or to be asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from bot.study.requests.matching import NOTHING, Match, heard, is_unheard, like, mistyped, named
from bot.study.requests.request import Same, Set, Unsure
from bot.study.requests.words import Kind, spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.study.requests.subjects import Subjects
    from bot.study.requests.wishes import Part, Wish

_CHOICES: Final = 4
_SHORT: Final = 3
"""Words about which it is worth asking what they mean, when nothing else asks for something."""

_FOREIGN: Final = 3
"""Letters of the shortest word that may be a name of something the bank does not have."""

_TOGETHER = frozenset({Kind.NAME, Kind.OTHER, Kind.SMALL, Kind.CHAT, Kind.AND})
"""Words that may all be part of one name, as it was heard."""

Form: TypeAlias = type[Set] | type[Same]


def sure(wish: Wish, form: Form, subjects: Subjects) -> Set | Same | None:
    """Make the request that a wish surely is, even while a question is open."""
    asks = bool(wish.kinds & {Kind.QUESTIONS, Kind.ASKING})
    if Kind.CHAT in wish.kinds or (Kind.WISHING in wish.kinds and not asks):
        return None
    if not (asks or form is Same or wish.begins_or_ends_with_number):
        return None
    if not wish.regions and not (asks and (wish.numbers or wish.levels)):
        return None
    matches = [_certain(region, subjects) for region in wish.regions]
    return _request(wish, form, matches, subjects) if all(m.sure for m in matches) else None


def likely(wish: Wish, form: Form, subjects: Subjects) -> Set | Same | Unsure | None:
    """Make the request that a wish is while nothing is open; ask when it may be several."""
    if not wish.regions:
        return None if _chats(wish, form) else _without_subject(wish, form)
    matches = [_match(region, subjects) for region in wish.regions]
    if all(match.sure for match in matches) and not _chats(wish, form):
        return _request(wish, form, matches, subjects)
    together = heard(_words(part for part in wish.parts if part.kinds <= _TOGETHER), subjects)
    if together.sure:
        return _request(wish, form, [together], subjects)
    if not _asks(wish, form, matches):
        return None
    return _unsure(wish, form, matches, subjects)


def _certain(region: Sequence[Part], subjects: Subjects) -> Match:
    words = _words(region)
    return named(words, subjects) if _has(region, Kind.NAME) else mistyped(words, subjects)


def _match(region: Sequence[Part], subjects: Subjects) -> Match:
    """Match a region as one name, else by the names in it, else by likeness."""
    content = [part for part in region if part.kinds & {Kind.NAME, Kind.OTHER}]
    for words in (_words(region), _words(content)):
        match = named(words, subjects)
        if match.ids:
            return match
    match = like(_words(content), subjects)
    if match.sure or not _has(content, Kind.NAME):
        return match
    names = [named(p.words, subjects) for p in content if Kind.NAME in p.kinds]
    if len(_words(content)) > _SHORT:
        return NOTHING
    return Match(tuple(dict.fromkeys((*(i for n in names for i in n.ids), *match.ids))))


def _without_subject(wish: Wish, form: Form) -> Set | Same | None:
    number = wish.numbers[0] if wish.numbers else None
    if form is Same or (Kind.AGAIN in wish.kinds and number is not None):
        return Same((), number, wish.levels)
    if wish.levels or (number is not None and wish.kinds & {Kind.QUESTIONS, Kind.ASKING}):
        return Set((), number, wish.levels)
    return None


def _chats(wish: Wish, form: Form) -> bool:
    """Tell whether a wish sounds like a sentence that asks for nothing."""
    asks = form is Same or wish.kinds & {Kind.QUESTIONS, Kind.ASKING, Kind.WISHING}
    return Kind.CHAT in wish.kinds and not asks


def _asks(wish: Wish, form: Form, matches: Sequence[Match]) -> bool:
    """Tell whether a wish is worth a question back: it asks for something, or it is short."""
    if _chats(wish, form):
        return False
    if _demands(wish, form):
        return True
    doubtful = (r for r, match in zip(wish.regions, matches, strict=True) if not match.sure)
    words = sum(len(_words(region)) for region in doubtful)
    return words <= _SHORT and Kind.CHAT not in wish.kinds


def _is_foreign(words: tuple[str, ...], subjects: Subjects) -> bool:
    """Tell whether all that is said is one word that is near nothing in the bank."""
    word = words[0]
    return (
        len(words) == 1 and len(word) >= _FOREIGN and word.isalpha() and is_unheard(word, subjects)
    )


def _demands(wish: Wish, form: Form) -> bool:
    return bool(wish.numbers) or _asks_outright(wish, form)


def _asks_outright(wish: Wish, form: Form) -> bool:
    return form is Same or bool(wish.kinds & {Kind.QUESTIONS, Kind.ASKING})


def _counts(wish: Wish) -> bool:
    """Tell whether a number is in digits; one in words may be part of a term, "three-way"."""
    numbers = (part.words[0] for part in wish.parts if Kind.NUMBER in part.kinds)
    return any(word[0].isdigit() for word in numbers)


def _unsure(wish: Wish, form: Form, matches: Sequence[Match], subjects: Subjects) -> Unsure | None:
    doubtful = next(i for i, match in enumerate(matches) if not match.sure)
    text = " ".join(_words(wish.regions[doubtful]))
    others = [match for match in matches if match.sure]
    choices = [
        _request(wish, form, [*others, Match((id_,))], subjects) for id_ in matches[doubtful].ids
    ]
    if not choices and others:
        choices = [_request(wish, form, others, subjects)]
    known_elsewhere = any(spelling(_words(region)) in subjects.elsewhere for region in wish.regions)
    worth_saying = (
        known_elsewhere or _demands(wish, form) or _is_foreign(_words(wish.parts), subjects)
    )
    if not choices and not worth_saying:
        return None
    return Unsure(
        text, tuple(choices[:_CHOICES]), demands=_counts(wish) or _asks_outright(wish, form)
    )


def _request(wish: Wish, form: Form, matches: Iterable[Match], subjects: Subjects) -> Set | Same:
    asked = dict.fromkeys(subjects.by_id[match.ids[0]] for match in matches)
    return form(tuple(asked), wish.numbers[0] if wish.numbers else None, wish.levels)


def _words(parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in part.words)


def _has(parts: Iterable[Part], kind: Kind) -> bool:
    return any(kind in part.kinds for part in parts)
