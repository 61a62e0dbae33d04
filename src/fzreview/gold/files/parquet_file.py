"""A Parquet file written row group by row group, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fzreview.gold.files.arrow_rows import BATCH_ROWS
from fzreview.gold.files.atomic_file import AtomicFile

if TYPE_CHECKING:
    import pyarrow

METADATA_KEY: Final = "fzreview"
"""Key of the file's metadata: a JSON object of versions."""


class ParquetFile:
    """Takes rows one by one and keeps a row group of them at most."""

    def __init__(
        self,
        path: Path,
        schema: pyarrow.Schema,
        batch: Callable[[Iterable[tuple[Any, ...]]], pyarrow.RecordBatch],
    ) -> None:
        """``batch`` makes a batch of ``schema`` out of rows. Raises OSError where it cannot be written."""
        from pyarrow.parquet import ParquetWriter

        self.file = AtomicFile(path)
        self.total = 0
        """Rows so far."""
        self._batch = batch
        self._waiting: list[tuple[Any, ...]] = []
        self._writer = ParquetWriter(self.file, schema, compression="zstd")
        self.file.close_on_discard(self._writer.close)

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        before = len(self._waiting)
        self._waiting += rows
        self.total += len(self._waiting) - before
        if len(self._waiting) >= BATCH_ROWS:
            self.flush()

    def close(self, versions: Mapping[str, Any]) -> None:
        """Write what waits, the versions, and the end of the file."""
        self.flush()
        told = json.dumps(versions, ensure_ascii=False, sort_keys=True)
        self._writer.add_key_value_metadata({METADATA_KEY: told})
        self._writer.close()

    def flush(self) -> None:
        """Write what waits as a row group."""
        if self._waiting:
            self._writer.write_batch(self._batch(self._waiting))
            self._waiting = []
