"""The command line as a user meets it: exit codes, one sentence, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.cells import cell_len
from sqlalchemy import create_engine, text

from bot.storage import learners
from bot.storage.database import Database
from tests.conftest import content_file

ROOT = Path(__file__).parent.parent
ANN = 5_000_000_001
TOKEN = "123456789:AAF1-a-token-that-looks-right-enough"


def run(
    *arguments: str, cwd: Path, given: str | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    environment = kept | {"PYTHONPATH": f"{ROOT}:{kept.get('PYTHONPATH', '')}"} | variables
    return subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd,
        env=environment,
        input=given,
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

    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "notes.md: 2 questions, 2 answered",
        "  line level   answer question",
        "                      -- Locks",
        "     3            2 w What is a lock?",
        "     7            1 w Why?",
        "Left out:",
        "     1 heading (1)",
    ]
    assert done.stderr == ""


def test_parse_asks_what_it_is_told(folder: Path) -> None:
    (folder / "notes.md").write_text("# Herbs\n\n## Basil\n\nWarm.\n\n## Mint\n\nAnywhere.\n")

    alone = run("parse", "notes.md", cwd=folder)
    told = run("parse", "notes.md", "--ask", "headings", cwd=folder)
    wrong = run("parse", "notes.md", "--ask", "stars", cwd=folder)

    assert "Say what does: --ask headings, --ask items, or --ask openings" in alone.stdout
    assert "notes.md: 2 questions, 2 answered" in told.stdout
    assert wrong.returncode == 2
    assert "invalid choice: 'stars'" in wrong.stderr
    assert "openings" in wrong.stderr


def test_parse_reads_standard_input(folder: Path) -> None:
    done = run("parse", "-", cwd=folder, given="## What is a lock?\n\nA guard.\n\n## Why?\n")

    assert "-: 2 questions, 1 answered" in done.stdout


def test_parse_fits_eighty_columns_in_any_script(folder: Path) -> None:
    text = f"## What {'is it ' * 30}?\n\nA.\n\n## 什么是{'数据库' * 30}？\n\n\x1b[31mRed.\n"
    (folder / "notes.md").write_text(text, encoding="utf-8")

    done = run("parse", "notes.md", cwd=folder)

    assert "2 questions" in done.stdout
    assert all(cell_len(line) <= 80 for line in done.stdout.splitlines())
    assert "\x1b" not in done.stdout


def test_a_reader_who_has_enough_is_no_failure(folder: Path) -> None:
    lines = "".join(f"## What is number {number}?\n\nIt is.\n\n" for number in range(3000))
    (folder / "notes.md").write_text(lines, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", "parse", "notes.md"]

    with subprocess.Popen(  # noqa: S603 - our own command line
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_bar_is_for_terminals_and_gone_when_done(folder: Path) -> None:
    (folder / "notes.md").write_text("## What is a lock?\n\nA guard.\n\n## Why?\n")
    watching, terminal = os.openpty()
    command = [sys.executable, "-m", "bot", "parse", "notes.md", "notes.md"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm"}

    done = subprocess.run(  # noqa: S603 - our own command line
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=terminal, check=True
    )

    os.close(terminal)
    shown = os.read(watching, 100_000).decode()
    os.close(watching)
    assert "Reading notes.md" in shown
    assert shown.endswith("\x1b[2K")
    assert b"Reading" not in done.stdout


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


def test_import_makes_a_sound_bank(folder: Path) -> None:
    (folder / "notes.md").write_text("## What is a lock?\n\nA guard.\n\n## Why?\n\nSo.\n")

    done = run("import", "notes.md", "--into", "content", "--area", "python", cwd=folder)

    assert done.returncode == 0, done.stderr
    assert "Written to content: 2 questions" in done.stdout
    assert run("check", cwd=folder).stdout == "4 questions in 1 areas, 0 problems.\n"


def test_import_that_would_write_over_a_file(folder: Path) -> None:
    (folder / "notes.md").write_text("## What is a lock?\n\nA guard.\n\n## Why?\n\nSo.\n")
    run("import", "notes.md", "--into", "content", cwd=folder)

    done = run("import", "notes.md", "--into", "content", cwd=folder)

    assert done.returncode == 1
    assert "content/notes/notes.md is there already. Add --replace" in done.stderr
    assert run("import", "notes.md", "--into", "content", "--replace", cwd=folder).returncode == 0


def test_import_into_what_is_no_area_or_no_folder(folder: Path) -> None:
    (folder / "notes.md").write_text("## What is a lock?\n\nA guard.\n\n## Why?\n\nSo.\n")

    assert run("import", "notes.md", cwd=folder).returncode == 2
    fails(run("import", "notes.md", "--into", "b", "--area", "?!", cwd=folder), 2, "--area")
    fails(run("import", "notes.md", "--into", "notes.md", cwd=folder), 1, "notes.md is a file")
    fails(run("import", "notes.md", "--into", "/dev/null/b", cwd=folder), 1, "cannot be written")


@pytest.fixture
def stored(folder: Path) -> Path:
    """A folder with a database of one learner where it is by default."""
    database = Database(f"sqlite:///{folder}/var/hotseat.db")
    database.migrate()
    with database.transaction() as session:
        learners.join(session, ANN, datetime(2026, 11, 21, tzinfo=UTC))
    database.close()
    return folder


def test_backup_and_restore_need_no_token(stored: Path) -> None:
    done = run("backup", "kept.jsonl", cwd=stored)
    assert (done.returncode, done.stdout) == (0, "1 rows are in kept.jsonl.\n"), done.stderr

    other = f"sqlite:///{stored}/other.db"
    done = run("restore", "kept.jsonl", cwd=stored, BOT_DATABASE_URL=other)
    assert (done.returncode, done.stdout) == (0, "1 rows are restored.\n"), done.stderr

    done = run("export", "--learner", str(ANN), cwd=stored, BOT_DATABASE_URL=other)
    row = json.loads(done.stdout)
    assert row["table"] == "learner"
    assert row["row"]["id"] == ANN
    assert run("export", cwd=stored).stdout == done.stdout


def test_a_backup_is_for_its_owner_and_holds_no_token(stored: Path) -> None:
    assert run("backup", "kept.jsonl", cwd=stored, BOT_TOKEN=TOKEN).returncode == 0

    assert (stored / "kept.jsonl").stat().st_mode & 0o077 == 0
    assert TOKEN not in (stored / "kept.jsonl").read_text(encoding="utf-8")
    assert [file.name for file in stored.glob(".writing-*")] == []


def test_files_and_databases_are_written_over_only_when_asked(stored: Path) -> None:
    run("backup", "kept.jsonl", cwd=stored)

    fails(run("backup", "kept.jsonl", cwd=stored), 1, "kept.jsonl is there already", "--replace")
    fails(run("export", "kept.jsonl", cwd=stored), 1, "kept.jsonl is there already", "--replace")
    fails(run("restore", "kept.jsonl", cwd=stored), 1, "The database is not empty", "--replace")
    assert run("restore", "kept.jsonl", "--replace", cwd=stored).returncode == 0
    assert run("backup", "kept.jsonl", "--replace", cwd=stored).returncode == 0


def test_what_cannot_be_kept_or_restored_is_said(stored: Path) -> None:
    (stored / "notes.md").write_text("## Why?\n")
    (stored / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    nowhere = f"sqlite:///{stored}/nowhere.db"

    fails(run("restore", "notes.md", "--replace", cwd=stored), 1, "This is no backup of Hotseat")
    fails(run("restore", "picture.png", "--replace", cwd=stored), 1, "This is no backup")
    fails(run("restore", "gone.jsonl", cwd=stored), 1, "gone.jsonl cannot be used: No such file")
    fails(run("backup", "no/folder", cwd=stored), 1, "no/folder cannot be used: No such file")
    fails(run("backup", "x", cwd=stored, BOT_DATABASE_URL=nowhere), 1, "There is no database")
    fails(run("export", "--learner", "7", cwd=stored), 1, "There is no learner of this id")
    assert not (stored / "x").exists()
    assert not (stored / "nowhere.db").exists()
