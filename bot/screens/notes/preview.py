"""What a document would bring, before anything of it is stored."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.questions.document import Way
from bot.screens import actions, wording
from bot.screens.notes.excerpt import excerpt, plain, some, title
from bot.screens.screen import Button, Screen, Styled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.questions.document import Other
    from bot.questions.draft import Draft

TOPICS = 6
EXAMPLES = 3
PICTURES = 5
PROBLEMS = 3
KINDS = 4

_EXAMPLE = 160
_PROBLEM = 300

_STRUCTURE = {"heading", "separator", "markup"}
"""Kinds of lines that say where questions stand; nobody misses them."""

_LEFT_OUT = {
    "contents": "a table of contents",
    "chat": "names and times of a chat",
    "small talk": "small talk",
    "duplicate": "questions that come twice",
    "cut-off repetition": "answers that break off and come again",
    "placeholder": "answers still to be written",
    "back to top": "links to the top",
    "badge": "badges",
    "front matter": "data about the document",
    "comment": "comments",
    "prose": "other text",
}


_WAYS = {
    Way.HEADINGS: "headings",
    Way.ITEMS: "list items",
    Way.OPENINGS: "first lines of paragraphs",
}
"""What is asked where the document does not tell."""

_THE_REST = "What stands below each becomes its answer."
_HELP = (
    "I find questions by their question marks, by headings or numbers of their own, by Q: and A:, "
    "or in a table with a column of questions. Mark them in one of these ways and send it again."
)


def preview_screen(draft: Draft) -> Screen:
    """Sum up a draft, with every choice under it; one without questions says what would help."""
    if not draft.reading.questions:
        return _nothing_found(draft)
    by = [f"I ask its {_WAYS[draft.way]}."] if draft.way else []
    lines = [_counted(draft), *by, "", *_topics(draft), *_examples(draft), *aside_of(draft)]
    if draft.pasted:
        lines += ["", "Is there more of it? Just send it, and I add it to this."]
    return Screen(title(draft.name) + "\n" + "\n".join(lines).rstrip(), _rows(draft))


def ways_screen(draft: Draft, ways: Mapping[Way, int]) -> Screen:
    """Ask what of a document shall be asked."""
    message = draft.message
    itself = Button("What it asks itself", actions.ReadAnew(message))
    rows = (*_by_way(message, ways), (itself,), (cancelling(draft),))
    return Screen(Styled("What shall I ask of ") + title(draft.name) + f"?\n{_THE_REST}", rows)


def adding(draft: Draft) -> tuple[Button, ...]:
    """Make the button that adds what is kept of a draft; none when nothing is."""
    kept = len(draft.kept)
    label = f"Add {kept}" if draft.dropped else f"Add all {kept}"
    return (Button(label, actions.AddDraft(draft.message, answered=False)),) if kept else ()


def cancelling(draft: Draft) -> Button:
    """Make the button that forgets a draft."""
    return Button("Cancel", actions.CancelDraft(draft.message))


def aside_of(draft: Draft) -> Iterator[str]:
    """Name what does not become a question, each on lines of its own."""
    others = [other for other in draft.reading.other if other.kind not in _STRUCTURE]
    if others:
        yield f"\nLeft out: {_left_out(others)}."
    if draft.pictures.missing:
        names = some([plain(name, 40) for name in draft.pictures.missing], PICTURES)
        yield f"\nPictures that did not come with it: {names}. Answers name them where they were."
    if draft.pictures.linked:
        counted = wording.count(len(draft.pictures.linked), "picture")
        yield f"\n{counted} on the web: shown as links."
    for problem in draft.reading.problems[:PROBLEMS]:
        yield f"\nLine {problem.line}: {plain(problem.message, _PROBLEM)}"


def _rows(draft: Draft) -> tuple[tuple[Button, ...], ...]:
    answered = _answered(draft)
    only: tuple[Button, ...] = ()
    if 0 < answered < len(draft.kept):
        add_answered = actions.AddDraft(draft.message, answered=True)
        only = (Button(f"Only answered ({answered})", add_answered),)
    look = Button("Look through", actions.BrowseDraft(draft.message, 0))
    others = Button("Not these questions?", actions.ChooseWay(draft.message))
    return (adding(draft), only, (look, cancelling(draft)), (others,))


def _by_way(message: int, ways: Mapping[Way, int]) -> Iterator[tuple[Button, ...]]:
    for way, number in ways.items():
        yield (Button(f"Its {number} {_WAYS[way]}", actions.ReadBy(message, way)),)


def _answered(draft: Draft) -> int:
    return sum(found.answer is not None for found in draft.kept)


def _counted(draft: Draft) -> str:
    kept, answered = len(draft.kept), _answered(draft)
    parts = [f"{answered} answered", f"{kept - answered} unanswered"]
    if draft.dropped:
        parts.append(f"{len(draft.dropped)} dropped")
    if answered == kept and not draft.dropped:
        return f"{wording.count(kept, 'question')}, all answered"
    return f"{wording.count(kept, 'question')}: {', '.join(parts)}"


def _topics(draft: Draft) -> Iterator[str]:
    """Count by topic, in the order of the document, the largest where there are many."""
    topics = Counter(found.topic for found in draft.kept)
    if set(topics) <= {None}:
        return
    largest = dict(topics.most_common(TOPICS))
    for topic, number in topics.items():
        if topic in largest:
            yield f"· {'No heading' if topic is None else excerpt(topic, 60)}: {number}"
    if len(topics) > TOPICS:
        yield f"and {wording.count(len(topics) - TOPICS, 'more topic')}"
    yield ""


def _examples(draft: Draft) -> Iterator[str]:
    """Show three questions from all over the document."""
    kept = draft.kept
    if not kept:
        return
    places = sorted({0, len(kept) // 2, len(kept) - 1})[:EXAMPLES]
    yield "For example:"
    for place in places:
        yield f"{place + 1}. {excerpt(kept[place].question, _EXAMPLE)}"


def _left_out(others: Sequence[Other]) -> str:
    """Say in words what belongs to no question, by lines, and where the first other text is."""
    lines = Counter[str]()
    for other in others:
        lines[_LEFT_OUT.get(other.kind, other.kind)] += other.lines[1] - other.lines[0] + 1
    parts = [f"{kind} ({wording.count(n, 'line')})" for kind, n in lines.most_common()]
    named = some(parts, KINDS)
    prose = next((other.lines[0] for other in others if other.kind == "prose"), None)
    return f"{named}; the first other text is at line {prose}" if prose else named


def _nothing_found(draft: Draft) -> Screen:
    problems = draft.reading.problems
    if problems:
        said = "\n".join(plain(problem.message, _PROBLEM) for problem in problems[:PROBLEMS])
        return Screen(Styled(said))
    help_ = f"What shall I ask of it? {_THE_REST}" if draft.ways else _HELP
    text = Styled("I found no questions in ") + title(draft.name) + f".\n{help_}"
    more = "\nIs there more of it? Just send it." if draft.pasted else ""
    rows = tuple(_by_way(draft.message, draft.ways))
    return Screen(text + more, (*rows, (cancelling(draft),)) if rows or draft.pasted else ())
