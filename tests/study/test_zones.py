from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.study.zones import LocalTime, Place, find_place, local_times, parse_time, zones_at
from bot.study.zones.cities import inhabited
from bot.study.zones.places import LONGEST, MOST
from bot.study.zones.spelling import plain

if TYPE_CHECKING:
    from bot.study.zones.cities import City

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
NOW = datetime(2026, 11, 21, 12, 0, 44, tzinfo=UTC)


def zones_of(text: str) -> list[str]:
    return [place.zone for place in find_place(text)]


def clock(now: datetime, zone: str) -> time:
    return now.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0, fold=0)


@settings(deadline=None, max_examples=30)
@given(MOMENTS)
def test_local_times_are_distinct_and_sorted(now: datetime) -> None:
    times = [local.time for local in local_times(now)]

    assert times == sorted(set(times))


@settings(deadline=None, max_examples=30)
@given(MOMENTS)
def test_every_zone_of_the_world_is_offered(now: datetime) -> None:
    offered = {local.time for local in local_times(now)}

    assert offered >= {clock(now, zone) for zone in inhabited()}


@settings(deadline=None, max_examples=30)
@given(MOMENTS)
def test_offered_times_have_zones_that_show_them(now: datetime) -> None:
    for local in local_times(now):
        choices = zones_at(now, local.time)

        assert choices
        assert {clock(now, choice.zone) for choice in choices} == {local.time}


@settings(deadline=None, max_examples=30)
@given(MOMENTS)
def test_usual_times_fit_a_screen(now: datetime) -> None:
    assert 20 <= sum(local.usual for local in local_times(now)) <= 28


def test_half_hour_of_india_is_usual() -> None:
    assert LocalTime(time(17, 30), usual=True) in local_times(NOW)


def test_quarter_hour_of_few_is_rare() -> None:
    assert LocalTime(time(20, 45), usual=False) in local_times(NOW)


def test_most_populous_zone_comes_first() -> None:
    people = [inhabited()[choice.zone].population for choice in zones_at(NOW, time(13))]

    assert people == sorted(people, reverse=True)
    assert zones_at(NOW, time(7))[0].city == "New York"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 3, 7, 12, tzinfo=UTC), time(7)),
        (datetime(2026, 3, 20, 12, tzinfo=UTC), time(8)),
        (datetime(2026, 10, 28, 12, tzinfo=UTC), time(8)),
    ],
    ids=["winter", "only America has changed", "only Europe has changed back"],
)
def test_weeks_of_changing_clocks_are_right(now: datetime, expected: time) -> None:
    assert "America/New_York" in {choice.zone for choice in zones_at(now, expected)}
    assert "Europe/London" in {choice.zone for choice in zones_at(now, time(12))}


@settings(deadline=None)
@given(MOMENTS, st.sampled_from(sorted(inhabited())), st.integers(-7, 7))
def test_watch_may_be_minutes_off(now: datetime, zone: str, minutes: int) -> None:
    watch = datetime.combine(now, clock(now, zone)) + timedelta(minutes=minutes)

    assert zone in {choice.zone for choice in zones_at(now, watch.time())}


def test_button_may_be_tapped_minutes_later() -> None:
    later = NOW + timedelta(minutes=6)

    assert zones_at(later, time(17, 30)) == zones_at(NOW, time(17, 30))


def test_quarter_hours_are_told_apart() -> None:
    nepal = {choice.country for choice in zones_at(NOW, time(17, 45))}
    india = {choice.country for choice in zones_at(NOW, time(17, 30))}

    assert nepal == {"Nepal"}
    assert india == {"India", "Sri Lanka"}


def test_time_that_nobody_has_gives_nothing() -> None:
    assert zones_at(NOW, time(13, 15)) == ()


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("Москва", "Europe/Moscow"),
        ("München", "Europe/Berlin"),
        ("muenchen", "Europe/Berlin"),
        ("東京", "Asia/Tokyo"),
        ("서울", "Asia/Seoul"),
        ("القاهرة", "Africa/Cairo"),
        ("दिल्ली", "Asia/Kolkata"),
        ("St. Petersburg", "Europe/Moscow"),
        ("SAO PAULO", "America/Sao_Paulo"),
        ("İstanbul", "Europe/Istanbul"),
        ("Lisboa", "Europe/Lisbon"),
        ("Bombay", "Asia/Kolkata"),
        ("nyc", "America/New_York"),
        ("EST", "America/New_York"),
        ("Paris, France", "Europe/Paris"),
        ("London, Canada", "America/Toronto"),
        ("Portland, OR", "America/Los_Angeles"),
        ("Portland, Oregon", "America/Los_Angeles"),
        ("Iceland", "Atlantic/Reykjavik"),
    ],
)
def test_city_is_found_in_many_spellings(typed: str, zone: str) -> None:
    assert zones_of(typed) == [zone]


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("Berln", "Europe/Berlin"), ("Amsterdm", "Europe/Amsterdam"), ("Singapor", "Asia/Singapore")],
)
def test_small_typing_error_is_forgiven(typed: str, zone: str) -> None:
    assert zones_of(typed) == [zone]


@pytest.mark.parametrize("city", ["Paris", "Tokyo", "Berlin", "London"])
def test_famous_city_needs_no_second_question(city: str) -> None:
    assert len(find_place(city)) == 1


def test_ambiguous_name_gives_the_populous_first() -> None:
    places = find_place("Birmingham")

    assert [place.country for place in places] == ["United Kingdom", "United States"]


def test_country_gives_its_zones() -> None:
    assert zones_of("Germany") == ["Europe/Berlin"]
    assert zones_of("USA")[:3] == ["America/New_York", "America/Los_Angeles", "America/Chicago"]


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Asia/Istanbul", "Europe/Istanbul"),
        ("US/Pacific", "America/Los_Angeles"),
        ("Europe/Amsterdam", "Europe/Amsterdam"),
        ("Antarctica/Troll", "Antarctica/Troll"),
        ("Etc/UTC", "Etc/UTC"),
        ("UTC", "Etc/UTC"),
        ("GMT", "Etc/GMT"),
        ("CET", "Europe/Brussels"),
    ],
)
def test_zone_is_found_by_its_name(typed: str, zone: str) -> None:
    assert zones_of(typed) == [zone]


def test_every_zone_name_is_understood() -> None:
    unknown = {name for name in available_timezones() if not find_place(name)}

    assert unknown <= {"Factory", "localtime", "posixrules"}


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("UTC+3", Place("UTC+3", "", "Etc/GMT-3")),
        ("utc −3", Place("UTC-3", "", "Etc/GMT+3")),
        ("GMT-5", Place("UTC-5", "", "Etc/GMT+5")),
        ("+0200", Place("UTC+2", "", "Etc/GMT-2")),
        ("UTC+0", Place("UTC", "", "Etc/UTC")),
        ("Etc/GMT-5", Place("UTC+5", "", "Etc/GMT-5")),
        ("+5:30", Place("UTC+5:30", "India", "Asia/Kolkata")),
        ("-03:30", Place("UTC-3:30", "Canada", "America/St_Johns")),
    ],
)
def test_offset_becomes_a_zone(typed: str, place: Place) -> None:
    assert find_place(typed) == (place,)


@pytest.mark.parametrize(
    "typed",
    [
        "It is a lock that only one thread holds",
        "It is a lock that only one thread can hold, Berlin",
        "a mutex",
        "index",
        "change",
        "colon",
        "no",
        "os",
        "Xqzwv",
        "Paris, Nowhere",
        "UTC+15",
        "+5:20",
        "",
        " ",
        ",",
        "|",
        "🙂",
    ],
)
def test_what_is_no_place_gives_nothing(typed: str) -> None:
    assert find_place(typed) == ()


@settings(deadline=None)
@given(st.text(max_size=LONGEST + 5))
def test_any_text_gives_a_few_real_zones(text: str) -> None:
    places = find_place(text)

    assert len(places) <= MOST
    assert all(ZoneInfo(place.zone) for place in places)


def test_every_zone_has_a_city_and_loads() -> None:
    names = (files("tzdata") / "zoneinfo/zone.tab").read_text(encoding="utf-8").splitlines()

    assert {line.split("\t")[2] for line in names if line[0] != "#"} <= set(inhabited())
    assert all(ZoneInfo(zone) and entry.city.name for zone, entry in inhabited().items())


def test_cities_name_source_and_licence() -> None:
    head = (files("bot.study.zones") / "cities.tsv").read_text(encoding="utf-8")[:200]

    assert "GeoNames" in head
    assert "CC BY 4.0" in head


@given(st.sampled_from([entry.city.name for entry in inhabited().values()]))
def test_case_and_hyphens_do_not_matter(name: str) -> None:
    assert plain(name.upper().replace(" ", "-")) == plain(name)


@settings(deadline=None)
@given(st.sampled_from([entry.city for entry in inhabited().values()]))
def test_city_with_its_country_gives_its_zone(city: City) -> None:
    typed = f"{city.name}, {city.country}"

    assert city.zone in zones_of(typed) or len(typed) > LONGEST


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("07:30", time(7, 30)),
        ("7.30", time(7, 30)),
        ("7:30 pm", time(19, 30)),
        ("7.45 a.m.", time(7, 45)),
        ("7pm", time(19)),
        ("730pm", time(19, 30)),
        ("12am", time(0)),
        ("12 PM", time(12)),
        ("19", time(19)),
        ("730", time(7, 30)),
        ("1930", time(19, 30)),
        ("noon", time(12)),
        ("Midnight", time(0)),
        ("7h30", time(7, 30)),
        ("19h", time(19)),
        ("７：３０", time(7, 30)),
    ],
)
def test_time_is_read_as_people_type_it(typed: str, expected: time) -> None:
    assert parse_time(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        *("25:00", "24:00", "7:75", "7:3", "7:30:15", "2500", "12345", "13pm", "0am"),
        *("-5", "+3", "pm", "seven", "at 7 it runs", ""),
    ],
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    assert parse_time(typed) is None


@given(TIMES, st.sampled_from(["%H:%M", "%H.%M", "%Hh%M", "%H%M", "%I:%M %p", "%I.%M%p"]))
def test_every_minute_is_read_back(at: time, notation: str) -> None:
    assert parse_time(at.strftime(notation)) == at


@given(st.text())
def test_any_text_is_a_time_or_none(text: str) -> None:
    parsed = parse_time(text)

    assert parsed is None or parsed.second == 0
