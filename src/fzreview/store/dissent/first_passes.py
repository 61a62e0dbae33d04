"""Reviewers' verdicts from before they knew a ruling on the figure. Rows are ``sqlite3.Row``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.decisions.keying import is_keyed, unblinded
from fzreview.domain.decisions.registers import RegisterEntry, heads_of
from fzreview.domain.decisions.wire import still_seen
from fzreview.store.opening.journal_columns import register_entry_of
from fzreview.store.verdicts.counted import counted
from fzreview.store.verdicts.projecting import figure_seen
from fzreview.store.verdicts.rows import Place

_KNOWING: Final = """(exists (select 1 from sites f where f.site = j.site and f.purpose = 'feedback')
    or exists (select 1 from packages f where f.site = j.site and f.purpose = 'feedback')
    or exists (select 1 from journal a indexed by journal_figure where a.report = j.report
        and a.figure = j.figure and a.target = 'figure' and a.rests is not null and a.site = j.site
        and a.seq < j.seq))"""
"""Whether the row's site had a ruling on the figure, or feedback on it, before the row was made."""


def first_passes(connection: sqlite3.Connection, report: DecidedReport) -> DecidedReport:
    """A report with each reviewer's last verdict from before they knew a ruling; others unchanged."""
    ruled = connection.execute(
        "select 1 from adjudications where report = ? union all"
        " select 1 from sites where purpose = 'feedback' limit 1",
        (report.summary.id,),
    ).fetchone()
    if ruled is None:  # nearly always
        return report
    sha256 = report.summary.sha256
    knowing = connection.execute(
        f"select distinct j.figure, j.reviewer from journal j where j.report = ? and j.target = 'figure'"
        f" and j.rests is null and j.action <> 'reextracted' and {_KNOWING}",
        (sha256,),
    ).fetchall()
    if not knowing:
        return report
    changed = {(row["reviewer"], row["figure"]) for row in knowing}
    return replace(report, verdicts=tuple(_before(connection, report, changed)))


def verdict_by(held: FigureVerdict, word: RegisterEntry, note: str | None, elapsed_ms: int) -> FigureVerdict:
    """A journal row as a verdict on the figure of ``held``, by the same reviewer; the row has a verdict."""
    assert word.after is not None
    said = unblinded(word.after, held.figure) if is_keyed(word.seen) else word.after
    assert said.verdict is not None
    return held._replace(
        decided_at=word.at,
        verdict=said.verdict,
        reason=said.reason,
        reason_class=said.reason_class,
        comment=said.comment,
        correction=said.correction,
        note=note,
        elapsed_ms=elapsed_ms,
        keyed_blind=is_keyed(word.seen),
    )


def _before(
    connection: sqlite3.Connection, report: DecidedReport, changed: set[tuple[str, str]]
) -> Iterator[FigureVerdict]:
    for held in report.verdicts:
        span = f"{held.start}-{held.end}"
        if (held.reviewer, span) not in changed:
            yield held
            continue
        rows = connection.execute(
            "select * from journal j indexed by journal_figure where j.report = ? and j.figure = ?"
            f" and j.target = 'figure' and j.reviewer = ? and {counted()} and not {_KNOWING}",
            (report.summary.sha256, span, held.reviewer),
        ).fetchall()
        notes = {row["uuid"]: (row["note"], row["elapsed_ms"]) for row in rows}
        now = figure_seen(connection, Place(report.summary.id, "figure", held.start, held.end))
        heads = heads_of([register_entry_of(row) for row in rows]).get((held.reviewer, False), [])
        spoken = [one for one in heads if still_seen(one.seen, now) and one.after and one.after.verdict]
        if spoken:
            yield verdict_by(held, spoken[-1], *notes[spoken[-1].uuid])
