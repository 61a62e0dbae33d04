"""What goes into a package beside its reports as they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256

from fzreview.domain.decisions.wire import figure_digest
from fzreview.domain.dissent.open_cases import spans_of
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.domain.team.audit import Audit
from fzreview.domain.team.packages import Item, Package
from fzreview.domain.team.seeding import SeededError, Withheld
from fzreview.store.reader import StoreReader
from fzreview.store.team.package_contents import WHOLE, PackageContents, ShownPart
from fzreview.work.team.dissent.adverse_decisions import adverse_decisions
from fzreview.work.team.dissent.conflicts import Conflict
from fzreview.work.team.packages.handed_cases import case_item, packed_case


def items_of(audit: Audit) -> tuple[Item, ...]:
    """By what a package names what was drawn."""
    return tuple((one.report, one.span) for one in audit.items)


def contents_of(reader: StoreReader, package: Package, cases: Iterable[Conflict] = ()) -> PackageContents:
    """The same whenever it is asked for, but that errors which were answered are not shown again.

    ``cases`` are the open ones of the store, where the package is about cases.
    """
    match package.purpose:
        case "review":
            answered = reader.team.answered(package.site)
            seeded_errors = [
                one
                for one in reader.team.seeded_errors(package.site)
                if (one.report, one.start) not in answered
            ]
            return PackageContents(tuple(seeded_errors), tuple(reader.team.withheld(package.site)))
        case "again":
            return PackageContents(own_rows=False)
        case "audit":
            return PackageContents(shown=_drawn(reader, package), own_rows=False)
        case "adjudicate":
            return _to_settle(reader, package, cases)
        case "feedback":
            return _against(reader, package)
        case "reports":
            return WHOLE


def _drawn(reader: StoreReader, package: Package) -> dict[str, ShownPart]:
    """Figures that were drawn, each as an extractor's, or the sections with all that one finds in them."""
    audit = next(one for one in reader.team.audits() if items_of(one) == package.rules.items)
    return {
        name: _sections(report, package.places_in(name))
        if audit.of == "sections"
        else ShownPart(_figures(report, package.places_in(name)))
        for name, report in _reports(reader, package).items()
    }


def _figures(report: StoredReport, spans: Collection[str]) -> tuple[StoredFigure, ...]:
    return tuple(one for one in report.figures if one.span_key in spans)


def _sections(report: StoredReport, headings: Collection[str]) -> ShownPart:
    """The sections that were drawn with those below them."""
    outline = report.reading.outline
    drawn = [(one.start, one.until) for one in outline if f"{one.start}-{one.end}" in headings]

    def within(start: int, end: int) -> bool:
        return any(first <= start and end <= until for first, until in drawn)

    found = (one if one.origin == "machine" else one.beneath for one in report.figures)
    return ShownPart(
        tuple(
            one
            for one in found
            if one is not None and one.vanished is None and within(one.figure.start, one.figure.end)
        ),
        frozenset((one.start, one.end) for one in outline if within(one.start, one.until)),
        frozenset(span for span in report.reading.candidates if within(*span)),
    )


def _to_settle(reader: StoreReader, package: Package, cases: Iterable[Conflict]) -> PackageContents:
    packed: dict[Item, object] = {}
    spans: dict[str, set[str]] = {name: set() for name in package.reports}
    for one in cases:
        report = one.report.summary.sha256
        item = case_item(report, one.case)
        if item in package.rules.items and item not in packed and package.owner not in one.names:
            packed[item] = packed_case(reader, report, one.case, package.owner)
            spans[report] |= {f"{start}-{end}" for start, end in spans_of(one.case)}
    reports = _reports(reader, package)
    shown = {name: ShownPart(_figures(report, spans[name])) for name, report in reports.items()}
    return PackageContents(shown=shown, own_rows=False, cases=packed)


def _against(reader: StoreReader, package: Package) -> PackageContents:
    """Figures that a reviewer added come with the reviewer's own rows."""
    told = [one for one in adverse_decisions(reader, package.owner) if one.item in package.rules.items]
    shown = {
        name: ShownPart(
            tuple(
                one.figure
                for one in told
                if one.report == name and one.figure is not None and one.figure.origin == "machine"
            )
        )
        for name in package.reports
    }
    return PackageContents(shown=shown, feedback={one.item: one.said for one in told})


def _reports(reader: StoreReader, package: Package) -> dict[str, StoredReport]:
    """Its reports by sha256, those left out that are gone."""
    summaries = [summary for name in package.reports if (summary := reader.summary(name)) is not None]
    return {summary.sha256: reader.report(summary) for summary in summaries}


def withheld_of(
    reader: StoreReader, package: Package, seeded_errors: Collection[SeededError]
) -> Iterator[Withheld]:
    """Figures of a new package whose value is to be keyed; none of those that are wrong on purpose.

    They are as likely one as another, and the same for the same store and package.
    """
    share = package.rules.blind
    if not share:
        return
    wrong = {(one.report, one.start, one.end) for one in seeded_errors if one.site == package.site}
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
