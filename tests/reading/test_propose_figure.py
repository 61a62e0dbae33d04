"""Figures that a reviewer marks by hand: any span with a numeral becomes a figure with all its fields."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.figures.figure import BOUNDS, KINDS, Figure
from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Section
from fzreview.reading.figures import find_figures, propose_figure, snap
from fzreview.reading.figures.doubts import BY_HAND
from fzreview.text.clean import clean_text
from support.hanging import no_hang


def marked(sentence: str) -> tuple[str, CleanText, tuple[int, int]]:
    """``[`` and ``]`` in the sentence stand where the reviewer's span begins and ends."""
    start, end = sentence.index("["), sentence.index("]") - 1
    source = sentence.replace("[", "", 1).replace("]", "", 1)
    clean, _ = clean_text(source)
    return source, clean, (start, end)


def proposed(sentence: str) -> Figure:
    source, clean, span = marked(sentence)
    return propose_figure(source, clean, span, [])


@pytest.mark.parametrize(
    ("sentence", "surface"),
    [
        ("受理案件[195]件。", "195件"),
        ("受理案件1[9]5件。", "195件"),
        ("受理案件[195件]。", "195件"),
        ("受理[案件195件，]办结。", "195件"),
        ("发放资料[10万]余份。", "10万余份"),
        ("增长[3.2]个百分点。", "3.2个百分点"),
        ("[超16]万人次。", "16万人次"),
        ("每组由3至[5]人组成。", "3至5人"),
        ("从10%到[15]%。", "15%"),
        ("居全省第[3]位。", "3位"),
        ("下降[38.5]%，", "38.5%"),
        ("增速为-[38.5]%，", "-38.5%"),
        ("百分之[八十]以上", "百分之八十"),
        ("达標[個(gè)案136]個(gè)。", "136個"),
        ("3.[13]个市州。", "13个"),
        ("收到锦旗[15樽]。", "15樽"),
        ("收到锦旗[15]樽。", "15"),
        ("[]136个", ""),
        ("没有[数字]。", "数字"),
        ("受理136[件]。", "件"),
    ],
)
def test_a_span_snaps_to_numeral_and_unit(sentence: str, surface: str) -> None:
    source, clean, span = marked(sentence)
    start, end = snap(source, clean, span)
    assert source[start:end] == surface
    figure = propose_figure(source, clean, span, [])
    assert (figure.start, figure.end, figure.surface) == (start, end, surface)
    assert figure.doubts == (BY_HAND,)


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("罚没约[1445.24]万元。", ("14452400", None, "元", "money", "~")),
        ("培训[三至五]人。", ("3", "5", "人", "count", "=")),
        ("列全省第[3]位。", ("3", None, "位", "rank", "=")),
        ("进入全国前[10]位。", ("10", None, "位", "rank", "<=")),
        ("居全市第[二]，", ("2", None, "", "rank", "=")),
        ("落实《办法》第[20]条。", ("20", None, "条", "count", "=")),
        ("拨打[12345]热线。", ("12345", None, "", "count", "=")),
        ("打造15[分钟]便民服务圈。", ("", None, "", "count", "=")),
        ("打造[15]分钟服务圈。", ("15", None, "分钟", "duration", "=")),
        ("二〇二一年[二〇二一]", ("2021", None, "", "count", "=")),
        ("实现四个[百分之百]。", ("100", None, "%", "percent", "=")),
        ("达到[80%]以上。", ("80", None, "%", "percent", ">=")),
        ("走访企业[三十几]户。", ("30", None, "户", "count", ">")),
        ("占[1/4]。", ("0.25", None, "", "ratio", "=")),
        ("捐赠[1500余樽]酒。", ("1500", None, "樽", "count", ">")),
    ],
)
def test_fields_follow_the_usual_rules(sentence: str, fields: tuple[str | None, ...]) -> None:
    figure = proposed(sentence)
    assert (figure.value, figure.upper, figure.unit, figure.kind, figure.bound) == fields


def test_a_figure_marked_by_hand_equals_the_extracted_one() -> None:
    source = "一、成效\n全年受理行政复议案件195件，同比增长15.6%，其中维持112件。出台18项制度，占比超过1/4。"
    clean, _ = clean_text(source)
    outline = [Section(0, 4, len(source), 1, "一、", "成效", "heading")]
    for found in find_figures(source, clean, [(0, len(clean.text))], outline).figures:
        by_hand = propose_figure(source, clean, (found.start, found.start + 1), outline)
        assert by_hand.subject == found.subject and by_hand.section == found.section == ("一、成效",)
        assert (by_hand.start, by_hand.end, by_hand.value, by_hand.unit, by_hand.kind, by_hand.bound) == (
            found.start,
            found.end,
            found.value,
            found.unit,
            found.kind,
            found.bound,
        )


def test_a_candidate_becomes_a_figure_with_a_subject() -> None:
    figure = proposed("全年打造[百万]亩示范基地。")
    assert (figure.surface, figure.value, figure.unit) == ("百万亩", "1000000", "亩")
    assert "示范基地" in figure.subject


def test_without_a_numeral_there_is_no_value() -> None:
    figure = proposed("依法[行政]。")
    assert (figure.value, figure.surface, figure.unit) == ("", "行政", "")


PIECES = st.sampled_from(
    [
        "受理",
        "1",
        "36",
        "个",
        "個(gè)",
        "万",
        "百分之",
        "亿万",
        "第",
        "-",
        "至",
        "，",
        "\n",
        "１",
        ".",
        "/",
        " ",
        "余",
        "(",
        ")",
    ]
)


@given(st.lists(PIECES, max_size=20).map("".join), st.data())
def test_any_span_of_any_text(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    clean, _ = clean_text(source)
    figure = propose_figure(source, clean, (start, end), [])
    assert 0 <= figure.start <= figure.end <= len(source)
    assert figure.surface == source[figure.start : figure.end]
    assert figure.kind in KINDS and figure.bound in BOUNDS
    if figure.value:
        assert snap(source, clean, (start, end)) == (figure.start, figure.end)
        again = propose_figure(source, clean, (figure.start, figure.end), [])
        assert (again.start, again.end, again.value) == (figure.start, figure.end, figure.value)


def test_a_long_line_does_not_slow_a_keystroke() -> None:
    source = "全年受理案件150件，其中办结20件、占13.3%；" * 40_000
    clean = CleanText.identity(source)
    with no_hang():
        for at in range(500_000, 500_020):
            propose_figure(source, clean, (at, at + 3), [])


def test_no_converter_is_loaded() -> None:
    code = (
        "import sys; from fzreview.domain.reports.clean_text import CleanText;"
        "from fzreview.reading.figures import propose_figure, snap;"
        "propose_figure('受理8件', CleanText.identity('受理8件'), (2, 3), []);"
        "sys.exit(bool({'opencc', 'jieba', 'textual', 'rich'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("构建“[1]+2+N”普法体系，建成中心3个。", "构建+2+N普法体系"),
        ("打造“[1]个中心、6个分中心”服务网络。", "打造中心、6个分中心服务网络"),
        ("实施“三张[12]清单”制度。", "实施“三张清单”制度"),
        ("建立“街道+[12]社区”机制。", "建立“街道社区”机制"),
    ],
)
def test_a_number_inside_a_name_leaves_no_stray_quotation_mark(sentence: str, subject: str) -> None:
    assert proposed(sentence).subject == subject
