"""The words by which people name months, weekdays and lengths of time, in four languages."""

from __future__ import annotations

import unicodedata

_MONTHS = (
    "january januar janner enero январь января",
    "february februar febrero февраль февраля",
    "march marz maerz marzo март марта",
    "april abril апрель апреля",
    "may mai mayo май мая",
    "june juni junio июнь июня",
    "july juli julio июль июля",
    "august agosto август августа",
    "september septiembre setiembre сентябрь сентября",
    "october oktober octubre октябрь октября",
    "november noviembre ноябрь ноября",
    "december dezember diciembre декабрь декабря",
)
_WEEKDAYS = (
    "monday mon montag lunes понедельник пн",
    "tuesday tue tues dienstag martes вторник вт",
    "wednesday wed mittwoch miercoles среда среду ср",  # noqa: RUF001 - Cyrillic
    "thursday thu thur thurs donnerstag jueves четверг чт",
    "friday fri freitag viernes пятница пятницу пт",
    "saturday sat samstag sonnabend sabado суббота субботу сб",  # noqa: RUF001 - Cyrillic
    "sunday sun sonntag domingo воскресенье вс",
)
_UNITS = {
    "day": "day days tag tage tagen dia dias день дня дней",
    "week": "week weeks woche wochen semana semanas неделя неделю недели недель",
    "month": "month months monat monate monaten mes meses месяц месяца месяцев",
    "year": "year years jahr jahre jahren ano anos год года лет",
}
_NUMBERS = {
    1: "a an one ein eine einem einer un una uno один одну",
    2: "two zwei dos два две",
    3: "three drei tres три",
    4: "four vier cuatro четыре",
    5: "five funf cinco пять",
    6: "six sechs seis шесть",
    7: "seven sieben siete семь",
    8: "eight acht ocho восемь",
    9: "nine neun nueve девять",
    10: "ten zehn diez десять",
}
_NEAR_DAYS = {
    2: ("day after tomorrow", "ubermorgen", "pasado manana", "послезавтра"),
    1: ("tomorrow", "morgen", "manana", "завтра"),
    0: ("today", "tonight", "heute", "hoy", "сегодня"),
    -1: ("yesterday", "gestern", "ayer", "вчера"),
}
_AHEAD = "in within en через"
_NEXT = "next nachste nachsten nachster proximo proxima следующий следующую следующая"

ORDINALS = "st|nd|rd|th|er|-?го|[.º]"  # noqa: RUF001 - Cyrillic
"""What may follow the number of a day, as a pattern."""

SHORTEST_MONTH = 3
"""Letters of the shortest name of a month."""


def plain(text: str) -> str:
    """Write a text without capitals and accents, each character in the place of one."""
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    lower = unicodedata.normalize("NFKD", character.casefold())[:1]
    return lower or " "


def _each(names: str) -> list[str]:
    return plain(names).split()


MONTHS = {
    name[:length]: number
    for number, names in enumerate(_MONTHS, start=1)
    for name in _each(names)
    for length in range(min(SHORTEST_MONTH, len(name)), len(name) + 1)
}
"""The months by their names and what these are cut to, from 1."""

WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in _each(names)}
"""The weekdays by their names; Monday is 0."""

UNITS = {name: unit for unit, names in _UNITS.items() for name in _each(names)}
NUMBERS = {name: number for number, names in _NUMBERS.items() for name in _each(names)}
NEAR_DAYS = {plain(name): days for days, names in _NEAR_DAYS.items() for name in names}
AHEAD = frozenset({*_each(_AHEAD), "dentro de"})
NEXT = frozenset(_each(_NEXT))
