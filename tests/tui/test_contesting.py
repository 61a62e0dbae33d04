"""What was ruled against a reviewer stands on the card; one key contests it, another takes that back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fzreview import strings
from fzreview.review.open_report.agenda import Agenda
from fzreview.store.reader import StoreReader
from fzreview.tui.app import FzReviewApp
from fzreview.work.judging.reviewing import Review
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.merging.merge import merge
from fzreview.work.team.dissent.conflicts import conflicts
from fzreview.work.team.dissent.feedback import feedback
from fzreview.work.team.dissent.settling import RulingRequest, settle
from fzreview.work.team.packages.handing_out import PackageOrder
from fzreview.work.team.packages.packing import pack
from support.desk import card, desk, screen_of, status_line
from support.disputes import DOC, answering, differing, figures
from support.looks import IN_EACH_LANGUAGE
from support.scripted import NO_FIGURE, decide


@pytest.fixture
def overruled(store: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Bob's word on the first figure of the report was overruled: the figure's key."""
    monkeypatch.setattr("fzreview.work.team.dissent.rulings.now", lambda: "2026-03-03T09:00:00.000Z")
    differing(store, "value")
    (case,) = conflicts(store)
    settle(store, "zoe", case.keys[0], RulingRequest("take", "alice"))
    return case.keys[0]


def states(store: Path) -> set[str]:
    with StoreReader(store) as reader:
        report = reader.decided_report(reader.find_report(DOC))
    return ({"open"} if report.disputed else set()) | ({"ruled"} if report.rulings else set())


@pytest.mark.usefixtures("overruled")
async def test_one_key_contests_and_another_takes_that_back(store: Path) -> None:
    async with desk(store, DOC, reviewer="bob") as pilot:
        screen_of(pilot).session.set_agenda(Agenda(remark="against"))
        assert screen_of(pilot).session.visited() == [0]
        await pilot.press("p")
        assert "裁定与你不同（C 提出异议）：核实" in card(pilot)
        await pilot.press("C")
        assert "提出异议" in status_line(pilot) and "按 c 写理由" in status_line(pilot)
        assert states(store) == {"open"}
        await pilot.press("C")
        assert "已经提出异议" in status_line(pilot)
        assert "有分歧" in card(pilot)
        await pilot.press("c", *"why", "enter")
        await pilot.pause()
        assert "裁定与你不同（已提出异议）" in card(pilot), "saying why takes no contest back"
        await pilot.press("z", "z")
        assert "有分歧" not in card(pilot) and "核实  zoe" in card(pilot), "the ruling is in force again"
        assert states(store) == {"ruled"}, "a contest that was taken back never was"
    assert verify_store(store)[1] == []


@pytest.mark.usefixtures("overruled")
async def test_who_was_not_overruled_has_nothing_to_contest(store: Path) -> None:
    async with desk(store, DOC, reviewer="alice") as pilot:
        await pilot.press("p", "C")
        assert "裁定与你不同" not in card(pilot)
        assert "没有与你不同的裁定" in status_line(pilot)
    assert states(store) == {"ruled"}


async def test_in_a_package_of_feedback(store: Path, overruled: str, tmp_path: Path) -> None:
    (packed,) = pack(store, PackageOrder("bob", "feedback"), tmp_path)
    async with desk(packed.path, DOC, reviewer="bob") as pilot:
        await pilot.press("p")
        assert "裁定与你不同" in card(pilot)
        await pilot.press("C", "c", *"why", "enter", "z")
        await pilot.pause()
        assert [one.contested for one in feedback(packed.path)] == [""], "without its reason it is one still"
        await pilot.press("z")
    assert [one.contested for one in feedback(packed.path)] == [None]
    merge(store, [packed.path])
    assert states(store) == {"ruled"}
    async with desk(packed.path, DOC, reviewer="bob") as pilot:
        await pilot.press("p", "C", "c", *"why", "enter")
    assert [one.contested for one in feedback(packed.path)] == ["why"]
    merge(store, [packed.path])
    assert states(store) == {"open"}
    (case,) = conflicts(store)
    assert case.keys == [overruled]
    settle(store, "zoe", overruled, RulingRequest("take", "alice"))
    assert states(store) == {"ruled"}
    assert verify_store(store)[1] == []


async def test_a_figure_that_another_addition_overlaps_is_disputed_on_the_card(store: Path) -> None:
    first = figures(store)[0].figure
    longer = replace(first, end=first.end + 1, surface=first.surface + "。", doubts=())
    decide(store, "alice", answering({}))
    decide(
        store,
        "bob",
        answering({0: lambda _: NO_FIGURE}, None),
        added=lambda report: [longer] if report.summary.doc == DOC else [],
    )
    async with desk(store, DOC, reviewer="cho") as pilot:
        crossed = [one.span_key for one in screen_of(pilot).session.figures if one.disputed]
        assert crossed == [first.span_key, longer.span_key]


@IN_EACH_LANGUAGE
@pytest.mark.usefixtures("overruled")
def test_look(snap_compare, store: Path, size: tuple[int, int], language: strings.Language) -> None:
    strings.use(language)
    review = Review.opened(store, "bob", DOC)
    assert snap_compare(FzReviewApp(review), press=["p"], terminal_size=size)
    review.close()
