"""Lists that are longer than a screen: pages of even length, and the buttons that turn them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.screens.screen import Button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.screens.actions import Action

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a list: what is on it, its number from 0, and how many there are."""

    items: tuple[T, ...]
    page: int
    pages: int

    def row(self, to: Callable[[int], Action]) -> tuple[Button, ...]:
        """Make the buttons that turn to the pages beside this one."""
        back = Button("Back", to(self.page - 1))
        more = Button(f"More ({self.page + 1} of {self.pages})", to(self.page + 1))
        return ((back,) if self.page else ()) + ((more,) if self.page < self.pages - 1 else ())


def leaf(items: Sequence[T], at_most: int, page: int) -> Leaf[T]:
    """Take one page of a list, which is cut into pages of about the same length."""
    pages, size = _pages(len(items), at_most)
    page = max(0, min(page, pages - 1))
    return Leaf(tuple(items[page * size : (page + 1) * size]), page, pages)


def page_with(place: int, length: int, at_most: int) -> int:
    """Tell on which page of a list an item is; both counted from 0."""
    return place // _pages(length, at_most)[1]


def _pages(length: int, at_most: int) -> tuple[int, int]:
    """Tell how many pages there are, and how long each may be."""
    pages = max(1, -(-length // at_most))
    return pages, max(1, -(-length // pages))
