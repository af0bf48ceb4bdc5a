"""The command line as a user meets it: exit codes, one sentence, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.storage.database import Database
from tests.conftest import content_file

ROOT = Path(__file__).parent.parent
TOKEN = "123456789:AAF1-a-token-that-looks-right-enough"


def run(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    environment = kept | {"PYTHONPATH": f"{ROOT}:{kept.get('PYTHONPATH', '')}"} | variables
    return subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to work in, with a sound bank of one file."""
    name, words = content_file("Python", "Basics", 2)
    file = tmp_path / "content" / name
    file.parent.mkdir(parents=True)
    file.write_text(words, encoding="utf-8")
    return tmp_path


def fails(done: subprocess.CompletedProcess[str], code: int, *said: str) -> None:
    """Check the exit code, and that standard error is one line that says these things."""
    assert done.returncode == code, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    for words in said:
        assert words in done.stderr
    assert TOKEN not in done.stderr


def test_sound_bank_is_done(folder: Path) -> None:
    done = run("check", cwd=folder)

    assert done.returncode == 0
    assert done.stdout == "2 questions in 1 areas, 0 problems.\n"


def test_complete_demands_every_part(folder: Path) -> None:
    done = run("check", "--complete", cwd=folder)

    assert done.returncode == 1
    assert "content/python/basics.md:7: 'python-basics-1' has no hint. Write it." in done.stdout


def test_stats_count_the_bank(folder: Path) -> None:
    done = run("check", "--stats", cwd=folder)

    assert done.returncode == 0
    assert "2 questions in 1 areas, 0 problems." in done.stdout


def test_parse_prints_one_object_a_file(folder: Path) -> None:
    (folder / "notes.md").write_text("## What is a lock?\n\nA guard.\n\n## Why?\n\nSafety.\n")

    done = run("parse", "notes.md", "--json", cwd=folder)

    read = json.loads(done.stdout)
    assert done.returncode == 0
    assert [each["question"] for each in read["questions"]] == ["What is a lock?", "Why?"]
    assert [each["answer"] for each in read["questions"]] == ["A guard.", "Safety."]


def test_parse_tells_people_what_it_left_out(folder: Path) -> None:
    (folder / "notes.md").write_text(
        "# Locks\n\n## What is a lock?\n\nA guard.\n\n## Why?\n\nSo.\n"
    )

    done = run("parse", "notes.md", cwd=folder)

    assert "notes.md: 2 questions, 2 answered" in done.stdout
    assert "Left out, in lines: heading 1" in done.stdout


def test_parse_names_what_cannot_be_read(folder: Path) -> None:
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))

    done = run("parse", "picture.md", "nowhere.md", cwd=folder)

    assert done.returncode == 1
    assert "nowhere.md:1: The file cannot be read: No such file or directory." in done.stdout
    assert "picture.md:1: " in done.stdout


def test_wrong_command_line(folder: Path) -> None:
    assert run("dance", cwd=folder).returncode == 2
    assert run("try", "--port", "many", cwd=folder).returncode == 2


def test_missing_token(folder: Path) -> None:
    fails(run("run", cwd=folder), 2, "BOT_TOKEN is missing", "Example: ")


def test_missing_content_folder(folder: Path) -> None:
    done = run("run", cwd=folder, BOT_TOKEN=TOKEN, BOT_CONTENT="nowhere")

    assert done.returncode == 1
    assert "There is no such folder. Point BOT_CONTENT" in done.stderr
    assert "Traceback" not in done.stderr


def test_broken_bank_stops_the_start(folder: Path) -> None:
    file = folder / "content/python/basics.md"
    file.write_text(file.read_text(encoding="utf-8").replace("id: ", "ident: "), encoding="utf-8")

    done = run("run", cwd=folder, BOT_TOKEN=TOKEN)

    assert done.returncode == 1
    assert "content/python/basics.md:7: The question has no id." in done.stderr


def test_unknown_kind_of_database(folder: Path) -> None:
    done = run("run", cwd=folder, BOT_TOKEN=TOKEN, BOT_DATABASE_URL="mongodb://x")

    fails(done, 1, "BOT_DATABASE_URL is not a database this bot knows", "sqlite:///")


def test_database_that_cannot_be_opened(folder: Path) -> None:
    (folder / "file").write_text("not a folder", encoding="utf-8")

    done = run("run", cwd=folder, BOT_TOKEN=TOKEN, BOT_DATABASE_URL="sqlite:///file/x.db")

    fails(done, 1, "cannot be used", "Check BOT_DATABASE_URL")


def test_file_that_is_no_database(folder: Path) -> None:
    (folder / "x.db").write_text("This is no database at all, but long enough.\n" * 100)

    done = run("run", cwd=folder, BOT_TOKEN=TOKEN, BOT_DATABASE_URL="sqlite:///x.db")

    fails(done, 1, "file is not a database")


def test_unreachable_server_keeps_its_password(folder: Path) -> None:
    url = "postgresql+psycopg://ann:hush@127.0.0.1:1/none"

    done = run("run", cwd=folder, BOT_TOKEN=TOKEN, BOT_DATABASE_URL=url)

    fails(done, 1, "cannot be used")
    assert "hush" not in done.stderr


def test_database_of_a_newer_version(folder: Path) -> None:
    url = f"sqlite:///{folder}/new.db"
    database = Database(url)
    database.migrate()
    database.close()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    done = run("run", cwd=folder, BOT_TOKEN=TOKEN, BOT_DATABASE_URL=url)

    fails(done, 1, "made by a newer version", "Update Hotseat")


def test_taken_port_of_the_page(folder: Path) -> None:
    import socket  # noqa: PLC0415 - only here

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run("try", "--port", str(port), cwd=folder)

    fails(done, 1, f"Port {port} cannot be used", f"--port {port + 1}")
