"""The command line: ``python -m bot COMMAND``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot import commands
from bot.commands import Exit

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
    parsing.set_defaults(
        command=lambda arguments: commands.parse(arguments.files, as_json=arguments.json)
    )
    return parser


def main() -> Exit:
    """Run one command; a failure is one line on standard error."""
    arguments = _parser().parse_args()
    try:
        return Exit(arguments.command(arguments))
    except KeyboardInterrupt:
        return Exit.DONE


if __name__ == "__main__":
    sys.exit(main())
