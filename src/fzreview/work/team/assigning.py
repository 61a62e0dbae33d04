"""Reports shared out among reviewers: a plan on record, extended, handed on, shown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from fzreview.domain.reports.report_filter import ReportFilter
from fzreview.domain.reports.stored import ReportSummary
from fzreview.domain.team.assignment import Assignment, Team, Workload, extended, handed_on
from fzreview.errors import StoreError
from fzreview.gold.making.splits import checked_split, split_of
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.store.team.packages import refuse_package
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now


@dataclass(frozen=True, slots=True)
class Plan:
    """Who has which report, over all reports of the store."""

    reports: Sequence[ReportSummary]
    assignment: Assignment
    begun: dict[str, Collection[str]] = field(default_factory=dict)
    """Reviewer → sha256 of the reports in which they have decided anything."""
    changed: bool = True
    """False where what was asked for was on record already."""

    @property
    def workloads(self) -> list[Workload]:
        return [_workload(summary) for summary in self.reports]

    @property
    def people(self) -> list[str]:
        """Everybody who has a report, by name."""
        return sorted({name for names in self.assignment.reviewers.values() for name in names})

    @property
    def unassigned(self) -> int:
        """Reports that nobody has."""
        return sum(summary.sha256 not in self.assignment.reviewers for summary in self.reports)


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is to be shared out, and among whom."""

    people: Sequence[str]
    overlap: float = 0.0
    seed: int = 0
    doubled_split: str | None = None
    """A split of which every report goes to two people."""
    reports: Sequence[str] = ()
    """Names of reports; all of the store where there are none."""


def plan_of(store: Path) -> Plan:
    """The plan on record."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        return _plan(reader, reader.team.assignment())


def fitting(store: Path, expression: str) -> list[str]:
    """sha256 of the reports that fit an expression, in order of loading.

    Raises UsageError for what is none, StoreError where no report fits.
    """
    create_or_migrate(store)
    wanted = ReportFilter.parsed(expression)
    with StoreReader(store) as reader:
        found = [one.sha256 for one in reader.summaries() if wanted.fits(one)]
    if not found:
        raise StoreError("assign_no_report", expression=expression)
    return found


def share_out(store: Path, sharing: Sharing) -> Plan:
    """Give every report that nobody has to somebody, and put it on record.

    Raises StoreError for an unknown report and in a package, UsageError for an unknown split, ValueError
    where the people cannot share as asked.
    """
    create_or_migrate(store)
    refuse_package(store, "assign")
    with StoreReader(store) as reader:
        recorded = reader.team.assignment()
        summaries = [reader.find_report(name) for name in sharing.reports] or list(reader.summaries())
        doubled = _of_split(reader, sharing.doubled_split)
    team = Team(sorted(sharing.people), sharing.overlap, sharing.seed, doubled)
    return _record(store, recorded, extended(recorded, [_workload(summary) for summary in summaries], team))


def take_back(store: Path, name: str, sharing: Sharing, idle: timedelta | None = None) -> Plan:
    """What ``name`` has not begun goes to the others; with ``idle`` only where they decided nothing since.

    Raises StoreError where ``name`` has no report, was at work too lately, or there is nobody else.
    """
    create_or_migrate(store)
    refuse_package(store, "assign")
    with StoreReader(store) as reader:
        before = _plan(reader, reader.team.assignment())
        if name not in before.people:
            raise StoreError("assign_nobody", name=name)
        last = reader.journal.last_entry_at(name)
        if idle is not None and last is not None and _moment(now()) - _moment(last) < idle:
            raise StoreError("assign_not_idle", name=name, last=last)
    others = sharing.people or before.people
    try:
        team = Team([person for person in others if person != name], seed=sharing.seed)
        after = handed_on(before.assignment, before.workloads, name, before.begun[name], team)
    except ValueError as error:
        raise StoreError("assign_nobody_else", name=name) from error
    return _record(store, before.assignment, after)


def _record(store: Path, before: Assignment, after: Assignment) -> Plan:
    if after != before:
        with closing(StoreWriter(store)) as writer:
            writer.record_assignment(after, now()).result()
    with StoreReader(store) as reader:
        return replace(_plan(reader, after), changed=after != before)


def _plan(reader: StoreReader, assignment: Assignment) -> Plan:
    people = {name for names in assignment.reviewers.values() for name in names}
    begun: dict[str, Collection[str]] = {name: reader.journal.reports_begun(name) for name in sorted(people)}
    return Plan(list(reader.summaries()), assignment, begun)


def _of_split(reader: StoreReader, split: str | None) -> frozenset[str]:
    if split is None:
        return frozenset()
    named = checked_split(split, "--double-split")
    return frozenset(sha256 for sha256, group in reader.split_groups().items() if split_of(group) == named)


def _workload(summary: ReportSummary) -> Workload:
    return Workload(summary.sha256, summary.figures)


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)
