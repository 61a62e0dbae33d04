"""The outline: each rule with lines that it takes and lines that it leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.reading.body import find_layout
from fzreview.reading.outline import find_outline
from support.hanging import no_hang

TEXT = "县政府常务会议专题听取法治政府建设情况汇报，研究解决重大问题，印发年度工作要点，明确任务分工。"


def outline(body: str) -> list[tuple[int, str, str, str]]:
    nodes = find_outline(find_layout(body))
    return [(node.level, node.marker, node.title, node.kind) for node in nodes if node.kind != "title"]


def shape(body: str) -> list[tuple[int, str]]:
    return [(level, marker or title) for level, marker, title, _ in outline(body)]


def test_own_line_and_run_in() -> None:
    assert outline(f"一、工作情况\n（一）加强领导\n1.提高站位。{TEXT}\n2、落实责任：{TEXT}\n二、打算\n") == [
        (1, "一、", "工作情况", "heading"),
        (2, "（一）", "加强领导", "heading"),
        (3, "1.", "提高站位", "runin"),
        (3, "2、", "落实责任", "runin"),
        (1, "二、", "打算", "heading"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"第一部分 回顾\n一、成效\n（一）甲。{TEXT}\n第二部分 打算\n一、乙\n{TEXT}",
            [(1, "第一部分"), (2, "一、"), (3, "（一）"), (1, "第二部分"), (2, "一、")],
        ),
        (f"一、甲\n①乙。{TEXT}\n②丙。{TEXT}", [(1, "一、"), (2, "①"), (2, "②")]),
        (f"一、甲\n（1）乙。{TEXT}\n（2）丙。{TEXT}", [(1, "一、"), (2, "（1）"), (2, "（2）")]),
        (
            f"一、甲\n首先，加强学习。{TEXT}\n其次，强化监督。{TEXT}",
            [(1, "一、"), (2, "首先，"), (2, "其次，")],
        ),
        (
            f"（一）甲。{TEXT}\n（三）乙。{TEXT}\n（二）丙。{TEXT}",
            [(1, "（一）"), (1, "（三）"), (1, "（二）")],
        ),
        (
            f"一、甲\n1.2020年工作。{TEXT}\n2.完善制度。{TEXT}\n3.13个单位整改。{TEXT}",
            [(1, "一、"), (2, "1."), (2, "2."), (2, "3.")],
        ),
        (f"一\n{TEXT}\n二\n{TEXT}", [(1, "一"), (1, "二")]),
        (f"**一、甲**\n## 二、乙\n{TEXT}", [(1, "一、"), (1, "二、")]),
        (f"㈠甲。{TEXT}\n㈡乙。{TEXT}", [(1, "㈠"), (1, "㈡")]),
    ],
)
def test_levels(body: str, expected: list[tuple[int, str]]) -> None:
    assert shape(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "1.5亿元资金用于改造，" + TEXT,
        "2020年，我县认真落实各项部署，" + TEXT,
        "一二审案件共同审理，" + TEXT,
        "统一、规范、高效的标准，" + TEXT,
        "第一责任人职责全面落实，" + TEXT,
        "12 行政许可",
        "第三方评估结果良好，" + TEXT,
        "一要素市场建设取得进展，" + TEXT,
    ],
)
def test_lines_without_a_mark(body: str) -> None:
    assert outline(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "主要不足：一是意识不强；二是力量不足；三是宣传不深。",
        "主要不足：一是意识不强。二是力量不足。三是宣传不深。",
        "主要不足：一是意识不强，二是力量不足，三是宣传不深。",
        "一是意识不强；二是力量不足；三是宣传不深。",
    ],
)
def test_items(body: str) -> None:
    assert [(marker, title, kind) for _, marker, title, kind in outline(body)] == [
        ("一是", "意识不强", "item"),
        ("二是", "力量不足", "item"),
        ("三是", "宣传不深", "item"),
    ]


def test_items_lie_below_their_paragraph() -> None:
    body = f"一、甲\n（一）乙。一是丙。{TEXT}二是丁。{TEXT}\n（二）戊。{TEXT}"
    assert shape(body) == [(1, "一、"), (2, "（一）"), (3, "一是"), (3, "二是"), (2, "（二）")]


def test_items_on_lines_of_their_own_are_headings() -> None:
    assert outline(f"一、甲\n一是突出统筹，机制完善。{TEXT}\n二是突出落地。{TEXT}") == [
        (1, "一、", "甲", "heading"),
        (2, "一是", "突出统筹，机制完善", "runin"),
        (2, "二是", "突出落地", "runin"),
    ]


def test_unnumbered_run_ins() -> None:
    body = f"（一）甲\n加强组织领导。{TEXT}强化工作部署。{TEXT}执法监督体系化。{TEXT}"
    assert outline(body)[1:] == [
        (2, "", "加强组织领导", "runin"),
        (2, "", "强化工作部署", "runin"),
        (2, "", "执法监督体系化", "runin"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"（一）甲。{TEXT}共办理案件12件。{TEXT}",
        f"我县高度重视。{TEXT}",
        f"领导干部参与旁听。{TEXT}",
        "加强组织领导。",
        f"{TEXT}完善了工作机制。{TEXT}",
    ],
)
def test_ordinary_short_sentences_head_nothing(body: str) -> None:
    assert not [row for row in outline(body) if not row[1]]


def test_short_tasks_in_a_row_are_text() -> None:
    body = (
        f"扩大有效投资。推进城镇建设，完善市政设施。深化户籍改"
        f"革。提升治理水平，建好社区。优化公共服务。{TEXT}"
    )
    assert [row[2] for row in outline(body)] == ["扩大有效投资"]


def test_parallel_run_ins_behind_a_numbered_one() -> None:
    body = (
        f"一是优化环境。{TEXT}聚力减负，深化改革。{TEXT}聚力增效，压缩时限。{TEXT}聚力服务，畅通渠道。{TEXT}"
    )
    assert [row[2] for row in outline(body)] == [
        "优化环境",
        "聚力减负，深化改革",
        "聚力增效，压缩时限",
        "聚力服务，畅通渠道",
    ]


def test_unnumbered_own_line_headings() -> None:
    body = f"{TEXT}\n2021年工作开展情况\n加强领导。{TEXT}\n存在的问题和不足\n{TEXT}\n"
    assert shape(body) == [(1, "2021年工作开展情况"), (2, "加强领导"), (1, "存在的问题和不足")]


@pytest.mark.parametrize("gap", ["", " "])
def test_a_report_on_one_line(gap: str) -> None:
    body = gap.join(
        [
            TEXT,
            "一、2020年工作情况",
            f"（一）加强领导。{TEXT}",
            f"（二）简政放权。{TEXT}一是甲。二是乙。",
            "二、存在的问题",
            f"2020年，我县还有不足。主要是：一是意识不强；二是力量不足。{TEXT}",
            "三、打算",
            f"（一）加强学习。{TEXT}",
        ]
    )
    assert [(level, marker, title) for level, marker, title, _ in outline(body)] == [
        (1, "一、", "2020年工作情况"),
        (2, "（一）", "加强领导"),
        (2, "（二）", "简政放权"),
        (3, "一是", "甲"),
        (3, "二是", "乙"),
        (1, "二、", "存在的问题"),
        (2, "一是", "意识不强"),
        (2, "二是", "力量不足"),
        (1, "三、", "打算"),
        (2, "（一）", "加强学习"),
    ]


def test_a_heading_may_hold_stops_in_quotations() -> None:
    assert outline(f"（一）落实“谁执法；谁普法。”责任制。{TEXT}")[0][2] == "落实“谁执法；谁普法。”责任制"


def test_sections_end_where_the_next_of_their_level_begins() -> None:
    body = f"一、甲\n（一）乙。{TEXT}\n（二）丙。{TEXT}\n二、丁\n{TEXT}"
    nodes = find_outline(find_layout(body))
    spans = {node.marker or node.title: body[node.start : node.until] for node in nodes}
    assert spans["一、"].endswith(TEXT + "\n")
    assert spans["二、"] == f"二、丁\n{TEXT}"
    assert spans["（一）"] == f"（一）乙。{TEXT}\n"


PIECES = [
    "一、",
    "（一）",
    "1.",
    "①",
    "一是",
    "二是",
    "。",
    "；",
    "：",
    "，",
    "加强领导",
    "2020年",
    "“",
    "”",
    "\n",
    " ",
    TEXT,
    "第一章 ",
    "首先，",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_gives_a_sound_outline(text: str) -> None:
    nodes = find_outline(find_layout(text))
    assert [node.start for node in nodes] == sorted(node.start for node in nodes)
    level = 0
    for node in nodes:
        assert 0 <= node.start < node.end <= node.until <= len(text)
        assert node.kind == "title" or 1 <= node.level <= level + 1
        level = node.level


@pytest.mark.parametrize("unit", ["一、甲（一）乙1.丙一是丁；", "加强领导。", "（（（“", "1,234件", "法治"])
def test_a_long_line_of_it_ends(unit: str) -> None:
    with no_hang():
        find_outline(find_layout(unit * (400_000 // len(unit))))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"工作开展情况\n强化党的领导\n{TEXT}\n提升执法水平\n{TEXT}\n存在的问题\n{TEXT}\n",
            [(1, "工作开展情况"), (2, "强化党的领导"), (2, "提升执法水平"), (1, "存在的问题")],
        ),
        (
            f"强化党的领导\n{TEXT}\n提升执法水平\n{TEXT}\n存在的问题\n{TEXT}\n",
            [(1, "强化党的领导"), (1, "提升执法水平"), (1, "存在的问题")],
        ),
        (f"城管执法。{TEXT}\n环保执法。{TEXT}\n", [(1, "城管执法"), (1, "环保执法")]),
        (f"城管执法。{TEXT}\n{TEXT}\n", []),
        (f"【主要做法】\n{TEXT}\n【存在问题】\n{TEXT}\n", [(1, "主要做法"), (1, "存在问题")]),
        (
            f"1、甲\n（一）乙。{TEXT}\n（二）丙。{TEXT}\n2、丁\n（一）戊。{TEXT}\n",
            [(1, "1、"), (2, "（一）"), (2, "（二）"), (1, "2、"), (2, "（一）")],
        ),
        (
            f"1、甲。{TEXT}\n（一）乙。{TEXT}\n（二）丙。{TEXT}\n1、丁。{TEXT}\n",
            [(1, "1、"), (1, "（一）"), (1, "（二）"), (2, "1、")],
        ),
        ("1、召开会议4次，2、整改问题36个。3、创建示范点5个。\n", [(1, "1、"), (1, "2、"), (1, "3、")]),
        ("1、检查了A企业、2、3号楼。\n", [(1, "1、")]),
        ("第一，减事项；第二，减时限；第三，减材料。\n", [(1, "第一，"), (1, "第二，"), (1, "第三，")]),
        (f"一、甲\n（一 健全机制\n{TEXT}\n（二 优化环境\n{TEXT}\n", [(1, "一、"), (2, "（一"), (2, "（二")]),
    ],
)
def test_headings_without_numbers_and_rows_behind_commas(body: str, expected: list[tuple[int, str]]) -> None:
    assert shape(f"清河县法治政府建设情况报告\n{TEXT}\n{body}") == expected
