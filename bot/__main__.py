"""The command line: ``python -m bot COMMAND``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bot import commands
from bot.commands import Exit
from bot.questions.document import Way

TRY_PORT = 8765


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="A mock interview bot.")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")

    trying = subparsers.add_parser("try", help="talk to the bot in a browser, without Telegram")
    trying.add_argument("--port", type=int, default=TRY_PORT)
    trying.set_defaults(command=lambda arguments: commands.try_out(arguments.port))

    running = subparsers.add_parser("run", help="serve the bot on Telegram")
    running.set_defaults(command=lambda _: commands.run())

    checking = subparsers.add_parser("check", help="read the bank and print every problem")
    checking.add_argument("folder", nargs="?", type=Path, default=Path("content"))
    checking.add_argument("--complete", action="store_true", help="demand every part of a question")
    checking.add_argument("--stats", action="store_true", help="count what the bank holds")
    checking.set_defaults(
        command=lambda arguments: commands.check(
            arguments.folder, complete=arguments.complete, stats=arguments.stats
        )
    )

    parsing = subparsers.add_parser("parse", help="show which questions a document holds")
    parsing.add_argument("files", nargs="+", metavar="FILE", help="a document, or - for input")
    parsing.add_argument("--json", action="store_true", help="one JSON object a file")
    _add_way(parsing)
    parsing.set_defaults(
        command=lambda arguments: commands.parse(
            arguments.files, as_json=arguments.json, way=_way(arguments)
        )
    )

    bringing = subparsers.add_parser("import", help="turn documents into content files")
    bringing.add_argument("files", nargs="+", metavar="FILE", help="a document, or - for input")
    bringing.add_argument("--into", required=True, type=Path, metavar="FOLDER")
    bringing.add_argument("--area", metavar="NAME", help="otherwise called like the document")
    bringing.add_argument("--replace", action="store_true", help="write over files that are there")
    _add_way(bringing)
    bringing.set_defaults(
        command=lambda arguments: commands.bring(
            arguments.files,
            arguments.into,
            area=arguments.area,
            replacing=arguments.replace,
            way=_way(arguments),
        )
    )
    _add_keeping(subparsers)
    return parser


def _add_way(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ask",
        choices=[way.value for way in Way],
        metavar="WHAT",
        help=f"what is asked where a document does not tell: {', '.join(Way)}",
    )


def _way(arguments: argparse.Namespace) -> Way | None:
    return Way(arguments.ask) if arguments.ask else None


def _add_keeping(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    exporting = subparsers.add_parser("export", help="write what is stored as JSON Lines")
    exporting.add_argument("file", nargs="?", type=Path, metavar="FILE", help="or to the output")
    exporting.add_argument("--learner", type=int, metavar="ID", help="only what is theirs")
    exporting.add_argument("--replace", action="store_true", help="write over a file that is there")
    exporting.set_defaults(
        command=lambda arguments: commands.export(
            arguments.file, learner=arguments.learner, replacing=arguments.replace
        )
    )

    keeping = subparsers.add_parser("backup", help="write everything to a file; the bot may run")
    keeping.add_argument("file", type=Path, metavar="FILE")
    keeping.add_argument("--replace", action="store_true", help="write over a file that is there")
    keeping.set_defaults(
        command=lambda arguments: commands.backup(arguments.file, replacing=arguments.replace)
    )

    restoring = subparsers.add_parser("restore", help="read a backup; stop the bot before")
    restoring.add_argument("file", type=Path, metavar="FILE")
    restoring.add_argument("--replace", action="store_true", help="delete what is stored now")
    restoring.set_defaults(
        command=lambda arguments: commands.restore(arguments.file, replacing=arguments.replace)
    )


def main() -> Exit:
    """Run one command; a failure is one line on standard error."""
    arguments = _parser().parse_args()
    try:
        code = Exit(arguments.command(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Exit.DONE
    except BrokenPipeError:  # who read the output, as head does, has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    return code


if __name__ == "__main__":
    sys.exit(main())
