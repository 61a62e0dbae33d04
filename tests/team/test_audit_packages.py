"""``pack --purpose audit``: what was drawn, undecided; it comes back as another reviewer's decisions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, On
from support.scripted import NO_FIGURE, VERIFIED, decide, whole


def shifted(report: StoredReport) -> list[Figure]:
    """A figure that the extractor does not find."""
    first = report.figures[0].figure
    return [replace(first, start=first.start + 1, end=first.end + 1)]


def packed(call: Call, name: str, folder: Path) -> list[Path]:
    told = call("pack", "--for", name, "--purpose", "audit", "-o", folder, "--json")
    assert told.code == 0, told.err
    return [Path(row["path"]) for row in told.rows]


def spans(package: Path) -> set[str]:
    with StoreReader(package) as reader:
        return {
            f"{one.sha256}:{figure.span_key}"
            for one in reader.summaries()
            for figure in reader.figures(one.id)
        }


def test_drawn_figures_alone_undecided_and_back(store: Path, on: On, tmp_path: Path) -> None:
    call = on(store)
    decide(store, "alice", added=shifted)
    call("audit", "draw", "--n", "200", "--reviewer", "zoe")
    (package,) = packed(call, "zoe", tmp_path)
    assert package.name == "zoe-audit-001.fz.db"
    with StoreReader(store) as reader:
        (audit,) = reader.team.audits()
        added = [
            one.key
            for one in audit.items
            if one.span not in {figure.span_key for figure in _machine(reader, one.report)}
        ]
    assert added, "one that alice added was drawn too"
    assert spans(package) == {one.key for one in audit.items}
    assert b"alice" not in package.read_bytes()
    assert verify_store(package)[1] == []
    again = packed(call, "zoe", tmp_path / "again")
    assert again[0].read_bytes() == package.read_bytes()

    seen: list[str] = []

    def rule(report: StoredReport, figure: StoredFigure) -> Decision:
        seen.append(figure.span_key)
        return NO_FIGURE if len(seen) <= 2 else VERIFIED

    decide(package, "zoe", rule)
    assert call("merge", package).code == 0
    assert verify_store(store)[1] == []
    (told,) = call("audit", "report", "--json").rows
    assert (told["complete"], told["wrong"]["k"], told["wrong"]["n"]) == (True, 2, 200)
    assert len(call("conflicts", "--json").rows) >= 2


def _machine(reader: StoreReader, sha256: str) -> list[StoredFigure]:
    summary = reader.summary(sha256)
    assert summary is not None
    return [one for one in reader.figures(summary.id) if one.origin == "machine"]


def test_drawn_sections_are_read_anew(store: Path, on: On, tmp_path: Path) -> None:
    call = on(store)
    decide(store, "alice", read=whole)
    call("audit", "draw", "--sections", "6", "--reviewer", "zoe")
    (package,) = packed(call, "zoe", tmp_path)
    with StoreReader(package) as reader, StoreReader(store) as project:
        (audit,) = project.team.audits()
        headings = {
            f"{one.sha256}:{heading.start}-{heading.end}"
            for one in reader.summaries()
            for heading in reader.report(one).reading.outline
        }
    assert {one.key for one in audit.items} <= headings
    decide(package, "zoe", read=whole)
    assert verify_store(package)[1] == []
    assert call("merge", package).code == 0
    (told,) = call("audit", "report", "--json").rows
    assert told["complete"] and told["missed"]["k"] == 0 < told["missed"]["n"]


def test_each_audit_is_a_package_of_its_own(store: Path, on: On, tmp_path: Path) -> None:
    call = on(store)
    decide(store, "alice")
    refused = call("pack", "--for", "zoe", "--purpose", "audit", "-o", tmp_path)
    assert refused.code == 1 and "audit draw" in refused.err
    for seed in ("1", "2"):
        call("audit", "draw", "--n", "5", "--seed", seed, "--reviewer", "zoe")
    first, second = packed(call, "zoe", tmp_path)
    assert spans(first) != spans(second)
    assert len(packed(call, "zoe", tmp_path)) == 2
