"""Where reviewers' last words differ the desk says so, everywhere a status is shown."""

from __future__ import annotations

from pathlib import Path

from fzreview.domain.reports.library import LibraryQuery
from fzreview.review.open_report.agenda import Agenda
from fzreview.store.reader import StoreReader
from fzreview.tui.widgets.lists.outline_pane import SectionRow, counts_text
from fzreview.work.judging.judge import judge
from support.desk import card, desk, header, screen_of
from support.gold_reports import gold_report, seed_names

DOC = seed_names()[0]
KEYS = [f"{gold_report(DOC).sha256}:{one.span_key}" for one in gold_report(DOC).reading.figures]


async def test_a_disputed_figure_is_told_on_the_card_with_both_words(store: Path) -> None:
    judge(store, "li", KEYS[0], "wrong", "value")
    judge(store, "wang", KEYS[0], "verified")
    async with desk(store, DOC) as pilot:
        session = screen_of(pilot).session
        await pilot.press("p")
        figure = session.figure(0)
        assert (figure.disputed, figure.status) == (True, "verified")
        assert "有分歧" in card(pilot) and "li" in card(pilot) and "wang" in card(pilot)
        session.set_agenda(Agenda(state="disputed"))
        assert session.visited() == [0]
    with StoreReader(store) as reader:
        assert list(reader.listing(LibraryQuery(state="disputed")).reports) == [1]
        assert reader.verdicts.contradictions() == {1: 1}


async def test_ones_own_key_that_differs_makes_a_dispute_and_giving_way_ends_it(store: Path) -> None:
    judge(store, "li", KEYS[1], "wrong", "value")
    async with desk(store, DOC) as pilot:
        session = screen_of(pilot).session
        await pilot.press("v", "p", "v")
        figure = session.figure(1)
        assert figure.of("ann") is not None
        assert figure.disputed
        counts = session.section_counts()
        assert any(one.of("disputed") for one in counts)
        shown = counts_text(SectionRow(next(one for one in counts if one.of("disputed")), 0, False)).plain
        assert "!1" in shown
        await pilot.press("z")
        assert not session.figure(1).disputed
    with StoreReader(store) as reader:
        assert reader.verdicts.contradictions() == {}


async def test_who_else_works_in_the_report_is_told(store: Path) -> None:
    async with desk(store, DOC, reviewer="li") as other:
        await other.press("v")
        async with desk(store, DOC) as pilot:
            assert "li" in header(pilot)
