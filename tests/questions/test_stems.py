"""Endings are taken off alike, whoever asks at the same time."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from bot.questions.stems import stem


def test_threads_do_not_mix_their_words_up() -> None:
    words = [f"{root}{ending}" for root in "abcdefgh" for ending in ("elations", "inking", "ies")]
    alone = [stem.__wrapped__(word) for word in words]
    before = sys.getswitchinterval()

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            rounds = list(
                threads.map(lambda _: [stem.__wrapped__(word) for word in words], range(40))
            )
    finally:
        sys.setswitchinterval(before)

    assert all(found == alone for found in rounds)
