"""What reports of a store would teach, in two statements over the figures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from fzreview.domain.learnable import Learnable, Learnt
from fzreview.domain.stored import ReportSummary

_WORDING = "kind || ' ' || bound || ' ' || unit"
_OPEN = f"""select report, {_WORDING}, count(*), sum(doubts <> '[]') from figures
    where status is null and vanished is null group by report, 2"""
_DECIDED = f"select distinct {_WORDING} from figures where status is not null"


def learnables(
    connection: sqlite3.Connection, summaries: Iterable[ReportSummary]
) -> tuple[list[Learnable], Learnt]:
    """The reports that have undecided figures, in the order of ``summaries``, and what was decided so far."""
    cursor = connection.cursor()
    cursor.row_factory = None
    wordings: dict[int, set[str]] = {}
    doubted: dict[int, int] = {}
    for report, wording, _, doubts in cursor.execute(_OPEN):
        wordings.setdefault(report, set()).add(wording)
        doubted[report] = doubted.get(report, 0) + doubts
    decided = frozenset(row[0] for row in cursor.execute(_DECIDED))
    reports = list(summaries)
    found = [
        Learnable(one, doubted[one.id], frozenset(wordings[one.id])) for one in reports if one.id in wordings
    ]
    return found, Learnt(decided, tuple(one for one in reports if one.decided))
