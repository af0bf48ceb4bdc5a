from dataclasses import replace

from bot.drawing.mock import Card, Entry, pdf, picture

CARD = Card(
    title="Mock round: strong, 83 of 100",
    about="2 questions, practice, about everything. 21 Nov 2026.",
    band="Strong",
    overall=83,
    parts=(("Correctness", 80),),
    conclusions=(),
    scores=(83,),
    entries=(),
)


def asked(question: str) -> Card:
    return replace(CARD, entries=(Entry("1", question, "Good", missed=False, about=""),))


def pages(answer: str) -> int:
    entry = replace(asked("What is it?").entries[0], own_answer=answer)
    return pdf(replace(CARD, entries=(entry,), said="You said:")).count(b"/Type /Page\n")


def test_a_long_answer_goes_on_over_pages_to_its_end() -> None:
    assert pages("In short.") == 1
    assert pages("word " * 1_600) == 3
    assert pages("x" * 8_000) == 3
    assert pages("line\n" * 8_000) < 100


def test_questions_in_any_script_are_words_and_no_boxes() -> None:
    assert picture(asked("什么是数据库?")) == picture(asked("Shen Me Shi Shu Ju Ku?"))
