"""Full text of a store: reports in which all the typed words occur.

The index holds characters as words of their own, so that 复议 is a phrase of two; the usual tokenizers
take a whole clause for one word or find nothing below three characters, and say nothing about it.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from fzreview.domain.reports.found import Excerpt, Hit, Hits
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.reports.summary_columns import SUMMARY_COLUMNS
from fzreview.text.wording import Wording, parted, simplified

MOST_READ: Final = 200
"""Texts read for one answer: the index passes over punctuation, so it may offer texts without the words."""


def index_text(connection: sqlite3.Connection, report: int, clean: str) -> None:
    """Make a report's clean text findable; inside the caller's transaction."""
    connection.execute("insert into report_words(rowid, title) values (?, ?)", (report, parted(clean)))


def drop_text(connection: sqlite3.Connection, report: int, clean: str) -> None:
    """Take back :func:`index_text`, which had this very text; an index forgets only words it is told."""
    connection.execute(
        "insert into report_words(report_words, rowid, title) values ('delete', ?, ?)",
        (report, parted(clean)),
    )


def search(connection: sqlite3.Connection, typed: str, limit: int = 20, after: int = 0) -> Hits:
    """At most ``limit`` reports behind id ``after`` that have every typed word, in the order of loading.

    Nothing in ``typed`` acts as query syntax. A number or Latin word is found by its beginning,
    from two characters on; a line without any letter or digit finds nothing.
    """
    wording = Wording.typed(typed)
    query = _query(wording)
    if not query:
        return Hits(())
    # The cross join keeps the index outside, so that rows come in order and only as many as are taken.
    rows = connection.execute(
        f"select {SUMMARY_COLUMNS}, coalesce(clean, source) from"
        " (select rowid as found from report_words where report_words match ? and rowid > ?)"
        " cross join reports on reports.id = found cross join texts on texts.report = found order by found",
        (query, after),
    )
    hits: list[Hit] = []
    for read, (*summary, text) in enumerate(rows, 1):
        report = ReportSummary(*summary)
        place = wording.first(text)
        if place is not None:
            hits.append(Hit(report, *place, Excerpt.around(text, *place)))
        if len(hits) == limit or read == MOST_READ:
            return Hits(tuple(hits), report.id)
    return Hits(tuple(hits))


def _query(wording: Wording) -> str:
    """Each word as a quoted phrase; words that the index passes over are left to the look into the text."""
    words = [word for word in wording.words if any(map(str.isalnum, word))]
    return " AND ".join(
        "(" + " OR ".join(dict.fromkeys((_phrase(word), _phrase(simplified(word))))) + ")" for word in words
    )


def _phrase(word: str) -> str:
    characters = parted(word.replace('"', " "))
    last = characters.rsplit(None, 1)[-1]
    return f'"{characters}"' + ("*" if len(last) > 1 else "")
