"""What reviewers hold of the figures, candidates and sections of a report, now and formerly.

The connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from fzreview.domain.decisions.verdict import TARGETS, Target
from fzreview.domain.decisions.wire import BLIND, figure_digest
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.stored import FormerDecision, HeldDecision, StoredFigure
from fzreview.store.opening.figure_columns import FIGURE_COLUMNS, figure_of, machine_of
from fzreview.store.opening.journal_columns import DECISION_COLUMNS, decision_of, verdict_of
from fzreview.store.team.withholding import hidden_spans

Held = dict[str, list[HeldDecision]]
"""Span key → decisions, the latest last."""


def held_decisions(connection: sqlite3.Connection, report: int) -> dict[Target, Held]:
    """What reviewers hold of each span of a report, the latest last, for each sort of target."""
    rows = connection.execute(
        f'select target, start, "end", reviewer, decided_at, {DECISION_COLUMNS} from verdicts'
        " where report = ? order by lamport, reviewer",
        (report,),
    )
    held: dict[Target, Held] = {target: {} for target in TARGETS}
    for row in rows:
        decision = HeldDecision(row["reviewer"], row["decided_at"], verdict_of(row))
        held[row["target"]].setdefault(f"{row['start']}-{row['end']}", []).append(decision)
    return held


def stored_figures(connection: sqlite3.Connection, report: int, held: Held) -> Iterator[StoredFigure]:
    """The figures of a report in order of ``start``, with what is held of them."""
    former = _former_decisions(connection, report)
    rulings, torn = _rulings(connection, report), _torn(connection, report)
    hidden = hidden_spans(connection, report)
    conflicts = _conflicts(connection, report)
    rows = connection.execute(
        f"select origin, extractor, vanished, machine, {FIGURE_COLUMNS} from figures where report = ?"
        ' order by start, "end"',
        (report,),
    )
    for row in rows:
        figure = figure_of(row)
        stored = StoredFigure(
            figure,
            row["origin"],
            row["extractor"],
            tuple(held.get(figure.span_key, ())),
            row["vanished"],
            None if row["machine"] is None else machine_of(row["machine"]),
            former.get(figure.span_key, ()),
            rulings.get(figure.span_key),
            torn.get(figure.span_key, frozenset()),
            figure.span_key in hidden,
        )
        if conflicts is not None:
            stored = stored.as_settled(figure.span_key in conflicts)
        yield stored


def _conflicts(connection: sqlite3.Connection, report: int) -> frozenset[str] | None:
    """Span keys of the figures in conflict; None of a report of which nobody's words meet another's."""
    rows = connection.execute(
        'select start, "end", state from settlements where report = ?', (report,)
    ).fetchall()
    if not rows:
        return None
    return frozenset(f"{row['start']}-{row['end']}" for row in rows if row["state"] == "conflict")


def _rulings(connection: sqlite3.Connection, report: int) -> dict[str, HeldDecision]:
    """Span key → the adjudication in force."""
    rows = connection.execute(
        'select a.*, s.start as at_start, s."end" as at_end from settlements s'
        " join adjudications a on a.report = s.report and a.entry = s.entry"
        " where s.report = ? and s.state = 'adjudicated'",
        (report,),
    )
    return {
        f"{row['at_start']}-{row['at_end']}": HeldDecision(
            row["reviewer"], row["decided_at"], verdict_of(row)
        )
        for row in rows
    }


def _torn(connection: sqlite3.Connection, report: int) -> dict[str, frozenset[str]]:
    """Span key → reviewers who said different things on different machines."""
    torn: dict[str, frozenset[str]] = {}
    for row in connection.execute(
        "select start, \"end\", reviewer from verdicts where report = ? and torn and target = 'figure'",
        (report,),
    ):
        span = f"{row['start']}-{row['end']}"
        torn[span] = torn.get(span, frozenset()) | {row["reviewer"]}
    return torn


def _former_decisions(connection: sqlite3.Connection, report: int) -> dict[str, tuple[FormerDecision, ...]]:
    """Span key → what each reviewer held of it before its fields changed, the latest last."""
    rows = connection.execute(
        "select j.figure, j.reviewer, j.at, j.before, f.figure as fields"
        " from journal j indexed by journal_reextracted"
        " join reports r on r.sha256 = j.report"
        " join extractions x on x.report = r.id and x.batch = j.batch"
        " join former_figures f on f.extraction = x.id"
        " and f.start = cast(substr(j.figure, 1, instr(j.figure, '-') - 1) as integer)"
        " and f.\"end\" = cast(substr(j.figure, instr(j.figure, '-') + 1) as integer)"
        " where j.action = 'reextracted' and j.target = 'figure' and j.before is not null and r.id = ?"
        " order by j.id",
        (report,),
    )
    former: dict[str, dict[str, FormerDecision]] = {}
    for row in rows:
        decision = decision_of(row["before"])
        if decision is None or decision.verdict is None:
            continue
        found = machine_of(row["fields"])
        of_figure = former.setdefault(row["figure"], {})
        of_figure.pop(row["reviewer"], None)
        of_figure[row["reviewer"]] = FormerDecision(
            row["reviewer"], row["at"], decision, found.figure, found.extractor
        )
    for span, said in _said_of_former_fields(connection, report):
        former.setdefault(span, {})[said.reviewer] = said
    return {span: tuple(decisions.values()) for span, decisions in former.items()}


def _said_of_former_fields(
    connection: sqlite3.Connection, report: int
) -> Iterator[tuple[str, FormerDecision]]:
    """Span key and last word of each reviewer who saw fields that an extraction had changed meanwhile.

    Such words come from elsewhere, by a merge; no entry says that they hold no longer, for they never did.
    """
    fields: dict[str, dict[str, StoredFigure]] = {}
    for row in connection.execute(
        'select f.start, f."end", f.figure from former_figures f join extractions x on x.id = f.extraction'
        " where x.report = ?",
        (report,),
    ):
        found = machine_of(row["figure"])
        digest = figure_digest(figure_fields(found.figure))
        fields.setdefault(f"{row['start']}-{row['end']}", {})[digest] = found
    if not fields:
        return
    last: dict[tuple[str, str], sqlite3.Row] = {}
    for row in connection.execute(
        "select j.figure, j.reviewer, j.at, j.seen, j.after from journal j indexed by journal_figure"
        " join reports r on r.sha256 = j.report"
        " where r.id = ? and j.target = 'figure' order by j.lamport, j.id",
        (report,),
    ):
        if row["figure"] in fields:
            last[row["figure"], row["reviewer"]] = row
    for (span, reviewer), row in last.items():
        decision = decision_of(row["after"])
        seen = fields[span].get((row["seen"] or "").removeprefix(BLIND))
        if seen is not None and decision is not None and decision.verdict is not None:
            yield span, FormerDecision(reviewer, row["at"], decision, seen.figure, seen.extractor)
