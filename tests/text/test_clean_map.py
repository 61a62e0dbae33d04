"""The offset map of the clean text holds under any damage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.reports.clean_text import CleanText
from fzreview.text.clean import clean_text
from fzreview.text.edits import Draft, Edit
from support.hanging import no_hang

PIECES = [
    "法治政府建设",
    "當(dāng)前",
    "共12件",
    "136 个",
    "國(guó)務(wù)院",
    "？。ㄒ唬",
    "鏈?zhǔn)称废嚓P(guān)",
    "”O(jiān)A",
    "\u200b",
    "\x1b[31m",
    "\u202e",
    "  ",
    "\u3000\u3000",
    "\n",
    "\r\n",
    "??",
    "（一）",
    "一、",
    "，",
    "。",
    "&nbsp;",
    "著力",
    "双随机一公开",
    "索 引 号",
    "(",
    ")",
    "?",
    "\u00a0",
    "A",
    "1",
]
DAMAGED = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def assert_sound(source: str, clean: CleanText) -> None:
    """Total over the clean text, rising in both, never overlapping in the source."""
    at = last = 0
    for run in clean.runs:
        assert run.clean_start == at
        assert run.length > 0
        assert run.source_start >= last
        assert run.source_length > 0
        at += run.length
        last = run.source_start + run.source_length
    assert at == len(clean.text)
    assert last <= len(source)
    for offset in range(len(clean.text)):
        start, end = clean.source_span(offset, offset + 1)
        assert 0 <= start < end <= len(source)


@given(DAMAGED | st.text(max_size=60))
def test_the_map_is_total_and_monotonic(source: str) -> None:
    clean, repairs = clean_text(source)
    assert_sound(source, clean)
    assert all(0 <= row.start <= row.end <= len(source) for row in repairs)
    assert all(source[row.start : row.end] == row.raw for row in repairs if row.raw is not None)


@given(DAMAGED)
def test_a_clean_text_is_clean(source: str) -> None:
    """A text without damage stays what it is."""
    once = clean_text(source)[0].text
    again = clean_text(once)[0].text
    assert len(again) <= len(once)


HAN = "国务院办公厅关于法治政府建设工作情况报告"
READINGS = dict(
    zip(
        HAN,
        [
            "guó",
            "wù",
            "yuàn",
            "bàn",
            "gōng",
            "tīng",
            "guān",
            "yú",
            "fǎ",
            "zhì",
            "zhèng",
            "fǔ",
            "jiàn",
            "shè",
            "gōng",
            "zuò",
            "qíng",
            "kuàng",
            "bào",
            "gào",
        ],
        strict=False,
    )
)


@given(st.text(alphabet=HAN, min_size=1, max_size=40), st.data())
def test_glossing_and_undoing_it_gives_the_text_back(text: str, data: st.DataObject) -> None:
    glossed = "".join(
        character + (f"({READINGS[character]})" if data.draw(st.booleans()) else "") for character in text
    )
    clean, _ = clean_text(glossed)
    assert clean.text == text
    assert all(glossed[clean.source_offset(at)] == character for at, character in enumerate(text))


@given(
    st.text(alphabet="一二三四五 ", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text(max_size=3))),
)
def test_edits_compose(text: str, wishes: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    for start, length, new in sorted(wishes):
        end = min(start + length, len(text))
        if start < end and (not edits or start >= edits[-1].end):
            edits.append(Edit(start, end, new))
    draft = Draft(CleanText.identity(text)).apply(edits)
    expected, at = [], 0
    for edit in edits:
        expected += [text[at : edit.start], edit.text]
        at = edit.end
    assert draft.text == "".join(expected) + text[at:]
    twice = draft.apply([Edit(0, 1, "")] if draft.text else [])
    assert_sound(text, twice.clean)


@pytest.mark.parametrize("sequence", ["\x1b[0m", "\x1b[1;31m", "\x1b[2K", "\x1b[?25l", "\x1b"])
def test_sequences_of_a_terminal_are_removed_whole(sequence: str) -> None:
    clean, repairs = clean_text(f"办理案件{sequence}86件。")
    assert clean.text == "办理案件86件。"
    assert [row.kind for row in repairs] == ["invisible"]


@pytest.mark.heavy
def test_a_line_of_a_million_characters_ends() -> None:
    unit = "法治政府建设工作，受理案件 136 个；當(dāng)前共12件。"
    times = 1_000_000 // len(unit)
    with no_hang():
        clean, _ = clean_text(unit * times)
    assert clean.text.count("当前共12件") == times
