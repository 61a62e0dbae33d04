"""The panel at the desk: a table of places and years, each cell with its sentence, judged there."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from fzreview.domain.figures.figure_state import state_of
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.tui.screens.desk import DeskScreen
from fzreview.tui.screens.panel import PanelScreen
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.panel_table import PanelTable
from fzreview.work.judging.judge import judge
from support.copied_stores import new_store
from support.desk import desk, keys_line, screen_of, settled, status_line
from support.written_reports import read_as_loading_does

VALUES = {
    ("甲区", 2019): 120,
    ("甲区", 2020): 130,
    ("甲区", 2022): 1320,
    ("乙县", 2019): 88,
    ("乙县", 2020): 190,
}
HERE = "甲区2020.txt"
HOSTILE = "[bold]\x1b[m\x07\u202e"


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """Two places over four years; 甲区 does not tell of 2021 and words 2022 otherwise."""
    path = tmp_path / "panel.db"
    new_store(path)
    writer = StoreWriter(path)
    for (place, year), value in VALUES.items():
        verb = "办理" if year == 2022 else "受理"
        text = (
            f"{place}人民政府{year}年法治政府建设报告\n一、情况\n"
            f"{verb}行政复议案件{value}件，{HOSTILE}审结率较高。调解纠纷60件。\n"
        )
        report = read_as_loading_does(text, f"{place}{year}.txt")
        writer.insert(report, "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def table(pilot: Pilot[None]) -> list[str]:
    """Years, then each place."""
    screen = pilot.app.screen
    pane = screen.query_one(PanelTable)
    head = screen.query_one("#panel-head", TextLines).content
    width = pane.scrollable_content_region.width
    return [head.rstrip(), *(pane.row_text(row, width).plain for row in range(pane.row_count))]


def told(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#panel-told", Static).render())


def line(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one("#panel-line", TextLines).content


def state(path: Path, doc: str) -> str:
    with StoreReader(path) as reader:
        return state_of(next(reader.figures(reader.find_report(doc).id)))


def key_of(path: Path, doc: str) -> str:
    with StoreReader(path) as reader:
        summary = reader.find_report(doc)
        return f"{summary.sha256}:{next(reader.figures(summary.id)).span_key}"


async def test_an_indicator_stands_by_place_and_year_with_its_sentence(years: Path) -> None:
    judge(years, "li", key_of(years, HERE), "verified")
    async with desk(years, HERE) as pilot:
        await press(pilot, "p", "P")
        head, wording, one, other = table(pilot)
        assert wording.startswith("受理行政复议案件") and "相近" in wording
        assert head.split()[:2] == ["2019", "2020"]
        assert one.split()[0] == "乙县" and ".88" in one and ".190/" in one
        assert other.split()[0] == "甲区" and ".120" in other and "+130" in other
        assert "甲区  2020" in told(pilot) and "受理行政复议案件130件" in told(pilot) and "li" in told(pilot)
        await press(pilot, "left")
        assert "受理行政复议案件120件" in told(pilot)
        await press(pilot, "up")
        assert "受理行政复议案件88件" in told(pilot)
        assert not set("\x1b\x07\u202e") & set(told(pilot))


async def test_wordings_stand_under_each_other_and_are_never_merged(years: Path) -> None:
    async with desk(years, HERE) as pilot:
        await press(pilot, "P", "slash", "ctrl+u", *"行政复议", "enter")
        assert "提法 2 种" in str(pilot.app.screen.query_one("#panel-title", Static).render())
        head, *lines = table(pilot)
        assert head.split()[:4] == ["2019", "2020", "2021", "2022"], "a year without anything is missed"
        assert [one.split()[0] for one in lines] == [
            *("受理行政复议案件", "乙县", "甲区"),
            *("办理行政复议案件", "甲区"),
        ]
        pane = pilot.app.screen.query_one(PanelTable)
        places = []
        for key in ("home", "tab", "tab", "end", "up", "up"):
            await press(pilot, key)
            places.append(pane.cursor)
        assert places == [1, 4, 1, 4, 2, 1], "headings are passed over"
        await press(pilot, "slash", "ctrl+u", *"没有", "enter")
        assert "没有主题" in line(pilot)


async def test_enter_goes_to_the_sentence_and_one_key_comes_back(years: Path) -> None:
    async with desk(years, HERE) as pilot:
        await press(pilot, "P", "up", "enter")
        screen = screen_of(pilot)
        assert isinstance(pilot.app.screen, DeskScreen)
        assert screen.session.report.summary.doc == "乙县2020.txt"
        assert "P 回到面板" in status_line(pilot)
        await press(pilot, "P")
        assert "受理行政复议案件190件" in told(pilot)
        await press(pilot, "escape", "b")
        assert screen.session.report.summary.doc == HERE


async def test_a_verdict_is_given_beside_the_sentence_and_taken_back(years: Path) -> None:
    async with desk(years, HERE) as pilot:
        await press(pilot, "P", "up", "w")
        assert state(years, "乙县2020.txt") == "to_fix"
        assert "w190" in table(pilot)[2] and "待更正" in told(pilot), "it stands where it stood"
        await press(pilot, "v")
        assert state(years, "乙县2020.txt") == "verified"
        assert "+190" in table(pilot)[2] and "已存：核实" in line(pilot)
        await press(pilot, "v")
        assert "没有写入" in line(pilot)
        await press(pilot, "left", "s", "down", "x")
        assert state(years, "乙县2019.txt") == "unsure"
        assert state(years, "甲区2019.txt") == "rejected"
        assert "120" not in table(pilot)[3], "what is no figure stands in no cell"
        await press(pilot, "z")
        assert state(years, "甲区2019.txt") == "undecided"


async def test_undo_in_the_panel_leaves_the_desk_where_it_was(years: Path) -> None:
    async with desk(years, HERE) as pilot:
        session = screen_of(pilot).session
        await press(pilot, "P", "up", "v", "left", "v", "z")
        assert state(years, "乙县2019.txt") == "undecided"
        assert "Tab" in keys_line(pilot), "the keys of the panel are named as long as it is on top"
        await press(pilot, "z")
        assert state(years, "乙县2020.txt") == "undecided", "the line named it"
        await press(pilot, "escape")
        assert session.report.summary.doc == HERE and session.current == 0


async def test_a_verdict_on_the_open_report_is_seen_at_the_desk(years: Path) -> None:
    async with desk(years, HERE) as pilot:
        await press(pilot, "P", "v", "escape")
        assert state(years, HERE) == "verified"
        assert state_of(screen_of(pilot).session.figures[0]) == "verified"


async def test_a_sentence_that_is_not_painted_yet_is_not_judged(years: Path) -> None:
    async with desk(years, HERE) as pilot:
        await press(pilot, "P")
        screen = pilot.app.screen
        assert isinstance(screen, PanelScreen)
        # Both keys at once: the sentence of the other cell is still being read.
        screen.query_one(PanelTable).action_turn(-1)
        await screen.action_judge("verify")
        screen.query_one(PanelTable).action_turn(1)
        await settled(pilot)
        assert [state(years, doc) for doc in ("甲区2019.txt", HERE)] == ["undecided"] * 2


async def test_what_another_desk_decided_meanwhile_is_not_overruled_unseen(years: Path) -> None:
    async with desk(years, HERE) as pilot:
        await press(pilot, "P", "up")
        judge(years, "bob", key_of(years, "乙县2020.txt"), "unsure")
        await press(pilot, "v")
        assert state(years, "乙县2020.txt") == "unsure"
        assert "bob" in told(pilot), "the cell is told anew"


async def test_a_disputed_cell_has_its_own_sign(years: Path) -> None:
    judge(years, "li", key_of(years, HERE), "verified")
    judge(years, "bob", key_of(years, HERE), "unsure")
    async with desk(years, HERE) as pilot:
        await press(pilot, "p", "P")
        assert "!130" in table(pilot)[3] and "有分歧" in told(pilot)


async def test_typed_words_are_no_verdicts(years: Path) -> None:
    async with desk(years, HERE) as pilot:
        await press(pilot, "P", "slash", *"vxsz", "escape", "escape")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert state(years, HERE) == "undecided"


async def test_all_of_it_is_in_sight_on_a_small_screen(years: Path) -> None:
    async with desk(years, HERE, size=(80, 24)) as pilot:
        await press(pilot, "P")
        dialog = pilot.app.screen.query_one(".dialog").region
        assert dialog.bottom <= 24
        for name in ("#panel", "#panel-told", "#panel-line"):
            assert dialog.contains_region(pilot.app.screen.query_one(name).region)
        assert pilot.app.screen.query_one(Input).region.height == 1
