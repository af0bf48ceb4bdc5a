"""The code in a question: blocks with a language, and what the checks make of each."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.canonical import fence_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.model import Question

RUN = frozenset({"python"})
"""Languages whose examples are run in a fresh process."""

PARSED = frozenset(
    {
        "bash",
        "dockerfile",
        "graphql",
        "hcl",
        "http",
        "ini",
        "javascript",
        "json",
        "nginx",
        "sql",
        "toml",
        "yaml",
    }
)
"""Languages whose examples are read by a tool that knows their grammar."""

_EXCUSE = re.compile(r"\s*<!--\s*not run:\s*(.*?)\s*-->\s*")
_LANGUAGE = re.compile(r"[`~\s]*([^\s`~]*)")


_FILES = {
    "bash": "example.sh",
    "dockerfile": "Dockerfile",
    "graphql": "example.graphql",
    "hcl": "example.tf",
    "ini": "example.ini",
    "javascript": "example.js",
    "json": "example.json",
    "nginx": "nginx.conf",
    "proto": "example.proto",
    "python": "example.py",
    "sql": "example.sql",
    "toml": "example.toml",
    "yaml": "example.yaml",
}


class Handling(enum.StrEnum):
    """What the checks do with a block."""

    RUN = "run"
    PARSED = "parsed"
    EXCUSED = "excused"
    SHOWN = "shown"
    """A diagram, a table, an output: there is no grammar to check."""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """One fenced block: its language, its text, and why it cannot run, if it cannot."""

    language: str
    code: str
    excuse: str | None = None

    @property
    def handling(self) -> Handling:
        """What the checks do with this block."""
        if self.excuse is not None:
            return Handling.EXCUSED
        if self.language in RUN:
            return Handling.RUN
        return Handling.PARSED if self.language in PARSED else Handling.SHOWN


def examples_of(question: Question) -> Iterator[CodeBlock]:
    """Yield the blocks in the examples of a question, in order."""
    return (block for text in question.examples for block in code_blocks(text))


def as_file(markdown: str) -> tuple[str, str]:
    """Return a file name and the code of an example; several blocks follow one another.

    The name tells the language of the first; the code is empty where there is none.
    """
    blocks = list(code_blocks(markdown))
    language = blocks[0].language if blocks else ""
    code = "\n\n".join(block.code for block in blocks)
    return _FILES.get(language, "example.txt"), code + "\n" * bool(code)


def code_blocks(markdown: str) -> Iterator[CodeBlock]:
    """Yield the fenced blocks of a text, in order."""
    fence: str | None = None
    language, excuse, code, before = "", None, list[str](), ""
    for line in markdown.split("\n"):
        was_open, fence = fence, fence_of(line, fence)
        if fence and not was_open:
            language, excuse, code = _language(line), _excuse(before), []
        elif was_open and not fence:
            yield CodeBlock(language, "\n".join(code), excuse)
        elif was_open:
            code.append(line)
        before = line


def _language(fence_line: str) -> str:
    match = _LANGUAGE.match(fence_line)
    return match[1].lower() if match else ""


def _excuse(line: str) -> str | None:
    match = _EXCUSE.fullmatch(line)
    return match[1] if match else None
