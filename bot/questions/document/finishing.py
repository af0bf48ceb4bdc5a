"""Drafts -> questions: the answer as Markdown, the level, nothing twice."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Final

from bot.questions.document import marks, words
from bot.questions.document.beginnings import Label
from bot.questions.document.cutting import Other
from bot.questions.document.evidence import is_an_answer
from bot.questions.document.lines import Kind
from bot.questions.document.reading import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.cutting import Cut, Draft
    from bot.questions.document.lines import Page
    from bot.questions.document.reading import Lines
    from bot.questions.model import Level

_CHOICE = re.compile(r"\s*[-*]?\s*(?:\[[ xX]\]|\(?[A-Ea-eА-Дабвг1-5]\s?[.):])\s*\S")
_HARDLY_ANY: Final = 0.3
_SIGNS: Final = " \t*_`.:()[]-–—<>/|"
_LEVEL_WORD = re.compile(r"[^\W\d_][\w-]*|[⭐★]+|[\U0001f300-\U0001faff🟢🟡🔴🟠]")
_LEVEL_NOTE = re.compile(r"[(\[（【]([^()\[\]（）【】]{1,30})[)\]）】]|[⭐★\U0001f300-\U0001faff]️?")


def finish(page: Page, beginnings: Iterable[Beginning], cut: Cut) -> list[Found]:
    """Turn drafts into questions; lines that turn out to be nothing are named in the cut."""
    by_line = {beginning.line: beginning for beginning in beginnings}
    for draft in cut.drafts:
        draft.material = _material(page, by_line, draft)
    if sum(_in_words(page, draft) for draft in cut.drafts) <= _HARDLY_ANY * len(cut.drafts):
        for draft in cut.drafts:
            draft.material = draft.material or _only_code(page, draft)
    return [_found(page, by_line, cut, draft) for draft in cut.drafts]


def _in_words(page: Page, draft: Draft) -> bool:
    """Tell whether an answer consists of more than code and what announces it."""
    lines = [n for n in draft.answer_lines if page.kinds[n] is not Kind.CODE]
    return bool(draft.tail) or any(page.lines[n].rstrip()[-1:] not in ":：]" for n in lines)


def _only_code(page: Page, draft: Draft) -> list[int]:
    """Return what stands below a question of a list without answers: code it is about, a remark."""
    return [] if _in_words(page, draft) else list(draft.answer_lines)


def _found(page: Page, beginnings: Mapping[int, Beginning], cut: Cut, draft: Draft) -> Found:
    material = draft.material
    draft.answer_lines = draft.answer_lines[len(material) :]
    answer = _answer(page, beginnings, draft)
    answer_lines = list(draft.answer_lines)
    if answer is None or _is_placeholder(answer):
        kind = Other.MARKUP if answer is None else Other.PLACEHOLDER
        cut.other |= dict.fromkeys(answer_lines, kind)
        answer, answer_lines = None, []
    elif draft.tail:
        answer_lines.insert(0, draft.question_lines[-1])
    question = clean(draft.question)
    if material:
        question += "\n\n" + _text(page, material)
    return Found(
        question=question,
        answer=answer,
        topic=clean(draft.topic) if draft.topic else None,
        level=_level(draft),
        line=draft.question_lines[0] + 1,
        question_lines=_runs(page, draft.question_lines + material),
        answer_lines=_runs(page, answer_lines),
    )


def _material(page: Page, beginnings: Mapping[int, Beginning], draft: Draft) -> list[int]:
    """Return the code or the choices that a question is about: what stands before its answer."""
    lines = draft.answer_lines
    for place, number in enumerate(lines):
        beginning = beginnings.get(number)
        if beginning and is_an_answer(beginning):
            given = lines[:place]
            shown = any(page.kinds[n] is Kind.CODE or _CHOICE.match(page.lines[n]) for n in given)
            return given if shown else []
    return []


def _text(page: Page, numbers: list[int]) -> str:
    lines = [page.lines[number].rstrip() for number in _with_blanks(page, numbers)]
    return textwrap.dedent("\n".join(lines)).strip("\n")


def clean(text: str) -> str:
    """Take off what only served the page: links, tags, anchors, emphasis of the whole."""
    text = marks.EMPTY_ANCHOR.sub("", text)
    text = marks.ANCHOR.sub(r"\2", text)
    text = marks.IMAGE.sub("", text)
    text = marks.LINK.sub(r"\1", text)
    text = _TAGS.sub("", text)
    text = text.strip().strip("“”")
    while len(text) > 4 and text[:2] == text[-2:] and text[:2] in {"**", "__"}:  # noqa: PLR2004
        text = text[2:-2].strip()
    return " ".join(text.split()) or "?"


_TAGS = re.compile(
    r"</?(?:a|b|strong|i|em|u|font|span|br|p|code|summary|h[1-6]|li|details|sup|sub|mark|big|small)\b[^<>]*>",
    re.IGNORECASE,
)


def _answer(page: Page, beginnings: Mapping[int, Beginning], draft: Draft) -> str | None:
    lines: list[str] = []
    for number in _with_blanks(page, draft.answer_lines):
        beginning = beginnings.get(number)
        line = page.lines[number]
        if beginning and not lines and _is_plainly_an_answer(beginning):
            line = beginning.text if not beginning.tail else f"{beginning.text} {beginning.tail}"
        lines.append(line.rstrip())
    body = textwrap.dedent("\n".join(lines)).strip("\n")
    if lines and not lines[0].startswith(" "):
        body = _dedent_after_first(lines)
    text = "\n".join(part for part in (draft.tail, body) if part.strip())
    return text if text.strip(_SIGNS + "\n") else None


def _is_plainly_an_answer(beginning: Beginning) -> bool:
    """Tell a label that says nothing but that here is the answer, and need not be shown."""
    return beginning.name in words.BARE_ANSWER_LABELS and not beginning.style.mark


def _dedent_after_first(lines: list[str]) -> str:
    return (lines[0] + "\n" + textwrap.dedent("\n".join(lines[1:]))).strip("\n").rstrip()


def _with_blanks(page: Page, numbers: list[int]) -> list[int]:
    """Fill in the blank lines between lines."""
    found: list[int] = []
    for number in numbers:
        if found and found[-1] + 1 < number:
            gap = range(found[-1] + 1, number)
            found += [n for n in gap if page.kinds[n] is Kind.BLANK]
        found.append(number)
    return found


def _runs(page: Page, numbers: list[int]) -> Lines:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and (runs[-1][1] == number or _only_blanks(page, runs[-1][1], number)):
            runs[-1] = runs[-1][0], number + 1
        else:
            runs.append((number + 1, number + 1))
    return tuple(runs)


def _only_blanks(page: Page, first: int, end: int) -> bool:
    return all(page.kinds[number] is Kind.BLANK for number in range(first, end))


def _is_placeholder(answer: str) -> bool:
    plain = answer.casefold().strip(_SIGNS + "\n!…⏳🚧")
    return plain in words.PLACEHOLDERS or not plain


def _level(draft: Draft) -> Level | None:
    """Read the stated difficulty: beside the question, or in a title above it."""
    notes = [match[0] for match in _LEVEL_NOTE.finditer(draft.question)]
    for text in (*draft.fields, *notes, *reversed(draft.headings)):
        for match in _LEVEL_WORD.finditer(text):
            level = words.LEVEL_WORDS.get(match[0].casefold())
            if level:
                return level
    return None
