"""What a condition that no report fits may have meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from fzreview.domain.reports.report_filter import ReportFilter
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.reader import StoreReader
from fzreview.text.near_words import near_words

_NAMED: Final[dict[str, Callable[[ReportSummary], Iterable[str]]]] = {
    "tag": lambda report: report.tags.split(),
    "region": lambda report: [report.region] if report.region else [],
    "issuer": lambda report: [report.issuer] if report.issuer else [],
}
"""Fields whose values are names → those of a report."""


def near_conditions(store: Path, expression: str) -> list[str]:
    """Conditions like those of an expression that no report fits, with names that are there."""
    found: list[str] = []
    with StoreReader(store) as reader:
        reports = list(reader.summaries())
    for one in ReportFilter.parsed(expression).conditions:
        if one.is_denied or one.field not in _NAMED or any(map(one.holds, reports)):
            continue
        known = {name for report in reports for name in _NAMED[one.field](report)}
        found += [f"{one.field}:{name}" for name in near_words(one.value, sorted(known))]
    return found
