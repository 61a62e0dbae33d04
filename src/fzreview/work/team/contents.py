"""What goes into a package beside its reports as they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fzreview.domain.packages import Package
from fzreview.domain.seeding import Planted, Withheld
from fzreview.store.package_contents import Contents
from fzreview.store.reader import StoreReader


def contents_of(reader: StoreReader, package: Package) -> Contents:
    """The same whenever it is asked for, but that errors which were answered are not shown again."""
    if package.purpose == "again":
        return Contents(own_rows=False)
    answered = reader.answered(package.site)
    planted = [one for one in reader.planted(package.site) if (one.report, one.start) not in answered]
    return Contents(tuple(planted), tuple(reader.withheld(package.site)))


def withheld_of(reader: StoreReader, package: Package, planted: Collection[Planted]) -> Iterator[Withheld]:
    """Figures of a new package whose value is to be keyed; none of those that are wrong on purpose."""
    yield from ()
