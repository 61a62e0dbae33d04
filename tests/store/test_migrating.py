"""Older stores brought up to date with everything that was decided in them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from fzreview.domain.verdict import Decision
from fzreview.store.connect import SCHEMA_VERSION, prepare
from fzreview.store.reader import StoreReader
from fzreview.work.judging.judge import judge
from fzreview.work.keeping.safekeeping import verify_store
from support.old_stores import store_of_schema

SOURCE = "全年办理案件48件，培训12人次。"


@pytest.fixture
def first_schema(tmp_path: Path) -> Path:
    """A store as version 1 left it: one report, two figures, a verdict, a taken-back one, a comment."""
    path = tmp_path / "old.db"
    database = store_of_schema(path, 1)
    connection = database.conn
    connection.execute(
        "insert into reports(id, sha256, doc, encoding, chars, source, metadata_flags, body_start, body_end,"
        " extractor, guide, loaded_at, figures, wrong) values (1, ?, 'a.txt', 'utf-8', ?, ?, '[]', 0, ?,"
        " '1', '1.3', '2026', 2, 1)",
        ("ab" * 32, len(SOURCE), SOURCE, len(SOURCE)),
    )
    for start, end, text, status in ((6, 9, "48件", "wrong"), (12, 16, "12人次", None)):
        connection.execute(
            'insert into figures(report, start, "end", surface, text, value, unit, kind, bound, subject,'
            " section, doubts, origin, extractor, status)"
            " values (1, ?, ?, ?, ?, ?, ?, 'count', '=', '案件', '[]', '[]', 'machine', '1', ?)",
            (start, end, text, text, text[:2], text[2:], status),
        )
    entries = [
        ("u1", "verified", "12-16", None, '{"verdict":"verified"}', None),
        ("u2", "undo", "12-16", '{"verdict":"verified"}', None, "u1"),
        ("u3", "wrong", "6-9", None, '{"verdict":"wrong","comment":"看原件"}', None),
    ]
    for uuid, action, figure, before, after, inverts in entries:
        connection.execute(
            "insert into journal(uuid, at, reviewer, session, action, report, target, figure, before, after,"
            " elapsed_ms, extractor, guide, inverts)"
            " values (?, '2026', 'ann', 's', ?, ?, 'figure', ?, ?, ?, 1, '1', '1.3', ?)",
            (uuid, action, "ab" * 32, figure, before, after, inverts),
        )
    connection.execute(
        'insert into verdicts(report, target, start, "end", reviewer, verdict, comment, decided_at, entry)'
        " values (1, 'figure', 6, 9, 'ann', 'wrong', '看原件', '2026', 3)"
    )
    connection.commit()
    connection.close()
    return path


def test_a_store_of_the_first_schema_keeps_everything(first_schema: Path) -> None:
    prepare(first_schema)
    with sqlite3.connect(first_schema) as connection:
        assert connection.execute("pragma user_version").fetchone()[0] == SCHEMA_VERSION
        marks = connection.execute("select entries, decisions, held, statuses, counted from marks").fetchone()
        assert marks == (3, 1, 1, 1, 1)
    with StoreReader(first_schema) as reader:
        summary = next(reader.summaries())
        held = [stored.of("ann") for stored in reader.figures(summary.id)]
        assert held == [Decision("wrong", comment="看原件"), None]
        history = reader.history(summary.sha256, "12-16")
        assert [(entry.action, entry.batch) for entry in history] == [("verified", None), ("undo", None)]
    assert verify_store(first_schema) == (3, [])


def test_work_goes_on_in_a_migrated_store(first_schema: Path) -> None:
    judge(first_schema, "ann", "abab:12-16", "unsure")
    judge(first_schema, "ann", "abab:6-9", "undo")
    assert verify_store(first_schema) == (5, [])


def test_a_migration_that_fails_leaves_the_older_store(
    first_schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fzreview.errors import StoreError
    from fzreview.store import schema

    monkeypatch.setattr(schema, "_GOLD", "create view gold as select * from (")
    with pytest.raises(StoreError):
        prepare(first_schema)
    with sqlite3.connect(first_schema) as connection:
        assert connection.execute("pragma user_version").fetchone()[0] == 1
        assert connection.execute("select count(*) from journal").fetchone()[0] == 3
