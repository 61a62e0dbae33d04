"""``progress`` and ``quality``: what the journal tells of the work."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.domain.decisions.circumstances import Circumstances
from support.command_line import Call
from support.gold_reports import gold_report, seed_names
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, decide, whole

FIGURES = [len(gold_report(doc).reading.figures) for doc in seed_names()]


def test_a_team_at_work(store: Path, call: Call) -> None:
    decide(store, "alice", lambda report, stored: VERIFIED if report.summary.id < 3 else None, read=whole)
    decide(store, "bob", lambda report, stored: NO_FIGURE if report.summary.id == 1 else None)
    call("audit", "draw", "--n", "5", "--reviewer", "zoe")
    done = call("progress", "--json")
    (told,) = done.rows
    assert done.code == 0
    assert (told["figures"], told["decided"]) == (sum(FIGURES), sum(FIGURES[:2]))
    assert told["undecided"] == sum(FIGURES[2:])
    assert told["doubled"] == FIGURES[0]
    assert told["cases"] == {"existence": FIGURES[0]}
    alice, bob = told["people"]
    assert (alice["name"], alice["decided"], alice["reports"]) == ("alice", sum(FIGURES[:2]), 2)
    assert (alice["per_hour"], alice["last"]) == (900, "2026-03-02T09:00:00.000Z")
    assert (bob["sections"], bob["decided"]) == (0, FIGURES[0])
    assert alice["sections"] == sum(len(gold_report(doc).reading.outline) for doc in seed_names())
    assert told["weeks"][0] == {"monday": "2026-03-02", "undecided": sum(FIGURES[2:])}
    assert told["hours_left"] == pytest.approx(sum(FIGURES[2:]) / 900)
    assert told["audits"] == {"drawn": 1, "complete": 0}
    shown = call("progress").out
    assert f"已判定 {sum(FIGURES[:2])}/{sum(FIGURES)} 条" in shown
    assert "自 2026-03-02）：█" in shown
    assert f"分歧 · 有无 {FIGURES[0]}" in shown


def test_nothing_done_yet(store: Path, call: Call) -> None:
    (told,) = call("progress", "--json").rows
    assert (told["decided"], told["people"], told["weeks"], told["weeks_left"]) == (0, [], [], None)
    assert call("progress").code == 0


def test_pace_and_haste(store: Path, call: Call) -> None:
    decide(store, "alice", lambda report, stored: UNSURE)
    decide(store, "bob", circumstances=Circumstances(hasty=True), elapsed_ms=200)
    alice, bob = call("quality", "--json").rows
    assert (alice["hasty"]["k"], bob["hasty"]["k"], bob["hasty"]["n"]) == (0, sum(FIGURES), sum(FIGURES))
    assert (alice["median_ms"], bob["median_ms"], alice["per_hour"]) == (4000, 200, 900)
    assert (alice["changed"]["k"], alice["bulk"]["k"]) == (0, 0)
    assert bob["seeds"] == {"value": None, "undefined": "not_asked"}
    shown = call("quality")
    assert "一半判定在 4.0 秒内，每小时 900 条" in shown.out
    assert "无定义" in shown.err


def test_quality_of_nobody(store: Path, call: Call) -> None:
    done = call("quality", "--json")
    assert (done.code, done.rows) == (1, [])


def test_what_was_given_to_whom_and_what_is_left(store: Path, call: Call) -> None:
    assert call("assign", "--to", "alice,bob").code == 0
    given = {row["report"]: row["reviewers"] for row in call("assign", "--json").rows}
    decide(store, "alice", lambda report, stored: VERIFIED if report.figures.index(stored) == 0 else None)
    (told,) = call("progress", "--json").rows
    alice, bob = told["people"]
    own = [sha256 for sha256, names in given.items() if names == ["alice"]]
    assert alice["assigned"]["reports"] == len(own)
    assert alice["assigned"]["left"] == alice["assigned"]["figures"] - len(own)
    assert (bob["name"], bob["decided"], bob["last"], bob["idle_days"]) == ("bob", 0, None, None)
    assert bob["assigned"]["left"] == bob["assigned"]["figures"]
    assert alice["assigned"]["figures"] + bob["assigned"]["figures"] == sum(FIGURES)
    assert f"还剩 {bob['assigned']['left']} 条" in call("progress").out
