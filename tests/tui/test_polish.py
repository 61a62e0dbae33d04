"""Small things that hold a reviewer up when they are not right."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from fzreview.store.reader import StoreReader
from fzreview.tui.screens.correction import CorrectionScreen
from fzreview.tui.widgets.entry.choice import Choice
from support.copied_stores import new_store
from support.desk import desk, keys_line, screen_of, settled, status_line
from support.extractions import take_over
from support.gold_reports import gold_report, seed_names

FIRST, GLOSSED = seed_names()[:2]


async def test_a_status_line_goes_with_its_cause(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("D")
        assert "没有剔除" in status_line(pilot)
        await pilot.press("n")
        assert status_line(pilot) == ""
        await pilot.press("v")
        saved = status_line(pilot)
        await pilot.press("n", "p")
        assert status_line(pilot) == saved, "what was done stays to be read"


async def test_the_empty_store_shows_what_one_can_do(tmp_path: Path) -> None:
    new_store(tmp_path / "empty.db")
    async with desk(tmp_path / "empty.db") as pilot:
        assert "Ctrl+O" in keys_line(pilot) and "示例" in keys_line(pilot) and "核实" not in keys_line(pilot)
        await pilot.press("v")
        assert "Ctrl+O" in status_line(pilot)


async def test_glosses_are_underlined_in_the_source(store: Path) -> None:
    async with desk(store, GLOSSED) as pilot:
        await pilot.press("r")
        view = screen_of(pilot).controllers.display.view
        repaired = [view.text[start:end] for start, end in view.repairs]
        assert repaired.count("(qū)") > 50
        assert all(a[1] <= b[0] for a, b in zip(view.repairs, view.repairs[1:], strict=False))


async def test_tab_completes_a_path(store: Path, tmp_path: Path) -> None:
    (tmp_path / "年度报告").mkdir()
    async with desk(store, FIRST) as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        field = pilot.app.screen.query_one("#path", Input)
        field.value = f"{tmp_path}/年"
        await pilot.press("tab")
        await settled(pilot)
        assert field.value == f"{tmp_path}/年度报告/"
        assert field.has_focus and field.cursor_position == len(field.value)


async def test_an_empty_palette_says_so_beside_what_was_typed(store: Path) -> None:
    async with desk(store, FIRST, size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"zzzz")
        await settled(pilot)
        none, field = pilot.app.screen.query_one("#none", Static), pilot.app.screen.query_one("#typed")
        assert "没有匹配" in str(none.content)
        assert none.region.y == field.region.bottom


@pytest.mark.parametrize(("keys", "unit"), [(("ctrl+left",), ""), (("ctrl+left", "ctrl+right"), "次")])
async def test_another_span_asks_for_unit_and_bound_again(
    store: Path, keys: tuple[str, ...], unit: str
) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", *keys)
        await settled(pilot)
        screen = pilot.app.screen
        assert screen.query_one("#unit", Input).value == unit
        assert screen.query_one("#bound", Choice).value == ">"
        assert "核对" in str(screen.query_one("#problem", Static).content)


async def test_another_span_leaves_a_typed_unit_alone(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", "tab", *"户", "ctrl+left")
        await pilot.pause()
        assert pilot.app.screen.query_one("#unit", Input).value == "户"


async def test_a_subject_of_unusual_length_is_asked_about(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e")
        await pilot.pause()
        screen = pilot.app.screen
        screen.query_one("#subject", Input).value = "长" * 2800
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, CorrectionScreen)
        assert "2800" in str(screen.query_one("#problem", Static).content)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is screen_of(pilot)
    with StoreReader(store) as reader:
        assert len(next(reader.figures(1)).shown.subject) == 2800


async def test_traditional_characters_find_simplified_text(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("slash")
        pilot.app.screen.query_one("#words", Input).value = "執法人員"
        await settled(pilot)
        counts = str(pilot.app.screen.query_one("#found-counts").content)  # type: ignore[attr-defined]  # Lines
        assert "本报告 0 处" not in counts and "其他报告 0 份" not in counts


async def test_what_was_typed_is_kept_when_an_extraction_takes_its_figure_away(store: Path) -> None:
    from dataclasses import replace

    figures = gold_report(FIRST).reading.figures
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", *"三百")
        take_over(store, "2.0", {FIRST: lambda reading: replace(reading, figures=figures[1:])})
        await pilot.press("enter")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CorrectionScreen)
        assert screen.query_one("#value", Input).value == "300"
        await pilot.press("enter")
        await settled(pilot)
        assert "补充" in status_line(pilot)
    with StoreReader(store) as reader:
        assert next(reader.figures(1)).shown.value == "300"


async def test_help_names_its_own_keys_and_the_desk_its_own_again(store: Path) -> None:
    async with desk(store) as pilot:
        before = keys_line(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert "Esc 返回" in keys_line(pilot) and "核实" not in keys_line(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert keys_line(pilot) == before


async def test_help_over_a_dialog_gives_its_keys_back(store: Path) -> None:
    async with desk(store) as pilot:
        await pilot.press("e")
        await settled(pilot)
        before = keys_line(pilot)
        await pilot.press("f1")
        await settled(pilot)
        assert "Esc 返回" in keys_line(pilot) != before
        await pilot.press("escape")
        await settled(pilot)
        assert keys_line(pilot) == before


async def test_a_class_is_asked_for_no_longer_than_until_another_figure_is_decided(store: Path) -> None:
    async with desk(store, GLOSSED) as pilot:
        usual = keys_line(pilot)
        await pilot.press("x")
        assert keys_line(pilot) != usual
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("d")  # the next figure is of another kind
        await settled(pilot)
        assert screen_of(pilot).session.decided == 2
        assert keys_line(pilot) == usual
        await pilot.press("D")
        assert "没有剔除" in status_line(pilot)
