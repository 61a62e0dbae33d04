"""The journal, read in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.figures.keys import figure_key, parse_figure_key
from fzreview.domain.reports.reading_rows import Row
from fzreview.errors import UsageError
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.work.judging.reviewer_name import refuse_unknown
from fzreview.work.listing.rows import journal_row


def journal(
    store: Path, of: str | None = None, reviewer: str | None = None, since: str | None = None
) -> Iterator[tuple[str, JournalEntry]]:
    """``(doc, entry)``, the oldest first: of a report, of a figure's key, or of everything.

    ``since`` is an ISO date or time, in the system's time zone where it names none.
    Raises UsageError for another, StoreError for an unknown report or reviewer.
    """
    begin = None if since is None else _utc(since)
    create_or_migrate(store)
    with StoreReader(store) as reader:
        if reviewer is not None:
            refuse_unknown(reviewer, reader.journal.people())
        sha256 = span = None
        if of is not None:
            key = parse_figure_key(of)
            if key is None:
                sha256 = reader.find_report(of).sha256
            else:
                sha256, span = reader.find_report_by_sha256(key.report).sha256, key.span
        yield from reader.journal.entries(sha256, span, reviewer, begin)


def digest(store: Path) -> str:
    """What a store holds as one number: equal where two stores were merged alike. Raises StoreError."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        return reader.digest()


def heads(store: Path) -> list[Row]:
    """The last row of every site that the journal knows, this store's own first. Raises StoreError."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        return [
            {"site": site, "seq": seq, "hash": link, "forked": forked, "own": number == 0}
            for number, (site, seq, link, forked) in enumerate(reader.journal.heads())
        ]


def whole_journal_row(doc: str, entry: JournalEntry) -> Row:
    """The row of ``journal --json``."""
    return {
        "doc": doc,
        "report": entry.report,
        "target": entry.target,
        "key": figure_key(entry.report, entry.figure),
        **journal_row(entry),
        "batch": entry.batch,
    }


def _utc(since: str) -> str:
    """The time as the journal writes it. Raises UsageError where it is none."""
    try:
        moment = datetime.fromisoformat(since.strip()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError("bad_date", value=since) from error
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
