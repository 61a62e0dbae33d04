"""The status line of the desk by itself."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from fzreview.errors import StoreError
from fzreview.tui.desk.line import StatusLine
from fzreview.tui.widgets.lines.changing import Lines


class Alone(App[None]):
    def compose(self) -> ComposeResult:
        yield Lines(id="status")


async def test_moves_are_named_until_other_words_are_told() -> None:
    async with Alone().run_test(size=(20, 3)) as pilot:
        lines = pilot.app.query_one(Lines)
        line = StatusLine(lines)
        line.tell("已存", named={"undo": "u1"})
        line.add(" 类别")
        assert lines.content == "已存 类别"
        assert line.named == {"undo": "u1"}
        line.tell("没有更多数据", loud=True)
        assert line.named == {}
        assert lines.has_class("-loud")


async def test_only_what_is_uncut_has_room() -> None:
    async with Alone().run_test(size=(20, 3)) as pilot:
        line = StatusLine(pilot.app.query_one(Lines))
        assert line.has_room_for("一" * 10)
        assert not line.has_room_for("一" * 10 + "a")


async def test_a_long_wording_gives_way_to_what_is_told_behind_it() -> None:
    async with Alone().run_test(size=(60, 3)) as pilot:
        line = StatusLine(pilot.app.query_one(Lines))

        def told(wording: str) -> str:
            return f"已存 {wording}   空格去下一份"

        assert line.fitted(told, "案件 12件") == told("案件 12件")
        cut = line.fitted(told, "办理" * 1400 + "案件 12件")
        assert cut.startswith("已存 …") and cut.endswith("案件 12件   空格去下一份")
        assert line.has_room_for(cut) and not line.has_room_for(cut + "一一")
        # However little room there is, the number is told.
        assert "办理案件 12件" in line.fitted(lambda one: one + "一" * 40, "办理" * 1400 + "案件 12件")


async def test_a_long_wording_gives_way_to_what_is_added_later() -> None:
    async with Alone().run_test(size=(60, 3)) as pilot:
        line = StatusLine(pilot.app.query_one(Lines))
        line.tell_of(lambda wording: f"已存 {wording}", "办理" * 40 + "案件 12件", named={"undo": "u1"})
        line.add("   采自图层 crf@2")
        line.add("   手快")
        assert line.words.startswith("已存 …") and line.words.endswith("案件 12件   采自图层 crf@2   手快")
        assert line.has_room_for(line.words) and line.named == {"undo": "u1"}
        line.tell("没有更多数据")
        line.add("   了")
        assert line.words == "没有更多数据   了"


async def test_what_comes_from_outside_takes_the_place_of_nothing() -> None:
    async with Alone().run_test(size=(40, 3)) as pilot:
        line = StatusLine(pilot.app.query_one(Lines))
        line.tell_by_the_way("李判了 1 条")
        line.tell_by_the_way("王判了 2 条")
        assert line.words == "王判了 2 条"
        line.tell("已存", named={"undo": "u1"})
        line.tell_by_the_way("李判了 3 条")
        assert line.words == "已存" and line.named == {"undo": "u1"}


async def test_a_store_that_does_not_answer_is_told_and_nothing_else_is_swallowed() -> None:
    async with Alone().run_test(size=(60, 3)) as pilot:
        lines = pilot.app.query_one(Lines)
        line = StatusLine(lines)
        with line.asking_the_store():
            raise StoreError("report_missing", report="abc")
        assert "读取失败" in lines.content and "abc" in lines.content
        with pytest.raises(ValueError, match="other"), line.asking_the_store():
            raise ValueError("other")
