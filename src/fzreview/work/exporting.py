"""Gold out of a store: a package in a folder, or the native rows on a stream."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from pathlib import Path

from fzreview.domain.gold import Exclusion, GoldRecord
from fzreview.domain.stored import StoredReport
from fzreview.errors import FzError, UsageError
from fzreview.gold.formats import FORMATS, NATIVE
from fzreview.gold.formats.jsonl import line
from fzreview.gold.manifest import Manifest
from fzreview.gold.package import write_package
from fzreview.gold.records import ReadSpans, gold_records
from fzreview.store.connect import prepare
from fzreview.store.reader import StoreReader


def gold(store: Path, reviewer: str | None = None) -> Iterator[GoldRecord | Exclusion]:
    """The gold of every report, one report in memory at a time."""
    prepare(store)
    with StoreReader(store) as reader:
        for summary in list(reader.summaries()):
            if not summary.decided:
                # Nothing of it is gold: its texts need not be read to say so.
                yield from repeat(Exclusion(summary.sha256, None, "undecided"), summary.figures)
                continue
            report = reader.report(summary)
            yield from gold_records(report, reviewer, _read_spans(report))


def _read_spans(report: StoredReport) -> ReadSpans:
    """What each reviewer signed off as read completely."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for section in report.reading.outline:
        for held in report.signed.get(f"{section.start}-{section.end}", ()):
            spans.setdefault(held.reviewer, []).append((section.start, section.until))
    return spans


def export(store: Path, folder: Path, formats: Sequence[str], reviewer: str | None = None) -> Manifest:
    """Write a gold package into ``folder``, whole or not at all.

    Raises UsageError for an unknown format, FzError where the folder cannot be written.
    """
    _check(formats)
    prepare(store)  # an unfit store is told before a folder is made
    try:
        return write_package(gold(store, reviewer), folder, formats)
    except OSError as error:
        raise FzError("unwritable", path=folder, reason=error.strerror or str(error)) from error


def native_lines(store: Path, formats: Sequence[str] = (), reviewer: str | None = None) -> Iterator[str]:
    """The lines of ``figures.jsonl``, line breaks included.

    Raises UsageError for an unknown format, and for one that a stream cannot be.
    """
    _check(formats)
    for name in formats:
        if name != NATIVE:
            raise UsageError("format_needs_folder", format=name)
    for item in gold(store, reviewer):
        if isinstance(item, GoldRecord):
            yield line(item)


def _check(formats: Sequence[str]) -> None:
    for name in formats:
        if name not in FORMATS:
            raise UsageError("unknown_format", format=name, known=" ".join(FORMATS))
