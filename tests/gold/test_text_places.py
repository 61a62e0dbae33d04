"""Places in texts, told in every unit and on every sort of line, come back as they were."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.gold.files.file_names import file_name
from fzreview.gold.files.json_text import BREAKS, json_text
from fzreview.gold.formats.conll import escaped
from fzreview.gold.formats.conll_reader import _char
from fzreview.gold.labels.offsets import Utf16Offsets

TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("𠮷🀄\ufe0f\u202e" + BREAKS)), max_size=60
)
DIGEST = "ab" * 32


@given(TEXTS, st.data())
def test_utf16_offsets_are_those_of_the_encoding(text: str, data: st.DataObject) -> None:
    offsets = Utf16Offsets(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = offsets.units(start), offsets.units(end)
    assert text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == text[start:end]
    assert (offsets.points(first), offsets.points(last)) == (start, end)
    assert offsets.same is (len(text.encode("utf-16-le")) == 2 * len(text))


@given(TEXTS)
def test_every_code_unit_is_a_code_point_or_half_of_one(text: str) -> None:
    offsets = Utf16Offsets(text)
    units = len(text.encode("utf-16-le")) // 2
    halves = 0
    for unit in range(units + 1):
        try:
            assert offsets.units(offsets.points(unit)) == unit
        except ValueError:
            halves += 1
    assert halves == units - len(text)
    for outside in (-1, units + 1):
        with pytest.raises(ValueError, match="outside"):
            offsets.points(outside)
    with pytest.raises(ValueError, match="outside"):
        offsets.units(len(text) + 1)


@given(st.characters())
def test_every_character_is_a_token_on_a_line_of_its_own(char: str) -> None:
    token = escaped(char)
    assert _char("x", token) == char
    assert token.encode("utf-8").decode("utf-8").split() == [token]
    assert not token.startswith("#")
    assert len(f"{token}\tO".splitlines()) == 1


@given(
    st.recursive(
        st.none() | st.integers() | TEXTS, lambda some: st.lists(some) | st.dictionaries(TEXTS, some)
    )
)
def test_json_stays_on_one_line(value: object) -> None:
    text = json_text(value)
    assert json.loads(text) == value
    assert len(text.splitlines()) == 1
    text.encode("utf-8")


@given(st.text(max_size=400), st.none() | st.text(max_size=20))
def test_names_of_files_are_names_of_files(doc: str, reviewer: str | None) -> None:
    name = file_name(doc, DIGEST, reviewer)
    assert not set(name) & set('/\\:*?"<>| \0' + BREAKS)
    assert not name.startswith((".", "-", "_"))
    assert len(f"{name}.txt".encode()) < 200
    assert name == file_name(doc, DIGEST, reviewer)


def test_names_of_files_tell_reports_and_reviewers_apart() -> None:
    names = {
        file_name("a/b.txt", digest * 32, who)
        for digest in ("ab", "cd")
        for who in (None, "李", "a/b", "A/b")
    }
    assert len(names) == 8
    assert file_name("2021/濠江区 报告.txt", DIGEST, None) == "濠江区_报告.abababababab"
    assert file_name("CON", DIGEST, None) == "report_CON.abababababab"
    assert file_name("../..", DIGEST, None) == "report_.abababababab"
