"""What a learner is told of their progress: plain, kind, and never more than a phone shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.drawing.progress import Area
from bot.questions.model import AreaId, Question, QuestionId, Source, Topic, TopicId
from bot.screens import actions
from bot.screens.actions import ProgressPage
from bot.screens.figures import figures_screen
from bot.screens.progress import counted_screen, progress_screen, rhythm_line, shown_screen
from bot.screens.screen import CAPTION_LIMIT, MESSAGE_LIMIT, Button, Screen, Style
from bot.screens.summary import as_card, summary_screen
from bot.study.calibration import Calibration
from bot.study.fitting import Fitted
from bot.study.picking import Limits
from bot.study.preference import Preference
from bot.study.progress import Bin, Coming, Retention, Statistics, Streak, Week
from bot.study.progress.account import Figures, Part, Progress
from bot.study.target import Readiness

TODAY = date(2026, 11, 21)  # a Saturday
DAY = date(2026, 12, 12)
DARK = frozenset({Preference.DARK_PICTURES})
TOPIC = Topic(TopicId("python/basics"), "Basics", AreaId("python"), "Python")


def ready(seen: int = 40, questions: int = 120, share: float = 0.51) -> Readiness:
    return Readiness(questions, seen, 0.72 if seen else None, 0.4, share)


def question(text: str) -> Question:
    return Question(QuestionId("python-basics-1"), text, TOPIC, Source("a.md", 1))


PROGRESS = Progress(
    learner_id=1,
    today=TODAY,
    on=DAY,
    ready=ready(),
    parts=(Part("Python", ready(30, 80, 0.55), 3), Part("Kafka", ready(10, 40, 0.43), 0)),
    reviews=(*[TODAY - timedelta(days=2)] * 4, *[TODAY] * 3),
    coming=tuple(Coming(TODAY + timedelta(days=n), n % 3, 1) for n in range(14)),
    rhythm=Streak(5, 1),
    helping=(question("What is the `GIL`, and which programs does it hold up in practice?"),),
    graded_today=3,
    limits=Limits(new=3, in_all=10),
    hidden=0,
    next_push=None,
    zone=ZoneInfo("Europe/Berlin"),
    preferences=frozenset(),
    weekly_goal=None,
)
NOTHING = replace(
    PROGRESS, on=None, ready=None, parts=(), reviews=(), rhythm=Streak(0), helping=(), coming=()
)
FIGURES = Figures(TODAY, Statistics(412, 230, Retention(230, 200), None, (), None), None, None)


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def test_words_say_what_the_picture_shows() -> None:
    said = progress_screen(PROGRESS).text.text

    assert "Interview: Sat 12 Dec, in 21 days\nReady for it: 51%\nToday: 3 of 10\n" in said
    assert "Python: 55%, 30 of 80 seen, 3 due\nKafka: 43%, 10 of 40 seen" in said
    assert "Next 14 days: 13 to review, 14 new; most on Mon 23 Nov (3)" in said


def test_a_guess_is_called_one() -> None:
    said = progress_screen(replace(PROGRESS, ready=ready(0, share=0.4))).text.text

    assert "\nReady for it: 40%, a guess until you have seen some\n" in said


def test_what_helps_is_asked_by_a_tap() -> None:
    screen = progress_screen(PROGRESS)

    assert (
        "\n1. What is the GIL, and which programs does it hold up in practice?" in screen.text.text
    )
    assert screen.rows[0][0] == Button("Ask 1", actions.AskQuestion("python-basics-1"))


def test_a_tomorrow_and_a_today_are_called_so() -> None:
    for days, word in ((1, "tomorrow"), (0, "today")):
        shown = replace(PROGRESS, on=TODAY + timedelta(days=days))
        assert f", {word}\n" in progress_screen(shown).text.text


def test_nothing_to_be_ready_for_is_no_trouble() -> None:
    screen = progress_screen(NOTHING)

    assert "Ready" not in screen.text.text
    assert "Streak: begins with your next answer" in screen.text.text
    assert labels(screen) == ["Statistics", "What is shown", "Next question"]
    assert counted_screen(NOTHING).text.text.startswith("How it is counted")


def test_many_areas_fold_up_and_fit() -> None:
    parts = tuple(Part(f"An area of a long name {n}", ready(), 12) for n in range(30))
    text = progress_screen(replace(PROGRESS, parts=parts)).text

    assert len(text) < MESSAGE_LIMIT
    (folded,) = (span for span in text.spans if span.style is Style.FOLDED)
    assert text.cut(folded.start, folded.end).text.count("\n") == 29


def test_the_formula_is_told_with_its_numbers() -> None:
    said = counted_screen(PROGRESS).text.text

    assert "Seen: 40, with 72% on average\nNot seen: 80, with 40% each\n" in said
    assert "(40 \u00d7 72% + 80 \u00d7 40%) ÷ 120 = 51%" in said
    assert "weights of your topics" not in said


def test_weights_are_told_where_they_count() -> None:
    heavier = replace(PROGRESS, ready=ready(share=0.58))

    assert "With the weights of your topics: 58%" in counted_screen(heavier).text.text


def test_a_freeze_is_named_by_its_day() -> None:
    frozen = (date(2026, 11, 10), date(2026, 11, 17))

    assert rhythm_line(Streak(9, 0, frozen), TODAY) == (
        "Streak: 9 days. A freeze was used on Tuesday"
    )
    both = Streak(9, 0, (date(2026, 11, 17), date(2026, 11, 19)))
    assert rhythm_line(both, TODAY) == ("Streak: 9 days. Freezes were used on Tuesday and Thursday")


def test_a_week_is_told_in_days() -> None:
    assert rhythm_line(Week(2, 4, 0), TODAY) == "This week: 2 of 4 days"
    assert rhythm_line(Week(2, 4, 1), TODAY) == (
        "This week: 2 of 4 days, after 1 good week in a row"
    )


def test_what_is_switched_off_is_gone() -> None:
    off = frozenset({Preference.NO_STATISTICS})
    screen = progress_screen(replace(PROGRESS, preferences=off, rhythm=None))

    assert "Statistics" not in labels(screen)
    assert "Streak" not in screen.text.text
    chosen = [label for label in labels(shown_screen(NOTHING)) if label.startswith("✓")]
    assert chosen == ["✓ A streak", "✓ Statistics", "✓ Summary on Sundays", "✓ Light picture"]


def test_a_switch_says_what_shall_be() -> None:
    screen = shown_screen(replace(PROGRESS, weekly_goal=3, rhythm=Week(1, 3, 0)))
    by_label = {button.label: button.action for row in screen.rows for button in row}

    assert by_label["✓ 3 days"] == actions.WeeklyGoal(3)
    assert by_label["✓ Statistics"] == actions.SwitchShown(Preference.NO_STATISTICS, on=True)
    assert by_label["Dark picture"] == actions.SwitchShown(Preference.DARK_PICTURES, on=True)
    assert by_label["A streak"] == actions.CountStreak(on=True)
    assert by_label["Back"] == actions.ShowProgress(ProgressPage.STANDING)


def test_figures_are_written_out() -> None:
    full = replace(
        FIGURES,
        statistics=Statistics(
            412,
            230,
            Retention(230, 200),
            Retention(80, 73),
            (Bin(45, 0.92, 0.88),),
            timedelta(seconds=80),
        ),
        calibration=Calibration(10, 3, 2),
        fitted=Fitted(date(2026, 11, 3), 412, 0.41, 0.38, adopted=True),
    )

    said = figures_screen(full).text.text

    assert "When questions came back: 87% of 230\nOf those that last 3 weeks or more: 91%" in said
    assert "I expected 92%, it was 88% (of 45)" in said
    assert "An answer usually takes you 1 min 20 s." in said
    assert "Sure and all points: 10; sure but few or some points: 3; no idea but most" in said
    assert (
        "Your own forgetting curve since Tue 3 Nov (412 reviews; log loss 0.41 → 0.38)."
    ) in said


def test_a_fit_that_is_no_better_is_told_so() -> None:
    worse = Fitted(TODAY, 400, 0.38, 0.39, adopted=False)

    said = figures_screen(replace(FIGURES, fitted=worse)).text.text

    assert "The usual forgetting curve fits you as well" in said


def test_too_little_says_how_much_is_missing() -> None:
    few = replace(FIGURES, statistics=Statistics(9, 7, None, None, (), None))

    said = figures_screen(few).text.text

    assert "I can tell after 13 more answers to questions that come back" in said
    assert "Expected" not in said
    assert "Time" not in said


def test_a_week_is_summed_up_in_three_lines() -> None:
    lines = summary_screen(PROGRESS).text.text.split("\n")

    assert lines == [
        "Since last Sunday: 7 answers on 2 days.",
        "Ready for Sat 12 Dec: 51%.",
        "Streak: 5 days.",
    ]
    assert labels(summary_screen(PROGRESS)) == ["Next question", "No more summaries"]


def test_an_idle_week_is_summed_up_kindly() -> None:
    idle = replace(PROGRESS, reviews=(TODAY - timedelta(days=9),), rhythm=None)

    lines = summary_screen(idle).text.text.split("\n")

    assert lines[0] == "Since last Sunday: no answers, and nothing is lost."
    assert lines[2].startswith("Next 14 days: ")


def test_a_summary_fits_under_a_picture() -> None:
    frozen = tuple(TODAY - timedelta(days=day) for day in range(7))

    assert len(summary_screen(replace(PROGRESS, rhythm=Streak(999, 0, frozen))).text) < (
        CAPTION_LIMIT
    )


def test_a_card_holds_plain_values() -> None:
    card = as_card(replace(PROGRESS, preferences=DARK))

    assert (card.title, card.about, card.ready) == ("Sat 12 Dec", "21 days left", 51)
    assert card.areas == (Area("Python", 55, 30, 80), Area("Kafka", 43, 10, 40))
    assert (card.dark, card.rhythm, len(card.weeks), len(card.coming)) == (
        True,
        "5 days in a row",
        14,
        14,
    )
    assert hash(card) == hash(as_card(replace(PROGRESS, preferences=DARK)))
