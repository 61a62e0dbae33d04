"""What reports of a store would teach, in a few statements over the figures and layers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from fzreview.domain.reports.learnable import Learnable, Learnt
from fzreview.domain.reports.stored import ReportSummary

_WORDING = "kind || ' ' || bound || ' ' || unit"
_OPEN = f"""select report, {_WORDING}, count(*), sum(doubts <> '[]') from figures
    where status is null and vanished is null group by report, 2"""
_AT_SPAN = """layer_figures g on g.report = f.report and g.layer = r.layer and g.start = f.start
    and g."end" = f."end\""""
_FITS = " and ".join(
    f"(instr(g.told, '{name}') = 0 or {same})"
    for name, same in (
        ("value", "f.value_number = cast(g.value as real) and f.upper is g.upper"),
        *((name, f"f.{name} = g.{name}") for name in ("unit", "kind", "bound")),
    )
)
_APART = f"""select f.report, count(distinct f.start) from figures f
    join layer_reports r on r.report = f.report and r.whole
    left join {_AT_SPAN} and {_FITS}
    where f.status is null and f.vanished is null and g.start is null group by f.report"""
_ALONE = """select g.report, count(distinct g.start) from layer_figures g
    where not exists (select 1 from figures f where f.report = g.report and f.start < g."end"
        and f."end" > g.start) group by g.report"""
_UNSURE = f"""select report, sum(doubt) from (
    select f.report, 1 - min(g.confidence) as doubt from figures f
    join layer_reports r on r.report = f.report join {_AT_SPAN}
    where f.status is null and f.vanished is null and g.confidence is not null
    group by f.report, f.start, f."end") group by report"""
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
    apart = dict(cursor.execute(_APART).fetchall())
    alone = dict(cursor.execute(_ALONE).fetchall())
    unsure = dict(cursor.execute(_UNSURE).fetchall())
    decided = frozenset(row[0] for row in cursor.execute(_DECIDED))
    reports = list(summaries)
    found = [
        Learnable(
            one,
            doubted[one.id],
            frozenset(wordings[one.id]),
            apart.get(one.id, 0) + alone.get(one.id, 0),
            unsure.get(one.id, 0.0),
        )
        for one in reports
        if one.id in wordings
    ]
    return found, Learnt(decided, tuple(one for one in reports if one.decided))
