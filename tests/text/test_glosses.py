"""Pinyin glosses: which brackets go and which stay."""

from __future__ import annotations

import pytest

from fzreview.text.clean import clean_text


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("當(dāng)前", "当前"),
        ("國(guó)務(wù)院", "国务院"),
        ("受理案件5個(gè)，涉及1.2萬(wàn)元", "受理案件5个，涉及1.2万元"),
        ("達（dá）到", "达到"),
        ("我們(men)的", "我们的"),
        ("当(dang)前", "当前"),
        ("規(gui\u0304)定", "规定"),
        ("重慶(chóng qìng)市", "重庆市"),
        ("當 (dāng)前", "当 前"),
        ("綠(lǜ)色", "绿色"),
    ],
)
def test_glosses_go(source: str, clean: str) -> None:
    assert clean_text(source)[0].text == clean


@pytest.mark.parametrize(
    "source",
    [
        "办公(OA)系统",
        "世贸组织(WTO)",
        "选项(a)和(b)",
        "机关(rén)员",
        "长度(km)",
        "计划(plan)",
        "(dāng)前",
        "图(e)",
        "人工智能(ai)",
    ],
)
def test_other_brackets_stay(source: str) -> None:
    assert clean_text(source)[0].text == source


def test_a_gloss_between_the_halves_of_two_characters_goes_and_is_told() -> None:
    clean, repairs = clean_text("平台”O(jiān)A终端")
    assert clean.text == "平台”OA终端"
    row = next(row for row in repairs if row.kind == "mojibake")
    assert (row.raw, row.repaired, row.auto) == ("”O(jiān)A", "”OA", "fix")


def test_glosses_are_summed_up_in_one_row() -> None:
    source = "當(dāng)前執(zhí)法"
    rows = [row for row in clean_text(source)[1] if row.kind == "gloss"]
    assert [(row.start, row.end, row.count, row.raw) for row in rows] == [(1, 14, 2, None)]


def test_a_span_before_a_gloss_ends_before_it() -> None:
    clean, _ = clean_text("共5個(gè)鎮(zhèn)")
    assert clean.source_span(1, 3) == (1, 3)
