"""Mock rounds, from the choice of one to the debrief, alone and with a friend."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.journeys.stage import asks, set_up

if TYPE_CHECKING:
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage


def asks_in_round(message: Message) -> bool:
    return message.text.startswith("Mock ") and "Give up" in str(message.labels)


def can_be_graded(message: Message) -> bool:
    return "Good · " in str(message.labels)


def is_score(message: Message) -> bool:
    return "How is it scored?" in str(message.labels)


def place_of(message: Message) -> str:
    return message.text.partition(" · ")[0]


async def later(stage: Stage, length: timedelta) -> None:
    await stage.sandbox.jump_to(stage.sandbox.clock.now() + length)


async def choose(phone: Person, *choices: str) -> None:
    await phone.says("/mock")
    await phone.sees("Mock round")
    for choice in choices:
        await phone.taps(choice)
        await phone.sees(lambda m, c=choice: f"✓ {c}" in str(m.labels))  # type: ignore[misc]


async def begin(phone: Person, *choices: str) -> Message:
    await choose(phone, *choices)
    await phone.taps("Begin")
    return await phone.sees(asks_in_round)


@pytest.fixture
async def ready(phone: Person) -> Person:
    """A person who has answered the first questions and put the first one of the bank away."""
    await set_up(phone)
    return phone


async def test_real_round_reveals_nothing_until_the_end(ready: Person) -> None:
    first = await begin(ready, "3 questions", "Real")
    seen = [place_of(first)]
    await ready.taps("Said aloud", on=first)
    for _ in range(2):
        question = await ready.sees(asks_in_round)
        seen.append(place_of(question))
        await ready.taps("Said aloud", on=question)
    assert seen == ["Mock 1 of 3", "Mock 2 of 3", "Mock 3 of 3"]
    assert not any("The answer to" in m.text for m in ready.received)

    for number in range(1, 4):
        opened = await ready.sees(can_be_graded)
        assert place_of(opened) == f"Debrief {number} of 3"
        await ready.taps("Clear", on=opened)
        await ready.sees(lambda m: "✓ Clear" in str(m.labels))
        await ready.taps("Good", on=opened)

    score = await ready.sees(is_score)
    assert "Mock round: strong, 9" in score.text
    assert "Communication: 100" in score.text
    assert "Nothing was missed." in score.text


async def test_practice_round_typed_and_spoken(ready: Person) -> None:
    first = await begin(ready, "3 questions")
    await ready.says("Something about three things")
    await ready.taps("Done", on=await ready.sees("Noted"))
    revealed = await ready.sees(can_be_graded)
    assert "The answer to" in revealed.text
    assert "Something about three things" in revealed.text
    assert revealed.id != first.id
    await ready.taps("Good", on=revealed)

    await ready.sees(lambda m: place_of(m) == "Mock 2 of 3")
    await ready.sends_voice(timedelta(seconds=72))
    await ready.taps("Done", on=await ready.sees("1:12"))
    revealed = await ready.sees(can_be_graded)
    await ready.taps("Hard", on=revealed)

    third = await ready.sees(lambda m: place_of(m) == "Mock 3 of 3")
    await ready.taps("I do not know", on=third)
    revealed = await ready.sees(can_be_graded)
    assert "→ Again" in str(revealed.labels)
    await ready.taps("→ Again", on=revealed)

    score = await ready.sees(is_score)
    assert "Missed: 2 of 3." in score.text
    await ready.taps("Question by question")
    listed = await ready.sees("1. ")
    assert "recorded 1:12" in listed.text
    assert "passed" in listed.text


async def finish(phone: Person, grade: str = "Good") -> Message:
    """Go through a practice round that has begun."""
    message = await phone.sees(lambda m: asks_in_round(m) or is_score(m))
    while not is_score(message):
        await phone.taps("Said aloud", on=message)
        await phone.taps(grade, on=await phone.sees(can_be_graded))
        message = await phone.sees(lambda m: asks_in_round(m) or is_score(m))
    return message


async def test_debrief_comes_as_picture_pdf_and_markdown(ready: Person) -> None:
    await begin(ready, "3 questions")
    await finish(ready, "Again")

    await ready.taps("Picture")
    picture = await ready.sees(lambda m: bool(m.media) and "not yet" in m.text)
    assert ready.opens(picture).startswith(b"\x89PNG")
    await ready.taps("PDF")
    pdf = await ready.sees(lambda m: bool(m.media and m.media.name.endswith(".pdf")))
    assert ready.opens(pdf).startswith(b"%PDF-")
    await ready.taps("Markdown")
    text = await ready.sees(lambda m: bool(m.media and m.media.name.endswith(".md")))
    assert "# Mock round: not yet" in ready.opens(text).decode()


async def test_what_was_missed_is_queued_and_practised(ready: Person) -> None:
    await begin(ready, "3 questions")
    await finish(ready, "Again")

    await ready.taps("Queue what I missed (3)")
    await ready.sees("waits as a set")
    await ready.taps("Practise what I missed")

    await ready.sees(lambda m: m.text.startswith("1 of 3") and m.labels[0] == ("Show answer",))


async def test_round_survives_a_restart_and_a_day(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await begin(phone, "3 questions", "Real")
        await phone.says("half a thought")
        await phone.sees("Noted")
    async with stage.bot():
        await later(stage, timedelta(days=1))
        await phone.says("/mock")
        standing = await phone.sees("Your mock round")
        assert "3 questions, real" in standing.text
        await phone.taps("Go on")
        question = await phone.sees(asks_in_round)

        assert place_of(question) == "Mock 1 of 3"
        await phone.taps("Done", on=question)
        await phone.sees(lambda m: place_of(m) == "Mock 2 of 3")


async def test_paused_round_lets_others_be_asked_and_goes_on(ready: Person) -> None:
    question = await begin(ready, "3 questions", "Real")

    await ready.taps("Pause", on=question)
    paused = await ready.sees("Paused. /mock goes on")
    await ready.says("/next")
    await ready.sees(asks)
    await ready.taps("Go on", on=paused)

    again = await ready.sees(asks_in_round)
    assert place_of(again) == "Mock 1 of 3"
    assert again.text == question.text


async def test_next_shows_the_question_of_the_round(ready: Person) -> None:
    question = await begin(ready, "3 questions", "Real")

    await ready.says("/next")

    again = await ready.sees(asks_in_round)
    assert (again.text, again.id > question.id) == (question.text, True)


async def test_round_begun_twice_shows_the_one_that_is_on(ready: Person) -> None:
    await choose(ready, "3 questions")
    lobby = await ready.sees("Mock round")
    await ready.taps("Begin", on=lobby)
    await ready.sees(asks_in_round)

    await ready.taps("Begin", on=lobby)

    await ready.sees("Your mock round")


async def test_given_up_round_can_be_looked_at_or_dropped(ready: Person) -> None:
    first = await begin(ready, "3 questions", "Real")
    await ready.taps("Said aloud", on=first)
    second = await ready.sees(lambda m: place_of(m) == "Mock 2 of 3")
    await ready.taps("Give up", on=second)
    await ready.sees("End the round here?")
    await ready.taps("End, and look at it")
    opened = await ready.sees(can_be_graded)
    assert place_of(opened) == "Debrief 1 of 1"
    await ready.taps("Easy", on=opened)
    await ready.sees(is_score)

    third = await begin(ready)
    await ready.taps("Give up", on=third)
    await ready.sees("End the round here?")
    await ready.taps("Drop it")
    await ready.sees("The round is dropped.")
    await ready.taps("Said aloud", on=third)
    await ready.is_told("")


async def test_word_on_the_time_comes_once_and_cuts_nothing_off(
    stage: Stage, ready: Person
) -> None:
    await begin(ready, "3 questions", "Real")

    await later(stage, timedelta(minutes=4))
    nudge = await ready.sees("A word on the time: 2 minutes are usual here.")
    await later(stage, timedelta(minutes=4))
    await ready.taps("Done", on=nudge)

    await ready.sees(lambda m: place_of(m) == "Mock 2 of 3")
    assert sum("A word on the time" in m.text for m in ready.received) == 1


async def test_asking_for_the_answer_in_a_real_round_repeats_the_question(
    ready: Person,
) -> None:
    question = await begin(ready, "3 questions", "Real")

    await ready.says("answer")

    again = await ready.sees(asks_in_round)
    assert again.text == question.text
    assert not any("The answer to" in m.text for m in ready.received)


async def test_undo_takes_back_a_grade_of_the_round(ready: Person) -> None:
    first = await begin(ready, "3 questions")
    await ready.taps("Said aloud", on=first)
    await ready.taps("Again", on=await ready.sees(can_be_graded))
    await ready.sees(lambda m: place_of(m) == "Mock 2 of 3")

    await ready.says("/undo")
    back = await ready.sees(can_be_graded)
    assert place_of(back) == "Mock 1 of 3"
    await ready.taps("Good", on=back)

    await ready.sees(lambda m: place_of(m) == "Mock 2 of 3")


async def test_scope_is_chosen_by_taps(ready: Person) -> None:
    await choose(ready, "3 questions", "Real")
    await ready.taps("About: all you chose")
    await ready.sees("What shall we talk about?")
    await ready.taps("Kafka")
    await ready.sees("What of Kafka?")
    await ready.taps("Traps")
    lobby = await ready.sees("about Traps")
    assert "3 questions, real" in lobby.text
    await ready.taps("Begin")

    question = await ready.sees(asks_in_round)
    assert "Kafka · Traps" in question.text


async def test_rubric_is_one_tap_away(ready: Person) -> None:
    await begin(ready, "3 questions")
    await finish(ready)

    await ready.taps("How is it scored?")
    await ready.sees("Correctness, 35 %")
    await ready.taps("The score")

    await ready.sees(is_score)


async def invite(stage: Stage, phone: Person, *choices: str) -> tuple[Person, str]:
    """Let a person make a link, and somebody else follow it."""
    await choose(phone, *choices)
    await phone.taps("With a friend")
    sent = await phone.sees("Send this link to your friend")
    found = re.search(r"\?start=(\S+)", sent.text)
    assert found
    friend = stage.sandbox.person("Friend")
    await friend.says(f"/start {found[1]}")
    await friend.sees("Will you be the interviewer?")
    return friend, found[1]


async def together(stage: Stage, phone: Person, *choices: str) -> Person:
    """Bring both to the first question."""
    friend, _ = await invite(stage, phone, *choices)
    await friend.taps("Yes, I will")
    await friend.sees("Thank you. I ask the candidate")
    await phone.sees("Your friend is ready")
    await phone.taps("Begin")
    await phone.sees(asks_in_round)
    return friend


def is_sheet(message: Message) -> bool:
    return "Answer is over: go on" in str(message.labels)


async def test_friend_ticks_and_goes_on_and_sees_nothing_else(stage: Stage, ready: Person) -> None:
    friend = await together(stage, ready, "3 questions", "Real")
    for number in range(1, 4):
        sheet = await friend.sees(lambda m, n=number: is_sheet(m) and f"Mock {n} of 3" in m.text)  # type: ignore[misc]
        assert "The answer to" in sheet.text
        await friend.taps("☐ 1. One", on=sheet)
        ticked = await friend.sees(lambda m: "☑ 1. One" in str(m.labels))
        await friend.taps("Answer is over: go on", on=ticked)
    opened = await ready.sees(can_be_graded)
    assert not any("The answer to" in m.text for m in ready.received if m.id != opened.id)
    for _ in range(3):
        opened = await ready.sees(can_be_graded)
        await ready.taps("→ Hard", on=opened)

    score = await ready.sees(is_score)
    assert "Completeness: 33" in score.text
    await friend.until(lambda: any("The round is over." in m.text for m in friend.received))
    assert not any("of 100" in m.text for m in friend.received)


async def test_candidate_can_go_on_too_and_the_friend_follows(stage: Stage, ready: Person) -> None:
    friend = await together(stage, ready, "3 questions", "Real")
    first = await friend.sees(is_sheet)

    await ready.taps("Said aloud")

    await friend.until(lambda: any("Mock 2 of 3" in m.text for m in friend.received))
    await friend.until(lambda: all(not m.labels for m in friend.messages if m.id == first.id))


async def test_friend_leaves_and_the_round_goes_on_alone(stage: Stage, ready: Person) -> None:
    friend = await together(stage, ready, "3 questions", "Real")
    sheet = await friend.sees(is_sheet)

    await friend.taps("Leave the round", on=sheet)

    await friend.sees("You have left the round.")
    left = await ready.sees("Your interviewer has left")
    await ready.taps("Go on", on=left)
    question = await ready.sees(asks_in_round)
    assert "interviewer" not in question.text
    await ready.taps("Said aloud", on=question)
    await ready.sees(lambda m: place_of(m) == "Mock 2 of 3")
    await friend.taps("☐ 1. One", on=sheet)
    await friend.sees("You are no interviewer of this round any more.")


async def test_candidate_who_drops_the_round_lets_the_friend_know(
    stage: Stage, ready: Person
) -> None:
    friend = await together(stage, ready, "3 questions")
    await friend.sees(is_sheet)

    await ready.taps("Give up")
    await ready.sees("End the round here?")
    await ready.taps("Drop it")

    await friend.until(lambda: any("The round is over." in m.text for m in friend.received))


async def test_pause_is_told_to_the_friend_and_the_sheet_comes_again(
    stage: Stage, ready: Person
) -> None:
    friend = await together(stage, ready, "3 questions")
    await friend.sees(is_sheet)
    await ready.taps("Pause")
    paused = await ready.sees("Paused. /mock goes on")
    await friend.until(lambda: any("has paused" in m.text for m in friend.received))

    await ready.taps("Go on", on=paused)
    await ready.sees(asks_in_round)

    def sheets() -> list[Message]:
        return [message for message in friend.received if "Mock 1 of 3" in message.text]

    await friend.until(lambda: [is_sheet(m) for m in sheets()] == [False, True])


async def test_friend_sees_the_question_again_by_mock(stage: Stage, ready: Person) -> None:
    friend = await together(stage, ready, "3 questions")
    first = await friend.sees(is_sheet)

    await friend.says("/mock")

    again = await friend.sees(lambda m: is_sheet(m) and m.id != first.id)
    assert again.text == first.text


async def test_friend_who_blocks_the_bot_has_left(stage: Stage, ready: Person) -> None:
    friend = await together(stage, ready, "3 questions")
    await friend.sees(is_sheet)

    await friend.blocks()

    await ready.until(lambda: any("Your interviewer has left" in m.text for m in ready.received))


@pytest.mark.parametrize("said", ["stop", "pause"])
async def test_stopping_in_words_pauses_the_round_for_both(
    stage: Stage, ready: Person, said: str
) -> None:
    friend = await together(stage, ready, "3 questions")
    await friend.sees(is_sheet)

    await ready.says(said)

    paused = await ready.sees(lambda m: m.labels == (("Go on", "Next question"),))
    await friend.until(lambda: any("has paused" in m.text for m in friend.received))
    await ready.taps("Go on", on=paused)
    await ready.sees(asks_in_round)


async def test_link_leads_nowhere_for_others(stage: Stage, ready: Person) -> None:
    friend, link = await invite(stage, ready, "3 questions")
    await ready.says(f"/start {link}")
    await ready.sees("This link is for a friend")
    await friend.taps("Yes, I will")
    await friend.sees("Thank you.")
    third = stage.sandbox.person("Third")
    await third.says(f"/start {link}")
    await third.sees("Somebody else is the interviewer")
    await third.says("/start mock_ffff")
    await third.sees("This round is over")


async def test_who_declines_shares_nothing(stage: Stage, ready: Person) -> None:
    friend, _ = await invite(stage, ready, "3 questions")

    await friend.taps("No, thanks")
    await friend.sees("Nothing was shared.")
    await ready.taps("Begin without a friend")

    await ready.sees(asks_in_round)
    assert not any(is_sheet(m) for m in friend.received)


async def test_candidate_may_go_without_the_friend(stage: Stage, ready: Person) -> None:
    friend, _ = await invite(stage, ready, "3 questions")
    await friend.taps("Yes, I will")
    await ready.sees("Your friend is ready")

    await ready.taps("Without a friend")

    await friend.until(lambda: any("goes on without" in m.text for m in friend.received))
    await ready.taps("Begin without a friend")
    await ready.sees(asks_in_round)


async def test_forgotten_friend_is_no_interviewer_any_more(stage: Stage, ready: Person) -> None:
    friend = await together(stage, ready, "3 questions", "Real")
    await friend.sees(is_sheet)

    await friend.says("/forget")
    await friend.taps("Delete all")

    await ready.until(lambda: any("Your interviewer has left" in m.text for m in ready.received))
