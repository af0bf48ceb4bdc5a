"""The tracks on a phone."""

from __future__ import annotations

from dataclasses import replace

from bot.questions.model import Level, TopicId, Track, TrackId
from bot.screens import actions
from bot.screens.topics import topic_screen
from bot.screens.tracks import chosen_screen, left_screen, tracks_screen
from tests.screens.test_topics import BANK, OURS, PROFILE, actions_of, fits, labels

TRACKS = tuple(BANK.tracks.values())
LONGEST = Track(TrackId("x" * 40), "N" * 60, tuple(Level), "w" * 600, dict.fromkeys(BANK.topics, 5))


def test_every_track_is_shown_with_its_words_on_some_page() -> None:
    pages = [tracks_screen(PROFILE, TRACKS, page) for page in range(3)]

    for screen in pages:
        fits(screen)
    text = "\n".join(screen.text.text for screen in pages)
    assert all(track.looks_for in text and track.name in text for track in TRACKS)
    found = [action for page in pages for action in actions_of(page)]
    chosen = [action.track for action in found if isinstance(action, actions.ChooseTrack)]
    assert chosen == list(BANK.tracks)


def test_the_chosen_track_is_marked_and_on_the_first_screen() -> None:
    screen = tracks_screen(replace(PROFILE, track=TRACKS[-1]), TRACKS)

    assert f"✓ {TRACKS[-1].name}\n" in screen.text.text
    assert f"✓ {TRACKS[-1].name}" in labels(screen)
    assert "No track" in labels(screen)


def test_no_track_is_marked_when_there_is_none() -> None:
    assert "✓ No track" in labels(tracks_screen(PROFILE, TRACKS))


def test_a_bank_without_tracks_leads_to_the_topics() -> None:
    screen = tracks_screen(PROFILE, ())

    assert screen.text.text == "There is no track here. Choose areas and topics instead."
    assert actions_of(screen) == [actions.Settings(actions.Page.TOPICS)]


def test_a_lost_track_is_told_with_and_without_others() -> None:
    profile = replace(PROFILE, lost_track=TrackId("web-junior"))

    for tracks in (TRACKS, ()):
        screen = tracks_screen(profile, tracks)
        assert "Your track (web junior) is no longer there" in screen.text.text


def test_choosing_says_how_much_is_asked_and_what_weighs_most() -> None:
    track = Track(
        TrackId("t"),
        "Web",
        (Level.SENIOR,),
        "Depth.",
        {TopicId("python/typing"): 1, TopicId("django/orm-and-querysets"): 5},
    )
    counts = [replace(count, chosen=count.topic.id in track.weights) for count in OURS]

    screen = chosen_screen(replace(PROFILE, track=track, levels=track.levels), counts)

    fits(screen)
    assert "2 topics, 12 questions\nLevel: senior\n" in screen.text.text
    assert "Most weight: ORM and querysets, Type hints" in screen.text.text


def test_leaving_names_what_rested_before() -> None:
    resting = frozenset({"django", "flask", "python/typing"})

    screen = left_screen(replace(PROFILE, resting=resting), OURS)

    fits(screen)
    assert "these rest: Django, Flask, 1 single topic. Level: all." in screen.text.text
    assert actions.AllAreas(setup=False) in actions_of(screen)


def test_leaving_brings_everything_back() -> None:
    screen = left_screen(PROFILE, OURS)

    assert screen.text.text == "No track: I ask from everything. Level: all."


def test_the_longest_tracks_fit() -> None:
    profile = replace(PROFILE, track=LONGEST, resting=frozenset(BANK.areas))
    many = tuple(replace(LONGEST, id=TrackId(f"{n:x<40}"), name=f"{n:N<60}") for n in range(40))

    for page in range(20):
        fits(tracks_screen(profile, many, page))
    fits(chosen_screen(profile, OURS))
    fits(left_screen(profile, OURS))


def test_a_topic_of_a_track_tells_its_weight() -> None:
    count = replace(OURS[0], weight=4)

    screen = topic_screen(replace(PROFILE, track=TRACKS[0]), [count], count.topic.id)

    assert "with weight 4 of 5 on your track" in screen.text.text
