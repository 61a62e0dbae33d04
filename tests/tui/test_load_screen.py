"""Reports loaded from inside the desk, by a process of its own."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from fzreview.store.reader import StoreReader
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.work.loading.completing import completions
from support.desk import desk, header, screen_of, settled, status_line, until
from support.gold_reports import SEEDS, seed_names
from support.office_files import html_of_text
from support.pdf_files import pdf_showing, placed

SENTENCE = "全年办理行政复议案件48件，审结45件。"

BESIDE_A_LOAD = 0.05
"""Seconds between two looks at what a loading process brings about."""


async def told(pilot: Pilot[None], words: str) -> str:
    """Wait until the load screen's line says ``words``, a regular expression."""

    def line() -> str:
        return str(pilot.app.screen.query_one("#progress", TextLines).content)

    await until(lambda: re.search(words, line()) is not None, BESIDE_A_LOAD)
    return line()


async def test_an_empty_store_takes_the_examples(tmp_path: Path) -> None:
    async with desk(tmp_path / "new.db") as pilot:
        await pilot.press("5")
        assert "新增 5" in await told(pilot, "完成")
        await pilot.press("escape")
        await until(lambda: seed_names()[0] in header(pilot), BESIDE_A_LOAD)
        assert not screen_of(pilot).has_class("-empty")
        await pilot.press("v")
        await until(lambda: screen_of(pilot).session.decided == 1, BESIDE_A_LOAD)
    with StoreReader(tmp_path / "new.db") as reader:
        assert next(reader.summaries()).verified == 1


async def test_a_typed_path_is_loaded_and_refusals_are_named(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "known.txt").write_bytes((SEEDS / seed_names()[0]).read_bytes())
    (folder / "empty [red].txt").write_bytes(b"")
    (folder / "new.txt").write_text(
        "关于2023年度法治政府建设情况的报告\n全年受理案件12件。\n", encoding="utf-8"
    )
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "other.odd").write_bytes(b"x")
    text = (SEEDS / seed_names()[0]).read_text(encoding="utf-8").replace("2017", "1999")
    (folder / "base.txt").write_text(text, encoding="utf-8")
    (folder / "copy.html").write_bytes(html_of_text(text))
    (folder / "part.pdf").write_bytes(pdf_showing([placed([SENTENCE] * 3), []], picture=[2]))
    (folder / "404.html").write_bytes(html_of_text("页面不存在\n您访问的页面不存在，请返回首页。"))
    async with desk(store) as pilot:
        here = header(pilot)
        await pilot.press("ctrl+o", *str(folder), "enter")
        line = await told(pilot, "完成")
        assert "新增 5，已有 1，拒绝 1，跳过 2" in line
        shown = str(pilot.app.screen.query_one("#refusals", Static).content).splitlines()
        assert shown[0] == "拒绝：空文件 1"
        assert shown[1].startswith("跳过：") and "图片 1" in shown[1]
        assert (
            "由网页转换 2" in shown[2]
            and "PDF" in shown[2]
            and "近似副本" in shown[2]
            and "没有读出数据 1" in shown[2]
        )
        assert "part.pdf：第 2 页没有文字" in shown[3]
        assert "empty [red].txt" in shown[4] and "other.odd" in shown[5]
        await pilot.press("escape")
        await pilot.pause()
        assert header(pilot) == here, "the reviewer stays where she was"


def many_reports(folder: Path, count: int) -> Path:
    folder.mkdir()
    text = (SEEDS / seed_names()[0]).read_text(encoding="utf-8")
    for number in range(count):
        # Forty years, or they would all be near copies; the number tells the files of one year apart.
        of_year = text.replace("2017", str(1985 + number % 40))
        (folder / f"{number:03}.txt").write_text(f"{of_year}\n{number}", encoding="utf-8")
    return folder


def loaded_whole(store: Path) -> int:
    """How many reports there are, each with all its figures."""
    with StoreReader(store) as reader:
        loaded = list(reader.summaries(aside=None))
        assert all(len(list(reader.figures(one.id))) == one.figures > 0 for one in loaded)
        return len(loaded)


def brief(pilot: Pilot[None]) -> str:
    return screen_of(pilot).query_one("#loading", TextLines).content


@pytest.mark.heavy
async def test_a_closed_load_goes_on_beside_the_reviewer(tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    folder = many_reports(tmp_path / "many", 12)
    async with desk(store) as pilot:
        await pilot.press("ctrl+o", *str(folder), "enter")
        await told(pilot, "新增 [1-9]")
        await pilot.press("escape")
        await until(lambda: screen_of(pilot).session.is_open, BESIDE_A_LOAD)
        await pilot.press("v", "v")
        assert "已存" in status_line(pilot), "one goes on reviewing"
        await until(lambda: "载入完 新增 12" in brief(pilot), BESIDE_A_LOAD)
        assert "已存" in status_line(pilot), "the last verdict stays readable"
        await pilot.press("l")
        await settled(pilot)
        assert "12 份报告" in pilot.app.screen.query_one("#head", TextLines).content
    assert loaded_whole(store) == 12


@pytest.mark.heavy
async def test_a_stopped_load_leaves_whole_reports(tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    folder = many_reports(tmp_path / "many", 300)
    async with desk(store) as pilot:
        await pilot.press("ctrl+o", *str(folder), "enter")
        await told(pilot, "新增 [1-9]")
        await pilot.press("ctrl+x")
        await told(pilot, "已停止")
    assert 0 < loaded_whole(store) < 300


@pytest.mark.heavy
async def test_quitting_beside_a_load_asks_and_then_ends_it(tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    folder = many_reports(tmp_path / "many", 300)
    async with desk(store) as pilot:
        await pilot.press("ctrl+o", *str(folder), "enter")
        await told(pilot, "新增 [1-9]")
        await pilot.press("escape")
        await until(lambda: screen_of(pilot).session.is_open, BESIDE_A_LOAD)
        await pilot.press("ctrl+q")
        assert pilot.app.is_running
        assert any("再按一次" in note.message for note in pilot.app._notifications)
        await pilot.press("ctrl+q")
        await until(lambda: pilot.app.return_code == 0, BESIDE_A_LOAD)
    count = loaded_whole(store)
    assert 0 < count < 300
    await asyncio.sleep(0.5)
    assert loaded_whole(store) == count, "nobody loads any more"


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("al", ["alpha/"]),
        ("alpha/b", ["alpha/bb.txt", "alpha/beta.txt"]),
        ("zz", []),
        ("alpha/", ["alpha/bb.txt", "alpha/beta.txt"]),
        (".", [".hidden"]),
    ],
)
def test_a_path_is_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, completed: list[str]
) -> None:
    (tmp_path / "alpha").mkdir()
    (tmp_path / "alpha" / "beta.txt").touch()
    (tmp_path / "alpha" / "bb.txt").touch()
    (tmp_path / ".hidden").touch()
    monkeypatch.chdir(tmp_path)
    assert completions(typed) == completed


def test_a_folder_that_cannot_be_read_completes_nothing() -> None:
    assert completions("/no/such/folder/x") == completions("~nobody-of-that-name/x") == []


async def test_tab_names_what_a_path_may_be_and_goes_through_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from textual.widgets import Input

    folder = tmp_path / "报告"
    folder.mkdir()
    for name in ("2021年.txt", "2022 [red]\x1b.txt"):
        (folder / name).touch()
    monkeypatch.chdir(tmp_path)
    async with desk(tmp_path / "new.db", size=(80, 24)) as pilot:
        await pilot.press("ctrl+o", "tab", *"报", "tab")
        field = pilot.app.screen.query_one("#path", Input)
        assert field.value == "报告/"
        await pilot.press("tab")
        named = str(pilot.app.screen.query_one("#refusals", Static).content)
        assert field.value == "报告/202", "as far as it is certain"
        assert named.startswith("2021年.txt  2022 [red]") and "\x1b" not in named
        await pilot.press("tab")
        assert field.value == "报告/2021年.txt"
        await pilot.press("tab")
        assert field.value.startswith("报告/2022 ")
        await pilot.press(*"没有", "tab")
        assert "没有这样的路径" in str(pilot.app.screen.query_one("#refusals", Static).content)


async def test_a_load_that_ends_between_two_looks_opens_its_first_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fzreview.tui.desk.loader.UPDATE_SECONDS", 3600)
    async with desk(tmp_path / "new.db") as pilot:
        await pilot.press("5")
        await told(pilot, "完成")
        assert header(pilot) == "fzreview"
        await pilot.press("escape")
        await until(lambda: seed_names()[0] in header(pilot), BESIDE_A_LOAD)
        assert not screen_of(pilot).has_class("-loading")
