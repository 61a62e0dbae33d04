"""Reports of a few words, as loading would store them, without outline and figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fzreview.domain.figures.figure import GUIDE_VERSION
from fzreview.domain.reports.report import Metadata, Reading
from fzreview.domain.reports.stored import NewReport
from fzreview.reading.read import read_report
from fzreview.store.writer import StoreWriter
from fzreview.text.clean import clean_text
from support.copied_stores import new_store


def written_report(source: str, doc: str) -> NewReport:
    """A report whose title is its name and whose body is all of it."""
    clean, repairs = clean_text(source)
    reading = Reading(source, clean, Metadata(title=doc), (0, len(source)), repairs)
    sha256 = hashlib.sha256(f"{doc}\n{source}".encode("utf-8", "surrogatepass")).hexdigest()
    return NewReport(sha256, doc, "utf-8", None, reading, "written", GUIDE_VERSION)


@cache
def read_as_loading_does(source: str, doc: str) -> NewReport:
    """A report with all that is read out of it."""
    sha256 = hashlib.sha256(f"{doc}\n{source}".encode()).hexdigest()
    return NewReport(sha256, doc, "utf-8", None, read_report(source), "test", GUIDE_VERSION)


def written_store(path: Path, sources: Iterable[str]) -> Path:
    """A new store that holds the sources as reports named 1, 2 …"""
    writer = StoreWriter(new_store(path))
    for number, source in enumerate(sources, 1):
        writer.insert(written_report(source, str(number)), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path
