"""A store made anew from its journal; out of a damaged file, from what can still be read of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fzreview.domain.figures.figure import GUIDE_VERSION
from fzreview.domain.reports.stored import NewReport
from fzreview.errors import StoreError
from fzreview.reading.version import EXTRACTOR_VERSION
from fzreview.store.hubs.progress import forget_hubs
from fzreview.store.integrity.salvaging import (
    IncompleteReport,
    Salvage,
    replace_report,
    replace_structure,
    replay_rows,
    salvage,
)
from fzreview.store.integrity.verifying import Difference, copy_store, replay
from fzreview.store.reader import StoreReader
from fzreview.work.clock import now
from fzreview.work.keeping.safekeeping import atomic_target, check_damage
from fzreview.work.loading.reading_files import read_files

_STRUCTURE = {"repairs", "sections", "candidates"}


@dataclass
class Rebuilt:
    """What the new store holds of the old one."""

    entries: int
    """Entries of the journal that have their effect."""
    differences: list[Difference]
    """Entries that do not fit; they are kept and wait."""
    damaged: bool = False
    lost: dict[str, int] = field(default_factory=dict)
    """Table → rows that could not be read."""
    read_again: list[str] = field(default_factory=list)
    """Names of reports that were read again, from their text in the store or from a file that was named."""
    missing: list[str] = field(default_factory=list)
    """Reports that are not there, by name or by the beginning of their sha256: name their files."""


def rebuild(store: Path, target: Path, sources: Iterable[Path] = ()) -> Rebuilt:
    """A new store at ``target`` whose tables follow from the journal, whole or not at all.

    ``store`` stays as it is. Out of a damaged one all is saved that can be read; reports that are not whole
    are read again, from their text or from the files among ``sources`` that have their bytes. Raises FzError
    where the new store cannot be written, and StoreError where nothing can be read of the old one.
    """
    if not store.exists():
        raise StoreError("store_missing", path=store)
    damaged: StoreError | None = None
    try:
        if found := check_damage(store):
            damaged = StoreError("store_damaged", path=store, reason=found[0])
    except StoreError as error:
        if error.code not in ("store_foreign", "store_unwritable", "store_foreign_log"):
            raise
        damaged = error
    with atomic_target(target) as partial:
        if damaged is None:
            copy_store(store, partial)
            forget_hubs(partial)
            entries, differences = replay(partial)
            return Rebuilt(entries - len(differences), differences)
        with tempfile.TemporaryDirectory(prefix="fzreview-salvage-") as folder:
            saved = salvage(store, partial, Path(folder))
        rebuilt = _replayed(partial, saved, sources)
        if not rebuilt.entries and not rebuilt.differences and not _holds_reports(partial):
            raise damaged
        return rebuilt


def _replayed(target: Path, saved: Salvage, sources: Iterable[Path]) -> Rebuilt:
    rebuilt = Rebuilt(0, [], damaged=True, lost=dict(saved.lost))
    wanted = {one.sha256: one for one in saved.incomplete}
    unread = saved.missing | {one.sha256 for one in saved.incomplete if one.source is None}
    for report in (*_from_texts(saved.incomplete), *_from_files(sources, unread)):
        replace_report(target, report, now())
        rebuilt.read_again.append(report.doc)
        unread.discard(report.sha256)
    rebuilt.missing = sorted(wanted[one].doc if one in wanted else one[:12] for one in unread)
    if _STRUCTURE & saved.lost.keys():
        _mend_structure(target)
    rebuilt.entries, rebuilt.differences = replay_rows(target, saved.rows)
    return rebuilt


def _from_texts(incomplete: Iterable[IncompleteReport]) -> Iterator[NewReport]:
    for one in incomplete:
        if one.source is not None:
            yield _read(one.sha256, one.doc, one.encoding, one.url, one.source)


def _from_files(sources: Iterable[Path], wanted: set[str]) -> Iterator[NewReport]:
    if not wanted:
        return
    for report in read_files(sources):
        if isinstance(report, NewReport) and report.sha256 in wanted:
            yield report


def _mend_structure(target: Path) -> None:
    """Outline, repairs and candidates of every report that today's extractor read."""
    with StoreReader(target) as reader:
        for summary in list(reader.summaries(aside=None)):
            stored = reader.report(summary)
            if stored.extractor == EXTRACTOR_VERSION:
                read = _read(summary.sha256, summary.doc, stored.encoding, stored.url, stored.reading.source)
                replace_structure(target, read)


def _read(sha256: str, doc: str, encoding: str, url: str | None, source: str) -> NewReport:
    from fzreview.reading.read import read_report

    return NewReport(sha256, doc, encoding, url, read_report(source), EXTRACTOR_VERSION, GUIDE_VERSION)


def _holds_reports(target: Path) -> bool:
    with StoreReader(target) as reader:
        return reader.report_count() > 0
