"""What a report is a near copy of: people's last word, else what was found when it was loaded.

The word (target ``copy``) names the original by its sha256, or says that there is none. Functions run inside
the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from fzreview.domain.reports.corpus import DIFFERENT


@dataclass(frozen=True, slots=True, order=True)
class _Link:
    """A report and what it is called a copy of; ordered by when that was said."""

    lamport: int
    """0 where a load found it."""
    reviewer: str
    report: int
    original: int


def original_or_self(connection: sqlite3.Connection, report: int) -> int:
    """Id of what a report repeats in the end; its own where it is no copy."""
    while (original := copied_by(connection, report)) is not None:
        report = original
    return report


def copied_by(connection: sqlite3.Connection, report: int) -> int | None:
    """Id of what a report is a near copy of, which may be a copy itself; None where it is none.

    Reports that call each other copies in a circle leave one that counts: that of which it was said first.
    """
    links: dict[int, _Link] = {}
    at = report
    while at not in links and (link := _link(connection, at)) is not None:
        links[at] = link
        at = link.original
    if not links or (at == report and min(links.values()).report == report):
        return None
    return links[report].original


def _link(connection: sqlite3.Connection, report: int) -> _Link | None:
    word = connection.execute(
        "select said, lamport, reviewer from verdicts where report = ? and target = 'copy' and start = 0"
        ' and "end" = 0 and said is not null order by lamport desc, reviewer desc limit 1',
        (report,),
    ).fetchone()
    if word is not None:
        if word[0] == DIFFERENT:
            return None
        named = connection.execute("select id from reports where sha256 = ?", (word[0],)).fetchone()
        if named is not None and named[0] != report:
            return _Link(word[1], word[2], report, named[0])
    # Of an original that is not here nothing can be shown: what the load found holds.
    noted = connection.execute("select original from copies where report = ?", (report,)).fetchone()
    return None if noted is None else _Link(0, "", report, noted[0])
