"""A ruling made from a figure stands beside its rule in the guide."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from fzreview.domain.team.ruling import TeamRuling
from fzreview.review.guide import rule_of, with_rulings
from fzreview.tui.screens.desk import DeskScreen
from fzreview.tui.screens.ruling import RulingScreen
from fzreview.tui.widgets.lists.guide_pane import GuidePane
from fzreview.work.judging.reviewing import Review
from fzreview.work.listing.guide import guide_rules
from fzreview.work.listing.team_rulings import team_rulings
from support.desk import desk, settled, status_line
from support.gold_reports import seed_names

HERE = seed_names()[3]
RULING = TeamRuling("u", "2026", "li", "class:slogan", "三个方面", "剔除", "| `unit` |", "0" * 64, "1-2")


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


def rules(pilot: Pilot[None]) -> list[str]:
    """What stands in the guide, rule by rule."""
    pane = pilot.app.screen.query_one(GuidePane)
    told: dict[int, str] = {}
    for row in pane.rows:
        if row.rule is not None:
            told[row.rule] = told.get(row.rule, "") + row.words
    return list(told.values())


async def test_a_ruling_is_made_by_a_key_and_read_in_the_guide(store: Path) -> None:
    async with desk(store, HERE) as pilot:
        await press(pilot, "x", "p", "G", "R")
        screen = pilot.app.screen
        assert isinstance(screen, RulingScreen)
        assert "固定提法" in str(screen.query_one(".title", Static).render())
        assert screen.query_one("#decision", Input).value == "不是数据，属固定提法"
        await press(pilot, "tab", *"口号里的数不算", "enter")
        (ruling,) = team_rulings(store)
        assert (ruling.topic, ruling.reviewer, ruling.why) == ("class:slogan", "ann", "口号里的数不算")
        assert ruling.sentence and "F2" in status_line(pilot)
        await press(pilot, "f2")
        told = rules(pilot)
        at = next(number for number, text in enumerate(told) if text.startswith("裁定："))
        assert "口号里的数不算" in told[at] and "ann" in told[at]
        assert rule_of(guide_rules("zh"), "class:slogan") == at - 1
        await press(pilot, *"口号里的数")
        assert len(rules(pilot)) == 1, "searched like the rules"


async def test_what_and_why_are_both_asked_for(store: Path) -> None:
    async with desk(store, HERE) as pilot:
        await press(pilot, "R", "enter")
        assert isinstance(pilot.app.screen, RulingScreen)
        assert "都要写" in str(pilot.app.screen.query_one("#problem", Static).render())
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DeskScreen) and team_rulings(store) == []


async def test_what_was_typed_is_not_lost_where_the_store_takes_nothing(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from concurrent.futures import Future

    from fzreview.errors import StoreError

    def refuse(*_: object) -> Future[None]:
        refused: Future[None] = Future()
        refused.set_exception(StoreError("store_busy", path=store))
        return refused

    monkeypatch.setattr(Review, "rule", refuse)
    async with desk(store, HERE) as pilot:
        await press(pilot, "R", *"算", "tab", *"理", "enter")
        assert isinstance(pilot.app.screen, RulingScreen)
        values = [one.value for one in pilot.app.screen.query(Input)]
        assert values == ["算", "理"]


def test_a_ruling_stands_behind_the_rule_of_its_topic_and_is_none_itself() -> None:
    guide = guide_rules("en")
    told = with_rulings(guide, [RULING])
    at = rule_of(guide, "class:slogan")
    assert at is not None and told[at + 1].ruling is RULING
    assert rule_of(told, "field:unit") is not None
    assert told[rule_of(told, "field:unit") or 0].ruling is None, "words of a ruling are no rule"


def test_a_topic_that_the_guide_has_not_stands_at_its_end() -> None:
    guide = guide_rules("zh")
    unknown = TeamRuling("v", "2026", "li", "class:none", "句", "判", "因", "0" * 64, "1-2")
    assert with_rulings(guide, [unknown])[-1].ruling is unknown
