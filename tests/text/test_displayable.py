"""``displayable``: nothing left that a terminal obeys or hides, offsets unchanged."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.displayable import REPLACEMENT, displayable, one_line

# Characters that look like nothing although Unicode does not call them format characters.
BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("一\n二", "一\n二"),
        ("一\t二\r\n", "一 二 \n"),
        ("\x1b]0;PWNED\x07", "␛]0;PWNED␇"),
        ("\x00\x08\x7f", "␀␈␡"),
        ("\x9b31m", REPLACEMENT + "31m"),
        ("a\u202eb\u2066c\u200f", f"a{REPLACEMENT}b{REPLACEMENT}c{REPLACEMENT}"),
        ("4\u200b8\ufeff件\u00ad", f"4{REPLACEMENT}8{REPLACEMENT}件{REPLACEMENT}"),
        ("\u2028\u2029", REPLACEMENT * 2),
        ("\ud83d", REPLACEMENT),
        ("✓\ufe0f\U000e0041", "✓" + REPLACEMENT * 2),
        ("法治、“双随机”——①②㎡　é\u0301", "法治、“双随机”——①②㎡　é\u0301"),
        ("", ""),
    ],
)
def test_what_is_shown(raw: str, shown: str) -> None:
    assert displayable(raw) == shown


def test_every_format_control_and_surrogate_character_is_replaced() -> None:
    bad = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    for code in range(0x110000):
        character = chr(code)
        if unicodedata.category(character) in bad and character != "\n":
            assert displayable(character) != character, hex(code)
    for character in BLANK_LETTERS:
        assert displayable(character) == REPLACEMENT


def test_han_punctuation_and_symbols_stay() -> None:
    for code in (*range(0x20, 0x7F), *range(0x2010, 0x2028), *range(0x2030, 0x205F), *range(0x3000, 0x3100)):
        assert displayable(chr(code)) == chr(code)
    for code in (*range(0x3400, 0xA000), *range(0xE000, 0xFA00), *range(0xFF01, 0xFF60), 0x20000, 0x2A6DF):
        assert displayable(chr(code)) == chr(code)


@given(ANY_TEXT)
def test_the_length_stays_and_twice_is_once(text: str) -> None:
    shown = displayable(text)
    assert len(shown) == len(text)
    assert displayable(shown) == shown
    shown.encode("utf-8")


def test_one_line_has_no_newline() -> None:
    assert one_line("a\nb\x1b") == "a b␛"
