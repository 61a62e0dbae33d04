"""Wordings that tell a tie, by kinds: the exact figures are tied, and nothing is said to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.checking.ties import find_ties
from fzreview.domain.ties.tie import Tie
from fzreview.reading.read import read_report

LINES = Path(__file__).with_name("worded_ties.txt").read_text("utf-8").splitlines()
CONTRADICTED = Path(__file__).with_name("contradicted_wordings.txt").read_text("utf-8").splitlines()
FAILING = [tuple(line.split("|", 1)) for line in CONTRADICTED if line and not line.startswith("#")]
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


@pytest.mark.parametrize(("members", "text"), FAILING)
def test_what_the_wording_claims_and_does_not_hold_is_told(members: str, text: str) -> None:
    failed = {spans: tie for spans, tie in ties_of(text).items() if tie.failed}
    assert list(failed) == [tuple(sorted(members.split(",")))]
    assert all(tie.told and tie.confidence == "medium" for tie in failed.values())


@pytest.mark.parametrize(
    "text",
    [
        "受理投诉120件，其中噪声56件，油烟40件，其他问题较少。",
        "开展宣讲15场，其中上半年8场。",
        "现有司法所98个，一人所43个，占司法行政人员所在地的53.9%。",
        "受理案件186件，办结160件，调解62件，占38.8%。",
        "设代办点16个，每个代办点至少配代办员2名，共配备40名。",
        "设代办点16个，每个村配代办员2名，共配备30名。",
        "受理复议126件，同比增长30%（不含上年结转105件）。",
        "满意率86.5%，比全省平均的82.1%高5.4个百分点。",
        "全局在编312人，其中党员287人，持证率为95.6%。",
        "信息1197条，按时公示1161条，知晓率79%。",
        "审查文件73件、合同51件，两项工作覆盖134件。",
        "专职、兼职调解员26名，其中女性9名、党员15名。",
        "办理复议和应诉案件18件，其中复议7件，应诉9件，其他2件。",
    ],
)
def test_what_no_wording_claims_never_fails(text: str) -> None:
    assert [tie.explain for tie in ties_of(text).values() if tie.failed] == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("机关宣讲31场。乡镇宣讲28场。上述宣讲总计84场。", "28场,31场,84场"),
        ("全年调解案件350件。婚姻类120件，邻里类130件，劳动类110件。", "110件,120件,130件,350件"),
        ("受理复议126件，上年同期为105件，同比上升30%。", "105件,126件,30%"),
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
