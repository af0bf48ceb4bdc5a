"""What the bot logs, and what never reaches a log."""

from __future__ import annotations

import io
import logging
import re
import subprocess
import sys
import warnings
from typing import TYPE_CHECKING
from urllib.parse import quote

import hypothesis.strategies as st
import pytest
from hypothesis import given

from bot import logs

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "123456:AAFake-Token_of_35_characters_xyz12"
QUOTED = quote(TOKEN, safe="")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What goes to standard error once the logs are configured."""
    root = logging.getLogger()
    level, hook = root.level, sys.excepthook
    root.handlers.clear()  # pytest's own would be closed
    logs.configure("DEBUG", TOKEN)
    (ours,) = root.handlers
    assert isinstance(ours, logging.StreamHandler)
    stream = io.StringIO()
    ours.setStream(stream)
    yield stream
    root.removeHandler(ours)
    root.setLevel(level)
    sys.excepthook = hook
    logging.captureWarnings(capture=False)


@pytest.mark.parametrize("token", [TOKEN, QUOTED, QUOTED.lower(), quote(QUOTED, safe="")])
@pytest.mark.parametrize("logger", ["bot", "aiohttp.client", "httpx", "py.warnings", ""])
def test_token_is_struck_out(token: str, logger: str, log: io.StringIO) -> None:
    address = f"https://api.telegram.org/bot{token}/getMe"

    logging.getLogger(logger).warning("Called %s.", {"url": [address]})
    logging.getLogger(logger).warning(address)

    text = log.getvalue()
    assert text.count("/bot[token]/getMe") == 2
    assert token not in text


def test_token_in_wrong_arguments_is_struck_out() -> None:
    record = logging.LogRecord("x", logging.INFO, "x", 1, "Called %d.", (TOKEN,), None)

    assert logs.RedactingFormatter(TOKEN).format(record) == "INFO x: Called %d. ('[token]',)"


def test_token_in_exception_is_struck_out(log: io.StringIO) -> None:
    error = RuntimeError(f"Cannot reach {QUOTED}")
    error.__cause__ = ValueError(TOKEN)

    logging.getLogger("bot").error("It failed.", exc_info=error, stack_info=True)

    text = log.getvalue()
    assert "RuntimeError: Cannot reach [token]" in text
    assert "ValueError: [token]" in text


@given(st.text(), st.text())
def test_token_never_comes_out(before: str, after: str) -> None:
    message = before + TOKEN + after
    record = logging.LogRecord("x", logging.INFO, "x", 1, message, None, None)

    assert TOKEN not in logs.RedactingFormatter(TOKEN).format(record)


def test_uncaught_exception_is_struck_out(log: io.StringIO) -> None:
    error = RuntimeError(f"The token {TOKEN} was rejected.")

    sys.excepthook(RuntimeError, error, None)

    text = log.getvalue()
    assert "RuntimeError: The token [token] was rejected." in text
    assert TOKEN not in text


def test_warnings_are_logged(log: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(f"old {TOKEN}", stacklevel=1)

    assert "UserWarning: old [token]" in log.getvalue()


def test_lines_begin_with_utc_time(log: io.StringIO) -> None:
    logging.getLogger("bot.x").info("Hello.")

    line = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO bot\.x: Hello\.\n"
    assert re.fullmatch(line, log.getvalue())


@pytest.mark.parametrize("logger", ["httpx", "httpcore", "aiohttp.access", "apscheduler.executors"])
def test_talkative_loggers_only_warn(logger: str, log: io.StringIO) -> None:
    logging.getLogger(logger).info("Request done.")

    assert log.getvalue() == ""


def test_without_token_nothing_is_struck_out() -> None:
    record = logging.LogRecord("x", logging.INFO, "x", 1, "a b", None, None)

    assert logs.RedactingFormatter("").format(record).endswith("INFO x: a b")


def test_process_logs_to_standard_error() -> None:
    program = f"""
import logging
from bot import logs
logs.configure("INFO", "{TOKEN}")
logging.getLogger("bot").info("Hello.")
raise RuntimeError("{TOKEN}")
"""
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - ours

    assert ended.stdout == b""
    assert b"INFO bot: Hello." in ended.stderr
    assert b"RuntimeError: [token]" in ended.stderr
    assert TOKEN.encode() not in ended.stderr
