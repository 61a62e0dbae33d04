"""``assign``: who has which report stays on record."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from support.command_line import Call
from support.gold_reports import seed_names
from support.plain_connection import connected
from support.scripted import VERIFIED, decide


def reviewers(call: Call, *arguments: str) -> dict[str, list[str]]:
    return {row["doc"]: row["reviewers"] for row in call("assign", *arguments, "--json").rows}


def in_the_first(report: StoredReport, figure: StoredFigure) -> Decision | None:
    return VERIFIED if report.summary.doc == seed_names()[0] else None


def test_every_report_goes_to_somebody_and_stays_there(call: Call) -> None:
    first = reviewers(call, "--to", "alice,bob", "--seed", "7")
    assert set(first) == set(seed_names())
    assert all(len(names) == 1 for names in first.values())
    assert {name for names in first.values() for name in names} == {"alice", "bob"}
    assert reviewers(call) == first, "what was assigned is shown"
    assert reviewers(call, "--to", "alice,bob,carol", "--seed", "8") == first, "and never shuffled"


def test_both_review_everything_where_all_overlaps(call: Call) -> None:
    assert set(map(tuple, reviewers(call, "--to", "bob,alice", "--overlap", "100%").values())) == {
        ("alice", "bob")
    }


def test_named_reports_alone_are_shared_out(call: Call) -> None:
    one = seed_names()[2]
    plan = reviewers(call, one, "--to", "alice")
    assert {doc for doc, names in plan.items() if names} == {one}
    told = call("assign")
    assert "alice：1 份报告" in told.out and "尚未分配 4 份" in told.err


def test_what_was_not_begun_is_taken_back(call: Call, store: Path) -> None:
    before = reviewers(call, "--to", "alice,bob", "--overlap", "100%")
    decide(store, "alice", in_the_first)
    after = reviewers(call, "--take-back", "alice", "--to", "carol")
    assert after[seed_names()[0]] == before[seed_names()[0]]
    assert {tuple(after[doc]) for doc in seed_names()[1:]} == {("bob", "carol")}
    with connected(store) as connection:
        query = "select count(*) from assignments where reviewer = 'alice' and handed_on is not null"
        assert connection.execute(query).fetchone() == (4,), "who had it before stays on record"


def test_nobody_loses_work_who_is_at_it(call: Call, store: Path) -> None:
    before = reviewers(call, "--to", "alice,bob")
    decide(store, "alice", in_the_first)
    refused = call("assign", "--take-back", "alice", "--idle", "3000d")
    assert refused.code == 1 and "alice" in refused.err
    assert reviewers(call) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--to", "alice,,bob"), 2),
        (("--to", "alice,alice"), 2),
        (("--to", "alice", "--overlap", "20%"), 2),
        (("--to", "alice,bob", "--overlap", "120%"), 2),
        (("--to", "alice,bob", "--overlap", "some"), 2),
        (("--take-back", "alice", "--idle", "soon"), 2),
        (("--take-back", "zoe"), 1),
        (("no such report", "--to", "alice"), 1),
    ],
)
def test_what_cannot_be_shared_out_is_refused(call: Call, arguments: tuple[str, ...], code: int) -> None:
    refused = call("assign", *arguments)
    assert (refused.code, refused.out) == (code, "")
    assert refused.err
    assert not any(reviewers(call).values())
