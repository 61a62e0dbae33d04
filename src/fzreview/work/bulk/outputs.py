"""The file that the reports of one shard are written to, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, Self

from fzreview.domain.figures.fields import FIGURE
from fzreview.domain.reports.reading_lines import reading_line
from fzreview.domain.reports.reading_rows import figure_values
from fzreview.domain.reports.stored import NewReport
from fzreview.gold.files.atomic_file import AtomicFile

if TYPE_CHECKING:
    import pyarrow

BulkFormat = Literal["jsonl", "parquet"]

ENDINGS: Final[dict[BulkFormat, str]] = {"jsonl": ".readings.jsonl", "parquet": ".figures.parquet"}


class Output(Protocol):
    """Takes the reports of a shard; a context manager that leaves no file where it ends by an error."""

    def add(self, report: NewReport) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: object, error: object, trace: object) -> None: ...


def output_path(folder: Path, shard: str, format: BulkFormat) -> Path:
    """Where the output of a shard belongs."""
    return folder / (Path(shard).name + ENDINGS[format])


def open_output(path: Path, format: BulkFormat) -> Output:
    """Raises OSError where it cannot be written."""
    return Readings(path) if format == "jsonl" else Figures(path)


class Readings(AtomicFile):
    """A line for each report with everything that was read: ``load --readings`` takes it."""

    def add(self, report: NewReport) -> None:
        line = json.dumps(reading_line(report), ensure_ascii=False, separators=(",", ":"))
        # Half characters, as damaged sources hold them, have no UTF-8 of their own.
        self.write(line.encode("utf-8", "surrogatepass") + b"\n")


_ABOUT: Final = ("doc", "sha256", "extractor", "title", "year", "region", "issuer")


class Figures:
    """A row for each figure with what the report says of itself: for analysis."""

    def __init__(self, path: Path) -> None:
        from fzreview.gold.files.parquet_file import ParquetFile

        self._table = ParquetFile(path, _schema(), _batch)

    def add(self, report: NewReport) -> None:
        meta = report.reading.metadata
        about = (
            report.doc, report.sha256, report.extractor,
            meta.title, meta.year, meta.region, meta.issuer,
        )  # fmt: skip
        self._table.add(
            (*about, *figure_values(figure), list(figure.section)) for figure in report.reading.figures
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self._table.close({})
        self._table.file.__exit__(kind, error, trace)


def _schema() -> pyarrow.Schema:
    import pyarrow

    types = {int: pyarrow.int64(), str: pyarrow.string()}
    columns = [(name, pyarrow.int64() if name == "year" else pyarrow.string()) for name in _ABOUT]
    columns += [(name, types[kind]) for name, kind in FIGURE.items()]
    return pyarrow.schema([*columns, ("section", pyarrow.list_(pyarrow.string()))])


def _batch(rows: Iterable[tuple[Any, ...]]) -> pyarrow.RecordBatch:
    import pyarrow

    schema = _schema()
    columns = zip(*rows, strict=True)
    arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pyarrow.record_batch(arrays, schema=schema)
