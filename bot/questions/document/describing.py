"""A page -> the beginnings of its lines: each mark is peeled off until only the words remain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.questions.document import marks, words
from bot.questions.document.asking import (
    Asking,
    asking,
    ends_with_a_mark,
    goes_on_asking,
    split_question,
)
from bot.questions.document.beginnings import Beginning, Label, Style
from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from bot.questions.document.lines import Page

_TAB = 4
_DEEPEST = 60
_PEELS = 9
_LONGEST_WORDING = 400
_LONGEST_END = 80
_LONGEST_LABEL = 44
_HEADING_TAG: Final = re.compile(r"h([1-6])", re.IGNORECASE)
_MARKED_TAGS: Final = {"summary": "summary", "li": "-", "dt": "dt", "p": "", "dd": ""}
_QUESTION_CALLOUTS: Final = {"question", "faq", "help"}
_HEADING_UNDERLINES: Final = {"=": 1, "-": 2, "~": 3, "^": 4, "*": 4}


def describe(page: Page, speakers: dict[str, Label]) -> list[Beginning]:
    """Describe every line of words, in order; ``speakers`` are names that act as labels."""
    labels = _labels(page, speakers)
    equals = not any(line.startswith("#") for line in page.lines)
    found = []
    above = Kind.BLANK
    for number, kind in enumerate(page.kinds):
        if kind is Kind.WORDS:
            below = page.kinds[number + 1] if number + 1 < len(page) else Kind.BLANK
            underline = page.lines[number + 1].strip()[0] if below is Kind.UNDERLINE else ""
            line = page.lines[number].expandtabs(_TAB)
            found.append(_Peeling(number, line, labels, equals=equals).beginning(above, underline))
        above = kind
    return found


def _labels(page: Page, speakers: dict[str, Label]) -> dict[str, Label]:
    """Gather the words that act as labels here; single letters only in pairs."""
    labels = dict.fromkeys(words.FIELD_LABELS, Label.FIELD)
    labels |= dict.fromkeys(words.QUESTION_LABELS, Label.QUESTION)
    labels |= dict.fromkeys(words.ANSWER_LABELS, Label.ANSWER)
    heads = {match[1].casefold() for line in page.lines if (match := _LETTER_LABEL.match(line))}
    for asks, answers in words.SINGLE_LETTER_PAIRS.items():
        numbered = f"{asks}#" in heads or any(head.startswith(asks + "1") for head in heads)
        if asks not in heads or (answers not in heads and not numbered):
            if asks != "q":
                labels.pop(asks, None)
            if answers not in heads or asks not in heads:
                labels.pop(answers, None)
    return labels | speakers


_LETTER_LABEL = re.compile(r"[\s>#*_-]*([A-Za-zА-Яа-я])(?:\*\*)?[ ]?\d{0,3}[:：.)]")


class _Peeling:
    """One line whose marks are taken off from the left, one after another."""

    def __init__(self, number: int, line: str, labels: dict[str, Label], *, equals: bool) -> None:
        self.line = number
        self.text = line.lstrip()
        self.column = min(len(line) - len(self.text), _DEEPEST)
        self.labels = labels
        self.equals_make_headings = equals
        self.level = 0
        self.mark = ""
        self.numbering = ""
        self.number: tuple[int, ...] = ()
        self.label: Label | None = None
        self.name = ""
        self.bold = False
        self.tail = ""
        self.target = ""
        self.quoted = False

    def beginning(self, above: Kind, underline: str) -> Beginning:
        """Peel the line and describe what was found."""
        for _ in range(_PEELS):
            if not self._peel():
                break
        if underline and not self.level and self.text[-1:] not in (":", "："):
            self.level = _HEADING_UNDERLINES[underline]
            self.mark = "#" * self.level
        text = _without_end(self.text)
        asks = self._asking(text)
        if asks is not Asking.MARKED and not (self.level or self.bold or self.tail):
            text, self.tail, asks = _split_tail(text, asks)
        style = Style(self.mark, self.numbering, self.bold, self.column)
        marked = bool(self.mark or self.numbering or self.label or self.bold)
        return Beginning(
            line=self.line,
            style=style,
            level=self.level,
            number=self.number,
            label=self.label,
            name=self.name,
            text=text,
            tail=self.tail,
            target=self.target,
            quoted=self.quoted,
            asks=asks,
            opens=marked or above is not Kind.WORDS,
        )

    def _asking(self, text: str) -> Asking:
        """Judge the words; only a mark makes a question of plain ones."""
        if self.tail and not self.bold:
            return Asking.MARKED
        if self.mark or self.numbering or self.label or self.bold:
            return asking(text)
        return Asking.MARKED if ends_with_a_mark(text) or text[:1] == "¿" else Asking.NO

    def _peel(self) -> bool:
        """Take one mark off; False when only words are left."""
        first = self.text[:1]
        peel = _PEELS_BY_SIGN.get(first)
        if peel:
            return peel(self)
        if first.isdigit():
            return self._peel_number()
        if first.isascii():
            return self._peel_bullet() or self._peel_label()
        return self._peel_bullet() or self._peel_words()

    def _take(self, match: re.Match[str]) -> bool:
        self.text = self.text[match.end() :]
        return True

    def _peel_quote(self) -> bool:
        self.quoted = True
        self.text = self.text[1:].lstrip()
        return bool(self.text)

    def _peel_hash(self) -> bool:
        match = marks.HASH_NUMBER.match(self.text)
        if match and not self.number:
            self._set_number((int(match[1]),), "#1")
            return self._take(match)
        match = marks.HEADING.match(self.text)
        if not match or self.level:
            return False
        self.level = len(match[1])
        self.mark = match[1]
        return self._take(match)

    def _peel_bullet_or_bold(self) -> bool:
        return self._peel_bullet() or self._peel_bold(marks.BOLD, 2) or self._peel_italic()

    def _peel_bullet(self) -> bool:
        match = marks.BULLET.match(self.text)
        if match:
            self.mark = self.mark or match[1]
        return bool(match) and self._take(match)

    def _peel_bold(self, pattern: re.Pattern[str], group: int) -> bool:
        match = pattern.match(self.text) or marks.LOOSE_BOLD.match(self.text)
        return bool(match) and self._open_bold(match, group)

    def _open_bold(self, match: re.Match[str], group: int) -> bool:
        """Take bold type off: off a number or label, or as the words of this beginning."""
        inside, after = match[group].strip(), self.text[match.end() :].strip()
        if self.bold:
            return False
        if _NUMBER_ONLY.fullmatch(inside):
            self.text = f"{inside} {after}"
            return True
        if not after.strip(":：.-–— \\*_"):
            self.bold = True
            self.text = inside + (":" if after.startswith((":", "：")) else "")
            return True
        label = marks.LABEL.fullmatch(inside) or marks.LABEL.fullmatch(inside + ":")
        if label and label["word"].casefold() in self.labels:
            self.text = f"{inside.rstrip(':：')}: {after.lstrip(':：').lstrip()}"
            return self._peel_words()
        self.bold = True
        self.text = inside
        self.tail = after
        return True

    def _peel_italic(self) -> bool:
        match = marks.ITALIC.match(self.text)
        if not match or self.text[match.end() :].strip(":：. "):
            return False
        self.text = match[2]
        return True

    def _peel_tag(self) -> bool:
        match = marks.HTML_BOLD.match(self.text)
        if match and self._open_bold(match, 2):
            return True
        match = marks.ANCHOR.match(self.text)
        if match and not self.text[match.end() :].strip(" .*_"):
            self.target, self.text = match[1], match[2]
            return True
        match = marks.TAG.match(self.text)
        if not match:
            return False
        tag = match[1].casefold()
        heading = _HEADING_TAG.fullmatch(tag)
        if heading and not self.level:
            self.level = int(heading[1])
            self.mark = "#" * self.level
        self.mark = self.mark or _MARKED_TAGS.get(tag, "")
        self.text = self.text[match.end() :]
        closing = self.text.rfind(f"</{match[1]}>")
        if closing >= 0:
            after = self.text[closing + len(tag) + 3 :]
            self.text = self.text[:closing].rstrip()
            self.tail = self.tail or marks.TAG.sub("", after).strip()
        return bool(self.text)

    def _peel_bracket(self) -> bool:
        match = marks.CALLOUT.match(self.text)
        if match:
            if match[1].casefold() in _QUESTION_CALLOUTS:
                self.label = Label.QUESTION
                self.mark = self.mark or "callout"
            return self._take(match)
        match = marks.LINK.match(self.text)
        if match and not self.text[match.end() :].strip(" .*_✅🔥"):
            self.target, self.text = match[2] or "-", match[1]
            return True
        return self._peel_number()

    def _peel_row(self) -> bool:
        if marks.ROW.match(self.text) and not self.mark:
            self.mark = "|"
        return False

    def _peel_number(self) -> bool:
        if self.number:
            return False
        for pattern, numbering in ((marks.KEYCAP, "1️⃣"), (marks.NUMBER, ""), (marks.PERCENT, "%")):
            match = pattern.match(self.text)
            if not match or match.end() == len(self.text):
                continue
            if numbering == "1️⃣":
                digits = "".join(c for c in match[1] if c.isdigit()) or "10"
                self._set_number((int(digits),), numbering)
            elif numbering == "":
                path = tuple(int(part) for part in re.split(r"[.．]", match["digits"]))
                self._set_number(path, ".".join("1" * len(path)) + match["end"].strip()[:1])
            else:
                self.mark = self.mark or numbering
            return self._take(match)
        if self.level:
            match = marks.BARE_NUMBER.match(self.text)
            if match:
                self._set_number((int(match[1]),), "1 ")
                return self._take(match)
        return False

    def _peel_equals(self) -> bool:
        match = marks.ASCIIDOC_HEADING.match(self.text)
        if not match or self.level or self.column or not self.equals_make_headings:
            return False
        self.level = len(match[1])
        self.mark = match[1]
        self.text = self.text.rstrip("= \t")
        return self._take(match)

    def _peel_words(self) -> bool:
        match = marks.SYMBOLS.match(self.text)
        if match:
            if match.end() == len(self.text):
                return False
            self.mark = self.mark or match[0].strip()[:1]
            return self._take(match)
        return self._peel_label() or self._peel_unspaced_number()

    def _peel_label(self) -> bool:
        if self.label or not any(sign in self.text[:_LONGEST_LABEL] for sign in ":：.)-–—、]"):
            if len(self.text) > _LONGEST_LABEL:
                return False
        match = marks.LABEL.match(self.text)
        if not match or self.label:
            return False
        name = " ".join(match["word"].casefold().split())
        label = self.labels.get(name)
        if label is None or not _is_label(match, label, last=match.end() == len(self.text)):
            return False
        if label is Label.FIELD and match["end"][:1] not in (":", "："):
            return False
        self.label, self.name = label, name
        if match["digits"] and label is Label.QUESTION:
            self._set_number(tuple(int(part) for part in match["digits"].split(".")), "Q1")
        self._take(match)
        self.text = self.text.lstrip("*_").lstrip() if not self.bold else self.text
        return bool(self.text)

    def _peel_unspaced_number(self) -> bool:
        match = marks.CHINESE_NUMBER.match(self.text) or marks.CIRCLED_NUMBER.match(self.text)
        if not match or self.number or match.end() == len(self.text):
            return False
        if match.re is marks.CIRCLED_NUMBER:
            self._set_number((marks.CIRCLED.index(match[1]) + 1,), "①")
        elif match[1]:
            self._set_number((marks.chinese_number(match[1]),), "第1题")
            self.label = self.label or Label.QUESTION
        else:
            self._set_number((marks.chinese_number(match[2]),), "一、")
        return self._take(match)

    def _set_number(self, path: tuple[int, ...], numbering: str) -> None:
        self.number = self.number or path
        self.numbering = self.numbering or numbering


_PEELS_BY_SIGN: Final = {
    "#": _Peeling._peel_hash,  # noqa: SLF001 - its own methods, by the sign they take off
    "№": _Peeling._peel_hash,  # noqa: SLF001
    ">": _Peeling._peel_quote,  # noqa: SLF001
    "*": _Peeling._peel_bullet_or_bold,  # noqa: SLF001
    "_": _Peeling._peel_bullet_or_bold,  # noqa: SLF001
    "<": _Peeling._peel_tag,  # noqa: SLF001
    "[": _Peeling._peel_bracket,  # noqa: SLF001
    "|": _Peeling._peel_row,  # noqa: SLF001
    "=": _Peeling._peel_equals,  # noqa: SLF001
    "(": _Peeling._peel_number,  # noqa: SLF001
    "【": _Peeling._peel_number,  # noqa: SLF001
}
_NUMBER_ONLY = re.compile(r"[#№]?\d{1,4}(?:[.]\d{1,3}){0,2}[.):、]?")


def _without_end(text: str) -> str:
    """Take off what closes a line: the hashes of a heading, an anchor, a tag of a card."""
    text = text.rstrip()
    while (last := text[-_LONGEST_END:].rsplit(None, 1)[-1:]) and marks.END_TOKEN.fullmatch(last[0]):
        if last[0] == text:
            break
        text = text[: -len(last[0])].rstrip()
    return text


def _is_label(match: re.Match[str], label: Label, *, last: bool) -> bool:
    """Tell a label from a word of the text: it is numbered, or a colon or nothing follows it."""
    if match["end"][:1] in (":", "：") or last:
        return True
    if match["digits"]:
        return label is not Label.FIELD
    return bool(match["end"]) and len(match["word"]) <= 3  # noqa: PLR2004 - "Q.", "Ans -"


def _split_tail(text: str, asks: Asking) -> tuple[str, str, Asking]:
    """Part a question from the answer on the same line."""
    if not any(mark in text[:_LONGEST_WORDING] for mark in "?？؟"):
        return text, "", asks
    question, tail = split_question(text)
    if not tail or len(question) > _LONGEST_WORDING:
        return text, "", asks
    if not any(c.isalpha() for c in tail):
        return question, "", Asking.MARKED
    return (text, "", Asking.MARKED) if goes_on_asking(tail) else (question, tail, Asking.MARKED)


def _without_end(text: str) -> str:
    """Take off what closes a line: the hashes of a heading, an anchor, a tag of a card."""
    text = text.rstrip()
    while (last := text[-_LONGEST_END:].rsplit(None, 1)[-1:]) and marks.END_TOKEN.fullmatch(last[0]):
        if last[0] == text:
            break
        text = text[: -len(last[0])].rstrip()
    return text


def _is_label(match: re.Match[str], label: Label, *, last: bool) -> bool:
    """Tell a label from a word of the text: it is numbered, or a colon or nothing follows it."""
    if match["end"][:1] in (":", "：") or last:
        return True
    if match["digits"]:
        return label is not Label.FIELD
    return bool(match["end"]) and len(match["word"]) <= 3  # noqa: PLR2004 - "Q.", "Ans -"
