"""Audits of a store: drawn, put on record, reported."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from fzreview.domain.reports.stored import StoredReport
from fzreview.domain.team.audit import Audit, AuditItem, AuditOf, digest_of, drawn, drawn_by_strata, sizes_of
from fzreview.domain.team.strata import StratumBy
from fzreview.errors import StoreError, UsageError
from fzreview.measuring.audits import FigureAudit, SectionAudit, figure_audit, section_audit
from fzreview.measuring.universe import Universe
from fzreview.store.reader import StoreReader
from fzreview.store.team.packages import refuse_package
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now
from fzreview.work.keeping.safekeeping import require_undamaged


@dataclass(frozen=True, slots=True)
class Draw:
    """What is to be drawn, and for whom."""

    auditor: str
    of: AuditOf
    wanted: int
    seed: int
    by: StratumBy | None = None
    """By what strata are drawn apart."""


def draw_audit(store: Path, draw: Draw) -> tuple[Audit, bool]:
    """Draw, and put it on record before anybody sees it; whether it was drawn now.

    The same draw is made once: asked for again, it is the one on record, so that nobody draws until the
    sample pleases. Raises StoreError where there is nothing to draw from, and in a package.
    """
    require_undamaged(store, rows=False)
    refuse_package(store, "audit draw")
    universe = Universe(draw.auditor, draw.of, [])
    with StoreReader(store) as reader:
        for audit in reader.team.audits():
            if draw == Draw(audit.auditor, audit.of, audit.wanted, audit.seed, audit.by):
                return audit, False
        for summary in list(reader.summaries()):
            # What nobody touched is only among all figures.
            if draw.of == "all" or reader.verdicts.is_touched(summary.id):
                universe.add(reader.report(summary))
    if not universe.items:
        raise StoreError("audit_nothing", auditor=draw.auditor, left_out=universe.left_out)
    audit = Audit(
        uuid4().hex,
        now(),
        draw.auditor,
        draw.of,
        draw.seed,
        draw.wanted,
        len(universe.items),
        universe.left_out,
        digest_of(universe.items),
        _drawn(universe.items, draw),
        draw.by,
        {} if draw.by is None else sizes_of(universe.items, draw.by),
    )
    with closing(StoreWriter(store)) as writer:
        writer.record_audit(audit).result()
    return audit, True


def _drawn(universe: Collection[AuditItem], draw: Draw) -> tuple[AuditItem, ...]:
    """Raises UsageError for fewer than there are strata."""
    if draw.by is None:
        return drawn(universe, draw.wanted, draw.seed)
    try:
        return drawn_by_strata(universe, draw.wanted, draw.seed, draw.by)
    except ValueError as error:
        strata = " ".join(sizes_of(universe, draw.by))
        raise UsageError("audit_strata", wanted=draw.wanted, by=draw.by, strata=strata) from error


def audit_results(store: Path) -> list[FigureAudit | SectionAudit]:
    """Every audit on record with what its auditor has said so far, the oldest first."""
    require_undamaged(store, rows=False)
    with StoreReader(store) as reader:
        audits = reader.team.audits()
        wanted = {item.report for audit in audits for item in audit.items}
        summaries = [summary for summary in reader.summaries() if summary.sha256 in wanted]
        reports = {summary.sha256: reader.report(summary) for summary in summaries}
    return [judged(audit, reports) for audit in audits]


def judged(audit: Audit, reports: Mapping[str, StoredReport]) -> FigureAudit | SectionAudit:
    """What its auditor has said of what was drawn in these reports (by sha256)."""
    if audit.of == "sections":
        return section_audit(audit, reports)
    figures = {
        f"{item.report}:{stored.span_key}": stored
        for item in {item.report: item for item in audit.items}.values()
        if item.report in reports
        for stored in reports[item.report].figures
    }
    return figure_audit(audit, figures)
