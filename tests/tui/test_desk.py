"""The desk driven by keys: what is pressed, what is shown, what is in the store."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from textual.binding import BindingsMap
from textual.keys import _character_to_key

from fzreview.review.keys.commands import COMMANDS
from fzreview.store.reader import StoreReader
from fzreview.tui.bindings import gated_action
from fzreview.tui.desk import commit_wait
from fzreview.tui.screens.desk import DeskScreen
from fzreview.tui.widgets.card.figure_card import card_lines
from fzreview.tui.widgets.lists.figures_pane import FiguresPane
from fzreview.tui.widgets.lists.outline_pane import OutlinePane
from fzreview.tui.widgets.text.pane import TextPane
from support.desk import card, desk, header, keys_line, screen_of, status_line, until
from support.gold_reports import seed_names
from support.plain_connection import connected

FIRST = seed_names()[0]
SECOND = seed_names()[1]


def statuses(store: Path, doc: str = FIRST) -> list[str]:
    with StoreReader(store) as reader:
        return [figure.status for figure in reader.figures(reader.find_report(doc).id)]


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        (("v", "1", "ｖ", "１"), "verified"),
        (("w", "2", "ｗ", "２"), "wrong"),
        (("x", "3", "ｘ", "３"), "wrong"),
        (("s", "4", "ｓ", "４"), "unsure"),
    ],
)
async def test_each_verdict_has_a_letter_a_digit_and_their_twins(
    store: Path, keys: tuple[str, ...], status: str
) -> None:
    async with desk(store, FIRST) as pilot:
        for number, key in enumerate(keys, 1):
            await pilot.press(key)
            assert statuses(store)[:number] == [status] * number, "on disk before the next key"


def test_every_key_of_a_command_is_bound_to_it_alone() -> None:
    bound = BindingsMap(DeskScreen.BINDINGS).key_to_bindings
    for command in COMMANDS:
        for key in command.keys:
            name = _character_to_key(key) if len(key) == 1 else key
            assert [binding.action for binding in bound[name]] == [gated_action(command)], key


async def test_a_verdict_is_told_counted_and_left_behind(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        assert "0/4" in header(pilot)
        assert "1/4" in card(pilot)
        await pilot.press("v")
        assert "1/4" in header(pilot)
        assert "2/4" in card(pilot)
        assert "核实" in status_line(pilot)
        assert "10余次" in status_line(pilot)
        await pilot.press("n", "p")
        assert "10余次" in status_line(pilot), "the last verdict stays readable while moving"
        rows = [screen_of(pilot).query_one(OutlinePane).row_text(row, 40).plain for row in range(3)]
        assert "+1 .1" in rows[1] and "+1 .1" in rows[2]


async def test_the_reviewer_resumes_at_the_same_figure(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await pilot.press("v", "n", "n")
        here = card(pilot)
    async with desk(store) as pilot:
        assert card(pilot) == here
        assert SECOND in header(pilot)


async def test_undo_and_redo_survive_a_restart_and_cross_reports(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("v", "right_curly_bracket", "w")
    async with desk(store) as pilot:
        await pilot.press("z", "ctrl+z", "z")
        assert FIRST in header(pilot)
        assert "已撤销" in status_line(pilot) and "b 回原处" in status_line(pilot)
        assert statuses(store)[0] == "undecided"
        assert statuses(store, SECOND)[0] == "undecided"
        await pilot.press("z")
        assert "没有可撤销" in status_line(pilot)
        await pilot.press("b")
        assert SECOND in header(pilot), "one key comes back from where an undo went"
    async with desk(store) as pilot:
        await pilot.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert (statuses(store)[0], statuses(store, SECOND)[0]) == ("verified", "wrong")
        await pilot.press("ctrl+y")
        assert "没有可重做" in status_line(pilot)


async def test_a_correction_is_typed_and_kept(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("enter", *"1.5亿", "tab", *"场", "tab", "2", "tab", "right", "enter")
        assert "更正" in status_line(pilot)
    with StoreReader(store) as reader:
        figure = next(reader.figures(reader.find_report(FIRST).id))
    assert (figure.shown.value, figure.shown.unit, figure.shown.kind) == ("150000000", "场", "money")
    assert figure.shown.bound == ">="
    assert (figure.figure.value, figure.status) == ("10", "wrong")


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [("m", "kind", "money"), ("right_square_bracket", "bound", ">="), ("f3", "unit", "个")],
)
async def test_a_wrong_list_field_costs_two_keys(store: Path, key: str, field: str, value: str) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", key)
        await pilot.pause()
        assert "2/4" in card(pilot), "saved, and on to the next undecided"
    with StoreReader(store) as reader:
        figure = next(reader.figures(1))
    assert getattr(figure.shown, field) == value
    assert figure.latest is not None and figure.latest.decision.reason == field


async def test_a_comment_hides_no_doubt_of_the_program(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("c", "a", "enter")
        await pilot.pause()
        stored = screen_of(pilot).session.figure(0)
    doubted = replace(stored, figure=replace(stored.figure, doubts=("odd_value",)))
    lines = [line.plain for line in card_lines(doubted, 1, 1, height=9)]
    assert any(re.fullmatch("批注 ann [-0-9]+ [0-9:]+  a", line) for line in lines)
    assert "ann" not in lines[0], "nobody gave a verdict"
    assert any("程序存疑" in line for line in lines)
    without = replace(doubted, figure=replace(stored.figure, value="35", unit="", kind="count", bound="="))
    assert card_lines(without, 1, 1, height=9)[1].plain.endswith(" = 35  计数")


async def test_a_stray_letter_behind_a_typed_value_saves_nothing(store: Path) -> None:
    from textual.widgets import Static

    async with desk(store, FIRST) as pilot:
        await pilot.press("e", *"12m")
        await pilot.pause()
        assert "类别已选，尚未保存" in str(pilot.app.screen.query_one("#problem", Static).content)
        assert statuses(store)[0] == "undecided"
        await pilot.press("enter")
        await pilot.pause()
        assert "数值 10 → 12；类别 计数 → 金额；z 撤销" in status_line(pilot)
    with StoreReader(store) as reader:
        shown = next(reader.figures(1)).shown
    assert (shown.value, shown.kind) == ("12", "money")


async def test_keys_of_the_desk_that_come_too_late_change_nothing_in_the_value(store: Path) -> None:
    """``q`` opened the correction already, and the hand goes on to ``e``, or means a verdict."""
    from textual.widgets import Input, Static

    async with desk(store, FIRST) as pilot:
        await pilot.press("w", "q", "e", "q", "v", "ｖ")
        await pilot.pause()
        assert pilot.app.screen.query_one("#value", Input).value == "10"
        assert "ｖ 在数值栏没有作用" in str(pilot.app.screen.query_one("#problem", Static).content)
        assert statuses(store)[0] == "wrong"
        await pilot.press("l")
        await pilot.pause()
        assert "计数 → 度量" in status_line(pilot)


async def test_the_correction_fits_into_the_smallest_screen(store: Path) -> None:
    async with desk(store, FIRST, size=(80, 24)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        dialog = pilot.app.screen.query_one(".dialog")
        last = list(dialog.children)[-1]
        assert last.region.bottom < dialog.region.bottom
        assert last.region.height >= 2


async def test_an_impossible_correction_is_refused_in_words(store: Path) -> None:
    from textual.widgets import Static

    async with desk(store, FIRST) as pilot:
        await pilot.press("e", *"很多", "enter")
        problem = pilot.app.screen.query_one("#problem", Static)
        assert "数值要写成数字" in str(problem.content)
        await pilot.press("escape")
        assert statuses(store)[0] == "undecided"


async def test_the_span_of_a_correction_moves_by_keys(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", "ctrl+left", "enter")
    with StoreReader(store) as reader:
        figure = next(reader.figures(reader.find_report(FIRST).id))
    assert figure.shown.surface == "10余"
    assert figure.latest is not None and figure.latest.decision.reason == "span"


async def test_verdict_keys_are_dead_in_a_field(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", "tab", "v", "1", "escape")
        assert statuses(store) == ["undecided"] * 4


async def test_the_fix_queue_opens_what_waits(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("q")
        assert "没有待更正" in status_line(pilot)
        await pilot.press("w", "n", "6", *"12", "enter")
    with StoreReader(store) as reader:
        assert next(reader.figures(reader.find_report(FIRST).id)).shown.value == "12"


async def test_a_comment_is_kept_and_taken_away(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("c", *"核对原件", "enter")
        assert "核对原件" in card(pilot)
        assert statuses(store)[0] == "undecided"
        await pilot.press("z")
        assert "核对原件" not in card(pilot)


async def test_space_goes_on_in_the_next_report_with_work(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("1", "1", "1", "1")
        assert "Space 去下一份未完的报告" in status_line(pilot)
        await pilot.press("space")
        assert SECOND in header(pilot)


async def test_sections_and_reports_are_stepped_through(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("right_square_bracket")
        assert "四个" in card(pilot)
        await pilot.press("left_square_bracket")
        assert "10余次" in card(pilot)
        await pilot.press("left_curly_bracket")
        assert "没有更多报告" in status_line(pilot)


async def test_the_outline_moves_the_text_and_back(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        screen = screen_of(pilot)
        outline, text = screen.query_one(OutlinePane), screen.query_one(TextPane)
        assert outline.cursor == 2
        await pilot.press("tab", "end")
        assert text.scroll_offset.y > 0
        await pilot.press("enter")
        assert text.has_focus


async def test_tab_goes_round_the_three_panes(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        screen = screen_of(pilot)
        panes = [screen.query_one(kind) for kind in (OutlinePane, FiguresPane, TextPane)]
        for pane in panes:
            await pilot.press("tab")
            assert pane.has_focus and pane.display
        await pilot.press("tab", "tab", "down", "down")
        assert "3/73" in card(pilot), "moving in the list moves the text"
        await pilot.press("v", "enter")
        assert panes[2].has_focus
        assert statuses(store, SECOND)[2] == "verified"


async def test_a_filter_chooses_what_is_visited(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await pilot.press("f", "tab", "4", "enter")
        listed = screen_of(pilot).query_one(FiguresPane)
        percents = listed.row_count
        assert f"筛选中：{percents} 条" in header(pilot)
        assert "百分比" in card(pilot)
        for _ in range(percents - 1):
            await pilot.press("n")
            assert "百分比" in card(pilot)
        await pilot.press("n")
        assert "没有更多数据" in status_line(pilot)
        await pilot.press("f", "tab", "1", "tab", "tab", *"人民调解", "enter")
        assert listed.row_count == 4
        await pilot.press("f", "escape", "f", "tab", "tab", "tab", *["backspace"] * 4, "enter")
        assert "未筛选" in status_line(pilot)
        assert listed.row_count == 73


async def test_the_order_turns_and_keeps_the_figure(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await pilot.press("n")
        here = card(pilot).splitlines()[:3]
        await pilot.press("o")
        assert "存疑在前" in status_line(pilot) and "b 回到原处" in status_line(pilot)
        await pilot.press("b")
        for words in ("按类别", "按位置"):
            await pilot.press("o")
            assert words in status_line(pilot)
            assert card(pilot).splitlines()[:3] == here


async def test_a_rejection_may_be_classified_by_one_more_key(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("D")
        assert "刚才没有剔除" in status_line(pilot)
        await pilot.press("x")
        assert all(f"{key}{name}" in keys_line(pilot) for key, name in (("D", "日期"), ("W", "期间")))
        await pilot.press("O")
        assert "2/4" in card(pilot), "classifying does not move"
        assert "不是数据，属序数" in status_line(pilot)
        assert "核实" in keys_line(pilot), "the class is told, its keys are named no more"
    with StoreReader(store) as reader:
        held = next(reader.figures(1)).of("ann")
    assert held is not None and held.reason_class == "ordinal"


async def test_a_section_is_signed_off(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        outline = screen_of(pilot).query_one(OutlinePane)
        await pilot.press("9")
        assert "通读" in status_line(pilot)
        assert "=" in outline.row_text(2, 40).plain
        await pilot.press("d")
        assert "=" not in outline.row_text(2, 40).plain
        await pilot.press("z")
        assert "=" in outline.row_text(2, 40).plain


async def test_a_committed_character_tells_of_the_input_method(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("中")
        assert "输入法" in status_line(pilot)
        assert statuses(store) == ["undecided"] * 4


def shown(text: TextPane) -> str:
    """What stands on the screen of the pane."""
    return "".join(text.render_line(y).text.rstrip() for y in range(text.size.height))


async def test_the_source_view_shows_the_untouched_text(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        text = screen_of(pilot).query_one(TextPane)
        assert "法治政府建设工作坚持" in shown(text)
        await pilot.press("r")
        assert "法治政府建設(shè)工作堅持" in shown(text)
        await pilot.press("v")
        assert statuses(store, SECOND)[0] == "verified"


async def test_a_decision_made_elsewhere_is_a_conflict_and_stays(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        async with desk(store, FIRST) as other:
            await other.press("w")
        await pilot.press("v")
        assert "你在别处判为“有误，待更正”" in status_line(pilot)
        assert statuses(store)[0] == "wrong"
        assert "待更正" in card(pilot)


async def test_what_cannot_be_written_is_told_and_not_shown_as_saved(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(store, FIRST) as pilot:
        with connected(store) as connection:
            connection.execute(
                "create trigger full_disk before insert on journal"
                " begin select raise(abort, 'database or disk is full'); end"
            )
        await pilot.press("v")
        assert "未保存" in status_line(pilot)
        assert "disk is full" in status_line(pilot)
        assert "0/4" in header(pilot)
        with connected(store) as connection:
            connection.execute("drop trigger full_disk")
        await pilot.press("v")
        assert "1/4" in header(pilot)


async def test_a_slow_write_is_told_and_keys_wait_for_it(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commit_wait, "BLOCKING_WAIT_SECONDS", 0.005)
    async with desk(store, FIRST) as pilot:
        other = sqlite3.connect(store)
        other.execute("begin immediate")
        pressing = asyncio.create_task(pilot.press("v", "v"))
        await until(lambda: "占用" in status_line(pilot))
        other.rollback()
        other.close()
        await pressing
        await until(lambda: statuses(store)[:2] == ["verified", "verified"])
        assert statuses(store)[2] == "undecided"


async def test_the_library_lists_filters_and_opens(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("l", "slash", *"2019", "enter", "enter")
        await pilot.pause()
        assert seed_names()[4] in header(pilot)
        await pilot.press("7", "escape")
        assert seed_names()[4] in header(pilot)


async def test_help_names_every_command(store: Path) -> None:
    from fzreview.review.keys.commands import COMMANDS
    from fzreview.strings import say
    from fzreview.tui.screens.help import help_lines

    async with desk(store, FIRST) as pilot:
        await pilot.press("f1")
        shown = help_lines("text", {}).plain
        assert all(say(command.title_key) in shown for command in COMMANDS)
        await pilot.press("escape")
        await pilot.press("v")
        assert statuses(store)[0] == "verified"


async def test_an_empty_store_greets_with_what_to_do(tmp_path: Path) -> None:
    async with desk(tmp_path / "empty.db") as pilot:
        assert screen_of(pilot).has_class("-empty")
        await pilot.press("v", "n", "space", "z", "e", "q", "c", "r", "right_curly_bracket", "tab")
        assert screen_of(pilot).has_class("-empty")


async def test_a_narrow_screen_hides_the_outline_and_tab_shows_it(store: Path) -> None:
    async with desk(store, FIRST, size=(80, 24)) as pilot:
        outline = screen_of(pilot).query_one(OutlinePane)
        assert not outline.display
        await pilot.press("v")
        assert "1/4" in header(pilot)
        await pilot.press("tab")
        assert outline.display
        await pilot.press("tab", "tab")
        assert not outline.display


async def test_many_keys_typed_ahead_all_arrive(store: Path) -> None:
    async with desk(store, SECOND) as pilot:
        await pilot.press(*"v" * 30)
        assert statuses(store, SECOND)[:31] == ["verified"] * 30 + ["undecided"]


async def test_a_keymap_moves_keys(store: Path) -> None:
    from fzreview.config.settings import Settings
    from fzreview.tui.app import FzReviewApp
    from fzreview.work.judging.reviewing import Review

    review = Review.opened(store, "ann", FIRST)
    app = FzReviewApp(review, Settings(repeat_ms=0, keymap={"verify": "y,f5", "next_undecided": "f8"}))
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("v", "1", "y", "f5")
        assert statuses(store) == ["verified", "verified", "undecided", "undecided"]
        await pilot.press("y", "y")
        assert "F8 去下一份" in status_line(pilot)
    review.close()


async def test_words_name_the_keys_in_use(store: Path) -> None:
    from fzreview.config.settings import Settings
    from fzreview.tui.app import FzReviewApp
    from fzreview.work.judging.reviewing import Review

    review = Review.opened(store, "ann", FIRST)
    moved = {"next_undecided": "f7", "undo": "f6", "search": "f8", "next_found": "right_square_bracket"}
    app = FzReviewApp(review, Settings(repeat_ms=0, keymap={**moved, "next_section": "f9"}))
    async with app.run_test(notifications=True, size=(140, 42)) as pilot:
        await pilot.press("right_square_bracket")
        assert "按 F8 搜索" in status_line(pilot)
        await pilot.press("v", "v", "v", "v")
        assert "F7 去下一份未完的报告" in status_line(pilot)
        await pilot.press("f6")
        assert "F6 再撤销" in status_line(pilot)
    review.close()


def test_an_unknown_theme_stops_the_start(store: Path) -> None:
    from fzreview.config.settings import Settings
    from fzreview.errors import UsageError
    from fzreview.tui.app import FzReviewApp
    from fzreview.work.judging.reviewing import Review

    review = Review.opened(store, "ann", FIRST)
    with pytest.raises(UsageError) as refused:
        FzReviewApp(review, Settings(theme="pink"))
    review.close()
    assert "pink" in str(refused.value)
    assert "textual-dark" in str(refused.value)


async def test_a_held_key_does_not_run_away(store: Path) -> None:
    from fzreview.config.settings import Settings
    from fzreview.tui.app import FzReviewApp
    from fzreview.work.judging.reviewing import Review

    review = Review.opened(store, "ann", SECOND)
    app = FzReviewApp(review, Settings(repeat_ms=60_000))
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("v", "v", "v")
        assert "已忽略" in status_line(pilot)
    review.close()
    assert statuses(store, SECOND)[:2] == ["verified", "undecided"]


async def test_order_filter_side_and_scroll_place_are_resumed(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where one leaves before the place was noted for the next time."""
    monkeypatch.setattr("fzreview.tui.screens.desk.REMEMBER_SECONDS", 3600)
    async with desk(store, SECOND) as pilot:
        await pilot.press("f", "tab", "4", "enter", "o", "r", *["pagedown"] * 3)
        text = screen_of(pilot).query_one(TextPane)
        top, here = text.top_offset, card(pilot)
    async with desk(store) as pilot:
        await pilot.pause()
        screen = screen_of(pilot)
        assert "筛选中" in header(pilot)
        assert "原文" in header(pilot)
        assert card(pilot) == here
        assert screen.session.agenda.order == "doubt"
        assert screen.query_one(TextPane).top_offset == top


async def test_a_half_typed_correction_is_resumed(store: Path) -> None:
    from textual.widgets import Input

    async with desk(store, FIRST) as pilot:
        await pilot.press("n", "e", *"三百", "tab", *"户", "tab", "2")
    async with desk(store) as pilot:
        await pilot.pause()
        assert pilot.app.screen.query_one("#value", Input).value == "三百"
        assert pilot.app.screen.query_one("#unit", Input).value == "户"
        await pilot.press("enter")
        await pilot.pause()
        assert "300" in status_line(pilot) or "更正" in status_line(pilot)
    with StoreReader(store) as reader:
        shown = list(reader.figures(1))[1].shown
        assert (shown.value, shown.unit, shown.kind) == ("300", "户", "money")
    async with desk(store) as pilot:
        await pilot.pause()
        assert pilot.app.screen is screen_of(pilot), "nothing is half typed any more"


async def test_a_correction_given_up_is_not_resumed(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", *"12", "escape")
    async with desk(store) as pilot:
        await pilot.pause()
        assert pilot.app.screen is screen_of(pilot)
