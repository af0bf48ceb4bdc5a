"""A chat with the real bot on the stand-in for Telegram, and a camera in front of it."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from bot.app import Hotseat
from bot.coach import learner, practice
from bot.questions.model import AreaId
from bot.sandbox import Hooks, Sandbox
from bot.settings import ANY_PORT, given
from bot.storage.database import Database
from bot.study.picking import Limits
from bot.study.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from bot.questions.bank import Bank
    from bot.sandbox import Message, Person
    from bot.study.memory import Grade
    from tools.pictures.camera import Camera

ZONE = ZoneInfo("Europe/Berlin")
MONDAY_EVENING = time(19, 30)
PLENTY = Limits(new=10, in_all=20)
OWNER = 5_000_000_777


@dataclass(slots=True)
class Studio:
    """One person's chat from its beginning; scenes act in it and take pictures."""

    sandbox: Sandbox
    bot: Hotseat
    camera: Camera
    me: Person
    chance: Random = field(default_factory=lambda: Random(5))  # noqa: S311 - no secret hangs on it

    async def say(self, text: str, sees: str | Callable[[Message], bool] = "") -> Message:
        """Type something and wait for what the bot says."""
        await self.me.says(text)
        return await self.me.sees(sees)

    async def tap(self, label: str, sees: str | Callable[[Message], bool] = "") -> Message:
        """Tap the newest button of that label and wait for what changes."""
        await self.me.taps(label)
        return await self.me.sees(sees)

    async def tap_for_note(self, label: str) -> None:
        """Tap a button that is answered with a passing note alone."""
        await self.me.taps(label)
        await self.me.is_told("")

    async def shoot(
        self, name: str, *, of: Person | None = None, top_of: Message | None = None
    ) -> None:
        """Take a picture of the end of a chat, or of a message that is too long for the screen."""
        await self.camera.shoot(self.sandbox.url, of or self.me, name, top_of)

    async def set_up(self, level: str = "Middle") -> None:
        """Answer the first questions, and be asked."""
        await self.say("/start", "Which level")
        await self.tap(level, "Which areas")
        await self.tap("All areas", "What time is it")
        await self.say("Berlin", "Change it any time")
        await self.me.sees(is_question)
        await self.bot.run_use_case(learner.choose_limits, self.me.id, PLENTY)

    async def put_away(self) -> None:
        """Have no open question."""
        await self.say("stop", "Stopped")

    async def reveal(self) -> Message:
        """Look at the answer of the open question."""
        return await self.tap("Show answer", can_be_graded)

    async def grade(self, label: str = "Good") -> Message:
        """Look at an answer and grade it."""
        await self.reveal()
        return await self.tap(label, f"{label}. ")

    async def jump(self, *, days: int = 0, at: time = time(9)) -> None:
        """Let the clock go on to a time of a later day."""
        day = self.sandbox.clock.now().astimezone(ZONE).date() + timedelta(days=days)
        await self.sandbox.jump_to(datetime.combine(day, at, ZONE).astimezone(UTC))

    async def later(self, length: timedelta) -> None:
        """Let the clock go on."""
        await self.sandbox.jump_to(self.sandbox.clock.now() + length)

    async def work(self, days: int, a_day: Callable[[int], int], grades: list[Grade]) -> None:
        """Have practised on the days before today."""
        now = self.sandbox.clock.now()
        try:
            for day in range(days, 0, -1):
                for number in range(a_day(day)):
                    moment = now - timedelta(days=day) + timedelta(minutes=2 * number)
                    self.bot.now = lambda moment=moment: moment  # type: ignore[misc]
                    await self._practise(self.chance.choice(grades))
        finally:
            self.bot.now = self.sandbox.clock.now
        await self.bot.run_use_case(learner.start, self.me.id)

    async def _practise(self, grade: Grade) -> None:
        prompt = await self.bot.run_use_case(practice.next_question, self.me.id, more=True)
        if not isinstance(prompt, Prompt):
            return
        await self.bot.run_use_case(practice.reveal, self.me.id, prompt.id)
        await self.bot.run_use_case(practice.grade, self.me.id, prompt.id, grade)

    async def join_before(self, days: int, areas: Iterable[str] = ()) -> None:
        """Have come to the bot some days ago."""
        moment = self.sandbox.clock.now() - timedelta(days=days)
        self.bot.now = lambda: moment
        await self.bot.run_use_case(learner.start, self.me.id)
        await self.bot.run_use_case(learner.choose_zone, self.me.id, ZONE)
        await self.bot.run_use_case(learner.set_up, self.me.id)
        for area in areas:
            await self.bot.run_use_case(learner.choose_area, self.me.id, AreaId(area), on=True)
        self.bot.now = self.sandbox.clock.now


@asynccontextmanager
async def opened(bank: Bank, camera: Camera) -> AsyncIterator[Studio]:
    """Begin with an empty chat and an empty database, on a Monday evening."""
    hooks = Hooks()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder)}/bot.db")
        database.migrate()
        async with Sandbox(name="Hotseat", hooks=hooks) as sandbox:
            await sandbox.jump_to(_monday_evening(sandbox.clock.now()))
            settings = given(
                token=SecretStr(sandbox.token),
                api_url=sandbox.url,
                owners=frozenset([OWNER]),
                port=ANY_PORT,
            )
            chance = Random(7)  # noqa: S311 - the same pictures every time
            bot = Hotseat(settings, bank, database, now=sandbox.clock.now, chance=chance)
            hooks.on_jump = bot.tick
            running = asyncio.create_task(bot.run(signals=False))
            try:
                yield Studio(sandbox, bot, camera, sandbox.person("Tester"))
            finally:
                await camera.put_away()
                hooks.on_jump = None
                bot.stop()
                await running


def is_question(message: Message) -> bool:
    """Tell whether a message puts a question that is not revealed yet."""
    return "Show answer" in str(message.labels)


def can_be_graded(message: Message) -> bool:
    """Tell whether a message has the grades under it."""
    return "Again" in str(message.labels) and "Good" in str(message.labels)


def _monday_evening(now: datetime) -> datetime:
    local = now.astimezone(ZONE)
    monday = local.date() + timedelta(days=(-local.weekday()) % 7 or 7)
    return datetime.combine(monday, MONDAY_EVENING, ZONE).astimezone(UTC)
