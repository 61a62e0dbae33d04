"""The annotation guide at the desk: whole in both languages, opened at the rule that matters, searched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.strip import Strip

from fzreview import strings
from fzreview.domain.decisions.verdict import REJECTION_CLASSES, Decision
from fzreview.domain.figures.figure import KINDS
from fzreview.domain.reports.stored import HeldDecision, StoredFigure
from fzreview.review.guide import matching, parse_guide, rule_for
from fzreview.text.cells import cells
from fzreview.tui.screens.guide import GuideScreen
from fzreview.tui.widgets.lists.guide_pane import GuidePane
from fzreview.work.listing.guide import guide_rules
from support.desk import desk, keys_line, screen_of, settled
from support.gold_reports import gold_report, seed_names

FIGURE = gold_report(seed_names()[0]).reading.figures[0]


def rule_of(language: str, figure: StoredFigure) -> str:
    rules = guide_rules(language)
    return rules[rule_for(rules, figure)].text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_kind_class_and_field_has_its_rule(language: str) -> None:
    stored = StoredFigure(FIGURE, "machine", "x")
    kinds = [rule_of(language, replace(stored, figure=replace(FIGURE, kind=kind))) for kind in KINDS]
    assert all(text.startswith(f"| {kind} ") for kind, text in zip(KINDS, kinds, strict=True))
    classes = {
        rule_of(language, replace(stored, held=(HeldDecision("li", "2026-01-01T00:00:00.000Z", decision),)))
        for name in REJECTION_CLASSES
        if (decision := Decision("wrong", "not_a_figure", name))
    }
    assert len(classes) == len(REJECTION_CLASSES) and not any(text.startswith("|") for text in classes)
    doubted = replace(stored, figure=replace(FIGURE, doubts=("no_unit",)))
    assert rule_of(language, doubted).startswith("| `unit` |")


def test_the_chinese_guide_is_whole() -> None:
    zh, en = guide_rules("zh"), guide_rules("en")
    sections = dict.fromkeys(rule.section for rule in zh), dict.fromkeys(rule.section for rule in en)
    assert len(sections[0]) == len(sections[1]), "each section has its twin"
    for title, section in zip(*sections, strict=True):
        if title not in GROUPED:
            count = sum(rule.section == section for rule in en)
            assert sum(rule.section == title for rule in zh) == count, title


GROUPED = {"更多写法：数字", "更多写法：主题"}
"""Here a line of the Chinese guide tells several rows of the English table."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rules_are_read_without_their_marks(language: str) -> None:
    plain = [rule.plain for rule in guide_rules(language)]
    assert not [text for text in plain if "`" in text or "**" in text or "](" in text or "|" in text]
    row = next(text for text in plain if text.startswith("count"))
    assert row.count(" · ") == 2 and "42件" in row


def test_words_are_found_in_both_forms_of_characters() -> None:
    rules = guide_rules("zh")
    assert matching(rules, "量词") == matching(rules, "量詞") != ()
    assert matching(rules, "不会有的词") == ()
    assert len(matching(rules, " ")) == len(rules)


@pytest.mark.sampled(1)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_it_opens_at_the_rule_and_is_searched(store: Path, language: str) -> None:
    strings.use(language)  # type: ignore[arg-type]  # one of the two
    async with desk(store, seed_names()[0], size=(80, 24)) as pilot:
        await pilot.press("f2")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, GuideScreen)
        pane = screen.query_one(GuidePane)
        here = pane.rows_in_sight[0]
        assert here.words.startswith("count "), "without a mark of a table"
        assert "PgUp/PgDn" in keys_line(pilot), "both keys are named"
        assert all(cells(row.words) + row.indent <= pane.size.width for row in pane.rows)
        await pilot.press(*"zzzz")
        await settled(pilot)
        assert not pane.rows
        for _ in range(4):
            await pilot.press("backspace")
        await pilot.press(*"269")
        await settled(pilot)
        shown = {row.rule for row in pane.rows} - {None}
        assert shown and all("269" in guide_rules(language)[one].text for one in shown if one is not None)
        await pilot.press("f2")
        await settled(pilot)
        assert pilot.app.screen is screen_of(pilot)


async def test_the_guide_never_shows_another_place_first(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    inner = GuidePane.render_line

    def render_line(pane: GuidePane, y: int) -> Strip:
        strip = inner(pane, y)
        if y == 0:
            painted.append(strip.text.strip())
        return strip

    monkeypatch.setattr(GuidePane, "render_line", render_line)
    async with desk(store, seed_names()[0], size=(80, 24)) as pilot:
        await pilot.press("f2")
        await settled(pilot)
        told = [line for line in painted if line]
        assert told and all(line.startswith("count ") for line in told)
        rules = pilot.app.screen.query_one(GuidePane)
        await pilot.press("down", "pagedown", "up")
        await settled(pilot)
        assert not rules.rows_in_sight[0].words.startswith("count ")


def test_a_bullet_or_paragraph_that_was_wrapped_is_one_rule() -> None:
    rules = parse_guide("## 甲\n首行，\n次行\n\n- one that\n  goes on\n- two\n| a | b |\n| c | d |\nlast")
    assert [rule.text for rule in rules] == [
        "首行，次行",
        "one that goes on",
        "two",
        "| a | b |",
        "| c | d |",
        "last",
    ]
