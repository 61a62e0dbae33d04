"""Older stores brought up to date with everything that was decided in them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.errors import StoreError
from fzreview.store.across.subject_key import subject_key_sql
from fzreview.store.opening.connect import MIGRATIONS, create_or_migrate, open_reader
from fzreview.store.reader import StoreReader
from fzreview.store.schema import migrations
from fzreview.work.judging.judge import judge
from fzreview.work.keeping.safekeeping import verify_store
from support.decided_store import ANN, decided_store
from support.old_stores import BEFORE_RELEASE, make_old


def told(store: Path) -> list[object]:
    with StoreReader(store) as reader:
        reports = [reader.report(summary) for summary in list(reader.summaries())]
        return [*reports, list(reader.journal.entries())]


def test_a_store_of_before_the_first_release_keeps_everything(tmp_path: Path) -> None:
    store = decided_store(tmp_path / "old.db")
    before, verified = told(store), verify_store(store)
    create_or_migrate(make_old(store))
    assert told(store) == before
    assert verify_store(store) == verified
    with closing(open_reader(store)) as connection:
        names = {row[0] for row in connection.execute("select name from _sqlite_migrations")}
        assert names == {*BEFORE_RELEASE, *MIGRATIONS}


def test_work_goes_on_in_a_migrated_store(tmp_path: Path) -> None:
    store = make_old(decided_store(tmp_path / "old.db"))
    entries, _ = verify_store(store)
    with StoreReader(store) as reader:
        summary = reader.find_report("plain")
        figure = next(one for one in reader.figures(summary.id) if one.of(ANN) is not None)
    judge(store, ANN, f"{summary.sha256[:12]}:{figure.span_key}", "undo")
    assert verify_store(store) == (entries + 1, [])


@pytest.mark.parametrize("applied", [1, 3, 5])
def test_a_store_of_an_early_development_version_is_refused_untouched(tmp_path: Path, applied: int) -> None:
    store = make_old(decided_store(tmp_path / "old.db"), applied)
    before = store.read_bytes()
    with pytest.raises(StoreError, match=BEFORE_RELEASE[applied - 1]):
        create_or_migrate(store)
    assert store.read_bytes() == before


def test_a_migration_that_fails_leaves_the_older_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make_old(decided_store(tmp_path / "old.db"))
    monkeypatch.setattr(migrations, "_digest", lambda source: 1 / 0)
    with pytest.raises(StoreError):
        create_or_migrate(store)
    with closing(sqlite3.connect(store)) as connection:
        names = [row[0] for row in connection.execute("select name from _sqlite_migrations")]
        assert names == list(BEFORE_RELEASE)
        assert "digest" not in [row[1] for row in connection.execute("pragma table_info(texts)")]


def test_the_frozen_text_of_a_migration_is_what_the_program_asks_for(store: Path) -> None:
    with closing(open_reader(store)) as connection:
        (sql,) = connection.execute("select sql from sqlite_master where name = 'figures'").fetchone()
    assert subject_key_sql("subject") in sql
