"""The sandbox by itself, for any bot: ``python -m bot.sandbox --port 8081 --token 1:abc``."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from bot.sandbox import TOKEN, DamagedStateError, Sandbox


async def serve(sandbox: Sandbox) -> None:
    """Serve until interrupted."""
    async with sandbox:
        sys.stdout.write(f"Chat at {sandbox.url}/ , Bot API at {sandbox.url}/bot{sandbox.token}/\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> int:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--state", type=Path, help="a file in which everything is kept")
    arguments = parser.parse_args()
    try:
        asyncio.run(serve(Sandbox(**vars(arguments))))
    except KeyboardInterrupt:
        return 0
    except (DamagedStateError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
