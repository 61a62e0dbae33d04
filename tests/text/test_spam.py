"""Spam over place names is found and flagged, honest web sites are not."""

from __future__ import annotations

import pytest

from fzreview.text.spam import find_spam, spam_names

SPAMMED = "金某官网 人民政府关于年度工作的报告\n全年，金某官网 在市委领导下，打造金某模式，金某经验推广。"


def test_spam_and_its_short_form() -> None:
    assert spam_names(SPAMMED) == ["金某官网", "金某"]
    assert [SPAMMED[start:end].strip() for start, end in find_spam(SPAMMED)] == [
        "金某官网",
        "金某官网",
        "金某",
        "金某",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "在区政府官网 公开信息，市司法局官网 同步发布，区政府官网 更新",
        "打击网络赌博、棋牌娱乐场所",
        "通过官网公开",
        "",
    ],
)
def test_honest_words(text: str) -> None:
    assert spam_names(text) == []
