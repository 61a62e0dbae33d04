"""Which reports stay together when gold is split: decided when a report is loaded, and for ever.

Reports of one issuer repeat each other from year to year, and near copies of a report (loaded twice with
other furniture around them, or without an issuer that could be read) are the same report. So a report joins
the group of the earliest report that it is a near copy of, else that of its issuer.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Final

from fzreview.domain.clean_text import CleanText
from fzreview.text.sketch import sketch

FEWEST: Final = 3
"""Sentences that two reports must share at the least to be near copies."""

_MOST_REPORTS: Final = 64
"""A sentence that so many reports have is a set phrase: it says nothing, and is noted for no more of them."""


def join_group(
    connection: sqlite3.Connection,
    report: int,
    sha256: str,
    issuer: str | None,
    clean: CleanText,
    body: tuple[int, int],
    noted_at: str,
) -> None:
    """Note the group of a report that was stored, inside the caller's transaction.

    ``body`` is the span of the source in which the report itself stands.
    """
    start, end = clean.clean_span(*body)
    hashes = sketch(clean.text[start:end])
    sharing = connection.execute(
        f"select hash, report from sketches where hash in ({', '.join('?' * len(hashes))})", hashes
    ).fetchall()
    known = Counter(row[0] for row in sharing)
    telling = [one for one in hashes if known[one] < _MOST_REPORTS]
    needed = max(FEWEST, (len(telling) + 1) // 2)
    shared = Counter(row[1] for row in sharing if known[row[0]] < _MOST_REPORTS)
    original = min((other for other, count in shared.items() if count >= needed), default=None)
    group = f"issuer {issuer}" if issuer else f"report {sha256}"
    if original is not None:
        (group,) = connection.execute(
            "select name from split_groups where report = ?", (original,)
        ).fetchone()
    connection.execute("insert into split_groups values (?, ?, ?)", (report, group, noted_at))
    connection.executemany("insert into sketches values (?, ?)", ((one, report) for one in telling))
