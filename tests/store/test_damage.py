"""A damaged store is told, never written into, and what can be read of it is saved."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.errors import FzError, StoreError
from fzreview.store.integrity.corruption import damage_note_path, integrity_check
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.work.gold.exporting import export
from fzreview.work.judging.judge import judge
from fzreview.work.keeping.doctor import examine
from fzreview.work.keeping.rebuilding import rebuild
from fzreview.work.keeping.restoring import restore
from fzreview.work.keeping.safekeeping import back_up, verify_store
from fzreview.work.merging.merge import merge
from support.damage import WAYS, Way, damaged
from support.decided_store import HOSTILE, PLAIN, decided_store

TRIES = int(os.environ.get("TORTURE", "0")) // 40 or 3


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with decisions of all sorts, everything in its file."""
    path = decided_store(tmp_path_factory.mktemp("whole") / "store.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    return path


def journal_of(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("select uuid, after from journal").fetchall()


def first_key(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        sha256, start, end = connection.execute(
            'select sha256, start, "end" from figures join reports r on r.id = report where start > 0 limit 1'
        ).fetchone()
    return f"{sha256[:12]}:{start}-{end}"


def test_a_whole_store_has_no_damage(whole: Path) -> None:
    assert integrity_check(whole) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(TRIES))
def test_every_door_tells_damage_and_nothing_is_written(
    whole: Path, tmp_path: Path, way: Way, seed: int
) -> None:
    store = damaged(whole, tmp_path / "store.db", way, seed)
    found = integrity_check(store)
    if not found:  # it fell on bytes that mean nothing
        assert verify_store(store)[1] == [] or way in ("bits", "bytes")
        return
    before = store.read_bytes()
    shown = [check for check in examine(store) if check.id == "store"]
    assert [check.right for check in shown] == [False]
    with pytest.raises(StoreError):
        back_up(store, tmp_path / "copy.db")
    with pytest.raises(StoreError):
        export(store, tmp_path / "gold")
    assert not (tmp_path / "copy.db").exists()
    assert not (tmp_path / "gold").exists()
    # Once it is known to be damaged nothing more goes into it.
    with pytest.raises(FzError):
        judge(store, "zoe", first_key(whole), "verified")
    assert store.read_bytes() == before


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(TRIES))
def test_what_can_be_read_is_saved(whole: Path, tmp_path: Path, way: Way, seed: int) -> None:
    store = damaged(whole, tmp_path / "store.db", way, seed)
    if not integrity_check(store):
        return
    sources = tmp_path / "sources"
    sources.mkdir()
    for number, text in enumerate((HOSTILE, PLAIN)):
        (sources / f"{number}.txt").write_text(text, encoding="utf-8", newline="")
    target = tmp_path / "new.db"
    try:
        rebuilt = rebuild(store, target, [sources])
    except StoreError as error:
        assert error.code in ("store_damaged", "store_foreign", "store_unwritable")
        assert way in ("cut", "torn_copy", "bits", "bytes", "zeroed_page")
        assert not target.exists()
        return
    assert integrity_check(target) == []
    assert verify_store(target)[1] == []
    saved, truth = dict(journal_of(target)), dict(journal_of(whole))
    # Nothing is made up, and what is missing is told.
    assert len(saved) <= len(truth)
    if way not in ("bits", "bytes"):  # which may fall into a uuid or the hash of a report
        assert set(saved) <= set(truth)
    if len(saved) < len(truth):
        assert rebuilt.lost["journal"] > 0
    assert rebuilt.entries + len(rebuilt.differences) == len(saved)
    with StoreReader(target) as reader:
        assert reader.report_count() >= 2 or rebuilt.missing or rebuilt.lost


def test_a_file_whose_schema_is_no_text_any_more_is_told_by_its_own_name(whole: Path, tmp_path: Path) -> None:
    backup, store = tmp_path / "backup.db", tmp_path / "store.db"
    shutil.copy(whole, store)
    data = whole.read_bytes()
    at = data.index(b"CREATE TABLE", 100)
    backup.write_bytes(data[:at] + b"\x9c" * 12 + data[at + 12 :])
    with pytest.raises(StoreError) as refused:
        restore(store, backup)
    assert (refused.value.code, refused.value.params["path"]) == ("backup_damaged", backup)
    (merged,) = merge(store, [backup])
    assert merged.error is not None
    assert (merged.error.code, merged.error.params["path"]) == ("merge_damaged", backup)
    assert store.read_bytes() == whole.read_bytes()


def test_a_journal_whose_table_is_cut_off_is_read_from_its_pages(whole: Path, tmp_path: Path) -> None:
    """The root of the journal's tree is zeroed: SQLite reaches nothing, the pages still hold it."""
    with closing(sqlite3.connect(whole)) as connection:
        (root,) = connection.execute("select rootpage from sqlite_master where name = 'journal'").fetchone()
        (size,) = connection.execute("pragma page_size").fetchone()
    store = tmp_path / "store.db"
    data = bytearray(whole.read_bytes())
    data[(root - 1) * size : root * size] = bytes(size)
    store.write_bytes(data)
    rebuilt = rebuild(store, tmp_path / "new.db")
    assert rebuilt.damaged
    assert journal_of(tmp_path / "new.db")


def test_a_store_without_its_first_page_gives_its_journal(whole: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    store.write_bytes(bytes(4096) + whole.read_bytes()[4096:])
    for number, text in enumerate((HOSTILE, PLAIN)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8", newline="")
    rebuilt = rebuild(store, tmp_path / "new.db", [tmp_path / "0.txt", tmp_path / "1.txt"])
    assert {row[0] for row in journal_of(tmp_path / "new.db")} == {row[0] for row in journal_of(whole)}
    assert sorted(rebuilt.read_again) == ["0.txt", "1.txt"]
    assert rebuilt.missing == []


def test_what_waits_takes_effect_when_its_report_is_there(whole: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    store.write_bytes(bytes(4096) + whole.read_bytes()[4096:])
    first = rebuild(store, tmp_path / "first.db")
    assert len(first.missing) == 2
    assert first.entries == 0
    (tmp_path / "a.txt").write_text(PLAIN, encoding="utf-8", newline="")
    with closing(sqlite3.connect(tmp_path / "first.db")) as connection:
        waiting = connection.execute("select count(*) from journal").fetchone()[0]
    assert waiting == len(journal_of(whole))
    again = rebuild(store, tmp_path / "second.db", [tmp_path / "a.txt"])
    assert again.entries > 0
    assert len(again.missing) == 1


def test_a_note_about_a_store_that_is_sound_again_is_dropped(whole: Path, tmp_path: Path) -> None:
    store = damaged(whole, tmp_path / "store.db", "zeroed_page", 1)
    assert verify_store(store)[1]
    assert damage_note_path(store).exists()
    shutil.copyfile(whole, store)
    create_or_migrate(store)
    assert not damage_note_path(store).exists()


def test_text_that_changed_by_itself_is_found(whole: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(shutil.copyfile(whole, tmp_path / "store.db"))) as connection:
        connection.execute("update texts set source = replace(source, '案件', '案事') where report = 1")
        connection.commit()
    assert any("sha256" in one for one in integrity_check(tmp_path / "store.db"))
