"""Questions to a store, over one read-only connection."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from fzreview.domain.alike import FigureInReport, Pattern
from fzreview.domain.assignment import Assignment
from fzreview.domain.audit import Audit
from fzreview.domain.corrected_reading import as_extracted
from fzreview.domain.decided import DecidedReport
from fzreview.domain.figure import Figure
from fzreview.domain.found import Hits
from fzreview.domain.layers import Layer, LayerReport
from fzreview.domain.learnable import Learnable, Learnt
from fzreview.domain.library import LibraryQuery, Listing
from fzreview.domain.marks import Mark
from fzreview.domain.original import Original
from fzreview.domain.packages import Package
from fzreview.domain.panel import PanelFigure
from fzreview.domain.report import Reading
from fzreview.domain.seeding import Planted, Withheld
from fzreview.domain.stored import NewReport, Place, ReportSummary, StoredFigure, StoredReport
from fzreview.domain.team_ruling import TeamRuling
from fzreview.domain.times import EARLIEST
from fzreview.domain.verdict import Decision, JournalEntry, Turn
from fzreview.domain.work_log import WorkEntry
from fzreview.store import finding, journal_questions, library
from fzreview.store.assignments import read_assignment
from fzreview.store.audits import read_audits
from fzreview.store.bulk_decisions import decided_in_bulk
from fzreview.store.chain import WAITING
from fzreview.store.connect import open_reader, told
from fzreview.store.decided import held_decisions, stored_figures
from fzreview.store.digesting import digest
from fzreview.store.first_words import first_passes
from fzreview.store.gaps import GapRow, read_gaps
from fzreview.store.gold_source import decided_report
from fzreview.store.layers import find_layer, read_layers, report_layers
from fzreview.store.originals import read_original
from fzreview.store.outlines import extracted_sections
from fzreview.store.package_contents import read_told
from fzreview.store.packages import owner_of_store, project_of, read_packages
from fzreview.store.panel import panel_figures
from fzreview.store.search import search
from fzreview.store.seeds import answered, read_planted, read_withheld
from fzreview.store.settling import rival_rulings
from fzreview.store.site_words import SiteWord, words_of_site
from fzreview.store.stored_reports import stored_report
from fzreview.store.team_rulings import read_rulings
from fzreview.store.telling import tells
from fzreview.store.turning import turns
from fzreview.store.words_held import words_of
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
        return finding.summaries(self._connection, limit, offset, aside=aside)

    def original_of(self, report: int) -> ReportSummary | None:
        """The report of which this one is a near copy, None where it is none."""
        from fzreview.store.copied import original_or_self

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

    def layers(self) -> list[Layer]:
        """What other extractors say of the reports, in order of name and version."""
        return read_layers(self._connection)

    def layer(self, name: str) -> Layer:
        """The layer of that name; see ``layers.find_layer``."""
        return find_layer(self._connection, name)

    def report_layers(self, report: int, layer: Layer | None = None) -> tuple[LayerReport, ...]:
        """What every layer, or one, says of a report, in order of name and version."""
        return report_layers(self._connection, report, layer)

    def is_touched(self, report: int) -> bool:
        """Whether anybody decided, commented or signed off anything in the report."""
        query = "select 1 from verdicts where report = ? limit 1"
        return self._connection.execute(query, (report,)).fetchone() is not None

    def may_differ(self, report: int) -> bool:
        """Whether words can differ in the report: more than one person's, or one's on two machines."""
        query = (
            "select min(reviewer) <> max(reviewer) or max(torn) from (select reviewer, torn from verdicts"
            " where report = ?1 union all select reviewer, 0 from adjudications where report = ?1)"
        )
        return bool(self._connection.execute(query, (report,)).fetchone()[0])

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

    def first_passes(self, report: DecidedReport) -> DecidedReport:
        """The report without what its reviewers changed knowing how a figure was ruled on."""
        return first_passes(self._connection, report)

    def rulings_held(self) -> tuple[int, int]:
        """How many figures are adjudicated, and of how many a ruling has ceased to hold."""
        settled = (
            "select 1 from settlements s where s.report = a.report and s.start = a.start"
            ' and s."end" = a."end" and s.state = \'adjudicated\''
        )
        row = self._connection.execute(
            f"select count(*) filter (where exists ({settled})),"
            f" count(*) filter (where not exists ({settled}))"
            ' from (select distinct report, start, "end" from adjudications) a'
        ).fetchone()
        return int(row[0]), int(row[1])

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

    def history(self, sha256: str, span_key: str) -> list[JournalEntry]:
        """Every journal entry of a figure, the oldest first."""
        return journal_questions.history(self._connection, sha256, span_key)

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
        return journal_questions.entries_of(self._connection, sha256, span_key, reviewer, since)

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

    def alike_figures(self, pattern: Pattern, limit: int) -> list[FigureInReport]:
        """Undecided figures that fit a pattern, at most ``limit``, see :mod:`fzreview.store.alike`."""
        from fzreview.store.alike import alike_figures, figures_in_reports

        found = alike_figures(self._connection, pattern, limit)
        return list(figures_in_reports(self._connection, found))

    def figures_at(self, places: Iterable[tuple[str, str]]) -> dict[tuple[str, str], FigureInReport]:
        """The figures with these reports (sha256) and span keys; what is gone is left out."""
        from fzreview.store.alike import figures_in_reports

        wanted = [
            (summary.id, span) for sha256, span in places if (summary := self.summary(sha256)) is not None
        ]
        return {one.key: one for one in figures_in_reports(self._connection, wanted)}

    def rulings(self) -> list[TeamRuling]:
        """The team's own rulings, the oldest first."""
        return read_rulings(self._connection)

    def decided_in_bulk(self, report: str) -> frozenset[str]:
        """Span keys of the figures of a report (sha256) that somebody's verdict in force decided in bulk."""
        return decided_in_bulk(self._connection, report)

    def marks_since(self, reviewer: str, since: str, until: str) -> list[Mark]:
        """What the reviewer decided on figures between two times in UTC, the oldest first.

        Reads only as many entries as there are since then.
        """
        return journal_questions.marks_since(self._connection, reviewer, since, until)

    def entries(self, move: str) -> tuple[JournalEntry, ...]:
        """The journal entry with this uuid, or those of the batch, as far as they can still be turned.

        Raises StoreError when there is none.
        """
        return journal_questions.turnable(self._connection, move)

    def work_log(self) -> Iterator[WorkEntry]:
        """The journal as far as it tells how work goes on, in order."""
        return work_log(self._connection)

    def words_to_settle(self, report: int, adjudicator: str) -> dict[str, tuple[str, ...]]:
        """Span key of a figure → uuids of what a ruling of this adjudicator settles there.

        The rows by which reviewers hold verdicts on it, in order, and other adjudicators rulings that
        contradict each other.
        """
        words = words_of(self._connection, report)
        for (start, end), rulings in rival_rulings(self._connection, report).items():
            others = tuple(uuid for name, uuid in rulings if name != adjudicator)
            words[f"{start}-{end}"] = words.get(f"{start}-{end}", ()) + others
        return words

    def adjudication(self, report: int, start: int, end: int, reviewer: str) -> Decision | None:
        """What an adjudicator last said of a figure, whether it is in force or not."""
        return journal_questions.adjudication(self._connection, report, start, end, reviewer)

    def gaps(self) -> list[GapRow]:
        """Rulings that note a gap of the guide, in the order in which they were made."""
        return list(read_gaps(self._connection))

    def people(self) -> tuple[str, ...]:
        """Everybody who wrote in the journal, in an order that stays and tells no name."""
        return journal_questions.people(self._connection)

    def audits(self) -> list[Audit]:
        """What was drawn for audits, the oldest first."""
        return read_audits(self._connection)

    def assignment(self) -> Assignment:
        """Who was given which report."""
        return read_assignment(self._connection)

    def packages(self) -> list[Package]:
        """Every package on record, the oldest first; of a package's own store that package."""
        return read_packages(self._connection)

    def planted(self, site: str | None = None) -> list[Planted]:
        """Seeded errors on record, of all packages or of one."""
        return read_planted(self._connection, site)

    def answered(self, site: str) -> set[tuple[str, int]]:
        """Report and place of the seeded errors of a package that its owner has answered."""
        return answered(self._connection, site)

    def withheld(self, site: str | None = None) -> list[Withheld]:
        """Figures that went out without their value, of all packages or of one."""
        return read_withheld(self._connection, site)

    def torn_reports(self, reviewer: str) -> set[str]:
        """sha256 of the reports of whose figures the reviewer says different things on different machines."""
        rows = self._connection.execute(
            "select distinct r.sha256 from verdicts v join reports r on r.id = v.report"
            " where v.reviewer = ? and v.target = 'figure' and v.torn",
            (reviewer,),
        )
        return {sha256 for (sha256,) in rows}

    def words_of_site(self, site: str) -> list[SiteWord]:
        """What was last said in a package, whether it counts or not."""
        return words_of_site(self._connection, site)

    def is_adjudicated(self, report: int) -> bool:
        """Whether anybody holds a ruling in the report."""
        query = "select 1 from adjudications where report = ? limit 1"
        return self._connection.execute(query, (report,)).fetchone() is not None

    def cases(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Of a package to adjudicate: report (sha256), place, and the case as plain values; in order."""
        return read_told(self._connection, "cases", "place")

    def feedback(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Of a package of feedback: report (sha256), span key, and what went against its owner; in order."""
        return read_told(self._connection, "feedback", "figure")

    def has_come_back(self, site: str) -> bool:
        """Whether the store holds any row that was made in this package."""
        query = "select 1 from journal where site = ? limit 1"
        return self._connection.execute(query, (site,)).fetchone() is not None

    def last_words(self, reviewer: str) -> dict[str, str]:
        """sha256 of each report in which the reviewer decided on figures → when last, ISO 8601."""
        rows = self._connection.execute(
            "select r.sha256, max(v.decided_at) from verdicts v join reports r on r.id = v.report"
            " where v.reviewer = ? and v.target = 'figure' and v.verdict is not null group by r.sha256",
            (reviewer,),
        )
        return {row[0]: row[1] for row in rows}

    def owner(self) -> str | None:
        """Whose package the store is; None where it is none."""
        return owner_of_store(self._connection)

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
