"""What stands under one another in Markdown, as blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from bot.screens.markup.block import LINE, PARAGRAPH, Block, joined
from bot.screens.markup.characters import harmless
from bot.screens.markup.inlines import inlines
from bot.screens.markup.runs import Look
from bot.screens.markup.tables import table
from bot.screens.screen import Formula, Span, Style, Styled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.screens.markup.tree import Node

_STEP = "\u2007\u2007"
"""One step of indentation: spaces as wide as digits, which Telegram neither breaks nor trims."""

_WIDEST_INDENT = 12
_BULLETS = "•◦▪"
_COLONS = (":", "\uff1a")
_TASKS: dict[bool | None, str] = {True: "☑", False: "☐"}
_RULE = "─" * 8
_TAB = 4
_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")
_FORMULA = re.compile(r"\$\$((?:(?!\$\$).)+)\$\$", re.DOTALL)
_MATH = "math"
_LANGUAGE = re.compile(r"(?:\{\s*\.)?([\w+#-][\w+#.-]{0,31})\}?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands in lists."""

    indent: str = ""
    bullets: int = 0
    tight: bool = False


def layout(nodes: Iterable[Node], place: Place) -> list[Block]:
    """Turn nodes into blocks, each with the gap before it."""
    blocks: list[Block] = []
    for node in nodes:
        made = _MAKERS.get(node.token.type, _unknown)(node, place)
        close = place.tight or (blocks and blocks[-1].leads)
        blocks += _spaced(made, LINE if close else PARAGRAPH)
    return blocks


def quoted(blocks: Sequence[Block]) -> Block:
    """Join blocks to one quotation; Telegram knows none within another."""
    text = joined(blocks)
    start = len(text.text) - len(text.text.lstrip())
    whole = Span(Style.QUOTE, start, len(text))
    inner = (span for span in text.spans if span.style is not Style.QUOTE)
    return Block(Styled(text.text, (whole, *inner)), blocks[0].gap, blocks[-1].leads)


def _spaced(blocks: Sequence[Block], gap: str) -> list[Block]:
    return [replace(block, gap=block.gap if number else gap) for number, block in enumerate(blocks)]


def _prose(text: Styled, place: Place, *, leads: bool = False) -> tuple[Block, ...]:
    if not text.text:
        return ()
    leads = leads or text.text.endswith(_COLONS)
    return (Block(Styled(place.indent) + text, leads=leads),)


def _paragraph(node: Node, place: Place) -> tuple[Block, ...]:
    token = node.children[0].token
    formula = _FORMULA.fullmatch(token.content)
    if formula:
        return _formula(formula[1])
    return _prose(inlines(token, newline="\n" + place.indent), place)


def _heading(node: Node, place: Place) -> tuple[Block, ...]:
    token = node.children[0].token
    text = inlines(token, newline="\n" + place.indent, look=Look(Style.BOLD))
    return _prose(text, place, leads=True)


def _rule(_node: Node, place: Place) -> tuple[Block, ...]:
    return _prose(Styled(_RULE), place)


def _formula(source: str) -> tuple[Block, ...]:
    """Show a formula as it was written, and remember that it is one."""
    source = _code_text(source).strip()
    return (Block(Styled.of(source, Style.PRE), drawn=Formula(source)),) if source else ()


def _code(node: Node, place: Place) -> tuple[Block, ...]:
    """Make a block of code; what is written beside its language, if anything, stands above."""
    info = harmless(node.token.info).strip()
    if info == _MATH:
        return _formula(node.token.content)
    text = _code_text(node.token.content)
    language = _LANGUAGE.match(info) if text else None
    above = info[language.end() :] if language else info
    blocks = [replace(block, leads=True) for block in _prose(Styled(above.strip()), place)]
    if text:
        detail = language[1] if language else ""
        blocks.append(Block(Styled.of(text, Style.PRE, detail), LINE if blocks else PARAGRAPH))
    return tuple(blocks)


def _code_text(content: str) -> str:
    """Leave out blank lines around code, and expand tabs: Telegram shows one as one space."""
    return _BLANK_LINES.sub("", harmless(content).expandtabs(_TAB)).rstrip()


def _table(node: Node, place: Place) -> tuple[Block, ...]:
    return table(node, place.indent)


def _definition(node: Node, place: Place) -> tuple[Block, ...]:
    """Show the definition of a link that no link uses."""
    meta = node.token.meta
    title = f' "{meta["title"]}"' if meta["title"] else ""
    return _prose(Styled(harmless(f"[{meta['label']}]: {meta['url']}{title}")), place)


def _unknown(node: Node, place: Place) -> tuple[Block, ...]:
    return (
        *_prose(Styled(harmless(node.token.content).strip()), place),
        *layout(node.children, place),
    )


def _quote(node: Node, place: Place) -> tuple[Block, ...]:
    """Make one block of all that is quoted, but leave code outside: it cannot have a style."""
    blocks: list[Block] = []
    for is_code, some in groupby(layout(node.children, place), lambda block: block.is_code):
        inside = list(some)
        blocks += inside if is_code else [quoted(inside)]
    return tuple(blocks)


def _list(node: Node, place: Place) -> tuple[Block, ...]:
    inner = Place(
        indent=(place.indent + _STEP)[:_WIDEST_INDENT],
        bullets=place.bullets + (node.token.type == "bullet_list_open"),
        tight=_is_tight(node),
    )
    blocks: list[Block] = []
    for item, marker in zip(node.children, _markers(node, place), strict=True):
        made = _marked(layout(item.children, inner), place.indent + marker, len(inner.indent))
        blocks += _spaced(made, LINE if inner.tight else PARAGRAPH)
    return tuple(blocks)


def _marked(blocks: Sequence[Block], marker: str, indent: int) -> tuple[Block, ...]:
    """Put the marker of an item before its text, or above what is no prose."""
    first = blocks[0] if blocks else Block(Styled())
    if not _is_prose(first):
        return (Block(Styled(marker), leads=bool(blocks)), *_spaced(blocks, LINE))
    text = Styled(marker + " ") + first.text.cut(indent, len(first.text))
    return (replace(first, text=text), *blocks[1:])


def _is_prose(block: Block) -> bool:
    styles = {span.style for span in block.text.spans}
    return bool(block.text.text) and not block.drawn and not styles & {Style.PRE, Style.QUOTE}


def _is_tight(node: Node) -> bool:
    """Tell whether no blank line stands between the items of a list."""
    inside = (child.token for item in node.children for child in item.children)
    return all(token.hidden for token in inside if token.type == "paragraph_open")


def _markers(node: Node, place: Place) -> list[str]:
    """Return the bullets of a list, or its numbers as they were written; tasks have a box."""
    bullet = _BULLETS[min(place.bullets, len(_BULLETS) - 1)]
    ordered = node.token.type == "ordered_list_open"
    numbers = _numbers(node) if ordered else [""] * len(node.children)
    return [
        _marker(item, number, bullet) for item, number in zip(node.children, numbers, strict=True)
    ]


def _marker(item: Node, number: str, bullet: str) -> str:
    task = _TASKS.get(item.token.meta.get("checked"))
    return " ".join(filter(None, (number, task))) or bullet


def _numbers(node: Node) -> list[str]:
    """Return the numbers of a list; where all are written as one number, they are counted on."""
    written = [item.token.info for item in node.children]
    if len(set(written)) == 1:
        written = [str(int(written[0]) + number) for number in range(len(written))]
    return [number + node.token.markup for number in written]


_MAKERS: dict[str, Callable[[Node, Place], tuple[Block, ...]]] = {
    "paragraph_open": _paragraph,
    "heading_open": _heading,
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "blockquote_open": _quote,
    "table_open": _table,
    "fence": _code,
    "code_block": _code,
    "hr": _rule,
    "definition": _definition,
}
