"""Documents of one column on A4, with titles, bars, lists and page numbers."""

from __future__ import annotations

from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
)

from bot.drawing.colours import LIGHT
from bot.drawing.typefaces import BOLD, REGULAR, drawable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate

_MARGIN: Final = 20 * mm
_INK: Final = HexColor(LIGHT.ink)
_QUIET: Final = HexColor(LIGHT.quiet)
_FAINT: Final = HexColor(LIGHT.faint)
_LONGEST: Final = 3_000
"""Characters of one paragraph: what somebody typed may be without end."""

_LONGEST_QUOTE: Final = 20_000
"""Characters of all that somebody said at a time: about six pages."""


class Story:
    """A document in the making, from top to bottom."""

    def __init__(self, title: str) -> None:
        for name, path in (("Text", REGULAR), ("Text-Bold", BOLD)):
            pdfmetrics.registerFont(TTFont(name, str(path)))
        self._title = title
        self._parts: list[Flowable] = []

    def heading(self, title: str, below: str) -> None:
        """Begin with a title and a quiet line under it."""
        self._parts += [_said(title, 20, bold=True, after=4), _said(below, 10, quiet=True, after=8)]

    def title(self, text: str) -> None:
        """Begin a part."""
        self._parts.append(_said(text, 14, bold=True, before=14, after=4, leads=True))

    def subtitle(self, text: str) -> None:
        """Begin a part of a part."""
        self._parts.append(_said(text, 11, bold=True, before=9, after=2, leads=True))

    def lines(self, texts: Sequence[str]) -> None:
        """Write paragraphs."""
        self._parts += [_said(text, 10, after=3) for text in texts]

    def quote(self, above: str, text: str) -> None:
        """Write what somebody said, set in and quiet, under a line that is not left alone."""
        self._parts += [CondPageBreak(20 * mm), _said(above, 10, after=3)]
        shown = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()} …"
        for line in shown.splitlines():
            for part in wrap(line, _LONGEST):
                self._parts.append(_said(part, 9.5, quiet=True, indent=12, after=2))

    def ticks(self, points: Sequence[tuple[str, bool | None]]) -> None:
        """List points with a box that is ticked or empty, or a dot where nothing is known."""
        marks = {True: "\u2611", False: "\u2610", None: "\u2022"}
        self._parts += [
            _said(text, 10, bullet=marks[said], indent=16, after=1.5) for text, said in points
        ]

    def bars(self, parts: Sequence[tuple[str, int]], colours: Sequence[str]) -> None:
        """Draw shares of 100 as bars with their names and numbers."""
        named = zip(parts, colours, strict=True)
        bars: list[Flowable] = [_Bar(name, share, colour) for (name, share), colour in named]
        self._parts += [KeepTogether(bars), Spacer(1, 8)]

    def written(self) -> bytes:
        """Give the document."""
        out = BytesIO()
        document = SimpleDocTemplate(
            out,
            pagesize=A4,
            title=self._title,
            leftMargin=_MARGIN,
            rightMargin=_MARGIN,
            topMargin=_MARGIN,
            bottomMargin=_MARGIN,
        )
        document.build(self._parts, onFirstPage=_number, onLaterPages=_number)
        return out.getvalue()


class _Bar(Flowable):
    """One share of 100."""

    def __init__(self, name: str, share: int, colour: str) -> None:
        super().__init__()
        self.width, self.height = A4[0] - 2 * _MARGIN, 18
        self._name, self._share, self._colour = name, share, colour

    def draw(self) -> None:
        """Draw it with its name on the left and its number on the right."""
        canvas, start, end = self.canv, 110, self.width - 40
        canvas.setFont("Text", 10)
        canvas.setFillColor(_INK)
        canvas.drawString(0, 5, drawable(self._name, laid_out=False))
        canvas.drawRightString(self.width, 5, str(self._share))
        canvas.setFillColor(_FAINT)
        canvas.roundRect(start, 4, end - start, 9, 4, stroke=0, fill=1)
        canvas.setFillColor(HexColor(self._colour))
        if self._share:
            length = max(9, (end - start) * self._share / 100)
            canvas.roundRect(start, 4, length, 9, 4, stroke=0, fill=1)


def _said(  # noqa: PLR0913 - a paragraph has that many looks
    text: str,
    size: float,
    *,
    bold: bool = False,
    quiet: bool = False,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    bullet: str | None = None,
    leads: bool = False,
) -> Paragraph:
    style = ParagraphStyle(
        "said",
        fontName="Text-Bold" if bold else "Text",
        fontSize=size,
        leading=1.4 * size,
        textColor=_QUIET if quiet else _INK,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        bulletFontName="Text",
        bulletFontSize=size,
        keepWithNext=leads,
        splitLongWords=True,
    )
    return Paragraph(escape(drawable(text[:_LONGEST], laid_out=False)), style, bulletText=bullet)


def _number(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("Text", 8)
    canvas.setFillColor(_QUIET)
    canvas.drawRightString(A4[0] - _MARGIN, 10 * mm, str(document.page))
