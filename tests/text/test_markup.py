"""Signs of Markdown leave the text, what only looks like them stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.clean import clean_text


def cleaned(source: str) -> str:
    return clean_text(source)[0].text


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("受理案件**136**件。", "受理案件136件。"),
        ("**（一）加强领导。**全县落实。", "（一）加强领导。全县落实。"),
        ("[首页](https://www.example.cn/) > [公开](/zwgk/a_1.html)", "首页 > 公开"),
        ('依据[条例](http://example.cn/(1)/a "标题")执行', "依据条例执行"),
        ("1\\. 加强领导", "1. 加强领导"),
    ],
)
def test_taken(source: str, clean: str) -> None:
    assert cleaned(source) == clean
    assert [row.kind for row in clean_text(source)[1]] == ["markup"]


@pytest.mark.parametrize(
    "source", ["2**3", "**未完", "清政发[2021](2)号", "[附件](见后)", "综合政务\\其他", "## 一、情况"]
)
def test_left(source: str) -> None:
    assert cleaned(source) == source


@given(st.text("*[]()\\/甲1. \n#", max_size=60))
def test_any_mixture_keeps_the_rest(source: str) -> None:
    clean, _ = clean_text(source)
    kept = [character for character in clean.text if character in "甲1"]
    assert kept.count("甲") == source.count("甲") or "](" in source
    assert all(source[clean.source_offset(i)] == "甲" for i, c in enumerate(clean.text) if c == "甲")
