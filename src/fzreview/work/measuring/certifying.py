"""The certificate of a store, of some of its reports, or of a split."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fzreview.domain.reports.report_filter import EVERY_REPORT, ReportFilter
from fzreview.domain.reports.stored import ReportSummary, StoredReport
from fzreview.errors import StoreError, UsageError
from fzreview.gold.making.splits import checked_split, split_of
from fzreview.measuring.certificate import QUANTITIES, Certificate, Quantity, Survey, certificate_of
from fzreview.scoring.rates import Rate
from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import require_undamaged
from fzreview.work.measuring.auditing import judged
from fzreview.work.measuring.quality import all_seeds
from fzreview.work.measuring.returned import returned

_REQUIREMENT: Final = re.compile(
    r"\s*(?P<name>\w+)\s*<=\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>[%％]?)\s*"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a certificate is asked for; everything where neither is named."""

    reports: Sequence[str] = ()
    """Names of reports."""
    split: str | None = None
    filter: ReportFilter = EVERY_REPORT
    """Only of the reports that fit."""


def certify(store: Path, scope: Scope) -> Certificate:
    """What is known of the gold in these reports. Raises StoreError for an unknown or no report."""
    require_undamaged(store, rows=False)
    return certificate(store, scope)


def certificate(store: Path, scope: Scope) -> Certificate:
    """As :func:`certify`, for a store that was checked already."""
    survey = Survey()
    reports: dict[str, StoredReport] = {}
    with StoreReader(store) as reader:
        audits = reader.team.audits()
        drawn = {item.report for audit in audits for item in audit.items}
        for summary in _chosen(reader, scope):
            report = reader.report(summary)
            survey.add(report)
            if summary.sha256 in drawn:
                reports[summary.sha256] = report
    if not survey.reports:
        raise StoreError("nothing_to_certify")
    within = frozenset(survey.reports)
    beyond = [audit for audit in audits if audit.of == "verified" and audit.goes_beyond(within)]
    told = [judged(audit.within(within), reports) for audit in audits]
    return certificate_of(survey, told, _caught(store), beyond)


def _caught(store: Path) -> Rate:
    """What became of the errors that were seeded into packages, of all reviewers together."""
    rates = [all_seeds(told).rate for told in returned(store).values()]
    return Rate(sum(rate.hits for rate in rates), sum(rate.of for rate in rates))


def requirements(text: str) -> dict[Quantity, float]:
    """``wrong<=1%,missed<=2%`` → bounds as shares. Raises UsageError for anything else."""
    wanted: dict[Quantity, float] = {}
    for part in text.split(","):
        match = _REQUIREMENT.fullmatch(part)
        name = next((one for one in QUANTITIES if match and match["name"] == one), None)
        if match is None or name is None or name in wanted:
            raise UsageError("bad_requirement", value=text)
        bound = float(match["number"]) / (100 if match["percent"] else 1)
        if not 0 < bound < 1:
            raise UsageError("bad_requirement", value=text)
        wanted[name] = bound
    return wanted


def _chosen(reader: StoreReader, scope: Scope) -> list[ReportSummary]:
    if scope.reports:
        found = {summary.id: summary for summary in map(reader.find_report, scope.reports)}
        chosen = list(found.values())
    else:
        chosen = list(filter(scope.filter.fits, reader.summaries()))
    if scope.split is None:
        return chosen
    split = checked_split(scope.split, "--split")
    return [one for one in chosen if split_of(reader.split_group(one.id)) == split]
