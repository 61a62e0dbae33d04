"""Finds rows that cannot be decoded into domain values, which only a damaged or edited file can hold."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from fzreview.store.opening.figure_columns import figure_of, machine_of
from fzreview.store.opening.journal_columns import entry_of, register_entry_of, verdict_of
from fzreview.store.opening.packed_values import clean_text, text_digest
from fzreview.store.opening.unreadable_rows import CORRUPTION_ERRORS, UnreadableRow
from fzreview.store.reports.layers import layer_figure_of, layer_name_of
from fzreview.store.team.audits import audit_of
from fzreview.store.team.seeds import seeded_error_of

MAX_REMEMBERED: Final = 10_000
"""At most so many distinct contents are remembered while the journal is decoded."""


def undecodable_in_report(connection: sqlite3.Connection, sha256: str) -> Iterator[str]:
    """A message for each undecodable row of a report. The connection's rows are ``sqlite3.Row``."""
    row = connection.execute("select id from reports where sha256 = ?", (sha256,)).fetchone()
    for table, where in _REPORT_TABLES.items() if row is not None else ():
        yield from undecodable_rows(connection, table, where, tuple(row))


def undecodable_entries(connection: sqlite3.Connection, last: int) -> Iterator[str]:
    """A message for each undecodable row of the journal whose id is greater than ``last``.

    Most rows have the same decoded columns as an earlier one, and only the first of them is decoded.
    """
    read: set[tuple[object, ...]] = set()
    cursor = connection.cursor()
    cursor.row_factory = None  # many rows: plain tuples are the quickest
    for number, figure, *said in cursor.execute(
        f"select id, figure, {_DECODED_COLUMNS} from journal where id > ?", (last,)
    ):
        start, _, end = figure.partition("-")
        told = tuple(said)
        if told in read and start.isdecimal() and end.isdecimal() and int(start) <= int(end):
            continue
        if len(read) < MAX_REMEMBERED:
            read.add(told)
        whole = connection.execute("select * from journal where id = ?", (number,)).fetchone()
        try:
            entry_of(whole)
            register_entry_of(whole)
        except UnreadableRow as error:
            yield str(error)


def undecodable_rows(
    connection: sqlite3.Connection,
    table: str,
    where: str = "true",
    of: Sequence[object] = (),
) -> Iterator[str]:
    """A message for each undecodable row of a table; ``where`` is an SQL condition, ``of`` its parameters."""
    read = 0
    try:
        indexed = "not indexed" if where == "true" else ""  # an index would be followed, not the rows
        for row in connection.execute(f"select * from {table} {indexed} where {where}", of):
            read += 1
            try:
                _DECODERS[table](row)
            except UnreadableRow as error:
                yield f"{table}: {error}"
    except CORRUPTION_ERRORS as error:
        yield f"{table}, {read + 1}: {error}"


def _report(row: sqlite3.Row) -> None:
    flags = _json(row["metadata_flags"])
    if not isinstance(flags, list) or len(row["sha256"]) != 64:
        raise UnreadableRow(f"report {row['id']}")


def _text(row: sqlite3.Row) -> None:
    clean_text(row["source"], row["clean"], row["clean_runs"])
    if row["digest"] is not None and text_digest(row["source"]) != row["digest"]:
        raise UnreadableRow(f"report {row['report']}: text ≠ sha256")


def _figure(row: sqlite3.Row) -> None:
    figure_of(row)
    if row["machine"] is not None:
        machine_of(row["machine"])


def _place(row: sqlite3.Row) -> None:
    _json(row["view"])


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, TypeError) as error:
        raise UnreadableRow(str(error)) from error


_DECODERS: Final[Mapping[str, Callable[[sqlite3.Row], object]]] = MappingProxyType(
    {
        "reports": _report,
        "texts": _text,
        "figures": _figure,
        "journal": entry_of,
        "verdicts": verdict_of,
        "former_figures": lambda row: machine_of(row["figure"]),
        "adjudications": verdict_of,
        "places": _place,
        "audits": audit_of,
        "seeds": seeded_error_of,
        "sections": tuple,
        "candidates": tuple,
        "repairs": tuple,
        "extractions": tuple,
        "split_groups": tuple,
        "sketches": tuple,
        "copies": tuple,
        "extracted_fields": tuple,
        "extracted_sections": tuple,
        "layers": layer_name_of,
        "layer_reports": tuple,
        "layer_figures": layer_figure_of,
    }
)
"""Table → the function that must decode its rows. FTS5 checks the full-text table, which can be rebuilt."""

CHECKED_TABLES: Final = tuple(_DECODERS)

_REPORT_TABLES: Final = {
    "reports": "id = ?",
    "texts": "report = ?",
    "figures": "report = ?",
    "former_figures": "extraction in (select id from extractions where report = ?)",
}
"""Tables with rows of one report → the SQL condition that selects them by the report's id."""

_JOURNAL_TABLES: Final = frozenset({"journal", "verdicts", "adjudications"})

RECORD_TABLES: Final = frozenset(_DECODERS) - _REPORT_TABLES.keys() - _JOURNAL_TABLES
"""The other tables: what coordinators put on record, and what no domain value is made of."""

_DECODED_COLUMNS: Final = "action || ' ' || target, before, after, heads, rests"
"""The columns of the journal that are decoded, beside ``figure``."""
