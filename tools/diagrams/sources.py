"""What the diagrams of the bank are drawn from, and whether their pictures are up to date.

``<area>/<name>.html`` is the inside of a page, ``style.css`` the vocabulary that all share, and
``content/<area>/pictures/<name>.png`` what a learner is sent. Each picture carries the hash of
its page.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

HOME = Path(__file__).parent
CONTENT = HOME.parents[1] / "content"
KEYWORD = "Source"
"""The name of the text in a PNG that holds the hash of its page."""

_TIP = (
    '<svg width="0" height="0" style="position:absolute"><defs><marker id="tip" '
    'viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
    'orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#1b2632"/></marker></defs></svg>'
)


def sources() -> list[Path]:
    """List the pages that diagrams are drawn from."""
    return sorted(HOME.glob("*/*.html"))


def picture_of(source: Path) -> Path:
    """Tell where the picture of a page lies."""
    return CONTENT / source.parent.name / "pictures" / f"{source.stem}.png"


def page_of(source: Path) -> str:
    """Write the whole page that a diagram is taken from."""
    style = (HOME / "style.css").read_text("utf-8")
    inside = source.read_text("utf-8")
    head = f'<!doctype html><meta charset="utf-8"><style>{style}</style>'
    return f"{head}<body>{_TIP}{inside}</body>"


def hash_of(source: Path) -> str:
    """Hash everything that a picture depends on."""
    return hashlib.sha256(page_of(source).encode()).hexdigest()


def is_up_to_date(source: Path) -> bool:
    """Tell whether the picture of a page was drawn from it as it is now."""
    picture = picture_of(source)
    text = f"{KEYWORD}\0{hash_of(source)}".encode()
    return picture.exists() and text in picture.read_bytes()
