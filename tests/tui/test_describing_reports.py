"""At the desk: what a report is, set aside or not, its headings; each change undone as any is."""

from __future__ import annotations

from pathlib import Path

from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.loading.ingest import load
from support.desk import desk, header, screen_of, status_line
from support.gold_reports import SEEDS, seed_names

DOC = seed_names()[4]


def library(store: Path, *, aside: bool = False) -> list[str]:
    with StoreReader(store) as reader:
        return [one.doc for one in reader.summaries(aside=aside)]


async def test_a_field_is_corrected_and_undone(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        before = screen_of(pilot).session.report.reading.metadata
        await pilot.press("i", "tab", *["backspace"] * 4, *"2018", "enter")
        assert screen_of(pilot).session.report.reading.metadata.year == 2018
        assert "年份" in status_line(pilot)
        await pilot.press("z")
        assert screen_of(pilot).session.report.reading.metadata == before
        await pilot.press("ctrl+y", "ctrl+y")
        assert screen_of(pilot).session.report.reading.metadata.year == 2018
    assert verify_store(store)[1] == []


async def test_what_cannot_be_is_asked_again(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        await pilot.press("i", "tab", *"x", "enter")
        assert "year" in str(pilot.app.screen.query_one("#problem").content)
        await pilot.press("escape")
        assert status_line(pilot) is not None
    assert verify_store(store) == (0, [])


async def test_a_report_is_excluded_at_the_desk(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        await pilot.press("i", *["tab"] * 8, "2", "enter")
        assert "不是报告" in header(pilot)
        assert DOC not in library(store) and library(store, aside=True) == [DOC]
        await pilot.press("z")
        assert DOC in library(store)
        assert "不是报告" not in header(pilot)


async def test_one_key_makes_a_report_of_its_own_of_a_copy(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    text = (SEEDS / DOC).read_text(encoding="utf-8")
    copy.write_bytes(text.encode("gb18030"))
    original = tmp_path / "original.txt"
    original.write_text(text, encoding="utf-8")
    path = tmp_path / "own.db"
    assert [result.copy_of for result in load(path, [str(original), str(copy)])] == [None, "original.txt"]
    async with desk(path, "copy.txt") as pilot:
        assert "副本" in header(pilot)
        await pilot.press("Y")
        assert "副本" not in header(pilot)
        await pilot.press("Y")
        assert "不是副本" in status_line(pilot)
    assert library(path) == ["original.txt", "copy.txt"]


async def test_a_heading_gets_another_level_and_loses_it_again(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        session = screen_of(pilot).session
        section = session.section
        assert section is not None
        before = session.report.reading.outline
        await pilot.press("h")
        await pilot.pause()
        assert "2第2级" in str(pilot.app.screen.query_one("#level").render()), (
            "the key is no part of the level"
        )
        await pilot.press("4", "enter")
        assert session.report.reading.outline[section].level == 4
        await pilot.press("h", "7", "enter")
        assert len(session.report.reading.outline) == len(before) - 1
        await pilot.press("z", "z", "z", "z")
        assert session.report.reading.outline == before
    assert verify_store(store)[1] == []


async def test_the_first_sentence_of_the_line_is_proposed_as_a_missed_heading(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        session = screen_of(pilot).session
        source = session.report.reading.source
        at = session.figure(0).figure.start
        known = session.report.reading.outline
        await pilot.press("H", "enter", "4", "enter")
        (stated,) = set(session.report.reading.outline) - set(known)
        assert not source[source.rfind("\n", 0, at) + 1 : stated.start].strip()
        assert stated.level == 4 and source[stated.end] in "。\n"
    assert verify_store(store)[1] == []


async def test_what_is_marked_over_two_lines_is_no_heading(store: Path) -> None:
    # Of the examples the one with the shortest line.
    async with desk(store, seed_names()[1]) as pilot:
        session = screen_of(pilot).session
        known, source = session.report.reading.outline, session.report.reading.source
        ends = [one.figure.end for one in session.figures]
        lengths = [source.find("\n", end) - source.rfind("\n", 0, end) for end in ends]
        shortest = lengths.index(min(lengths))
        screen_of(pilot).controllers.navigator.go(shortest)
        await pilot.press("H", *["full_stop"] * lengths[shortest], "enter")
        await pilot.pause()
        assert "同一行" in status_line(pilot)
        assert session.report.reading.outline == known
