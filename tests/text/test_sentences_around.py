"""The sentence around a span of the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.text.sentences.around import REACH, Sentences, words_around


@pytest.mark.parametrize(
    ("text", "span", "sentence"),
    [
        ("推进法治。办理案件48件，培训3场。完毕。", "48件", "办理案件48件，培训3场。"),
        ("办理案件48件", "48件", "办理案件48件"),
        ("一、情况\r\n　　办理案件48件\r\n二、问题", "48件", "办理案件48件"),
        ("他说：“办理48件。”随后结束。", "48件", "他说：“办理48件。”"),
        ("随后“办理48件。”结束3次。", "3次", "结束3次。"),
        ("达99.9%!共3件", "3件", "共3件"),
        ("共48\n件。好", "48\n件", "共48\n件。"),
    ],
)
def test_sentence(text: str, span: str, sentence: str) -> None:
    at = text.index(span)
    start, end = Sentences(text).around(at, at + len(span))
    assert text[start:end] == sentence


def test_a_text_without_ends_is_cut() -> None:
    start, end = Sentences("法" * 5_000).around(2_000, 2_003)
    assert (start, end) == (2_000 - REACH, 2_003 + REACH)


@given(st.text("法。！”\n 4", max_size=60), st.data())
def test_the_span_is_always_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    begin, stop = Sentences(text).around(start, end)
    assert 0 <= begin <= start <= end <= stop <= len(text)


@given(st.text("法。！”\n 4", max_size=60), st.data())
def test_between_sentences_nothing_but_blanks_is_left_out(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    until = data.draw(st.integers(start, len(text)))
    spans = list(Sentences(text).between(start, until))
    assert all(start <= begin < end <= until for begin, end in spans)
    joined = "".join(text[begin:end] for begin, end in spans)
    assert "".join(joined.split()) == "".join(text[start:until].split())


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("推进法治。办理案件48件，培训3场。完毕。", ("办理案件", "，培训3场")),
        ("48件", ("", "")),
        ("推进法治建设，办理案件48件，培训3场，再接再厉。", ("…，办理案件", "，培训3场…")),
        ("推进。办理案件48件，培训3场\n二、问题", ("办理案件", "，培训3场")),
    ],
)
def test_what_was_cut_off_is_told(text: str, around: tuple[str, str]) -> None:
    at = text.index("48件")
    assert words_around(text, at, at + 3, reach=5) == around
