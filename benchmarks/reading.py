"""The whole reading of a document against markdown-it-py alone on the same bytes.

The aim is a ratio of at most 2, and a time that grows with the size: run
``python -m benchmarks.reading [FILE...]``. Without files it reads documents it writes itself, each
in a habit of its own, with every fence closed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from bot.questions.document import read

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTE = 1_000_000
REPEATS = 9

HEADINGS = """### {n}. What does part {n} of the scheduler do?

It keeps *tasks* in a queue and hands them to workers, `{n}` at a time.

- a worker asks for a task
- the scheduler marks it as **taken**
- a task that is not finished in time goes back

```python
def take(queue: list[int]) -> int:
    # What if it is empty?
    return queue.pop({n})
```

[Back to top](#contents)

"""
LISTS = """{n}. **How would you test module {n}?**
   - **Answer:** With a fake clock, because the module looks at the time.
   - **Example:** a test that moves the clock by a day and counts what is due.

"""
LABELS = """Q: When does rule {n} apply?
A: When both sides agree. It was written for documents with many pages, and later
   for short ones too, so that nobody has to ask twice.

"""
HABITS = {"headings": HEADINGS, "lists": LISTS, "labels": LABELS}


def main(paths: list[str]) -> None:
    """Print a row for each document, then how the time grows."""
    documents = {path: Path(path).read_text(encoding="utf-8") for path in paths} or {
        name: "".join(habit.format(n=n) for n in range(1, 200)) for name, habit in HABITS.items()
    }
    print(f"{'1 MB of':24}{'reading':>10}{'parser':>10}{'ratio':>8}")
    for name, document in documents.items():
        text = _filled(document, MEGABYTE)
        reading, parsing = _seconds(_reader(text), _parser(text))
        print(f"{name[-23:]:24}{reading:9.3f}s{parsing:9.3f}s{reading / parsing:8.2f}")
    together = "\n\n".join(documents.values())
    print(f"\n{'all of them':24}{'reading':>10}{'a MB':>10}")
    for megabytes in (1, 2, 4, 8):
        text = _filled(together, megabytes * MEGABYTE)
        (seconds,) = _seconds(_reader(text), repeats=1)
        print(f"{megabytes:>21} MB{seconds:9.3f}s{seconds / megabytes:9.3f}s")


def _filled(document: str, size: int) -> str:
    return (document * (size // len(document) + 1))[:size]


def _reader(text: str) -> Callable[[], object]:
    return lambda: read(text)


def _parser(text: str) -> Callable[[], object]:
    return lambda: MarkdownIt("commonmark").parse(text)


def _seconds(*runs: Callable[[], object], repeats: int = REPEATS) -> list[float]:
    """Return the processor time of the fastest of a few runs of each, taken in turns."""
    fastest = [float("inf")] * len(runs)
    for _ in range(repeats):
        for place, run in enumerate(runs):
            started = time.process_time()
            run()
            fastest[place] = min(fastest[place], time.process_time() - started)
    return fastest


if __name__ == "__main__":
    main(sys.argv[1:])
