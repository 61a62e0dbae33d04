"""What was typed, found in a text and made ready for an index."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.wording import Wording, parted

TEXT = "今年办理行政复议48件,ABC平台办结 12.5%。复议委员会。"


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("复议", ["复议", "复议"]),
        ("复议 委员", ["复议", "复议", "委员"]),
        ("复议　没有", []),
        ("abc", ["ABC"]),
        ("ａｂＣ", ["ABC"]),
        ("４８件，", ["48件,"]),
        ("12.5％", ["12.5%"]),
        ("1245", []),
        ("复.", []),
        ("复 复议", ["复议", "复议"]),
        ("", []),
        (" \t\x00　", []),
    ],
)
def test_places(typed: str, places: list[str]) -> None:
    assert [TEXT[start:end] for start, end in Wording.typed(typed).places(TEXT)] == places


@given(
    st.text("复议12aA．，. *\"'()[]^$\\", max_size=30),
    st.text('复议12aA．，*"()[]^$\\', min_size=1, max_size=3),
)
def test_nothing_typed_acts_as_a_pattern(text: str, typed: str) -> None:
    spans = list(Wording.typed(typed).places(text))
    assert bool(spans) == (_folded(typed) in _folded(text))
    assert all(_folded(text[start:end]) == _folded(typed) for start, end in spans)
    first = Wording.typed(typed).first(text)
    assert first == (spans[0] if spans else None)


def _folded(text: str) -> str:
    return text.lower().replace("，", ",").replace("．", ".")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("行政复议48件", ["行", "政", "复", "议", "48", "件"]),
        ("第5条，见ABC12", ["第", "5", "条", ",", "见", "ABC12"]),
        ("第５条，见ＡＢＣ１２", ["第", "5", "条", ",", "见", "ABC12"]),
        ("269.95亿", ["269", ".", "95", "亿"]),
        ("", []),
    ],
)
def test_parted(text: str, words: list[str]) -> None:
    assert [word.replace("，", ",") for word in parted(text).split()] == words


def test_traditional_words_find_simplified_text_and_stay_findable_themselves() -> None:
    wording = Wording.typed("行政複議")
    assert wording.first("办理行政复议案件") == (2, 6)
    assert wording.first("辦理行政複議案件") == (2, 6)
    assert wording.first("行政复核") is None
