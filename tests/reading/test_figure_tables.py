"""The word tables of the extractor hold together."""

from __future__ import annotations

import pytest

from fzreview.domain.figures.figure import KINDS
from fzreview.language.set_phrases import NEVER_COUNTED, PHRASES
from fzreview.language.units import NOT_BEFORE, UNITS
from fzreview.reading.figures.excluded.set_phrases import phrase_at
from fzreview.reading.figures.numerals.units import unit_at
from fzreview.reading.figures.subjects.verbs import ASIDE, VERBS
from fzreview.reading.figures.subjects.word_classes import REMARKS
from support.rule_lines import read_line

_NUMERALS = set("一二三四五六七八九十百千万")


def test_units_have_one_kind_each() -> None:
    assert set(UNITS) <= set(KINDS)
    listed = [word for words in UNITS.values() for word in set(words.split())]
    assert len(listed) == len(set(listed))
    assert len(listed) > 400


def test_what_is_no_unit_begins_like_one() -> None:
    listed = {word for words in UNITS.values() for word in words.split()}
    for unit, others in NOT_BEFORE.items():
        assert unit in listed, unit
        assert all(other.startswith(unit) and len(other) > len(unit) for other in others.split()), unit


def test_phrases_begin_with_a_numeral() -> None:
    for phrase in PHRASES:
        assert phrase[0] in "一两二三四五六七八九十百千万", phrase
        assert phrase_at(phrase, 0) is not None


def test_no_phrase_is_one_of_a_family() -> None:
    """四个坚持 follows from its head, so that 五个坚持 does too."""
    family = [
        phrase
        for phrase in PHRASES
        if phrase[1] == "个" and phrase[2:4] in NEVER_COUNTED and not set(phrase[2:]) & _NUMERALS
    ]
    assert family == []
    assert [read_line(f"落实{number}个坚持要求。").figures for number in "三五七"] == [(), (), ()]


def test_verbs_have_two_characters() -> None:
    assert {len(verb) for verb in VERBS | ASIDE} == {2}
    assert all(len(word) > 1 for word in REMARKS)


@pytest.mark.parametrize(
    ("text", "name", "kind", "length"),
    [
        ("件案", "件", "count", 1),
        ("人次。", "人次", "count", 2),
        ("场(次)", "场次", "count", 4),
        ("套(间)", "套间", "count", 4),
        ("个百分点", "个百分点", "percent", 4),
        ("个多月", "个月", "duration", 3),
        ("个半小时", "个小时", "duration", 4),
        ("年半", "年", "duration", 2),
        ("元/月", "元/月", "money", 3),
        ("微克/立方米", "微克/立方米", "measure", 6),
        ("微克每立方米", "微克每立方米", "measure", 6),
        ("千瓦时", "千瓦时", "measure", 3),
        ("家园区", "家", "count", 1),
    ],
)
def test_unit_at(text: str, name: str, kind: str, length: int) -> None:
    unit = unit_at(text, 0)
    assert unit is not None
    assert (unit.name, unit.kind, unit.end) == (name, kind, length)


@pytest.mark.parametrize("text", ["", "的", "起诉书", "部门", "家庭", "人口", "条例", "樽"])
def test_no_unit_at(text: str) -> None:
    assert unit_at(text, 0) is None
