"""Which reports would teach most."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.checking.teaching import REASONS, suggested
from fzreview.domain.reports.learnable import Learnable, Learnt
from fzreview.domain.reports.stored import ReportSummary
from fzreview.work.judging.judge import judge
from fzreview.work.listing.suggesting import suggest, suggestion_row
from support.command_line import caller
from support.decided_store import PLAIN, empty_store
from support.gold_reports import gold_report, seed_names
from support.layers import add_layer, at

NOTHING = Learnt(frozenset(), ())


def report(
    number: int, year: int | None = 2023, region: str | None = "某县", figures: int = 10
) -> ReportSummary:
    return ReportSummary(
        number, f"{number:064x}", f"{number}.txt", None, year, region, None, figures, 0, 0, 0
    )


def learnable(number: int, doubted: int = 0, wordings: str = "", **about: object) -> Learnable:
    return Learnable(report(number, **about), doubted, frozenset(wordings.split()))  # type: ignore[arg-type]  # of the example


def ids(found: list[Learnable], learnt: Learnt = NOTHING, most: int = 9) -> list[int]:
    return [one.learnable.report.id for one in suggested(found, learnt, most)]


def test_doubts_come_before_what_is_plain() -> None:
    assert ids([learnable(1), learnable(2, doubted=9)]) == [2, 1]


def test_a_wording_is_new_only_once() -> None:
    same = [learnable(number, wordings="count=件 money=元") for number in (1, 2)]
    other = learnable(3, wordings="ratio=比")
    assert ids([*same, other]) == [1, 3, 2]
    first, second, third = suggested([*same, other], NOTHING, 3)
    assert first.new_wordings == ("count=件", "money=元")
    assert third.new_wordings == ()
    assert "wordings" in second.reasons


def test_years_and_places_that_are_missing_come_first() -> None:
    decided = Learnt(frozenset(), (report(9, 2022), report(8, 2022)))
    assert ids([learnable(1, year=2022), learnable(2, year=2019)], decided) == [2, 1]
    assert ids([learnable(1), learnable(2), learnable(3, region="某市")]) == [1, 3, 2]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 10), st.sampled_from(["", "a", "b", "a b"]), st.sampled_from([2020, 2021, None])
        )
    ),
    st.integers(1, 5),
)
def test_the_choice_is_greedy_and_repeats_itself(rows: list[tuple[int, str, int | None]], most: int) -> None:
    found = [learnable(place, doubted, words, year=year) for place, (doubted, words, year) in enumerate(rows)]
    told = suggested(found, NOTHING, most)
    assert told == suggested(found, NOTHING, most)
    assert len(told) == min(most, len(found))
    assert len({one.learnable.report.id for one in told}) == len(told)
    assert all(set(one.reasons) <= set(REASONS) for one in told)
    if told:
        alone = [suggested([one], NOTHING, 1)[0].score for one in found]
        assert told[0].score == max(alone)
    assert [one.score for one in told] == sorted((one.score for one in told), reverse=True)


def test_a_store_suggests_what_is_open(store: Path) -> None:
    told = suggest(store, 3)
    assert len(told) == 3
    rows = [suggestion_row(one) for one in told]
    assert {row["doc"] for row in rows} <= set(seed_names())
    assert all(row["reasons"] and row["undecided"] for row in rows)
    doc = gold_report(seed_names()[4])
    for figure in doc.reading.figures:
        judge(store, "ann", f"{doc.sha256}:{figure.span_key}", "verified")
    assert doc.sha256 not in {one.learnable.report.sha256 for one in suggest(store, 99)}


def test_assign_takes_what_is_suggested(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = caller(store, capsys)
    wanted = [row["sha256"] for row in call("suggest", "--n", "2", "--json").rows]
    done = call("assign", "--suggested", "2", "--to", "ann,ben", "--json")
    assert done.code == 0, done.err
    assert {row["report"] for row in done.rows if row["reviewers"]} == set(wanted)
    assert call("assign", "--suggested", "0", "--to", "ann").code == 2
    assert call("assign", "some", "--suggested", "2", "--to", "ann").code == 2


def test_where_layers_differ_or_are_unsure_there_is_more_to_learn() -> None:
    apart = replace(learnable(2), apart=8)
    unsure = replace(learnable(3), unsure=7.0)
    first, second, third = suggested([learnable(1), unsure, apart], NOTHING, 3)
    assert [one.learnable.report.id for one in (first, second, third)] == [2, 3, 1]
    assert first.reasons[0] == "layers" and second.reasons[0] == "confidence"


def test_layers_of_a_store_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = empty_store(tmp_path / "store.db")
    add_layer(
        store,
        "crf",
        "2",
        [
            at("plain.txt", PLAIN, "18件", value="18.0", unit="件", confidence=0.75),
            at("plain.txt", PLAIN, "5次", value="6", confidence=0.5),
            at("plain.txt", PLAIN, "一、", value="1"),
        ],
    )
    add_layer(store, "spans", "", [at("plain.txt", PLAIN, surface) for surface in ("18件", "5次")])
    one = next(each for each in suggest(store, 9) if each.learnable.report.doc == "plain.txt")
    # 5次 differs, 269.95亿元 is found by nobody else, 一、 by one layer alone.
    assert (one.learnable.apart, one.learnable.unsure) == (3, 0.75)
    assert {"layers"} <= set(one.reasons)
    assert suggestion_row(one)["apart"] == 3
    call = caller(store, capsys)
    assert "图层与 3 处数据不同" in call("suggest").out
    call("assign", "--suggested", "1", "--to", "ann")
    assigned = [row["doc"] for row in call("assign", "--json").rows if row["reviewers"]]
    assert assigned == [suggest(store, 1)[0].learnable.report.doc]
