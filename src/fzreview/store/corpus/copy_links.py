"""Which report is a near copy of which: people's last statement, else what the load found.

The word (target ``copy``) names the original by its sha256, or says that there is none. Functions run inside
the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from fzreview.domain.reports.corpus import DIFFERENT


@dataclass(frozen=True, slots=True, order=True)
class _Link:
    """A link from a copy to its original, ordered by the time of the statement."""

    lamport: int
    """Lamport time of the statement; 0 where the load found the copy."""
    reviewer: str
    report: int
    original: int


def original_or_self(connection: sqlite3.Connection, report: int) -> int:
    """Id of the report at the end of the chain of originals; the report's own where it is no copy."""
    while (original := original_id(connection, report)) is not None:
        report = original
    return report


def original_id(connection: sqlite3.Connection, report: int) -> int | None:
    """Id of a report's original, which may be a copy itself; None where the report is no copy.

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
