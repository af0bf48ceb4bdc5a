from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.screens import markup
from bot.screens.markup.characters import harmless, is_boundary
from tests.patience import ends_in_time
from tests.screens.documents import documents
from tests.screens.promises import check_pages, check_spans, letters, missing, told

LIMITS = st.integers(1, 120)
MARKS = (
    "a", "b", "B", " ", "\n", "\n\n", "*", "**", "_", "__", "~~", "`", "```", "~~~", "[", "]",
    "(", ")", "<", ">", "> ", "- ", "+ ", "1. ", "    ", "\t", "# ", "\\", "!", ":", "=", "---",
    "https://a.b/", "](", "<!-", "-->", "'", '"', "[ ] ", "ä", "日", "👩‍💻", "\u0301", "\u202e",
    "\x00",
)  # fmt: skip
MARKED = st.lists(st.sampled_from(MARKS), max_size=60).map("".join)
TABLED = st.lists(st.sampled_from((*MARKS, "|", "|-", "|\n", "\n|")), max_size=60).map("".join)
SIZE = 30_000
HOSTILE = (
    "[", "![", "[[a](b", "[a][", "[a](", "*", "**a *b ", "*_", "_a* ", "`", "~~a ", "<", "<!-- a\n",
    "- ", "> ", "> - ", "1. ", "-\n", "- > a\n", "- a\n  - b\n    - c\n", "[a\n", "[a]: b\n",
    "|a|\n|-|\n", "# a\n", "a\n", "a  \n", "```\n", "a. ", "a", "👩‍💻", "🇩🇪", "\u0301", "a\n=\n",
    "\\", "&",
)  # fmt: skip


@settings(deadline=None)
@given(documents)
def test_planted_words_stay_in_order(source: str) -> None:
    planted = re.findall(r"w\d+x(?:cell)?", source)
    text = told(markup.styled(source))
    assert missing([word for word in planted if not word.endswith("cell")], text) == []
    assert [word for word in planted if word not in text] == []


@settings(deadline=None)
@given(documents, LIMITS, LIMITS)
def test_pages_of_documents_keep_limits_and_content(source: str, limit: int, first: int) -> None:
    check_pages(source, limit=limit, first_limit=min(first, limit))


@settings(deadline=None)
@given(MARKED)
def test_letters_stay_in_order(source: str) -> None:
    assume("]:" not in source)  # the definition of a link goes where it is used
    source = re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL)
    source = re.sub(r"(?m)<!--.*", "", source)
    assert missing(letters(source), told(markup.styled(source))) == []


@settings(deadline=None)
@given(TABLED)
def test_letters_of_tables_stay(source: str) -> None:
    assume("]:" not in source)
    source = re.sub(r"<!--", "", source)
    assert Counter(letters(source)) <= Counter(told(markup.styled(source)))


@settings(deadline=None)
@given(TABLED, LIMITS)
def test_pages_of_anything_keep_limits_and_content(source: str, limit: int) -> None:
    check_pages(source, limit=limit, first_limit=limit)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_shown(source: str) -> None:
    check_pages(source, limit=50, first_limit=30)
    check_spans(markup.inline(source))
    markup.styled(source).text.encode()


@settings(deadline=None)
@given(st.text())
def test_quotations_of_anything_are_whole(text: str) -> None:
    said = harmless(text).strip()
    assert [block.text.text for block in markup.quote("Said:", text)[1:]] == (
        [said] if said else []
    )


@given(
    st.lists(st.sampled_from(["a", "é", "e\u0301", "👩‍💻", "🇩🇪", "각", "क्षि", "👍🏽"]), min_size=1)
)
def test_characters_are_not_cut_within(characters: list[str]) -> None:
    text = "".join(characters)
    cuts = [at for at in range(len(text)) if is_boundary(text, at)]
    expected = [0]
    for character in characters[:-1]:
        expected.append(expected[-1] + len(character))
    assert cuts == expected


@pytest.mark.parametrize("pattern", HOSTILE)
def test_hostile_text_takes_no_longer_than_others(pattern: str) -> None:
    source = pattern * (SIZE // len(pattern))
    assert ends_in_time(lambda: markup.paginate(markup.render(source), limit=2000))
