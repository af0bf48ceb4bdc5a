"""Tracks: packs for a role and a seniority, one of which may be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.model import Level
from bot.screens import actions, wording
from bot.screens.actions import Page
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import CHOSEN
from bot.screens.turning import leaf, page_with
from bot.study import scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.model import Track
    from bot.study.learner import Profile
    from bot.study.topics import TopicCount

TRACKS_A_PAGE = 2
FIRST = 5
"""Topics of a track that are named when it is chosen."""


def tracks_screen(profile: Profile, tracks: Sequence[Track], page: int | None = None) -> Screen:
    """Show what each track is for; without a page the one with the chosen track."""
    if not tracks:
        lines = [_lost(profile), "There is no track here. Choose areas and topics instead."]
        return Screen(Styled("\n\n".join(filter(None, lines))), ((_topics(),),))
    if page is None:
        place = next((n for n, track in enumerate(tracks) if track == profile.track), 0)
        page = page_with(place, len(tracks), TRACKS_A_PAGE)
    shown = leaf(tracks, TRACKS_A_PAGE, page)
    parts = [_described(track, chosen=track == profile.track) for track in shown.items]
    intro = "A track asks what interviews for one role ask, the weightiest first."
    head = "\n".join(filter(None, (_lost(profile), intro)))
    text = _title("Tracks") + f"\n{head}\n\n" + Styled.join("\n\n", parts)
    rows = tuple(
        (Button(CHOSEN * (track == profile.track) + track.name, actions.ChooseTrack(track.id)),)
        for track in shown.items
    )
    none = Button(CHOSEN * (profile.track is None) + "No track", actions.LeaveTrack())
    return Screen(text, (*rows, shown.row(actions.ListTracks), (none, _topics())))


def chosen_screen(profile: Profile, counts: Sequence[TopicCount]) -> Screen:
    """Say what is asked on the track that was chosen, and what can be changed."""
    assert profile.track
    names = {count.topic.id: count.topic.name for count in counts}
    asked = [count for count in counts if count.chosen]
    questions = wording.count(sum(count.questions for count in asked), "question")
    by_weight = sorted(profile.track.weights.items(), key=lambda each: -each[1])
    first = [names[topic] for topic, _ in by_weight if topic in names][:FIRST]
    lines = (
        f"{wording.count(len(asked), 'topic')}, {questions}",
        f"Level: {levels(profile.levels)}",
        f"Most weight: {', '.join(first)}",
        "",
        "Everything else rests; what you know of it is kept. Topics changes what is asked.",
    )
    text = _title(profile.track.name) + "\n" + "\n".join(lines)
    others = Button("Other tracks", actions.Settings(Page.TRACKS))
    return Screen(text, ((_next(), _topics()), (others, Button("No track", actions.LeaveTrack()))))


def left_screen(profile: Profile, counts: Sequence[TopicCount]) -> Screen:
    """Say what is asked without a track; what rested before it still does, and is named."""
    track = Button("Tracks", actions.Settings(Page.TRACKS))
    if not profile.resting:
        text = f"No track: I ask from everything. Level: {levels(profile.levels)}."
        return Screen(Styled(text), ((_next(), _topics()), (track,)))
    topics = [count.topic for count in counts]
    chosen = scope.chosen_areas(topics, profile.resting)
    areas = {topic.area_id: topic.area for topic in topics if topic.area_id not in chosen}
    single = [t for t in topics if t.area_id in chosen and scope.rests(t, profile.resting)]
    named = [*areas.values()][:FIRST]
    more = [wording.count(len(areas) - FIRST, "more area")] if len(areas) > FIRST else []
    alone = [wording.count(len(single), "single topic")] if single else []
    rest = ", ".join([*named, *more, *alone])
    text = f"No track. As before it, these rest: {rest}. Level: {levels(profile.levels)}."
    everything = Button("All areas", actions.AllAreas(setup=False))
    return Screen(Styled(text), ((_next(), _topics()), (everything, track)))


def levels(chosen: Sequence[Level]) -> str:
    """Name levels in a few words."""
    return ", ".join(chosen) if 0 < len(chosen) < len(Level) else "all"


def _described(track: Track, *, chosen: bool) -> Styled:
    name = Styled(CHOSEN * chosen) + _title(track.name)
    return name + f"\nLevel: {levels(track.levels)}. {track.looks_for}"


def _lost(profile: Profile) -> str:
    return wording.lost_track(profile.lost_track) if profile.lost_track else ""


def _topics() -> Button:
    return Button("Topics", actions.Settings(Page.TOPICS))


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
