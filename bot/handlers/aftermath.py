"""After an interview, over Telegram, and the return after a gap."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from bot.coach import aftermath as coach
from bot.coach import comeback, nudge
from bot.handlers import practice, search
from bot.handlers.attempts import Outcome
from bot.questions.model import QuestionId
from bot.screens import actions, wording
from bot.screens import aftermath as screens
from bot.study.target import SPREADS

if TYPE_CHECKING:
    from telegram import CallbackQuery, Message

    from bot.coach.aftermath import AskHowItWent, Told
    from bot.handlers.context import Desk
    from bot.questions.model import Question
    from bot.screens.screen import Screen

_OF_A_LINE = 3
"""Questions that are looked at for each line."""


async def ask(desk: Desk, due: AskHowItWent) -> None:
    """Ask how an interview went, and record what became of the message."""
    screen = screens.how_it_went_screen(due.interview, due.following)
    sent = await desk.delivery.send(due.learner_id, screen, patient=False)
    if sent.outcome is Outcome.UNREACHABLE:
        await desk.run(nudge.unreachable, due.learner_id)
    elif sent.outcome is not Outcome.NOT_SENT:
        await desk.run(coach.was_asked, due.interview.id)


async def told(desk: Desk, message: Message, update_id: int) -> None:
    """Keep what was asked in an interview, and show questions like it."""
    learner_id = message.chat_id
    kept = await desk.run(coach.tell, learner_id, message.text or "", update_id=update_id)
    await _show_found(desk, learner_id, kept)


async def told_again(desk: Desk, learner_id: int) -> None:
    """Show once more what is like that which was told last."""
    await _show_found(desk, learner_id, await desk.run(coach.told, learner_id))


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button of the aftermath, or of a return, asks for; False for any other."""
    learner_id = query.from_user.id
    match action:
        case actions.WentHow(interview, how):
            kept = await desk.run(coach.felt, learner_id, interview, how)
            screen = screens.which_screen(kept.interview) if kept else None
        case actions.AskedInInterview(interview, question, on):
            kept = await desk.run(
                coach.asked_for_real, learner_id, interview, QuestionId(question), on=on
            )
            screen = await _found(desk, learner_id, kept) if kept else None
        case actions.SpreadOver(days) if days in SPREADS:
            await _come_back(desk, query, days)
            return True
        case _:
            return False
    await desk.delivery.answer(query, None if screen else wording.INTERVIEW_GONE)
    if screen:
        await desk.delivery.show(query, screen)
    return True


async def _come_back(desk: Desk, query: CallbackQuery, days: int) -> None:
    await desk.delivery.answer(query)
    if query.message:
        await desk.delivery.strip(query.from_user.id, query.message.message_id)
    shown = await desk.run(comeback.come_back, query.from_user.id, days)
    await practice.present(desk, query.from_user.id, shown)


async def _show_found(desk: Desk, learner_id: int, kept: Told | None) -> None:
    if kept:
        await desk.delivery.send(learner_id, await _found(desk, learner_id, kept))
    else:
        await practice.next_question(desk, learner_id)


async def _found(desk: Desk, learner_id: int, kept: Told) -> Screen:
    """Look every line up; the best of each comes before the second best."""
    found = [(await search.found(desk, learner_id, line))[:_OF_A_LINE] for line in kept.lines]
    in_turn = (question for rank in zip_longest(*found) for question in rank if question)
    questions: dict[QuestionId, Question] = {}
    for question in in_turn:
        questions.setdefault(question.id, question)
    unknown = sum(not each for each in found)
    return screens.found_screen(kept.interview, [*questions.values()], kept.noted, unknown)
