"""How much of the store a verdict asks: counts, not times, and behind many verdicts what it is before any."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from fzreview.store.journal import recording as journal
from fzreview.store.opening.connect import open_writer
from fzreview.store.opening.transaction import transaction
from fzreview.store.reader import StoreReader
from fzreview.work.judging.reviewing import Review

MOST_STATEMENTS = 18
"""One transaction: begin, two for the marks of the store, what is asked and written for a verdict, commit."""


def decided_one_by_one(store: Path) -> list[int]:
    """How many statements each verdict of a report took."""
    review = Review.opened(store, "ann")
    counts: list[int] = []
    with closing(open_writer(store)) as connection:
        told: list[str] = []
        connection.set_trace_callback(told.append)
        while (stored := review.session.current_figure) and stored.status == "undecided":
            step = review.session.figure_steps.decide("verified")
            assert step is not None
            told.clear()
            with transaction(connection, store):
                journal.append_all(connection, [step.entry], seen=[()])
            # Triggers and their statements are told under the name of what set them off.
            counts.append(len({text.split("(")[0] for text in told}))
            review.session.accept(step)
    review.close()
    return counts


def test_a_verdict_takes_few_statements_and_none_for_those_before_it(store: Path) -> None:
    counts = decided_one_by_one(store)
    assert len(counts) > 3
    assert max(counts) == counts[0] <= MOST_STATEMENTS


def test_nothing_goes_through_the_verdicts_of_a_whole_report(store: Path) -> None:
    with StoreReader(store) as reader:
        summary = next(reader.summaries())
    review = Review.opened(store, "ann", summary.doc)
    step = review.session.figure_steps.decide("verified")
    assert step is not None
    with closing(open_writer(store)) as connection:
        told: list[str] = []
        connection.set_trace_callback(told.append)
        with transaction(connection, store):
            journal.append_all(connection, [step.entry], seen=[()])
        connection.set_trace_callback(None)
        asking = ("select", "update")
        plans = {text: plan_of(connection, text) for text in told if text.lstrip().startswith(asking)}
    review.close()
    assert plans
    for text, plan in plans.items():
        for line in plan:
            assert not line.endswith(("verdicts USING PRIMARY KEY (report=?)", "SCAN verdicts")), text
            assert "SCAN figures" not in line and "SCAN journal" not in line, text


def plan_of(connection: sqlite3.Connection, statement: str) -> list[str]:
    """What SQLite goes through for a statement whose values are filled in."""
    return [row[3] for row in connection.execute(f"explain query plan {statement}")]
