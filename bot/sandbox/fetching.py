"""The methods by which the bot gets its updates: long polling, or a webhook."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from bot.sandbox.errors import bad_request, conflict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.sandbox.chats import Object
    from bot.sandbox.methods import Method
    from bot.sandbox.parameters import Parameters
    from bot.sandbox.world import World

LONGEST_POLL = timedelta(seconds=50)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


async def get_updates(world: World, call: Parameters) -> list[Object]:
    """Confirm what lies before the offset and return what waits, or what comes in time."""
    if webhook(world):
        raise conflict(WEBHOOK_ACTIVE)
    world.updates.allow(call.parsed("allowed_updates"))
    world.updates.confirm(call.whole("offset"))
    wait = min(timedelta(seconds=max(0, call.whole("timeout"))), LONGEST_POLL)
    return await world.updates.fetch(limit=call.whole("limit", 100), patience=wait)


async def set_webhook(world: World, call: Parameters) -> bool:
    """Have updates brought to an address; an empty one ends that."""
    url, secret = call.text("url"), call.text("secret_token")
    if url and not _may_be_called(url):
        raise bad_request("bad webhook: an HTTPS URL must be provided for webhook")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if call.flag("drop_pending_updates"):
        world.updates.waiting.clear()
    world.updates.allow(call.parsed("allowed_updates"))
    world.settings["webhook"] = {"url": url, "secret": secret} if url else None
    world.updates.interrupt(conflict("terminated by setWebhook request"))
    world.updates.on_push()
    return True


async def delete_webhook(world: World, call: Parameters) -> bool:
    """End the webhook."""
    if call.flag("drop_pending_updates"):
        world.updates.waiting.clear()
    world.settings["webhook"] = None
    return True


async def get_webhook_info(world: World, _call: Parameters) -> Object:
    """Say where updates are brought, and how many wait."""
    target = webhook(world)
    info: Object = {
        "url": target["url"] if target else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.waiting),
    }
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info


METHODS: Mapping[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}


def webhook(world: World) -> dict[str, str] | None:
    """Return the ``url`` and ``secret`` of the webhook, if there is one."""
    return cast("dict[str, str] | None", world.settings.get("webhook"))


def _may_be_called(url: str) -> bool:
    """Tell whether Telegram would call an address; in the sandbox HTTP will do at home."""
    parts = urlsplit(url)
    at_home = parts.hostname in ("127.0.0.1", "localhost", "::1")
    return parts.scheme == "https" or (parts.scheme == "http" and at_home)
