"""Whether hostile input ends in time: how long is too long, whatever else the machine does."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Callable

ORDINARY: Final = "A rule applies when both sides agree.\n\n" * 6_250  # 250 kB
TOO_LONG: Final = 40 if sys.gettrace() is None else 240  # coverage slows ours, not the parser
"""How many times what the parser of Markdown takes for ordinary text: 5 s, if nothing else runs."""

TRIES: Final = 3


def ends_in_time(run: Callable[[], object]) -> bool:
    """Tell whether one of a few runs takes no longer than it may.

    The parser runs right after it: what slows the machine slows both.
    """
    return any(_seconds(run) < TOO_LONG * _seconds(_parse) for _ in range(TRIES))


def _parse() -> object:
    return MarkdownIt("commonmark").parse(ORDINARY)


def _seconds(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started
