"""``wrap_rows``: nothing lost, nothing too wide, Chinese rules for row starts and ends."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.cells import cells
from fzreview.text.displayable import displayable
from fzreview.text.wrap import NEVER_FIRST, NEVER_LAST, wrap_prose, wrap_rows
from support.hanging import no_hang

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXT = st.text(st.characters(codec=None), max_size=200) | st.text(
    "法治政府建设，。、；：（）“”《》4８.,%( )aB\n\r\t\u0301\u200b　", max_size=300
)
WIDTH = st.integers(1, 60)


def rows_of(text: str, width: int, keep: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[start:end] for start, end in wrap_rows(text, width, keep)]


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        ("\n", 10, ["", ""]),
        ("法治\n政府\n", 10, ["法治", "政府", ""]),
        ("法治\r\n政府", 10, ["法治", "政府"]),
        ("法治政府建设", 4, ["法治", "政府", "建设"]),
        ("法治政府建设", 5, ["法治", "政府", "建设"]),
        ("法治", 1, ["法", "治"]),
        ("推进法治，政府", 8, ["推进法", "治，政府"]),
        ("推进法治,政府", 8, ["推进法", "治,政府"]),
        ("推进法治。”政府", 8, ["推进法", "治。”政", "府"]),
        ("推进法（治）政府", 8, ["推进法", "（治）政", "府"]),
        ("受理案件195件", 10, ["受理案件", "195件"]),
        ("好评率99.9%，", 10, ["好评率", "99.9%，"]),
        ("1234567890123", 10, ["1234567890", "123"]),
        ("今年共受理 各类案件", 12, ["今年共受理 ", "各类案件"]),
    ],
)
def test_rows(text: str, width: int, rows: list[str]) -> None:
    assert rows_of(text, width) == rows


def test_kept_spans_are_not_parted() -> None:
    text = "今年受理各类案件一百九十五件左右"
    start, end = text.index("一百"), text.index("左右")
    assert rows_of(text, 20) == ["今年受理各类案件一百", "九十五件左右"]
    assert rows_of(text, 20, ((start, end),)) == ["今年受理各类案件", "一百九十五件左右"]
    assert rows_of(text, 4, ((start, end),))[-2:] == ["五件", "左右"]


def test_width_must_be_positive() -> None:
    with pytest.raises(ValueError, match="width 0"):
        wrap_rows("法", 0)


@given(TEXT, WIDTH)
def test_rows_join_to_the_text(text: str, width: int) -> None:
    at = 0
    for index, (start, end) in enumerate(wrap_rows(text, width)):
        between = text[at:start]
        assert between in (("",) if index == 0 else ("", "\n", "\r\n"))
        assert start <= end
        assert "\n" not in text[start:end]
        at = end
    assert at == len(text)


@given(TEXT, WIDTH)
def test_no_row_is_too_wide(text: str, width: int) -> None:
    for row in rows_of(text, width):
        assert cells(row) <= width or (width == 1 and sum(map(bool, map(cells, row))) == 1)


@given(TEXT, WIDTH)
def test_raw_and_displayable_text_wrap_alike(text: str, width: int) -> None:
    raw = text.replace("\r", "")
    assert wrap_rows(raw, width) == wrap_rows(displayable(raw), width)


@given(TEXT, st.integers(12, 60), st.data())
def test_kept_spans_stay_whole_where_they_fit(text: str, width: int, data: st.DataObject) -> None:
    borders = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    keep = tuple(
        (start, end)
        for start, end in zip(borders[::2], borders[1::2], strict=False)
        if "\n" not in text[start:end] and cells(text[start:end]) <= width - 4
    )
    rows = wrap_rows(text, width, keep)
    marks = NEVER_FIRST | NEVER_LAST
    starts = {start for start, _ in rows}
    for start, end in keep:
        if marks.isdisjoint(text[max(0, start - 4) : end + 4]):
            assert not any(start < cut < end for cut in starts)


@given(st.text("法治政府建设，。（《”、4%", max_size=200), st.integers(20, 60))
def test_marks_stay_off_the_edges_unless_they_come_in_chains(text: str, width: int) -> None:
    rows = wrap_rows(text, width)
    for (_, end), (start, _) in pairwise(rows):
        if text[start] in NEVER_FIRST or text[end - 1] in NEVER_LAST:
            before = text[max(0, end - 3) : end + 1]
            assert sum(mark in NEVER_FIRST | NEVER_LAST for mark in before) >= 2


@pytest.mark.parametrize("width", [30, 56, 80, 120])
def test_real_reports_break_by_the_rules(width: int) -> None:
    for path in SEEDS:
        text = displayable(path.read_text(encoding="utf-8"))
        rows = wrap_rows(text, width)
        pairs = [(end, start) for (_, end), (start, _) in pairwise(rows) if end == start]
        broken = sum(text[start] in NEVER_FIRST or text[end - 1] in NEVER_LAST for end, start in pairs)
        assert broken <= len(pairs) / 200


def test_marks_without_width_by_the_thousand_end() -> None:
    text = "法" + "\u0301" * 200_000 + "治政"
    assert rows_of(text, 4) == ["法" + "\u0301" * 200_000 + "治", "政"]


@pytest.mark.parametrize("line", ["法治政府建设，48件。", "，", "（", "8", "a.", "\u0301", "\t"])
def test_one_long_line_of_it_ends(line: str) -> None:
    with no_hang():
        wrap_rows(line * 400_000, 80)


def test_prose_keeps_each_word_of_latin_letters_whole() -> None:
    told = "this section is read completely; 一节从头到尾通读«accounted»"
    rows = [told[start:end] for start, end in wrap_prose(told, 30)]
    assert rows == ["this section is read ", "completely; 一节从头到尾通读", "«accounted»"]
    assert "".join(rows) == told and all(cells(row) <= 30 for row in rows)


def test_a_sign_of_two_characters_is_never_parted() -> None:
    told = "进入全国前（界限 <=）"
    for width in range(8, 24):
        rows = [told[start:end] for start, end in wrap_prose(told, width)]
        assert any("<=" in row for row in rows), width
