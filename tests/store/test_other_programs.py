"""A store in the hands of other programs for SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.work.judging.judge import judge
from support.gold_reports import gold_report, seed_names
from support.old_stores import make_old

DOC = seed_names()[4]


@pytest.fixture
def database(store: Path) -> Iterator[Database]:
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as connection:
        yield Database(connection)


def test_every_table_and_view_can_be_counted(database: Database) -> None:
    names = [*database.table_names(), *database.view_names()]
    counts = {name: database.execute(f"select count(*) from [{name}]").fetchone()[0] for name in names}
    assert counts["report_words"] == counts["reports"] == len(seed_names())


def test_the_index_is_found_from_reports_and_shows_titles(database: Database) -> None:
    assert database["reports"].detect_fts() == "report_words"
    titles = {row[0] for row in database.execute("select title from report_words")}
    assert titles == {gold_report(name).reading.metadata.title for name in seed_names()}
    found = list(database["reports"].search('"行 政 复 议"', quote=False))
    assert 0 < len(found) <= len(seed_names())
    assert all("行政复议" in gold_report(row["doc"]).reading.clean.text for row in found)


def test_a_dump_makes_the_same_tables_again(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection:
        dumped = "\n".join(connection.iterdump())
    for name in ("reports", "figures", "texts", "report_words_data"):
        assert f'INSERT INTO "{name}"' in dumped


def test_values_sort_as_numbers(store: Path) -> None:
    report = gold_report(DOC)
    judge(
        store, "ann", f"{report.sha256}:{report.reading.figures[0].span_key}", "wrong", fields={"value": "7"}
    )
    with closing(sqlite3.connect(store)) as connection:
        for table in ("figures", "figures_current", "gold"):
            rows = connection.execute(f"select value, value_number from {table} order by value_number")
            told = rows.fetchall()
            assert [float(value) for value, _ in told] == [number for _, number in told]
            assert [number for _, number in told] == sorted(number for _, number in told)
        assert connection.execute("select value_number from gold").fetchall() == [(7.0,)]


def test_an_older_store_is_brought_up_to_date_and_found_in(store: Path) -> None:
    make_old(store)
    create_or_migrate(store)
    with StoreReader(store) as reader:
        assert reader.search("行政复议").hits
    with closing(sqlite3.connect(store)) as connection:
        assert Database(connection)["reports"].detect_fts() == "report_words"
        connection.execute("insert into report_words(report_words) values ('integrity-check')")
