"""The Parquet files of a data set: a folder of each sort of rows, shards of each split."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.parquet_file import ParquetFile

if TYPE_CHECKING:
    import pyarrow

SHARD_ROWS: Final = 250_000
"""A shard that has so many rows is followed by another."""

UNSPLIT: Final = "all"
"""Name of the only split where the gold is in one piece."""


_NAMES: Final = {"dev": "validation"}
"""The hub's own name of a split, by which programs for training ask."""


def split_name(split: str | None) -> str:
    """A split as the hub can call it, where a name has letters, digits and underscores."""
    return UNSPLIT if split is None else _NAMES.get(split, split.replace("-", "_"))


class Shards:
    """Rows by split; a shard begins when its first row comes."""

    def __init__(
        self,
        folder: Path,
        schema: pyarrow.Schema,
        batch: Callable[[Iterable[tuple[Any, ...]]], pyarrow.RecordBatch],
        files: list[AtomicFile],
    ) -> None:
        """Every file begun is added to ``files``. Makes the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self.rows: dict[str, int] = {}
        """Name of a split → its rows so far, in the order in which splits began."""
        self.files: list[AtomicFile] = []
        self._folder, self._schema, self._batch, self._all_files = folder, schema, batch, files
        self._open: dict[str, ParquetFile] = {}
        self._full: list[ParquetFile] = []
        self._shards: dict[str, int] = {}

    def add(self, split: str | None, rows: Iterable[tuple[Any, ...]]) -> None:
        """Rows of one document."""
        told = list(rows)
        if not told:
            return
        name = split_name(split)
        self.rows[name] = self.rows.get(name, 0) + len(told)
        self._shard(name).add(told)

    def close(self, versions: Mapping[str, Any], empty: str) -> None:
        """End every file. Where no row came, one file of the split ``empty`` says which columns there are."""
        if not self.rows:
            self.rows[empty] = 0
            self._shard(empty)
        for shard in (*self._full, *self._open.values()):
            shard.close(versions)

    def _shard(self, name: str) -> ParquetFile:
        shard = self._open.get(name)
        if shard is not None and shard.total < SHARD_ROWS:
            return shard
        if shard is not None:
            shard.flush()
            self._full.append(shard)
        number = self._shards.get(name, 0)
        self._shards[name] = number + 1
        path = self._folder / f"{name}-{number:05d}.parquet"
        shard = self._open[name] = ParquetFile(path, self._schema, self._batch)
        self.files.append(shard.file)
        self._all_files.append(shard.file)
        return shard
