"""Agreement of the reviewers of one store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from fzreview.domain.decisions.decided import DecidedReport
from fzreview.domain.decisions.final_verdicts import FinalVerdicts, SharedReport, machine_spans
from fzreview.domain.dissent.open_cases import reviewers_of
from fzreview.measuring.agreement import PairAgreement, agreement_of
from fzreview.store.reader import StoreReader
from fzreview.work.judging.reviewer_name import refuse_unknown
from fzreview.work.keeping.safekeeping import require_undamaged

Names = tuple[str, str]


def agreements(store: Path, wanted: Names | None = None) -> list[PairAgreement]:
    """How far the two named agree, else every two who decided in one report, in order of their names.

    Raises StoreError where a name decided nothing.
    """
    shared: defaultdict[Names, list[SharedReport]] = defaultdict(list)
    seen: set[str] = set()
    for report in decided_reports(store, first=True):
        names = reviewers_of(report)
        seen.update(names)
        pairs = combinations(names, 2) if wanted is None else [wanted]
        for pair in pairs:
            if set(pair) <= set(names):
                shared[pair].append(_shared(report, pair))
    for name in wanted or ():
        refuse_unknown(name, seen)
    if wanted is not None:
        return [agreement_of(wanted, shared[wanted])]
    return [agreement_of(pair, reports) for pair, reports in sorted(shared.items())]


def decided_reports(store: Path, *, first: bool = False) -> Iterator[DecidedReport]:
    """Every report in which anybody decided anything, one in memory at a time.

    ``first`` without what reviewers changed once they knew how a figure was ruled on.
    """
    require_undamaged(store, rows=False)
    with StoreReader(store) as reader:
        for summary in reader.summaries():
            if reader.verdicts.is_touched(summary.id):
                report = reader.decided_report(summary)
                yield reader.verdicts.first_passes(report) if first else report


def _shared(report: DecidedReport, pair: Names) -> SharedReport:
    one, other = (FinalVerdicts.of_report(report, name) for name in pair)
    return SharedReport(report.summary.sha256, one, other, machine_spans(report))
