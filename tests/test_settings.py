from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot import settings
from bot.settings import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "123456789:AAF1-a-token-that-looks-right-enough"


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable and no .env of the machine takes part."""
    monkeypatch.chdir(tmp_path)
    for name in settings.Settings.model_fields:
        monkeypatch.delenv(f"BOT_{name.upper()}", raising=False)


def test_token_alone_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)

    read = settings.read()

    assert read.database_url == "sqlite:///var/hotseat.db"
    assert read.allowed_users == frozenset()
    assert TOKEN not in repr(read)


def test_lists_of_ids_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("BOT_ALLOWED_USERS", " 5000000001, 5000000002 ,")

    assert settings.read().allowed_users == {5000000001, 5000000002}


def test_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"BOT_TOKEN={TOKEN}\nBOT_PORT=9090\n", encoding="utf-8")

    assert settings.read().port == 9090


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("BOT_TOKEN", "nonsense", "does not look like a token"),
        ("BOT_API_URL", "telegram.org", "begins with http"),
        ("BOT_ALLOWED_USERS", "me, you", "list of numbers"),
        ("BOT_PORT", "99999", "less than or equal to 65535"),
        ("BOT_PORT", "abc", "valid integer"),
        ("BOT_LOG_LEVEL", "LOUD", "'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    ],
)
def test_wrong_value_is_named_with_an_example(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as caught:
        settings.read()

    assert f"{name} is wrong: " in str(caught.value)
    assert said in str(caught.value)
    assert f"Example: {name}=" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_token_is_named() -> None:
    with pytest.raises(SettingsError, match=r"BOT_TOKEN is missing\. Example: BOT_TOKEN="):
        settings.read()


def test_wrong_token_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123:short")

    with pytest.raises(SettingsError) as caught:
        settings.read()

    assert "short" not in str(caught.value)


def test_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("BOT_WEBHOOK_URL", "https://bot.example.org/telegram")

    with pytest.raises(SettingsError, match="BOT_WEBHOOK_SECRET is missing"):
        settings.read()


def test_webhook_path_is_that_of_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("BOT_WEBHOOK_URL", "https://bot.example.org/telegram")
    monkeypatch.setenv("BOT_WEBHOOK_SECRET", "s3cret")

    assert settings.read().webhook_path == "/telegram"


def test_broken_env_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"BOT_TOKEN=\xff\xfe\x00")

    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        settings.read()
