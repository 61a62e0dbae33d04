"""A reviewer who says different things on two machines: listed, ruled on, and given back to them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.measuring.disputes import disputes_of
from fzreview.store.reader import StoreReader
from fzreview.work.judging.judge import judge
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.merging.merge import merge
from support.command_line import Call
from support.scripted import VERIFIED, corrected, decide


def packed(call: Call, folder: Path) -> list[Path]:
    rows = call("pack", "--for", "ann", "-o", folder, "--json").rows
    return [Path(row["path"]) for row in rows if row["written"]]


def otherwise(report: StoredReport, stored: StoredFigure) -> Decision:
    """Another value of the first figure of each report, and one subject worded differently."""
    first, second, *_ = report.figures
    if stored is first:
        return corrected(stored.figure, value="987654")
    return corrected(stored.figure, subject=stored.figure.subject + "等") if stored is second else VERIFIED


@pytest.fixture
def torn(call: Call, store: Path, tmp_path: Path) -> int:
    """Ann's package, used on two machines; how many reports it has."""
    call("assign", "--to", "ann")
    (package,) = packed(call, tmp_path / "one")
    twin = Path(shutil.copyfile(package, tmp_path / "twin.fz.db"))
    decide(package, "ann")
    decide(twin, "ann", otherwise)
    merge(store, [package, twin])
    with StoreReader(store) as reader:
        return len(list(reader.summaries()))


def test_it_is_a_case_of_its_own_kind(torn: int, call: Call, store: Path) -> None:
    rows = call("conflicts", "--json").rows
    values = [row for row in rows if "value" in row["kinds"]]
    assert len(values) == torn
    assert {row["kind"] for row in rows} == {"own"}
    assert {(row["one"]["reviewer"], row["other"]["reviewer"]) for row in rows} == {("ann", "ann")}
    said = {(row["one"]["says"], row["other"]["says"]) for row in values}
    assert said <= {("verified", "corrected"), ("corrected", "verified")}
    exported = [json.loads(line) for line in call("export", "-o", "-").out.splitlines()]
    gold = {(row["sha256"], row["start"], row["end"]) for row in exported if "decision" in row}
    assert not {(row["report"], row["start"], row["end"]) for row in rows} & gold
    with StoreReader(store) as reader:
        reports = list(map(reader.decided_report, reader.summaries()))
    disputes = [one for report in reports for one in disputes_of(report, "zoe")]
    assert len(disputes) == len(rows)
    assert all(len(one.sides) == 2 for one in disputes if "value" in one.kinds)


def test_a_ruling_settles_it(torn: int, call: Call, store: Path) -> None:
    rows = call("conflicts", "--json").rows
    for row in rows:
        assert call("settle", row["keys"][0], "verified", "--reviewer", "zoe").code == 0
    assert call("conflicts", "--json").rows == []
    assert verify_store(store)[1] == []


def test_it_goes_back_to_its_reviewer_in_the_next_package(
    torn: int, call: Call, store: Path, tmp_path: Path
) -> None:
    _, second = packed(call, tmp_path / "two")
    assert second.name == "ann-002.fz.db"
    assert packed(call, tmp_path / "two") == [], "and in no third before that has come back"
    with StoreReader(second) as reader:
        figures = [(s.sha256, one) for s in reader.summaries() for one in reader.figures(s.id)]
    again = [(sha256, one) for sha256, one in figures if one.torn]
    assert len(again) >= torn
    for sha256, one in again:
        assert one.disputed
        judge(second, "ann", f"{sha256}:{one.span_key}", "verified")
    merge(store, [second])
    assert call("conflicts", "--json").rows == []
    assert len(packed(call, tmp_path / "three")) == 2, "there is nothing more"
    with StoreReader(store) as reader:
        assert reader.verdicts.torn_reports("ann") == set()
    assert verify_store(store)[1] == []
