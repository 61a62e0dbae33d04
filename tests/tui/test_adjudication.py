"""The adjudication desk: one key settles a dispute that stands on the screen, and nobody is named."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widgets import Input

from fzreview import strings
from fzreview.domain.decisions.circumstances import Circumstances
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.text.sentences.around import sentence_around
from fzreview.tui.screens.adjudication import AdjudicationScreen
from fzreview.tui.screens.correction import CorrectionScreen
from fzreview.tui.screens.library import LibraryScreen
from fzreview.tui.widgets.sides.pane import SidesPane
from fzreview.work.gold.exporting import ExportRequest, native_lines
from fzreview.work.judging.judge import judge
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.team.dissent.adjudicating import waiting
from support.adjudication import adjudicating, adjudication, frame
from support.command_line import caller
from support.desk import desk, settled
from support.disputes import ANSWERS, DOC, answering, differing, figures
from support.gold_reports import gold_report
from support.looks import IN_EACH_LANGUAGE
from support.scripted import corrected, decide
from support.team import rows

KINDS = [kind for kind in ANSWERS if kind != "open"]


def key_of(stored: StoredFigure) -> str:
    return figure_key(gold_report(DOC).sha256, stored.span_key)


def rulings(store: Path) -> list[tuple[str, list[str], str | None]]:
    """Action, what it rests on, and note of what the adjudicator wrote, in order."""
    found = rows(store, "select action, rests, note from journal where reviewer = 'zoe' order by id")
    return [(action, json.loads(rests), note) for action, rests, note in found]  # type: ignore[arg-type, misc]  # text


def on_screen(told: str, stored: StoredFigure) -> bool:
    """Whether the sentence around a figure stands in a frame, however it is wrapped."""
    clean = gold_report(DOC).reading.clean
    sentence = sentence_around(clean.text, *clean.clean_span(stored.figure.start, stored.figure.end), 2_000)
    text = "".join(line[2:].strip(" ▁▂▃▄▅▆▇█") for line in told.splitlines())
    return clean.text[slice(*sentence)].strip().replace("\n", "") in text


@pytest.mark.parametrize("count", [4, pytest.param(20, marks=pytest.mark.heavy)])
async def test_so_many_cases_are_so_many_keys(store: Path, count: int) -> None:
    kinds = [KINDS[number % len(KINDS)] for number in range(count)]
    differing(store, *kinds)
    before = figures(store)
    keys = [("a", "b", "n", "x")[number % 4] for number in range(count)]
    order = [before[number] for number in range(count) if kinds[number] != "subject"]
    order += [before[number] for number in range(count) if kinds[number] == "subject"]
    async with adjudicating(store) as pilot:
        for key, stored in zip(keys, order, strict=True):
            told = frame(pilot)
            assert on_screen(told, stored)
            assert "≠" in told and not any(name in told for name in ("alice", "bob", "zoe"))
            await pilot.press(key)
            if key == "n":
                assert isinstance(pilot.app.screen, CorrectionScreen)
                pilot.app.screen.query_one("#value", Input).value = "31"
                assert not any(name in frame(pilot) for name in ("alice", "bob", "zoe"))
                await pilot.press("enter")
            await pilot.pause()
        assert "没有待裁定的分歧" in frame(pilot)
    assert waiting(store, "zoe") == []
    written = rulings(store)
    assert len(written) == count
    words = {row[0] for row in rows(store, "select uuid from journal where reviewer <> 'zoe'")}
    for action, rests, _ in written:
        assert action == "adjudicated" and len(rests) == 2 and set(rests) <= words
    by_key = {one.span_key: one for one in figures(store)}
    third = [
        by_key[stored.span_key].shown.value for key, stored in zip(keys, order, strict=True) if key == "n"
    ]
    assert third == ["31"] * (count // 4)
    rejected = [by_key[stored.span_key] for key, stored in zip(keys, order, strict=True) if key == "x"]
    assert all(one.latest and one.latest.decision.reason == "not_a_figure" for one in rejected)
    assert verify_store(store)[1] == []


async def test_a_key_before_the_sides_are_laid_out_speaks_of_no_small_window(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    differing(store, "value")
    async with adjudicating(store, size=(80, 24)) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(SidesPane, "shows_all", False)
            await pilot.press("a")
        assert "看过再按" in frame(pilot) and "请放大" not in frame(pilot)
        await pilot.press("a")
        assert len(rulings(store)) == 1


async def test_a_ruling_is_taken_back_and_the_case_is_there_again(store: Path) -> None:
    differing(store, "value", "unit")
    async with adjudicating(store) as pilot:
        first = frame(pilot)
        await pilot.press("u", "a")
        await pilot.pause()
        assert frame(pilot).splitlines()[0] != first.splitlines()[0]
        await pilot.press("z")
        await pilot.pause()
        assert "第 1 处，共 2 处" in frame(pilot) and "指南缺口" in frame(pilot).splitlines()[0]
        assert len(waiting(store, "zoe")) == 2
        await pilot.press("u", "b", "z", "z")
        await pilot.pause()
        assert "这次还没有裁定过" in frame(pilot)
    assert [action for action, _, _ in rulings(store)] == ["adjudicated", "undo"] * 2
    assert rulings(store)[0][2] == "gap" and rulings(store)[2][2] is None
    assert verify_store(store)[1] == []


async def test_what_changes_meanwhile_is_shown_before_a_key_counts(store: Path) -> None:
    differing(store, "value")
    async with adjudicating(store) as pilot:
        judge(store, "bob", key_of(figures(store)[0]), "wrong", fields={"value": "55"})
        await pilot.press("a")
        await pilot.pause()
        told = frame(pilot)
        assert "其间有人改变了判定" in told and "bob" not in told and "55" in told and "987654" not in told
        assert rulings(store) == []
        await pilot.press("a")
        await pilot.pause()
    assert len(rulings(store)) == 1 and waiting(store, "zoe") == []


async def test_what_others_settle_meanwhile_is_passed_over(store: Path) -> None:
    differing(store, "value", "unit", "bound")
    async with adjudicating(store) as pilot:
        for index in (1, 2):
            judge(store, "bob", key_of(figures(store)[index]), "verified")
        await pilot.press("a")
        await pilot.pause()
        assert "没有待裁定的分歧" in frame(pilot)
        await pilot.press("a", "x", "n", "s", "u")
        assert len(rulings(store)) == 1


async def test_a_typed_answer_survives_a_change_meanwhile(store: Path) -> None:
    differing(store, "value")
    async with adjudicating(store) as pilot:
        await pilot.press("n")
        pilot.app.screen.query_one("#value", Input).value = "777"
        judge(store, "bob", key_of(figures(store)[0]), "wrong", fields={"value": "55"})
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, CorrectionScreen)
        assert pilot.app.screen.query_one("#value", Input).value == "777"
        await pilot.press("enter")
        await pilot.pause()
    assert figures(store)[0].shown.value == "777"


async def test_a_side_that_is_unsure_cannot_be_taken(store: Path) -> None:
    decide(store, "alice", answering({0: ANSWERS["open"]}, None))
    decide(store, "bob", answering({0: ANSWERS["open"]}, None))
    async with adjudicating(store) as pilot:
        await pilot.press("a")
        assert "没有定论" in frame(pilot)
        await pilot.press("b")
        assert "没有 B 方" in frame(pilot)
        await pilot.press("n", "enter")
        await pilot.pause()
    assert figures(store)[0].status == "verified" and len(rulings(store)) == 1


async def test_put_off_a_case_comes_last_and_the_only_one_stays(store: Path) -> None:
    differing(store, "value", "unit")
    async with adjudicating(store) as pilot:
        first = frame(pilot).splitlines()[0]
        await pilot.press("s")
        await pilot.pause()
        assert frame(pilot).splitlines()[0] != first
        await pilot.press("a", "s")
        await pilot.pause()
        assert "只剩这一处" in frame(pilot) and "先前搁置" in frame(pilot)


async def test_no_key_decides_on_a_sentence_out_of_sight(store: Path) -> None:
    differing(store, "value")
    async with adjudicating(store, size=(80, 24)) as pilot:
        await pilot.press("end")
        await pilot.press("a")
        await pilot.pause()
        assert rulings(store) == [] and "不在屏幕上" in frame(pilot)
        await pilot.resize_terminal(80, 10)
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        assert rulings(store) == [] and "一屏放不下" in frame(pilot)


async def test_a_key_held_down_decides_once(store: Path) -> None:
    differing(store, "value", "unit", "bound")
    async with adjudicating(store, repeat_ms=10_000) as pilot:
        await pilot.press("a", "a", "a")
        await pilot.pause()
        assert len(rulings(store)) == 1 and "重复过快" in frame(pilot)


async def test_how_words_came_about_is_told_only_behind_the_decision(store: Path) -> None:
    decide(store, "alice", answering({}), circumstances=Circumstances(hasty=True))
    decide(store, "bob", answering({0: ANSWERS["value"], 1: ANSWERS["unit"]}))
    async with adjudicating(store) as pilot:
        assert "过快" not in frame(pilot)
        await pilot.press("b")
        await pilot.pause()
        assert "判得过快" in frame(pilot)


async def test_a_refused_write_is_told_and_the_case_stays(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fzreview.errors import StoreError

    differing(store, "value")

    def refuse(*_: object, **__: object) -> None:
        raise StoreError("report_missing", report="")

    async with adjudicating(store) as pilot:
        monkeypatch.setattr("fzreview.store.journal.recording.append", refuse)
        await pilot.press("a")
        await pilot.pause()
        assert "第 1 处，共 1 处" in frame(pilot)
    assert rulings(store) == []


async def test_nothing_to_settle(store: Path) -> None:
    async with adjudicating(store) as pilot:
        assert "没有待裁定的分歧" in frame(pilot)
        await pilot.press("a", "b", "n", "x", "s", "u", "z", "question_mark", "escape", "q")
    assert rulings(store) == []


async def test_from_the_library_and_back(store: Path) -> None:
    differing(store, "value")
    async with desk(store, DOC, reviewer="zoe") as pilot:
        await pilot.press("l")
        await settled(pilot)
        await pilot.press("5")
        await settled(pilot)
        assert isinstance(pilot.app.screen, AdjudicationScreen)
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("q")
        await settled(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pilot.press("5")
        await settled(pilot)
        assert "没有待裁定的分歧" in frame(pilot)
    assert len(rulings(store)) == 1


async def test_cases_that_came_in_a_package(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    differing(store, "value", "existence")
    call = caller(store, capsys)
    told = call("pack", "--for", "zoe", "--purpose", "adjudicate", "-o", tmp_path, "--json")
    package = Path(told.rows[-1]["path"])
    async with adjudicating(package) as pilot:
        for key in ("a", "z", "a", "x"):
            await pilot.press(key)
            await pilot.pause()
        assert "没有待裁定的分歧" in frame(pilot)
    assert [len(rests) for _, rests, _ in rulings(package)] == [2] * 4
    assert call("merge", package).code == 0
    assert waiting(store, "zoe") == [] and verify_store(store)[1] == []


async def test_figures_that_overlap_are_settled_at_once_and_fall_back_at_once(store: Path) -> None:
    first = figures(store)[0].figure

    def longer(report: StoredReport) -> list[Figure]:
        if report.summary.doc != DOC:
            return []
        end = first.end + 1
        surface = report.reading.source[first.start : end]
        return [replace(first, end=end, surface=surface, text=surface, value="987")]

    def gold() -> list[Any]:
        wanted = ExportRequest(shares=None, each_reviewer=False)
        return [json.loads(line) for line in native_lines(store, wanted=wanted)]

    decide(store, "bob", answering({0: ANSWERS["value"]}, None))
    decide(store, "alice", answering({}, None), added=longer)
    assert gold() == []
    async with adjudicating(store) as pilot:
        for keys in ("a", "z", "a"):
            await pilot.press(*keys)
            await pilot.pause()
        assert "没有待裁定的分歧" in frame(pilot)
    batches = rows(store, "select count(*) from journal where reviewer = 'zoe' group by batch")
    assert batches == [(2,)] * 3, "both figures at once, taken back at once"
    kept = [row for row in gold() if row["decision"] != "rejected"]
    assert len(kept) == 1 and kept[0]["source"] == "adjudicated"
    assert verify_store(store)[1] == []
    judge(store, "bob", key_of(figures(store)[0]), "verified")
    assert gold() == [] and len(waiting(store, "zoe")) == 1, "one word changed: the case is open again"


async def test_three_sides_and_a_narrow_screen(store: Path) -> None:
    differing(store, "value")
    for who, value in (("carol", "5"), ("dan", "6"), ("eve", "7"), ("fay", "8")):
        decide(
            store,
            who,
            answering({0: lambda figure, value=value: corrected(figure, value=value)}, None),  # type: ignore[misc]  # bound now
        )
    async with adjudicating(store, size=(80, 24)) as pilot:
        told = frame(pilot)
        assert all(f" {letter} " in told for letter in "ABCDEF")
        await pilot.press("f")
        await pilot.pause()
    assert len(rulings(store)) == 1 and len(rulings(store)[0][1]) == 6


@IN_EACH_LANGUAGE
def test_look(snap_compare, store: Path, size: tuple[int, int], language: strings.Language) -> None:
    strings.use(language)
    differing(store, "value", "existence")
    decide(store, "carol", answering({0: ANSWERS["unit"], 1: ANSWERS["existence"]}))
    app = adjudication(store)
    keys = [] if size == (140, 42) else ["a"]
    assert snap_compare(app, press=[*keys, "u"], terminal_size=size)
    app.review.close()


async def test_the_desk_of_disputes_comes_up_styled_once(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    differing(store, KINDS[0])
    styled: Counter[str | None] = Counter()
    inner = Stylesheet.apply

    def apply(sheet: Stylesheet, node: DOMNode, **options: Any) -> None:
        styled[node.id] += 1
        inner(sheet, node, **options)

    monkeypatch.setattr(Stylesheet, "apply", apply)
    async with adjudicating(store, size=(80, 24)) as pilot:
        assert "≠" in frame(pilot)
        assert [styled[name] for name in ("header", "sides", "status", "keys")] == [1] * 4
        assert styled["text"] == 2, "the focus that it gets has a style of its own"
