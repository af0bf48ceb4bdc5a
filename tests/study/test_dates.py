"""A typed date is read as a person would mean it, or what is wrong with it is told."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.study.dates import FARTHEST, Trouble, When, Wrong, read

TODAY = date(2026, 11, 21)
"""A Saturday."""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 Dec", date(2026, 12, 12)),
        ("12 dec.", date(2026, 12, 12)),
        ("Dec 12", date(2026, 12, 12)),
        ("December 12th, 2026", date(2026, 12, 12)),
        ("the 12th of December", date(2026, 12, 12)),
        ("12.12.", date(2026, 12, 12)),
        ("12.12", date(2026, 12, 12)),
        ("12.12.26", date(2026, 12, 12)),
        ("12.12.2026", date(2026, 12, 12)),
        ("2026-12-12", date(2026, 12, 12)),
        ("12-12-2026", date(2026, 12, 12)),
        ("12/12", date(2026, 12, 12)),
        ("12/25", date(2026, 12, 25)),
        ("15 January", date(2027, 1, 15)),
        ("on the 5th", date(2026, 12, 5)),
        ("in three weeks", date(2026, 12, 12)),
        ("in 10 days", date(2026, 12, 1)),
        ("in a month", date(2026, 12, 21)),
        ("two weeks", date(2026, 12, 5)),
        ("tomorrow", date(2026, 11, 22)),
        ("day after tomorrow", date(2026, 11, 23)),
        ("friday", date(2026, 11, 27)),
        ("saturday", date(2026, 11, 28)),
        ("next Friday", date(2026, 11, 27)),
        ("next week", date(2026, 11, 28)),
        ("my interview is on 12 Dec", date(2026, 12, 12)),
        ("15 января", date(2027, 1, 15)),
        ("через 3 недели", date(2026, 12, 12)),
        ("через неделю", date(2026, 11, 28)),
        ("послезавтра", date(2026, 11, 23)),
        ("12 de diciembre", date(2026, 12, 12)),
        ("en dos semanas", date(2026, 12, 5)),
        ("12. März", date(2027, 3, 12)),
        ("in 3 Wochen", date(2026, 12, 12)),
    ],
)
def test_day_is_read(text: str, day: date) -> None:
    assert read(text, TODAY) == When(day, rest=read(text, TODAY).rest)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("next Friday 14:00", time(14)),
        ("15 January at 9", time(9)),
        ("15 January at 2", time(14)),
        ("Dec 12 2pm", time(14)),
        ("12.12. 9:30 am", time(9, 30)),
        ("Friday at 14.30", time(14, 30)),
        ("Friday 14.30", time(14, 30)),
        ("Freitag um 9 Uhr", time(9)),
        ("в пятницу в 11", time(11)),
        ("el 12 de diciembre a las 10", time(10)),
        ("12 Dec", None),
    ],
)
def test_time_is_read(text: str, at: time | None) -> None:
    found = read(text, TODAY)

    assert isinstance(found, When)
    assert found.at == at


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("31 Feb", Trouble.IMPOSSIBLE),
        ("30.02.2027", Trouble.IMPOSSIBLE),
        ("99/99", Trouble.IMPOSSIBLE),
        ("2026-13-01", Trouble.IMPOSSIBLE),
        ("12 Dec 25:00", Trouble.IMPOSSIBLE),
        ("12 Dec 13pm", Trouble.IMPOSSIBLE),
        ("12 Nov", Trouble.PAST),
        ("12 Dec 2025", Trouble.PAST),
        ("yesterday", Trouble.PAST),
        ("today", Trouble.TODAY),
        ("21 Nov", Trouble.TODAY),
        ("12 Dec 2030", Trouble.TOO_FAR),
        ("in ten years", Trouble.TOO_FAR),
        ("in 9999 years", Trouble.TOO_FAR),
        ("soon", Trouble.NOT_UNDERSTOOD),
        ("may", Trouble.NOT_UNDERSTOOD),
        ("", Trouble.NOT_UNDERSTOOD),
        ("A deadlock needs four conditions", Trouble.NOT_UNDERSTOOD),
    ],
)
def test_what_is_wrong_is_told(text: str, trouble: Trouble) -> None:
    found = read(text, TODAY)

    assert isinstance(found, Wrong)
    assert found.trouble is trouble


def test_numbers_are_read_day_first_and_the_other_reading_is_named() -> None:
    assert read("05/06", TODAY) == When(date(2027, 6, 5), month_first=date(2027, 5, 6))
    assert read("05.06.", TODAY) == When(date(2027, 6, 5))


def test_next_weekday_is_of_the_week_that_begins_on_monday() -> None:
    monday = date(2026, 11, 23)

    assert read("Friday", monday) == When(date(2026, 11, 27))
    assert read("next Friday", monday) == When(date(2026, 12, 4))


def test_words_around_the_date_are_left() -> None:
    found = read("12 Dec 14:00 Python, Django", TODAY)

    assert isinstance(found, When)
    assert found.rest == "Python, Django"


def test_leap_day_is_the_next_one_there_is() -> None:
    assert read("29 Feb", TODAY) == When(date(2028, 2, 29))


@given(
    st.dates(TODAY + timedelta(days=1), TODAY + FARTHEST),
    st.sampled_from(["{d:%Y-%m-%d}", "{d.day}.{d.month}.{d.year}", "{d.day} {d:%B} {d.year}"]),
)
def test_every_day_ahead_is_read_back(day: date, form: str) -> None:
    found = read(form.format(d=day), TODAY)

    assert isinstance(found, When)
    assert found.day == day


@given(st.text(max_size=300) | st.from_regex(r"[\d./: -]{1,20}"), st.dates())
def test_any_text_on_any_day_is_read_or_refused(text: str, today: date) -> None:
    found = read(text, today)

    if isinstance(found, When):
        assert timedelta() < found.day - today <= FARTHEST
