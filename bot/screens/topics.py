"""The map of topics: every area, an area in the order in which one learns it, one topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import actions, wording
from bot.screens.actions import Page
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import CHOSEN, area_buttons, side_by_side
from bot.screens.turning import leaf, page_with
from bot.study import scope
from bot.study.topics import Knowledge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.model import AreaId
    from bot.study.learner import Profile
    from bot.study.topics import TopicCount

AREAS_A_PAGE = 30
TOPICS_A_PAGE = 8
_UNFOLDED = 8
"""Areas that are counted in the open; more would push the buttons off the screen."""

RESTS = "· "
MARKS = {Knowledge.KNOWN: "●", Knowledge.SHAKY: "◐", Knowledge.UNSEEN: "○"}
"""What stands before the words about a topic; it never stands alone."""

_LEGEND = f"In the order in which one learns it.\n{CHOSEN}is asked, {RESTS}rests."
_MEANING = "Known: it holds for a week. Shaky: seen, and not there yet."


def areas_screen(profile: Profile, counts: Sequence[TopicCount], page: int = 0) -> Screen:
    """Show every area with its questions, due ones and choice; ``page`` counts from 0."""
    areas = areas_of(counts)
    chosen = scope.chosen_areas([count.topic for count in counts], profile.resting)
    shown = leaf(tuple(areas), AREAS_A_PAGE, page)
    lines = [
        _area_line(areas[area], of_area(counts, area), marked=area in chosen)
        for area in shown.items
    ]
    folded = Style.FOLDED if len(lines) > _UNFOLDED else None
    text = _title("What I ask you about") + "\n" + Styled.of("\n".join(lines), folded)
    text = text + "\n\n" + "\n".join(_summary(profile, counts))
    buttons = [
        Button(CHOSEN * (area in chosen) + areas[area], actions.OpenArea(area, 0))
        for area in shown.items
    ]
    everything = Button("All areas", actions.AllAreas(setup=False))
    level = Button("Level", actions.Settings(Page.LEVELS))
    track = Button("Track", actions.Settings(Page.TRACKS))
    settings = (everything, level, track)
    turning = shown.row(actions.ListAreas)
    return Screen(text, (*side_by_side(buttons), turning, settings, (_next(),)))


def area_screen(
    profile: Profile, counts: Sequence[TopicCount], area_id: AreaId, page: int = 0
) -> Screen:
    """Show the map of one area: its topics in order, what is known of each, and the choice."""
    mine = of_area(counts, area_id)
    if not mine:
        return areas_screen(profile, counts)
    places = {count.topic.id: place for place, count in enumerate(mine, 1)}
    shown = leaf(mine, TOPICS_A_PAGE, page)
    lines = [f"{_topic_line(count, places[count.topic.id])}\n" for count in shown.items]
    text = _title(mine[0].topic.area) + f"\n{_LEGEND}\n\n" + "".join(lines)
    if any(count.seen for count in mine):
        text = text + "\n" + Styled.of(_MEANING, Style.ITALIC)
    rows = tuple(
        (Button(CHOSEN * count.chosen + count.topic.name, actions.OpenTopic(count.topic.id)),)
        for count in shown.items
    )
    all_chosen = [area_id] if all(count.chosen for count in mine) else []
    whole = area_buttons({area_id: f"All of {mine[0].topic.area}"}, all_chosen, setup=False)
    turning = shown.row(lambda to: actions.OpenArea(area_id, to))
    return Screen(text, (*rows, turning, (*whole,), (_another_area(),), (_next(),)))


def topic_screen(profile: Profile, counts: Sequence[TopicCount], topic_id: str) -> Screen:
    """Show one topic: what is known of it, whether it is asked, and a way to be asked now."""
    count = next((count for count in counts if count.topic.id == topic_id), None)
    if count is None:
        return areas_screen(profile, counts)
    topic, mine = count.topic, of_area(counts, count.topic.area_id)
    place = mine.index(count)
    head = Styled(f"{topic.area} · {place + 1} of {len(mine)}\n")
    lines = [topic.summary, f"\n{_about(count)}", _choice(profile, count)]
    text = head + _title(topic.name) + "\n" + "\n".join(filter(None, lines))
    ask = (Button("Ask me from this topic", actions.AskTopic(topic.id)),)
    label = "Let it rest" if count.chosen else "Ask it with the others"
    choose = (Button(label, actions.ChooseTopic(topic.id, on=not count.chosen)),)
    page = page_with(place, len(mine), TOPICS_A_PAGE)
    back = Button(f"Back to {topic.area}", actions.OpenArea(topic.area_id, page))
    level = (Button("Level", actions.Settings(Page.LEVELS)),)
    return Screen(text, (ask if count.questions else level, choose, (back,), (_another_area(),)))


def areas_of(counts: Sequence[TopicCount]) -> dict[AreaId, str]:
    """Name the areas, in the order of the bank."""
    return {count.topic.area_id: count.topic.area for count in counts}


def of_area(counts: Sequence[TopicCount], area_id: AreaId) -> tuple[TopicCount, ...]:
    """Take the topics of one area."""
    return tuple(count for count in counts if count.topic.area_id == area_id)


def standing(count: TopicCount) -> str:
    """Say with a mark and in words how much of a topic is known."""
    if not count.questions:
        return "none of your level"
    parts = {"known": count.known, "shaky": count.shaky, "unseen": count.unseen}
    words = ", ".join(f"{number} {name}" for name, number in parts.items() if number)
    due = f", {count.due} due" if count.due else ""
    return f"{MARKS[count.knowledge]} {words}{due}"


def _summary(profile: Profile, counts: Sequence[TopicCount]) -> list[str]:
    asked = [count for count in counts if count.chosen]
    questions, due = sum(c.questions for c in asked), sum(c.due for c in asked)
    lines = [
        f"In all: {wording.count(questions, 'question')}, {due} due",
        f"Level: {', '.join(profile.levels) or 'all'}",
    ]
    if profile.track:
        lines.append(f"Track: {profile.track.name}")
    if profile.lost_track:
        lines.append(wording.lost_track(profile.lost_track))
    return lines


def _area_line(name: str, counts: Sequence[TopicCount], *, marked: bool) -> str:
    """Say how many questions an area has, and how many of them are asked if not all are."""
    questions, known = sum(c.questions for c in counts), sum(c.known for c in counts)
    asked, due = sum(c.questions for c in counts if c.chosen), sum(c.due for c in counts)
    number = f"{asked} of {questions}" if 0 < asked < questions else f"{questions}"
    parts = [number, f"{known} known" * bool(known), f"{due} due" * bool(due)]
    return f"{CHOSEN if marked else RESTS}{name}: {', '.join(filter(None, parts))}"


def _topic_line(count: TopicCount, place: int) -> str:
    mark = CHOSEN if count.chosen else RESTS
    return f"{mark}{place}. {count.topic.name}\n    {standing(count)}"


def _about(count: TopicCount) -> str:
    if not count.questions:
        return f"None of your level; {count.elsewhere} of other levels."
    level = " of your level" if count.elsewhere else ""
    return f"{wording.count(count.questions, 'question')}{level}: {standing(count)}."


def _choice(profile: Profile, count: TopicCount) -> str:
    if not count.chosen:
        return "It rests: it comes only when you ask for it. What you know is kept."
    if profile.track and count.weight:
        return f"It is asked, with weight {count.weight} of 5 on your track."
    return "It is asked."


def _another_area() -> Button:
    return Button("Same for another area", actions.Settings(Page.TOPICS))


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
