"""Reports with people's verdicts out of the store, for gold: no more than gold needs, in few statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

from fzreview.domain.decisions.circumstances import KEEPING, NotedEntry, deciding_entry
from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.decisions.keying import is_keyed
from fzreview.domain.dissent.contradictions import Span
from fzreview.domain.dissent.unsettled import Unsettled
from fzreview.domain.figures.fields import FIGURE_NAMES, columns
from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.records import ReadSection
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.corpus.described import described
from fzreview.store.dissent.concurrent_verdicts import concurrent_verdicts
from fzreview.store.dissent.settling import rival_rulings
from fzreview.store.opening.journal_columns import verdict_of
from fzreview.store.reports.originals import read_pages
from fzreview.store.verdicts.counted import counted
from fzreview.store.verdicts.figure_verdicts import BLINDLY, READ, VERDICTS, figure_verdict

_RULINGS: Final = f"""
    select {columns(table="f")}, f.section, f.origin, f.extractor, a.reviewer, a.decided_at, a.verdict,
        a.reason, a.reason_class, a.comment, a.correction, j.note, j.elapsed_ms, {BLINDLY}
    from settlements s join adjudications a on a.entry = s.entry join journal j on j.id = a.entry
    join figures f on f.report = s.report and f.start = s.start and f."end" = s."end"
    where s.report = ? order by s.start, s."end\""""
"""What holds of figures that were adjudicated, as in SELECT; also where words about others contradict it."""

_RULING: Final = f"""
    select {columns(table="f")}, f.section, f.origin, f.extractor, a.reviewer, a.decided_at, a.verdict,
        a.reason, a.reason_class, a.comment, a.correction, j.note, j.elapsed_ms, {BLINDLY}
    from journal j join adjudications a on a.entry = j.id
    join figures f on f.report = a.report and f.start = ? and f."end" = ? where j.uuid = ?"""
"""What a ruling holds of a figure, as in SELECT."""

_KEPT: Final = f"""
    select h.figure, h.reviewer, h.uuid, h.action, h.inverts, h.note, h.elapsed_ms, h.seen
    from verdicts v join journal j on j.id = v.entry
        join journal h on h.report = j.report and h.target = 'figure' and h.figure = j.figure
            and h.reviewer = j.reviewer and {counted("h")}
    where v.report = ? and v.target = 'figure' and v.verdict is not null
        and j.action in ({", ".join(f"'{action}'" for action in sorted(KEEPING))})
    order by h.figure, h.reviewer, h.id"""
"""Everything that was decided on those figures whose last entry only kept or brought back a verdict."""

_BEHIND_SPAN: Final = FIGURE_NAMES[2:]

_UNSETTLED: Final = f"""
    select v.target, v.start, v."end", v.verdict, v.reason, v.reason_class, v.correction, v.comment, v.said,
        v.reviewer, v.decided_at, coalesce(f.extractor, r.extractor) as extractor,
        f.origin, {columns(_BEHIND_SPAN, "f")}
    from verdicts v join reports r on r.id = v.report
        left join figures f on v.target = 'figure' and f.report = v.report and f.start = v.start
            and f."end" = v."end"
    where v.report = ? and (v.target = 'candidate' or v.target = 'figure' and (v.verdict is null
        or v.verdict = 'unsure' or v.verdict = 'wrong' and v.reason is not 'not_a_figure'
            and (v.correction is null or f.origin = 'reviewer')))
    order by v.target, v.start, v."end", v.reviewer"""
"""What is no gold, or none yet: as ``records`` leaves it out."""

_DISPUTED: Final = "select start, \"end\" from settlements where report = ? and state = 'conflict'"

_UNDECIDED: Final = f"""select {columns(table="f")} from figures f
    where f.report = ? and f.origin = 'machine' and not exists (select 1 from verdicts v
        where v.report = f.report and v.target = 'figure' and v.start = f.start and v."end" = f."end"
            and v.verdict is not null)
    order by f.start, f."end\""""


def decided_report(connection: sqlite3.Connection, summary: ReportSummary) -> DecidedReport:
    """One report; ``summary`` is of the same store."""
    cursor = connection.cursor()
    cursor.row_factory = None  # plain tuples: a million rows pass here
    report = (summary.id,)
    url, extractor, guide, published, signed, source = cursor.execute(
        "select url, extractor, guide, publish_date, sign_date, source"
        " from reports join texts on report = id where id = ?",
        report,
    ).fetchone()
    spans = cursor.execute(
        'select start, "end" from figures where report = ? order by start, "end"', report
    ).fetchall()
    verdicts = _verdicts(cursor, report)
    return DecidedReport(
        summary,
        url,
        extractor,
        guide,
        source,
        tuple(spans),
        verdicts,
        tuple(ReadSection(*row) for row in cursor.execute(READ, report)),
        tuple(_unsettled(connection, summary.id, source)),
        described=described(connection, summary.id),
        disputed=frozenset(cursor.execute(_DISPUTED, report)),
        torn=concurrent_verdicts(connection, summary, verdicts),
        rulings={one[:2]: one for one in map(figure_verdict, cursor.execute(_RULINGS, report))},
        rivals=_rivals(cursor, summary.id),
        undecided=tuple(Figure(*row) for row in cursor.execute(_UNDECIDED, report)),
        pages=read_pages(connection, summary.id),
        publish_date=published,
        sign_date=signed,
    )


def _rivals(cursor: sqlite3.Cursor, report: int) -> dict[Span, tuple[FigureVerdict, ...]]:
    """Rulings that contradict each other, by the figure."""
    return {
        span: tuple(figure_verdict(cursor.execute(_RULING, (*span, uuid)).fetchone()) for _, uuid in rulings)
        for span, rulings in rival_rulings(cursor.connection, report).items()
    }


def _unsettled(connection: sqlite3.Connection, report: int, source: str) -> Iterator[Unsettled]:
    for row in connection.execute(_UNSETTLED, (report,)):
        yield Unsettled(
            row["target"],
            row["start"],
            row["end"],
            source[row["start"] : row["end"]],
            verdict_of(row),
            row["reviewer"],
            row["decided_at"],
            row["extractor"],
            _added(row),
        )


def _added(row: sqlite3.Row) -> Figure | None:
    if row["origin"] != "reviewer":
        return None
    return Figure(row["start"], row["end"], *(row[name] for name in _BEHIND_SPAN))


def _verdicts(cursor: sqlite3.Cursor, report: tuple[int]) -> tuple[FigureVerdict, ...]:
    """The verdicts of a report, each noted as the entry that made it is."""
    verdicts = tuple(map(figure_verdict, cursor.execute(VERDICTS, report)))
    decided = {
        place: deciding_entry(NotedEntry(*row[2:]) for row in rows)
        for place, rows in groupby(cursor.execute(_KEPT, report), itemgetter(0, 1))
    }
    if not decided:
        return verdicts
    return tuple(
        one
        if (entry := decided.get((f"{one.start}-{one.end}", one.reviewer))) is None
        else one._replace(note=entry.note, elapsed_ms=entry.elapsed_ms, keyed_blind=is_keyed(entry.seen))
        for one in verdicts
    )
