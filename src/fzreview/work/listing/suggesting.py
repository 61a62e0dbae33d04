"""Which reports to verify next."""

from __future__ import annotations

from pathlib import Path

from fzreview.checking.teaching import Suggestion, suggested
from fzreview.domain.reports.reading_rows import Row
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader


def suggest(store: Path, most: int) -> list[Suggestion]:
    """At most ``most`` reports with undecided figures, what teaches most first. Raises StoreError."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        found, learnt = reader.learnables()
    return suggested(found, learnt, most)


def suggestion_row(one: Suggestion) -> Row:
    """The row of ``suggest --json``."""
    report = one.learnable.report
    return {
        "doc": report.doc,
        "sha256": report.sha256,
        "year": report.year,
        "region": report.region,
        "undecided": report.undecided,
        "doubted": one.learnable.doubted,
        "apart": one.learnable.apart,
        "unsure": round(one.learnable.unsure, 4),
        "score": one.score,
        "reasons": list(one.reasons),
        "new_wordings": list(one.new_wordings),
    }
