"""The one door: offsets cut what they name, whatever comes in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.reading.read import read_report
from support.hanging import no_hang

LEAD = "2020年，我县认真贯彻落实习近平法治思想，受理案件 136 个，加快建設(shè)法治政府，成效明显。"
PIECES = [
    "清河县2020年法治政府建设报告\n",
    "首页 > 政策\n",
    "发布时间：2021-01-02\n",
    LEAD,
    "\n",
    "一、工作情况\n",
    "（一）加强领导。",
    "一是甲；二是乙。",
    "當(dāng)前",
    "鏈?zhǔn)称废嚓P(guān)",
    "\u200b",
    "  ",
    "??",
    "清河县人民政府\n2021年1月20日",
    "打印本页",
    "附件：",
    "“",
    "双随机一公开",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_offsets_lie_in_the_source(source: str) -> None:
    reading = read_report(source)
    start, end = reading.body
    assert 0 <= start <= end <= len(source)
    for section in reading.outline:
        assert 0 <= section.start < section.end <= section.until <= len(source)
    for row in reading.repairs:
        assert 0 <= row.start <= row.end <= len(source)
        assert row.raw is None or source[row.start : row.end] == row.raw
    for figure in reading.figures:
        assert source[figure.start : figure.end] == figure.surface


@pytest.mark.parametrize("source", ["", " ", "\n", "。", "一、", "\ufeff", "报告"])
def test_nearly_nothing(source: str) -> None:
    assert read_report(source).source == source


@pytest.mark.parametrize("length", [100_000, pytest.param(1_000_000, marks=pytest.mark.heavy)])
def test_a_line_of_very_many_headings(length: int) -> None:
    source = (LEAD + "一、甲（一）乙。一是丙；") * (length // (len(LEAD) + 12))
    with no_hang(60):
        reading = read_report(source)
    assert reading.body[1] <= len(source)
