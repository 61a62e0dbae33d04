"""Gold out of a store: a package in a folder, or the native rows on a stream."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fzreview.domain.gold.records import Exclusion, GoldDocument, GoldStatus
from fzreview.domain.reports.report_filter import EVERY_REPORT, ReportFilter
from fzreview.domain.reports.stored import ReportSummary
from fzreview.errors import FzError, StoreError, UsageError
from fzreview.gold.formats import FORMATS, NATIVE
from fzreview.gold.formats.jsonl import lines
from fzreview.gold.making.answers import Answers
from fzreview.gold.making.records import NOTHING_KNOWN, gold_document
from fzreview.gold.making.sentence_owners import SentenceOwners
from fzreview.gold.making.settled import People, settled
from fzreview.gold.making.splits import DEFAULT_SHARES, TEST, split_of
from fzreview.gold.making.terms import Terms
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Certified, Manifest
from fzreview.gold.packages.writing import write_package
from fzreview.store.reader import StoreReader
from fzreview.strings import speaking
from fzreview.work.judging.reviewer_name import refuse_unknown
from fzreview.work.keeping.safekeeping import require_undamaged
from fzreview.work.measuring.certificate_rows import certificate_row
from fzreview.work.measuring.certificate_text import certificate_lines
from fzreview.work.measuring.certifying import Scope, certificate


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is exported."""

    reviewer: str | None = None
    """Only this reviewer's decisions; everybody's where None."""
    shares: Mapping[str, int] | None = field(default_factory=lambda: DEFAULT_SHARES)
    """Of the splits; None leaves the gold in one piece."""
    hasty: bool = True
    """Also what was decided faster than anybody reads."""
    each_reviewer: bool = True
    """Also what is disputed: the rows of every reviewer, whatever the others say. Who asks for an export gets
    settled gold unless they ask for this."""
    reports: ReportFilter = EVERY_REPORT
    """Only of the reports that fit."""
    names: bool = False
    """Settled rows name people as they are, not as r1, r2 …"""
    single_in_test: bool = False
    """The split ``test`` also has what only one person decided, where several work in the store."""
    status: GoldStatus | None = None
    """Only verdicts with this status; of any where None."""


def gold(store: Path, wanted: ExportRequest | None = None) -> Iterator[GoldDocument]:
    """The gold of every report, one report in memory at a time."""
    require_undamaged(store, rows=False)  # the rows of gold are read anyway
    yield from gold_of_undamaged(store, wanted or ExportRequest())


def gold_of_undamaged(store: Path, wanted: ExportRequest) -> Iterator[GoldDocument]:
    """As :func:`gold`, for a store that was checked already."""
    owners = None if wanted.shares is None else SentenceOwners()
    answers = Answers()
    each = _is_each(wanted)
    with StoreReader(store) as reader:
        people = People(reader.journal.people(), wanted.names, _audited(reader))
        # As long as the summaries are read the reader sees the store as it was when they began.
        for summary in filter(wanted.reports.fits, reader.summaries()):
            split = None if wanted.shares is None else split_of(reader.split_group(summary.id), wanted.shares)
            if reader.verdicts.is_touched(summary.id):
                decided = reader.decided_report(summary)
                provenance = NOTHING_KNOWN
                if not each:
                    one = settled(decided, people)
                    decided, provenance = one.report, one.provenance
                single = split != TEST or wanted.single_in_test or len(people.names) < 2
                terms = Terms(wanted.reviewer, wanted.hasty, wanted.each_reviewer, single, wanted.status)
                yield gold_document(decided, terms, split, owners, answers, provenance)
            else:
                yield _untouched(summary, split)


def aside_counts(store: Path) -> dict[str, int]:
    """Why reports are in no gold → how many."""
    with StoreReader(store) as reader:
        return Counter(one.aside for one in reader.summaries(aside=True) if one.aside is not None)


def _is_each(wanted: ExportRequest) -> bool:
    """Whether rows are each reviewer's, and not settled."""
    return wanted.each_reviewer or wanted.reviewer is not None


def _audited(reader: StoreReader) -> dict[str, set[str]]:
    """``REPORT:SPAN`` of the figures that were drawn for audits → the auditors."""
    drawn: dict[str, set[str]] = {}
    for audit in reader.team.audits():
        for item in audit.items:
            drawn.setdefault(item.key, set()).add(audit.auditor)
    return drawn


def _untouched(summary: ReportSummary, split: str | None) -> GoldDocument:
    """A report of which nothing is gold: its texts need not be read to say so."""
    excluded = (Exclusion(None, "undecided", summary.figures),) if summary.figures else ()
    return GoldDocument(
        summary.doc,
        summary.sha256,
        "",
        summary.title,
        summary.year,
        summary.region,
        summary.issuer,
        url=None,
        split=split,
        guide="",
        extractor="",
        excluded=excluded,
    )


def export(
    store: Path,
    folder: Path,
    formats: Sequence[str] = (),
    wanted: ExportRequest | None = None,
    options: FormatOptions | None = None,
) -> Manifest:
    """Write a gold package into ``folder``, whole or not at all.

    Rows that were refused, and formats that lack their library, are in the manifest; the rest is written.
    Raises UsageError for an unknown format, StoreError for an unknown reviewer, FzError where the folder
    cannot be written.
    """
    _check(formats)
    wanted = wanted or ExportRequest()
    require_undamaged(store, rows=False)  # an unfit store is told before a folder is made
    _refuse_stranger(store, wanted)
    counts = Manifest(wanted.shares, wanted.reviewer)
    counts.aside = aside_counts(store)
    counts.certified = _certified(store, wanted)
    try:
        with StoreReader(store) as reader:
            people = People(reader.journal.people(), wanted.names or _is_each(wanted))
            rulings = [replace(one, reviewer=people.shown(one.reviewer)) for one in reader.team.rulings()]
        return write_package(gold_of_undamaged(store, wanted), folder, formats, counts, options, rulings)
    except OSError as error:
        raise FzError("unwritable", path=folder, reason=error.strerror or str(error)) from error


def _certified(store: Path, wanted: ExportRequest) -> Certified | None:
    """What is known of the gold that is asked for; None where it is not settled, or of no report."""
    if _is_each(wanted):
        return None
    with StoreReader(store) as reader:
        people = People(reader.journal.people(), wanted.names)
    try:
        told = certificate(store, Scope(filter=wanted.reports))
    except StoreError:
        return None
    with speaking("en"):
        english = list(certificate_lines(told, shown=people.shown))
    text = list(certificate_lines(told, shown=people.shown))
    return Certified(certificate_row(told, shown=people.shown), text, english)


def native_lines(
    store: Path,
    formats: Sequence[str] = (),
    wanted: ExportRequest | None = None,
    counts: Manifest | None = None,
) -> Iterator[bytes]:
    """The lines of ``figures.jsonl``, line breaks included; ``counts`` counts what they are of.

    Raises UsageError for an unknown format, and for one that a stream cannot be, StoreError for an unknown
    reviewer.
    """
    _check(formats)
    for name in formats:
        if name != NATIVE:
            raise UsageError("format_needs_folder", format=name)
    _refuse_stranger(store, wanted or ExportRequest())
    for document in gold(store, wanted):
        if counts is not None:
            counts.count(document)
        yield from lines(document)


def _refuse_stranger(store: Path, wanted: ExportRequest) -> None:
    """Raises StoreError where the decisions of somebody are wanted who made none."""
    if wanted.reviewer is not None:
        with StoreReader(store) as reader:
            refuse_unknown(wanted.reviewer, reader.journal.people())


def _check(formats: Sequence[str]) -> None:
    for name in formats:
        if name not in FORMATS:
            raise UsageError("unknown_format", format=name, known=" ".join(FORMATS))
