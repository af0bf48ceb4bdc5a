"""The debrief of a mock round: its score on one page, question by question on others, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.drawing.mock import Card, Entry, Point
from bot.screens import actions, markup, wording
from bot.screens.actions import Paper
from bot.screens.mock import CLARITIES, LENGTHS, MODES, NO_LONGER, another, minutes
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.voice import clock
from bot.study.mock import Answered, Band, Dimension, Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.study.mock import Item, Report, Score

PAGE = 2500
"""Code points of one page of questions."""

BANDS = {
    Band.NOT_YET: "Not yet",
    Band.ON_THE_WAY: "On the way",
    Band.SOLID: "Solid",
    Band.STRONG: "Strong",
}
_NAMES = {
    Dimension.CORRECTNESS: "Correctness",
    Dimension.COMPLETENESS: "Completeness",
    Dimension.DEPTH: "Depth",
    Dimension.COMMUNICATION: "Communication",
    Dimension.TIME: "Time",
}
RUBRIC = """
Each part is a number from 0 to 100; harder questions and follow-ups count more.

- **Correctness**, 35 %: your grades. Again 0, Hard 50, Good 85, Easy 100.
- **Completeness**, 25 %: the share of key points that you said.
- **Depth**, 15 %: correctness of senior questions and follow-ups alone.
- **Communication**, 15 %: your own mark. Unclear 0, fair 60, clear 100.
- **Time**, 10 %: all of it up to the suggested time, nothing at two and a half times as much.

What is not known is left out, and the others take its share.

From 80 on a round is strong, from 60 solid, from 40 on the way, below that not yet.
"""
_QUEUED = "What you missed waits as a set of its own."


def report_screen(report: Report) -> Screen:
    """Show the score of a round, and what can be done with it."""
    score = report.score
    if score is None:
        nothing = "The round is over. Nothing was graded, so there is no score."
        return Screen(Styled(nothing), ((another(), _next()),))
    text = Styled.of(headline(report), Style.BOLD) + f"\n{about(report)}\n\n"
    text = text + "\n".join(f"{name}: {share}" for name, share in dimensions(score))
    text = text + "\n\n" + "\n".join(conclusions(report))
    if report.queued:
        text = text + f"\n{_QUEUED}"
    papers = tuple(
        Button(label, actions.SendDebrief(report.round_id, paper))
        for paper, label in (
            (Paper.PICTURE, "Picture"),
            (Paper.PDF, "PDF"),
            (Paper.MARKDOWN, "Markdown"),
        )
    )
    rows = (
        (Button("Question by question", actions.ShowItems(report.round_id, 0)),),
        *_missed_rows(report),
        papers,
        (Button("How is it scored?", actions.ShowRubric(report.round_id)), another()),
        (_next(),),
    )
    return Screen(text, rows)


def items_screen(report: Report, page: int) -> Screen:
    """Show a page of the questions with their points."""
    body = "\n\n".join("\n".join(_item(item)) for item in report.items)
    pages = markup.paginate(markup.render(body), limit=PAGE)
    page = max(0, min(page, len(pages) - 1))
    turning = tuple(
        Button(label, actions.ShowItems(report.round_id, to))
        for to, label in (
            (page - 1, f"Back to page {page}"),
            (page + 1, f"Page {page + 2} of {len(pages)}"),
        )
        if 0 <= to < len(pages)
    )
    score = (Button("The score", actions.ShowReport(report.round_id)), another())
    return Screen(pages[page], (turning, score) if turning else (score,))


def rubric_screen(round_id: int) -> Screen:
    """Say how a round is scored."""
    text = Styled.of("How a round is scored", Style.BOLD) + "\n\n" + markup.styled(RUBRIC)
    return Screen(text, ((Button("The score", actions.ShowReport(round_id)),),))


def gone_screen() -> Screen:
    """Say that a round is not known."""
    return Screen(Styled(NO_LONGER), ((another(), _next()),))


def caption(report: Report) -> Screen:
    """Say in words what the picture of a debrief shows."""
    parts = [f"{headline(report)}.", about(report)]
    if report.score:
        parts.append(", ".join(f"{name} {share}" for name, share in dimensions(report.score)))
    return Screen(Styled("\n".join([*parts, *conclusions(report)])))


def as_markdown(report: Report) -> str:
    """Write the whole debrief as a file for oneself or a mentor."""
    parts = [f"# {headline(report)}", about(report)]
    if report.score:
        table = ["| part | of 100 |", "|---|---|"]
        table += [f"| {name} | {share} |" for name, share in dimensions(report.score)]
        parts.append("\n".join(table))
    parts += conclusions(report)
    parts.append("## Question by question")
    parts += ["\n".join((*_item(item, "### "), *_own(item))) for item in report.items]
    parts += ["## How it is scored", RUBRIC.strip()]
    return "\n\n".join(parts) + "\n"


def as_card(report: Report) -> Card:
    """Reduce the debrief to what is drawn."""
    score = report.score
    assert score is not None
    scores = [each.overall for each in reversed(report.earlier)]
    return Card(
        title=headline(report),
        about=about(report),
        band=BANDS[score.band],
        overall=score.overall,
        parts=tuple(dimensions(score)),
        conclusions=tuple(conclusions(report)),
        scores=(*scores, score.overall),
        entries=tuple(map(_entry, report.items)),
        rubric=tuple(filter(None, markup.styled(RUBRIC).text.splitlines())),
        said=wording.YOU_SAID,
    )


def headline(report: Report) -> str:
    """Say in a few words how a round went."""
    if report.score is None:
        return "Mock round"
    return f"Mock round: {BANDS[report.score.band].lower()}, {report.score.overall} of 100"


def about(report: Report) -> str:
    """Say what a round was."""
    on = f"{wording.day(report.on, report.on)} {report.on.year}"
    asked = wording.count(len(report.items), "question")
    length = f", {LENGTHS[report.length]}" if report.length.time else ""
    return f"{asked}{length}, {MODES[Mode(report.mode)]}, about {report.about}. {on}."


def dimensions(score: Score) -> Iterator[tuple[str, int]]:
    """Name the parts of a score that are known, with their shares of 100."""
    for dimension, name in _NAMES.items():
        if dimension in score.dimensions:
            yield name, score.dimensions[dimension]


def conclusions(report: Report) -> list[str]:
    """Say what was strongest and weakest, how it compares, and what was missed."""
    lines = []
    if report.score and report.score.strongest:
        lines.append(f"Strongest: {report.score.strongest}. Weakest: {report.score.weakest}.")
    if report.earlier and report.score:
        lines.append(_compared(report, report.score))
    missed = len(report.missed)
    lines.append(f"Missed: {missed} of {len(report.items)}." if missed else "Nothing was missed.")
    return lines


def about_item(item: Item) -> str:
    """Say of one question how it was graded, how much was said, and how long it took."""
    parts = [wording.GRADES[item.grade]]
    if item.question.key_points and item.ticked is not None:
        parts.append(f"{len(item.ticked)} of {len(item.question.key_points)} points")
    if item.answered is Answered.PASSED:
        parts.append("passed")
    else:
        parts.append(f"{clock(item.took)} (about {minutes(item.suggested)})")
    if item.spoken:
        parts.append(f"recorded {clock(item.spoken)}")
    if item.clarity:
        parts.append(f"put: {CLARITIES[item.clarity].lower()}")
    return ", ".join(parts)


def title_of(item: Item) -> str:
    """Write the number of a question; a follow-up has that of what it follows."""
    return f"{item.number}. Follow-up:" if item.depth else f"{item.number}."


def _entry(item: Item) -> Entry:
    known = item.ticked is not None
    points = (
        Point(markup.inline(text).text, number in (item.ticked or ()) if known else None)
        for number, text in enumerate(item.question.key_points)
    )
    asked = item.question.text.partition("\n\n")[0]
    return Entry(
        number=title_of(item),
        question=markup.inline(asked).text,
        grade=wording.GRADES[item.grade],
        missed=item.is_missed,
        about=f"{about_item(item)}.",
        points=tuple(points),
        own_answer=item.own_answer,
    )


def _compared(report: Report, score: Score) -> str:
    last, *before = [each.overall for each in report.earlier]
    change = score.overall - last
    said = f"{change} more than" if change > 0 else f"{-change} less than" if change else "As in"
    more = f" Before that: {', '.join(map(str, before))}." if before else ""
    return f"{said} your last round ({last}).{more}"


def _item(item: Item, mark: str = "") -> Iterator[str]:
    asked = item.question.text.partition("\n\n")[0]
    question = f"{title_of(item)} {asked}"
    yield f"{mark}{question}\n" if mark else f"**{title_of(item)}** {asked}\n"
    yield about_item(item) + ".\n"
    for number, point in enumerate(item.question.key_points):
        box = "" if item.ticked is None else "[x] " if number in item.ticked else "[ ] "
        yield f"- {box}{point}"


def _own(item: Item) -> Iterator[str]:
    if item.own_answer:
        quoted = item.own_answer.replace("\n", "\n> ")
        yield f"\n{wording.YOU_SAID}\n\n> {quoted}"


def _missed_rows(report: Report) -> tuple[tuple[Button, ...], ...]:
    if report.queued:
        return ((Button("Practise what I missed", actions.ResumeSet(report.queued)),),)
    if not report.missed:
        return ()
    label = f"Queue what I missed ({len(report.missed)})"
    return ((Button(label, actions.QueueMissed(report.round_id)),),)


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
