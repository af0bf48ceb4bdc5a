"""Every example of the bank runs, or is read by a tool that knows its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions.examples import PARSED, Handling
from tests.content import data_files, languages, messages, needed, programs, servers
from tests.content.examples import Example, read_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.content.conftest import Runs

EXAMPLES = read_all()

PROBLEM_OF: dict[str, Callable[[str], str | None]] = {
    "bash": programs.problem_of_bash,
    "dockerfile": servers.problem_of_dockerfile,
    "graphql": languages.problem_of_graphql,
    "hcl": data_files.problem_of_hcl,
    "http": messages.problem_of_http,
    "ini": data_files.problem_of_ini,
    "javascript": languages.problem_of_javascript,
    "json": data_files.problem_of_json,
    "nginx": servers.problem_of_nginx,
    "sql": languages.problem_of_sql,
    "toml": data_files.problem_of_toml,
    "yaml": data_files.problem_of_yaml,
}

BROKEN = {
    "bash": "for name in a b; do echo",
    "dockerfile": "FROM python:3.14-slim\nRUNN pip install .",
    "graphql": "query { order(id: }",
    "hcl": 'resource "a" "b" {',
    "http": "GET /orders HTTP/1.1\nno header",
    "ini": "[server\nport = 1",
    "javascript": "const = 1;",
    "json": '{"a": 1,}',
    "nginx": "server { listen; }",
    "sql": "SELECT FROM WHERE",
    "toml": "port = ",
    "yaml": "a: [1, 2",
}


def those(handling: Handling) -> list[Example]:
    return [example for example in EXAMPLES if example.block.handling is handling]


@pytest.mark.parametrize("example", those(Handling.RUN), ids=str)
def test_runs_and_prints_what_it_says(example: Example, runs: Runs) -> None:
    needed.packages(example.block.code)
    problem = runs.problem_of(example)
    assert not problem, problem


@pytest.mark.parametrize("example", those(Handling.PARSED), ids=str)
def test_is_sound_in_its_language(example: Example) -> None:
    problem = PROBLEM_OF[example.block.language](example.block.code)
    assert not problem, problem


@pytest.mark.parametrize("language", sorted(PARSED))
def test_unsound_code_is_refused(language: str) -> None:
    assert PROBLEM_OF[language](BROKEN[language])


def test_every_language_is_known() -> None:
    others = {example.block.language for example in those(Handling.SHOWN)}
    assert others <= {"text"}


def test_almost_all_are_run_or_parsed() -> None:
    checked = len(those(Handling.RUN)) + len(those(Handling.PARSED))
    assert checked >= 0.95 * len(EXAMPLES)


def test_an_excuse_gives_its_reason() -> None:
    assert all(example.block.excuse for example in those(Handling.EXCUSED))
