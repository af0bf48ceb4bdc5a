"""Single characters on a screen: which do harm, how wide they are, which belong together."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    "\ufeff\ud800-\udfff]"  # byte order mark, halves of a pair
)
_RINGED = re.compile(".\u030a")
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_VIRAMA = 9


def harmless(text: str) -> str:
    """Show control characters as pictures, drop overrides of direction, end lines in one way."""
    text = _LINE_ENDS.sub("\n", text)
    if text.isascii() and text.isprintable():
        return text
    # Telegram deletes a combining ring, so it is joined to its letter.
    text = _RINGED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    return _HARMFUL.sub(lambda found: _shown(ord(found[0])), text)


def width(text: str) -> int:
    """Count the columns a text takes in a monospaced font; emoji and East Asian ones take two."""
    if text.isascii():
        return len(text)
    starts = [at for at in range(len(text)) if is_boundary(text, at)]
    ends = [*starts[1:], len(text)]
    return sum(_cluster_width(text[start:end]) for start, end in zip(starts, ends, strict=True))


def is_boundary(text: str, at: int) -> bool:
    """Tell whether ``text`` may be cut before ``text[at]`` without breaking what is read as one."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if (before + after).isascii() or before == "\n":
        return True
    if before == _JOINER or unicodedata.combining(before) == _VIRAMA or _extends(after):
        return False
    if _is_flag_half(before) and _is_flag_half(after):
        return _flag_halves_before(text, at) % 2 == 0
    return not _is_hangul_rest(before, after)


def _shown(code: int) -> str:
    if code in {0x0B, 0x0C}:
        return " "
    if code < 0x20:  # noqa: PLR2004 - the pictures of these have the same order
        return chr(0x2400 + code)
    if code == 0x7F:  # noqa: PLR2004 - delete
        return "\u2421"
    return "" if 0x2000 <= code < 0x2070 or code == 0xFEFF else "\ufffd"  # noqa: PLR2004


def _cluster_width(cluster: str) -> int:
    if unicodedata.category(cluster[0]) in {"Cf", "Mn", "Me"}:
        return 0
    pair = _is_flag_half(cluster[0]) and len(cluster) > 1
    wide = any(unicodedata.east_asian_width(character) in "WF" for character in cluster)
    return 2 if wide or pair or _EMOJI_STYLE in cluster else 1


def _extends(character: str) -> bool:
    if unicodedata.category(character) in {"Mn", "Mc", "Me"}:
        return True
    return (
        character in "\u200c\u200d"
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # colours of skin
        or "\U000e0020" <= character <= "\U000e007f"  # tags of regional flags
    )


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flag_halves_before(text: str, at: int) -> int:
    start = at
    while start and _is_flag_half(text[start - 1]):
        start -= 1
    return at - start


def _is_hangul_rest(before: str, after: str) -> bool:
    """Tell whether a vowel or a final consonant follows, or a beginning one another."""
    if "\u1160" <= after <= "\u11ff":
        return "\u1100" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3"
    return "\u1100" <= before <= "\u115f" and (
        "\u1100" <= after <= "\u115f" or "\uac00" <= after <= "\ud7a3"
    )
