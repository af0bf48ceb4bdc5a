"""How the stand-in refuses: with Telegram's own status codes and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import timedelta


class ApiError(Exception):
    """What a Bot API call is answered with instead of a result."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


class DamagedStateError(Exception):
    """A state file that cannot be read; its message is one sentence for a person."""


def bad_request(reason: str) -> ApiError:
    """Refuse a call that can never work as it is."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """Refuse a call that somebody does not want."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """Refuse a call that another one excludes."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(wait: timedelta) -> ApiError:
    """Refuse a call that comes too soon after others."""
    seconds = max(1, round(wait.total_seconds()))
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
