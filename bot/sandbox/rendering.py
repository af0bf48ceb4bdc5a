"""A text and its entities as HTML, for the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from bot.sandbox.entities import slices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.sandbox.chats import Entity

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "blockquote": "blockquote",
}
_BLOCKS = ("pre", "blockquote", "expandable_blockquote")
_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
_SAFE = ("http://", "https://", "tg://", "mailto:")


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    stop: int
    entity: Entity


def html(text: str, entities: Iterable[Entity]) -> str:
    """Return HTML in which nothing of the text can act as markup."""
    spans = []
    for entity in entities:
        part = slices(text, entity)
        spans.append(_Span(part.start, part.stop, entity))
    return "".join(_pieces(text, 0, len(text), _sorted(spans)))


def code(text: str, language: str) -> str:
    """Return code in HTML, coloured if the language is known."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return escape(text)
    coloured = highlight(text, lexer, _FORMATTER)
    return coloured if text.endswith("\n") else coloured.removesuffix("\n")


def pre(text: str, language: str) -> str:
    """Return a block of code in HTML, with the name of its language."""
    label = f' data-language="{escape(language)}"' if language else ""
    return f"<pre{label}><code>{code(text, language)}</code></pre>"


def _sorted(spans: Iterable[_Span]) -> list[_Span]:
    return sorted(spans, key=lambda span: (span.start, -span.stop))


def _pieces(text: str, start: int, stop: int, spans: list[_Span]) -> Iterator[str]:
    """Yield text and elements; where two spans cross, the later one is cut in two."""
    while spans:
        outer, *others = spans
        block = outer.entity.kind in _BLOCKS
        yield escape(_unbroken(text[start : outer.start], before=block))
        inner = [replace(s, stop=min(s.stop, outer.stop)) for s in others if s.start < outer.stop]
        yield _element(text, outer, inner)
        spans = _sorted(
            replace(s, start=max(s.start, outer.stop)) for s in others if s.stop > outer.stop
        )
        start = outer.stop + (block and text[outer.stop : outer.stop + 1] == "\n")
        spans = [replace(s, start=max(s.start, start)) for s in spans if s.stop > start]
    yield escape(text[start:stop])


def _unbroken(text: str, *, before: bool) -> str:
    """Drop the line break that a block makes by itself."""
    return text.removesuffix("\n") if before else text


def _element(text: str, span: _Span, inner: list[_Span]) -> str:
    entity, covered = span.entity, text[span.start : span.stop]
    if entity.kind == "pre":
        return pre(covered, str(entity.details.get("language", "")))
    opening, closing = tags(entity, covered)
    return opening + "".join(_pieces(text, span.start, span.stop, inner)) + closing


def tags(entity: Entity, covered: str) -> tuple[str, str]:
    """Return what stands before and after a stretch of text that has a style."""
    if tag := _TAGS.get(entity.kind):
        return f"<{tag}>", f"</{tag}>"
    if entity.kind in ("url", "text_link", "email"):
        return _link(entity, covered)
    if entity.kind == "bot_command":
        return f'<button type="button" class="said" data-say="{escape(covered)}">', "</button>"
    if entity.kind == "spoiler":
        return '<span class="spoiler" role="button" tabindex="0" aria-pressed="false">', "</span>"
    if entity.kind == "expandable_blockquote":
        return '<blockquote class="expandable" tabindex="0">', "</blockquote>"
    return f'<span class="{escape(entity.kind)}">', "</span>"


def _link(entity: Entity, covered: str) -> tuple[str, str]:
    address = str(entity.details.get("url") or covered)
    if entity.kind == "email":
        address = f"mailto:{covered}"
    elif "://" not in address:
        address = f"http://{address}"
    if not address.lower().startswith(_SAFE):
        return "<span>", "</span>"
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">', "</a>"
