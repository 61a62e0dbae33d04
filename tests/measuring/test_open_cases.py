"""What somebody settles at once: cases that share a figure are one dispute; each side stands there once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.decisions.circumstances import Circumstances
from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.dissent.dispute import Dispute, shuffled
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredReport
from fzreview.measuring.disputes import disputes_of
from fzreview.store.reader import StoreReader
from support.disputes import ANSWERS, DOC, answering, differing, figures
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, corrected, decide, whole


def disputes(store: Path, adjudicator: str = "zoe") -> list[Dispute]:
    with StoreReader(store) as reader:
        return disputes_of(reader.decided_report(reader.find_report(DOC)), adjudicator)


def test_each_kind_is_a_dispute_of_two_sides(store: Path) -> None:
    kinds = [kind for kind in ANSWERS if kind != "open"]
    differing(store, *kinds)
    found = disputes(store)
    assert [one.kinds for one in found] == [(kind,) for kind in kinds]
    assert all(len(one.sides) == 2 and all(side.settles for side in one.sides) for one in found)
    (existence,) = (one for one in found if one.kinds == ("existence",))
    assert {side.stance: side.figure is None for side in existence.sides} == {"keeps": False, "none": True}


def test_who_says_the_same_is_one_side_and_who_differs_another(store: Path) -> None:
    differing(store, "value")
    decide(store, "carol", answering({0: ANSWERS["value"]}), circumstances=Circumstances(hasty=True))
    decide(store, "dan", answering({0: lambda figure: corrected(figure, value="5")}))
    (found,) = disputes(store)
    values = {side.figure.value: side.hasty for side in found.sides if side.figure}
    assert values == {figures(store)[0].figure.value: False, "987654": True, "5": False}


def test_a_doubt_is_a_side_that_settles_nothing(store: Path) -> None:
    differing(store, "open")
    (found,) = disputes(store)
    assert sorted((side.stance, side.settles) for side in found.sides) == [("keeps", True), ("unsure", False)]


def test_of_a_lonely_doubt_there_is_one_side(store: Path) -> None:
    decide(store, "alice", answering({0: lambda _: UNSURE}, None))
    decide(store, "bob", answering({1: lambda _: VERIFIED}, None))
    assert [[side.stance for side in one.sides] for one in disputes(store)] == [["unsure"]]


def test_who_read_on_past_an_added_figure_says_that_there_is_none(store: Path) -> None:
    first = figures(store)[0].figure
    bare = replace(first, start=first.start + 1, surface=first.surface[1:], text=first.text[1:])

    def elsewhere(report: StoredReport) -> list[Figure]:
        return [bare] if report.summary.doc == DOC else []

    decide(store, "bob", answering({0: lambda _: NO_FIGURE}), read=whole)
    decide(store, "alice", answering({0: lambda _: NO_FIGURE}), added=elsewhere)
    (found,) = disputes(store)
    assert found.ref.spans == (bare.span_key,) and found.kinds == ("existence",)
    words = {side.stance: side.words[bare.span_key] for side in found.sides}
    assert words["none"] == Decision("wrong", "not_a_figure")
    assert words["keeps"].verdict == "verified"


def test_figures_that_overlap_are_one_dispute_and_a_side_speaks_for_one_of_them(store: Path) -> None:
    first = figures(store)[0].figure
    longer = replace(first, end=first.end + 1, value="987")

    def added(report: StoredReport) -> list[Figure]:
        return [longer] if report.summary.doc == DOC else []

    decide(store, "bob", answering({0: lambda _: VERIFIED}, None))
    decide(store, "alice", answering({}, None), added=added)
    (found,) = disputes(store)
    assert found.ref.spans == (first.span_key, longer.span_key) and found.main == first.span_key
    for side in found.sides:
        kept = {span for span, word in side.words.items() if word.reason != "not_a_figure"}
        assert side.figure is not None and kept == {side.figure.span_key}


@given(st.integers(1, 5), st.text(max_size=20), st.text(max_size=8))
def test_sides_are_shuffled_the_same_way_each_time(count: int, case: str, adjudicator: str) -> None:
    items = list(range(count))
    drawn = shuffled(items, case, adjudicator)
    assert sorted(drawn) == items
    assert drawn == shuffled(items, case, adjudicator)


def test_each_order_comes_up_as_often_as_any_other() -> None:
    orders = Counter(shuffled([0, 1, 2], str(case), "zoe") for case in range(6_000))
    assert len(orders) == 6 and min(orders.values()) > 850
    assert shuffled([0, 1], "7", "zoe") != shuffled([0, 1], "7", "yan") or shuffled([0, 1], "8", "zoe")
