"""What reviewers contest is in no gold, whoever reads it; what is worded alike is contested by none."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.dissent.open_cases import disputed_spans, is_doubt, spans_of
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.gold.exporting import ExportRequest, native_lines
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.merging.merge import merge
from fzreview.work.team.dissent.conflicts import conflicts
from support.disputes import DOC, answering, figures
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, corrected, decide, whole
from support.team import digest, handed_out

Keys = set[tuple[str, int, int]]


def in_view(store: Path) -> Keys:
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("select sha256, start, \"end\" from gold where decision <> 'rejected'")
        return set(rows.fetchall())


def exported(store: Path) -> Keys:
    rows = [json.loads(line) for line in native_lines(store, wanted=ExportRequest(each_reviewer=False))]
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


def entry_about(
    report: StoredReport, stored: StoredFigure, before: Decision, after: Decision | None
) -> JournalEntry:
    return JournalEntry(
        uuid=uuid4().hex,
        at="2026-03-03T09:00:00.000Z",
        reviewer="ann",
        session="s",
        action="undo" if after is None else "verified" if after == VERIFIED else "not_a_figure",
        report=report.summary.sha256,
        figure=stored.span_key,
        before=before,
        after=after,
        elapsed_ms=1,
        extractor=report.extractor,
        guide=report.guide,
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
    assert in_view(store) == exported(store)


@dataclass(frozen=True)
class Team:
    """A random team about one report, each with words of every kind."""

    seed: int
    people: int

    def work(self, *stores: Path) -> None:
        """In one store all, or each in their own."""
        dice = Random(self.seed)
        drafts: list[Figure] = []

        def rule(report: StoredReport, stored: StoredFigure) -> Decision | None:
            if report.summary.doc != DOC:
                return None
            figure = stored.figure
            new = longer(figure, report)
            moved = corrected(figure, end=new.end, surface=new.surface, text=new.text)
            away = longer(figure, report, 9)
            apart = corrected(
                figure, start=figure.end + 5, end=away.end, surface=away.surface[-4:], text=away.text[-4:]
            )
            words = [VERIFIED] * 6 + [UNSURE, Decision("wrong", "value"), corrected(figure, value="987654")]
            word = dice.choice([*words, NO_FIGURE, NO_FIGURE, moved, moved, apart, reworded(figure), None])
            if word == NO_FIGURE and dice.random() < 0.7:
                drafts.append(new)
            return word

        def added(report: StoredReport) -> list[Figure]:
            if report.summary.doc != DOC:
                return []
            machine = [one.figure for one in report.figures if one.origin == "machine"]
            new = [longer(one, report, 3, value=dice.choice("12")) for one in dice.sample(machine, 4)]
            taken = {one.span_key for one in report.figures}
            own = {one.span_key: one for one in (*drafts, *new)}
            drafts.clear()
            return [one for span, one in own.items() if span not in taken]

        for name, store in zip(("ann", "bob", "cho")[: self.people], cycle(stores)):
            decide(store, name, rule, added=added, read=lambda report: whole(report)[: dice.randrange(4)])


def same_everywhere(store: Path) -> None:
    """Conflicts, export, desk, list and view tell the same figures to be settled."""
    assert verify_store(store)[1] == []
    with StoreReader(store) as reader:
        summary = reader.find_report(DOC)
        report, gold = reader.report(summary), reader.decided_report(summary)
        counted = reader.verdicts.contradictions().get(summary.id, 0)
    spoken = {(one.start, one.end) for one in gold.verdicts}
    asked = {span for one in conflicts(store) if not is_doubt(one.case) for span in spans_of(one.case)}
    assert asked == disputed_spans(gold) == gold.disputed <= spoken, "conflicts and the export"
    card = {(one.figure.start, one.figure.end) for one in report.figures if one.disputed}
    assert card == gold.disputed, "the desk"
    assert counted == len(gold.disputed), "the list"
    assert in_view(store) == exported(store)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_tells_what_is_settled_tells_the_same(store: Path, seed: int) -> None:
    Team(seed, 2 + seed % 2).work(store)
    same_everywhere(store)


def test_merged_in_any_order_it_is_told_the_same(store: Path, tmp_path: Path) -> None:
    parts = [handed_out(store, tmp_path / f"{number}.db") for number in range(3)]
    Team(1, 3).work(*parts)
    digests = set()
    for number, order in enumerate((parts, parts[::-1])):
        whole = Path(shutil.copyfile(store, tmp_path / f"whole{number}.db"))
        assert [one.error for one in merge(whole, order)] == [None] * 3
        digests.add(digest(whole))
    assert len(digests) == 1
    same_everywhere(whole)


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_words_does_not_settle_otherwise(store: Path, seed: int) -> None:
    """One word a commit, taken back and said again, leaves what a projection of the whole leaves."""
    Team(seed, 2).work(store)
    with StoreReader(store) as reader:
        report = reader.report(reader.find_report(DOC))
    dice = Random(seed)
    own = [(one, held) for one in report.figures for held in one.held if held.reviewer == "ann"]
    with closing(StoreWriter(store)) as writer:
        for stored, held in dice.sample(own, 8):
            after = dice.choice([None, NO_FIGURE, VERIFIED])
            if stored.origin == "machine" and after != held.decision:
                writer.record(entry_about(report, stored, held.decision, after)).result()
            assert verify_store(store)[1] == []


def reworded(figure: Figure) -> Decision:
    return corrected(figure, subject=figure.subject + "等")


def test_subjects_worded_alike_are_contested_nowhere(store: Path) -> None:
    stored = next(one for one in figures(store) if len(one.figure.subject) > 3)
    number = [one.figure for one in figures(store)].index(stored.figure)
    decide(store, "alice", answering({}))
    decide(store, "bob", answering({number: reworded}))
    now = figures(store)[number]
    assert not now.disputed
    assert list(conflicts(store)) == []
    with StoreReader(store) as reader:
        report = reader.decided_report(reader.find_report(DOC))
    assert report.disputed == frozenset()
    rows = [json.loads(line) for line in native_lines(store, wanted=ExportRequest(each_reviewer=False))]
    (row,) = [row for row in rows if (row["start"], row["end"]) == (stored.figure.start, stored.figure.end)]
    assert (row["source"], row["subject"]) == ("agreed", stored.figure.subject + "等")
    assert (row["sha256"], row["start"], row["end"]) in in_view(store)
    assert verify_store(store)[1] == []
