"""A picture that belongs to an answer, on the way to a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions import bank as banks
from bot.sandbox import FaultKind
from tests.conftest import ROOT
from tests.journeys.stage import asks, set_up

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage

PATH = "serving/pictures/request-life.png"
TEXT = """---
topic: The way in
area: Serving
---

## What is the way of a request?
<!-- id: way -->

The answer to all of it.

![From the browser to the database.](pictures/request-life.png)
"""


@pytest.fixture
def bank() -> Bank:
    built, problems = banks.build([("serving/way.md", TEXT)], {PATH: None})
    assert not problems
    return built


def is_photo(message: Message) -> bool:
    return message.media is not None


async def reveal(phone: Person) -> Message:
    await set_up(phone)
    await phone.sees(asks)
    await phone.taps("Show answer")
    return await phone.sees("The answer to")


async def test_picture_comes_with_what_it_shows_in_words(phone: Person) -> None:
    revealed = await reveal(phone)
    assert revealed.labels[-1] == ("Repeat", "More", "Picture")
    assert "From the browser" not in revealed.text

    await phone.taps("Picture")

    photo = await phone.sees(is_photo)
    assert photo.text == "From the browser to the database."
    assert phone.opens(photo) == (ROOT / "content" / PATH).read_bytes()
    assert photo.labels == (("Answer",),)


async def test_the_answer_is_one_tap_away_from_its_picture(phone: Person) -> None:
    await reveal(phone)
    await phone.taps("Picture")
    photo = await phone.sees(is_photo)

    await phone.taps("Answer", on=photo)

    below = await phone.sees("The answer to")
    assert below.id > photo.id
    await phone.taps("Good", on=below)
    await phone.sees("Good. Again on ")


async def test_picture_is_uploaded_once(stage: Stage, phone: Person) -> None:
    revealed = await reveal(phone)
    await phone.taps("Picture")
    first = await phone.sees(is_photo)

    await phone.taps("Picture", on=revealed)
    second = await phone.sees(is_photo)

    assert first.media
    assert second.media
    assert second.media.file == first.media.file
    (upload, again) = [call for call in stage.sandbox.calls if call.method == "sendPhoto"]
    assert again.parameters["photo"] == first.media.file
    assert upload.parameters.get("photo") != first.media.file


async def test_picture_that_telegram_has_forgotten_is_uploaded_again(
    stage: Stage, phone: Person
) -> None:
    revealed = await reveal(phone)
    await phone.taps("Picture")
    first = await phone.sees(is_photo)
    stage.sandbox.faults.add(method="sendPhoto", kind=FaultKind.BAD_REQUEST)

    await phone.taps("Picture", on=revealed)

    second = await phone.sees(is_photo)
    assert first.media
    assert second.media
    assert second.media.file != first.media.file


async def test_picture_that_telegram_refuses_is_told_in_words(stage: Stage, phone: Person) -> None:
    await reveal(phone)
    stage.sandbox.faults.add(method="sendPhoto", kind=FaultKind.BAD_REQUEST)

    await phone.taps("Picture")

    told = await phone.sees("From the browser to the database.")
    assert told.media is None


async def test_picture_whose_file_has_gone_is_told_in_words(
    stage: Stage, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = stage.sandbox.person()
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    async with stage.bot():
        await reveal(phone)

        await phone.taps("Picture")

        told = await phone.sees("From the browser to the database.")
        assert told.media is None
