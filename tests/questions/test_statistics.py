"""What the statistics of a bank say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import bank as banks
from bot.questions import statistics
from bot.questions.examples import Handling
from bot.questions.model import AreaId, Level

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.questions.statistics import Statistics

LOCK = """---
topic: Lock
area: Python
---

## What is the global interpreter lock?
<!-- id: gil · level: middle -->

One thread runs bytecode.

### Key points
- It protects the reference counts
- Input and output release it

### Example
```python
print(1)
```
```yaml
a: 1
```
<!-- not run: needs a newer Python -->
```python
import missing
```
```text
a -> b
```

### Follow-ups
- [Processes instead?](#processes)
- [Nowhere?](#nowhere)
- And without the lock?
"""

PROCESSES = """---
topic: Processes
area: Python
---

## When do you use processes?
<!-- id: processes · level: senior -->

For work of the processor.
"""


def counted(*files: str) -> Statistics:
    return statistics.count(built(*files))


def built(*files: str) -> Bank:
    bank, _ = banks.build((f"python/file-{number}.md", text) for number, text in enumerate(files))
    return bank


def test_areas_and_levels_sum_to_all() -> None:
    found = counted(LOCK, PROCESSES)
    assert found.total.questions == 2
    assert found.areas[AreaId("python")] == found.total
    assert {level: each.questions for level, each in found.levels.items()} == {
        Level.MIDDLE: 1,
        Level.SENIOR: 1,
    }


def test_words_leave_code_out() -> None:
    assert counted(LOCK).total.words == counted(LOCK.replace("print(1)", "1 2 3")).total.words
    assert counted(PROCESSES).total.words == 5 + 5


def test_examples_are_counted_by_handling() -> None:
    tally = counted(LOCK).total
    assert tally.handled == dict.fromkeys(Handling, 1)
    assert (tally.examples, tally.checked) == (4, 2)


def test_examples_are_counted_by_language() -> None:
    languages = counted(LOCK).languages
    assert languages["python"] == {Handling.RUN: 1, Handling.EXCUSED: 1}
    assert languages["text"] == {Handling.SHOWN: 1}


def test_excuses_are_listed_with_reasons() -> None:
    assert counted(LOCK).excuses == (("gil", "needs a newer Python"),)


def test_topics_without_senior_are_named() -> None:
    assert counted(LOCK, PROCESSES).without_senior == ("python/file-0",)


def test_follow_ups_are_told_apart() -> None:
    follow_ups = counted(LOCK, PROCESSES).follow_ups
    assert (follow_ups.linked, follow_ups.plain) == (1, 1)
    assert follow_ups.dead == (("gil", "nowhere"),)


def test_earlier_ids_lead_somewhere() -> None:
    renamed = PROCESSES.replace("id: processes", "id: process-pools · was: processes")
    assert counted(LOCK, renamed).follow_ups.linked == 1


def test_same_question_twice_is_found() -> None:
    copy = LOCK.replace("id: gil", "id: lock")
    (pair,) = counted(LOCK, copy, PROCESSES).near_duplicates
    assert (pair.first, pair.second) == ("gil", "lock")


def test_different_questions_are_no_duplicates() -> None:
    assert not counted(LOCK, PROCESSES).near_duplicates


def test_empty_bank_has_nothing() -> None:
    found = counted()
    assert (found.total.questions, found.total.examples, found.near_duplicates) == (0, 0, ())


def test_report_names_what_deserves_a_look() -> None:
    report = "\n".join(statistics.describe(counted(LOCK, PROCESSES)))
    assert "leads nowhere: gil -> nowhere" in report
    assert "not run: gil: needs a newer Python" in report
    assert "without a senior question: python/file-0." in report
