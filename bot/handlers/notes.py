"""A learner's own notes over Telegram: the list, one of them, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import learner, notes
from bot.handlers import practice
from bot.handlers.attempts import Outcome
from bot.handlers.dispatch import dispatch
from bot.handlers.pasting import markdown_of
from bot.questions.draft import title_of
from bot.screens import actions, wording
from bot.screens import notes as screens
from bot.screens.practice import line
from bot.study.learner import Awaiting

if TYPE_CHECKING:
    from telegram import CallbackQuery, Message

    from bot.handlers.context import Desk
    from bot.handlers.dispatch import Acts, Screens
    from bot.screens.screen import Screen
    from bot.study.learner import Profile


async def notebooks(desk: Desk, learner_id: int) -> None:
    """Show a learner's notebooks."""
    found = await desk.run(notes.notebooks, learner_id)
    await desk.delivery.send(learner_id, screens.notebooks_screen(found, 0))


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button of the notes asks for; False when the action is of another kind."""
    return await dispatch(desk, query, action, _SCREENS, _ACTS)


async def typed(desk: Desk, message: Message, profile: Profile, *, update_id: int) -> None:
    """Take a text that was awaited: another name of a notebook, or an own answer."""
    if profile.awaiting is Awaiting.NOTEBOOK_NAME:
        await _take_name(desk, message, update_id)
    else:
        await _take_answer(desk, message, update_id)


async def _take_name(desk: Desk, message: Message, update_id: int) -> None:
    learner_id, name = message.chat_id, title_of(message.text or "")
    if name is None:
        await desk.delivery.send(learner_id, screens.no_name_screen())
        return
    notebook = await desk.run(notes.rename, learner_id, name, update_id=update_id)
    screen = screens.notebook_screen(notebook) if notebook else screens.no_notebook_screen()
    await desk.delivery.send(learner_id, screen)


async def _take_answer(desk: Desk, message: Message, update_id: int) -> None:
    learner_id = message.chat_id
    written = markdown_of(message)
    prompt = await desk.run(notes.write_answer, learner_id, written, update_id=update_id)
    if prompt is None:
        await desk.delivery.send(learner_id, line(wording.NOT_YOURS, go_on=True))
    elif prompt.state.is_open:
        await practice.present(desk, learner_id, prompt)
    else:
        await desk.delivery.send(learner_id, line(wording.ANSWER_KEPT, go_on=True))


async def _list(desk: Desk, learner_id: int, action: actions.ListNotebooks) -> Screen:
    return screens.notebooks_screen(await desk.run(notes.notebooks, learner_id), action.page)


async def _open(desk: Desk, learner_id: int, action: actions.OpenNotebook) -> Screen:
    notebook = await desk.run(notes.notebook, learner_id, action.notebook)
    return screens.notebook_screen(notebook) if notebook else screens.no_notebook_screen()


async def _mix(desk: Desk, learner_id: int, action: actions.MixNotebook) -> Screen:
    notebook = await desk.run(notes.mix, learner_id, action.notebook, on=action.on)
    return screens.notebook_screen(notebook) if notebook else screens.no_notebook_screen()


async def _rename(desk: Desk, learner_id: int, action: actions.RenameNotebook) -> Screen:
    notebook = await desk.run(notes.notebook, learner_id, action.notebook)
    if notebook is None:
        return screens.no_notebook_screen()
    await desk.run(learner.await_text, learner_id, Awaiting.NOTEBOOK_NAME, about=action.notebook)
    return screens.rename_screen(notebook)


async def _delete(desk: Desk, learner_id: int, action: actions.DeleteNotebook) -> Screen:
    if not action.confirmed:
        notebook = await desk.run(notes.notebook, learner_id, action.notebook)
        return screens.delete_screen(notebook) if notebook else screens.no_notebook_screen()
    deleted = await desk.run(notes.delete, learner_id, action.notebook)
    if deleted is None:
        return screens.no_notebook_screen()
    if deleted.message_id:
        await desk.delivery.strip(learner_id, deleted.message_id)
    return screens.deleted_screen(deleted.notebook)


async def _ask_only(desk: Desk, query: CallbackQuery, action: actions.AskOnly) -> None:
    put_away = await desk.run(notes.ask_only, query.from_user.id, action.notebook)
    if put_away is None:
        await desk.delivery.answer(query)
        await desk.delivery.show(query, screens.no_notebook_screen())
    else:
        await _go_on(desk, query, put_away)


async def _ask_everything(desk: Desk, query: CallbackQuery, _action: actions.Action) -> None:
    put_away = await desk.run(notes.ask_only, query.from_user.id, None)
    await _go_on(desk, query, put_away)


async def _go_on(desk: Desk, query: CallbackQuery, put_away: notes.PutAway | None) -> None:
    learner_id = query.from_user.id
    await desk.delivery.answer(query)
    if query.message:
        await desk.delivery.strip(learner_id, query.message.message_id)
    if put_away and put_away.message_id:
        await desk.delivery.strip(learner_id, put_away.message_id)
    await practice.next_question(desk, learner_id)


async def _send(desk: Desk, query: CallbackQuery, action: actions.SendNotebook) -> None:
    learner_id = query.from_user.id
    await desk.delivery.answer(query)
    found = await desk.run(notes.original, learner_id, action.notebook)
    if found is None:
        await desk.delivery.show(query, screens.no_notebook_screen())
        return
    notebook, original = found
    name = screens.file_name(notebook)
    outcome = await desk.delivery.send_file(learner_id, name, original.content)
    if outcome is Outcome.NOT_SENT:
        await desk.delivery.send(learner_id, line(wording.SORRY))


async def _write(desk: Desk, query: CallbackQuery, action: actions.WriteAnswer) -> None:
    learner_id = query.from_user.id
    prompt = await desk.run(notes.await_answer, learner_id, action.prompt)
    await desk.delivery.answer(query)
    screen = screens.write_answer_screen(prompt) if prompt else line(wording.NOT_YOURS, go_on=True)
    await desk.delivery.send(learner_id, screen)


_SCREENS: Screens = {
    actions.ListNotebooks: _list,
    actions.OpenNotebook: _open,
    actions.MixNotebook: _mix,
    actions.RenameNotebook: _rename,
    actions.DeleteNotebook: _delete,
}

_ACTS: Acts = {
    actions.AskOnly: _ask_only,
    actions.AskEverything: _ask_everything,
    actions.SendNotebook: _send,
    actions.WriteAnswer: _write,
}
