"""What others decide meanwhile: told before a key counts, and nothing that was typed is lost to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from fzreview.domain.reports.stored import StoredFigure
from fzreview.store.reader import StoreReader
from fzreview.tui.screens.comment import CommentScreen
from fzreview.tui.screens.correction import CorrectionScreen
from fzreview.tui.widgets.lists.figures_pane import FiguresPane
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from support.desk import card, desk, header, screen_of, settled, status_line, until
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected

FIRST = seed_names()[0]
KEYS = [f"{gold_report(FIRST).sha256}:{one.span_key}" for one in gold_report(FIRST).reading.figures]


def figure(path: Path, index: int = 0) -> StoredFigure:
    with StoreReader(path) as reader:
        return list(reader.figures(reader.find_report(FIRST).id))[index]


def verdicts(path: Path) -> list[tuple[str, str]]:
    """Who did what, in the journal's order."""
    with connected(path) as connection:
        return connection.execute("select reviewer, action from journal order by id").fetchall()


def elsewhere(
    path: Path, reviewer: str = "li", verdict: str = "wrong", index: int = 0, fields: Mapping[str, str] = {}
) -> None:
    judge(path, reviewer, KEYS[index], verdict, fields=fields)  # type: ignore[arg-type]  # a Verdict


@pytest.mark.sampled(1)
@pytest.mark.parametrize("key", ["v", "x", "s"])
async def test_a_stale_desk_is_told_who_and_what_before_its_key_counts(store: Path, key: str) -> None:
    async with desk(store, FIRST) as pilot:
        elsewhere(store)
        await pilot.press(key)
        assert verdicts(store) == [("li", "wrong")]
        told = status_line(pilot)
        assert "li" in told and "有误" in told and "再按" in told
        assert "待更正" in card(pilot) and "1/4" in card(pilot)
        await pilot.press(key)
        assert [who for who, _ in verdicts(store)] == ["li", "ann"], "both words stay"
        assert figure(store).of("li") is not None and figure(store).of("ann") is not None


async def test_every_news_is_told_once(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        elsewhere(store)
        await pilot.press("v")
        elsewhere(store, "wang", "unsure")
        await pilot.press("v")
        assert "wang" in status_line(pilot) and "存疑" in status_line(pilot)
        assert "li" not in status_line(pilot)
        await pilot.press("v")
        assert [who for who, _ in verdicts(store)] == ["li", "wang", "ann"]


async def test_news_of_another_figure_hold_nothing_up(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        elsewhere(store, index=2)
        await pilot.press("v")
        assert verdicts(store) == [("li", "wrong"), ("ann", "verified")]


async def test_an_undo_that_would_outvote_is_told_too(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("w", "p", "v", "p")
        elsewhere(store, verdict="unsure")
        await pilot.press("z")
        assert verdicts(store)[-1] == ("li", "unsure")
        assert "li" in status_line(pilot) and "存疑" in status_line(pilot)
        await pilot.press("z")
        assert verdicts(store)[-1] == ("ann", "undo")


async def test_ones_own_other_desk_is_told_as_such(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        elsewhere(store, "ann", "unsure")
        await pilot.press("v")
        assert verdicts(store) == [("ann", "unsure")]
        assert "存疑" in status_line(pilot) and "别处" in status_line(pilot)
        await pilot.press("v")
        assert verdicts(store) == [("ann", "unsure"), ("ann", "verified")]


async def test_a_candidate_that_another_ruled_out_is_told(store: Path) -> None:
    from test_missed_figures import without

    from fzreview.store.writer import StoreWriter
    from support.copied_stores import new_store

    path = store.with_name("missed.db")
    new_store(path)
    writer = StoreWriter(path)
    writer.insert(without(gold_report(seed_names()[4]), 3, 5), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    for key in ("a", "x"):
        async with desk(path, reviewer=f"ann{key}") as pilot:
            await pilot.press("a")
            review = Review.opened(path, f"li{key}")
            candidate = screen_of(pilot).session.section_steps.open_candidates[0]
            review.record(review.session.section_steps.rule_out(candidate)).result()
            review.close()
            await pilot.press(key)
            assert f"li{key}" in status_line(pilot) and "不是数据" in status_line(pilot)
            assert verdicts(path)[-1] == (f"li{key}", "ruled_out")


# What is seen while the desk is at rest


async def look(pilot: Pilot[None]) -> None:
    """What the desk does by itself about once a second."""
    screen_of(pilot).controllers.change_watcher.poll()
    await settled(pilot)


async def test_what_is_decided_elsewhere_is_seen_without_a_key(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        elsewhere(store, index=2)
        elsewhere(store, "wang", "verified", index=3)
        await look(pilot)
        screen = screen_of(pilot)
        assert "已判 2/4" in header(pilot) and "1/4" in card(pilot)
        assert status_line(pilot) == "li、wang 刚判了本报告 2 条"
        rows = screen.query_one(FiguresPane)
        assert [rows.row_text(row, 60).plain[0] for row in range(4)] == [".", ".", "w", "+"]
        await pilot.press("v")
        assert verdicts(store)[-1] == ("ann", "verified"), "it was about other figures"
        elsewhere(store, index=0, verdict="unsure")
        await look(pilot)
        assert rows.row_text(0, 60).plain[0] == "!"
        assert "已存" in status_line(pilot), "what was done here stays to be read"


async def test_by_itself_it_is_seen_too(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from fzreview.tui.desk import change_watcher

    monkeypatch.setattr(change_watcher, "POLL_SECONDS", 0.02)
    async with desk(store, FIRST) as pilot:
        elsewhere(store, index=2)
        await until(lambda: "已判 1/4" in header(pilot))


async def test_what_comes_to_the_figure_in_hand_is_told_before_a_key_counts(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        elsewhere(store)
        await look(pilot)
        assert status_line(pilot) == "！刚才 li 判为“有误，待更正”"
        assert "待更正" in card(pilot)
        await pilot.press("v")
        assert verdicts(store) == [("li", "wrong")]
        assert "li" in status_line(pilot) and "再按" in status_line(pilot)
        await pilot.press("v")
        assert verdicts(store) == [("li", "wrong"), ("ann", "verified")]


async def test_who_went_away_and_came_back_has_seen_it(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        elsewhere(store)
        await look(pilot)
        await pilot.press("n", "p", "v")
        assert verdicts(store) == [("li", "wrong"), ("ann", "verified")]


async def test_a_ruling_is_seen_as_it_is_made(store: Path) -> None:
    from fzreview.work.team.dissent.settling import RulingRequest, settle

    elsewhere(store)
    elsewhere(store, "wang", "verified")
    async with desk(store, FIRST) as pilot:
        await pilot.press("p")
        assert "有分歧" in card(pilot)
        settle(store, "chen", KEYS[0], RulingRequest("verified"))
        await look(pilot)
        assert "chen" in status_line(pilot)
        assert "有分歧" not in card(pilot) and "核实" in card(pilot)


async def test_a_ruling_of_the_team_that_was_added_elsewhere_is_told_once(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await look(pilot)
        other = Review.opened(store, "li", FIRST)
        other.rule("naming", "原句", "不算数据", "是名称", "", "").result()
        other.close()
        await look(pilot)
        assert "li 添加了团队裁定：不算数据；F2 看指南" in status_line(pilot)
        await pilot.press("v")
        await look(pilot)
        assert "li" not in status_line(pilot)


async def test_a_figure_that_was_added_elsewhere_leaves_one_where_one_is(store: Path) -> None:
    async with desk(store, FIRST, size=(80, 24)) as pilot:
        await pilot.press("end", "pageup")
        text = screen_of(pilot).query_one(TextPane)
        top, here = text.top_offset, screen_of(pilot).session.current_figure
        review = Review.opened(store, "li", FIRST)
        reading = review.session.report.reading
        start = reading.source.index("江苏义扬")
        added = replace(reading.figures[0], start=start, end=start + 2)
        review.record(review.session.figure_steps.add(added)).result()
        review.close()
        await look(pilot)
        assert screen_of(pilot).session.figure_count == 5
        assert text.top_offset == top
        assert screen_of(pilot).session.current_figure == here


async def test_nothing_moves_under_a_dialog_or_a_candidate(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e")
        elsewhere(store, index=2)
        await look(pilot)
        assert "已判 0/4" in header(pilot)
        await pilot.press("escape")
        await look(pilot)
        assert "已判 1/4" in header(pilot), "it is looked at once that is over"


async def test_ones_own_verdicts_are_no_news(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        before = screen_of(pilot).session.report
        await pilot.press("v", "w")
        told = status_line(pilot)
        await look(pilot)
        assert screen_of(pilot).session.report is before, "nothing is read again for them"
        assert status_line(pilot) == told


# What was typed


def value(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app.screen, CorrectionScreen)
    return pilot.app.screen.query_one("#value", Input).value


def problem(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#problem", Static).content)


@pytest.mark.sampled(1)
@pytest.mark.parametrize("who", ["li", "ann"])
async def test_a_typed_correction_survives_another_desks_verdict(store: Path, who: str) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", *"三百", "tab", *"户")
        elsewhere(store, who, "verified")
        await pilot.press("enter")
        await pilot.pause()
        assert verdicts(store) == [(who, "verified")]
        assert value(pilot) == "三百"
        assert "核实" in problem(pilot) and "Enter" in problem(pilot) and "Esc" in problem(pilot)
        assert who == "ann" or "li" in problem(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert verdicts(store) == [(who, "verified"), ("ann", "corrected")]
    assert (figure(store).shown.value, figure(store).shown.unit) == ("300", "户")


async def test_a_correction_given_up_after_all_leaves_the_others_word(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", *"300")
        elsewhere(store)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen_of(pilot)
        assert verdicts(store) == [("li", "wrong")]
        assert "待更正" in card(pilot)
        await pilot.press("e")
        await pilot.pause()
        assert value(pilot) == "10"


async def test_a_typed_comment_survives_too(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("c", *"核对原件")
        elsewhere(store)
        await pilot.press("enter")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, CommentScreen)
        assert screen.query_one(Input).value == "核对原件"
        assert "li" in problem(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "批注" in status_line(pilot)
    held = figure(store).of("ann")
    assert held is not None and held.comment == "核对原件"


@pytest.mark.sampled(1)
@pytest.mark.parametrize("key", ["e", "c"])
async def test_what_was_typed_survives_a_disk_that_takes_nothing(store: Path, key: str) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press(key, *"300")
        with connected(store) as connection:
            connection.execute(
                "create trigger full_disk before insert on journal"
                " begin select raise(abort, 'database or disk is full'); end"
            )
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "300"
        assert "disk is full" in problem(pilot)
        with connected(store) as connection:
            connection.execute("drop trigger full_disk")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is screen_of(pilot)
        assert len(verdicts(store)) == 1


async def test_a_correction_waits_until_the_figure_was_seen_again(store: Path) -> None:
    """The program may be killed while it asks: the correction is resumed."""
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", *"300")
        elsewhere(store)
        await pilot.press("enter")
    async with desk(store) as pilot:
        await pilot.pause()
        assert value(pilot) == "300"


def test_a_desk_that_looked_for_news_leaves_its_verdicts_in_the_file_itself(store: Path) -> None:
    review = Review.opened(store, "ann", FIRST)
    review.is_written_elsewhere()
    step = review.session.figure_steps.decide("verified")
    review.record(step).result()
    review.close()
    assert not store.with_name(f"{store.name}-wal").exists(), "who sends the file sends all of it"
    assert verdicts(store) == [("ann", "verified")]
