"""The last decisions made in one package, whether they count or not. Rows are ``sqlite3.Row``."""

from __future__ import annotations

import sqlite3
from itertools import groupby
from typing import NamedTuple

from fzreview.domain.decisions.registers import heads_of
from fzreview.domain.decisions.verdict import Decision, Target
from fzreview.store.opening.journal_columns import register_entry_of


class SiteDecision(NamedTuple):
    """The last decision about one place that was made in a package."""

    report: str
    """sha256."""
    target: Target
    start: int
    end: int
    seen: str | None
    """Digest of what was decided on; None where the word tells it itself."""
    decision: Decision


def decisions_of_site(connection: sqlite3.Connection, site: str) -> list[SiteDecision]:
    """In order of report, target and place, without withdrawn decisions."""
    found = []
    rows = connection.execute("select * from journal where site = ? order by report, target, figure", (site,))
    for (report, target, figure), group in groupby(
        rows, lambda row: (row["report"], row["target"], row["figure"])
    ):
        start, end = map(int, figure.split("-"))
        for heads in heads_of([register_entry_of(row) for row in group]).values():
            last = heads[-1]
            if last.after is not None:
                found.append(SiteDecision(report, target, start, end, last.seen, last.after))
    return sorted(found, key=lambda one: one[:4])
