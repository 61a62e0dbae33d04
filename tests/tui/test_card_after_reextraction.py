"""What the desk shows of figures that another extraction read otherwise or no longer finds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.reports.report import Reading
from fzreview.tui.desk import change_watcher
from fzreview.work.judging.judge import judge
from support.desk import card, desk, status_line
from support.extractions import take_over
from support.gold_reports import gold_report, seed_names

DOC = seed_names()[0]
FIGURES = gold_report(DOC).reading.figures
KEYS = [f"{gold_report(DOC).sha256}:{one.span_key}" for one in FIGURES]


def otherwise(reading: Reading) -> Reading:
    """The first figure with another value, the second not there."""
    return replace(reading, figures=(replace(FIGURES[0], value="999"), *FIGURES[2:]))


async def test_the_old_verdict_and_the_vanished_are_told(store: Path) -> None:
    judge(store, "bob", KEYS[0], "wrong", fields={"unit": "回"})
    judge(store, "ann", KEYS[1], "verified")
    take_over(store, "2.0\x1b[31m", {DOC: otherwise})
    async with desk(store, DOC, size=(100, 30)) as pilot:
        assert "999 次" in card(pilot)
        assert "此前 bob 更正 · 单位" in card(pilot)
        assert "= 10 回" in card(pilot)
        await pilot.press("v", "p", "p")
        assert "此前 bob" in card(pilot), "bob has not decided anew"
        await pilot.press("n")
        assert "2.0␛[31m 不再提取" in card(pilot)


def third_otherwise(reading: Reading) -> Reading:
    return replace(reading, figures=(*FIGURES[:2], replace(FIGURES[2], unit="本"), FIGURES[3]))


async def test_undo_goes_on_behind_what_an_extraction_ended(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The key finds out before the desk does by itself.
    monkeypatch.setattr(change_watcher, "POLL_SECONDS", 3_600)
    async with desk(store, DOC) as pilot:
        await pilot.press("v", "w", "s")
        take_over(store, "2", {DOC: third_otherwise})
        await pilot.press("z")
        assert "再按 z 才撤销：有误" in status_line(pilot), "not the third, which the line had named"
        await pilot.press("z")
        assert "重新提取" in status_line(pilot)
        await pilot.press("z")
        assert "撤销" in status_line(pilot)
        assert "2/4" in card(pilot), "the third was ended, the second is taken back"
        await pilot.press("z", "z")
        assert "没有可撤销" in status_line(pilot)
