"""Finds what Telegram makes tappable by itself: commands, mentions, addresses, hashtags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sandbox.chats import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PATTERNS = (
    ("url", r"\bhttps?://[^\s<>\"]*[^\s<>\".,:;!?'()\[\]]"),
    ("email", r"\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b"),
    ("bot_command", r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    ("mention", r"(?<![\w@/])@[A-Za-z0-9_]{2,32}\b"),
    ("hashtag", r"(?<![\w#])#\w*[^\W\d_]\w*"),
)
_FOUND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS))
_WHOLE = frozenset({"pre", "code", "text_link", "text_mention", "url", "custom_emoji"})
"""Kinds of entity whose text is not searched."""


def found_in(text: str, taken: Sequence[Entity] = ()) -> Iterator[Entity]:
    """Yield what is tappable in a text outside of code and links."""
    whole = [entity for entity in taken if entity.kind in _WHOLE]
    for match in _FOUND.finditer(text):
        offset = _units(text[: match.start()])
        end = offset + _units(match.group())
        if not any(entity.offset < end and offset < entity.end for entity in whole):
            yield Entity(str(match.lastgroup), offset, end - offset)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
