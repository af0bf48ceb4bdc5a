"""The environment -> settings, every value checked before anything starts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ANY_PORT = 0
"""Lets the system choose a free port."""

S = TypeVar("S", bound="Stored")

_TOKEN = re.compile(r"\d+:[\w-]{20,}")
_SECRET = re.compile(r"[\w-]{1,256}")
_EXAMPLES = {
    "BOT_TOKEN": "123456789:AAF1-the-token-BotFather-gave-you",
    "BOT_API_URL": "https://api.telegram.org",
    "BOT_ALLOWED_USERS": "5000000001,5000000002",
    "BOT_OWNERS": "5000000001",
    "BOT_WEBHOOK_URL": "https://bot.example.org/telegram",
    "BOT_WEBHOOK_SECRET": "letters-digits_and-hyphens",
    "BOT_PORT": "8080",
    "BOT_LOG_LEVEL": "INFO",
}


class SettingsError(Exception):
    """A setting is missing or wrong; the message names it, says why, and gives an example."""


class Stored(BaseSettings):
    """Where things are stored: all that work without Telegram needs."""

    model_config = SettingsConfigDict(env_prefix="BOT_", env_file=".env", extra="ignore")

    database_url: str = "sqlite:///var/hotseat.db"


class Settings(Stored):
    """Everything that can be set from outside, as ``BOT_*`` variables or in ``.env``."""

    token: SecretStr
    api_url: str = "https://api.telegram.org"
    content: Path = Path("content")
    allowed_users: Annotated[frozenset[int], NoDecode] = frozenset()
    owners: Annotated[frozenset[int], NoDecode] = frozenset()
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1"
    port: int = Field(default=8080, ge=ANY_PORT, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        if not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("it does not look like a token of BotFather")
        return value

    @field_validator("api_url", "webhook_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"https?://[^/\s]+", value):
            raise ValueError("it is not an address that begins with http:// or https://")
        return value and value.rstrip("/")

    @field_validator("allowed_users", "owners", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError("it is not a list of numbers with commas between them")
        return frozenset(map(int, parts))

    @model_validator(mode="after")
    def _webhook(self) -> Settings:
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("BOT_WEBHOOK_SECRET is missing: a webhook needs one")
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else None
        if secret is not None and not _SECRET.fullmatch(secret):
            raise ValueError("BOT_WEBHOOK_SECRET may hold 1 to 256 of A-Z a-z 0-9 _ and -")
        return self

    @property
    def webhook_path(self) -> str:
        """The path of the webhook that we serve."""
        return urlsplit(self.webhook_url or "").path or "/"


def given(**values: Any) -> Settings:  # noqa: ANN401 - whatever a setting takes
    """Make settings of these values alone: no variable and no file takes part."""
    prefix_of_no_variable = "="
    return Settings(_env_file=None, _env_prefix=prefix_of_no_variable, **values)


def read() -> Settings:
    """Read the environment and ``.env``. Raises SettingsError with one sentence for all faults."""
    return _read(Settings)


def read_stored() -> Stored:
    """Read where things are stored; no token is needed. Raises SettingsError likewise."""
    return _read(Stored)


def _read(kind: type[S]) -> S:
    try:
        return kind()
    except ValidationError as error:
        raise SettingsError(" ".join(map(_sentence, error.errors()))) from None
    except (UnicodeDecodeError, OSError) as error:
        raise SettingsError(f"The file .env cannot be read ({error}). Save it as UTF-8.") from None


def _sentence(fault: Any) -> str:  # noqa: ANN401 - pydantic's own shape
    if not fault["loc"]:
        return str(fault["msg"]).removeprefix("Value error, ") + "."
    name = "BOT_" + str(fault["loc"][0]).upper()
    example = f" Example: {name}={_EXAMPLES[name]}" if name in _EXAMPLES else ""
    if fault["type"] == "missing":
        return f"{name} is missing.{example}"
    why = fault["msg"].removeprefix("Value error, ")
    return f"{name} is wrong: {why[0].lower()}{why[1:]}.{example}"
