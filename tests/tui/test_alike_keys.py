"""Judge one, settle many: what is alike in other reports is listed, read, and decided by one key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from fzreview.domain.decisions.circumstances import circumstances_of
from fzreview.domain.figures.figure_state import state_of
from fzreview.domain.reports.stored import StoredFigure
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.tui.screens.alike import AlikeScreen
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from support.copied_stores import new_store
from support.desk import desk, screen_of, settled, status_line
from support.written_reports import read_as_loading_does

HERE = "0.txt"
PLACES = "甲乙丙丁戊己庚辛"
LAWSUITS = "办理行政应诉案件9件。\n"
HOSTILE = "[bold]\x1b[31m\x07\u202e{0}%s"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Eight reports with the same three figures; the first has one more."""
    path = tmp_path / "alike.db"
    new_store(path)
    writer = StoreWriter(path)
    for number, place in enumerate(PLACES):
        more = LAWSUITS if place == "甲" else ""
        text = (
            f"{place}区人民政府2021年法治政府建设报告\n一、情况\n全年共办理行政复议案件{120 + number}件。\n"
            f"{more}其中调解纠纷{50 + number}件。\n落实三个方面要求。\n"
        )
        writer.insert(read_as_loading_does(text, f"{number}.txt"), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


def figure(path: Path, doc: str, surface: str) -> StoredFigure:
    with StoreReader(path) as reader:
        figures = reader.figures(reader.find_report(doc).id)
        return next(one for one in figures if one.figure.surface == surface)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


async def go_to(pilot: Pilot[None], surface: str) -> None:
    screen = screen_of(pilot)
    screen.controllers.navigator.go(
        [stored.figure.surface for stored in screen.session.figures].index(surface)
    )
    await settled(pilot)


def listed(pilot: Pilot[None]) -> list[str]:
    return [str(block.render()) for block in pilot.app.screen.query(".alike")]


def statuses(path: Path, surfaces: str = "{}件", first: int = 120) -> list[str]:
    return [
        state_of(figure(path, f"{number}.txt", surfaces.format(first + number)))
        for number in range(len(PLACES))
    ]


async def test_a_rejection_is_repeated_where_the_same_is_told(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await go_to(pilot, "120件")
        await press(pilot, "x")
        assert "j 同类 7 条" in status_line(pilot)
        await press(pilot, "j")
        assert len(listed(pilot)) == 7
        assert "乙区" in listed(pilot)[0] and "全年共办理行政复议案件121件" in listed(pilot)[0]
        assert "→ 不是数据" in listed(pilot)[0]
        assert statuses(reports)[1:] == ["undecided"] * 7, "nothing is decided before it was read"
        await press(pilot, "enter")
        assert "7 份报告里的 7 条" in status_line(pilot)
        assert statuses(reports) == ["rejected"] * 8


async def test_the_journal_tells_what_they_follow_from(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await go_to(pilot, "120件")
        await press(pilot, "x", "j", "enter")
    with StoreReader(reports) as reader:
        entries = [entry for _, entry in reader.journal.entries()]
        bulk = reader.verdicts.decided_in_bulk(entries[-1].report)
    origin, others = entries[0], entries[1:]
    assert {circumstances_of(entry.note).bulk for entry in others} == {f"alike {origin.uuid}"}
    assert len({entry.batch for entry in others}) == 1 and origin.batch is None
    assert bulk == {others[-1].figure}


async def test_one_undo_takes_back_all_of_them_in_every_report(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await go_to(pilot, "120件")
        await press(pilot, "x", "j", "enter", "z")
        assert statuses(reports) == ["rejected", *["undecided"] * 7]
        assert "7 份报告里的 7 条" in status_line(pilot)
        await press(pilot, "ctrl+y")
        assert statuses(reports) == ["rejected"] * 8
    async with desk(reports, HERE) as pilot:
        await press(pilot, "z", "z")
        assert statuses(reports) == ["rejected", *["undecided"] * 7], "also behind a restart"


def test_the_command_takes_back_all_of_them_too(reports: Path, tmp_path: Path) -> None:
    review = Review.opened(reports, "ann", HERE)
    session = review.session
    first = session.figures[0].span_key
    session.go(0)
    step = session.figure_steps.decide("wrong", "not_a_figure")
    assert step is not None
    review.record(step).result()
    session.accept(step)
    offer = review.alike_to(step.entry)
    assert offer is not None
    many = session.figure_steps.decide_elsewhere(offer.alikes, offer.bulk_note)
    assert many is not None
    review.record(many).result()
    review.close()
    judge(reports, "ann", f"{many.entry.report[:12]}:{many.entry.figure}", "undo")
    assert statuses(reports) == ["rejected", *["undecided"] * 7]
    assert first == step.entry.figure


async def test_x_takes_one_out_and_escape_decides_nothing(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await go_to(pilot, "120件")
        await press(pilot, "x", "j", "escape")
        assert statuses(reports)[1:] == ["undecided"] * 7
        await press(pilot, "j", "down", "x", "x", "up", "x")
        assert "去掉了" in listed(pilot)[1] and "→" in listed(pilot)[2]
        await press(pilot, "enter")
        assert statuses(reports) == ["rejected", "rejected", "undecided", *["rejected"] * 5]


async def test_the_words_that_a_correction_cuts_off_are_cut_off_elsewhere(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await go_to(pilot, "120件")
        screen = screen_of(pilot)
        machine = screen.session.figures[0].figure
        await screen.controllers.recorder.record(
            screen.session.figure_steps.correct(replace(machine, subject="行政复议案件"))
        )
        await settled(pilot)
        assert "同类 8 条" in status_line(pilot), "whatever begins with the same words, here too"
        await press(pilot, "j")
        assert "主题 办理行政应诉案件 → 行政应诉案件" in listed(pilot)[0]
        assert "主题 办理行政复议案件 → 行政复议案件" in listed(pilot)[1]
        while isinstance(pilot.app.screen, AlikeScreen):
            await press(pilot, "enter")
        assert statuses(reports) == ["corrected"] * 8
        assert state_of(figure(reports, "3.txt", "53件")) == "undecided", "it goes on otherwise"
        assert state_of(screen.session.figures[1]) == "corrected", "what is in the open report is shown"


async def test_nothing_is_decided_that_was_not_shown(reports: Path) -> None:
    async with desk(reports, HERE, size=(80, 24)) as pilot:
        await go_to(pilot, "120件")
        await press(pilot, "x", "j", "enter")
        assert isinstance(pilot.app.screen, AlikeScreen)
        assert statuses(reports)[1:] == ["undecided"] * 7
        assert "没有显示过" in str(pilot.app.screen.query_one("#alike-problem", Static).render())
        await press(pilot, "enter", "enter", "enter")
        assert statuses(reports) == ["rejected"] * 8


async def test_what_another_desk_decides_meanwhile_stays(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await go_to(pilot, "120件")
        await press(pilot, "x", "j")
        stored = figure(reports, "3.txt", "123件")
        with StoreReader(reports) as reader:
            sha256 = reader.find_report("3.txt").sha256
        judge(reports, "bob", f"{sha256[:12]}:{stored.span_key}", "verified")
        await press(pilot, "enter")
        assert statuses(reports) == ["rejected", *["undecided"] * 2, "verified", *["undecided"] * 4]
        assert "未覆盖" in status_line(pilot)
        await press(pilot, "j")
        assert len(listed(pilot)) == 6
        await press(pilot, "enter")
        assert statuses(reports) == ["rejected"] * 3 + ["verified"] + ["rejected"] * 4


async def test_a_class_that_is_told_behind_goes_with_them(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await go_to(pilot, "三个")
        await press(pilot, "x", "G", "j")
        assert "属" in listed(pilot)[0]
        await press(pilot, "enter")
    latest = figure(reports, "5.txt", "三个").latest
    assert latest is not None and latest.decision.reason_class == "slogan"


async def test_without_anything_alike_the_key_says_so(reports: Path) -> None:
    async with desk(reports, HERE) as pilot:
        await press(pilot, "j")
        assert "没有同类" in status_line(pilot)
        await press(pilot, "v", "j")
        assert "没有同类" in status_line(pilot)


async def test_sentences_of_other_reports_do_nothing_to_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    new_store(path)
    writer = StoreWriter(path)
    for number in range(2):
        text = f"甲区2021年法治政府建设报告\n一、情况\n{HOSTILE}办理复议案件1{number}件{HOSTILE}。\n"
        report = read_as_loading_does(text, f"{HOSTILE}{number}.txt")
        writer.insert(report, "2026-01-01T00:00:00.000Z").result()
    writer.close()
    async with desk(path) as pilot:
        await press(pilot, "x", "j")
        (block,) = listed(pilot)
        assert not set("\x1b\x07\u202e") & set(block)
