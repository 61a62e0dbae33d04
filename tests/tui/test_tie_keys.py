"""Ties at the desk by keys: card, walk, back, verifying all of a tie, other reports, doubtful first."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.tui.screens.across import AcrossScreen
from fzreview.tui.screens.bulk import BulkScreen
from fzreview.tui.screens.desk import DeskScreen
from fzreview.tui.widgets.lists.across_list import AcrossList
from fzreview.tui.widgets.lists.figures_pane import FiguresPane
from fzreview.tui.widgets.text.pane import TextPane
from support.copied_stores import new_store
from support.desk import card, desk, header, screen_of, settled, status_line
from support.gold_reports import seed_names
from support.written_reports import read_as_loading_does

SUM = "全年新增市场主体1167户,其中企业283户;个体工商户884户。"
REPORTS = {
    "2020.txt": f"甲区人民政府2020年法治政府建设报告\n一、情况\n{SUM}办理行政复议案件120件。\n",
    "2021.txt": (
        "甲区人民政府2021年法治政府建设报告\n一、情况\n"
        f"{SUM}\n调解纠纷501件,其中重大疑难纠纷510件。\n办理行政复议案件1320件。\n开展培训60场。\n"
    ),
}
HERE = "2021.txt"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "ties.db"
    new_store(path)
    writer = StoreWriter(path)
    for doc, text in REPORTS.items():
        writer.insert(read_as_loading_does(text, doc), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


def statuses(path: Path, doc: str = HERE) -> list[str]:
    with StoreReader(path) as reader:
        return [figure.status for figure in reader.figures(reader.find_report(doc).id)]


def surface(pilot: Pilot[None]) -> str:
    stored = screen_of(pilot).session.current_figure
    assert stored is not None
    return stored.figure.surface


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


async def test_the_card_shows_each_tie_with_its_sign(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        assert "✓ 各项之和等于总数 1167：283+884=1167" in card(pilot)
        assert "部分 283户、部分 884户" in card(pilot)
        await pilot.press(*"nnnn")
        assert surface(pilot) == "510件"
        assert "✗ 部分大于总体：510>501" in card(pilot)
        await pilot.press("n", "n")
        assert not {"✓", "~", "✗"} & set(card(pilot))


async def test_the_card_warns_of_a_figure_that_jumps_against_another_year(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, *"nnnnn")
        assert surface(pilot) == "1320件"
        assert "! 甲区 2020：120件，相差约 10 倍" in card(pilot)
        await press(pilot, "e", *"132", "enter", "p")
        assert surface(pilot) == "1320件"
        assert "相差" not in card(pilot)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("size", [(140, 42), (80, 24), (100, 30)])
async def test_the_text_does_not_move_whatever_the_card_shows(reports: Path, size: tuple[int, int]) -> None:
    async with desk(reports, HERE, size=size) as pilot:
        text = screen_of(pilot).query_one(TextPane)
        before = text.region
        for _ in range(6):
            await pilot.press("n")
            assert text.region == before
            lines = card(pilot).splitlines()
            assert len(lines) <= screen_of(pilot).query_one("#card").size.height


async def test_tied_figures_are_marked_in_the_text_while_they_are_tied(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        text = screen_of(pilot).query_one(TextPane)

        def looks() -> dict[str, bool]:
            """Every stretch of text → whether it is underlined."""
            rows = [text.render_line(y) for y in range(text.size.height)]
            return {
                segment.text: bool(segment.style and segment.style.underline)
                for row in rows
                for segment in row
            }

        assert looks()["283户"] and looks()["884户"] and not looks()["501件"]
        await pilot.press("n", "n", "n")
        assert not looks()["283户"] and looks()["510件"]


@pytest.mark.sampled(1)
@pytest.mark.parametrize("key", ["t", "0", "ｔ", "０"])
async def test_one_key_steps_through_the_tied_figures_and_back(reports: Path, key: str) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, key)
        assert surface(pilot) == "283户"
        assert "勾稽 1/1（第 1/2 处）：各项之和等于总数 1167" in status_line(pilot)
        await press(pilot, key)
        assert surface(pilot) == "884户"
        await press(pilot, key)
        assert surface(pilot) == "1167户"
        assert "回到出发的数据" in status_line(pilot)


@pytest.mark.parametrize("panes", [1, 2])
async def test_the_walk_works_in_outline_and_list(reports: Path, panes: int) -> None:
    async with desk(reports, HERE) as pilot:
        await pilot.press(*["tab"] * panes)
        await press(pilot, "t", "t")
        assert surface(pilot) == "884户"
        figures = screen_of(pilot).query_one(FiguresPane)
        assert figures.index(figures.cursor) == 2


@pytest.mark.sampled(1)
@pytest.mark.parametrize("key", ["b", "backspace", "ｂ"])
async def test_one_key_leaves_the_walk_even_after_a_verdict(reports: Path, key: str) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, "t", "t", "v")
        assert surface(pilot) == "501件"
        await press(pilot, key)
        assert surface(pilot) == "1167户"
        await press(pilot, key)
        assert "没有可回到的地方" in status_line(pilot)


@pytest.mark.sampled(1)
@pytest.mark.parametrize("keys", [("g", "enter"), ("plus", "plus"), ("ｇ", "ｇ")])
async def test_all_of_a_tie_is_shown_then_verified_and_undone_as_one(
    reports: Path, keys: tuple[str, str]
) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, "n", "s", "p", "p")
        assert surface(pilot) == "1167户"
        await press(pilot, keys[0])
        screen = pilot.app.screen
        assert isinstance(screen, BulkScreen)
        shown = str(screen.query_one("#bulk-figures").content)  # type: ignore[attr-defined]  # a Static
        assert "> 1167户 = 1167 户" in shown and "> 884户 = 884 户" in shown
        assert "? 283户" in shown and "已判定，不动" in shown and "一、情况" in shown
        await press(pilot, keys[1])
        assert statuses(reports)[:3] == ["verified", "unsure", "verified"]
        assert "核实" in status_line(pilot) and "等 2 条" in status_line(pilot)
        assert surface(pilot) == "501件", "on to the next undecided figure"
        await press(pilot, "z")
        assert statuses(reports)[:3] == ["undecided", "unsure", "undecided"]
        await press(pilot, "ctrl+y")
        assert statuses(reports)[:3] == ["verified", "unsure", "verified"]


async def test_giving_up_verifies_nothing(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, "g", "escape")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert set(statuses(reports)) == {"undecided"}


async def test_a_tie_that_fails_is_not_offered(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, *"nnn", "g")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert "没有可一并核实的勾稽" in status_line(pilot)


@pytest.mark.sampled(1)
@pytest.mark.parametrize("size", [(80, 20), (140, 42), (80, 24)])
async def test_the_sentence_of_a_tie_is_seen_above_its_figures(store: Path, size: tuple[int, int]) -> None:
    async with desk(store, seed_names()[4], size=size) as pilot:
        await press(pilot, *["n"] * 31)
        assert surface(pilot) == "25件"
        text = screen_of(pilot).query_one(TextPane)
        top = text.top_offset
        await press(pilot, "g")
        assert isinstance(pilot.app.screen, BulkScreen)
        dialog = pilot.app.screen.query_one(".dialog").region
        here = text.current_region
        assert here is not None and here.bottom <= dialog.y
        await press(pilot, "escape")
        assert text.top_offset == top


async def test_ties_follow_a_correction_and_its_undo(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, "n", "e", *"273", "enter")
        await press(pilot, "p", "p")
        assert "✗ 各项之和为 1157，与总数 1167 不符" in card(pilot)
        await press(pilot, "z")
        assert "✓ 各项之和等于总数 1167" in card(pilot)
        await press(pilot, "x", "z", "t")
        assert "勾稽" in status_line(pilot)


@pytest.mark.sampled(1)
@pytest.mark.parametrize("key", ["k", "ctrl+k", "ｋ"])
async def test_the_subject_in_other_reports_is_listed_visited_and_left(reports: Path, key: str) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, *"nnnnn")
        assert surface(pilot) == "1320件"
        text = screen_of(pilot).query_one(TextPane)
        top, before = text.top_offset, card(pilot)
        await press(pilot, key)
        assert isinstance(pilot.app.screen, AcrossScreen)
        row = pilot.app.screen.query_one(AcrossList).row_text(0, 100).plain
        assert row.startswith("! 2020") and "120 件" in row and "0.09 倍" in row
        await press(pilot, "enter")
        assert "2020.txt" in header(pilot) and surface(pilot) == "120件"
        assert "回到离开的地方" in status_line(pilot)
        await press(pilot, "v", "backspace")
        assert HERE in header(pilot)
        assert (card(pilot), text.top_offset) == (before, top)


async def test_the_way_back_is_kept_while_its_report_cannot_be_read(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, *"nnnnn", "k")
        gone = reports.rename(reports.with_name("elsewhere.db"))
        await press(pilot, "enter")
        assert "读取失败" in status_line(pilot) and HERE in header(pilot)
        gone.rename(reports)
        await press(pilot, "k", "enter")
        assert "2020.txt" in header(pilot)
        gone = reports.rename(gone)
        await press(pilot, "b")
        assert "读取失败" in status_line(pilot) and "2020.txt" in header(pilot)
        gone.rename(reports)
        await press(pilot, "b")
        assert HERE in header(pilot) and surface(pilot) == "1320件"


async def test_the_key_of_ties_looks_into_other_reports_where_there_are_none(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, *"nnnnn", "t")
        assert "没有勾稽" in status_line(pilot)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, AcrossScreen)
        await press(pilot, "escape")
        assert surface(pilot) == "1320件"


async def test_doubtful_figures_first_with_the_reason_on_the_card(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, "o")
        session = screen_of(pilot).session
        assert [session.figure(index).figure.surface for index in session.visited()[:2]] == ["501件", "510件"]
        assert surface(pilot) == "501件", "at the most doubtful one"
        listed = screen_of(pilot).query_one(FiguresPane)
        assert "勾稽不符" in listed.row_text(0, 80).plain
        assert "排在此处因为： 勾稽不符" in card(pilot)
        order = session.visited()
        await press(pilot, "e", *"500", "enter")
        assert session.visited() == order, "the order stays while one decides"
    async with desk(reports, HERE) as pilot:
        session = screen_of(pilot).session
        assert session.agenda.order == "doubt"
        await press(pilot, "right_curly_bracket", "left_curly_bracket")
        assert session.current == session.visited()[0] or session.decided
