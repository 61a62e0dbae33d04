"""Cell widths agree with the library that lays out the screen."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from fzreview.text.cells import cell_width, cells, has_uncertain_width, offset_at_cell
from fzreview.text.displayable import displayable

ANY_TEXT = st.text(st.characters(codec=None)) | st.text("法治，、“”48場(chǎng)\u0301\u200b　é😀ｖ\t\r")


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("48 items", 8),
        ("法治", 4),
        ("“双随机”", 8),
        ("，。％４", 8),
        ("e\u0301", 1),
        ("\t\r", 2),
        ("\x1b\u200b\ud800", 3),
        ("😀", 2),
        ("—…·①", 4),
    ],
)
def test_width(text: str, width: int) -> None:
    assert cells(text) == width


def test_characters_agree_with_rich() -> None:
    for code in (
        *range(0x20, 0x3500),
        *range(0x9F00, 0xE010),
        *range(0xF800, 0x20010),
        *range(0xE0000, 0xE1010),
    ):
        character = chr(code)
        assert cell_width(character) == cell_len(displayable(character)), hex(code)


@given(ANY_TEXT)
def test_texts_agree_with_rich(text: str) -> None:
    assert cells(text) == sum(cell_len(line) for line in displayable(text).split("\n"))


@given(ANY_TEXT)
def test_offset_at_cell_finds_the_character_that_covers_it(text: str) -> None:
    ends = list(accumulate(map(cell_width, text)))
    for cell in range(cells(text)):
        offset = offset_at_cell(text, cell)
        assert ends[offset] - cell_width(text[offset]) <= cell < ends[offset]
    assert offset_at_cell(text, cells(text)) == len(text)


def test_quotation_marks_are_wide_in_some_terminals() -> None:
    assert has_uncertain_width("“三项制度”")
    assert not has_uncertain_width("行政复议案件 12 件，a")
