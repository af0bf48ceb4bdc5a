"""Drafts -> questions: their words, their answers as Markdown, their levels."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.evidence import is_an_answer
from bot.questions.document.excerpts import NO_WORDS, answer_of, clean, excerpt, runs
from bot.questions.document.lines import Kind
from bot.questions.document.others import Other
from bot.questions.document.parting import part
from bot.questions.document.promised.tasks import tell_tasks, told_before_code
from bot.questions.document.reading import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.drafts import Cut, Draft
    from bot.questions.document.lines import Page
    from bot.questions.model import Level

_CHOICE = re.compile(
    r"\s*[-*]?\s*(?:\[[ xX]\]|(?:\*\*)?\(?[A-Ea-eА-Дабвг1-5]\s?[.):])(?:\*\*)?\s*\S"
)
_LETTERED = re.compile(r"\s*[-*]?\s*\(?[A-Ea-eА-Дабвгд]\s?[.):]\s*\S")
_LETTERED_BOX = re.compile(r"\s*(?:[-*]\s*)?(?:\[[ ]\]\s*)?\(?[A-Ia-iА-Иа-и]\s?[.):]\s*\S")
_NAMES_ONE = re.compile(r"\W*(?:[^\W\d]{1,20}\s*[:：/-]\s*)\W*[A-Ea-eА-Дабвгд]\b")
_CHOICES: Final = 2
_SIGNS: Final = " \t\n*_`.:()[]-–—<>/|!…⏳🚧（）【】"
_LEVEL_WORD = re.compile(r"[^\W\d_][\w-]*|[⭐★]+|[\U0001f300-\U0001faff🟢🟡🔴🟠]")
_LEVEL_NOTE = re.compile(r"[(\[（【]([^()\[\]（）【】]{1,30})[)\]）】]|[⭐★\U0001f300-\U0001faff]️?")
_NOTES: Final = frozenset({"todo", "tbd", "tba", "fixme", "wip"})
_SHORTEST_ANSWER: Final = 40
_SEVERAL: Final = 3
_OPENING: Final = 20
_HARDLY_ANY: Final = 0.3
_MOSTLY: Final = 0.6


def finish(page: Page, beginnings: Iterable[Beginning], cut: Cut) -> list[Found]:
    """Turn drafts into questions; lines that turn out to be nothing are named in the cut."""
    by_line = {beginning.line: beginning for beginning in beginnings}
    part(cut.drafts)
    for draft in cut.drafts:
        draft.material = _material(page, by_line, draft)
    for draft, above in _above_their_labels(by_line, cut.drafts):
        draft.material = draft.material or above
    told = tell_tasks(page, cut.drafts)
    for draft in told:
        draft.material = told_before_code(page, draft) or _before_a_placeholder(page, draft)
    if _offers_choices(page, cut.drafts):
        for draft in cut.drafts:
            draft.material = draft.material or _only_choices(page, draft)
    in_fences = cut.drafts if Kind.CODE in page.kinds else ()
    above_quotes = [(draft, _code_above_a_quotation(page, draft)) for draft in in_fences]
    if sum(bool(code) for _, code in above_quotes) >= _SEVERAL:
        for draft, code in above_quotes:
            draft.material = draft.material or code
    in_words = sum(_in_words(page, draft) for draft in cut.drafts)
    in_code = sum(bool(draft.answer_lines) for draft in cut.drafts) - in_words
    if not told and max(in_words, in_code / 2) <= _HARDLY_ANY * len(cut.drafts):
        for draft in cut.drafts:
            draft.material = draft.material or _only_code(page, draft)
            draft.material = draft.material or _points_announced(by_line, draft)
    found = [_found(page, by_line, cut, draft) for draft in cut.drafts]
    return [one for one in found if not _is_left_blank(one, cut)]


def _is_left_blank(found: Found, cut: Cut) -> bool:
    """Tell a label with neither words nor an answer, ready for the next question to be noted."""
    if found.question != NO_WORDS or found.answer is not None:
        return False
    for first, last in found.question_lines:
        cut.other |= dict.fromkeys(range(first - 1, last), Other.PLACEHOLDER)
    return True


def _in_words(page: Page, draft: Draft) -> bool:
    """Tell whether an answer consists of more than code and what announces it."""
    if draft.tail:
        return True
    said = (page.lines[n].rstrip() for n in draft.answer_lines if page.kinds[n] is not Kind.CODE)
    return any(line[-1:] not in ":：]" or line[-2:] == "]]" for line in said)


def _code_above_a_quotation(page: Page, draft: Draft) -> list[int]:
    """Return the code between a question and its answer, where answers are quoted."""
    code = list(takewhile(lambda n: page.kinds[n] is Kind.CODE, draft.answer_lines))
    rest = draft.answer_lines[len(code) :]
    quoted = [page.lines[n].startswith(">") for n in rest]
    plain = code and not (draft.tail or page.lines[code[0]].startswith(">"))
    return code if plain and quoted and all(quoted) else []


def _only_code(page: Page, draft: Draft) -> list[int]:
    """Return what stands below a question of a list without answers: code it is about, a remark."""
    return [] if _in_words(page, draft) else list(draft.answer_lines)


def _material(page: Page, beginnings: Mapping[int, Beginning], draft: Draft) -> list[int]:
    """Return the code or the choices that a question is about: what stands before its answer."""
    place = _label_of_the_answer(beginnings, draft)
    if place == 0:
        return []
    if place > 0:
        given = draft.answer_lines[:place]
        shown = any(page.kinds[n] is Kind.CODE or _CHOICE.match(page.lines[n]) for n in given)
        return given if shown or _stands_below_a_label(draft) else []
    return (_choices(page, draft) or _code_asked_about(page, draft)) if draft.answer_lines else []


def _label_of_the_answer(beginnings: Mapping[int, Beginning], draft: Draft) -> int:
    """Return the place of the label among the lines of an answer, or -1."""
    for place, number in enumerate(draft.answer_lines):
        if number in beginnings and is_an_answer(beginnings[number]):
            return place
    return -1


def _above_their_labels(
    beginnings: Mapping[int, Beginning], drafts: Sequence[Draft]
) -> list[tuple[Draft, list[int]]]:
    """Return what stands above the label of an answer, where most answers open with theirs."""
    labelled = [
        (draft, draft.answer_lines[:place])
        for draft in drafts
        if not draft.tail and (place := _label_of_the_answer(beginnings, draft)) >= 0
    ]
    at_once = sum(above == draft.material for draft, above in labelled)
    habit = at_once > _SEVERAL and at_once >= _MOSTLY * max(len(labelled), len(drafts))
    return labelled if habit else []


def _points_announced(beginnings: Mapping[int, Beginning], draft: Draft) -> list[int]:
    """Return the points below a question that only leads to them: "Explain each of these:"."""
    own, lines = draft.beginning, draft.answer_lines
    if draft.tail or not draft.question.endswith((":", "：")):
        return []
    below = [beginnings.get(n) for n in lines]
    points = all(b and b.style.mark and b.column > own.column and not b.label for b in below)
    return list(lines) if points else []


def _before_a_placeholder(page: Page, draft: Draft) -> list[int]:
    """Return what stands between a task and the place that waits for its solution."""
    lines = draft.answer_lines
    if not lines or any(page.kinds[n] is Kind.CODE for n in lines):
        return []
    return lines[:-1] if _is_placeholder(page.lines[lines[-1]]) else []


def _lettered(page: Page, lines: Sequence[int]) -> list[int]:
    """Return the lettered lines that some lines begin with."""
    return list(takewhile(lambda n: _LETTERED_BOX.match(page.lines[n]), lines))


def _offers_choices(page: Page, drafts: Sequence[Draft]) -> bool:
    """Tell whether questions come with choices here, be they answered somewhere or nowhere."""
    answered = sum(bool(draft.material and _lettered(page, draft.material)) for draft in drafts)
    alone = sum(bool(_only_choices(page, draft)) for draft in drafts)
    return answered >= _SEVERAL or (alone >= _SEVERAL and alone >= _MOSTLY * len(drafts))


def _only_choices(page: Page, draft: Draft) -> list[int]:
    """Return the choices below a question to which nobody says which is right."""
    lines = draft.answer_lines
    if len(lines) < _CHOICES or draft.tail:
        return []
    return list(lines) if all(_LETTERED_BOX.match(page.lines[n]) for n in lines) else []


def _stands_below_a_label(draft: Draft) -> bool:
    """Tell a question whose words stand below its label: all of them, up to that of the answer."""
    return draft.beginning.name in words.QUESTION_LABELS and not draft.beginning.text


def _choices(page: Page, draft: Draft) -> list[int]:
    """Return lettered choices below a question, if the letter of one of them follows."""
    lettered = list(takewhile(lambda n: _LETTERED.match(page.lines[n]), draft.answer_lines))
    rest = draft.answer_lines[len(lettered) :]
    named = len(lettered) >= _CHOICES and len(rest) > 0 and _NAMES_ONE.match(page.lines[rest[0]])
    return lettered if named else []


def _code_asked_about(page: Page, draft: Draft) -> list[int]:
    """Return the code below a question that asks what it prints."""
    code = list(takewhile(lambda n: page.kinds[n] is Kind.CODE, draft.answer_lines))
    asked = code and not draft.tail and words.ABOUT_CODE.search(draft.question)
    return code if asked else []


def _found(page: Page, beginnings: Mapping[int, Beginning], cut: Cut, draft: Draft) -> Found:
    answer_lines = draft.answer_lines[len(draft.material) :]
    answer = answer_of(page, beginnings, answer_lines, draft.tail)
    first = beginnings.get(answer_lines[0]) if answer_lines and not draft.tail else None
    if (
        answer is None
        or _is_placeholder(_without_label(page, first, answer))
        or _only_promises(page, beginnings, draft, answer_lines)
    ):
        kind = Other.MARKUP if answer is None else Other.PLACEHOLDER
        cut.other |= dict.fromkeys(answer_lines, kind)
        answer, answer_lines = None, []
    elif draft.tail:
        answer_lines.insert(0, draft.question_lines[-1])
    question = clean(draft.question)
    if draft.material:
        question += "\n\n" + excerpt(page, draft.material)
    return Found(
        question=question,
        answer=answer,
        topic=clean(draft.topic) if draft.topic else None,
        level=_level(page, draft),
        line=draft.question_lines[0] + 1,
        question_lines=runs(page, draft.question_lines + draft.material),
        answer_lines=runs(page, answer_lines),
    )


def _without_label(page: Page, first: Beginning | None, answer: str) -> str:
    """Return an answer without the label above its words, if that is shown."""
    if first is None or not is_an_answer(first) or first.text or first.tail:
        return answer
    head, _, below = answer.partition("\n")
    shown = head.strip() == page.lines[first.line].strip() and "](" not in head
    return below if shown else answer


def _only_promises(
    page: Page, beginnings: Mapping[int, Beginning], draft: Draft, lines: Sequence[int]
) -> bool:
    """Tell an answer of which only labels are there, and placeholders below them."""
    if not (lines and _is_a_bare_label(beginnings.get(lines[0]))):
        return False
    said = [n for n in lines if not _is_a_bare_label(beginnings.get(n))]
    if draft.tail or len(said) == len(lines) or any(page.kinds[n] is Kind.CODE for n in said):
        return False
    return all(_is_placeholder(page.lines[n]) for n in said)


def _is_a_bare_label(beginning: Beginning | None) -> bool:
    """Find ``Answer:`` alone on its line."""
    if beginning is None or beginning.text or beginning.tail:
        return False
    return is_an_answer(beginning)


def _is_placeholder(answer: str) -> bool:
    plain = answer.casefold().strip(_SIGNS).strip()
    noted = 0 < len(plain) < _SHORTEST_ANSWER and plain.split()[0].strip(_SIGNS) in _NOTES
    return plain in words.PLACEHOLDERS or not plain or noted


def _level(page: Page, draft: Draft) -> Level | None:
    """Read the stated difficulty: beside the question, or in a title above it."""
    opening = draft.beginning.text[:_OPENING] or draft.question
    before, _, _ = page.lines[draft.beginning.line].partition(opening or "?")
    noted = f"{before} {draft.question}"
    plain = noted.isascii() and "(" not in noted and "[" not in noted
    notes = [] if plain else [match[0] for match in _LEVEL_NOTE.finditer(noted)]
    for text in (*draft.fields, *notes, *reversed(draft.headings)):
        for match in _LEVEL_WORD.finditer(text):
            level = words.LEVEL_WORDS.get(match[0].casefold())
            if level:
                return level
    return None
