"""Rich messages in blocks: what Telegram's server checks of them, and how they look on the page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, cast

from bot.sandbox import rendering
from bot.sandbox.chats import Entity
from bot.sandbox.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sandbox.chats import Object
    from bot.sandbox.parameters import Parameters

Blocks = tuple["Object", ...]

TEXT_LIMIT, BLOCK_LIMIT, COLUMN_LIMIT = 32_768, 500, 20

_FAULT = "can't parse InputRichBlock: "
_STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "code"})
_TYPES = frozenset({"paragraph", "pre", "blockquote", "table", "mathematical_expression"})
_ALIGNMENTS = frozenset({"left", "center", "right"})


def read(call: Parameters) -> Blocks:
    """Return the blocks of a call; raise ApiError where Telegram refuses them."""
    message = call.parsed("rich_message")
    if message is None:
        raise bad_request("rich message must be non-empty")
    if not isinstance(message, dict):
        raise bad_request("object expected as rich message")
    blocks = message.get("blocks")
    if blocks is None and message.keys() & {"markdown", "html"}:
        raise bad_request("the sandbox reads blocks, not Markdown or HTML")
    if not isinstance(blocks, list) or not blocks:
        raise bad_request("rich message must be non-empty")
    for block in blocks:
        _check(block)
    if sum(map(_count, blocks)) > BLOCK_LIMIT:
        raise bad_request("RICH_MESSAGE_BLOCKS_TOO_MANY")
    text = plain(tuple(blocks))
    if len(text) > TEXT_LIMIT:
        raise bad_request("RICH_MESSAGE_TEXT_TOO_LONG")
    if not text.strip():
        raise bad_request("RICH_MESSAGE_EMPTY")
    return tuple(blocks)


def plain(blocks: Blocks) -> str:
    """Return what blocks say, for who looks for words: a row of a table in a line."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks)


def html(blocks: Blocks) -> str:
    """Return HTML in which nothing of the text can act as markup."""
    return "".join(map(_html, blocks))


def _check(block: object) -> None:
    if not isinstance(block, dict):
        raise bad_request("object expected as InputRichMessageBlock")
    kind = block.get("type")
    if kind is None:
        raise bad_request(f'{_FAULT}Can\'t find field "type"')
    if kind not in _TYPES:
        raise bad_request(f'{_FAULT}type "{kind}" is unsupported')
    if kind == "blockquote":
        for inner in _list(block.get("blocks")):
            _check(inner)
    elif kind == "table":
        _check_cells(block)
    elif kind in {"paragraph", "pre"}:
        _words(block.get("text"))


def _check_cells(table: Object) -> None:
    for row in _rows(table):
        if len(row) > COLUMN_LIMIT:
            raise bad_request("a table has at most 20 columns")
        for cell in row:
            if not isinstance(cell, dict):
                raise bad_request("richBlockTableCell must be an object")
            _words(cell.get("text", ""))
            if cell.get("align", "left") not in _ALIGNMENTS:
                raise bad_request("invalid horizontal alignment specified")


def _count(block: Object) -> int:
    inner = cast("list[Object]", _list(block.get("blocks")))
    return 1 + len(_rows(block)) + sum(map(_count, inner))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _rows(table: Object) -> list[list[Object]]:
    return cast("list[list[Object]]", [_list(row) for row in _list(table.get("cells"))])


def _words(text: object) -> str:
    """Return rich text without its styles; raise ApiError if it is none."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(map(_words, text))
    if not isinstance(text, dict):
        raise bad_request("invalid rich text specified")
    if text.get("type") not in {*_STYLES, "url"}:
        raise bad_request("unsupported rich text type")
    return _words(text.get("text"))


def _lines(block: Object) -> Iterator[str]:
    match block["type"]:
        case "table":
            for row in _rows(block):
                yield " | ".join(_words(cell.get("text", "")) for cell in row)
        case "blockquote":
            for inner in _list(block.get("blocks")):
                yield from _lines(cast("Object", inner))
        case "mathematical_expression":
            yield str(block.get("expression", ""))
        case _:
            yield _words(block.get("text"))


def _html(block: Object) -> str:
    match block["type"]:
        case "table":
            rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in _rows(block))
            return f'<div class="table" tabindex="0"><table>{rows}</table></div>'
        case "blockquote":
            inner = cast("list[Object]", _list(block.get("blocks")))
            return f"<blockquote>{''.join(map(_html, inner))}</blockquote>"
        case "mathematical_expression":
            return f'<p class="math">{escape(str(block.get("expression", "")))}</p>'
        case "pre":
            language, text = str(block.get("language", "")), _words(block.get("text"))
            return rendering.pre(text, language)
    return f"<p>{_run(block.get('text'))}</p>"


def _cell(cell: Object) -> str:
    tag, usual = ("th", "center") if cell.get("is_header") else ("td", "left")
    align = cell.get("align", usual)
    return f'<{tag} class="{align}">{_run(cell.get("text", ""))}</{tag}>'


def _run(text: object) -> str:
    if isinstance(text, str):
        return escape(text)
    if isinstance(text, list):
        return "".join(map(_run, text))
    run = cast("Object", text)
    kind = "text_link" if run["type"] == "url" else str(run["type"])
    entity = Entity(kind, 0, 0, {"url": run.get("url", "")})
    opening, closing = rendering.tags(entity, _words(run.get("text")))
    return opening + _run(run.get("text")) + closing
