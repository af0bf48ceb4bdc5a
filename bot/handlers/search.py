"""Searching over Telegram: what was found, in pages, each question one tap away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Message

from bot.coach import learner
from bot.coach import search as coach
from bot.handlers import practice, sets
from bot.questions.model import QuestionId
from bot.screens import actions, wording
from bot.screens import search as screens
from bot.screens.practice import line
from bot.study.learner import Awaiting

if TYPE_CHECKING:
    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.questions.model import Question

_COMMAND = "/search"


async def asked(desk: Desk, message: Message) -> None:
    """Show what the words after the command find, or ask for words."""
    if words_of(message):
        await desk.run(learner.leave, message.chat_id)
        await show(desk, message)
    else:
        await desk.run(learner.await_text, message.chat_id, Awaiting.SEARCH)
        await desk.delivery.send(message.chat_id, screens.words_screen())


async def typed(desk: Desk, message: Message, *, update_id: int) -> None:
    """Search for the words that were asked for."""
    await desk.run(coach.typed, message.chat_id, update_id=update_id)
    await show(desk, message)


async def show(desk: Desk, message: Message) -> None:
    """Reply to a message with what its words find."""
    words = words_of(message)
    questions = await found(desk, message.chat_id, words)
    screen = screens.found_screen(words, questions)
    await desk.delivery.send(message.chat_id, screen, reply_to=message.message_id)


async def found(desk: Desk, learner_id: int, words: str) -> tuple[Question, ...]:
    """Search the bank and a learner's own notes."""
    notes = await desk.run(coach.notes, learner_id)
    return await desk.lookup.search(words, learner_id, notes)


async def ask(desk: Desk, learner_id: int, question_id: QuestionId) -> bool:
    """Ask a certain question; False when it is gone."""
    asking = await desk.run(coach.ask, learner_id, question_id)
    if asking is None:
        return False
    await sets.put_away(desk, learner_id, asking.put_away)
    if asking.first:
        await desk.delivery.send(learner_id, line(wording.GRADE_FIRST))
    await practice.present(desk, learner_id, asking.shown)
    return True


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button under a search asks for; False when the action is of another kind."""
    match action:
        case actions.AskQuestion(question):
            there = await ask(desk, query.from_user.id, QuestionId(question))
            await desk.delivery.answer(query, None if there else wording.NOT_YOURS)
        case actions.ShowFound(page):
            await _turn(desk, query, page)
        case _:
            return False
    return True


async def _turn(desk: Desk, query: CallbackQuery, page: int) -> None:
    """Show another page; the words are still in the message that was replied to."""
    shown = query.message
    said = shown.reply_to_message if isinstance(shown, Message) else None
    await desk.delivery.answer(query, None if said else wording.SEARCH_AGAIN)
    if said:
        words = words_of(said)
        questions = await found(desk, query.from_user.id, words)
        await desk.delivery.show(query, screens.found_screen(words, questions, page))


def words_of(message: Message) -> str:
    """Take what to search for out of a message, with the command or without."""
    text = message.text or ""
    head, _, rest = text.partition(" ")
    is_command = head.partition("@")[0].casefold() == _COMMAND
    return " ".join((rest if is_command else text).split())
