"""Pictures that a document refers to: files that did not come with it, and links."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from bot.questions.document.lines import Kind, page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SUFFIXES: Final = (
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".avif", ".heic",
)  # fmt: skip
_UNREAD: Final = {Kind.CODE, Kind.COMMENT}
_LONGEST: Final = 1000
"""Characters of an address; what is longer is a picture itself, written as text."""

_CODE = re.compile(r"(?<!`)`++[^`\n]*+`++")
_DEFINITION = re.compile(r"^[ \t>]*\[([^\[\]\n]{1,200})\]:[ \t]*(\S[^\n]*)", re.MULTILINE)
_MARK = re.compile(
    r"!\[\[(?P<wiki>[^\[\]\n]++)\]\]"
    r"|(?P<is_picture>!?)\[(?P<label>(?:[^\[\]]|\[[^\[\]]*+\](?:\([^()\s]*+\))?)*+)\]"
    r"(?:\((?P<target>[^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+)\)|\[(?P<name>[^\[\]\n]*+)\])?"
    r"|<(?P<tag>img|a)\b(?P<attributes>[^<>]*+)>",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"""(?:^|[\s"'])(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*'|\([^()]*\))\s*$""")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What a text refers to, each once and in the order of the text."""

    missing: tuple[str, ...] = ()
    """Files, with their folders as they are written."""

    linked: tuple[str, ...] = ()
    """Addresses on the web."""


def pictures_of(text: str) -> Pictures:
    """Find the pictures that Markdown, HTML and wiki links in a text refer to, outside of code."""
    if "[" not in text and "<" not in text:
        return Pictures()
    read = _without_remarks(_CODE.sub("", _words(text)))
    definitions = {_folded(name): _target(told) for name, told in _DEFINITION.findall(read)}
    missing: dict[str, None] = {}
    linked: dict[str, None] = {}
    for address in _addresses(read, definitions):
        if _is_remote(address):
            linked[address] = None
        elif address.casefold().startswith("file:") or not _SCHEME.match(address):
            missing[_path(address)] = None
    return Pictures(tuple(filter(None, missing)), tuple(linked))


def _words(text: str) -> str:
    """Return the lines that are neither code nor a comment."""
    whole = page(text)
    lines = zip(whole.lines, whole.kinds, strict=True)
    return "\n".join("" if kind in _UNREAD else line for line, kind in lines)


def _without_remarks(text: str) -> str:
    """Take out what stands between ``<!--`` and ``-->``."""
    *closed, rest = text.split("-->")
    return "".join(part.partition("<!--")[0] for part in closed) + rest


def _addresses(text: str, definitions: Mapping[str, str]) -> Iterator[str]:
    """Find what is shown as a picture, and links to files that are pictures."""
    for match in _MARK.finditer(text):
        if match["wiki"]:
            target, _, _ = match["wiki"].partition("|")
            if _is_picture_file(target):
                yield target.strip()
        elif match["tag"]:
            yield from _of_tag(match)
        else:
            yield from _of_mark(match, definitions)


def _of_tag(match: re.Match[str]) -> Iterator[str]:
    found = _ADDRESS.search(match["attributes"])
    if found:
        address = html.unescape(next(filter(None, found.groups()), "")).strip()
        if match["tag"].casefold() == "img" or _is_picture_file(address):
            yield address


def _of_mark(match: re.Match[str], definitions: Mapping[str, str]) -> Iterator[str]:
    """Read one ``[label](target)``, and a picture within its label."""
    is_picture = bool(match["is_picture"])
    if not is_picture and "![" in match["label"]:
        yield from _addresses(match["label"], definitions)
    if match["target"] is None:
        address = definitions.get(_folded(match["name"] or match["label"]), "")
    else:
        address = _target(match["target"])
    if address and (is_picture or _is_picture_file(address)):
        yield address


def _target(written: str) -> str:
    """Return the address of a link without its title, brackets and escapes."""
    written = written.strip()
    if len(written) > _LONGEST:
        return ""
    if written.startswith("<") and ">" in written:
        written = written[1 : written.index(">")]
    else:
        written = _TITLE.sub("", written)
    return html.unescape(_ESCAPE.sub(r"\1", written)).strip()


def _is_picture_file(address: str) -> bool:
    return not _is_remote(address) and _path(address).casefold().endswith(_SUFFIXES)


def _is_remote(address: str) -> bool:
    return address.startswith("//") or address.casefold().startswith(("http:", "https:"))


def _path(address: str) -> str:
    """Return the file an address names, readable and without what follows the name."""
    return unquote(re.split(r"[?#]", address, maxsplit=1)[0]).strip()


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
