"""Stores of several people who decide over the same reports."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from fzreview.domain.reports.stored import StoredFigure
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.judging.judge import judge
from support.copied_stores import new_store
from support.gold_reports import gold_report, seed_names

DOC = seed_names()[0]
SHA256 = gold_report(DOC).sha256
FIGURES = list(gold_report(DOC).reading.figures)
KEYS = [f"{SHA256}:{one.span_key}" for one in FIGURES]


def one_report(path: Path) -> Path:
    """A store with one report, undecided; made if it is not there."""
    if not path.exists():
        new_store(path)
    with closing(StoreWriter(path)) as writer:
        writer.insert(gold_report(DOC), "2026-01-01T00:00:00.000Z").result()
    return path


def handed_out(store: Path, path: Path) -> Path:
    """A copy of a store, under a site of its own: what is handed to somebody."""
    shutil.copyfile(store, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("insert into sites(site) values (lower(hex(randomblob(16))))")
        connection.execute("update identity set site = (select site from sites where seq = 0 limit 1)")
        connection.commit()
    return path


def decided(store: Path, who: str, *verdicts: str, **fields: str) -> Path:
    """The first figures decided by somebody, one after the other; «-» leaves one out."""
    for key, verdict in zip(KEYS, verdicts, strict=False):
        if verdict != "-":
            judge(store, who, key, verdict, fields=fields if verdict == "wrong" else {})  # type: ignore[arg-type]  # a verdict
    return store


def digest(store: Path) -> str:
    with StoreReader(store) as reader:
        return reader.digest()


def figure(store: Path, index: int) -> StoredFigure:
    with StoreReader(store) as reader:
        return list(reader.figures(reader.find_report(DOC).id))[index]


def rows(store: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(store)) as connection:
        return [tuple(row) for row in connection.execute(query)]
