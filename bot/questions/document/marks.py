"""The marks that stand before words: headings, bullets, numbers, labels, tags, bold type, links."""

from __future__ import annotations

import re
from typing import Final

_NUMERAL = "[一二三四五六七八九十百]{1,4}"
CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

HEADING: Final = re.compile(r"(#{1,6})(?:[ \t]+|(?<=##)(?=[\w*`¿])|(?=[^\x00-\x7f]))")
BULLET: Final = re.compile(r"([-*+•●○▪▫‣–—◦·■□➤►▶→»])[ \t]+(\[[ xX]\][ \t]+)?")
SYMBOLS: Final = re.compile(
    r"(?:[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\u203c\u2049]"
    r"[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*)+[ \t]*"
)
KEYCAP: Final = re.compile(r"((?:\d\ufe0f?\u20e3)+|🔟)[.):]?[ \t]*")
NUMBER: Final = re.compile(
    r"[(\[（【]?(?P<digits>\d{1,4}(?:[.．]\d{1,3}){0,3})"
    r"(?P<end>[.．)）、】\]:：][.)、]?(?!\d)|[ ]?[-–—](?=[ \t])|[ ]?/[ ]|[ ][.)](?=[ \t-])"
    r"|(?:(?<=\d[.]\d)|(?<=[.]\d\d))(?=[\u4e00-\u9fff])(?![个种次条道位台版年月日天分秒元倍层章节万亿])"
    r"|[.．、](?=\d{1,5}[\u4e00-\u9fff])|(?<=\d[.]\d)(?=[ \t])|(?<=[.]\d\d)(?=[ \t]))[ \t]*"
)
QUOTED_NUMBER: Final = re.compile(r"`([(\[]?\d{1,3}[.)\]])`[ \t]*(?=\S)")
BARE_NUMBER: Final = re.compile(r"(\d{1,3})[ \t]+(?=[^\d\s])")
LONE_NUMBER: Final = re.compile(r"\d{1,3}[.)、][ \t]*")
HASH_NUMBER: Final = re.compile(r"(?:#|№[ ]?)(\d{1,4})(?:[.):：]|(?=[ \t]))[\-–— \t]*")
CHINESE_NUMBER: Final = re.compile(
    rf"(?:第[ ]?({_NUMERAL}|\d{{1,4}})[ ]?(?:题|問|道题|个问题|问)[、.:：]?"
    rf"|[(（]?({_NUMERAL})[)）]?[、.．:：])[ ]*"
)
CIRCLED_NUMBER: Final = re.compile(rf"([{CIRCLED}])[.、 \t]*")
BOLD: Final = re.compile(r"(\*\*\*|\*\*|___|__)(?=[^\s*_])(.{1,600}?)(?<=\S)\1(?!\*)")
SLANTED_BOLD: Final = re.compile(r"([*_])(\*\*|__)(?=[^\s*_])(.{1,600}?)(?<=\S)\2\1(?!\w)")
LOOSE_BOLD: Final = re.compile(r"(\*\*)[ \t]*([^*]{1,600}?)[ \t]*\*\*")
HTML_BOLD: Final = re.compile(
    r"<(b|strong|u|em|i|font|span)\b[^<>]{0,200}>(.{1,600}?)</\1>", re.IGNORECASE
)
ITALIC: Final = re.compile(r"([*_])(?=[^\s*_])([^*_]{1,600}?)(?<=[^\s*_])\1(?!\w)")
WHOLE: Final = re.compile(r"(\*\*\*|\*\*|___|__|\*|_)(?=[^\s*_])((?:(?!\1).){1,600})(?<=\S)\1")
"""Words all of which are in bold or slanted type."""
TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,12})(?=[\s/>])[^<>]{0,300}>[ \t]*")
LINK: Final = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]{0,100}\]){1,500})\]\(<?((?:[^()\s]|\([^()]{0,200}\)){0,500})[^()]{0,100}\)"
)
WAY_BACK: Final = re.compile(r"\[{1,2}[^\w\[\]]{1,4}\]{1,2}\(#[^()\s]{0,100}\)[ \t]*(?=\S)")
ANCHOR: Final = re.compile(
    r"<a\b[^<>]{0,300}?href=[\"']?([^\"'<> ]{0,500})[^<>]{0,200}>(.{1,500}?)</a>", re.IGNORECASE
)
EMPTY_ANCHOR: Final = re.compile(r"<a\b[^<>]{0,300}>\s*</a>[ \t]*", re.IGNORECASE)
IMAGE: Final = re.compile(r"!\[[^\[\]]{0,300}\]\([^()]{0,500}\)")
LABEL: Final = re.compile(
    r"(?P<word>[^\W\d_](?:[\w'’ -]{0,28}[^\W_\d])?)[ ]?(?:(?:[#№.]|[Nn][º°]\.?|[Nn]\.º)[ ]?)?"
    r"(?P<digits>\d{1,4}(?:[.]\d{1,3}){0,2})?(?:(?<=\d)\*)?[ ]?(?P<note>\([^()]{1,30}\))?[ ]?"
    r"(?P<end>[:：.)、\]]+|[-–—](?=[ ])|(?<=\d)(?=[ \t])|$)[ \t]*"
)
NUMBER_WORD: Final = re.compile(" (?:no|nr|num|number|número|nº|номер)$")
LETTERS: Final = re.compile("[A-Za-z]+")
LABEL_END: Final = re.compile(r"[:：.)\-–—、\]\d]")
BRACKET_TAG: Final = re.compile(r"\[(?![ xX]?\])([^\[\]]{1,30})\](?![(\[:])[ \t]*(?=\S)")
CALLOUT: Final = re.compile(r"\[!([\w-]+)\][-+]?[ \t]*")
ORG_HEADING: Final = re.compile(r"(\*{1,6})[ \t]+(?:(?:TODO|DONE)[ ])?(?=\S)")
CARD: Final = re.compile(
    r"(?![\w-]{1,30}:[ ])(?P<front>(?:[^`]|`[^`]{1,80}`){2,300}?)"
    r"(?:[ ]:{2,3}[ ]|(?<=[?？]):{2,3})(?=\S)"
)
ASCIIDOC_HEADING: Final = re.compile(r"(={1,6})[ \t]+(?=[^\s=])")
ROW: Final = re.compile(r"\|.*\|[ \t]*$")
ENTITIES: Final = re.compile(r"(?:&#?\w{2,6};\s*)+$")
BREAK_FIRST: Final = re.compile(r"\A(?:</?br[ ]*/?>\s*)+", re.IGNORECASE)
END_TOKEN: Final = re.compile(
    r"#+|(?:&#?\w{2,6};)+|\{#[^{}]*\}|\\|</?br[ ]*/?>|:[\w@:]+:|#(?:card|flashcards?)",
    re.IGNORECASE,
)
LEADING_REMARK: Final = re.compile(r"[(\[（【][^()\[\]（）【】]{1,30}[)\]）】][ \t]*(?=\w)")
"""What stands in brackets before the words: points, a level, a company."""

PERCENT: Final = re.compile(r"\d{1,3}%[ \t]+")

NUMBER_ALONE: Final = re.compile(r"[#№]?\d{1,4}(?:[.]\d{1,3}){0,2}[.):、]?")
HEADING_TAG: Final = re.compile(r"h([1-6])")
DOT: Final = re.compile(r"[.．]")
CARD_TURN: Final = "?"
"""The line between the two sides of a card."""
CARD_SIDES: Final = "::"
"""What parts the two sides of a card on one line."""
CHAPTER: Final = "一、"
"""The form of a number that chapters bear, rather than questions."""

_LOOKED_AT: Final = 80
CHINESE_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")}


def is_in_letters_of_type(text: str) -> bool:
    """Tell words of signs that only look like letters in bold, as posts use them for titles."""
    letters = [c for c in text[:_LOOKED_AT] if c.isalpha()]
    return bool(letters) and all("\U0001d400" <= c <= "\U0001d7ff" for c in letters)


def chinese_number(numeral: str) -> int:
    """Read a numeral below a thousand: ``十二`` is 12."""
    if numeral.isdigit():
        return int(numeral)
    total = unit = 0
    for digit in numeral:
        if digit in "十百":
            total += (unit or 1) * (10 if digit == "十" else 100)
            unit = 0
        else:
            unit = CHINESE_DIGITS[digit]
    return total + unit
