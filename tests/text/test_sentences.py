"""Clauses, stretches, quotations and hard wraps: each definition by what it tells of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.numerals import fold
from fzreview.text.sentences.around import sentence_around
from fzreview.text.sentences.clauses import AT_EVERY_MARK, OVER_REMARKS, Clauses, Marks
from fzreview.text.sentences.hard_wraps import unwrapped
from fzreview.text.sentences.marks import begin_behind, end_before
from fzreview.text.sentences.quoted import brackets, quotations, sentence_end, titles
from fzreview.text.sentences.stretches import SHORTEST, stretches

TEXTS = st.text("法,。;!?()\n|…1,234《》“”12件 ", max_size=60)


def parted(text: str, marks: Marks) -> list[str]:
    text = fold(text)
    clauses = Clauses(text, 0, len(text), marks)
    clause = clauses.at(0)
    found = [text[clause.start : clause.end]]
    while clause.end < len(text):
        clause = clauses.at(clause.end + 1)
        found.append(text[clause.start : clause.end])
    return [one for one in found if one]


@pytest.mark.parametrize(
    ("text", "over_remarks", "at_every_mark"),
    [
        ("受理1,234件，办结98件。", ["受理1,234件", "办结98件"], ["受理1,234件", "办结98件"]),
        ("村（社区）12个", ["村(社区)12个"], ["村", "社区", "12个"]),
        ("增长（占百分之五）", ["增长", "占百分之五"], ["增长", "占百分之五"]),
        ("印发《规划，意见》2份", ["印发《规划,意见》2份"], ["印发《规划", "意见》2份"]),
    ],
)
def test_clauses(text: str, over_remarks: list[str], at_every_mark: list[str]) -> None:
    assert parted(text, OVER_REMARKS) == over_remarks
    assert parted(text, AT_EVERY_MARK) == at_every_mark


def test_a_row_of_a_table_is_one_sentence_for_checks_alone() -> None:
    row = "|甲局|118件|"
    assert Clauses(row, 0, len(row), AT_EVERY_MARK).sentence_number(6) == 0
    assert Clauses(row, 0, len(row), OVER_REMARKS).sentence_number(6) == 2


def test_before_and_after_stay_inside_the_sentence() -> None:
    text = "上年好。受理5件,办结3件;其余2件。完"
    clauses = Clauses(text, 0, len(text))
    first = clauses.at(text.index("5"))
    second = clauses.after(first)
    assert clauses.before(first) is None
    assert second is not None and clauses.before(second) == first
    last = clauses.after(second)
    assert last is not None and clauses.after(last) is None


@given(TEXTS, st.data(), st.sampled_from([OVER_REMARKS, AT_EVERY_MARK]))
def test_the_clause_of_a_place_holds_it(text: str, data: st.DataObject, marks: Marks) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    clauses = Clauses(text, 0, len(text), marks)
    begin, stop = clauses.of(start, end)
    assert 0 <= begin <= start and end <= stop <= len(text)
    assert clauses.at(start).start == begin


@given(TEXTS, st.data())
def test_a_stretch_holds_none_of_its_marks(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    inside = text[begin_behind(text, "。,", 0, at) : end_before(text, "。,", at, len(text))]
    assert "。" not in inside and "," not in inside


def test_what_is_shown_around_a_span_is_no_longer_than_its_reach() -> None:
    text = "前文；" + "法" * 100 + "48件" + "治" * 100
    at = text.index("48")
    assert sentence_around(text, at, at + 3) == (at - 40, at + 43)
    assert sentence_around("前文；办理48件！", 5, 8) == (3, 8)


@pytest.mark.parametrize("blanks", [True, False])
def test_stretches_are_long_and_hold_no_mark(blanks: bool) -> None:
    long = "依法 办理行政复议案件四十八件"
    found = list(stretches(f"　{long} ；短句。{long}\r\n一、标题", blanks=blanks))
    assert found == [long if blanks else long.replace(" ", "")] * 2
    assert all(len(one) >= SHORTEST for one in found)


def test_quotations_titles_and_brackets_answer_for_a_place() -> None:
    text = "“三个一”见《规定》(共3条)和(未闭\n合)"
    assert quotations(text).holding(text.index("个")) == (0, 5)
    assert titles(text).holding(text.index("定")) == (6, 10)
    marks = [at for at, sign in enumerate(text) if sign in "()\n"]
    assert brackets(text, marks).holding(text.index("3")) == (10, 14)
    assert brackets(text, marks).holding(text.index("未")) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [("“好。”他说。完", 6), ("未闭“好。完", 4), ("加强领导；", 4), ("没有", None)],
)
def test_a_sentence_ends_outside_quotations(text: str, end: int | None) -> None:
    assert sentence_end(text, 0, len(text)) == end


WIDE = "全市各级行政机关全年共依法办理各类行政复议案件,其中"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (f"{WIDE}受理\n办结的有一百余件,均已归档。", True),
        (f"{WIDE}共48\n件。", True),
        (f"{WIDE}达到6.\n4%。", True),
        ("短行\n办结的有一百余件,均已归档。", False),
        (f"{WIDE}受理。\n办结的有一百余件,均已归档。", False),
        (f"{WIDE}受理\n二、其他工作,均已完成。", False),
        ("甲局 118 85\n件", False),
    ],
)
def test_hard_wraps_become_blanks(text: str, joined: bool) -> None:
    assert unwrapped(text) == (text.replace("\n", " ") if joined else text)


@given(TEXTS)
def test_unwrapping_keeps_every_offset(text: str) -> None:
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert all(one == other or (one, other) == ("\n", " ") for one, other in zip(text, joined, strict=True))
