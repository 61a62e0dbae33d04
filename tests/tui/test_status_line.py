"""The status line of the desk by itself."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from fzreview.errors import StoreError
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.widgets.lines.text_lines import TextLines


class Alone(App[None]):
    def compose(self) -> ComposeResult:
        yield TextLines(id="status")


async def test_moves_are_named_until_other_words_are_told() -> None:
    async with Alone().run_test(size=(20, 3)) as pilot:
        lines = pilot.app.query_one(TextLines)
        line = StatusLine(lines)
        line.show("已存", announced={"undo": "u1"})
        line.append(" 类别")
        assert lines.content == "已存 类别"
        assert line.announced == {"undo": "u1"}
        line.show("没有更多数据", urgent=True)
        assert line.announced == {}
        assert lines.has_class("-urgent")


async def test_only_what_is_uncut_has_room() -> None:
    async with Alone().run_test(size=(20, 3)) as pilot:
        line = StatusLine(pilot.app.query_one(TextLines))
        assert line.fits("一" * 10)
        assert not line.fits("一" * 10 + "a")


async def test_a_long_wording_gives_way_to_what_is_told_behind_it() -> None:
    async with Alone().run_test(size=(60, 3)) as pilot:
        line = StatusLine(pilot.app.query_one(TextLines))

        def told(wording: str) -> str:
            return f"已存 {wording}   空格去下一份"

        assert line.elide_to_fit(told, "案件 12件") == told("案件 12件")
        cut = line.elide_to_fit(told, "办理" * 1400 + "案件 12件")
        assert cut.startswith("已存 …") and cut.endswith("案件 12件   空格去下一份")
        assert line.fits(cut) and not line.fits(cut + "一一")
        # However little room there is, the number is told.
        assert "办理案件 12件" in line.elide_to_fit(lambda one: one + "一" * 40, "办理" * 1400 + "案件 12件")


async def test_a_long_wording_gives_way_to_what_is_added_later() -> None:
    async with Alone().run_test(size=(60, 3)) as pilot:
        line = StatusLine(pilot.app.query_one(TextLines))
        line.show_elided(
            lambda wording: f"已存 {wording}", "办理" * 40 + "案件 12件", announced={"undo": "u1"}
        )
        line.append("   采自图层 crf@2")
        line.append("   手快")
        assert line.message.startswith("已存 …") and line.message.endswith(
            "案件 12件   采自图层 crf@2   手快"
        )
        assert line.fits(line.message) and line.announced == {"undo": "u1"}
        line.show("没有更多数据")
        line.append("   了")
        assert line.message == "没有更多数据   了"


async def test_what_comes_from_outside_takes_the_place_of_nothing() -> None:
    async with Alone().run_test(size=(40, 3)) as pilot:
        line = StatusLine(pilot.app.query_one(TextLines))
        line.show_if_idle("李判了 1 条")
        line.show_if_idle("王判了 2 条")
        assert line.message == "王判了 2 条"
        line.show("已存", announced={"undo": "u1"})
        line.show_if_idle("李判了 3 条")
        assert line.message == "已存" and line.announced == {"undo": "u1"}


async def test_a_store_that_does_not_answer_is_told_and_nothing_else_is_swallowed() -> None:
    async with Alone().run_test(size=(60, 3)) as pilot:
        lines = pilot.app.query_one(TextLines)
        line = StatusLine(lines)
        with line.reporting_store_errors():
            raise StoreError("report_missing", report="abc")
        assert "读取失败" in lines.content and "abc" in lines.content
        with pytest.raises(ValueError, match="other"), line.reporting_store_errors():
            raise ValueError("other")
