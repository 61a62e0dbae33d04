"""Which blanks go, which stay."""

from __future__ import annotations

import pytest

from fzreview.text.clean import clean_text


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("受理案件 136 个，办结 98 %", "受理案件136个，办结98%"),
        ("\u3000\u3000一、工作开展情况", "一、工作开展情况"),
        ("为此， 我县出台办法", "为此，我县出台办法"),
        ("我县 ，出台办法", "我县，出台办法"),
        ("索 引 号 | 123", "索引号 | 123"),
        ("文 号：无", "文号：无"),
        ("来源\u00a0\u00a0 \u00a0时间", "来源 时间"),
        ("甲\r\n乙\u2028丙", "甲\n乙\n丙"),
        ("第一段\n\u00a0\u00a0\n第二段  ", "第一段\n\n第二段"),
        ("??一、加强领导。??二、强化监督", "一、加强领导。 二、强化监督"),
        ("末尾\n\n\n\n", "末尾\n"),
        ("审核&nbsp;&nbsp;发布&ldquo;通知&rdquo;", "审核 发布“通知”"),
        ("共1\u200b2\u20603\u202e件", "共123件"),
    ],
)
def test_cleaned(source: str, clean: str) -> None:
    assert clean_text(source)[0].text == clean


@pytest.mark.parametrize(
    "source",
    [
        "优化营商环境 企业法律服务直通车",
        "1 总则规定",
        "1. 5个方面",
        "案件 12 15 18",
        "时间: 2020-02-25 09:36",
        "2018年1月30日 08:25:30",
        "一、主要做法 （一）加强领导",
        "打印本页 关闭本页 返回顶部",
        "是这样吗？？是的",
        "第一段\n\n第二段",
        "４９４．５元",
    ],
)
def test_kept(source: str) -> None:
    assert clean_text(source)[0].text == source


def test_equal_indents_are_one_row() -> None:
    rows = clean_text("  甲\n  乙\n  丙\n")[1]
    assert [(row.start, row.end, row.count, row.kind, row.auto) for row in rows] == [
        (0, 10, 3, "blank", "fix")
    ]


def test_a_blank_row_tells_what_stands_instead() -> None:
    rows = clean_text("甲方\u00a0\u00a0乙方")[1]
    assert [(row.start, row.end, row.raw, row.repaired) for row in rows] == [(2, 4, "\u00a0\u00a0", " ")]
