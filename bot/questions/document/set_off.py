"""Questions known by how their answers are set off below them: by an arrow, or by indentation."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bot.questions.document.evidence import ASKING, Leaning, is_an_aside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.outline import Outline

_ARROW = re.compile(r"(?:[-=]{1,2}>|[→⟶➜➔➡⇒↳])")
_LONGEST: Final = 160
_INDENTED: Final = 2
_FEWEST: Final = 5
_SOME: Final = 0.2
_OFTEN: Final = 0.35
_MOSTLY: Final = 0.6


def set_off(
    beginnings: Sequence[Beginning],
    outline: Outline,
    leans: Sequence[Leaning],
    asked: AbstractSet[int],
) -> frozenset[int]:
    """Return what has an answer set off as those of its like that ask."""
    alike: dict[Style, list[int]] = defaultdict(list)
    for i, beginning in enumerate(beginnings[:-1]):
        if beginning.label or leans[i] is Leaning.AGAINST or beginning.bare:
            continue
        parent = outline.parents[i]
        if parent < 0 or not is_an_aside(beginnings[parent]):
            alike[beginning.style].append(i)
    found: set[int] = set()
    for members in alike.values():
        for form, needed in ((_follows_an_arrow, _SOME), (_is_indented, _OFTEN)):
            answered = [i for i in members if form(beginnings[i], beginnings[i + 1])]
            asking = [i for i in answered if leans[i] in ASKING and i in asked]
            habit = len(answered) >= max(_FEWEST, _MOSTLY * len(members))
            if habit and len(asking) >= needed * len(answered):
                found |= {i for i in answered if len(beginnings[i].text) <= _LONGEST}
    return frozenset(found)


def _follows_an_arrow(beginning: Beginning, below: Beginning) -> bool:
    """Find ``-> ...`` below a line that is no such thing."""
    return _points(below) and not _points(beginning)


def _points(beginning: Beginning) -> bool:
    arrow = beginning.style.mark[:1] in {"→", "⟶", "➜", "➔", "➡", "⇒", "↳"}
    return arrow or bool(_ARROW.match(beginning.text))


def _is_indented(beginning: Beginning, below: Beginning) -> bool:
    """Find plain lines that stand deeper."""
    return below.bare and not below.asks and below.column >= beginning.column + _INDENTED
