"""Something is wrong with a question: from the one who sees it to the one who mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.stage import asks, set_up

if TYPE_CHECKING:
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage


async def report(phone: Person, text: str) -> Message:
    """Say what is wrong with the open question."""
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    await phone.taps("More")
    await phone.sees(lambda m: "Something is wrong" in str(m.labels))
    await phone.taps("Something is wrong")
    await phone.sees("One sentence is enough.")
    await phone.says(text)
    return await phone.sees("Thank you")


async def test_report_is_answered_and_closed(stage: Stage) -> None:
    ann, owner = stage.sandbox.person("Ann"), stage.sandbox.person("Owner")
    async with stage.bot(owners=[owner.id]):
        await set_up(ann)
        await report(ann, "Point *2* is <wrong>.")
    async with stage.bot(owners=[owner.id]):
        await owner.says("/reports")
        await owner.sees("1 open, 0 closed.")
        await owner.taps("Open: Point *2* is <wrong>.")
        shown = await owner.sees("Point *2* is <wrong>.")
        assert ".md:" in shown.parts("code")[0]
        await owner.taps("Answer")
        await owner.sees("Type your answer.")
        await owner.says("Mended today, thank you.")
        await owner.sees("Answered:")

        told = await ann.sees("Mended today, thank you.")
        assert "Point *2* is <wrong>." in told.text
        await owner.taps("Close")
        await owner.sees("Closed")
        await owner.taps("All reports")
        await owner.sees("0 open, 1 closed.")


async def test_reports_are_for_owners_only(stage: Stage) -> None:
    ann, owner = stage.sandbox.person("Ann"), stage.sandbox.person("Owner")
    async with stage.bot(owners=[owner.id]):
        await set_up(ann)
        await report(ann, "Wrong.")
        await ann.says("/reports")
        await ann.sees("I do not know that command.")
        await owner.says("/help")
        await owner.sees("/topics")


async def test_report_can_be_left(stage: Stage) -> None:
    ann, owner = stage.sandbox.person("Ann"), stage.sandbox.person("Owner")
    async with stage.bot(owners=[owner.id]):
        await set_up(ann)
        await ann.taps("Show answer")
        await ann.sees("The answer to")
        await ann.taps("More")
        await ann.sees(lambda m: "Something is wrong" in str(m.labels))
        await ann.taps("Something is wrong")
        await ann.sees("One sentence is enough.")
        await ann.taps("Cancel")
        await ann.taps("Good")
        await ann.sees(asks)
        await ann.says("A list is a sequence.")
        await ann.sees("Noted.")

        await owner.says("/reports")

        await owner.sees("Nobody has reported anything.")


async def test_deleting_everything_deletes_ones_reports(stage: Stage) -> None:
    ann, owner = stage.sandbox.person("Ann"), stage.sandbox.person("Owner")
    async with stage.bot(owners=[owner.id]):
        await set_up(ann)
        await report(ann, "Wrong.")
        await owner.says("/reports")
        await owner.sees("1 open")
        listed = owner.received[-1]
        await ann.says("/forget")
        await ann.sees("reports and settings")
        await ann.taps("Delete all")
        await ann.sees("Deleted:")

        await owner.taps("Open: Wrong.", on=listed)

        await owner.sees("This report is gone")
