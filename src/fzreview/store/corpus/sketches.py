"""Which reports of a store share sentences with a text: their sketches, compared."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Final

from fzreview.domain.reports.report import Reading
from fzreview.text.sketch import sketch

FEWEST: Final = 3
"""Sentences that two reports must share at the least to be alike."""

_MOST_REPORTS: Final = 64
"""A sentence that so many reports have is a set phrase: it says nothing, and is noted for no more of them."""


@dataclass(frozen=True, slots=True)
class Sketched:
    """The sketch of one report's body, and the reports of the store that share it."""

    telling: tuple[int, ...]
    """Its hashes but for those of set phrases."""
    alike: tuple[int, ...]
    """Ids of reports with half of it, the earliest first."""
    sharing: tuple[int, ...]
    """Ids of all that share any of it, those that share most first."""


def body_text(reading: Reading) -> str:
    """The clean text of what is the report's own."""
    start, end = reading.clean.clean_span(*reading.body)
    return reading.clean.text[start:end]


def sketched(connection: sqlite3.Connection, body: str) -> Sketched:
    """The body of a report that is, or is about to be, in the store, against the others."""
    hashes = sketch(body)
    rows = connection.execute(
        # A sentence does not become a set phrase by copies of one report.
        "select s.hash, s.report, r.aside is not 'copy' from sketches s join reports r on r.id = s.report"
        f" where s.hash in ({', '.join('?' * len(hashes))})",
        hashes,
    ).fetchall()
    known = Counter(row[0] for row in rows if row[2])
    telling = tuple(one for one in hashes if known[one] < _MOST_REPORTS)
    shared = Counter(row[1] for row in rows if known[row[0]] < _MOST_REPORTS)
    needed = max(FEWEST, (len(telling) + 1) // 2)
    return Sketched(
        telling,
        tuple(sorted(other for other, count in shared.items() if count >= needed)),
        tuple(sorted(shared, key=lambda other: (-shared[other], other))),
    )


def keep_sketch(connection: sqlite3.Connection, report: int, sketched: Sketched) -> None:
    """Note the sketch of a report that was stored; inside the caller's transaction."""
    connection.executemany("insert into sketches values (?, ?)", ((one, report) for one in sketched.telling))
