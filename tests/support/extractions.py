"""Other extractions of the seeds, as an extractor of tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fzreview.domain.reports.report import Reading
from fzreview.work.extracting.extractors import Extracted, Extractor
from fzreview.work.extracting.reextracting import Reextraction
from support.gold_reports import gold_report, seed_names

Change = Callable[[Reading], Reading]


def extractor(name: str, changes: dict[str, Change]) -> Extractor:
    """The gold of the seeds, changed for the reports that ``changes`` names."""
    by_sha256 = {gold_report(doc).sha256: doc for doc in seed_names()}

    def extract(doc: str, sha256: str, source: str) -> Extracted:
        seed = by_sha256[sha256]
        reading = gold_report(seed).reading
        assert reading.source == source
        change = changes.get(seed)
        return Extracted(change(reading) if change else reading, name)

    return extract


def take_over(store: Path, name: str, changes: dict[str, Change], reviewer: str = "eve") -> None:
    """Extract every report again and store it."""
    with Reextraction(store, extractor(name, changes)) as run:
        for _ in run.plans():
            pass
        assert run.refused == []
        run.carry_out(reviewer)
