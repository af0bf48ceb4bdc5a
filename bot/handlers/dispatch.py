"""Which function answers a tapped button: found by the kind of its action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.screens.actions import Action
    from bot.screens.screen import Screen

    Screens: TypeAlias = Mapping[type[Action], Callable[[Desk, int, Any], Awaitable[Screen | None]]]
    """What changes the message that was tapped; None for a value that no button has."""

    Acts: TypeAlias = Mapping[type[Action], Callable[[Desk, CallbackQuery, Any], Awaitable[None]]]
    """What sends something of its own."""


async def dispatch(
    desk: Desk, query: CallbackQuery, action: Action, screens: Screens, acts: Acts
) -> bool:
    """Do what a button asks for; False when nothing here does."""
    if act := acts.get(type(action)):
        await act(desk, query, action)
        return True
    show = screens.get(type(action))
    screen = await show(desk, query.from_user.id, action) if show else None
    if screen is None:
        return False
    await desk.delivery.answer(query)
    await desk.delivery.show(query, screen)
    return True
