"""What goes out to somebody next, for each purpose of a package."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from fzreview.domain.packages import MOST_REPORTS, Package, Purpose, Rules, new_packages, next_package
from fzreview.errors import StoreError
from fzreview.store.reader import StoreReader

SEASONED: Final = timedelta(days=14)
"""So old are decisions, unless told otherwise, before their reviewer is asked again."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be packed for whom."""

    owner: str
    purpose: Purpose = "review"
    most: int = MOST_REPORTS
    """Reports of a package."""
    seed_errors: float = 0.0
    blind: float = 0.0
    older_than: timedelta = SEASONED


class Outgoing:
    """The packages of one order: those on record, and those that are to be made now."""

    def __init__(self, reader: StoreReader, order: Order, at: str) -> None:
        self._reader = reader
        self._order = order
        self.recorded = reader.packages()
        self.template = Package(reader.project(), order.owner, 0, (), at, order.purpose)
        self._assigned = {
            report for report, names in reader.assignment().reviewers.items() if order.owner in names
        }

    def new(self) -> list[Package]:
        """Packages for what has not gone out yet."""
        if self._order.purpose == "review":
            return self._review()
        return self._again()

    def goes(self, package: Package) -> bool:
        """Whether a package is still its owner's to do: what was handed on is somebody else's now."""
        return package.purpose != "review" or not self._assigned.isdisjoint(package.reports)

    def nothing(self) -> StoreError:
        """Why there is no package."""
        order = self._order
        if order.purpose == "review":
            once = any((one.owner, one.purpose) == (order.owner, "review") for one in self.recorded)
            return StoreError("pack_handed_on" if once else "pack_nothing", name=order.owner)
        return StoreError("pack_nothing_again", name=order.owner, days=order.older_than.days)

    def _review(self) -> list[Package]:
        # Listed as they count: what was set aside is not handed out.
        reports = sorted(one.sha256 for one in self._reader.summaries() if one.sha256 in self._assigned)
        rules = Rules(self._order.seed_errors, self._order.blind)
        return new_packages(self.recorded, reports, replace(self.template, rules=rules), self._order.most)

    def _again(self) -> list[Package]:
        """One's own oldest decisions; the next only when the one before has come back."""
        mine = self._mine()
        if any(not self._reader.has_come_back(one.site) for one in mine):
            return []
        told = {report for one in mine for report in one.reports}
        before = datetime.fromisoformat(self.template.at) - self._order.older_than
        words = sorted((at, sha256) for sha256, at in self._reader.last_words(self._order.owner).items())
        counting = {one.sha256 for one in self._reader.summaries()}
        reports = [
            sha256
            for at, sha256 in words
            if sha256 in counting - told and datetime.fromisoformat(at) <= before
        ]
        return self._next(tuple(reports[: self._order.most]))

    def _mine(self) -> list[Package]:
        key = (self._order.owner, self._order.purpose)
        return [one for one in self.recorded if (one.owner, one.purpose) == key]

    def _next(self, reports: tuple[str, ...], rules: Rules | None = None) -> list[Package]:
        """The next package with these reports; none where there are none."""
        if not reports:
            return []
        template = replace(self.template, reports=reports, rules=rules or self.template.rules)
        return [next_package(self.recorded, template)]
