"""Making, checking and migrating a store."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from fzreview.errors import StoreError, StoreTooNew
from fzreview.store.opening.connect import MIGRATIONS, create_or_migrate, open_reader
from support.plain_connection import connected


def test_a_store_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.db"
    create_or_migrate(path)
    with closing(open_reader(path)) as connection:
        assert connection.execute("pragma journal_mode").fetchone()[0] == "wal"
        assert connection.execute("select count(*) from reports").fetchone()[0] == 0


def test_the_migrations_known_are_those_of_the_schema(tmp_path: Path) -> None:
    from fzreview.store.schema.migrations import migrations

    path = tmp_path / "store.db"
    create_or_migrate(path)
    from sqlite_utils import Database

    applied = migrations.applied(Database(path, execute_plugins=False))
    assert tuple(one.name for one in applied) == MIGRATIONS


def test_every_table_is_strict(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    create_or_migrate(path)
    with closing(open_reader(path)) as connection:
        loose = [
            row["name"]
            for row in connection.execute("pragma table_list")
            if row["type"] == "table"
            and not row["strict"]
            and not row["name"].startswith(("sqlite_", "_sqlite"))
        ]
    assert loose == []


def test_a_newer_store_is_refused_and_left_as_it_was(store: Path) -> None:
    with connected(store) as connection:
        connection.execute("insert into _sqlite_migrations values (99, 'fzreview', 'm099_later', '')")
        connection.commit()
        connection.execute("pragma wal_checkpoint(truncate)")
    before = store.read_bytes()
    with pytest.raises(StoreTooNew) as refused:
        create_or_migrate(store)
    assert str(store) in str(refused.value)
    assert store.read_bytes() == before


def test_a_foreign_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with connected(path) as connection:
        connection.execute("create table t(a)")
    before = path.read_bytes()
    with pytest.raises(StoreError):
        create_or_migrate(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("不是数据库" * 1000, encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        create_or_migrate(path)
    assert str(path) in str(refused.value)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as refused:
        create_or_migrate(tmp_path / "file" / "store.db")
    assert "store.db" in str(refused.value)
