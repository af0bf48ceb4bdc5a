"""Tracks, and the order in which one learns the topics of an area."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import content
from bot.questions import bank as banks
from bot.questions import complete, statistics, tracks
from bot.questions.model import AreaId, Level, TopicId, TrackId
from bot.screens.screen import MESSAGE_LIMIT
from tests.conftest import ROOT, content_file

AREAS = {
    AreaId("python"): [TopicId("python/names"), TopicId("python/gil"), TopicId("python/typing")],
    AreaId("django"): [TopicId("django/orm")],
}
HEAD = "---\ntrack: Backend, senior\nlevels: middle, senior\n---\n\nThey look for depth.\n\n"
GIL = "- [The GIL](../python/gil.md) · weight 3\n"
FILES = [content_file("Python", topic, 3) for topic in ("Basics", "Names", "Traps")]


def problems(text: str, path: str = "tracks/senior.md") -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in tracks.read(path, text, AREAS)[1]]


def weights(lines: str) -> list[tuple[str, int]]:
    track, found = tracks.read("tracks/senior.md", HEAD + lines, AREAS)
    assert not found
    assert track
    return list(track.weights.items())


def test_every_part_is_read() -> None:
    track, found = tracks.read("tracks/senior.md", HEAD + GIL, AREAS)

    assert found == ()
    assert track
    assert track.id == "senior"
    assert track.name == "Backend, senior"
    assert track.levels == (Level.MIDDLE, Level.SENIOR)
    assert track.looks_for == "They look for depth."
    assert dict(track.weights) == {"python/gil": 3}


def test_the_order_of_the_list_is_kept() -> None:
    lines = "1. [A](../django/orm.md) · weight 2\n2. [B](../python/gil.md); weight 5\n"

    assert weights(lines) == [("django/orm", 2), ("python/gil", 5)]


def test_a_line_without_a_weight_weighs_one() -> None:
    assert weights("- [The GIL](../python/gil.md)\n") == [("python/gil", 1)]


@pytest.mark.parametrize("link", ["../python", "../python/", "../python/README.md"])
def test_an_area_stands_for_its_topics_in_the_order_of_learning(link: str) -> None:
    assert weights(f"- [Python]({link}) · weight 2\n") == [
        ("python/names", 2),
        ("python/gil", 2),
        ("python/typing", 2),
    ]


@pytest.mark.parametrize("lines", [f"{GIL}- [P](../python/)\n", f"- [P](../python/)\n{GIL}"])
def test_a_topic_named_by_itself_keeps_its_weight_beside_its_area(lines: str) -> None:
    assert dict(weights(lines)) == {"python/names": 1, "python/gil": 3, "python/typing": 1}


def test_levels_may_be_a_list_and_come_in_their_order() -> None:
    text = HEAD.replace("middle, senior", "[senior, junior]") + GIL

    track, _ = tracks.read("tracks/senior.md", text, AREAS)

    assert track
    assert track.levels == (Level.JUNIOR, Level.SENIOR)


def test_windows_line_ends_and_bom_change_nothing() -> None:
    odd = "\ufeff" + (HEAD + GIL).replace("\n", "\r\n")

    assert tracks.read("tracks/a.md", odd, AREAS) == tracks.read("tracks/a.md", HEAD + GIL, AREAS)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("They look.\n" + GIL, 1, "front matter is missing"),
        ("---\ntrack: [\n---\n\nThey look.\n\n" + GIL, 2, "front matter is not YAML"),
        (HEAD.replace("Backend, senior", "2026-13-45") + GIL, 1, "front matter is not YAML"),
        (HEAD.replace("Backend, senior", "[" * 9999) + GIL, 1, "front matter is not YAML"),
        ("---\n- x\n---\n\nThey look.\n\n" + GIL, 1, "holds no values"),
        (HEAD.replace("track: Backend, senior\n", "") + GIL, 1, "has no name"),
        (HEAD.replace("Backend, senior", "'- -'") + GIL, 2, "has no name"),
        (HEAD.replace("Backend", "B" * 60) + GIL, 2, "has 68 characters"),
        (HEAD.replace("levels: middle, senior\n", "") + GIL, 1, "has no level"),
        (HEAD.replace("middle, senior", "") + GIL, 3, "has no level"),
        (HEAD.replace("middle", "guru") + GIL, 3, "Unknown level 'guru'"),
        (HEAD.replace("levels:", "level:") + GIL, 3, "unknown 'level'"),
        (HEAD.replace("They look for depth.\n", "") + GIL, 5, "has no paragraph"),
        (HEAD.replace("depth", "d" * 600) + GIL, 5, "characters"),
        (HEAD, 1, "lists no topic"),
        (HEAD + "- The GIL\n", 8, "'The GIL' links to no topic"),
        (HEAD + "- [X](https://example.org/gil.md)\n", 8, "links to no topic"),
        (HEAD + "- [X](../python/lock.md)\n", 8, "Unknown topic 'python/lock'"),
        (HEAD + "- [X](../golang/) · weight 2\n", 8, "Unknown area 'golang'"),
        (HEAD + GIL.replace("3", "0"), 8, "'0' is no weight"),
        (HEAD + GIL.replace("3", "6"), 8, "'6' is no weight"),
        (HEAD + GIL.replace("3", "2.5"), 8, "'2.5' is no weight"),
        (HEAD + GIL.replace("3", "-1"), 8, "'-1' is no weight"),
        (HEAD + GIL.replace("3", "٣"), 8, "'٣' is no weight"),
        (HEAD + GIL.replace("3", "9" * 5000), 8, "is no weight"),
        (HEAD + GIL.replace("3", "3 · weight 4"), 8, "A second weight"),
        (HEAD + GIL.replace("weight 3", "wieght 3"), 8, "Unknown field 'wieght 3'"),
        (HEAD + GIL + GIL, 9, "'python/gil' is listed in line 8 already"),
        (HEAD + "- [P](../python/)\n- [P](../python/README.md)\n", 9, "listed in line 8"),
        (HEAD + GIL + "\nMore words.\n", 10, "text after the list began"),
        (HEAD + "## First\n" + GIL, 8, "Headings are not used"),
    ],
)
def test_problem_is_named_with_its_line(text: str, line: int, said: str) -> None:
    assert any(at == line and said in message for at, message in problems(text)), problems(text)


@pytest.mark.parametrize("name", ["Senior Backend", "x" * 41, "é"])
def test_file_name_must_fit_a_button(name: str) -> None:
    found = problems(HEAD + GIL, f"tracks/{name}.md")

    assert any("is no name of a track" in said for _, said in found)


def test_every_problem_is_named_at_once() -> None:
    text = "---\nlevels: guru\nauthor: me\n---\n- [X](../go/x.md) · weight 9\n- [Y](y.md)\n"

    assert len(problems(text)) == 7


def test_what_was_meant_is_proposed() -> None:
    _, (problem,) = tracks.read("tracks/a.md", HEAD + GIL.replace("gil.md", "gill.md"), AREAS)

    assert problem.mend == "Did you mean 'python/gil'?"


@given(st.text(max_size=300))
def test_any_text_is_a_track_or_has_a_problem(text: str) -> None:
    for whole in (text, HEAD + text, HEAD + GIL + text, f"---\n{text}\n---\n\nThey look.\n\n{GIL}"):
        track, found = tracks.read("tracks/a.md", whole, AREAS)
        lines = whole.replace("\r\n", "\n").count("\n") + 1

        assert (track is None) == bool(found)
        assert all(1 <= problem.line <= lines for problem in found)


def with_track(*lines: str, head: str = HEAD, name: str = "a") -> tuple[str, str]:
    return f"tracks/{name}.md", head + "".join(lines)


def test_a_bank_knows_its_tracks() -> None:
    pack = with_track("- [Basics](../python/basics.md) · weight 2\n")

    built, found = banks.build([*FILES, pack])

    assert found == ()
    assert list(built.tracks) == ["a"]
    assert len(built.questions) == 9


def test_a_track_that_would_ask_nothing_is_a_problem() -> None:
    juniors = ("python/basics.md", content_file("Python", "Basics", 1)[1])
    pack = with_track("- [Basics](../python/basics.md)\n")

    _, (problem,) = banks.build([juniors, pack])

    assert problem.message == "None of its topics has a question of its levels."


def test_two_tracks_of_one_name_are_a_problem() -> None:
    line = "- [Basics](../python/basics.md)\n"

    _, (problem,) = banks.build([*FILES, with_track(line), with_track(line, name="b")])

    assert (problem.path, problem.message) == (
        "tracks/b.md",
        "The name 'Backend, senior' is taken by tracks/a.md.",
    )


def test_problems_of_tracks_stand_among_the_others() -> None:
    broken = ("python/basics.md", FILES[0][1].replace("id: ", "ident: ", 1))

    _, found = banks.build([broken, with_track("- [B](../python/basics.md)\n- [X](../x/)\n")])

    assert [(p.path, p.message) for p in found][-1] == ("tracks/a.md", "Unknown area 'x'.")
    assert found[0].path == "python/basics.md"


PAGE = "# Python\n\nWhy so.\n\n1. [Traps](traps.md): last things first\n2. [Basics](basics.md)\n"


def test_the_page_of_an_area_gives_the_order_of_learning() -> None:
    built, found = banks.build([("python/README.md", PAGE), *FILES])

    assert found == ()
    assert list(built.topics) == ["python/traps", "python/basics", "python/names"]
    assert built.unlisted == {"python/names"}


def test_a_complete_bank_lists_every_topic() -> None:
    built, _ = banks.build([*FILES, ("python/README.md", PAGE)])

    assert [
        (problem.path, problem.message)
        for problem in complete.missing(built)
        if problem.path.endswith("README.md")
    ] == [("python/README.md", "The page does not list 'names'.")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- [Basics](basics.md)\n", "'python/basics' is listed in line 6 already."),
        ("- [Trap](trap.md)\n", "'python/trap' is no topic of this area."),
    ],
)
def test_problems_of_a_page_are_named(line: str, said: str) -> None:
    _, (problem,) = banks.build([*FILES, ("python/README.md", PAGE + line)])

    assert (problem.path, problem.line, problem.message) == ("python/README.md", 7, said)


def test_a_page_may_hold_anything_else() -> None:
    prose = "# Notes\n\n- a list\n- [a site](https://example.org)\n- [other](../django/orm.md)\n"

    _, found = banks.build([*FILES, ("python/README.md", prose), ("tracks/README.md", PAGE)])

    assert found == ()


def test_statistics_count_tracks() -> None:
    pack = with_track("- [Basics](../python/basics.md)\n")
    built, _ = banks.build([*FILES, pack])

    report = "\n".join(statistics.describe(statistics.count(built)))

    assert "Tracks: 1.\n  a: 1 topics, 2 questions" in report


OURS, _ = content.load(ROOT / "content")


def test_our_bank_has_its_six_tracks() -> None:
    assert {track.name for track in OURS.tracks.values()} >= {
        "Python backend, senior",
        "Python developer, about three years",
        "Django developer",
        "Platform and delivery",
        "FastAPI for people who know Django",
        "One week before the interview",
    }


@pytest.mark.parametrize("track_id", sorted(OURS.tracks))
def test_our_tracks_name_no_topic_in_vain(track_id: TrackId) -> None:
    track = OURS.tracks[track_id]
    asked = {q.topic.id for q in OURS.questions.values() if q.is_of(track.levels)}

    assert track.weights.keys() <= asked
    assert len(set(track.weights.values())) >= 3
    assert len(track.looks_for) < MESSAGE_LIMIT / 6


def test_every_topic_of_our_bank_has_its_place() -> None:
    assert OURS.unlisted == frozenset()
