"""Stores as older versions of the program left them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from fzreview.store.schema import m006
from fzreview.text.wording import parted

BEFORE_RELEASE = (
    "m001_reports_and_journal",
    "m002_batches_extractions_and_marks",
    "m003_library",
    "m004_split_groups",
    "m005_subjects",
    "m006_texts",
)
"""The migrations of the six versions before the first release."""

SINCE_M009 = {
    "journal": ("site", "seq", "lamport", "heads", "seen", "rests", "prev", "hash"),
    "verdicts": ("lamport", "torn"),
    "reports": ("generation", "read_at"),
    "split_groups": ("noted_at",),
}
"""Columns that came with the journal that can be merged."""

OLD_TRIGGERS = (
    """create trigger marks_entries after insert on journal begin
        update marks set entries = entries + 1,
            decisions = decisions + (new.after is not null) - (new.before is not null);
    end""",
    """create trigger journal_keeps_rows before delete on journal
        begin select raise(abort, 'the journal is append-only'); end""",
    """create trigger journal_keeps_values before update on journal
        begin select raise(abort, 'the journal is append-only'); end""",
)


def make_old(path: Path, applied: int = 6) -> Path:
    """Turn a store of today into what the program left that knew these first migrations only."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("delete from _sqlite_migrations")
        connection.executemany(
            "insert into _sqlite_migrations(migration_set, name, applied_at) values ('fzreview', ?, '2026')",
            [(name,) for name in BEFORE_RELEASE[:applied]],
        )
        names = [
            row[0] for row in connection.execute("select name from sqlite_master where type = 'trigger'")
        ]
        for name in names:
            if name.startswith("marks_written"):
                connection.execute(f"drop trigger {name}")
        for name in ("journal_keeps_rows", "journal_keeps_values", "marks_entries"):
            connection.execute(f"drop trigger {name}")
        _without_contested(connection)
        _without_words(connection)
        views = connection.execute("select name, sql from sqlite_master where type = 'view'").fetchall()
        for name, _ in views:
            connection.execute(f"drop view {name}")
        for index in ("journal_site", "settlements_conflict"):
            connection.execute(f"drop index {index}")
        for table in ("identity", "sites", "adjudications", "settlements"):
            connection.execute(f"drop table {table}")
        _drop_corpus(connection)
        for table, columns in SINCE_M009.items():
            for name in columns:
                connection.execute(f"alter table {table} drop column {name}")
        for _, sql in views:
            disputed = sql.find(" and not exists (select 1 from settlements")
            former = (sql if disputed < 0 else sql[:disputed]).removesuffix(" where r.aside is null")
            connection.execute(former.replace("l.lamport desc, l.reviewer desc", "l.entry desc"))
        for sql in OLD_TRIGGERS:
            connection.execute(sql)
        for name in ("store", "written", "base"):
            connection.execute(f"alter table marks drop column {name}")
        connection.execute("alter table texts drop column digest")
        connection.execute("drop index figures_worded")
        connection.execute("alter table candidates drop column kept")
        layers = ("layer_figures", "layer_reports", "layers")
        teams = ("audits", "assignments", "packages", "rulings")
        for table in ("originals", "pages", *layers, *teams, "hub_taken", "hub_sites", "hubs"):
            connection.execute(f"drop table {table}")
        for table in ("seeds", "withheld", "cases", "feedback"):
            connection.execute(f"drop table {table}")
        connection.execute(f"pragma user_version = {applied}")
        connection.commit()
    return path


def _without_contested(connection: sqlite3.Connection) -> None:
    """Take back ``m019_contested`` and ``m020_settled``."""
    connection.execute("drop view gold")
    selected = m006.GOLD.removeprefix("create view gold as ")
    connection.execute(
        f"create view gold as select *, 1 as value_number from ({selected}"
        " and not exists (select 1 from settlements s))"
    )


def _without_words(connection: sqlite3.Connection) -> None:
    """Take back ``m011_words``."""
    for view in ("figures_current", "gold"):
        (sql,) = connection.execute("select sql from sqlite_master where name = ?", (view,)).fetchone()
        select = sql.partition(" from (")[2].removesuffix(")")
        connection.execute(f"drop view {view}")
        connection.execute(f"create view {view} as {select}")
    connection.execute("alter table figures drop column value_number")
    connection.execute("drop table report_words")
    connection.execute(
        "create virtual table report_words using fts5(text, content='', columnsize=0, prefix='2',"
        " tokenize='unicode61 remove_diacritics 0')"
    )
    texts = connection.execute("select report, coalesce(clean, source) from texts").fetchall()
    words = [(report, parted(text)) for report, text in texts]
    connection.executemany("insert into report_words(rowid, text) values (?, ?)", words)


def _drop_corpus(connection: sqlite3.Connection) -> None:
    """What ``m010_corpus`` brought, but for its condition in the views, which are not there now."""
    for index in ("reports_undecided", "reports_library", "journal_removed"):
        connection.execute(f"drop index {index}")
    for table in ("copies", "extracted_fields", "extracted_sections"):
        connection.execute(f"drop table {table}")
    for table, column in (("reports", "aside"), ("reports", "tags"), ("verdicts", "said")):
        connection.execute(f"alter table {table} drop column {column}")
