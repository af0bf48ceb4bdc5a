"""Any document -> questions with their answers, and where every other line went.

Nobody tells the reader a format, and it has no parser for one. A document has a habit of its own,
and the reader finds it. The way of a text, one module a step, each a pure function:

``limits``      refuses sizes that no notes have;
``sheets``      reads what is a table as a whole: CSV, TSV, Anki's plain text;
``lines``       tells code, comments, separators and front matter from words (``asciidoc`` and
                ``restructured`` know the signs of those languages);
``turns``       finds who says what in a chat, by the lines that ``headers`` know, in
                ``subtitles``, or by ``dashes`` alone; ``chats`` have an ``asker``, a program by
                which somebody is ``quizzed``, members who ``posted`` a question, or friends who
                ``rehearsed``;
``tables``      reads the tables of a page that have ``columns`` of questions, or of tasks where it
                is about interviews, be their ``cells`` parted by bars or by tabs;
``speakers``    finds the names that act as labels in a transcript;
``describing``  peels the marks off each line: heading, bullet, number, label, bold type, link
                (``peeling``), as the page uses its signs (``manner``);
``upside_down`` sees that headings with more signs stand above those with fewer;
``jotted``      labels what is asked in notes that bear no marks at all, and what stands ``amid``;
``answer_key``  finds answers that are listed apart, by the numbers of their questions;
``parts``       finds where plain text without headings begins anew;
``contents``    finds lists that only name the headings below them;
``outline``     finds what stands under what;
``habits``      weighs the ``evidence``, beginnings of one ``likeness`` together and with their
                ``numbering``, in lists ``unanswered`` and in ``unmarked`` lines, hears what it is
                ``announcing``, asks for its ``purpose``, sees ``choices`` to make and that
                ``recurring`` titles ask nothing, and says which act as questions in it;
``asked``       adds what is ``set_off`` from its answer, stands below ``chapters`` or on
                ``tickets``, is ``scattered``, or asked in ``sections`` with a habit of their own;
                where a document, or one of its ``promised_sections``, is ``promising`` questions,
                ``rows``, ``bare_titles``, ``titles``, ``cards`` and ``paragraphs`` need only name
                a subject, as titles do that are ``comparing``, and headings some of which are
                ``waiting`` for answers; ``tasks`` are told above their code; ``interludes`` in
                answers are none, nor is what was ``asked_back``;
``cutting``     gives every line to a question in ``drafts``, or to what ``others`` it is, reads
                the ``wording`` of questions over as many lines as it takes, and knows the
                ``endings`` of answers;
``dialogue``    adds what was asked aloud and answered in the next turns, without the ``talk``
                (``spoken`` finds the question in a turn);
``parting``     tells a question from what answers it on the same line, also in ``brackets``;
``finishing``   makes the answers Markdown and reads levels;
``repeats``     finds what repeats another question less fully;
``account``     puts every line in exactly one place;
``chosen``      reads anew what its owner says is asked, where the document does not tell.

What concerns chats is in ``talks``, tables are in ``tabular``, and what a document's promises tell
in ``promised``; all words of languages are in ``words``, all marks in ``marks``. The next odd
document is one more small function in ``evidence``, or one more word.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.questions.document.account import account
from bot.questions.document.answer_key import key_of
from bot.questions.document.asked import questions
from bot.questions.document.chosen import Way, read_by, ways_of
from bot.questions.document.contents import contents_of, without_contents
from bot.questions.document.cutting import Cutter
from bot.questions.document.decoding import decode
from bot.questions.document.describing import describe
from bot.questions.document.finishing import finish
from bot.questions.document.jotted import jotted
from bot.questions.document.limits import refusal
from bot.questions.document.lines import Kind
from bot.questions.document.lines import page as page_of
from bot.questions.document.outline import outline as outline_of
from bot.questions.document.parts import parts_begin
from bot.questions.document.promised.asked_back import asked_back
from bot.questions.document.reading import Found, Other, Problem, Reading, as_json
from bot.questions.document.repeats import repeats
from bot.questions.document.tabular.sheets import read_sheet
from bot.questions.document.tabular.tables import tabled
from bot.questions.document.talks.chats import talk_of, without
from bot.questions.document.talks.dashes import talk_in_dashes
from bot.questions.document.talks.dialogue import converse
from bot.questions.document.talks.speakers import speakers
from bot.questions.document.upside_down import right_way_up

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Found",
    "Other",
    "Problem",
    "Reading",
    "Way",
    "as_json",
    "decode",
    "read",
    "ways_of",
]


def read(text: str, *, name: str = "", way: Way | None = None) -> Reading:
    """Read a document for what it asks, or for what its owner has chosen.

    ``name`` serves the sentences about it, never the reading.
    """
    refused = refusal(text, name or "The document")
    if refused:
        return Reading(problems=(refused,))
    with _uncollected():
        return read_by(way, text) if way else _read(text)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles away: a page is many small objects, none of them in a cycle."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(text: str) -> Reading:
    sheet = read_sheet(text)
    if sheet:
        return sheet
    whole = page_of(text)
    page, talk = talk_of(whole)
    if not talk.turns:
        page, talk = talk_in_dashes(page)
    tables = tabled(page)
    page = tables.left_out(page)
    said = without(talk, page)
    breaks = frozenset(turn.first for turn in talk.turns)
    beginnings = right_way_up(describe(said, speakers(said)))
    beginnings, apart = jotted(said, beginnings)
    breaks |= apart | parts_begin(said, beginnings)
    key = key_of(said, beginnings)
    page, said = key.left_out(page), key.left_out(said)
    contents = contents_of(beginnings)
    page, said = without_contents(page, contents), without_contents(said, contents)
    beginnings = [beginning for beginning in beginnings if said.kinds[beginning.line] is Kind.WORDS]
    outline = outline_of(beginnings, breaks)
    asked = questions(said, beginnings, outline)
    back = asked_back(beginnings, asked)
    asked -= back
    breaks |= {beginnings[i].line for i in back}
    cut = key.put_into(Cutter(said, beginnings, outline, asked, breaks).run())
    cut = converse(page, talk, cut)
    found = tables.put_among(finish(page, beginnings, cut))
    return account(whole, found, repeats(found), cut)
