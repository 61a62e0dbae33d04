"""Traditional to simplified, one to one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.clean import clean_text
from fzreview.text.simplify import is_traditional, simplify


@pytest.mark.parametrize(
    ("source", "simplified"),
    [
        ("國務院辦公廳關於進一步規範", "国务院办公厅关于进一步规范"),
        ("著力推進法治政府建設", "着力推进法治政府建设"),
        ("成效顯著，著名企業落戶", "成效显著，著名企业落户"),
        ("乾隆年間的檔案", "乾隆年间的档案"),
        ("瞭解群眾訴求", "了解群众诉求"),
        ("扎实推进，著力解决", "扎实推进，着力解决"),
        ("礐石街道辦事處", "礐石街道办事处"),
        ("⼀、⼯作开展情况", "一、工作开展情况"),
    ],
)
def test_simplified(source: str, simplified: str) -> None:
    assert clean_text(source)[0].text == simplified


@pytest.mark.parametrize(
    "source", ["著名专家编著的著作", "瞭望塔", "乾县人民政府", "於姓同志", "王喆、李堃两位同志"]
)
def test_simplified_text_keeps_its_own_characters(source: str) -> None:
    assert simplify(source) == source


def test_one_traditional_character_does_not_make_a_text_traditional() -> None:
    text = "法治政府建设" * 40 + "個"
    assert not is_traditional(text)
    clean, repairs = clean_text(text)
    assert clean.text.endswith("个")
    assert [(row.raw, row.repaired) for row in repairs] == [("個", "个")]


@pytest.mark.parametrize("around", ["", "·—㎡〇", "&#39636;&#", "\ud800"])
def test_a_traditional_character_is_found_among_odd_ones(around: str) -> None:
    assert simplify(f"全{around}體{around}") == f"全{around}体{around}"
    assert simplify(f"全体{around}") == f"全体{around}"


def test_a_traditional_text_has_one_row() -> None:
    rows = [row for row in clean_text("國務院辦公廳")[1] if row.kind == "traditional"]
    assert [(row.start, row.end, row.count, row.auto) for row in rows] == [(0, 6, 4, "fix")]


@given(st.text(max_size=200))
def test_length_never_changes(text: str) -> None:
    assert len(simplify(text)) == len(text)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("乾安縣人民政府開展專項檢查", "乾安县人民政府开展专项检查"),
        ("徐乾同志擔任縣長並組織會議", "徐乾同志担任县长并组织会议"),
        ("乾州街道辦事處組織培訓", "乾州街道办事处组织培训"),
        ("乾潭鎮、乾務鎮開展執法檢查", "乾潭镇、乾务镇开展执法检查"),
        ("劉乾坤與張法乾參會並發言", "刘乾坤与张法乾参会并发言"),
        ("抽檢餅乾、乾果樣品並應對乾旱", "抽检饼干、干果样品并应对干旱"),
        ("組織幹部乾淨幹事、實乾擔當", "组织干部干净干事、实干担当"),
    ],
)
def test_qian_stays_in_names(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified
