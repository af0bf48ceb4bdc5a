"""Take the pictures of the README, and of every screen, from the chat page: ``make pictures``.

Scenes play the real bot on the stand-in for Telegram; every picture is taken on a phone-sized page,
light and dark. Needs Chromium (``BOT_TEST_CHROMIUM`` names another place). Names of scenes after
the folder take those alone.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from PIL import Image

from bot import content
from tools.pictures import studio
from tools.pictures.camera import Camera
from tools.pictures.scenes import SCENES

ROOT = Path(__file__).parents[2]
README = ("question", "answer", "points", "progress", "interview", "debrief-picture")
COLOURS = 128
"""As many as a screen needs, and a third of the bytes."""


async def main(folder: Path, wanted: list[str]) -> int:
    """Play the scenes one after the other; copy what the README shows. Count what went wrong."""
    bank, problems = content.load(ROOT / "content")
    assert not problems, problems
    failures = 0
    folder.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240 - before anything runs
    async with await Camera.set_up(folder, studio.ZONE.key) as camera:
        for name, scene in SCENES.items():
            if wanted and name not in wanted:
                continue
            try:
                async with studio.opened(bank, camera) as place:
                    await scene(place)
                print(f"{name} is done.", flush=True)
            except AssertionError as error:
                failures += 1
                print(f"{name} went wrong: {error}", flush=True)
    if not wanted and not failures:
        for name in README:
            with Image.open(folder / f"{name}.png") as picture:
                picture.quantize(COLOURS).save(ROOT / f"docs/{name}.png", optimize=True)
    print(f"The pictures are in {folder}.")
    return failures


if __name__ == "__main__":
    given = sys.argv[1:]
    folder = Path(given[0]) if given else ROOT / "var/pictures"
    if unknown := set(given[1:]) - SCENES.keys():
        sys.exit(f"No scene is called {', '.join(sorted(unknown))}. There are: {', '.join(SCENES)}")
    sys.exit(asyncio.run(main(folder, given[1:])) > 0)
