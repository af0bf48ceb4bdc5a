"""The Markdown that is read: CommonMark with tables, strikethrough and tasks, and nothing lost.

It differs from CommonMark where that would hide what an author has written:

- HTML is text. Only comments, ``<!-- -->``, are left out.
- ``__word__`` is a name such as ``__init__`` and stays as it is; ``__two words__`` are bold.
- Asterisks between letters or digits, one of which is a digit, calculate: ``2*3*4``, ``x**2``.
- ``[^1]: word`` is a footnote and stays, where CommonMark sees the definition of a link.
- Cells beyond the last header of a table stay in the last cell.
- Lists and quotations beyond the deepest level are read as text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block import blockquote, list_block, reference, table
from markdown_it.rules_block.table import escapedSplit, getLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.parser_block import RuleFuncBlockType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_DEEPEST = 40
"""Levels of nesting; a list has two. The parser leaves out what lies deeper."""

_NAME = re.compile(r"__\w+__(?!\w)")
_OPERATOR = re.compile(r"(?:(?<=[0-9])\*+(?=[A-Za-z0-9])|(?<=[A-Za-z])\*+(?=[0-9]))")


@cache
def parser() -> MarkdownIt:
    """Return the one parser of this dialect; it keeps nothing of what it parses."""
    options = {
        "html": False,
        "tasklists": True,
        "inline_definitions": True,
        "maxNesting": _DEEPEST,
    }
    markdown = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    rules = markdown.block.ruler
    rules.at("table", _table, {"alt": ["paragraph", "reference"]})
    rules.at("reference", _reference)
    rules.at("list", _nested(list_block), {"alt": ["paragraph", "reference", "blockquote"]})
    alt = ["paragraph", "reference", "blockquote", "list"]
    rules.at("blockquote", _nested(blockquote), {"alt": alt})
    rules.before("table", "comment", _comment_lines, {"alt": alt})
    markdown.inline.ruler.before("strikethrough", "as_written", _as_written)
    markdown.inline.ruler.before("autolink", "comment", _comment)
    return markdown


def _as_written(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser calls it so
    """Keep the underscores of a name and the asterisks of a calculation."""
    pattern = {"_": _NAME, "*": _OPERATOR}.get(state.src[state.pos])
    found = pattern and pattern.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.append_pending(found[0])
    state.pos = found.end()
    return True


def _comment(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001
    """Leave out a comment within a paragraph, and the spaces after it where others are before."""
    begin = state.pos
    if not state.src.startswith("<!--", begin) or begin > state.html_terminator_last("-->"):
        return False
    end = state.src.find("-->", begin, state.posMax)
    if end < 0:
        return False
    state.pos = end + len("-->")
    if state.src[begin - 1 : begin].strip():
        return True
    while state.src.startswith(" ", state.pos):
        state.pos += 1
    return True


def _comment_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Leave out a comment that has its lines to itself."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<!--", begin) or state.is_code_block(start):
        return False
    if begin > state.env.setdefault("last comment", state.src.rfind("-->")):
        return False
    close = state.src.find("-->", begin)
    line = start
    while line < end and state.eMarks[line] < close:
        line += 1
    if line == end or state.src[close + len("-->") : state.eMarks[line]].strip():
        return False
    if not silent:
        state.line = line + 1
    return True


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read the definition of a link, but no footnote as one."""
    begin = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", begin) and reference(state, start, end, silent)


def _nested(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """Let a list or a quotation begin only where its content is still read."""

    def limited(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        return state.level + 2 < _DEEPEST and rule(state, start, end, silent)

    return limited


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a table, and keep what lies beyond its last column."""
    before = len(state.tokens)
    found = table(state, start, end, silent)
    if found and not silent:
        _keep_surplus(state, state.tokens[before:])
    return found


def _keep_surplus(state: StateBlock, tokens: Sequence[Token]) -> None:
    columns = sum(token.type == "th_open" for token in tokens)
    cells = [token for token in tokens if token.type == "inline" and token.map]
    for cell in cells[2 * columns - 1 :: columns]:
        assert cell.map is not None
        surplus = _cells(state, cell.map[0])[columns:]
        cell.content += "".join(f" | {text.strip()}" for text in surplus)


def _cells(state: StateBlock, line: int) -> list[str]:
    """Split a row as the rule for tables does."""
    cells = escapedSplit(getLine(state, line).strip())
    if cells and not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    return cells
