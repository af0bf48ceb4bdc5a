"""One line whose marks are taken off from the left, until only its words remain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document import marks
from bot.questions.document.beginnings import Label

if TYPE_CHECKING:
    import re

    from bot.questions.document.manner import Manner

DEEPEST: Final = 60
_CODE_COLUMN: Final = 4
_PEELS: Final = 9
_LONGEST_LABEL: Final = 44
_MARKED_TAGS: Final = {"summary": "summary", "li": "-", "dt": "dt"}
_TITLE_TAGS: Final = frozenset({"summary", "dt"})
_QUESTION_CALLOUTS: Final = frozenset({"question", "faq", "help"})


class Peeling:
    """One line whose marks are taken off from the left, one after another."""

    level = 0
    mark = ""
    numbering = ""
    number: tuple[int, ...] = ()
    label: Label | None = None
    name = ""
    bold = False
    whole = False
    tail = ""
    target = ""
    quoted = False

    def __init__(self, line: str, manner: Manner) -> None:
        self.text = line.lstrip()
        self.column = min(len(line) - len(self.text), DEEPEST)
        self.manner = manner

    def peel(self) -> None:
        """Take off everything that is not words."""
        for _ in range(_PEELS):
            if not self._peel():
                break
        if not (self.bold or self.text.isascii()) and marks.is_in_letters_of_type(self.text):
            self.bold = True
        if self.manner.cards and "::" in self.text:
            self._split_card()
        if self.manner.terms and self.text.endswith("::") and not self.label:
            self.label, self.name = Label.QUESTION, marks.CARD_SIDES
            self.text = self.text.rstrip(":").rstrip()

    @property
    def marked(self) -> bool:
        """Tell whether anything makes this line more than running text."""
        return bool(self.mark or self.numbering or self.label or self.bold)

    def _peel(self) -> bool:
        """Take one mark off; False when only words are left."""
        first = self.text[:1]
        peel = _PEELS_BY_SIGN.get(first)
        if peel:
            return peel(self)
        if first.isdigit():
            return self._peel_number()
        if first.isascii():
            return self._peel_label() if first.isalpha() else self._peel_bullet()
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
            return self._set_number((int(match[1]),), "#1", match)
        match = marks.HEADING.match(self.text)
        indented = self.column >= _CODE_COLUMN and self.text[1:2] != "#"
        if not match or self.level or indented:
            return False
        self._set_level(len(match[1]), match[1])
        return self._take(match)

    def _split_card(self) -> None:
        """Part the two sides of a card: ``front :: back``."""
        match = marks.CARD.match(self.text)
        if match and not self.tail:
            self.label, self.name = Label.QUESTION, marks.CARD_SIDES
            self.text, self.tail = match["front"].strip(), self.text[match.end() :].strip()

    def _peel_bullet_or_bold(self) -> bool:
        match = marks.ORG_HEADING.match(self.text) if self.manner.org and not self.column else None
        if match and not self.mark:
            self._set_level(len(match[1]), match[1])
            return self._take(match)
        return self._peel_bullet() or self._peel_bold() or self._peel_italic()

    def _peel_bullet(self) -> bool:
        match = marks.BULLET.match(self.text)
        if not match:
            return False
        self.mark = self.mark or match[1]
        return self._take(match)

    def _peel_bold(self) -> bool:
        slanted = marks.SLANTED_BOLD.match(self.text)
        if slanted:
            self.text = f"**{slanted[3]}**{self.text[slanted.end() :]}"
        match = marks.BOLD.match(self.text) or marks.LOOSE_BOLD.match(self.text)
        return match is not None and self._open_bold(match)

    def _open_bold(self, match: re.Match[str]) -> bool:
        """Take bold type off: off a number or a label, or as the words of this line."""
        inside, after = match[2].strip(), self.text[match.end() :].strip()
        after = marks.ENTITIES.sub("", after) if after[:1] == "&" else after
        after = marks.BREAK_FIRST.sub("", after) if after[:1] == "<" else after
        if self.bold:
            return False
        if marks.NUMBER_ALONE.fullmatch(inside):
            self.text = f"{inside} {after}"
            return True
        if after.strip(":：.-–— \\*_") and self._is_label(inside):
            self.text = f"{inside.rstrip(':：')}: {after.lstrip(':：').lstrip()}"
            return self._peel_words()
        self.bold = True
        self.text = inside
        if any(sign.isalnum() for sign in after):
            self.tail = after
        elif after.startswith((":", "：")):
            self.text += ":"
        return True

    def _is_label(self, inside: str) -> bool:
        match = marks.LABEL.fullmatch(inside) or marks.LABEL.fullmatch(inside + ":")
        return match is not None and match["word"].casefold() in self.manner.labels

    def _peel_italic(self) -> bool:
        match = marks.ITALIC.match(self.text)
        if not match:
            return False
        after = self.text[match.end() :].lstrip(":： ")
        if after.strip(". "):
            return self._open_italic_label(match[2], after)
        self.text = match[2]
        return True

    def _open_italic_label(self, inside: str, after: str) -> bool:
        """Take the slant off a label before its words: ``*Answer:* ...``."""
        if not inside.endswith((":", "：")) or not self._is_label(inside):
            return False
        self.text = f"{inside} {after}"
        return self._peel_words()

    def _peel_tag(self) -> bool:
        match = marks.HTML_BOLD.match(self.text)
        if match and self._open_bold(match):
            return True
        match = marks.ANCHOR.match(self.text)
        if match and not self.text[match.end() :].strip(" .*_"):
            self.target, self.text = match[1], match[2]
            return True
        match = marks.TAG.match(self.text)
        if not match:
            return False
        opens = not match[0].startswith("</")
        if opens:
            self._note_tag(match[1].casefold())
        self._take(match)
        self._close_tag(match[1])
        if opens and not self.text and self.mark in _TITLE_TAGS and not self.label:
            self.label, self.name = Label.QUESTION, self.mark
        return bool(self.text)

    def _note_tag(self, tag: str) -> None:
        heading = marks.HEADING_TAG.fullmatch(tag)
        if heading and not self.level:
            self._set_level(int(heading[1]), "#" * int(heading[1]))
        self.mark = self.mark or _MARKED_TAGS.get(tag, "")

    def _close_tag(self, tag: str) -> None:
        """End the words where their tag is closed; what follows is their tail."""
        words, closing, after = self.text.rpartition(f"</{tag}>")
        if closing:
            self.text = words.rstrip()
            self.tail = self.tail or marks.TAG.sub("", after).strip()

    def _peel_bracket(self) -> bool:
        match = marks.WAY_BACK.match(self.text)
        if match:
            return self._take(match)
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
        return self._peel_number() or self._peel_bracket_tag()

    def _peel_bracket_tag(self) -> bool:
        """Take off what sorts a question: ``[easy] [day 1] What is ...``."""
        match = marks.BRACKET_TAG.match(self.text) if self.manner.tags else None
        if not match:
            return False
        self.mark = self.mark or "[]"
        return self._take(match)

    def _peel_row(self) -> bool:
        if marks.ROW.match(self.text) and not self.mark:
            self.mark = "|"
        return False

    def _peel_code(self) -> bool:
        """Take a number out of the signs of code: "`1)` What ..."."""
        match = marks.QUOTED_NUMBER.match(self.text) if not self.number else None
        if not match:
            return False
        self.text = f"{match[1]} {self.text[match.end() :]}"
        return self._peel_number()

    def _peel_number(self) -> bool:
        if self.number:
            return False
        return self._peel_keycap() or self._peel_digits() or self._peel_bare_number()

    def _peel_keycap(self) -> bool:
        match = marks.KEYCAP.match(self.text)
        if not match or match.end() == len(self.text):
            return False
        digits = "".join(c for c in match[1] if c.isdigit()) or "10"
        return self._set_number((int(digits),), "1️⃣", match)

    def _peel_digits(self) -> bool:
        match = marks.NUMBER.match(self.text)
        if match and match.end() == len(self.text) and self.manner.lone_numbers:
            self.label, self.name = Label.QUESTION, "1."
        elif not match or match.end() == len(self.text):
            return False
        path = tuple(int(part) for part in marks.DOT.split(match["digits"]))
        return self._set_number(path, ".".join("1" * len(path)) + match["end"].strip()[:1], match)

    def _peel_bare_number(self) -> bool:
        """Take a number without a sign, where such numbers count, or a percentage."""
        counts = self.level > 1 or (self.manner.bare_numbers and not self.column)
        match = marks.BARE_NUMBER.match(self.text) if counts else None
        if match:
            return self._set_number((int(match[1]),), "1 ", match)
        match = marks.PERCENT.match(self.text)
        if not match:
            return False
        self.mark = self.mark or "%"
        return self._take(match)

    def _peel_equals(self) -> bool:
        match = marks.ASCIIDOC_HEADING.match(self.text)
        closed = match is not None and self.text.rstrip().endswith(match[1])
        if not match or self.level or self.column or not (closed or self.manner.asciidoc):
            return False
        self._set_level(len(match[1]), match[1])
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
        if self.label or not self._may_be_labelled():
            return False
        match = marks.LABEL.match(self.text)
        if not match:
            return False
        name = " ".join(match["word"].casefold().split())
        name = marks.NUMBER_WORD.sub("", name) if match["digits"] else name
        label = self.manner.labels.get(name)
        last = match.end() == len(self.text)
        if label is None or not _declares(match, label, last=last):
            return False
        if last and self.level and name in self.manner.titles:
            return False
        self.label, self.name = label, name
        if match["digits"] and label is Label.QUESTION:
            self._set_number(tuple(int(part) for part in match["digits"].split(".")), "Q1", match)
        else:
            self._take(match)
        whole = marks.WHOLE.fullmatch(self.text) if self.text[:1] in {"*", "_"} else None
        inside = whole[2].strip() if whole else self.text.lstrip("*_ ")
        self.whole = whole is not None
        self.text = self.text if self.bold else inside
        return bool(self.text)

    def _may_be_labelled(self) -> bool:
        """Look for what opens and ends a label before the costlier search for one."""
        letters = marks.LETTERS.match(self.text)
        if letters and letters[0].lower() not in self.manner.label_openings:
            return False
        if len(self.text) <= _LONGEST_LABEL:
            return True
        return marks.LABEL_END.search(self.text, 0, _LONGEST_LABEL) is not None

    def _peel_unspaced_number(self) -> bool:
        match = marks.CHINESE_NUMBER.match(self.text) or marks.CIRCLED_NUMBER.match(self.text)
        if not match or self.number or match.end() == len(self.text):
            return False
        if match.re is marks.CIRCLED_NUMBER:
            return self._set_number((marks.CIRCLED.index(match[1]) + 1,), "①", match)
        if match[1]:
            self.label = self.label or Label.QUESTION
            return self._set_number((marks.chinese_number(match[1]),), "第1题", match)
        return self._set_number((marks.chinese_number(match[2]),), marks.CHAPTER, match)

    def _set_level(self, level: int, mark: str) -> None:
        self.level, self.mark = level, mark

    def _set_number(self, path: tuple[int, ...], numbering: str, match: re.Match[str]) -> bool:
        self.number = self.number or path
        self.numbering = self.numbering or numbering
        return self._take(match)


def _declares(match: re.Match[str], label: Label, *, last: bool) -> bool:
    """Tell a label from a word of the text: it is numbered, or a colon or nothing follows it."""
    if match["end"][:1] in {":", "："}:
        return True
    if label is Label.FIELD:
        return False
    if last or (match["digits"] and (match["end"] or label is Label.QUESTION)):
        return True
    return bool(match["end"]) and len(match["word"]) <= 3  # noqa: PLR2004 - "Q.", "Ans -"


# The methods are its own; a table is faster than asking sign after sign.
_PEELS_BY_SIGN: Final = {
    "#": Peeling._peel_hash,  # noqa: SLF001
    "№": Peeling._peel_hash,  # noqa: SLF001
    ">": Peeling._peel_quote,  # noqa: SLF001
    "*": Peeling._peel_bullet_or_bold,  # noqa: SLF001
    "_": Peeling._peel_bullet_or_bold,  # noqa: SLF001
    "<": Peeling._peel_tag,  # noqa: SLF001
    "`": Peeling._peel_code,  # noqa: SLF001
    "[": Peeling._peel_bracket,  # noqa: SLF001
    "|": Peeling._peel_row,  # noqa: SLF001
    "=": Peeling._peel_equals,  # noqa: SLF001
    "(": Peeling._peel_number,  # noqa: SLF001
    "【": Peeling._peel_number,  # noqa: SLF001
}
