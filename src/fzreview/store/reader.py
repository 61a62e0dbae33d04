"""Questions to a store, over one read-only connection."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from fzreview.domain.assignment import Assignment
from fzreview.domain.audit import Audit
from fzreview.domain.corrected_reading import as_extracted
from fzreview.domain.decided import DecidedReport
from fzreview.domain.figure import Figure
from fzreview.domain.found import Hits
from fzreview.domain.learnable import Learnable, Learnt
from fzreview.domain.library import LibraryQuery, Listing
from fzreview.domain.marks import DECIDING, Mark
from fzreview.domain.original import Original
from fzreview.domain.packages import Package
from fzreview.domain.panel import PanelFigure
from fzreview.domain.report import Metadata, Reading, Repair, Section
from fzreview.domain.stored import HeldDecision, NewReport, Place, ReportSummary, StoredFigure, StoredReport
from fzreview.domain.times import EARLIEST
from fzreview.domain.verdict import STATED, Decision, JournalEntry, Turn
from fzreview.domain.work_log import WorkEntry
from fzreview.errors import StoreError
from fzreview.store import library
from fzreview.store.assignments import read_assignment
from fzreview.store.audits import read_audits
from fzreview.store.bulk_decisions import decided_in_bulk
from fzreview.store.chain import WAITING
from fzreview.store.codec import (
    SUMMARY_COLUMNS,
    clean_text,
    entry_of,
    verdict_of,
)
from fzreview.store.connect import open_reader, told
from fzreview.store.decided import Held, held_decisions, stored_figures
from fzreview.store.digesting import digest
from fzreview.store.gold_source import decided_report
from fzreview.store.originals import read_original, read_pages
from fzreview.store.outlines import extracted_sections
from fzreview.store.packages import project_of, read_packages
from fzreview.store.panel import panel_figures
from fzreview.store.search import search
from fzreview.store.telling import tells
from fzreview.store.turning import lasts, turns
from fzreview.store.work_log import work_log

if TYPE_CHECKING:
    from fzreview.domain.other_figure import OtherFigure


@tells
class StoreReader:
    """Answers from one store. One thread at a time may use it."""

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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if isinstance(error, sqlite3.Error):
            raise told(self._path, error) from error

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
        where = "" if aside is None else f"where aside is {'not ' if aside else ''}null"
        rows = self._connection.execute(
            f"select {SUMMARY_COLUMNS} {library.FROM_INDEX} {where} order by id limit ? offset ?",
            (limit, offset),
        )
        for row in rows:
            yield ReportSummary(*row)

    def original_of(self, report: int) -> ReportSummary | None:
        """The report of which this one was found to be a near copy, None where it was not."""
        row = self._connection.execute("select original from copies where report = ?", (report,)).fetchone()
        return None if row is None else self.summary_of(row[0])

    def listing(self, query: LibraryQuery) -> Listing:
        """The reports that a query of the library finds, in its order."""
        return library.listing(self._connection, query)

    def summaries_of(self, reports: Sequence[int]) -> list[ReportSummary]:
        """The reports with these ids in this order; those that are gone are left out."""
        return library.summaries_of(self._connection, reports)

    def regions(self, query: LibraryQuery) -> list[tuple[str, int]]:
        """Each region with its reports that the query finds, most first; its own region is left out."""
        return library.regions(self._connection, query)

    def contradictions(self) -> dict[int, int]:
        """Id of a report → figures on which reviewers' last words differ; only reports that have any."""
        rows = self._connection.execute(
            "select report, count(*) from settlements where state = 'conflict' group by report"
        )
        return {row[0]: row[1] for row in rows}

    def learnables(self) -> tuple[list[Learnable], Learnt]:
        """Reports with undecided figures, in the order of loading, and what was decided so far."""
        from fzreview.store.learnables import learnables

        return learnables(self._connection, list(self.summaries()))

    def is_touched(self, report: int) -> bool:
        """Whether anybody decided, commented or signed off anything in the report."""
        query = "select 1 from verdicts where report = ? limit 1"
        return self._connection.execute(query, (report,)).fetchone() is not None

    def original_of_sha256(self, sha256: str) -> ReportSummary | None:
        """The same of the report with these bytes."""
        summary = self.summary(sha256)
        return None if summary is None else self.original_of(summary.id)

    def near_original(self, report: NewReport) -> ReportSummary | None:
        """The report of which one that is not in the store would be a near copy."""
        from fzreview.store.copies import original_of
        from fzreview.store.sketches import body_text, sketched

        original = original_of(
            self._connection, report, sketched(self._connection, body_text(report.reading))
        )
        return None if original is None else self.summary_of(original)

    def decisions_on(self, report: int) -> int:
        """How many decisions are held of what the report says; tags and exclusions are none."""
        query = (
            "select count(*) from verdicts where report = ? and target not in ('tags', 'exclusion', 'copy')"
        )
        return int(self._connection.execute(query, (report,)).fetchone()[0])

    def summary(self, sha256: str) -> ReportSummary | None:
        row = self._connection.execute(
            f"select {SUMMARY_COLUMNS} from reports where sha256 = ?", (sha256,)
        ).fetchone()
        return None if row is None else ReportSummary(*row)

    def summary_of(self, report: int) -> ReportSummary:
        """The report with this id. Raises StoreError when it is gone."""
        row = self._connection.execute(
            f"select {SUMMARY_COLUMNS} from reports where id = ?", (report,)
        ).fetchone()
        if row is None:
            raise StoreError("report_missing", report=report)
        return ReportSummary(*row)

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
        escaped = name.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
        rows = self._connection.execute(
            f"select {SUMMARY_COLUMNS} from reports where doc = ? or sha256 = ? limit 2", (name, name)
        ).fetchall()
        if not rows:
            rows = self._connection.execute(
                f"select {SUMMARY_COLUMNS} from reports"
                " where sha256 like ? escape '\\' or doc like ? escape '\\' order by id limit 2",
                (f"{escaped}%", f"%{escaped}%"),
            ).fetchall()
        if not rows:
            raise StoreError("report_missing", report=name)
        if len(rows) > 1:
            raise StoreError("report_ambiguous", report=name)
        return ReportSummary(*rows[0])

    def find_report_by_sha256(self, prefix: str) -> ReportSummary:
        """The one report whose sha256 begins with ``prefix``. Raises StoreError for none or more than one."""
        rows = self._connection.execute(
            f"select {SUMMARY_COLUMNS} from reports where sha256 >= ? and sha256 < ? limit 2",
            (prefix, prefix + "g"),
        ).fetchall()
        if not rows:
            raise StoreError("report_missing", report=prefix)
        if len(rows) > 1:
            raise StoreError("report_ambiguous", report=prefix)
        return ReportSummary(*rows[0])

    def first_undecided(self, after: int = 0) -> ReportSummary | None:
        """The first report behind id ``after`` with an undecided figure, from a partial index."""
        row = self._connection.execute(
            f"select {SUMMARY_COLUMNS} from reports where figures > verified + wrong + unsure"
            " and aside is null and id > ? order by id limit 1",
            (after,),
        ).fetchone()
        return None if row is None else ReportSummary(*row)

    def neighbour(self, report: int, step: int) -> ReportSummary | None:
        """The next (``step`` > 0) or previous report in the order of loading; none that is set aside."""
        comparison, order = (">", "asc") if step > 0 else ("<", "desc")
        row = self._connection.execute(
            f"select {SUMMARY_COLUMNS} from reports where id {comparison} ? and aside is null"
            f" order by id {order} limit 1",
            (report,),
        ).fetchone()
        return None if row is None else ReportSummary(*row)

    def search(self, typed: str, limit: int = 20, after: int = 0) -> Hits:
        """Reports behind id ``after`` that have every typed word; see ``search.search``."""
        return search(self._connection, typed, limit, after)

    def candidates_across(self, report: ReportSummary, figure: Figure) -> Iterator[OtherFigure]:
        """Figures of other reports that may tell the same subject; see ``across.candidates_across``."""
        from fzreview.store.across import candidates_across

        return candidates_across(self._connection, report, figure)

    def figures_of_place(self, report: ReportSummary) -> Iterator[OtherFigure]:
        """Figures of other reports of the same place; see ``across.figures_of_place``."""
        from fzreview.store.across import figures_of_place

        return figures_of_place(self._connection, report)

    def figures_of_subject(self, report: ReportSummary, figure: Figure) -> Iterator[OtherFigure]:
        """Figures of other reports with the very same subject; see ``across.figures_of_subject``."""
        from fzreview.store.across import figures_of_subject

        return figures_of_subject(self._connection, report, figure)

    def standing(self, others: Iterable[OtherFigure]) -> Iterator[OtherFigure]:
        """Figures of other reports as the latest verdicts leave them."""
        from fzreview.store.across import standing

        return standing(self._connection, others)

    def report(self, summary: ReportSummary) -> StoredReport:
        """A whole report with its figures and everybody's decisions."""
        row = self._connection.execute(
            "select * from reports join texts on report = id where id = ?", (summary.id,)
        ).fetchone()
        if row is None:
            raise StoreError("report_missing", report=summary.sha256[:12])
        held = held_decisions(self._connection, summary.id)
        figures = tuple(stored_figures(self._connection, summary.id, held["figure"]))
        reading = Reading(
            source=row["source"],
            clean=clean_text(row["source"], row["clean"], row["clean_runs"]),
            metadata=_metadata(row),
            body=(row["body_start"], row["body_end"]),
            repairs=tuple(self._repairs(summary.id)),
            outline=tuple(self._sections(summary.id)),
            figures=tuple(_found(figures)),
            candidates=tuple(self._candidates(summary.id)),
        )
        current = ReportSummary(*(row[name.strip()] for name in SUMMARY_COLUMNS.split(",")))
        return StoredReport(
            current,
            row["encoding"],
            row["url"],
            row["extractor"],
            row["guide"],
            reading,
            figures,
            ruled=_frozen(held["candidate"]),
            signed=_frozen(held["section"]),
            statements={
                (target, span): tuple(said) for target in STATED for span, said in held[target].items()
            },
            pages=read_pages(self._connection, summary.id),
        )

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

    def _repairs(self, report: int) -> Iterator[Repair]:
        for row in self._connection.execute(
            'select start, "end", raw, repaired, kind, auto, count from repairs where report = ?'
            " order by start, rowid",
            (report,),
        ):
            yield Repair(*row)

    def _sections(self, report: int) -> Iterator[Section]:
        for row in self._connection.execute(
            'select start, "end", until, level, marker, title, kind from sections where report = ?'
            " order by start, level",
            (report,),
        ):
            yield Section(*row)

    def _candidates(self, report: int) -> Iterator[tuple[int, int]]:
        for row in self._connection.execute(
            'select start, "end" from candidates where report = ? order by start', (report,)
        ):
            yield row[0], row[1]

    def history(self, sha256: str, span_key: str) -> list[JournalEntry]:
        """Every journal entry of a figure, the oldest first."""
        rows = self._connection.execute(
            "select * from journal where report = ? and figure = ? and target = 'figure' order by id",
            (sha256, span_key),
        )
        return [entry_of(row) for row in rows]

    def journal(
        self,
        sha256: str | None = None,
        span_key: str | None = None,
        reviewer: str | None = None,
        since: str | None = None,
    ) -> Iterator[tuple[str, JournalEntry]]:
        """``(doc, entry)`` of the journal in order; of one report or span, one reviewer, from a time on.

        A report that was removed is named by the beginning of its sha256.
        """
        wanted = {
            "j.report = ?": sha256,
            "j.figure = ?": span_key,
            "j.reviewer = ?": reviewer,
            "j.at >= ?": since,
        }
        conditions = [condition for condition, value in wanted.items() if value is not None]
        where = f" where {' and '.join(conditions)}" if conditions else ""
        rows = self._connection.execute(
            "select j.*, coalesce(r.doc, substr(j.report, 1, 12)) as doc"
            f" from journal j left join reports r on r.sha256 = j.report{where} order by j.id",
            [value for value in wanted.values() if value is not None],
        )
        for row in rows:
            yield row["doc"], entry_of(row)

    def turns(self, reviewer: str, before: int | None = None) -> list[tuple[int, Turn]]:
        """``(number, turn)`` of some entries that the reviewer made in this store, the newest first.

        Those older than number ``before``; empty where there is none. What can no longer be turned is passed
        over, see ``turning``.
        """
        return turns(self._connection, reviewer, before)

    def digest(self) -> str:
        """What all rows, readings and words of people come to; equal in stores that were merged alike."""
        return digest(self._connection)

    def heads(self) -> list[tuple[str, int, str, bool]]:
        """``(site, number of its last row, its hash, whether it forked)`` of every site, the own first."""
        rows = self._connection.execute(
            "select site, seq, hash, forked from sites order by site <> (select site from identity), site"
        )
        return [(row["site"], row["seq"], row["hash"], bool(row["forked"])) for row in rows]

    def impossible_times(self, latest: str) -> int:
        """How many entries of the journal claim a time at which nobody can have decided; see ``times``."""
        query = "select count(*) from journal where at < ? or at > ?"
        return int(self._connection.execute(query, (EARLIEST, latest)).fetchone()[0])

    def waiting_count(self) -> int:
        """How many entries wait without effect: the report that they decide on is not in the store."""
        return int(self._connection.execute(f"select count(*) from ({WAITING})").fetchone()[0])

    def panel_figures(
        self, words: Sequence[str], region: str | None, years: tuple[int, int] | None, undecided: bool
    ) -> Iterator[PanelFigure]:
        """Figures that stand and whose subjects hold these words, see :mod:`fzreview.store.panel`."""
        return panel_figures(self._connection, words, region, years, undecided)

    def decided_in_bulk(self, report: str) -> frozenset[str]:
        """Span keys of the figures of a report (sha256) that somebody's verdict in force decided in bulk."""
        return decided_in_bulk(self._connection, report)

    def marks_since(self, reviewer: str, since: str, until: str) -> list[Mark]:
        """What the reviewer decided on figures between two times in UTC, the oldest first.

        Reads only as many entries as there are since then.
        """
        rows = self._connection.execute(
            "select uuid, at, report || ':' || figure as figure, target, action, inverts,"
            " (select action from journal made where made.uuid = j.inverts) as made"
            " from journal j where reviewer = ? and note is not 'imported' order by id desc",
            (reviewer,),
        )
        marks: list[Mark] = []
        for row in takewhile(lambda row: row["at"] >= since, rows):
            decides = row["action"] in DECIDING or (row["action"] == "redo" and row["made"] in DECIDING)
            if row["at"] <= until and row["target"] == "figure" and (decides or row["action"] == "undo"):
                marks.append(Mark(row["inverts"] or row["uuid"], row["at"], row["figure"], decides))
        return marks[::-1]

    def entries(self, move: str) -> tuple[JournalEntry, ...]:
        """The journal entry with this uuid, or those of the batch, as far as they can still be turned.

        Raises StoreError when there is none.
        """
        rows = self._connection.execute(
            "select * from journal where uuid = ? or batch = ? order by id", (move, move)
        ).fetchall()
        if not rows:
            raise StoreError("entry_missing", entry=move)
        return tuple(entry_of(row) for row in rows if lasts(self._connection, row))

    def work_log(self) -> Iterator[WorkEntry]:
        """The journal as far as it tells how work goes on, in order."""
        return work_log(self._connection)

    def words_at(self, report: int, start: int, end: int) -> tuple[str, ...]:
        """uuids of the rows by which reviewers hold verdicts on a figure, in order."""
        query = (
            "select j.uuid from verdicts v join journal j on j.id = v.entry where v.report = ?"
            " and v.target = 'figure' and v.start = ? and v.\"end\" = ?"
            " and v.verdict is not null order by j.uuid"
        )
        return tuple(row[0] for row in self._connection.execute(query, (report, start, end)))

    def adjudication(self, report: int, start: int, end: int, reviewer: str) -> Decision | None:
        """What an adjudicator last said of a figure, whether it is in force or not."""
        row = self._connection.execute(
            "select verdict, reason, reason_class, correction, comment from adjudications where report = ?"
            " and target = 'figure' and start = ? and \"end\" = ? and reviewer = ?",
            (report, start, end, reviewer),
        ).fetchone()
        return None if row is None else verdict_of(row)

    def audits(self) -> list[Audit]:
        """What was drawn for audits, the oldest first."""
        return read_audits(self._connection)

    def assignment(self) -> Assignment:
        """Who was given which report."""
        return read_assignment(self._connection)

    def packages(self) -> list[Package]:
        """Every package on record, the oldest first; of a package's own store that package."""
        return read_packages(self._connection)

    def project(self) -> str:
        """The project that the store belongs to, 32 hexadecimal digits."""
        return project_of(self._connection)

    def reports_begun(self, reviewer: str) -> set[str]:
        """sha256 of the reports in which a reviewer has decided anything."""
        query = "select distinct report from journal where reviewer = ?"
        return {row[0] for row in self._connection.execute(query, (reviewer,))}

    def latest_word(self, reviewer: str) -> str | None:
        """When a reviewer decided last, ISO 8601; None for who never did."""
        query = "select max(at) from journal where reviewer = ?"
        at: str | None = self._connection.execute(query, (reviewer,)).fetchone()[0]
        return at

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


def _found(figures: Iterable[StoredFigure]) -> Iterator[Figure]:
    """Those that the extractor finds, also where a reviewer's own stands over one."""
    for stored in figures:
        found = stored if stored.origin == "machine" else stored.beneath
        if found is not None and found.vanished is None:
            yield found.figure


def _frozen(held: Held) -> dict[str, tuple[HeldDecision, ...]]:
    return {span: tuple(decisions) for span, decisions in held.items()}


def _metadata(row: sqlite3.Row) -> Metadata:
    title_span: tuple[int, int] | None = None
    if row["title_start"] is not None:
        title_span = (row["title_start"], row["title_end"])
    return Metadata(
        title=row["title"],
        title_span=title_span,
        year=row["year"],
        region=row["region"],
        issuer=row["issuer"],
        publish_date=row["publish_date"],
        sign_date=row["sign_date"],
        doc_number=row["doc_number"],
        index_number=row["index_number"],
        source=row["origin"],
        flags=tuple(json.loads(row["metadata_flags"])),
    )
