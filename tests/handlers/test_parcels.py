from __future__ import annotations

from bot.handlers.parcels import MOST, MOST_BYTES, Parcel, Parcels
from bot.questions.document import Reading
from bot.questions.document.pictures import Pictures
from bot.questions.draft import Draft
from bot.study.notes import Original

ANN, BOB = 5_000_000_001, 5_000_000_002


def parcel(message: int, size: int = 10) -> Parcel:
    return Parcel(Draft(message, "notes", Reading(), Pictures()), Original(b"x" * size))


def kept(parcels: Parcels, messages: range, who: int = ANN) -> list[int]:
    return [message for message in messages if parcels.get(who, message)]


def test_what_was_sent_is_found_by_its_sender_only() -> None:
    parcels = Parcels()
    parcels.keep(ANN, parcel(1))

    assert parcels.get(ANN, 1)
    assert parcels.get(BOB, 1) is None
    assert parcels.get(ANN, 2) is None


def test_the_least_recently_used_goes_first() -> None:
    parcels = Parcels()
    for message in range(MOST):
        parcels.keep(ANN, parcel(message))
    parcels.get(ANN, 0)

    parcels.keep(ANN, parcel(MOST))

    assert kept(parcels, range(MOST + 1)) == [0, *range(2, MOST + 1)]


def test_long_documents_are_kept_in_smaller_numbers() -> None:
    parcels = Parcels()
    for message in range(10):
        parcels.keep(ANN, parcel(message, MOST_BYTES // 4))

    assert kept(parcels, range(10)) == [6, 7, 8, 9]


def test_even_the_longest_is_kept_alone() -> None:
    parcels = Parcels()
    parcels.keep(ANN, parcel(1, MOST_BYTES + 1))

    assert parcels.get(ANN, 1)


def test_who_is_forgotten_leaves_nothing() -> None:
    parcels = Parcels()
    for who in (ANN, BOB):
        parcels.keep(who, parcel(1))

    parcels.forget(ANN)

    assert parcels.get(ANN, 1) is None
    assert parcels.get(BOB, 1)
