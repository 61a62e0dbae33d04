"""The native lines: made in pieces for speed, and yet what the JSON of each row is."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.entries import GoldEntries, gold_entries, gold_row
from fzreview.domain.gold.records import GoldDocument, GoldRecord
from fzreview.gold.formats.jsonl import lines

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
FIGURES = st.builds(
    Figure,
    start=st.integers(0, 1 << 40),
    end=st.integers(0, 1 << 40),
    surface=TEXT,
    text=TEXT,
    value=TEXT,
    upper=st.none() | TEXT,
    unit=TEXT,
    kind=st.sampled_from(["count", "money"]),
    bound=st.sampled_from(["=", ">="]),
    subject=TEXT,
    section=st.just(()),
    doubts=st.just(()),
)


@st.composite
def records(draw: st.DrawFn) -> GoldRecord:
    figure = draw(FIGURES)
    decision = draw(st.sampled_from(["verified", "corrected", "rejected", "added"]))
    return GoldRecord(
        doc="a.txt",
        sha256="ab" * 32,
        figure=figure,
        decision=decision,
        machine={"added": None, "corrected": draw(FIGURES)}.get(decision, figure),
        reason=draw(st.none() | st.just("value")),
        reason_class=None,
        reviewer=draw(TEXT),
        decided_at="2026-01-02T03:04:05.000Z",
        section=tuple(draw(st.lists(TEXT, max_size=2))),
        sentence=draw(TEXT),
        sentence_start=draw(st.integers(0, 99)),
        context_complete=draw(st.booleans()),
        split="train",
        guide="1.3",
        extractor="1",
        comment=draw(st.none() | TEXT),
    )


def document(said: list[GoldRecord]) -> GoldDocument:
    made = [replace(one, doc="a\u2028\x00.txt") for one in said]
    return GoldDocument(
        "a\u2028\x00.txt", "ab" * 32, "", None, None, None, None, None, "train", "1.3", "1", tuple(made)
    )


@given(st.lists(records(), max_size=4))
def test_a_line_is_the_compact_json_of_its_row(said: list[GoldRecord]) -> None:
    whole = document(said)
    expected = [
        json.dumps(gold_row(one), ensure_ascii=False, separators=(",", ":")) + "\n" for one in whole.records
    ]
    assert [line.decode("utf-8") for line in lines(whole)] == expected


@given(st.lists(records(), max_size=4))
def test_records_come_back_out_of_entries(said: list[GoldRecord]) -> None:
    whole = document(said)
    entries = GoldEntries(gold_entries(whole), whole.doc, whole.sha256, whole.split, whole.guide)
    assert list(entries) == list(whole.records)
    assert list(entries[1:]) == list(whole.records)[1:]
