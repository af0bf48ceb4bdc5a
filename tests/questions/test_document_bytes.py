"""Bytes that are no document are refused in a sentence; what is read prints as promised."""

from __future__ import annotations

import json

import pytest

from bot.questions.document import Problem, as_json, decode, read

RUSSIAN = "Что такое поток? Последовательность команд внутри процесса."
SPANISH = "¿Qué es una sesión? Un período de atención según el año."
CHINESE = "什么是线程？线程是进程中的一条执行路径，共享内存。"
JAPANESE = "スレッドとはなんですか。プロセスのなかでうごくものです。"


def test_utf8_is_decoded() -> None:
    assert decode(RUSSIAN.encode()) == RUSSIAN


def test_a_byte_order_mark_is_left_out() -> None:
    assert decode(RUSSIAN.encode("utf-8-sig")) == RUSSIAN


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (RUSSIAN.encode("utf-16"), "UTF-16"),
        (SPANISH.encode("utf-16-le"), "UTF-16"),
        (RUSSIAN.encode("windows-1251"), "WINDOWS-1251"),
        (SPANISH.encode("windows-1252"), "WINDOWS-1252"),
        (CHINESE.encode("gb18030"), "GB18030"),
        (JAPANESE.encode("shift_jis"), "SHIFT_JIS"),
        (b"PK\x03\x04" + bytes(99), "zip"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n", "PNG"),
        (bytes(range(256)) * 20, "binary"),
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
    ],
)
def test_other_bytes_are_named(data: bytes, named: str) -> None:
    problem = decode(data)

    assert isinstance(problem, Problem)
    assert named in problem.message


def test_the_line_of_a_wrong_byte_is_told() -> None:
    problem = decode(b"fine\nfine\n\xe9 wrong\n")

    assert isinstance(problem, Problem)
    assert problem.line == 3


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\t\n"])
def test_an_empty_text_is_a_problem(text: str) -> None:
    assert "empty" in read(text).problems[0].message


def test_a_refusal_names_the_document() -> None:
    assert "notes.md" in read("x\n" * 400_000, name="notes.md").problems[0].message


def test_a_reading_prints_as_json() -> None:
    reading = read("# Trees (hard)\n\n1. What is a tree?\n   A graph.\n2. What is a leaf?\n")

    assert json.loads(json.dumps(as_json(reading, "trees.md"))) == {
        "file": "trees.md",
        "questions": [
            {
                "question": "What is a tree?",
                "answer": "A graph.",
                "topic": "Trees (hard)",
                "level": "senior",
                "line": 3,
                "question_lines": [[3, 3]],
                "answer_lines": [[4, 4]],
            },
            {
                "question": "What is a leaf?",
                "answer": None,
                "topic": "Trees (hard)",
                "level": "senior",
                "line": 5,
                "question_lines": [[5, 5]],
                "answer_lines": [],
            },
        ],
        "other": [{"lines": [1, 1], "kind": "heading"}],
        "problems": [],
    }
