"""The journal and its projections."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.errors import Conflict, StoreError
from fzreview.store.journal import recording as journal
from fzreview.store.opening import write_queue
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from support.plain_connection import connected
from support.store_rows import projections

_numbers = count()


def entry(
    store: Path, index: int, before: Decision | None, after: Decision | None, **changes
) -> JournalEntry:
    with StoreReader(store) as reader:
        summary = next(reader.summaries())
        figure = list(reader.figures(summary.id))[index]
    number = next(_numbers)
    made = JournalEntry(
        uuid=f"test-{number}",
        at=f"2026-01-01T00:00:00.{number % 1000:03}Z",
        reviewer="ann",
        session="s",
        action="verified",
        report=summary.sha256,
        figure=figure.span_key,
        before=before,
        after=after,
        elapsed_ms=1,
        extractor="gold",
        guide="1.3",
    )
    return replace(made, **changes)


@pytest.fixture
def writer(store: Path):
    writer = StoreWriter(store)
    yield writer
    writer.close()


def test_a_verdict_is_projected_and_counted(store: Path, writer: StoreWriter) -> None:
    writer.record(entry(store, 0, None, Decision("wrong", "not_a_figure", "ordinal"))).result()
    with StoreReader(store) as reader:
        summary = next(reader.summaries())
        assert (summary.wrong, summary.decided) == (1, 1)
        figure = next(reader.figures(summary.id))
        assert figure.of("ann") == Decision("wrong", "not_a_figure", "ordinal")
        (told,) = reader.journal.history(summary.sha256, figure.span_key)
        assert told.after == Decision("wrong", "not_a_figure", "ordinal")


def test_a_correction_comes_back_as_it_went_in(store: Path, writer: StoreWriter) -> None:
    with StoreReader(store) as reader:
        figure = next(reader.figures(1)).figure
    correction = replace(
        figure, value="11", upper="12", unit="场（次）", subject="'引号'; drop table figures"
    )
    writer.record(entry(store, 0, None, Decision("wrong", "value", correction=correction))).result()
    with StoreReader(store) as reader:
        assert next(reader.figures(1)).shown == replace(correction, section=(), doubts=())


def test_a_decision_on_a_changed_state_is_a_conflict_and_writes_nothing(
    store: Path, writer: StoreWriter
) -> None:
    writer.record(entry(store, 0, None, Decision("verified"))).result()
    before = projections(store)
    with pytest.raises(Conflict):
        writer.record(entry(store, 0, None, Decision("wrong"))).result()
    assert projections(store) == before


def test_two_reviewers_hold_their_own_and_the_last_gives_the_status(store: Path, writer: StoreWriter) -> None:
    writer.record(entry(store, 0, None, Decision("verified"))).result()
    writer.record(entry(store, 0, None, Decision("wrong"), reviewer="bob")).result()
    with StoreReader(store) as reader:
        figure = next(reader.figures(1))
        assert figure.status == "wrong"
        assert (figure.of("ann"), figure.of("bob")) == (Decision("verified"), Decision("wrong"))
        assert next(reader.summaries()).wrong == 1
    writer.record(entry(store, 0, Decision("wrong"), None, reviewer="bob", action="undo")).result()
    with StoreReader(store) as reader:
        assert next(reader.figures(1)).status == "verified"
        summary = next(reader.summaries())
        assert (summary.verified, summary.wrong) == (1, 0)


def test_an_added_figure_lives_as_long_as_a_decision_holds_it(store: Path, writer: StoreWriter) -> None:
    before = projections(store)
    with StoreReader(store) as reader:
        figure = replace(next(reader.figures(1)).figure, start=10, end=12, surface="门户")
    added = Decision("verified", correction=figure)
    told = entry(store, 0, None, added, figure="10-12", action="added")
    writer.record(told).result()
    with StoreReader(store) as reader:
        first = next(reader.figures(1))
        assert (first.origin, first.span_key, first.status) == ("reviewer", "10-12", "verified")
        assert next(reader.summaries()).figures == 5
    writer.record(entry(store, 0, added, None, figure="10-12", action="undo", inverts=told.uuid)).result()
    assert projections(store) == before


def test_unknown_reports_and_figures_are_refused(store: Path, writer: StoreWriter) -> None:
    with pytest.raises(StoreError):
        writer.record(entry(store, 0, None, Decision("verified"), report="f" * 64)).result()
    with pytest.raises(StoreError):
        writer.record(entry(store, 0, None, Decision("verified"), figure="1-2")).result()


def test_the_journal_is_append_only(store: Path, writer: StoreWriter) -> None:
    writer.record(entry(store, 0, None, Decision("verified"))).result()
    with connected(store) as connection:
        for statement in ("delete from journal", "update journal set reviewer = 'x'"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)


def test_a_verdict_waits_for_another_programs_write(store: Path, writer: StoreWriter) -> None:
    with connected(store) as other:
        other.execute("begin immediate")
        recorded = writer.record(entry(store, 0, None, Decision("verified")))
        assert not recorded.done()
        other.rollback()
        recorded.result(timeout=60)


def test_a_verdict_is_on_disk_at_once_where_nothing_stands_before_it(
    store: Path, writer: StoreWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_queue, "MAX_INLINE_SECONDS", 60)
    writer.record(entry(store, 0, None, Decision("verified"))).result(timeout=10)
    assert writer.record(entry(store, 1, None, Decision("verified"))).done()
    with StoreReader(store) as reader:
        assert next(reader.summaries()).verified == 2


def test_a_verdict_goes_behind_those_that_wait(
    store: Path, writer: StoreWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_queue, "MAX_INLINE_SECONDS", 60)
    writer.record(entry(store, 0, None, Decision("verified"))).result(timeout=10)
    with connected(store) as other:
        other.execute("begin immediate")
        waiting = writer.record(entry(store, 1, None, Decision("verified")))
        behind = writer.record(entry(store, 1, Decision("verified"), Decision("unsure")))
        assert not waiting.done() and not behind.done()
        other.rollback()
    waiting.result(timeout=10)
    behind.result(timeout=10)
    assert writer.record(entry(store, 2, None, Decision("verified"))).done(), "nobody holds it any more"


def test_nobody_is_kept_waiting_for_a_disk_that_was_slow(
    store: Path, writer: StoreWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_queue, "MAX_INLINE_SECONDS", 0)
    threads: list[str] = []
    inner = journal.append_all

    def append_all(*arguments: Any) -> None:
        threads.append(threading.current_thread().name)
        inner(*arguments)

    monkeypatch.setattr(journal, "append_all", append_all)
    for index in range(2):
        writer.record(entry(store, index, None, Decision("verified"))).result(timeout=10)
    assert all(name.startswith("store-writer") for name in threads)


def test_a_verdict_that_conflicts_leaves_the_next_its_turn(
    store: Path, writer: StoreWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_queue, "MAX_INLINE_SECONDS", 60)
    writer.record(entry(store, 0, None, Decision("verified"))).result(timeout=10)
    with pytest.raises(Conflict):
        writer.record(entry(store, 0, None, Decision("unsure"))).result(timeout=10)
    assert writer.record(entry(store, 1, None, Decision("verified"))).done()


DECISIONS = [
    None,
    Decision("verified"),
    Decision("wrong"),
    Decision("wrong", "not_a_figure"),
    Decision("unsure"),
]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(DECISIONS)), max_size=25))
def test_decisions_undone_one_by_one_give_the_first_state(
    store: Path, moves: list[tuple[int, Decision | None]]
) -> None:
    writer = StoreWriter(store)
    first = projections(store)
    held: dict[int, Decision | None] = {}
    done = []
    for index, after in moves:
        if held.get(index) == after:
            continue
        made = entry(store, index, held.get(index), after)
        writer.record(made).result()
        held[index] = after
        done.append((index, made))
    last = projections(store, times=False)
    for index, made in reversed(done):
        writer.record(entry(store, index, made.after, made.before, action="undo", inverts=made.uuid)).result()
    assert projections(store) == first
    for index, made in done:
        writer.record(entry(store, index, made.before, made.after, action="redo", inverts=made.uuid)).result()
    assert projections(store, times=False) == last
    for index, made in reversed(done):
        writer.record(entry(store, index, made.after, made.before, action="undo", inverts=made.uuid)).result()
    writer.close()
