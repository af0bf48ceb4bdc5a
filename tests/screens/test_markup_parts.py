"""Pages taken apart: text, tables, formulas, and nothing lost between them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.screens import markup
from bot.screens.markup.parts import MOST_ROWS
from bot.screens.screen import Formula, Part, Style, Styled, Table
from tests.screens.documents import documents

NARROW = "| a | b |\n|---|--:|\n| **1** | 2 |\n| 3 | 4 |"
WIDE = """\
| Isolation level | What it prevents | Cost |
|---|:-:|---|
| Read committed | Dirty reads, nothing else | low |
| Serializable | Every anomaly there is | |
"""


def parts_of(source: str, limit: int = 4000) -> list[tuple[Part, ...]]:
    return [page.parts for page in markup.lay_out(markup.render(source), limit=limit)]


def row(*texts: str) -> tuple[Styled, ...]:
    return tuple(map(Styled, texts))


def words(part: Part) -> str:
    match part:
        case Table(header, rows):
            return "".join(cell.text for cells in (header, *rows) for cell in cells)
        case Formula(source):
            return source
    return part.text


def test_text_without_tables_has_no_parts() -> None:
    assert parts_of("One\n\n- two\n\n```py\nthree\n```") == [()]


def test_narrow_table_keeps_its_styles_and_alignments() -> None:
    ((table,),) = parts_of(NARROW)

    assert isinstance(table, Table)
    assert (table.header, table.alignments) == (row("a", "b"), ("left", "right"))
    assert table.rows == ((Styled.of("1", Style.BOLD), Styled("2")), row("3", "4"))


def test_rows_of_a_wide_table_are_one_table() -> None:
    ((table,),) = parts_of(WIDE)

    assert isinstance(table, Table)
    assert table.rows == (
        row("Read committed", "Dirty reads, nothing else", "low"),
        row("Serializable", "Every anomaly there is", ""),
    )


def test_text_stands_between_tables() -> None:
    (found,) = parts_of(f"Before:\n\n{NARROW}\n\nBetween\n\n{WIDE}\n\nAfter")

    kinds = [type(part) for part in found]
    assert kinds == [Styled, Table, Styled, Table, Styled]
    assert [part.text for part in found if isinstance(part, Styled)] == [
        "Before:",
        "Between",
        "After",
    ]


def test_equal_headers_are_two_tables() -> None:
    (found,) = parts_of(f"{WIDE}\n\n{WIDE}")

    assert [len(part.rows) for part in found if isinstance(part, Table)] == [2, 2]


def test_rest_of_a_table_has_its_header_on_the_next_page() -> None:
    long = WIDE + "| Snapshot | " + "word " * 20 + "| some |\n"

    pages = parts_of(long, limit=160)

    tables = [part for page in pages for part in page if isinstance(part, Table)]
    assert len(pages) > 1
    assert sum(len(table.rows) for table in tables) == 3
    assert {table.header for table in tables} == {
        row("Isolation level", "What it prevents", "Cost")
    }


def test_formula_is_a_part_and_is_shown_as_written() -> None:
    for source in ("$$\na_1 * b_2\n$$", "```math\na_1 * b_2\n```"):
        assert parts_of(f"See:\n\n{source}") == [(Styled("See:"), Formula("a_1 * b_2"))]
        assert markup.styled(source) == Styled.of("a_1 * b_2", Style.PRE)


def test_prices_are_no_formula() -> None:
    assert parts_of("It costs $5, or $$6$$ for two") == [()]


def test_table_in_a_list_stays_under_its_marker() -> None:
    (found,) = parts_of("- " + WIDE.replace("\n", "\n  "))

    assert [type(part) for part in found] == [Styled, Table]


def test_quoted_table_stays_text() -> None:
    assert parts_of("\n".join(f"> {line}" for line in WIDE.splitlines())) == [()]


def test_more_columns_than_telegram_has_stay_text() -> None:
    line = "|a" * 21 + "|\n"
    assert parts_of(line + "|-" * 21 + "|\n" + line) == [()]


def test_more_rows_than_telegram_takes_stay_text() -> None:
    assert parts_of("|a|\n|-|\n" + "|b|\n" * (MOST_ROWS + 1)) == [()]


@settings(deadline=None)
@given(documents, st.integers(40, 400))
def test_parts_say_what_their_page_says(source: str, limit: int) -> None:
    for page in markup.lay_out(markup.render(source), limit=limit):
        if page.parts:
            told = "".join(words(part) for part in page.parts)
            for word in (word for word in told.split() if word.isalnum()):
                assert word in page.text.text or "cell" in word
            prose = [part.text for part in page.parts if isinstance(part, Styled)]
            at = 0
            for text in prose:
                at = page.text.text.index(text, at) + len(text)
