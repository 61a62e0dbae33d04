"""A word settles the figures that it concerns: what comes of it is what settling the whole report says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from fzreview.domain.decisions.verdict import Action, Decision, JournalEntry
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredReport
from fzreview.store.dissent import settling
from fzreview.store.dissent.verdict_uuids import verdict_uuids_of
from fzreview.store.journal import recording as journal
from fzreview.store.opening.connect import open_writer
from fzreview.store.opening.transaction import transaction
from fzreview.store.reader import StoreReader
from support.disputes import DOC
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, corrected, decide

PEOPLE = ("ann", "bob", "cho")
JUDGES = ("yan", "zoe")
FIGURES = 7

Tables = tuple[list[tuple[object, ...]], ...]


def tables(connection: sqlite3.Connection, report: int) -> Tables:
    """What follows from the words about a report: states, statuses, counters."""
    queries = (
        "select * from settlements where report = ?",
        'select start, "end", status from figures where report = ? order by 1, 2',
        "select verified, wrong, unsure from reports where id = ?",
    )
    return tuple([tuple(row) for row in connection.execute(query, (report,))] for query in queries)


@contextmanager
def taken_back(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("begin immediate")
    yield
    connection.execute("rollback")


class Players:
    """Three people and a judge who speak about a few figures of one report, at random."""

    def __init__(self, store: Path, seed: int) -> None:
        with StoreReader(store) as reader:
            summary = reader.find_report(DOC)
            self.report: StoredReport = reader.report(summary)
        self.id = summary.id
        self._dice = Random(seed)
        self._held: dict[tuple[str, str], tuple[str, Decision | None]] = {}
        """Who, span key → uuid of their last row, what they hold by it."""

    def _decision(self, figure: Figure) -> Decision:
        end = figure.end + 40  # as far as the next figure, often
        surface = self.report.reading.source[figure.start : end]
        return self._dice.choice(
            [
                *(VERIFIED, VERIFIED, NO_FIGURE, UNSURE),
                corrected(figure, value=self._dice.choice("78")),
                corrected(figure, end=end, surface=surface, text=surface),
            ]
        )

    def play(self, connection: sqlite3.Connection) -> JournalEntry:
        """The next row."""
        stored = self._dice.choice(self.report.figures[:FIGURES])
        words = verdict_uuids_of(connection, self.id)
        if self._dice.random() < 0.3 and stored.span_key in words:
            also = self._dice.sample(sorted(words), min(len(words), self._dice.randrange(3)))
            rests = {uuid for key in (stored.span_key, *also) for uuid in words[key]}
            if self._dice.random() < 0.4:  # rulings are words too
                held = ((who, one) for (who, _), one in self._held.items() if one[1] is not None)
                rests |= {uuid for who, (uuid, _) in held if who in JUDGES}
            after = None if self._dice.random() < 0.2 else self._decision(stored.figure)
            judge = self._dice.choice(JUDGES)
            return self.row(judge, stored.span_key, after, "adjudicated", tuple(sorted(rests)))
        who = self._dice.choice(PEOPLE)
        if self._dice.random() < 0.2:
            return self._added(who, stored.figure)
        before = self._held.get((who, stored.span_key), ("", None))[1]
        if before is not None and self._dice.random() < 0.3:
            if self._dice.random() < 0.5:
                return self.row(who, stored.span_key, before, "contested")
            return self.row(who, stored.span_key, None, "undo")
        return self.row(who, stored.span_key, self._decision(stored.figure))

    def _added(self, who: str, beside: Figure) -> JournalEntry:
        """A figure that begins with another and ends elsewhere, or that it is taken back."""
        end = beside.end + self._dice.choice([1, 60])
        surface = self.report.reading.source[beside.start : end]
        figure = replace(beside, end=end, surface=surface, text=surface, section=(), doubts=())
        if self._held.get((who, figure.span_key), ("", None))[1] is not None:
            return self.row(who, figure.span_key, None, "undo")
        return self.row(who, figure.span_key, Decision("verified", correction=figure), "added")

    def signs_off(self, who: str) -> JournalEntry:
        """Somebody reads the whole report, so that their silence speaks."""
        whole = self.report.reading.outline[0]
        entry = self.row(who, f"{whole.start}-{whole.end}", Decision(None), "signed_off")
        return replace(entry, target="section")

    def row(
        self,
        who: str,
        key: str,
        after: Decision | None,
        action: Action | None = None,
        rests: tuple[str, ...] | None = None,
    ) -> JournalEntry:
        """A row of somebody on the figure with this span key, behind their last one."""
        inverts, before = self._held.get((who, key), (None, None))
        usual: Action = "corrected" if after is not None and after.correction else "verified"
        action = "undo" if after is None else action or usual
        entry = JournalEntry(
            uuid=uuid4().hex,
            at="2026-03-03T09:00:00.000Z",
            reviewer=who,
            session="s",
            action=action,
            report=self.report.summary.sha256,
            figure=key,
            before=before,
            after=after,
            elapsed_ms=1,
            extractor=self.report.extractor,
            guide=self.report.guide,
            inverts=inverts if action == "undo" else None,
            rests=rests,
        )
        self._held[who, key] = entry.uuid, after
        return entry


@pytest.mark.parametrize("together", [1, 4])
@pytest.mark.parametrize("seed", range(6))
def test_words_settle_as_much_as_the_whole_report_would(store: Path, seed: int, together: int) -> None:
    players = Players(store, seed)
    adjudicated = 0
    with closing(open_writer(store)) as connection:
        for number in range(0, 72, together):
            if number == 32:
                plays = [players.signs_off("cho")]
            else:
                plays = [players.play(connection) for _ in range(together)]
            # Rulings rest on words from before the batch.
            plays.sort(key=lambda entry: entry.rests is None)
            with transaction(connection, store):
                journal.append_all(connection, plays)
            now = tables(connection, players.id)
            with taken_back(connection):
                settling.settle_report(connection, players.id)
                assert now == tables(connection, players.id), plays
            adjudicated += any(row[3] == "adjudicated" for row in now[0])
    assert adjudicated > 10 // together


def test_where_rulings_are_held_words_and_rulings_ask_only_for_what_they_concern(store: Path) -> None:
    decide(store, "ann")
    decide(store, "bob")
    players = Players(store, 0)
    first, *others, last = players.report.figures[:7]
    told: list[str] = []
    with closing(open_writer(store)) as connection:
        words = verdict_uuids_of(connection, players.id)
        rulings = [
            players.row("zoe", one.span_key, NO_FIGURE, "adjudicated", words[one.span_key]) for one in others
        ]
        with transaction(connection, store):
            journal.append_all(connection, rulings)
        connection.set_trace_callback(told.append)
        ruling = players.row("zoe", last.span_key, NO_FIGURE, "adjudicated", words[last.span_key])
        words_of_cho = [players.row("cho", one.span_key, NO_FIGURE) for one in players.report.figures[8:12]]
        for batch in ([players.row("cho", first.span_key, NO_FIGURE)], [ruling], words_of_cho):
            with transaction(connection, store):
                journal.append_all(connection, batch)
        connection.set_trace_callback(None)
        settled, *_ = tables(connection, players.id)
    states = {row[1:3]: row[3] for row in settled}
    assert states[first.figure.start, first.figure.end] == "conflict"
    assert {states[one.figure.start, one.figure.end] for one in (*others, last)} == {"adjudicated"}
    asked = [text for text in told if "from verdicts v join journal" in text]
    assert asked and all("v.start = " in text for text in asked), "never all words of the report"
