"""What goes into a package beside its reports as they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from hashlib import sha256

from fzreview.domain.packages import Package
from fzreview.domain.reading_rows import figure_fields
from fzreview.domain.seeding import Planted, Withheld
from fzreview.domain.wire import figure_digest
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
    """Figures of a new package whose value is to be keyed; none of those that are wrong on purpose.

    They are as likely one as another, and the same for the same store and package.
    """
    share = package.rules.blind
    if not share:
        return
    wrong = {(one.report, one.start, one.end) for one in planted if one.site == package.site}
    figures = 0
    open_ones: list[Withheld] = []
    for name in package.reports:
        summary = reader.summary(name)
        if summary is None:
            continue
        for stored in reader.figures(summary.id):
            figures += 1
            figure = stored.figure
            touched = any(
                report == name and start < figure.end and figure.start < end for report, start, end in wrong
            )
            known = stored.of(package.owner) is not None or stored.origin != "machine" or stored.vanished
            if figure.value and not touched and not known:
                seen = figure_digest(figure_fields(figure))
                open_ones.append(Withheld(package.site, name, figure.start, figure.end, seen))
    open_ones.sort(key=_draw)
    yield from sorted(open_ones[: round(share * figures)], key=lambda one: (one.report, one.start))


def _draw(one: Withheld) -> bytes:
    return sha256(f"{one.site}:{one.report}:{one.start}-{one.end}:blind".encode()).digest()
