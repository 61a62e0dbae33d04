"""Questions to the projection of the journal: what people hold of each figure, and where they differ."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from fzreview.domain.decisions.decided import DecidedReport
from fzreview.domain.decisions.verdict import Decision
from fzreview.store.dissent.first_passes import first_passes
from fzreview.store.dissent.settling import rival_rulings
from fzreview.store.dissent.verdict_uuids import verdict_uuids_of
from fzreview.store.journal import queries as journal_questions
from fzreview.store.opening.store_errors import raises_store_errors
from fzreview.store.team.gaps import GapRow, read_gaps
from fzreview.store.verdicts.bulk_decisions import decided_in_bulk


@raises_store_errors
class VerdictReader:
    """What is held of the figures of one store."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def is_touched(self, report: int) -> bool:
        """Whether anybody decided, commented or signed off anything in the report."""
        query = "select 1 from verdicts where report = ? limit 1"
        return self._connection.execute(query, (report,)).fetchone() is not None

    def may_differ(self, report: int) -> bool:
        """Whether words can differ in the report: more than one person's, or one's on two machines."""
        query = (
            "select min(reviewer) <> max(reviewer) or max(torn) from (select reviewer, torn from verdicts"
            " where report = :report union all select reviewer, 0 from adjudications where report = :report)"
        )
        return bool(self._connection.execute(query, {"report": report}).fetchone()[0])

    def decisions_on(self, report: int) -> int:
        """How many decisions are held of what the report says; tags and exclusions are none."""
        query = (
            "select count(*) from verdicts where report = ? and target not in ('tags', 'exclusion', 'copy')"
        )
        return int(self._connection.execute(query, (report,)).fetchone()[0])

    def uuids_to_settle(self, report: int, adjudicator: str) -> dict[str, tuple[str, ...]]:
        """Span key of a figure → uuids of what a ruling of this adjudicator settles there.

        The rows by which reviewers hold verdicts on it, in order, and rulings of other adjudicators that
        contradict each other.
        """
        words = verdict_uuids_of(self._connection, report)
        for (start, end), rulings in rival_rulings(self._connection, report).items():
            others = tuple(uuid for name, uuid in rulings if name != adjudicator)
            words[f"{start}-{end}"] = words.get(f"{start}-{end}", ()) + others
        return words

    def contradictions(self) -> dict[int, int]:
        """Id of a report → figures on which reviewers' last words differ; only reports that have any."""
        rows = self._connection.execute(
            "select report, count(*) from settlements where state = 'conflict' group by report"
        )
        return {row[0]: row[1] for row in rows}

    def decided_in_bulk(self, report: str) -> frozenset[str]:
        """Span keys of the figures of a report (sha256) that somebody's verdict in force decided in bulk."""
        return decided_in_bulk(self._connection, report)

    def first_passes(self, report: DecidedReport) -> DecidedReport:
        """The report without what its reviewers changed knowing how a figure was ruled on."""
        return first_passes(self._connection, report)

    def is_adjudicated(self, report: int) -> bool:
        """Whether anybody holds a ruling in the report."""
        query = "select 1 from adjudications where report = ? limit 1"
        return self._connection.execute(query, (report,)).fetchone() is not None

    def adjudication(self, report: int, start: int, end: int, reviewer: str) -> Decision | None:
        """What an adjudicator last said of a figure, whether it is in force or not."""
        return journal_questions.adjudication(self._connection, report, start, end, reviewer)

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

    def gaps(self) -> list[GapRow]:
        """Rulings that note a gap of the guide, in the order in which they were made."""
        return list(read_gaps(self._connection))

    def torn_reports(self, reviewer: str) -> set[str]:
        """sha256 of the reports of whose figures the reviewer says different things on different machines."""
        rows = self._connection.execute(
            "select distinct r.sha256 from verdicts v join reports r on r.id = v.report"
            " where v.reviewer = ? and v.target = 'figure' and v.torn",
            (reviewer,),
        )
        return {sha256 for (sha256,) in rows}

    def last_words(self, reviewer: str) -> dict[str, str]:
        """sha256 of each report in which the reviewer decided on figures → when last, ISO 8601."""
        rows = self._connection.execute(
            "select r.sha256, max(v.decided_at) from verdicts v join reports r on r.id = v.report"
            " where v.reviewer = ? and v.target = 'figure' and v.verdict is not null group by r.sha256",
            (reviewer,),
        )
        return {row[0]: row[1] for row in rows}
