"""What speaks for or against a beginning being a question: one small function for each reason."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Final

from bot.questions.document import marks, words
from bot.questions.document.asking import (
    Asking,
    ends_with_a_request,
    opens_like_a_question,
    opens_with_a_request,
    sentences,
)
from bot.questions.document.beginnings import Label
from bot.questions.document.lines import looks_like_code as is_code
from bot.questions.document.talks.spoken import spoken_question
from bot.questions.document.talks.talk import is_small_talk, only_listens, speaks_of_the_talk

if TYPE_CHECKING:
    from bot.questions.document.beginnings import Beginning

_LONG = 260
_LABEL = 7
_FEW_SENTENCES = 4
_SHORT_TITLE = 50
_SHORT_STATEMENT = 60
_FIRST_CHOICE = re.compile(r"[(（]?A[.)）、．:：]\s*\S")
_QUOTES: Final = ('"', "“", "„", "«", "《", "「")
_CHAPTER_NUMBER = re.compile(r"([^\W\d_]+)[ ]?(?:№|#|[Nn]\.?º)?[ ]?\d{1,3}\b(?![ ]?[%])")

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?:[^?？:：]{1,40}[:：][ \t]*)?(?:https?://|www\.)\S+")
_FILE = re.compile(r"[\w-]\.(?:md|txt|rst|html?|pdf|docx?|ipynb|adoc|org|csv)\W*$")
_LONGEST_TICKET: Final = 40
_TICKET = re.compile(r"([^\W\d_]+(?:[ ][^\W\d_]+)?)[ ]?(?:№|#|no\.?|n\.?º)?[ ]?\d{1,3}")


_LABELS_OF_QUESTIONS: Final = words.QUESTION_LABELS - words.INTERVIEWERS


class Leaning(float, enum.Enum):
    """Which way the words of a beginning lean by themselves."""

    ASKS = 1.0
    OPENS = 0.75
    NEUTRAL = 0.0
    STATES = -0.5
    AGAINST = -1.0


ASKING: Final = frozenset({Leaning.ASKS, Leaning.OPENS})


def leaning(beginning: Beginning, below: Beginning | None = None) -> Leaning:
    """Weigh a beginning without its document, knowing only what stands below it."""
    bare = beginning.bare
    if below and is_turned_over(below):
        return Leaning.ASKS
    if bare and beginning.asks is not Asking.MARKED:
        return Leaning.STATES
    for reason in _AGAINST:
        if reason(beginning):
            return Leaning.AGAINST
    if asks_on_the_way(beginning):
        return Leaning.STATES
    answered = below is not None and not bare and is_an_answer(below)
    if answered or asks_by_itself(beginning):
        return Leaning.ASKS
    leads = announces_more(beginning) and not (
        offers_choices(beginning, below) or (beginning.number and is_a_labelled_request(beginning))
    )
    return Leaning.STATES if leads else _of_a_title(beginning)


def _of_a_title(beginning: Beginning) -> Leaning:
    """Weigh words without a question mark."""
    if beginning.asks is Asking.OPENS or is_a_labelled_request(beginning):
        return Leaning.OPENS
    states = is_a_statement(beginning) and not ends_with_a_request(beginning.text)
    return Leaning.STATES if states else Leaning.NEUTRAL


def asks_by_itself(beginning: Beginning) -> bool:
    """Find a question mark, or ``Question:`` before the words."""
    labelled = beginning.label is Label.QUESTION
    loosely = beginning.name in words.LOOSE_QUESTION_LABELS
    return (labelled and not loosely) or beginning.asks is Asking.MARKED


def is_a_labelled_request(beginning: Beginning) -> bool:
    """Find ``Task: sort the words.``, whose label alone says little."""
    if beginning.label is not Label.QUESTION:
        return False
    said = sentences(beginning.text) if beginning.number else [beginning.text]
    return any(opens_with_a_request(sentence) for sentence in said[:_FEW_SENTENCES])


def asks_on_the_way(beginning: Beginning) -> bool:
    """Find a paragraph that comes to a question and goes on, rather than one that opens with it."""
    text = beginning.text
    if not beginning.tail or len(text) <= _SHORT_STATEMENT or not beginning.bare:
        return False
    return not (text.startswith("¿") or opens_like_a_question(text))


def asks_anew(below: Beginning) -> bool:
    """Tell a question of its own, below a title, from the end of one that was wrapped."""
    first = below.text[:1]
    anew = below.asks is Asking.MARKED and (first.isupper() or first == "¿")
    return anew and opens_like_a_question(below.text)


def is_turned_over(below: Beginning) -> bool:
    """Find the ``?`` alone on a line that turns a card over."""
    return below.name == marks.CARD_TURN


def is_labelled_otherwise(beginning: Beginning) -> bool:
    """Find ``Answer: ...`` and ``Difficulty: ...``."""
    return beginning.label is Label.ANSWER or beginning.label is Label.FIELD


def is_an_answer(beginning: Beginning) -> bool:
    """Find ``Answer: ...``, which makes a question of the line above it, whatever its words."""
    return beginning.label is Label.ANSWER and beginning.name not in words.PARTS_BESIDES_ANSWERS


def names_no_question(beginning: Beginning) -> bool:
    """Find ``Example``, ``Table of contents``, ``License``."""
    title = title_of(beginning)
    return title in words.NO_QUESTIONS or title.startswith(words.ASIDE_OPENINGS)


def names_a_part_of_an_answer(beginning: Beginning) -> bool:
    """Find ``Example``, ``Key points:``, which divide an answer."""
    return title_of(beginning) in words.PARTS_OF_ANSWERS


def names_a_piece(beginning: Beginning) -> bool:
    """Find a heading of a piece of an answer, under which no question stands."""
    answers = beginning.label is Label.ANSWER
    return beginning.level > 0 and (answers or names_a_part_of_an_answer(beginning))


def names_the_document(beginning: Beginning) -> bool:
    """Find ``Interview questions for developers``, the title of the whole."""
    title = beginning.text.casefold()
    asks = beginning.asks is Asking.MARKED
    return not asks and any(subject in title for subject in words.SUBJECT_OF_INTERVIEWS)


def names_the_contents(beginning: Beginning) -> bool:
    """Find ``Table of contents``."""
    return title_of(beginning) in words.CONTENTS_TITLES


def is_an_aside(beginning: Beginning) -> bool:
    """Find a heading that is neither asked nor a topic of what is asked."""
    return beginning.level > 0 and names_no_question(beginning)


def links_within(beginning: Beginning) -> bool:
    """Find a link to an anchor of the same page, which is an entry of its contents."""
    return beginning.target.startswith("#")


def leads_back(beginning: Beginning) -> bool:
    """Find ``Back to top``."""
    text = beginning.text
    if len(text) >= _SHORT_TITLE:
        return False
    signs = words.BACK_SIGNS.search(text.casefold())
    return signs is not None and words.BACK_LINKS.search(text) is not None


def is_said_by_somebody(beginning: Beginning) -> bool:
    """Tell a question behind the name of who asks it from one behind ``Q:``."""
    if beginning.label is not Label.QUESTION or beginning.name == beginning.style.mark:
        return False
    return beginning.name[:1].isalpha() and beginning.name not in _LABELS_OF_QUESTIONS


def keeps_the_talk_going(beginning: Beginning) -> bool:
    """Find ``Would you like me to continue?``, ``Interviewer: Thank you.``."""
    if is_said_by_somebody(beginning) and speaks_of_the_talk(beginning.text):
        return not spoken_question(beginning.text)
    labelled = beginning.label is Label.QUESTION and not beginning.asks
    if labelled and only_listens(beginning.text):
        return True
    if labelled and (said := sentences(beginning.text)):
        return is_small_talk(said[0]) and (is_small_talk(said[-1]) or only_listens(said[-1]))
    return (beginning.bare or labelled) and is_small_talk(beginning.text)


def looks_like_code(beginning: Beginning) -> bool:
    """Find a line of a program outside every fence."""
    return beginning.bare and is_code(beginning.text)


def is_a_row(beginning: Beginning) -> bool:
    """Find a row of a table, which is read with its table or not at all."""
    return beginning.style.mark == "|"


def is_an_address(beginning: Beginning) -> bool:
    """Find a link of which nothing is said but its name: ``Course: https://...``."""
    text = beginning.text
    return ("http" in text or "www." in text) and bool(_ADDRESS.fullmatch(text.rstrip()))


def is_a_note_to_oneself(beginning: Beginning) -> bool:
    """Find ``TODO: ask who pays for the trip?`` in plain text."""
    first, colon, _ = beginning.text[:_SHORT_TITLE].partition(":")
    return beginning.bare and bool(colon) and first.strip().casefold() in words.PLACEHOLDERS


def names_a_file(beginning: Beginning) -> bool:
    """Find the name of a file that is text."""
    return _FILE.search(beginning.text) is not None


def has_no_words(beginning: Beginning) -> bool:
    """Find a line of signs only, or a number."""
    text = beginning.text
    return not (text[:1].isalpha() or any(c.isalpha() for c in text))


def ends_with_a_colon(beginning: Beginning) -> bool:
    """Find words that announce what follows rather than ask."""
    return beginning.text.endswith((":", "："))


def leads_to_what_to_learn(beginning: Beginning) -> bool:
    """Find ``Topics to review:``, which is said when the questions are over."""
    leads = beginning.bare and ends_with_a_colon(beginning)
    return leads and words.TO_LEARN.search(beginning.text.casefold()) is not None


def is_quoted(beginning: Beginning) -> bool:
    """Find the name of something to be read, between quotation marks."""
    return beginning.text.startswith(_QUOTES)


def announces_more(beginning: Beginning) -> bool:
    """Find words that only lead to what follows them, and paragraphs."""
    leads = ends_with_a_colon(beginning) and not beginning.level
    return leads or is_a_short_label(beginning) or is_long(beginning)


def offers_choices(beginning: Beginning, below: Beginning | None) -> bool:
    """Find a numbered line above choices, the first of which has the letter A."""
    numbered = below is not None and bool(beginning.number) and below.bare
    return numbered and bool(below and _FIRST_CHOICE.match(below.text))


def is_a_short_label(beginning: Beginning) -> bool:
    """Find a word or two in bold before a colon and what is to be said about them."""
    return (
        beginning.style.bold and beginning.tail[:1] in {":", "："} and len(beginning.text) < _LABEL
    )


def is_long(beginning: Beginning) -> bool:
    """Find a paragraph that is no title."""
    return len(beginning.text) > _LONG


def is_a_statement(beginning: Beginning) -> bool:
    """Find words that end with a full stop, or bold words with more on the same line."""
    if beginning.tail and beginning.style.bold:
        return not leads_elsewhere(beginning.tail)
    if beginning.level or (beginning.style.bold and len(beginning.text) < _SHORT_STATEMENT):
        return False
    calls = beginning.text.endswith("!") and not beginning.text.endswith("!!")
    calls = calls or "！" in beginning.text
    return calls or beginning.text.endswith((".", "。", ";", "；", ",", "，"))


def leads_elsewhere(tail: str) -> bool:
    """Find links behind a title, and hardly a word between: "- [Read](...) and [watch](...)"."""
    links = len(marks.LINK.findall(tail)) if "](" in tail else 0
    return 0 < links >= len(_WORD.findall(marks.LINK.sub("", tail)))


SENTENCE_ENDS: Final = frozenset("?？؟.!。！:：,，;；")


def ends_a_sentence(beginning: Beginning) -> bool:
    """Tell whether the first line of a question is complete, so that the next is its answer."""
    last = (beginning.tail or beginning.text).rstrip(' *_`"”»)')[-1:]
    return last in "?？؟.!。！:：" or beginning.style.bold


def ends_as_words_do(text: str) -> bool:
    """Tell whether words end with a full stop, as titles do not."""
    return text.endswith((".", "。", "!", "！"))


def numbers_a_chapter(text: str) -> bool:
    """Tell a short line such as "Ticket 7" or "Part 2. Networks"."""
    match = _CHAPTER_NUMBER.match(text) if len(text) < _SHORT_STATEMENT else None
    return match is not None and match[1].casefold() in words.CHAPTERS


def names_a_ticket(beginning: Beginning) -> bool:
    """Tell a title such as "Ticket 7", which is all that its line says."""
    if beginning.style.numbering or beginning.tail or len(beginning.text) > _LONGEST_TICKET:
        return False
    match = _TICKET.fullmatch(title_of(beginning))
    return match is not None and match[1] in words.TICKETS


def title_of(beginning: Beginning) -> str:
    """Return the words as titles are compared: without case and signs at the ends."""
    return beginning.text.strip(" :：.*_`#-–—!\u200b").casefold()


_AGAINST = (
    is_labelled_otherwise,
    links_within,
    names_no_question,
    leads_back,
    keeps_the_talk_going,
    looks_like_code,
    has_no_words,
    is_an_address,
    is_a_note_to_oneself,
    is_a_row,
)
