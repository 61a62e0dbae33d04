"""``parquet``: ``figures.parquet`` and ``sections.parquet``, typed and nested like the native rows."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fzreview.domain.gold.entries import read_section_row
from fzreview.domain.gold.records import GoldDocument
from fzreview.gold.files.arrow_rows import (
    figures_batch,
    figures_schema,
    need_pyarrow,
    sections_batch,
    sections_schema,
)
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.flat_rows import flat_rows
from fzreview.gold.files.parquet_file import ParquetFile
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FILE_NAME: Final = "figures.parquet"
SECTIONS_NAME: Final = "sections.parquet"


class ParquetGoldWriter:
    """Writes one file of figures and one of the sections read completely."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        """Raises LibraryMissing where pyarrow is not installed."""
        need_pyarrow("parquet")
        self.files: list[AtomicFile] = []
        self.not_held: dict[str, int] = {}
        self._figures = ParquetFile(folder / FILE_NAME, figures_schema(), figures_batch)
        self.files.append(self._figures.file)
        self._sections = ParquetFile(folder / SECTIONS_NAME, sections_schema(), sections_batch)
        self.files.append(self._sections.file)

    def add(self, document: GoldDocument) -> None:
        self._figures.add(flat_rows(document))
        self._sections.add(tuple(read_section_row(document, section).values()) for section in document.read)

    def close(self, manifest: Manifest) -> None:
        self._figures.close(manifest.versions())
        self._sections.close(manifest.versions())


writer = ParquetGoldWriter
