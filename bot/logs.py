"""How the bot logs: one format, UTC, to standard error; the token never reaches a log."""

from __future__ import annotations

import logging
import re
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_TALKATIVE = ("aiohttp.access", "alembic", "apscheduler", "httpcore", "httpx")
_log = logging.getLogger(__name__)


def configure(level: int | str, token: str = "") -> None:
    """Send every record of every logger to standard error, without the token.

    What ends the process goes the same way, since an exception may quote the token too.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.excepthook = _log_uncaught


class RedactingFormatter(logging.Formatter):
    """Writes the finished text of a record, with its traces, and strikes the token out.

    Only the finished text shows every way in which a token comes in: in the message, an
    argument, an exception or the trace of one.
    """

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def __init__(self, token: str) -> None:
        """Strike out ``token``, also where its colon is percent-encoded; none if empty."""
        super().__init__(_FORMAT)
        colon = "(?::|%(?:25)*3A)"
        parts = map(re.escape, token.split(":"))
        self._token = re.compile(colon.join(parts), re.IGNORECASE) if token else None

    def format(self, record: logging.LogRecord) -> str:
        """Write a record without the token."""
        try:
            text = super().format(record)
        except (TypeError, ValueError):  # else logging itself prints them, token and all
            text = f"{record.levelname} {record.name}: {record.msg} {record.args}"
        return self._token.sub("[token]", text) if self._token else text


def _log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        _log.critical("The bot ended unexpectedly.", exc_info=(kind, error, trace))
