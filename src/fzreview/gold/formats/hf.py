"""``hf``: a folder for a data set hub: Parquet by splits, card, Croissant metadata, guide, datasheet."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fzreview.domain.gold import GoldDocument
from fzreview.domain.gold_entries import read_section_row
from fzreview.gold.arrow_rows import (
    figures_batch,
    figures_schema,
    need_pyarrow,
    sections_batch,
    sections_schema,
)
from fzreview.gold.flat_rows import flat_rows
from fzreview.gold.format_options import FormatOptions
from fzreview.gold.hub.croissant import croissant
from fzreview.gold.hub.facts import filled
from fzreview.gold.hub.guide import annotation_guide
from fzreview.gold.hub.shards import Shards, split_name
from fzreview.gold.manifest import Manifest
from fzreview.gold.whole_file import WholeFile

FOLDER: Final = "hf"


class HfWriter:
    """Writes ``hf/figures/SPLIT-00000.parquet`` …, ``hf/sections/…`` and the documents beside them."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        """Raises FzError ``format_needs_extra`` where pyarrow is not installed."""
        need_pyarrow("hf")
        self.files: list[WholeFile] = []
        self.not_held: dict[str, int] = {}
        self._folder = folder / FOLDER
        self._figures = Shards(self._folder / "figures", figures_schema(), figures_batch, self.files)
        self._sections = Shards(self._folder / "sections", sections_schema(), sections_batch, self.files)

    def add(self, document: GoldDocument) -> None:
        self._figures.add(document.split, flat_rows(document))
        sections = (tuple(read_section_row(document, one).values()) for one in document.read)
        self._sections.add(document.split, sections)

    def close(self, manifest: Manifest) -> None:
        versions = manifest.versions()
        first = split_name(next(iter(manifest.shares or ()), None))
        self._figures.close(versions, first)
        self._sections.close(versions, first)
        order = [split_name(split) for split in manifest.shares or ()] or [first]
        configs = {
            name: [split for split in dict.fromkeys(order) if split in shards.rows]
            for name, shards in (("figures", self._figures), ("sections", self._sections))
        }
        for name, data in (
            ("README.md", filled("README.md", manifest, configs).encode("utf-8")),
            ("DATASHEET.md", filled("DATASHEET.md", manifest, configs).encode("utf-8")),
            ("ANNOTATION_GUIDE.md", annotation_guide().encode("utf-8")),
            ("croissant.json", croissant(manifest, self._folder, self._figures.files)),
        ):
            file = WholeFile(self._folder / name)
            self.files.append(file)
            file.write(data)


writer = HfWriter
