"""Gold as Arrow record batches: typed, nested where the rows are nested, decimals as the strings they are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from fzreview.domain.figures.fields import ABOUT, FIGURE, GOLD
from fzreview.errors import LibraryMissing
from fzreview.gold.files.flat_rows import DERIVED, SECTION_COLUMNS

if TYPE_CHECKING:
    import pyarrow

BATCH_ROWS: Final = 10_000
"""Rows of a row group; more of them are never in memory."""

COLUMNS: Final = GOLD | DERIVED | ABOUT
"""Of figures: those of the native rows, what is derived of them, and what the report says of itself."""

_MACHINE: Final = list(GOLD).index("machine")
_SECTION_NUMBERS: Final = frozenset({"start", "end", "until", "level", "figures"})


def need_pyarrow(format_name: str) -> None:
    """Raises LibraryMissing where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401 - is it installed?
    except ImportError as error:
        raise LibraryMissing("format_needs_extra", format=format_name, extra=format_name) from error


@cache
def figures_schema() -> pyarrow.Schema:
    """The columns of ``COLUMNS``: ``machine`` a struct, ``section`` a list."""
    import pyarrow

    types = {int: pyarrow.int64(), str: pyarrow.string(), bool: pyarrow.bool_(), float: pyarrow.float64()}
    types[tuple] = pyarrow.list_(pyarrow.field("element", pyarrow.string(), nullable=False))
    types[dict] = pyarrow.struct([(name, types[kind]) for name, kind in FIGURE.items()])
    return pyarrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])


@cache
def sections_schema() -> pyarrow.Schema:
    """The columns of ``sections.jsonl``."""
    import pyarrow

    types = dict.fromkeys(SECTION_COLUMNS, pyarrow.string())
    types.update(dict.fromkeys(_SECTION_NUMBERS, pyarrow.int64()))
    types["open"] = pyarrow.list_(pyarrow.list_(pyarrow.int64()))
    return pyarrow.schema(list(types.items()))


def figures_batch(rows: Iterable[tuple[Any, ...]]) -> pyarrow.RecordBatch:
    """Flat rows, one at least, as a batch of :func:`figures_schema`."""
    import pyarrow

    schema = figures_schema()
    columns: list[Any] = list(zip(*rows, strict=True))
    behind = _MACHINE + len(FIGURE)
    machine = columns[_MACHINE:behind]
    inner = schema.field("machine").type
    struct = pyarrow.StructArray.from_arrays(
        [pyarrow.array(column, inner.field(at).type) for at, column in enumerate(machine)],
        fields=list(inner),
        mask=pyarrow.array([start is None for start in machine[0]], pyarrow.bool_()),
    )
    columns[_MACHINE:behind] = [struct]
    return pyarrow.record_batch(
        [
            column if column is struct else pyarrow.array(column, field.type)
            for column, field in zip(columns, schema, strict=True)
        ],
        schema=schema,
    )


def sections_batch(rows: Iterable[tuple[Any, ...]]) -> pyarrow.RecordBatch:
    """Rows of sections, one at least, as a batch of :func:`sections_schema`."""
    import pyarrow

    schema = sections_schema()
    columns = zip(*rows, strict=True)
    return pyarrow.record_batch(
        [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)],
        schema=schema,
    )
