"""Wordings that tell a tie, by kinds: the exact figures are tied, and nothing is said to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.checking.ties import find_ties
from fzreview.domain.tie import Tie
from fzreview.reading.read import read_report

LINES = Path(__file__).with_name("worded_ties.txt").read_text("utf-8").splitlines()
ROWS = [tuple(line.split("|", 2)) for line in LINES if line and not line.startswith("#")]


def ties_of(text: str) -> dict[tuple[str, ...], Tie]:
    """The surfaces of the figures, sorted → the tie."""
    wording = text.replace("\\n", "\n").replace("\\t", "\t")
    source = f"某县2023年法治政府建设工作报告\n一、情况\n{wording}\n二、其他\n加强宣传。\n"
    return {
        tuple(sorted(source[start:end].lstrip("约") for start, end in tie.spans)): tie
        for tie in find_ties(read_report(source))
    }


@pytest.mark.parametrize(("type", "members", "text"), ROWS)
def test_what_is_told_is_tied(type: str, members: str, text: str) -> None:
    found = ties_of(text)
    tie = found.get(tuple(sorted(members.split(","))))
    assert tie is not None, list(found)
    assert tie.type == type
    assert [other.explain for other in found.values() if other.failed] == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("机关宣讲31场。乡镇宣讲28场。上述宣讲总计84场。", "28场,31场,84场"),
        ("全年调解案件350件。婚姻类120件，邻里类130件，劳动类110件。", "110件,120件,130件,350件"),
        ("受理复议126件，同比增长30%（上年为105件）。", "105件,126件,30%"),
        ("受理复议126件，同比下降20%（上年为105件）。", "105件,126件,20%"),
        ("今年举办24场，去年举办18场，多8场。", "18场,24场,8场"),
        ("问卷满意率为97.5%，发放问卷1200份，满意1146份。", "1146份,1200份,97.5%"),
        ("召开座谈会24场。收集意见1320条，平均每场60条。", "1320条,24场,60条"),
        ("确定4个试点（城关镇、河口镇、大坪镇）。", "4个"),
        ("治安类48.2%、交通类31.5%、民生类10.3%。", "10.3%,31.5%,48.2%"),
        ("满意率83.3%，超过85%的目标。", "83.3%,85%"),
        ("17个指标获评优秀，1个获评标杆。", "17个,1个"),
        ("民事案件1240件，涉外案件318件。", "1240件,318件"),
        ("检查企业300家，培训企业100家。", "100家,300家"),
        (
            "见下表。\\n| 指标 | 2022年 | 2023年 | 增减 |\\n| 受理 | 120件 | 150件 | 40件 |",
            "120件,150件,40件",
        ),
    ],
)
def test_what_does_not_come_out_over_clauses_is_left_alone(text: str, members: str) -> None:
    """So far apart nothing proves that figures belong together but their arithmetic."""
    found = ties_of(text)
    assert tuple(sorted(members.split(","))) not in found
    assert [tie.explain for tie in found.values() if tie.failed] == []
