"""How far a store is, with its disputes and audits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fzreview.domain.decisions.decided import DecidedReport
from fzreview.domain.dissent.cases import CASE_KINDS, CaseKind
from fzreview.domain.dissent.open_cases import open_cases
from fzreview.domain.reports.stored import ReportSummary
from fzreview.domain.team.assignment import Assignment
from fzreview.measuring.disputes import linked
from fzreview.measuring.progress import Person, Progress, Share, progress_of
from fzreview.store.reader import StoreReader
from fzreview.work.clock import latest, local_day, now
from fzreview.work.keeping.safekeeping import require_undamaged
from fzreview.work.measuring.auditing import judged


@dataclass(frozen=True, slots=True)
class StoreProgress:
    """Everything that ``progress`` tells."""

    progress: Progress
    shares: Mapping[str, Share]
    """Who was given reports → how many and what is left of them."""
    cases: Counter[CaseKind]
    """Where final words differ and nobody has settled it, by kind."""
    adjudicated: int
    """Figures that a ruling in force settles."""
    fallen: int
    """Figures whose ruling holds no more, because a word has changed."""
    audits: int
    audits_complete: int
    today: date


def progress(store: Path) -> StoreProgress:
    """How far the store is."""
    require_undamaged(store, rows=False)
    cases: Counter[CaseKind] = Counter()
    with StoreReader(store) as reader:
        summaries = list(reader.summaries())
        today = date.fromisoformat(local_day(now()))
        told = progress_of(reader.journal.work_log(), sum(one.figures for one in summaries), today, latest())
        for summary in summaries:
            if reader.verdicts.is_touched(summary.id):
                cases.update(_cases(reader.decided_report(summary)))
        shares = _shares(told, summaries, reader.team.assignment())
        adjudicated, fallen = reader.verdicts.rulings_held()
        audits = reader.team.audits()
        drawn = {item.report for audit in audits for item in audit.items}
        reports = {one.sha256: reader.report(one) for one in summaries if one.sha256 in drawn}
    complete = sum(judged(audit, reports).complete for audit in audits)
    return StoreProgress(told, shares, cases, adjudicated, fallen, len(audits), complete, today)


def _shares(told: Progress, summaries: Iterable[ReportSummary], assignment: Assignment) -> dict[str, Share]:
    people = {person.name: person for person in told.people}
    given: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for summary in summaries:
        for name in assignment.reviewers.get(summary.sha256, ()):
            given[name][summary.sha256] = summary.figures
    return {name: Share.of(people.get(name, Person(name)), given[name]) for name in sorted(given)}


def _cases(report: DecidedReport) -> list[CaseKind]:
    """The gravest kind of each dispute of a report; about what several pairs differ is one."""
    return [
        min((case.kind for _, case in members), key=CASE_KINDS.index)
        for members in linked(open_cases(report))
    ]
