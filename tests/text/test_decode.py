"""Every encoding of Chinese is read back exactly; what is no text is refused with a reason."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.errors import InputRefused
from fzreview.text.clean import clean_text
from fzreview.text.decode import decode

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
CODECS = ("utf-8", "gb18030", "utf-16", "utf-16-le")
SIMPLIFIED = (
    "一、推进依法行政，共受理行政复议案件283件，其中审结195件。\r\n　　（二）加强监督，“双随机”抽查100次；"
)
TRADITIONAL = (
    "一、推進依法行政，共受理行政復議案件283件，其中審結195件。\r\n　　（二）加強監督，「雙隨機」抽查100次；"
)
SENTENCES = [
    "今年以来，我区认真落实中央和省市关于加强依法行政的部署要求，",
    "办理行政复议案件48件，\n",
    "（三）全面推进政务公开。\r\n",
    "组织培训10余场（次），参加人员300余人次；",
    "好评率99.9%，比上年提高3.2个百分点。",
    "　　“放管服”改革不断深化：",
]
TRADITIONAL_SENTENCES = [
    "本府依法行政，強化監督機制，",
    "辦理訴願案件48件，\n",
    "（三）全面推動政府資訊公開。\r\n",
    "舉辦教育訓練10餘場，參加人員300餘人次；",
    "滿意度99.9%，較上年提高3.2個百分點。",
]


def paragraphs(sentences: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(sentences), min_size=2, max_size=40).map("".join)


@given(
    paragraphs(SENTENCES),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"]),
)
def test_simplified_text_comes_back(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


@given(
    paragraphs(TRADITIONAL_SENTENCES), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5"])
)
def test_traditional_text_comes_back(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_whole_reports_come_back(path: Path, encoding: str) -> None:
    text = path.read_bytes().decode("utf-8")
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("line", [SIMPLIFIED[:16], SIMPLIFIED, "2023年度法治政府建设情况报告"])
def test_one_line_is_enough_for_gbk(line: str) -> None:
    assert decode(line.encode("gbk")).text == line


@pytest.mark.parametrize("line", [TRADITIONAL[:16], TRADITIONAL, "2023年度法治政府建設情況報告"])
def test_one_line_is_enough_for_big5(line: str) -> None:
    assert decode(line.encode("big5")).text == line


def test_letters_beyond_big5_are_read_from_its_extensions() -> None:
    text = TRADITIONAL * 3 + "€"
    assert decode(text.encode("cp950")).text == text
    text = TRADITIONAL * 3 + "㗎"
    assert decode(text.encode("big5hkscs")).text == text


def test_rare_and_supplementary_characters_survive_in_gb18030() -> None:
    text = SIMPLIFIED * 3 + "㐀𠮷€ǹ"
    assert decode(text.encode("gb18030")).text == text


def test_a_long_ascii_head_does_not_hide_the_encoding() -> None:
    text = "<nav> home | list | item " * 4_000 + SIMPLIFIED
    assert decode(text.encode("gbk")).text == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1).filter(str.strip))
def test_valid_utf8_is_never_taken_for_anything_else(text: str) -> None:
    decoded = decode(("法" + text).encode())
    assert (decoded.text, decoded.encoding) == ("法" + text, "utf-8")


def test_stray_control_characters_and_newlines_stay_as_they_are() -> None:
    text = f"{SIMPLIFIED}\x1b]0;x\x07\x00\u202e\u200b\r\n\r\n"
    assert decode(text.encode()).text == text


def code_of(data: bytes) -> str:
    with pytest.raises(InputRefused) as refusal:
        decode(data, "报告.txt")
    assert refusal.value.params["name"] == "报告.txt"
    assert str(refusal.value).startswith("报告.txt：")
    return refusal.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\xe3\x80\x80\n", "blank"),
        (b"\xef\xbb\xbf", "blank"),
        (b"\xff\xfe", "blank"),
        (b"%PDF-1.7\n...", "foreign_format"),
        (b"PK\x03\x04....", "foreign_format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "foreign_format"),
        (b"\x89PNG\r\n\x1a\n", "foreign_format"),
        (b"<!DOCTYPE html>\n<html><body>48</body></html>", "html"),
        ("\n <html lang=zh>政府</html>".encode("gbk"), "html"),
        ("<?xml version='1.0'?>\n<!-- saved -->\n<HTML>政府</HTML>".encode(), "html"),
        ('<div class="zw"><p>全年办理行政复议案件48件。</p></div>'.encode(), "html"),
        ("<meta charset=gbk>\n<title>报告</title><p>办理案件48件</p>".encode("gbk"), "html"),
        ("From: <Saved by>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n正文".encode(), "html"),
        (bytes(1_000), "binary"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04abc" * 20, "binary"),
        (b"\xff\xfe\xfa\xfb" * 50, "binary"),
        ("Настоящий закон устанавливает порядок".encode("cp1251"), "unknown_encoding"),
        ("Rapport de l'année, présenté à l'été".encode("latin-1"), "unknown_encoding"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    assert code_of(data) == code


@pytest.mark.parametrize(
    "text",
    ["<2021年度>法治政府建设情况", "<p>只有一个记号，没有别的", "时间: 2021年\n来源: 县政府", "a<b>c</b>"],
)
def test_what_only_has_angles_is_text(text: str) -> None:
    assert decode(text.encode()).text == text


def test_random_bytes_are_refused() -> None:
    chance = random.Random(7)
    for size in (100, 1_000, 10_000) * 20:
        assert code_of(chance.randbytes(size)) in ("binary", "unknown_encoding")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("at", [0, 3, 10, 19])
def test_a_broken_byte_loads_and_is_told_at_its_place(encoding: str, at: int) -> None:
    before = SIMPLIFIED[:at].encode(encoding)
    decoded = decode(before + b"\xff" + SIMPLIFIED[at:].encode(encoding))
    assert decoded.text.count("\ufffd") == 1
    assert decoded.text.startswith(SIMPLIFIED[:at])
    told = [row for row in clean_text(decoded.text)[1] if row.kind == "mojibake"]
    assert [(row.start, row.auto) for row in told] == [(decoded.text.index("\ufffd"), "flag")]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_cut_last_character_loads_and_is_told(encoding: str) -> None:
    text = SIMPLIFIED.rstrip() + "共"
    decoded = decode(text.encode(encoding)[:-1])
    assert decoded.text[: len(text) - 1] == text[:-1]
    told = [row for row in clean_text(decoded.text)[1] if row.kind == "mojibake"]
    assert [row.start for row in told] == [len(text) - 1]


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=6), st.sampled_from(CODECS))
def test_mutated_bytes_are_read_or_refused(changes: list[tuple[int, int]], encoding: str) -> None:
    data = bytearray((SIMPLIFIED * 3).encode(encoding))
    for at, byte in changes:
        data[at % len(data)] = byte
    try:
        text = decode(bytes(data)).text
    except InputRefused:
        return
    clean, rows = clean_text(text)
    assert all(0 <= row.start <= row.end <= len(text) for row in rows)
    assert clean.source_span(0, len(clean.text))[1] <= len(text)


@pytest.mark.parametrize(
    ("data", "encoding", "position"),
    [
        (SIMPLIFIED.encode() + b"\xff\xff" + SIMPLIFIED.encode(), "utf-8", len(SIMPLIFIED.encode())),
        (b"\xef\xbb\xbf" + SIMPLIFIED.encode() + b"\xff\xff", "utf-8-sig", None),
        (SIMPLIFIED.encode("gb18030") + b"\xff\xff", "gb18030", len(SIMPLIFIED.encode("gb18030"))),
        (SIMPLIFIED.encode("utf-16-le")[:-1], "utf-16-le", None),
        (SIMPLIFIED.encode("utf-16")[:-1], "utf-16", None),
    ],
)
def test_a_broken_place_is_named(data: bytes, encoding: str, position: int | None) -> None:
    with pytest.raises(InputRefused) as refusal:
        decode(data, "a.txt")
    assert refusal.value.code == "invalid_bytes"
    assert refusal.value.params["encoding"] == encoding
    if position is not None:
        assert refusal.value.params["position"] == position
        assert f"{position}" in str(refusal.value)
