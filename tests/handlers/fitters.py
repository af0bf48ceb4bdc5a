"""What may come of fitting parameters, other than parameters; light to be loaded elsewhere."""

from __future__ import annotations

import os
import signal
from math import nan
from typing import TYPE_CHECKING

from bot.study.fitting import Fit
from bot.study.memory import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.study.progress import Review


def die(_: Sequence[Review]) -> Fit | None:
    os.kill(os.getpid(), signal.SIGKILL)
    return None


def go_on_for_ever(_: Sequence[Review]) -> Fit | None:
    while True:
        pass


def fail(_: Sequence[Review]) -> Fit | None:
    raise ZeroDivisionError("of no use")


def nothing(_: Sequence[Review]) -> Fit | None:
    return None


def not_a_number(_: Sequence[Review]) -> Fit | None:
    return Fit((nan, *DEFAULTS[1:]), 0.4, 0.3)


def too_few(_: Sequence[Review]) -> Fit | None:
    return Fit(DEFAULTS[:19], 0.4, 0.3)


def something_else(_: Sequence[Review]) -> list[str]:
    return ["of no use"]
