"""Titles spelled by initials and syllables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.initials import spelled, spelled_within


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("撤销", "cx"),
        ("（跨报告）撤销", "bgcx"),
        ("撤销", "chexiao"),
        ("撤销", "chex"),
        ("撤销", "cxiao"),
        ("撤销", "chexi"),
        ("重启后", "cqh"),
        ("重启后", "zqh"),
        ("原文 / 整理文本", "ywzl"),
        ("换次序：按位置", "cx"),
        ("绿色", "lvse"),
        ("西安", "xian"),
        ("用ai读", "yaid"),
        ("第3章", "d3z"),
        ("solarized-light", "sol"),
    ],
)
def test_letters_spell_characters_that_stand_together(text: str, letters: str) -> None:
    assert spelled_within(text, letters)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("撤销", "xc"),
        ("撤销这次", "cz"),
        ("撤销", "chxi"),
        ("撤销", "cxx"),
        ("solarized-light", "dl"),
        ("", "c"),
        ("撤销", "chexiaoo"),
    ],
)
def test_other_letters_do_not(text: str, letters: str) -> None:
    assert not spelled_within(text, letters)


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_any_text_can_be_asked(text: str, letters: str) -> None:
    assert spelled_within(text, letters) or not spelled(text, letters)


@given(st.text(st.characters(categories=["Lo"]), min_size=1, max_size=30))
def test_a_text_spells_itself(text: str) -> None:
    assert spelled(text, text)
