"""Random histories of three stores, compared with a reference model and with each other.

Clocks are a year ahead and a month behind; people decide, take back and make again, extractions differ, an
adjudicator settles, stores are merged in part. ``TEAM_HISTORIES=500`` tries so many; the suite a few.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.reports.report import Reading as ReadReport
from fzreview.store.reader import StoreReader
from fzreview.store.reports.reextracting import ReextractionRun
from fzreview.store.verdicts import projecting
from fzreview.store.writer import StoreWriter
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.merging.merge import merge
from support.gold_reports import gold_report
from support.team import DOC, FIGURES, SHA256, digest, handed_out, one_report, rows
from support.team_model import JUDGE, Model, Reading, Row

HISTORIES = int(os.environ.get("TEAM_HISTORIES", "3"))
PEOPLE = ("ann", "bob")
CLOCKS = ("2026-06-01", "2027-06-01", "2026-05-01")
PLACES = 2
VERDICTS = ("verified", "unsure", None)

ORDERS = ((0, 1, 2), (2, 0, 1, 2), (1, 2, 0))

_numbers = count()

step = st.one_of(
    st.tuples(
        st.just("decide"),
        st.integers(0, 2),
        st.sampled_from((*PEOPLE, JUDGE)),
        st.integers(0, PLACES - 1),
        st.sampled_from(VERDICTS),
    ),
    st.tuples(st.just("extract"), st.integers(0, 2), st.integers(0, 1)),
    st.tuples(st.just("merge"), st.integers(0, 2), st.integers(0, 2)),
)


class World:
    """Three stores and what the model says of each."""

    def __init__(self, folder: Path) -> None:
        whole = one_report(folder / "whole.db")
        self.stores = [handed_out(whole, folder / f"{number}.db") for number in range(3)]
        self.whole = whole
        begin = Reading((1, "2026-01-01T00:00:00.000Z", ""), tuple(one.value for one in FIGURES[:PLACES]))
        self.models = [Model(readings=frozenset({begin})) for _ in range(3)]
        self.seconds = 0

    def at(self, site: int) -> str:
        self.seconds += 1
        minutes, seconds = divmod(self.seconds, 60)
        return f"{CLOCKS[site]}T00:{minutes:02}:{seconds:02}.000Z"

    def decide(self, site: int, who: str, place: int, after: str | None) -> None:
        model = self.models[site]
        held = model.held(who, place)
        if (held[0].after if held else None) == after and not (held and held[1]):
            return
        rests = None
        if who == JUDGE:
            rests = frozenset(word[0].uuid for one in PEOPLE if (word := model.held(one, place)) is not None)
            if not rests:
                return
        entry = JournalEntry(
            uuid=f"{next(_numbers):032x}",
            at=self.at(site),
            reviewer=who,
            session="s",
            action="undo" if after is None else "adjudicated" if who == JUDGE else "verified",
            report=SHA256,
            figure=FIGURES[place].span_key,
            before=None if held is None else Decision(held[0].after),  # type: ignore[arg-type]  # a verdict
            after=None if after is None else Decision(after),  # type: ignore[arg-type]  # a verdict
            elapsed_ms=1,
            extractor=self.extractor(site),
            guide="1.4",
            rests=None if rests is None else tuple(sorted(rests)),
        )
        with closing(StoreWriter(self.stores[site])) as writer:
            writer.record(entry).result()
        # Entries that only note an extraction are numbered too.
        ((lamport,),) = rows(self.stores[site], f"select lamport from journal where uuid = '{entry.uuid}'")
        assert int(str(lamport)) > max((row.lamport for row in model.rows.values()), default=0)
        heads = frozenset(row.uuid for row in model.heads(who, place))
        row = Row(entry.uuid, int(str(lamport)), who, place, after, model.figures[place], heads, rests)
        model.rows[entry.uuid] = row

    def extractor(self, site: int) -> str:
        with StoreReader(self.stores[site]) as reader:
            return reader.report(reader.find_report(DOC)).extractor

    def extract(self, site: int, version: int) -> None:
        """The first figure is read otherwise; the run's own entries are no rows of people."""
        at, name = self.at(site), f"v{version}"
        report = gold_report(DOC)

        def change(reading: ReadReport) -> ReadReport:
            first = replace(reading.figures[0], value=f"{version}000")
            return replace(reading, figures=(first, *reading.figures[1:]))

        new = replace(report, reading=change(report.reading), extractor=name)
        with closing(StoreWriter(self.stores[site])) as writer:
            writer.reextract([new], ReextractionRun(f"run{next(_numbers)}", at, "x", "x")).result()
        ((generation, read_at),) = rows(self.stores[site], "select generation, read_at from reports")
        figures = (f"{version}000", *(one.value for one in FIGURES[1:PLACES]))
        self.models[site].readings |= {Reading((int(str(generation)), str(read_at), ""), figures)}

    def merge(self, site: int, other: int) -> None:
        if site != other:
            assert merge(self.stores[site], [self.stores[other]])[0].error is None
            self.models[site].union(self.models[other])


def told(store: Path) -> dict[int, tuple[str, str | None, dict[str, str]]]:
    """What the store's tables say of each place."""
    found: dict[int, tuple[str, str | None, dict[str, str]]] = {}
    for place, figure in enumerate(FIGURES[:PLACES]):
        where = f'start = {figure.start} and "end" = {figure.end}'
        words = {
            str(who): str(uuid)
            for who, uuid in rows(
                store,
                f"select v.reviewer, j.uuid from verdicts v join journal j on j.id = entry where {where}",
            )
        }
        state = rows(store, f"select state, entry from settlements where {where}")
        ruling = rows(
            store,
            "select a.verdict from settlements s join adjudications a on a.entry = s.entry"
            f" where s.start = {figure.start}",
        )
        name = str(state[0][0]) if state else ("single" if words else "open")
        found[place] = (name, str(ruling[0][0]) if ruling else None, words)
    return found


@settings(max_examples=HISTORIES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(step, min_size=6, max_size=18))
def test_stores_come_to_what_the_model_says(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Any, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("world")
    world = World(folder)
    for name, *what in steps:
        getattr(world, name)(*what)
    for store, model in zip(world.stores, world.models, strict=True):
        assert told(store) == {place: model.state(place, PEOPLE) for place in range(PLACES)}
    union = Model()
    for model in world.models:
        union.union(model)
    expected = {place: union.state(place, PEOPLE) for place in range(PLACES)}
    digests = set()
    for number, order in enumerate(ORDERS):
        store = Path(shutil.copyfile(world.whole, folder / f"union{number}.db"))
        # Taken one by one, or all places of a report at once: that says nothing.
        with patch.object(projecting, "FEW", number * PLACES):
            for site in order:
                merge(store, [world.stores[site]])
        assert told(store) == expected
        digests.add(digest(store))
    assert len(digests) == 1
    assert verify_store(store)[1] == []
    kept = {uuid for (uuid,) in rows(store, "select uuid from journal")}
    assert set(union.rows) <= kept, "nothing is lost"
