"""Sets over Telegram: begun by words or taps, left, gone on with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.coach import practice as practising
from bot.coach import sets as coach
from bot.handlers import practice, sheet
from bot.screens import actions, wording
from bot.screens import sets as screens
from bot.screens.interviewer import PAUSED
from bot.screens.practice import line, prompt_screen
from bot.screens.setup import levels_of
from bot.study.requests import Same, Set
from bot.study.sets import same

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import CallbackQuery, Update

    from bot.handlers.context import Desk
    from bot.screens.screen import Screen
    from bot.study.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Asked:
    """The update that has asked for something, and its message if that was typed."""

    update_id: int
    message_id: int | None = None


async def begin(desk: Desk, learner_id: int, wanted: Sequence[Set | Same], asked: Asked) -> None:
    """Begin the first of the sets that are possible; the others wait for its end."""
    begun: list[tuple[Set, coach.Begun]] = []
    update_id = asked.update_id
    for each in wanted:
        one = await resolved(desk, learner_id, each)
        made = await desk.run(coach.begin, learner_id, one, update_id=update_id, later=bool(begun))
        if isinstance(made, coach.Refused):
            refused = screens.refused_screen(one, made.available, made.elsewhere)
            await desk.delivery.send(learner_id, refused)
        else:
            begun.append((one, made))
    if begun:
        await _show(desk, learner_id, begun, asked.message_id)


async def resolved(desk: Desk, learner_id: int, wanted: Set | Same) -> Set:
    """Say what "the same" is now."""
    if isinstance(wanted, Set):
        return wanted
    last = await desk.run(coach.last, learner_id)
    return same(last, wanted, await desk.lookup.subjects())


async def go_on(desk: Desk, learner_id: int, set_id: int | None = None) -> bool:
    """Go on with a set, or the one that was left last; False when there is none."""
    resumed = await desk.run(coach.resume, learner_id, set_id)
    if resumed is None:
        return False
    await put_away(desk, learner_id, resumed.put_away)
    await practice.present(desk, learner_id, resumed.shown)
    return True


async def stop(desk: Desk, learner_id: int) -> None:
    """End what is going on; a set can be gone on with."""
    prompt = await desk.run(practising.stop, learner_id)
    await put_away(desk, learner_id, prompt)
    if prompt and prompt.place:
        await sheet.tell(desk, prompt.place.round_id, PAUSED)
    screen = screens.stopped_screen(prompt) if prompt else line(wording.PUT_AWAY, go_on=True)
    await desk.delivery.send(learner_id, screen)


async def put_away(desk: Desk, learner_id: int, prompt: Prompt | None) -> None:
    """Show in its own message that a question was put away."""
    if prompt and prompt.message_id:
        await desk.delivery.edit(learner_id, prompt.message_id, prompt_screen(prompt))


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action, update: Update) -> bool:
    """Do what a button of sets asks for; False when the action is of another kind."""
    act = _ACTS.get(type(action))
    if act:
        await desk.delivery.answer(query)
        instead = await act(desk, query.from_user.id, action, Asked(update.update_id))
        if instead:
            await desk.delivery.show(query, instead)
        elif query.message:
            await desk.delivery.strip(query.from_user.id, query.message.message_id)
    return act is not None


async def _show(
    desk: Desk, learner_id: int, begun: Sequence[tuple[Set, coach.Begun]], message_id: int | None
) -> None:
    """Say what begins, as a reply to what may have been an answer, and put its first question."""
    (wanted, first), *others = begun
    await put_away(desk, learner_id, first.put_away)
    if first.selection:
        later = [made.state for _, made in others]
        instead_of = first.put_away.id if first.put_away and message_id else None
        screen = screens.begun_screen(wanted, first.selection, later, instead_of=instead_of)
        reply_to = message_id if instead_of else None
        await desk.delivery.send(learner_id, screen, reply_to=reply_to)
    if first.shown:
        await practice.present(desk, learner_id, first.shown)


async def _start(
    desk: Desk, learner_id: int, action: actions.StartSet, asked: Asked
) -> Screen | None:
    known = (await desk.lookup.subjects()).by_id
    named = [id_ for id_ in action.subjects.split(",") if id_]
    subjects = tuple(known[id_] for id_ in named if id_ in known)
    if named and not subjects:
        return screens.gone_screen()
    wanted = Set(subjects, action.number or None, levels_of(action.levels))
    await begin(desk, learner_id, [wanted], asked)
    return None


async def _same_again(
    desk: Desk, learner_id: int, action: actions.SameAgain, asked: Asked
) -> Screen | None:
    last = await desk.run(coach.last, learner_id, action.set)
    if last is None:
        return screens.gone_screen()
    await begin(desk, learner_id, [same(last, Same(), await desk.lookup.subjects())], asked)
    return None


async def _resume(
    desk: Desk, learner_id: int, action: actions.ResumeSet, _asked: Asked
) -> Screen | None:
    return None if await go_on(desk, learner_id, action.set) else screens.gone_screen()


async def _drop(
    desk: Desk, learner_id: int, action: actions.DropSet, _asked: Asked
) -> Screen | None:
    state = await desk.run(coach.drop, learner_id, action.set)
    return screens.dropped_screen(state) if state else screens.gone_screen()


_ACTS: dict[type[actions.Action], Callable[[Desk, int, Any, Asked], Awaitable[Screen | None]]] = {
    actions.StartSet: _start,
    actions.SameAgain: _same_again,
    actions.ResumeSet: _resume,
    actions.DropSet: _drop,
}
"""What begins or ends a set; a screen takes the place of the tapped message."""
