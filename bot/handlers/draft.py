"""Documents and texts that people send: read, shown, and stored only after a yes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from telegram import Message

from bot.coach import draft as coach
from bot.coach import learner
from bot.handlers import reading
from bot.handlers.parcels import Parcel
from bot.handlers.pasting import part_of
from bot.screens import actions, wording
from bot.screens import notes as screens
from bot.study.learner import Awaiting

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.handlers.pasting import Part
    from bot.handlers.reading import Read
    from bot.screens.screen import Screen
    from bot.study.learner import Profile


async def ask_for_notes(desk: Desk, learner_id: int) -> None:
    """Ask for notes, and expect them."""
    await desk.run(learner.await_text, learner_id, Awaiting.IMPORT)
    await desk.delivery.send(learner_id, screens.import_screen())


async def document_sent(desk: Desk, message: Message) -> None:
    """Read a document and show what it holds."""
    assert message.document
    await desk.run(learner.leave, message.chat_id)
    document = reading.read_document(desk, message, message.document)
    read = await reading.in_time(desk, message.chat_id, document)
    await _show_first(desk, message.chat_id, read, message.message_id)


async def text_sent(desk: Desk, message: Message, *, fresh: bool = False) -> None:
    """Read a forwarded or pasted text and show what it holds.

    It goes on a text that still waits for an answer, unless it is a ``fresh`` one.
    """
    profile = await desk.run(learner.listen, message.chat_id)
    await _read_on(desk, message, None if fresh else _begun(desk, message.chat_id, profile))


async def text_edited(desk: Desk, message: Message) -> bool:
    """Read a text anew of which a part has been edited; False when it is no part of one."""
    profile = await desk.run(learner.listen, message.chat_id)
    begun = _begun(desk, message.chat_id, profile)
    part_of_it = begun is not None and message.message_id in begun.parts
    if part_of_it:
        await _read_on(desk, message, begun)
    return part_of_it


async def _read_on(desk: Desk, message: Message, begun: Parcel | None) -> None:
    """Read a text with the part that a message brings, in place of an earlier preview."""
    learner_id, number = message.chat_id, message.message_id
    parts = {**(begun.parts if begun else {}), number: part_of(message)}
    first = begun.draft.message if begun else number
    way = begun.draft.way if begun else None
    text = reading.read_parts(desk, learner_id, first, parts, way)
    read = await reading.in_time(desk, learner_id, text)
    if begun and isinstance(read, Parcel):
        read = replace(read, draft=read.draft.dropping_as(begun.draft))
    if begun and begun.preview:
        await desk.delivery.delete(learner_id, begun.preview)
    if _may_go_on(read, parts[number]):
        await desk.run(learner.await_text, learner_id, Awaiting.IMPORT, about=first)
    await _show_first(desk, learner_id, read, max(parts))


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button under a draft asks for; False when the action is of another kind."""
    if isinstance(action, actions.LeaveImport | actions.CancelDraft):
        await _leave(desk, query, action)
        return True
    act = _ACTS.get(type(action))
    if act:
        parcel = await _found(desk, query, action)
        if parcel:
            await act(desk, query, action, parcel)
    return act is not None


async def _leave(
    desk: Desk, query: CallbackQuery, action: actions.LeaveImport | actions.CancelDraft
) -> None:
    await desk.run(learner.leave, query.from_user.id)
    if isinstance(action, actions.CancelDraft):
        desk.parcels.drop(query.from_user.id, action.message)
    await _show(desk, query, screens.cancelled_screen())


async def _found(desk: Desk, query: CallbackQuery, action: Any) -> Parcel | None:  # noqa: ANN401
    """Find what a button is about, or read it again; None when that was told instead."""
    learner_id = query.from_user.id
    done = await desk.run(coach.brought, learner_id, action.message)
    if done:  # a double tap
        renewed = isinstance(action, actions.ApplyRevision)
        await _show(
            desk, query, screens.updated_screen(done) if renewed else screens.added_screen(done)
        )
        return None
    found = desk.parcels.get(learner_id, action.message)
    if found:
        return found
    read = await reading.in_time(desk, learner_id, reading.read_again(desk, query, action.message))
    if not isinstance(read, Parcel):
        await _show(desk, query, read)
        return None
    desk.parcels.keep(learner_id, read)
    if _had_choices(query, read):
        await _show(desk, query, _screen(read), wording.READ_AGAIN)
        return None
    return read


def _may_go_on(read: Read, last: Part) -> bool:
    """Tell whether the next text may belong to it: an app has cut it, or it waits for a yes."""
    return not last.glue or (isinstance(read, Parcel) and bool(read.draft.reading.questions))


def _begun(desk: Desk, learner_id: int, profile: Profile) -> Parcel | None:
    """Find the text that a further message goes on."""
    if profile.awaiting is not Awaiting.IMPORT or profile.awaiting_about is None:
        return None
    return desk.parcels.get(learner_id, profile.awaiting_about)


def _had_choices(query: CallbackQuery, parcel: Parcel) -> bool:
    """Tell whether a tapped message shows that something was dropped before a restart.

    It offers to keep a question, or to add another number than a fresh reading would.
    """
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    rows = markup.inline_keyboard if markup else ()
    adding = {
        button.action: button.label
        for row in screens.preview_screen(parcel.draft).rows
        for button in row
    }
    for button in (button for row in rows for button in row):
        match actions.parse(str(button.callback_data)):
            case actions.KeepFound(keep=True):
                return True
            case actions.AddDraft() as add if adding.get(add) != button.text:
                return True
    return False


def _screen(parcel: Parcel) -> Screen:
    """Show what was read, or what it would change."""
    if parcel.version and parcel.draft.reading.questions:
        return screens.revision_screen(parcel.draft, parcel.version)
    return screens.preview_screen(parcel.draft)


async def _show_first(desk: Desk, learner_id: int, read: Read, reply_to: int) -> None:
    """Reply with what was read."""
    screen = _screen(read) if isinstance(read, Parcel) else read
    sent = await desk.delivery.send(learner_id, screen, reply_to=reply_to)
    if isinstance(read, Parcel):
        desk.parcels.keep(learner_id, replace(read, preview=sent.message_id))


async def _show(desk: Desk, query: CallbackQuery, screen: Screen, toast: str | None = None) -> None:
    await desk.delivery.answer(query, toast)
    await desk.delivery.show(query, screen)


async def _preview(
    desk: Desk, query: CallbackQuery, _action: actions.Action, parcel: Parcel
) -> None:
    await _await_more(desk, query.from_user.id, parcel)
    await _show(desk, query, screens.preview_screen(parcel.draft))


async def _browse(
    desk: Desk, query: CallbackQuery, action: actions.BrowseDraft, parcel: Parcel
) -> None:
    await _show(desk, query, screens.browse_screen(parcel.draft, action.page))


async def _choose(
    desk: Desk, query: CallbackQuery, action: actions.KeepFound, parcel: Parcel
) -> None:
    draft = parcel.draft.choosing(action.place, keep=action.keep)
    desk.parcels.keep(query.from_user.id, replace(parcel, draft=draft))
    await _show(desk, query, screens.browse_screen(draft, screens.page_of(draft, action.place)))


async def _choose_way(
    desk: Desk, query: CallbackQuery, _action: actions.Action, parcel: Parcel
) -> None:
    await _show(desk, query, screens.ways_screen(parcel.draft, await reading.ways(parcel)))


async def _read_by(
    desk: Desk,
    query: CallbackQuery,
    action: actions.ReadBy | actions.ReadAnew,
    parcel: Parcel,
) -> None:
    learner_id = query.from_user.id
    way = action.way if isinstance(action, actions.ReadBy) else None
    again = reading.read(desk, learner_id, action.message, parcel.original, way)
    read = await reading.in_time(desk, learner_id, again)
    if isinstance(read, Parcel):
        read = replace(read, parts=parcel.parts, preview=parcel.preview)
        desk.parcels.keep(learner_id, read)
        await _await_more(desk, learner_id, read)
    await _show(desk, query, _screen(read) if isinstance(read, Parcel) else read)


async def _await_more(desk: Desk, learner_id: int, parcel: Parcel) -> None:
    """Expect more of a pasted text again, as its preview says: a tap has ended that."""
    if parcel.parts:
        about = parcel.draft.message
        await desk.run(learner.await_text, learner_id, Awaiting.IMPORT, about=about)


async def _add(desk: Desk, query: CallbackQuery, action: actions.AddDraft, parcel: Parcel) -> None:
    learner_id = query.from_user.id
    notebook = await desk.run(
        coach.add, learner_id, parcel.draft, parcel.original, answered_only=action.answered
    )
    desk.parcels.drop(learner_id, action.message)
    await _show(desk, query, screens.added_screen(notebook))


async def _revision(
    desk: Desk, query: CallbackQuery, _action: actions.Action, parcel: Parcel
) -> None:
    await _show(desk, query, _screen(parcel))


async def _browse_revision(
    desk: Desk, query: CallbackQuery, action: actions.BrowseRevision, parcel: Parcel
) -> None:
    if parcel.version and parcel.version.notebook.id == action.notebook:
        screen = screens.changes_screen(parcel.draft, parcel.version, action.page)
        await _show(desk, query, screen)
    else:
        await _show(desk, query, _screen(parcel))


async def _apply(
    desk: Desk, query: CallbackQuery, action: actions.ApplyRevision, parcel: Parcel
) -> None:
    learner_id, version = query.from_user.id, parcel.version
    if version and version.notebook.id == action.notebook:
        notebook = await desk.run(
            coach.update, learner_id, action.message, version, parcel.original
        )
        if notebook:
            desk.parcels.drop(learner_id, action.message)
            await _show(desk, query, screens.updated_screen(notebook))
            return
    again = reading.read(desk, learner_id, action.message, parcel.original)
    read = await reading.in_time(desk, learner_id, again)
    if isinstance(read, Parcel):
        desk.parcels.keep(learner_id, read)
    screen = _screen(read) if isinstance(read, Parcel) else read
    await _show(desk, query, screen, wording.NOTES_HAVE_CHANGED)


_ACTS: dict[type[actions.Action], Callable[[Desk, CallbackQuery, Any, Parcel], Awaitable[None]]] = {
    actions.ShowDraft: _preview,
    actions.BrowseDraft: _browse,
    actions.KeepFound: _choose,
    actions.ChooseWay: _choose_way,
    actions.ReadBy: _read_by,
    actions.ReadAnew: _read_by,
    actions.AddDraft: _add,
    actions.ShowRevision: _revision,
    actions.BrowseRevision: _browse_revision,
    actions.ApplyRevision: _apply,
}
