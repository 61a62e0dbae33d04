"""A backup takes the store's place, and no log of another state is replayed over it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.errors import StoreError
from fzreview.store.integrity.foreign_wal import has_foreign_wal, wal_path
from fzreview.store.opening.connect import create_or_migrate, open_writer
from fzreview.work.judging.judge import judge
from fzreview.work.keeping.restoring import restore
from fzreview.work.keeping.safekeeping import back_up, verify_store
from support.decided_store import decided_store

VERDICTS = "select count(*) from verdicts"


def count(path: Path, query: str = VERDICTS) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(query).fetchone()[0])


def keys(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            f"{sha256[:12]}:{start}-{end}"
            for sha256, start, end in connection.execute(
                'select sha256, start, "end" from figures join reports r on r.id = report order by 1, 2'
            )
        ]


def killed(path: Path, reviewer: str = "zoe") -> None:
    """Decide as a desk does that is killed then: its log stays beside the store."""
    holder = open_writer(path)
    holder.execute("select 1 from marks").fetchone()
    for key in keys(path)[:3]:
        judge(path, reviewer, key, "verified")
    kept = {one: one.read_bytes() for one in (path, wal_path(path))}
    holder.close()
    for one, data in kept.items():
        one.write_bytes(data)
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    assert wal_path(path).stat().st_size > 0


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return decided_store(tmp_path / "store.db")


def test_the_log_of_a_killed_desk_is_its_own(store: Path) -> None:
    killed(store)
    assert not has_foreign_wal(store)
    before = count(store)
    create_or_migrate(store)
    assert count(store) == before
    assert verify_store(store)[1] == []


def test_a_backup_copied_over_a_killed_store_is_not_broken_by_the_log(store: Path, tmp_path: Path) -> None:
    back_up(store, tmp_path / "backup.db")
    killed(store)
    shutil.copyfile(tmp_path / "backup.db", store)
    assert has_foreign_wal(store)
    with pytest.raises(StoreError) as refused:
        judge(store, "zoe", keys(tmp_path / "backup.db")[0], "verified")
    assert refused.value.code == "store_foreign_log"
    (aside, *_) = restore(store, store)
    assert aside.name.startswith("store.db-wal.aside-")
    assert verify_store(store)[1] == []


def test_a_plain_copy_of_before_is_not_broken_either(store: Path, tmp_path: Path) -> None:
    """The copy has the store's own id: its count tells that the log began later."""
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    shutil.copyfile(store, tmp_path / "copy.db")
    for key in keys(store)[:3]:
        judge(store, "ann2", key, "unsure")
    killed(store)
    shutil.copyfile(tmp_path / "copy.db", store)
    assert has_foreign_wal(store)


def test_a_newer_file_under_an_older_log(store: Path, tmp_path: Path) -> None:
    shutil.copyfile(store, tmp_path / "older.db")
    killed(tmp_path / "older.db")
    for key in keys(store):
        judge(store, "ann2", key, "unsure")
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    shutil.copyfile(wal_path(tmp_path / "older.db"), wal_path(store))
    assert has_foreign_wal(store)


def test_restoring_sets_everything_aside_by_name(store: Path, tmp_path: Path) -> None:
    back_up(store, tmp_path / "backup.db")
    had = count(tmp_path / "backup.db")
    killed(store)
    (aside,) = restore(store, tmp_path / "backup.db")
    assert aside.name.startswith("store.db.aside-")
    assert count(aside) > had  # with what the killed desk had left in its log
    assert count(store) == had
    assert verify_store(store)[1] == []
    assert (tmp_path / "backup.db").exists()


def test_a_damaged_backup_is_refused_and_the_store_stays(store: Path, tmp_path: Path) -> None:
    back_up(store, tmp_path / "backup.db")
    data = bytearray((tmp_path / "backup.db").read_bytes())
    data[4096 * 5 : 4096 * 6] = bytes(4096)
    (tmp_path / "backup.db").write_bytes(data)
    before = store.read_bytes()
    with pytest.raises(StoreError) as refused:
        restore(store, tmp_path / "backup.db")
    assert refused.value.code == "backup_damaged"
    assert store.read_bytes() == before


def test_a_store_that_is_open_elsewhere_is_not_replaced(store: Path, tmp_path: Path) -> None:
    back_up(store, tmp_path / "backup.db")
    holder = open_writer(store)
    holder.execute("begin immediate")
    try:
        with pytest.raises(StoreError) as refused:
            restore(store, tmp_path / "backup.db")
        assert refused.value.code == "store_in_use"
    finally:
        holder.execute("rollback")
        holder.close()
    assert store.exists()


def test_restoring_where_there_is_no_store_yet(store: Path, tmp_path: Path) -> None:
    back_up(store, tmp_path / "backup.db")
    assert restore(tmp_path / "new" / "store.db", tmp_path / "backup.db") == []
    assert count(tmp_path / "new" / "store.db") == count(store)
