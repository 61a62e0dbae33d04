"""Questions to a store, over one connection."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from fzreview.domain.decisions.decided import DecidedReport
from fzreview.domain.extracting.layers import Layer, LayerReport
from fzreview.domain.reports.corrected_reading import as_extracted
from fzreview.domain.reports.found import Hits
from fzreview.domain.reports.learnable import Learnable, Learnt
from fzreview.domain.reports.library import LibraryQuery, Listing
from fzreview.domain.reports.original import Original
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.stored import NewReport, Place, ReportSummary, StoredFigure, StoredReport
from fzreview.store.opening.connect import open_reader, store_error
from fzreview.store.opening.digesting import digest
from fzreview.store.opening.store_errors import raises_store_errors
from fzreview.store.reports import finding, library
from fzreview.store.reports.gold_source import decided_report
from fzreview.store.reports.layers import find_layer, read_layers, report_layers
from fzreview.store.reports.originals import read_original
from fzreview.store.reports.outlines import extracted_sections
from fzreview.store.reports.search import search
from fzreview.store.reports.stored_reports import stored_report
from fzreview.store.verdicts.decided import held_decisions, stored_figures

if TYPE_CHECKING:
    from fzreview.store.across.reader import AcrossReader
    from fzreview.store.journal.reader import JournalReader
    from fzreview.store.team.reader import TeamReader
    from fzreview.store.verdicts.reader import VerdictReader


@raises_store_errors
class StoreReader:
    """Answers from one store. One thread at a time may use it.

    What is asked of the reports stands here, what is asked of people's work in the parts; each part is loaded
    when it is first asked.
    """

    def __init__(self, path: Path) -> None:
        """Raises StoreError when the store cannot be opened."""
        self._path = path
        self._connection = open_reader(path)

    @classmethod
    def within(cls, connection: sqlite3.Connection, path: Path) -> Self:
        """Questions inside a writer's transaction; not to be closed."""
        reader = cls.__new__(cls)
        reader._path, reader._connection = path, connection
        return reader

    @cached_property
    def journal(self) -> JournalReader:
        """What was done, by whom and when."""
        from fzreview.store.journal.reader import JournalReader

        return JournalReader(self._connection, self._path)

    @cached_property
    def verdicts(self) -> VerdictReader:
        """What people hold of the figures, and where they differ."""
        from fzreview.store.verdicts.reader import VerdictReader

        return VerdictReader(self._connection, self._path)

    @cached_property
    def team(self) -> TeamReader:
        """How the work is shared out: plan, packages, audits, rulings of the team."""
        from fzreview.store.team.reader import TeamReader

        return TeamReader(self._connection, self._path)

    @cached_property
    def across(self) -> AcrossReader:
        """Figures of all reports."""
        from fzreview.store.across.reader import AcrossReader

        return AcrossReader(self._connection, self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if isinstance(error, sqlite3.Error):
            raise store_error(self._path, error) from error

    def close(self) -> None:
        self._connection.close()

    def report_count(self) -> int:
        """How many reports the store holds."""
        return int(self._connection.execute("select count(*) from reports").fetchone()[0])

    def newest_report(self) -> int:
        """Id of the report that was loaded last; 0 for an empty store."""
        return int(self._connection.execute("select coalesce(max(id), 0) from reports").fetchone()[0])

    def summaries(
        self, limit: int = -1, offset: int = 0, *, aside: bool | None = False
    ) -> Iterator[ReportSummary]:
        """Reports in the order in which they were loaded: those that count, with ``aside`` the others.

        None for all of them.
        """
        return finding.summaries(self._connection, limit, offset, aside=aside)

    def original_of(self, report: int) -> ReportSummary | None:
        """The report of which this one is a near copy, None where it is none."""
        from fzreview.store.corpus.copy_links import original_or_self

        original = original_or_self(self._connection, report)
        return None if original == report else self.summary_of(original)

    def listing(self, query: LibraryQuery) -> Listing:
        """The reports that a query of the library finds, in its order."""
        return library.listing(self._connection, query)

    def summaries_of(self, reports: Sequence[int]) -> list[ReportSummary]:
        """The reports with these ids in this order; those that are gone are left out."""
        return library.summaries_of(self._connection, reports)

    def regions(self, query: LibraryQuery) -> list[tuple[str, int]]:
        """Each region with its reports that the query finds, most first; its own region is left out."""
        return library.regions(self._connection, query)

    def learnables(self) -> tuple[list[Learnable], Learnt]:
        """Reports with undecided figures, in the order of loading, and what was decided so far."""
        from fzreview.store.reports.learnables import learnables

        return learnables(self._connection, list(self.summaries()))

    def layers(self) -> list[Layer]:
        """What other extractors say of the reports, in order of name and version."""
        return read_layers(self._connection)

    def layer(self, name: str) -> Layer:
        """The layer of that name; see ``layers.find_layer``."""
        return find_layer(self._connection, name)

    def report_layers(self, report: int, layer: Layer | None = None) -> tuple[LayerReport, ...]:
        """What every layer, or one, says of a report, in order of name and version."""
        return report_layers(self._connection, report, layer)

    def original_of_sha256(self, sha256: str) -> ReportSummary | None:
        """The same of the report with these bytes."""
        summary = self.summary(sha256)
        return None if summary is None else self.original_of(summary.id)

    def near_original(self, report: NewReport) -> ReportSummary | None:
        """The report of which one that is not in the store would be a near copy."""
        from fzreview.store.corpus.copies import original_of
        from fzreview.store.corpus.sketches import body_text, sketch_body

        original = original_of(
            self._connection, report, sketch_body(self._connection, body_text(report.reading))
        )
        return None if original is None else self.summary_of(original)

    def summary(self, sha256: str) -> ReportSummary | None:
        """The report with these bytes; None where the store does not hold it."""
        return finding.summary(self._connection, sha256)

    def summary_of(self, report: int) -> ReportSummary:
        """The report with this id. Raises StoreError when it is gone."""
        return finding.summary_of(self._connection, report)

    def names(self) -> Iterator[tuple[str, str]]:
        """``(sha256, doc)`` of every report."""
        for row in self._connection.execute("select sha256, doc from reports order by id"):
            yield row[0], row[1]

    def report_ids(self) -> list[int]:
        """Ids of all reports in the order of loading."""
        return [row[0] for row in self._connection.execute("select id from reports order by id")]

    def find_report(self, name: str) -> ReportSummary:
        """The one report that ``name`` means: a prefix of its sha256, its doc, or the file part of its doc.

        Raises StoreError when there is none or more than one.
        """
        return finding.find_report(self._connection, name)

    def find_report_by_sha256(self, prefix: str) -> ReportSummary:
        """The one report whose sha256 begins with ``prefix``. Raises StoreError for none or more than one."""
        return finding.find_report_by_sha256(self._connection, prefix)

    def first_undecided(self, after: int = 0) -> ReportSummary | None:
        """The first report behind id ``after`` with an undecided figure, from a partial index."""
        return finding.first_undecided(self._connection, after)

    def neighbour(self, report: int, step: int) -> ReportSummary | None:
        """The next (``step`` > 0) or previous report in the order of loading; none that is set aside."""
        return finding.neighbour(self._connection, report, step)

    def search(self, typed: str, limit: int = 20, after: int = 0) -> Hits:
        """Reports behind id ``after`` that have every typed word; see ``search.search``."""
        return search(self._connection, typed, limit, after)

    def report(self, summary: ReportSummary) -> StoredReport:
        """A whole report with its figures and everybody's decisions."""
        return stored_report(self._connection, summary)

    def extracted(self, stored: StoredReport) -> Reading:
        """The reading of a report without what people corrected of its fields and headings."""
        rows = self._connection.execute(
            "select name, value from extracted_fields where report = ?", (stored.summary.id,)
        )
        fields = {row[0]: row[1] for row in rows}
        return as_extracted(stored.reading, fields, extracted_sections(self._connection, stored.summary.id))

    def decided_report(self, summary: ReportSummary) -> DecidedReport:
        """A report as far as gold is made of it, in a fraction of the time of :meth:`report`."""
        return decided_report(self._connection, summary)

    def split_group(self, report: int) -> str:
        """What the report stays together with when gold is split; it never changes."""
        query = "select name from split_groups where report = ?"
        name: str = self._connection.execute(query, (report,)).fetchone()[0]
        return name

    def original(self, report: int) -> Original | None:
        """The file that a report was, with its bytes; None where it was text."""
        return read_original(self._connection, report)

    def source(self, report: int) -> str:
        """The source text of a report."""
        query = "select source from texts where report = ?"
        text: str = self._connection.execute(query, (report,)).fetchone()[0]
        return text

    def figures(self, report: int) -> Iterator[StoredFigure]:
        """The figures of a report in order of ``start``."""
        held = held_decisions(self._connection, report)["figure"]
        return stored_figures(self._connection, report, held)

    def digest(self) -> str:
        """What all rows, readings and words of people come to; equal in stores that were merged alike."""
        return digest(self._connection)

    def split_groups(self) -> dict[str, str]:
        """sha256 of each report → its group."""
        return dict(
            self._connection.execute(
                "select r.sha256, g.name from split_groups g join reports r on r.id = g.report"
            ).fetchall()
        )

    def reviewers_at(self, sha256: str, since: str) -> list[str]:
        """Who stood at a report last and did so from a time on, by name."""
        rows = self._connection.execute(
            "select reviewer from places where report = ? and at >= ? order by reviewer", (sha256, since)
        )
        return [row[0] for row in rows]

    def place(self, reviewer: str) -> Place | None:
        """Where the reviewer left off."""
        row = self._connection.execute(
            "select report, figure, view from places where reviewer = ?", (reviewer,)
        ).fetchone()
        return None if row is None else Place(row["report"], row["figure"], json.loads(row["view"]))
