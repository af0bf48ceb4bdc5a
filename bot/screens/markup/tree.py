"""The blocks of a Markdown text as a tree: the parser gives them as a flat list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.screens.markup.characters import harmless
from bot.screens.markup.dialect import parser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

_COMMENT_ADDRESS = "#"
"""Definitions of links to nowhere, ``[//]: # (text)``, are a way to write comments."""


@dataclass(frozen=True, slots=True)
class Node:
    """A block and the blocks in it; the text of a paragraph is a node of type ``inline``."""

    token: Token
    children: list[Node] = field(default_factory=list)


def read(markdown: str) -> list[Node]:
    """Parse a text; definitions of links stay only where no link uses them."""
    tokens = parser().parse(harmless(markdown))
    linked = {_COMMENT_ADDRESS, *_addresses(tokens)}
    return _grown(
        token for token in tokens if token.type != "definition" or token.meta["url"] not in linked
    )


def _addresses(tokens: Iterable[Token]) -> set[object]:
    inside = [child for token in tokens for child in token.children or ()]
    nested = _addresses(inside) if inside else set()
    return nested | {token.attrs.get(name) for token in inside for name in ("href", "src")}


def _grown(tokens: Iterable[Token]) -> list[Node]:
    top: list[Node] = []
    levels = [top]
    for token in tokens:
        if token.nesting < 0:
            levels.pop()
            continue
        node = Node(token)
        levels[-1].append(node)
        if token.nesting > 0:
            levels.append(node.children)
    return top
