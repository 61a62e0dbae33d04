"""A wrong clock outvotes nobody: order is told by what replaces what, impossible times are told."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.cli import run
from fzreview.scoring.gold_rows import GoldRow
from fzreview.scoring.truth import truth_of
from fzreview.store.reader import StoreReader
from fzreview.work import clock
from fzreview.work.gold.exporting import export
from fzreview.work.gold.importing import import_gold
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from fzreview.work.keeping.doctor import examine
from support.decided_store import decided_store, empty_store
from support.figure_rows import row_at

FUTURE = "2999-01-01T00:00:00.000Z"
LATEST = "2026-06-01T00:00:00.000Z"


def first_key(path: Path) -> str:
    with StoreReader(path) as reader:
        summary = next(reader.summaries())
        return f"{summary.sha256[:12]}:{next(reader.figures(summary.id)).span_key}"


def status_of(path: Path) -> str:
    with StoreReader(path) as reader:
        return next(reader.figures(next(reader.summaries()).id)).status


def test_a_decision_made_under_a_fast_clock_is_replaced_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = empty_store(tmp_path / "store.db")
    with monkeypatch.context() as patched:
        patched.setattr(clock, "now", lambda: FUTURE)
        judge(store, "ann", first_key(store), "verified")
    judge(store, "ann", first_key(store), "unsure")
    assert status_of(store) == "unsure"
    judge(store, "ben", first_key(store), "wrong")
    assert status_of(store) == "wrong"


def test_a_row_of_the_future_is_imported_as_of_today(tmp_path: Path) -> None:
    export(decided_store(tmp_path / "a.db"), tmp_path / "gold")
    path = tmp_path / "gold" / "figures.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    text = "\n".join(json.dumps(row | {"decided_at": FUTURE}, ensure_ascii=False) for row in rows)
    path.write_text(text + "\n", encoding="utf-8")
    other = empty_store(tmp_path / "b.db")
    done = list(import_gold(other, "jsonl", path, "ed"))
    assert "imported" in {one.outcome for one in done}
    with closing(sqlite3.connect(other)) as connection:
        (last,) = connection.execute("select max(at) from journal").fetchone()
    assert last <= clock.latest()


@pytest.mark.parametrize("wrong", [FUTURE, "1970-01-01T00:00:00.000Z", ""])
def test_an_impossible_time_outvotes_nobody_in_an_evaluation(wrong: str) -> None:
    one = GoldRow(row_at(5, 9), 1, reviewer="ann", decided_at="2026-01-01")
    other = replace(one, figure=row_at(5, 8), machine=(5, 9), line=2, reviewer="ben", decided_at=wrong)
    assert truth_of([one, other], latest=LATEST).figures == (one.figure,)


def test_what_was_decided_in_the_future_does_not_count_today(tmp_path: Path) -> None:
    store = decided_store(tmp_path / "store.db")
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("drop trigger journal_keeps_values")
        connection.execute("update journal set at = ?", (FUTURE,))
        connection.commit()
    review = Review.opened(store, "ann")
    assert review.session.stats.today.count == 0
    review.close()


def test_doctor_and_verify_store_tell_impossible_times(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = decided_store(tmp_path / "store.db")
    assert next(check for check in examine(store) if check.id == "store").advice is None
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("drop trigger journal_keeps_values")
        connection.execute("update journal set at = '1970-01-01T00:00:00.000Z' where id = 2")
        connection.commit()
    check = next(check for check in examine(store) if check.id == "store")
    assert (check.right, check.advice) == (True, "clock")
    run(["--db", str(store), "--lang", "en", "verify-store"])
    assert "1 entries claim times that cannot be" in capsys.readouterr().err
