"""What the figure extractor promises for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.figures.figure import BOUNDS, KINDS, Figure
from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Section
from fzreview.reading.figures import FigureReading, find_figures
from fzreview.reading.figures.doubts import DOUBTS
from fzreview.strings import table
from fzreview.text.clean import clean_text
from support.hanging import no_hang

WORDS = """
受理案件 办结 136个 10万余份 98% 百分之百 三分之二 1/4 20%—30% 3至5人 由15项减至7项 ， 。 、 ； （ ） “
” 《 》 | 一、 （二） 1. 3.13个 2020年 1月2日 第3位 前10名 四个意识 一个平台 两个中心 率 其中 占 全市 共
達(dá) 個(gè) １２３ 千 万 亿 点 分之 - — … 多 余 几 十 一 零 ： 0571-88 12345热线
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u200b", " ", "136 个"])


def read(source: str) -> FigureReading:
    clean, _ = clean_text(source)
    return find_figures(source, clean, [(0, len(clean.text))], [])


def figure(source: str) -> Figure:
    (found,) = read(source).figures
    return found


@given(st.lists(PIECES, max_size=30).map("".join))
def test_figures_lie_in_order_and_cut_their_source(source: str) -> None:
    reading = read(source)
    last = 0
    for found in reading.figures:
        assert last <= found.start < found.end
        assert source[found.start : found.end] == found.surface
        assert found.kind in KINDS and found.bound in BOUNDS
        assert set(found.doubts) <= set(DOUBTS)
        last = found.end
    covered = {place for found in reading.figures for place in range(found.start, found.end)}
    for start, end in reading.candidates:
        assert 0 <= start < end <= len(source)
        assert not covered & set(range(start, end))


@given(st.text(max_size=200))
def test_any_text_is_read_twice_alike(source: str) -> None:
    assert read(source) == read(source)


def test_only_the_zones_are_looked_at() -> None:
    source = "访问12次。受理8件。附件3份。"
    reading = find_figures(source, CleanText.identity(source), [(6, 12)], [])
    assert [found.surface for found in reading.figures] == ["8件"]


def test_the_text_of_a_figure_is_repaired() -> None:
    found = figure("共受理 １３６ 個(gè)案件。")
    assert (found.surface, found.text, found.value, found.unit) == ("１３６ 個", "１３６个", "136", "个")


def test_sections_are_told_outermost_first() -> None:
    source = "报告\n一、成效\n(一)执法\n办案8件。\n二、问题\n整改3项。"
    outline = [
        Section(0, 2, len(source), 0, "", "报告", "title"),
        Section(3, 7, 22, 1, "一、", "成效", "heading"),
        Section(8, 13, 22, 2, "(一)", "执法", "heading"),
        Section(source.index("二、"), source.index("二、") + 4, len(source), 1, "二、", "问题", "heading"),
    ]
    reading = find_figures(source, CleanText.identity(source), [(0, len(source))], outline)
    assert [found.section for found in reading.figures] == [("一、成效", "(一)执法"), ("二、问题",)]


@pytest.mark.parametrize(
    ("source", "surfaces"),
    [
        ("代码8831完成测试。", ["8831"]),
        ("一、总则。2020年1月2日，第3次会议（某发〔2020〕5号）。", []),
        ("受理8件。", []),
        ("打造百万亩基地。", ["百万亩"]),
    ],
)
def test_candidates(source: str, surfaces: list[str]) -> None:
    assert [source[start:end] for start, end in read(source).candidates] == surfaces


@pytest.mark.parametrize(
    ("source", "doubt"),
    [
        ("惠及1.2亿人口。", "no_unit"),
        ("行政处罚 | 12 |", "bare_number"),
        ("组建四个小组。", "chinese_numeral"),
        ("发放材料3札，收到锦旗8面。", "rare_unit"),
        ("有七八个部门参加。", "approximate_pair"),
        ("他说：“今年我们一共受理和办结了各类行政案件合计28件。”", "in_quotes"),
    ],
)
def test_doubts(source: str, doubt: str) -> None:
    assert doubt in read(source).figures[-1].doubts


def test_every_doubt_has_words() -> None:
    assert {f"reading.doubt.{doubt}" for doubt in DOUBTS} <= table("reading").keys()


def read_all(piece: str, length: int) -> int:
    """How many figures such a line has."""
    source = piece * (length // len(piece))
    with no_hang(20 if length > 100_000 else 5):
        return len(find_figures(source, CleanText.identity(source), [(0, len(source))], []).figures)


@pytest.mark.sampled(6)
@pytest.mark.parametrize(
    "piece",
    [
        "案件150件，",
        "案件150件",
        "1",
        "一",
        "一、",
        "12.",
        "1,",
        "百分之",
        "由1项减至2项、",
        "“3个",
        "(1)",
        "甲",
        "\n8\n",
        "1 2 ",
        "12 .5万",
        "甲 1 2\n",
        "甲\n1\n2\n",
        "由第9升至第4",
        "超1亿元的企业",
        "1元/人·",
    ],
)
def test_a_long_line_of_it_ends(piece: str) -> None:
    read_all(piece, 20_000)


@pytest.mark.parametrize("length", [100_000, pytest.param(1_000_000, marks=pytest.mark.heavy)])
def test_a_line_of_very_many_figures(length: int) -> None:
    piece = "全年受理案件150件，其中办结20件、占13.3%，惠及1.2万人次；"
    assert read_all(piece, length) == 4 * (length // len(piece))


def test_a_line_of_150_numerals() -> None:
    source = "、".join(f"第{index}类案件{index + 3}件" for index in range(150))
    assert len(read(source).figures) == 150
