"""Layers in the store: each function runs on a connection whose rows are ``sqlite3.Row``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from fzreview.domain.extracting.layers import Layer, LayerFigure, LayerReport, is_layer_name, label_of
from fzreview.domain.figures.fields import FIGURE_NAMES, STATED, columns
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_values
from fzreview.errors import StoreError
from fzreview.store.opening.figure_columns import validated_figure
from fzreview.store.opening.unreadable_rows import raises_unreadable_row

_COLUMNS: Final = f"{columns()}, told, confidence"
_REPORT: Final = "insert or replace into layer_reports(report, layer, read_at, whole, refused)"
_FIGURE: Final = (
    f"insert into layer_figures(report, layer, {_COLUMNS}) values (?, ?{', ?' * (len(FIGURE_NAMES) + 2)})"
)


def read_layers(connection: sqlite3.Connection) -> list[Layer]:
    """Every layer, in order of name and version."""
    return [_layer(connection, row) for row in _rows(connection)]


def _rows(connection: sqlite3.Connection) -> list[sqlite3.Row]:
    return connection.execute(
        "select l.id, l.name, l.version, l.added_at, count(r.report) as reports,"
        " coalesce(sum(r.whole = 0), 0) as incomplete, coalesce(sum(r.refused), 0) as refused"
        " from layers l left join layer_reports r on r.layer = l.id group by l.id order by l.name, l.version"
    ).fetchall()


def _layer(connection: sqlite3.Connection, row: sqlite3.Row) -> Layer:
    counts = connection.execute(
        "select told, count(*), count(confidence) from layer_figures where layer = ? group by told",
        (row["id"],),
    ).fetchall()
    told = {name for one in counts for name in one[0].split()}
    return Layer(
        row["name"],
        row["version"],
        row["added_at"],
        row["reports"],
        row["incomplete"],
        sum(one[1] for one in counts),
        row["refused"],
        tuple(name for name in STATED if name in told),
        sum(one[2] for one in counts),
    )


def find_layer(connection: sqlite3.Connection, name: str) -> Layer:
    """The layer that is called ``NAME@VERSION``, or the only one called ``NAME``.

    Raises StoreError ``layer_missing`` or ``layer_ambiguous``.
    """
    rows = _rows(connection)
    found = [row for row in rows if name == label_of(row["name"], row["version"])]
    found = found or [row for row in rows if name == row["name"]]
    if len(found) != 1:
        known = " ".join(label_of(row["name"], row["version"]) for row in rows)
        raise StoreError("layer_ambiguous" if found else "layer_missing", layer=name, known=known or "–")
    return _layer(connection, found[0])


def write_layer(
    connection: sqlite3.Connection, layer: Layer, reports: Iterable[tuple[str, LayerReport]], replace: bool
) -> int:
    """Write a layer, inside the caller's transaction: of how many reports. ``reports`` by their sha256.

    Raises StoreError ``layer_there`` where that layer is there and not to be replaced. Reports that are
    gone meanwhile are left out.
    """
    there = _number(connection, layer)
    if there is not None:
        if not replace:
            raise StoreError("layer_there", layer=layer.label)
        _delete(connection, there)
    number = _insert(connection, layer)
    written = 0
    for sha256, one in reports:
        row = connection.execute("select id from reports where sha256 = ?", (sha256,)).fetchone()
        if row is not None:
            _write_report(connection, row["id"], number, layer.added_at, one)
            written += 1
    return written


def delete_layer(connection: sqlite3.Connection, layer: Layer) -> None:
    """Take a layer out, inside the caller's transaction. What was taken from it stays decided."""
    number = _number(connection, layer)
    if number is None:
        raise StoreError("layer_missing", layer=layer.label, known="–")
    _delete(connection, number)


def report_layers(
    connection: sqlite3.Connection, report: int, layer: Layer | None = None
) -> tuple[LayerReport, ...]:
    """What every layer, or one, says of a report, in order of name and version."""
    only = "" if layer is None else " and l.name = ? and l.version = ?"
    rows = connection.execute(
        "select l.id, l.name, l.version, r.whole, r.refused, r.read_at from layer_reports r join layers l"
        f" on l.id = r.layer where r.report = ?{only} order by l.name, l.version",
        (report, *(() if layer is None else (layer.name, layer.version))),
    ).fetchall()
    return tuple(
        LayerReport(
            label_of(row["name"], row["version"]),
            tuple(_figures(connection, report, row["id"])),
            bool(row["whole"]),
            row["refused"],
            row["read_at"],
        )
        for row in rows
    )


def layers_read(connection: sqlite3.Connection, report: int) -> frozenset[tuple[str, str]]:
    """Which layers looked at a report (their labels), and when."""
    rows = connection.execute(
        "select l.name, l.version, r.read_at from layer_reports r join layers l on l.id = r.layer"
        " where r.report = ?",
        (report,),
    )
    return frozenset((label_of(row["name"], row["version"]), row["read_at"]) for row in rows)


def merge_layers(source: sqlite3.Connection, target: sqlite3.Connection, sha256: str) -> None:
    """What the layers of another store say of a report, inside the caller's transaction.

    Where both have a layer of that name and version, the one that was read later holds.
    """
    (theirs,), (ours,) = (
        connection.execute("select id from reports where sha256 = ?", (sha256,)).fetchone()
        for connection in (source, target)
    )
    query = (
        "select l.id, l.name, l.version, l.added_at, r.read_at, r.whole, r.refused from layer_reports r"
        " join layers l on l.id = r.layer where r.report = ? order by l.name, l.version"
    )
    for row in source.execute(query, (theirs,)).fetchall():
        layer = Layer(row["name"], row["version"], row["added_at"])
        number = _number(target, layer)
        if number is None:
            number = _insert(target, layer)
        held = target.execute(
            "select read_at from layer_reports where report = ? and layer = ?", (ours, number)
        ).fetchone()
        if held is not None and held["read_at"] >= row["read_at"]:
            continue
        figures = tuple(_figures(source, theirs, row["id"]))
        one = LayerReport(layer.label, figures, bool(row["whole"]), row["refused"])
        target.execute("delete from layer_figures where report = ? and layer = ?", (ours, number))
        _write_report(target, ours, number, row["read_at"], one)


@raises_unreadable_row
def layer_name_of(row: sqlite3.Row) -> str:
    """The label of a row of ``layers``. Raises UnreadableRow for a name that none may have."""
    if not is_layer_name(row["name"], row["version"]):
        raise ValueError(repr(row["name"]))
    return label_of(row["name"], row["version"])


@raises_unreadable_row
def layer_figure_of(row: sqlite3.Row) -> LayerFigure:
    """A row of ``layer_figures``. Raises UnreadableRow."""
    figure = validated_figure(Figure(*(row[name] for name in FIGURE_NAMES)))
    return LayerFigure(figure, tuple(row["told"].split()), row["confidence"])


def _figures(connection: sqlite3.Connection, report: int, layer: int) -> Iterator[LayerFigure]:
    rows = connection.execute(
        f'select {_COLUMNS} from layer_figures where report = ? and layer = ? order by start, "end"',
        (report, layer),
    )
    return map(layer_figure_of, rows.fetchall())


def _number(connection: sqlite3.Connection, layer: Layer) -> int | None:
    row = connection.execute(
        "select id from layers where name = ? and version = ?", (layer.name, layer.version)
    ).fetchone()
    return None if row is None else int(row[0])


def _insert(connection: sqlite3.Connection, layer: Layer) -> int:
    cursor = connection.execute(
        "insert into layers(name, version, added_at) values (?, ?, ?)",
        (layer.name, layer.version, layer.added_at),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _delete(connection: sqlite3.Connection, number: int) -> None:
    for table in ("layer_figures", "layer_reports"):
        connection.execute(f"delete from {table} where layer = ?", (number,))
    connection.execute("delete from layers where id = ?", (number,))


def _write_report(
    connection: sqlite3.Connection, report: int, layer: int, read_at: str, one: LayerReport
) -> None:
    connection.execute(f"{_REPORT} values (?, ?, ?, ?, ?)", (report, layer, read_at, one.whole, one.refused))
    connection.executemany(
        _FIGURE,
        (
            (report, layer, *figure_values(each.figure), " ".join(each.told), each.confidence)
            for each in one.figures
        ),
    )
