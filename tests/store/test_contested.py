"""What reviewers contest is in no gold, whoever reads it; what is worded alike is contested by none."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from fzreview.domain.figure import Figure
from fzreview.domain.stored import StoredFigure, StoredReport
from fzreview.domain.verdict import Decision
from fzreview.store.reader import StoreReader
from fzreview.work.gold.exporting import Wanted, native_lines
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.team.conflicts import conflicts
from support.disputes import DOC, answering, figures
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, corrected, decide, whole

Keys = set[tuple[str, int, int]]


def in_view(store: Path) -> Keys:
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("select sha256, start, \"end\" from gold where decision <> 'rejected'")
        return set(rows.fetchall())


def exported(store: Path) -> Keys:
    rows = [json.loads(line) for line in native_lines(store, wanted=Wanted(each_reviewer=False))]
    return {(row["sha256"], row["start"], row["end"]) for row in rows if row["decision"] != "rejected"}


def longer(figure: Figure, report: StoredReport, by: int = 2, **fields: str) -> Figure:
    """The figure with more of the text behind it."""
    source = report.reading.source
    end = figure.end + by
    return replace(
        figure,
        end=end,
        surface=source[figure.start : end],
        text=source[figure.start : end],
        doubts=(),
        **fields,
    )


def test_overlapping_additions_are_in_no_gold(store: Path) -> None:
    decide(store, "alice", answering({}))
    decide(
        store,
        "bob",
        answering({}),
        added=lambda report: [
            longer(report.figures[1].figure, report, value="77") for _ in [0] if report.summary.doc == DOC
        ],
    )
    # Bob keeps the figure and adds another over it; Alice knows of the first alone.
    assert in_view(store) == exported(store)
    decide(store, "carol", answering({1: lambda _: NO_FIGURE}, None))
    assert in_view(store) < exported(store), "the view leaves out the addition as well"


@pytest.mark.parametrize("seed", range(6))
def test_the_view_leaves_out_what_an_export_leaves_out(store: Path, seed: int) -> None:
    dice = Random(seed)

    def rule(report: StoredReport, stored: StoredFigure) -> Decision | None:
        if report.summary.doc != DOC:
            return None
        other = corrected(stored.figure, value="987654")
        new = longer(stored.figure, report)
        moved = corrected(stored.figure, end=new.end, surface=new.surface, text=new.text)
        return dice.choice([VERIFIED] * 6 + [NO_FIGURE, UNSURE, other, moved, None])

    def added(report: StoredReport) -> list[Figure]:
        if report.summary.doc != DOC:
            return []
        machine = [one.figure for one in report.figures if one.origin == "machine"]
        new = [
            longer(figure, report, dice.choice((2, 3)), value=dice.choice(("1", "2")))
            for figure in dice.sample(machine, 8)
        ]
        taken = {one.span_key for one in report.figures}
        return [one for one in new if one.span_key not in taken]

    for name in ("ann", "bob", "cho"):
        decide(store, name, rule, added=added, read=lambda report: whole(report)[: dice.randrange(4)])
    view, written = in_view(store), exported(store)
    assert view - written == set(), "what is disputed is never in it"
    # The view cannot tell whose addition answers whose rejection as finely as a matching does.
    assert len(written - view) <= len(written) / 4


def reworded(figure: Figure) -> Decision:
    return corrected(figure, subject=figure.subject + "等")


def test_subjects_worded_alike_are_contested_nowhere(store: Path) -> None:
    stored = next(one for one in figures(store) if len(one.figure.subject) > 3)
    number = [one.figure for one in figures(store)].index(stored.figure)
    decide(store, "alice", answering({}))
    decide(store, "bob", answering({number: reworded}))
    now = figures(store)[number]
    assert not now.disputed and now.standing != "disputed"
    assert list(conflicts(store)) == []
    with StoreReader(store) as reader:
        report = reader.decided_report(reader.find_report(DOC))
    assert report.disputed == frozenset()
    rows = [json.loads(line) for line in native_lines(store, wanted=Wanted(each_reviewer=False))]
    (row,) = [row for row in rows if (row["start"], row["end"]) == (stored.figure.start, stored.figure.end)]
    assert (row["source"], row["subject"]) == ("agreed", stored.figure.subject + "等")
    assert (row["sha256"], row["start"], row["end"]) in in_view(store)
    assert verify_store(store)[1] == []
