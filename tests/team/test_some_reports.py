"""Only some of the reports shared out and packed: by an expression, for every purpose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command_line import Call, caller
from support.gold_reports import gold_report, seed_names
from support.scripted import NO_FIGURE, VERIFIED, decide

TAGGED = seed_names()[:2]
SHAS = {gold_report(doc).sha256 for doc in TAGGED}


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    call = caller(store, capsys)
    assert call("tag", "add", "抽查", *TAGGED, "--reviewer", "lead").code == 0
    assert len(call("list", "--reports", "tag:抽查", "--json").rows) == 2
    return call


def packed(call: Call, folder: Path, *options: str) -> list[set[str]]:
    told = call("pack", "-o", folder, *options, "--json")
    assert told.code == 0, told.err
    return [set(row["reports"]) for row in told.rows]


def test_reports_are_assigned_by_an_expression(call: Call) -> None:
    told = call("assign", "--to", "ann,bob", "--reports", "tag:抽查", "--overlap", "100%", "--json")
    assert {row["report"] for row in told.rows if row["reviewers"]} == SHAS
    call("assign", "--to", "ann,bob")
    rows = call("assign", "--json").rows
    assert sum(len(row["reviewers"]) for row in rows) == len(rows) + 2, "what was assigned stays"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--to", "ann", "--reports", "tag:没有"), 1),
        (("--to", "ann", "--reports", "tagged:x"), 2),
        (("--to", "ann", "--reports", "tag:抽查", TAGGED[0]), 2),
        (("--to", "ann", "--reports", "tag:抽查", "--suggested", "1"), 2),
    ],
)
def test_what_fits_nothing_is_refused(call: Call, options: tuple[str, ...], code: int) -> None:
    refused = call("assign", *options)
    assert refused.code == code and refused.err
    assert call("assign", "--json").rows[0]["reviewers"] == []


def test_some_are_packed_first_and_the_rest_later(call: Call, tmp_path: Path) -> None:
    call("assign", "--to", "ann")
    first = packed(call, tmp_path, "--for", "ann", "--reports", "tag:抽查", "--reports", "1")
    assert [len(one) for one in first] == [1, 1] and set.union(*first) == SHAS
    rest = packed(call, tmp_path, "--for", "ann", "--reports", "!tag:抽查")
    assert len(rest) == 1 and not rest[0] & SHAS
    assert len(packed(call, tmp_path, "--for", "ann")) == 3
    refused = call("pack", "--for", "ann", "--reports", "tag:没有", "-o", tmp_path)
    assert refused.code == 1 and "ann" in refused.err
    assert call("pack", "--for", "ann", "--reports", "0", "-o", tmp_path).code == 2
    assert call("pack", "--for", "ann", "--reports", "nonsense:1", "-o", tmp_path).code == 2


Prepare = Callable[[Call, Path], Any]


def _disputed(call: Call, store: Path) -> None:
    seen: set[str] = set()

    def rule(report: Any, stored: Any) -> Any:
        first = report.summary.sha256 not in seen
        seen.add(report.summary.sha256)
        return NO_FIGURE if first else VERIFIED

    decide(store, "alice", rule)
    decide(store, "bob")


@pytest.mark.parametrize("purpose", ["again", "adjudicate", "feedback"])
def test_each_purpose_can_be_packed_for_some(call: Call, store: Path, tmp_path: Path, purpose: str) -> None:
    _disputed(call, store)
    if purpose == "feedback":
        for row in call("conflicts", "--json").rows:
            assert call("settle", row["keys"][0], "take", "bob", "--reviewer", "zoe").code == 0
    owner = "carla" if purpose == "adjudicate" else "alice"
    (first,) = packed(call, tmp_path, "--for", owner, "--purpose", purpose, "--reports", "tag:抽查")
    assert first == SHAS


def test_what_was_drawn_for_an_audit_is_packed_whole(call: Call, store: Path, tmp_path: Path) -> None:
    decide(store, "alice")
    call("audit", "draw", "--n", "5", "--reviewer", "zoe")
    refused = call("pack", "--for", "zoe", "--purpose", "audit", "--reports", "tag:抽查", "-o", tmp_path)
    assert refused.code == 2 and "抽查包" in refused.err


def test_a_certificate_of_some_tells_of_an_audit_by_strata_that_says_nothing_of_them(
    call: Call, store: Path
) -> None:
    decide(store, "alice")
    assert call("audit", "draw", "--n", "40", "--by", "kind", "--reviewer", "zoe").code == 0
    decide(store, "zoe")
    told = call("certify", *TAGGED)
    assert told.code == 0 and "分层抽查" in told.out and "zoe" in told.out
    (row,) = call("certify", *TAGGED, "--json").rows
    assert len(row["beyond"]) == 1 and row["wrong"] is None
    (whole,) = call("certify", "--json").rows
    assert whole["beyond"] == [] and whole["wrong"]["n"] == 40
