"""Slipped GBK bytes are derived, other damage is flagged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.clean import clean_text
from fzreview.text.mojibake import find_mojibake

GLOSSES = {
    "準": "zhǔn",
    "關": "guān",
    "當": "dāng",
    "機": "jī",
    "業": "yè",
    "設": "shè",
    "監": "jiān",
    "權": "quán",
}


def damaged(text: str) -> str:
    """What the script makes of GBK text: a gloss behind every pair of a listed character, torn or not."""
    raw = text.encode("gbk")
    out = bytearray()
    at = 0
    marks = {key.encode("gbk"): b"(" + value.encode("gbk") + b")" for key, value in GLOSSES.items()}
    while at < len(raw):
        pair = raw[at : at + 2]
        if pair in marks:
            out += pair + marks[pair]
            at += 2
        else:
            out.append(raw[at])
            at += 1
    return readable(bytes(out))


def readable(raw: bytes) -> str:
    """A decoder that turns an invalid pair into one ?, as browsers of old did."""
    text, at = [], 0
    while at < len(raw):
        if raw[at] < 0x80:
            text.append(chr(raw[at]))
            at += 1
            continue
        try:
            text.append(raw[at : at + 2].decode("gbk"))
        except UnicodeDecodeError:
            text.append("?")
        at += 2
    return "".join(text)


def test_a_slip_ends_where_a_letter_closes_a_pair() -> None:
    clean, repairs = clean_text("進口冷鏈?zhǔn)称废嚓P(guān)人員")
    assert clean.text == "进口冷链食品相关人员"
    row = next(row for row in repairs if row.kind == "mojibake")
    assert (row.raw, row.repaired, row.auto) == ("鏈?zhǔn)称废嚓P(guān)", "链食品相关", "fix")


def test_the_damage_of_the_script_is_modelled_right() -> None:
    assert damaged("鏈食品相關") == "鏈?zhǔn)称废嚓P(guān)"
    assert damaged("”OA") == "”O(jiān)A"


@pytest.mark.parametrize("text", ["冷鏈食品相關人員", "全鏈食品監管權限", "供應鏈食品當前機構設置與業務"])
def test_damage_is_undone(text: str) -> None:
    assert clean_text(damaged(text))[0].text == clean_text(text)[0].text


def test_a_slip_that_lost_a_whole_pair_is_flagged() -> None:
    repairs = clean_text(damaged("供應鏈食品安全當前機構"))[1]
    assert any(row.kind == "mojibake" and row.auto == "flag" for row in repairs)


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("完成任务?。ㄒ唬", "完成任务。（一）"),
        ("完成任务?。ㄒ唬┘忧苛斓", "完成任务。（一）加强领"),
        ("?。ㄒ唬", "（一）"),
        ("完成?。ǘ", "完成?。ǘ"),
    ],
)
def test_slipped_marks(source: str, clean: str) -> None:
    assert clean_text(source)[0].text.startswith(clean[:-1])


def test_utf8_read_as_gbk_is_read_again() -> None:
    source = "全面推进，依法行政。".encode().decode("gbk", "replace")
    if "\ufffd" not in source:
        assert clean_text(source)[0].text == "全面推进，依法行政。"


def test_what_cannot_be_derived_is_flagged_and_left() -> None:
    clean, repairs = clean_text("鏈?bō)中文")
    assert clean.text == "链?bō)中文"
    assert [(row.kind, row.auto, row.repaired) for row in repairs if row.kind == "mojibake"] == [
        ("mojibake", "flag", None)
    ]


@pytest.mark.parametrize("source", ["这是为什么?因为", "是否合法?是否公开?", "a?b(c)"])
def test_honest_question_marks_stay(source: str) -> None:
    assert clean_text(source)[0].text == source
    assert not find_mojibake(source).rows


@given(st.text(alphabet="鏈食品相關準監督機關，。（一）OA12?", min_size=1, max_size=40))
def test_any_damage_gives_a_text(text: str) -> None:
    clean, _ = clean_text(damaged(text))
    assert len(clean.text) <= len(damaged(text)) + 2


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("清河縣認真做好工作?，F(xiàn)將有關情況報告如下", "清河县认真做好工作。现将有关情况报告如下"),
        ("清河縣認真做好工作?，F將有關情況報告如下", "清河县认真做好工作。现将有关情况报告如下"),
        ("清河縣完成起草工作?！毒V要》印發實施", "清河县完成起草工作。《纲要》印发实施"),
        ("清河縣積極應對?？焖偬幹猛话l(fā)事件12起", "清河县积极应对。快速处置突发事件12起"),
        ("清河縣齊抓共管?！稐l例》實施順利", "清河县齐抓共管。《条例》实施顺利"),
        ("清河縣完成任務?？h政府督查3次", "清河县完成任务。县政府督查3次"),
        ("清河縣成效較好?！半p隨機”抽查9次", "清河县成效较好。“双随机”抽查9次"),
    ],
)
def test_bytes_that_slipped_without_a_gloss(shown: str, text: str) -> None:
    clean, rows = clean_text(shown)
    assert clean.text == text
    assert [row.auto for row in rows if row.kind == "mojibake"] == ["fix"]


@pytest.mark.parametrize("shown", ["大家满意吗?！是的", "办好了?，还没有", "清河县推进工作?？进展有序"])
def test_a_slip_that_bytes_do_not_prove_is_flagged(shown: str) -> None:
    clean, rows = clean_text(shown)
    assert clean.text == shown
    assert [row.auto for row in rows if row.kind == "mojibake"] == ["flag"]
