"""Gold out of a store, against the same rows out of one plain table; and the memory it takes."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

import orjson

from benchmarks.children import FZREVIEW, cost_of
from benchmarks.entries import verified
from benchmarks.grown_store import grow
from benchmarks.rounds import in_turn
from benchmarks.rows import Row, at_least, at_most
from benchmarks.workspace import WORK, Workspace
from fzreview.gold.files.flat_rows import TABLE, flat_rows
from fzreview.gold.formats import gold_format
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest
from fzreview.store.writer import StoreWriter
from fzreview.work.gold.exporting import gold, native_lines

ROWS: Final = 10_000
"""Of the store whose export is timed, and of the smaller one whose memory is measured."""
ROUNDS: Final = 3
BATCH: Final = 10_000
_FIELDS: Final = 'f.start, f."end", f.surface, f.text, f.value, f.upper, f.unit, f.kind, f.bound, f.subject'
_FETCHED: Final = f"""
    select r.doc, r.sha256, {_FIELDS}, v.verdict, v.reason, v.reason_class, v.reviewer, v.decided_at,
        v.comment, v.correction, r.guide, f.extractor, f.section, {_FIELDS}
    from verdicts v join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"
    join reports r on r.id = v.report
    where v.target = 'figure' order by v.report, v.start, v."end", v.reviewer"""


def measure(place: Workspace) -> Iterator[Row]:
    """Rows a second of each table format, and the memory of the native one over more and more rows."""
    decided = _decided(place)
    store = _grown(decided, ROWS)
    native, flat = _plain_tables(store, place.fresh("exported.db"))
    jsonl = in_turn(
        ROUNDS,
        {
            "store": lambda: _rate(lambda: _fetched_lines(store)),
            "program": lambda: _rate(lambda: sum(1 for _ in native_lines(store))),
            "table": lambda: _rate(lambda: _plain_lines(native)),
        },
    )
    yield Row(
        "export",
        "JSONL ÷ one SELECT over the store, orjson.dumps each",
        median(jsonl["program"]),
        "rows/s",
        median(jsonl["store"]),
        must=at_least(0.35),
        goal=at_least(0.6),
        note="the floor finds no sentences and no splits",
    )
    yield Row(
        "export",
        "JSONL ÷ the finished rows in one table, orjson.dumps each",
        median(jsonl["program"]),
        "rows/s",
        median(jsonl["table"]),
    )
    parquet = in_turn(
        ROUNDS,
        {
            "floor": lambda: _rate(lambda: _plain_parquet(flat)),
            "program": lambda: _rate(lambda: _written(store, "parquet")),
        },
    )
    yield Row(
        "export",
        "Parquet ÷ one table, pyarrow in batches",
        median(parquet["program"]),
        "rows/s",
        median(parquet["floor"]),
        must=at_least(0.35),
        goal=at_least(0.7),
    )
    for name in ("csv", "xlsx"):
        yield Row("export", name, _rate(partial(_written, store, name)), "rows/s")
    yield from _memory(decided, store, 1_000_000 if place.scale.full else 100_000)


def _memory(decided: Path, store: Path, many: int) -> Iterator[Row]:
    def peak(of: Path) -> float | None:
        command = [FZREVIEW, "--db", str(of), "export", "-o", str(WORK / "gold")]
        return cost_of(command, watch_memory=True).peak_mib

    few = peak(store)
    large = _grown(decided, many)
    most = peak(large)
    large.unlink()
    yield Row("export", f"memory, JSONL, {ROWS:,} rows", few, "MiB", must=at_most(128), goal=at_most(64))
    yield Row("export", f"memory, JSONL, {many:,} rows ÷ {ROWS:,}", most, "MiB", few, must=at_most(1.2))


def _rate(write: Callable[[], int]) -> float:
    begin = time.perf_counter()
    rows = write()
    return rows / (time.perf_counter() - begin)


def _written(store: Path, name: str) -> int:
    """Write one format alone, without the native rows and the manifest beside it."""
    folder = WORK / "one-format"
    folder.mkdir(exist_ok=True)
    counts = Manifest()
    writer = gold_format(name).writer(folder, FormatOptions())
    for document in gold(store):
        counts.count(document)
        writer.add(document)
    writer.close(counts)
    for file in writer.files:
        file.commit()
        file.discard()
    return counts.records


def _decided(place: Workspace) -> Path:
    """The few reports, every figure of them verified."""
    store = place.copy(place.few_stores.program)
    with closing(StoreWriter(store)) as writer:
        for recorded in [writer.record(entry) for entry in verified(store)]:
            recorded.result()
    return store


def _grown(decided: Path, rows: int) -> Path:
    """A store of that many rows of gold or some more."""
    store = shutil.copyfile(decided, WORK / f"gold-{rows}.db")
    one = sum(1 for _ in native_lines(store))
    grow(store, -(-rows // one))
    return store


def _plain_tables(store: Path, path: Path) -> tuple[Path, Path]:
    """The rows that the store exports, each kind in one table of a file of its own: native, and flat."""
    rows = [json.loads(line) for line in native_lines(store)]
    _fill(
        path,
        list(rows[0]),
        ([_packed(value) for value in row.values()] for row in rows),
    )
    flat = path.with_name(f"flat-{path.name}")
    flat.unlink(missing_ok=True)
    _fill(
        flat,
        list(TABLE),
        ([_packed(value) for value in row] for document in gold(store) for row in flat_rows(document)),
    )
    return path, flat


def _fill(path: Path, columns: list[str], rows: Iterator[list[Any]]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        names = ", ".join(f'"{name}"' for name in columns)
        connection.execute(f"create table exported({names})")
        connection.executemany(f"insert into exported values ({', '.join('?' * len(columns))})", rows)
        connection.commit()


def _packed(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | tuple) else value


def _fetched_lines(store: Path) -> int:
    """One SELECT over the tables in which the rows lie, an orjson.dumps each."""
    rows = 0
    with closing(sqlite3.connect(store)) as connection:
        cursor = connection.execute(_FETCHED)
        names = [column[0] for column in cursor.description]
        behind = names.index("section") + 1
        for values in cursor:
            row: dict[str, Any] = dict(zip(names[:behind], values, strict=False))
            row["section"] = orjson.Fragment(row["section"])
            row["machine"] = dict(zip(names[behind:], values[behind:], strict=True))
            orjson.dumps(row)
            rows += 1
    return rows


def _plain_lines(path: Path) -> int:
    """One SELECT over the rows, an orjson.dumps each; nested values are passed on as the JSON they are."""
    rows = 0
    with closing(sqlite3.connect(path)) as connection:
        cursor = connection.execute("select * from exported")
        names = [column[0] for column in cursor.description]
        for values in cursor:
            row = dict(zip(names, values, strict=True))
            for name in ("machine", "section"):
                row[name] = orjson.Fragment(row[name] or "null")
            orjson.dumps(row)
            rows += 1
    return rows


def _plain_parquet(path: Path) -> int:
    """One SELECT over the rows, batches of them to pyarrow."""
    from pyarrow.parquet import ParquetWriter

    from fzreview.gold.files.arrow_rows import figures_batch, figures_schema

    rows = 0
    read: dict[type, Callable[[Any], Any]] = {tuple: json.loads, bool: bool}
    packed = [(place, read[kind]) for place, kind in enumerate(TABLE.values()) if kind in read]
    with closing(sqlite3.connect(path)) as connection:
        cursor = connection.execute("select * from exported")
        with ParquetWriter(WORK / "plain.parquet", figures_schema(), compression="zstd") as writer:
            while batch := cursor.fetchmany(BATCH):
                told = [list(row) for row in batch]
                for cells in told:
                    for place, reader in packed:
                        if cells[place] is not None:
                            cells[place] = reader(cells[place])
                writer.write_batch(figures_batch(map(tuple, told)))
                rows += len(batch)
    return rows
