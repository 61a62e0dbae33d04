"""Sketches of reports: hashes of sentences, by which similar reports are found."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Final

from fzreview.domain.reports.report import Reading
from fzreview.text.sketch import sketch

FEWEST: Final = 3
"""Least number of sentences that two similar reports share."""

_MOST_REPORTS: Final = 64
"""A sentence of so many reports is a set phrase: it is not recorded for further reports."""


@dataclass(frozen=True, slots=True)
class BodySketch:
    """The sketch of a report's body, and the reports of the store that share sentences with it."""

    telling: tuple[int, ...]
    """Hashes of its sentences, without set phrases."""
    alike: tuple[int, ...]
    """Ids of reports that share at least half of it, lowest id first."""
    sharing: tuple[int, ...]
    """Ids of reports that share any sentence, those that share most first."""


def body_text(reading: Reading) -> str:
    """The clean text of the report's body, without furniture of the page."""
    start, end = reading.clean.clean_span(*reading.body)
    return reading.clean.text[start:end]


def sketch_body(connection: sqlite3.Connection, body: str) -> BodySketch:
    """Sketch the body of a report and look it up among the stored sketches."""
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
    return BodySketch(
        telling,
        tuple(sorted(other for other, count in shared.items() if count >= needed)),
        tuple(sorted(shared, key=lambda other: (-shared[other], other))),
    )


def insert_sketch(connection: sqlite3.Connection, report: int, sketched: BodySketch) -> None:
    """Record the sketch of a stored report, inside the caller's transaction."""
    connection.executemany("insert into sketches values (?, ?)", ((one, report) for one in sketched.telling))
