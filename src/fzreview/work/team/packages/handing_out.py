"""What goes out to somebody next, for each purpose of a package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from fzreview.domain.reports.report_filter import EVERY_REPORT, ReportFilter
from fzreview.domain.team.packages import (
    MOST_REPORTS,
    Item,
    Package,
    Purpose,
    Rules,
    new_packages,
    next_package,
)
from fzreview.errors import StoreError
from fzreview.store.reader import StoreReader
from fzreview.work.team.dissent.adverse_decisions import adverse_decisions
from fzreview.work.team.dissent.conflicts import Conflict
from fzreview.work.team.packages.contents import items_of
from fzreview.work.team.packages.handed_cases import case_item

SEASONED: Final = timedelta(days=14)
"""So old are decisions, unless told otherwise, before their reviewer is asked again."""


@dataclass(frozen=True, slots=True)
class PackageOrder:
    """What is to be packed for whom."""

    owner: str
    purpose: Purpose = "review"
    most: int = MOST_REPORTS
    """Reports of a package."""
    seed_errors: float = 0.0
    blind: float = 0.0
    older_than: timedelta = SEASONED
    reports: ReportFilter = EVERY_REPORT
    """Only these are handed out; of what was drawn for an audit all is."""


class Outgoing:
    """The packages of one order: those on record, and those that are to be made now."""

    def __init__(
        self, reader: StoreReader, order: PackageOrder, at: str, open_cases: Sequence[Conflict] = ()
    ) -> None:
        """``open_cases`` are those of the store, where cases are ordered."""
        self._open_cases = open_cases
        self._reader = reader
        self._order = order
        self.recorded = reader.team.packages()
        self.template = Package(reader.team.project(), order.owner, 0, (), at, order.purpose)
        self._wanted = {one.sha256 for one in reader.summaries() if order.reports.fits(one)}
        """What counts in the store and fits the order."""
        self._assigned = {
            report for report, names in reader.team.assignment().reviewers.items() if order.owner in names
        }

    def new(self) -> list[Package]:
        """Packages for what has not gone out yet."""
        match self._order.purpose:
            case "review":
                return self._review()
            case "again":
                return self._again()
            case "audit":
                return self._audits()
            case "adjudicate":
                return self._cases()
            case "feedback":
                return self._feedback()

    def goes(self, package: Package) -> bool:
        """Whether a package fits the order and is still its owner's to do; what was handed on is not."""
        if self._order.reports.conditions and self._wanted.isdisjoint(package.reports):
            return False
        if package.purpose == "adjudicate":
            return any(self._item(one) in package.rules.items for one in self._open_cases)
        return package.purpose != "review" or not self._assigned.isdisjoint(package.reports)

    def nothing(self) -> StoreError:
        """Why there is no package."""
        order = self._order
        if order.purpose == "review":
            once = any((one.owner, one.purpose) == (order.owner, "review") for one in self.recorded)
            return StoreError("pack_handed_on" if once else "pack_nothing", name=order.owner)
        if order.purpose == "again":
            return StoreError("pack_nothing_again", name=order.owner, days=order.older_than.days)
        if order.purpose == "audit":
            return StoreError("pack_nothing_audit", name=order.owner)
        if order.purpose == "adjudicate":
            return StoreError("pack_nothing_adjudicate", name=order.owner)
        return StoreError("pack_nothing_feedback", name=order.owner)

    def _review(self) -> list[Package]:
        # What was set aside is not handed out.
        reports = sorted(self._wanted & self._assigned)
        rules = Rules(self._order.seed_errors, self._order.blind)
        template = replace(self.template, rules=rules)
        return new_packages(self.recorded, reports, template, self._order.most, self._torn())

    def _torn(self) -> set[str]:
        """Reports about which the owner says different things on different machines, once they came back."""
        torn = self._reader.verdicts.torn_reports(self._order.owner)
        away = (one for one in self._mine() if torn and not self._reader.team.has_come_back(one.site))
        return torn.difference(report for one in away for report in one.reports)

    def _again(self) -> list[Package]:
        """One's own oldest decisions; the next only when the one before has come back."""
        mine = self._mine()
        if any(not self._reader.team.has_come_back(one.site) for one in mine):
            return []
        told = {report for one in mine for report in one.reports}
        before = datetime.fromisoformat(self.template.at) - self._order.older_than
        words = sorted(
            (at, sha256) for sha256, at in self._reader.verdicts.last_words(self._order.owner).items()
        )
        reports = [
            sha256
            for at, sha256 in words
            if sha256 in self._wanted - told and datetime.fromisoformat(at) <= before
        ]
        chosen = tuple(reports[: self._order.most])
        return [next_package(self.recorded, replace(self.template, reports=chosen))] if chosen else []

    def _audits(self) -> list[Package]:
        """A package for each audit that was drawn for the owner."""
        packed = {one.rules.items for one in self._mine()}
        made: list[Package] = []
        for audit in self._reader.team.audits():
            items = items_of(audit)
            if audit.auditor == self._order.owner and items not in packed:
                made += self._next(items, before=made)
        return made

    def _cases(self) -> list[Package]:
        """Open cases of others that are in no package of the owner's that is still away."""
        away = [one for one in self._mine() if not self._reader.team.has_come_back(one.site)]
        packed = {item for one in away for item in one.rules.items}
        items: list[Item] = []
        for one in self._open_cases:
            item = self._item(one)
            if item[0] not in self._wanted or self._order.owner in one.names:
                continue
            if item not in packed and item not in items:
                items.append(item)
        reports = list(dict.fromkeys(report for report, _ in items))[: self._order.most]
        return self._next(tuple(item for item in items if item[0] in reports))

    def _feedback(self) -> list[Package]:
        """What went against the owner and was not told since."""
        told = {
            (item, one.at) for one in sorted(self._mine(), key=lambda one: one.at) for item in one.rules.items
        }
        last = {item: max(at for of, at in told if of == item) for item, _ in told}
        new = [
            one.item
            for one in adverse_decisions(self._reader, self._order.owner)
            if one.report in self._wanted and (one.item not in last or last[one.item] < one.since)
        ]
        return self._next(tuple(new))

    def _item(self, conflict: Conflict) -> Item:
        return case_item(conflict.report.summary.sha256, conflict.case)

    def _mine(self) -> list[Package]:
        key = (self._order.owner, self._order.purpose)
        return [one for one in self.recorded if (one.owner, one.purpose) == key]

    def _next(self, items: tuple[Item, ...], before: Sequence[Package] = ()) -> list[Package]:
        """The next package about these items, behind those that are made ``before``; none for no items."""
        if not items:
            return []
        reports = tuple(sorted({report for report, _ in items}))
        template = replace(self.template, reports=reports, rules=Rules(items=items))
        return [next_package((*self.recorded, *before), template)]
