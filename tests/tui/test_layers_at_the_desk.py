"""Layers at the desk: where they differ, taken by one key, what only they found, the orders by them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from fzreview import strings
from fzreview.domain.decisions.circumstances import circumstances_of
from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.store.reader import StoreReader
from fzreview.strings import Language
from fzreview.tui.app import FzReviewApp
from fzreview.tui.screens.layers import LayerScreen
from fzreview.tui.widgets.lists.figures_pane import FiguresPane
from fzreview.work.gold.exporting import native_lines
from fzreview.work.judging.reviewing import Review
from fzreview.work.keeping.safekeeping import verify_store
from support.decided_store import PLAIN, empty_store
from support.desk import card, desk, screen_of, settled, status_line
from support.layers import add_layer, at
from support.looks import IN_EACH_LANGUAGE, ON_EACH_SCREEN

DOC = "plain.txt"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    store = empty_store(tmp_path / "store.db")
    add_layer(
        store,
        "crf",
        "2",
        [
            at(DOC, PLAIN, "18件", value="18", unit="件", confidence=0.9),
            at(DOC, PLAIN, "5次", value="5", unit="场次", kind="rank", confidence=0.35),
            at(DOC, PLAIN, "一、", value="1", unit="", confidence=0.2),
        ],
    )
    add_layer(
        store,
        "模型",
        "",
        [
            at(DOC, PLAIN, "18件", value="18", unit="件"),
            at(DOC, PLAIN, "训5次", value="5", unit="次"),
            at(DOC, PLAIN, "269.95亿元", value="269.95", unit="亿元", confidence=0.6),
        ],
    )
    return store


def last_entry(store: Path) -> JournalEntry:
    with StoreReader(store) as reader:
        return list(reader.journal.entries())[-1][1]


def gold(store: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in native_lines(store)]


async def test_the_card_tells_where_layers_differ(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        assert "图层" not in card(pilot), "all agree"
        await pilot.press("n")
        lines = [line for line in card(pilot).splitlines() if line.startswith("图层")]
        assert lines == ["图层 crf@2 0.35  L 采用  单位 场次 · 类别 位次", "图层 模型  范围 训5次"]
        await pilot.press("n")
        lines = [line for line in card(pilot).splitlines() if line.startswith("图层")]
        assert lines == ["图层 crf@2  没有这一条", "图层 模型 0.60  L 采用  数值 269.95 · 单位 亿元"]


@pytest.mark.sampled(1)
@pytest.mark.parametrize("key", ["L", "f4", "Ｌ"])
async def test_the_only_one_that_differs_is_taken_at_once(store: Path, key: str) -> None:
    async with desk(store, DOC) as pilot:
        await pilot.press("n", "n", key)
        await settled(pilot)
        assert "采自图层 模型" in status_line(pilot)
        entry = last_entry(store)
        assert (entry.action, circumstances_of(entry.note).proposed_by) == ("corrected", "模型")
        assert entry.after is not None and entry.after.correction is not None
        corrected = entry.after.correction
        assert (corrected.value, corrected.unit, corrected.subject) == ("269.95", "亿元", "主题26995000000")
        (row,) = gold(store)
        assert (row["decision"], row["proposed_by"], row["value"]) == ("corrected", "模型", "269.95")
        await pilot.press("z")
        await settled(pilot)
        assert gold(store) == []
    assert verify_store(store)[1] == []


async def test_of_several_one_is_chosen(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        await pilot.press("n", "L")
        await settled(pilot)
        assert isinstance(pilot.app.screen, LayerScreen)
        await pilot.press("escape", "L")
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        (row,) = gold(store)
        assert (row["surface"], row["proposed_by"], row["subject"]) == ("训5次", "模型", "主题5")


async def test_nothing_to_take_is_said(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        await pilot.press("L")
        assert "没有图层与这一条不同" in status_line(pilot)
        assert gold(store) == []


async def test_what_only_a_layer_found_is_offered_as_missed(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        await pilot.press("a")
        await settled(pilot)
        assert "只有图层 crf@2 0.20 提取" in card(pilot)
        await pilot.press("a")
        await settled(pilot)
        entry = last_entry(store)
        assert (entry.action, circumstances_of(entry.note).proposed_by) == ("added", "crf@2")
        (row,) = gold(store)
        assert (row["decision"], row["surface"], row["proposed_by"]) == ("added", "一、", "crf@2")
        await pilot.press("a")
        await settled(pilot)
        assert "没有未交代的数字了" in status_line(pilot)


async def test_what_only_a_layer_found_may_be_none(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        await pilot.press("a", "x")
        await settled(pilot)
        assert gold(store) == []
        assert not [one for one in screen_of(pilot).session.figures if one.held]


async def test_figures_are_visited_by_disagreement_and_by_confidence(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        session = screen_of(pilot).session
        await pilot.press("o", "o", "o")
        await settled(pilot)
        assert session.agenda.order == "disagreement"
        visited = [session.figure(index).figure.surface for index in session.visited()]
        assert visited == ["269.95亿元", "5次", "18件"]
        assert session.current_figure is not None
        assert session.current_figure.figure.surface == "269.95亿元"
        assert "分歧最大" in status_line(pilot)
        listed = screen_of(pilot).query_one(FiguresPane)
        told = [str(listed.row_text(row, 60)).split()[-1] for row in range(3)]
        assert told == ["crf@2、模型", "crf@2、模型", "主题18"]
        await pilot.press("o")
        await settled(pilot)
        visited = [session.figure(index).figure.surface for index in session.visited()]
        assert (session.agenda.order, visited) == ("confidence", ["5次", "269.95亿元", "18件"])
        told = [str(listed.row_text(row, 60)).split()[-1] for row in range(3)]
        assert told == ["0.35", "0.60", "0.90"]
        await pilot.press("o")
        assert session.agenda.order == "place"


async def test_a_report_without_layers_has_the_usual_orders(store: Path) -> None:
    async with desk(store, "怪") as pilot:
        session = screen_of(pilot).session
        orders = []
        for _ in range(4):
            await pilot.press("o")
            await settled(pilot)
            orders.append(session.agenda.order)
        assert orders == ["doubt", "kind", "place", "doubt"]


async def test_an_incomplete_layer_does_not_say_that_there_is_nothing(store: Path) -> None:
    from fzreview.domain.reports.report_filter import EVERY_REPORT
    from fzreview.work.extracting.predictions import Predictions
    from fzreview.work.layers.adding import LayerBuilder, named_layer, remove_layer, reports_that_fit
    from support.layers import predictions

    remove_layer(store, "crf")
    remove_layer(store, "模型")
    rows = [at(DOC, PLAIN, "18件", value="19"), at(DOC, PLAIN, "5次", value="five")]
    path = predictions(store.with_name("bad.jsonl"), rows)
    with Predictions(path) as source:
        reports = reports_that_fit(store, EVERY_REPORT, source.reports_in(store))
        with LayerBuilder(store, source, reports) as making:
            assert [one.incomplete for one in making.outcomes() if one] == [True]
            making.store_layer(named_layer("bad", ""))
    async with desk(store, DOC) as pilot:
        assert "图层 bad  L 采用  数值 19" in card(pilot)
        await pilot.press("n")
        assert "图层" not in card(pilot)


@IN_EACH_LANGUAGE
@pytest.mark.usefixtures("ties_at_once")
def test_card_with_layers(snap_compare, store: Path, size: tuple[int, int], language: Language) -> None:
    strings.use(language)
    review = Review.opened(store, "ann", DOC)

    async def differing(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)

    assert snap_compare(FzReviewApp(review), terminal_size=size, run_before=differing)
    review.close()


@ON_EACH_SCREEN
@pytest.mark.usefixtures("ties_at_once")
def test_choice_of_layers(snap_compare, store: Path, size: tuple[int, int]) -> None:
    review = Review.opened(store, "ann", DOC)

    async def asked(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("n", "L")
        await settled(pilot)

    assert snap_compare(FzReviewApp(review), terminal_size=size, run_before=asked)
    review.close()


async def test_a_layer_that_is_added_elsewhere_is_seen_without_a_key(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        await look(pilot)
        add_layer(store, "later", "1", [at(DOC, PLAIN, "18件", value="19", unit="件")])
        await look(pilot)
        assert "later@1" in card(pilot)
        add_layer(store, "later", "1", [at(DOC, PLAIN, "18件", value="18", unit="件")], replace=True)
        await look(pilot)
        assert "later@1" not in card(pilot)


async def look(pilot: Pilot[None]) -> None:
    screen_of(pilot).controllers.change_watcher.poll()
    await settled(pilot)
