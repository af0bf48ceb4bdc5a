"""What a line is that belongs to no question."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Final

from bot.questions.document import evidence
from bot.questions.document.lines import Kind
from bot.questions.document.talks.talk import is_small_talk

if TYPE_CHECKING:
    from bot.questions.document.beginnings import Beginning

_BADGE = re.compile(
    r"[ \t]*(?:(?:\[?!\[[^\[\]]*\]\([^()]*\)(?:\]\([^()]*\))?|<img\b[^<>]*>"
    r"|</?(?:p|a|div)\b[^<>]*>)[ \t]*)+"
)


_TAGS = re.compile(
    r"[ \t>*_]*(?:</?(?:details|summary|p|div|br|ul|ol|li|center|section|article|aside|main|span"
    r"|table|tbody|thead|tr|td|th|hr|blockquote|dl|dt|dd|font|a|b|strong|i|em|u|h[1-6]|html|head"
    r"|body|pre|code|img|sub|sup|small|big|kbd|picture|source)\b[^<>]{0,300}>[ \t*_]*)+",
    re.IGNORECASE,
)


class Other(enum.StrEnum):
    """What a line is that belongs to no question."""

    HEADING = "heading"
    CONTENTS = "contents"
    CHAT = "chat"
    SMALL_TALK = "small talk"
    DUPLICATE = "duplicate"
    CUT_OFF = "cut-off repetition"
    PLACEHOLDER = "placeholder"
    BACK_LINK = "back to top"
    SEPARATOR = "separator"
    BADGE = "badge"
    FRONT_MATTER = "front matter"
    COMMENT = "comment"
    MARKUP = "markup"
    PROSE = "prose"


NAMED: Final = {
    Kind.SEPARATOR: Other.SEPARATOR,
    Kind.COMMENT: Other.COMMENT,
    Kind.FRONT_MATTER: Other.FRONT_MATTER,
    Kind.CHAT: Other.CHAT,
    Kind.TABLE: Other.HEADING,
    Kind.CONTENTS: Other.CONTENTS,
    Kind.KEY: Other.PROSE,
}
"""What a line is by its kind alone."""


def noise(beginning: Beginning, line: str) -> Other | None:
    """Name a line that is neither asked nor answered, whatever stands around it."""
    if evidence.links_within(beginning):
        return Other.BACK_LINK if evidence.leads_back(beginning) else Other.CONTENTS
    if evidence.leads_back(beginning):
        return Other.BACK_LINK
    if not beginning.text and not beginning.label and _TAGS.fullmatch(line):
        return Other.MARKUP
    if (beginning.level or beginning.style.bold) and evidence.names_the_contents(beginning):
        return Other.CONTENTS
    return None


def outside(beginning: Beginning, line: str) -> Other:
    """Name a line that stands outside every question."""
    if _BADGE.fullmatch(line):
        return Other.BADGE
    return Other.SMALL_TALK if is_small_talk(beginning.text) else Other.PROSE
