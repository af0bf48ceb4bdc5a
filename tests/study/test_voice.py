from datetime import timedelta

import pytest

from bot.study.voice import Pace, pace_of


@pytest.mark.parametrize(
    ("seconds", "pace"),
    [
        (0, Pace.SHORT),
        (29, Pace.SHORT),
        (30, Pace.USUAL),
        (72, Pace.USUAL),
        (150, Pace.USUAL),
        (151, Pace.LONG),
        (299, Pace.LONG),
        (300, Pace.ENDLESS),
        (3600, Pace.ENDLESS),
    ],
)
def test_length_is_compared_with_what_is_usual(seconds: int, pace: Pace) -> None:
    assert pace_of(timedelta(seconds=seconds)) is pace
