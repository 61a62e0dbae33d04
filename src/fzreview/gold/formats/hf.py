"""``hf``: a folder for a data set hub: Parquet by splits, card, Croissant metadata, guide, datasheet."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

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
from fzreview.gold.hub.croissant import croissant
from fzreview.gold.hub.facts import filled
from fzreview.gold.hub.guide import annotation_guide
from fzreview.gold.hub.shards import Shards, split_name
from fzreview.gold.hub.training_rows import (
    batch,
    document_row,
    documents_schema,
    sentence_row,
    sentences_schema,
)
from fzreview.gold.making.settled_sentences import SettledSentences
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

if TYPE_CHECKING:
    import pyarrow

FOLDER: Final = "hf"


class HfWriter:
    """Writes ``hf/figures/SPLIT-00000.parquet`` …, ``hf/sections/…`` and the documents beside them."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        """Raises LibraryMissing where pyarrow is not installed."""
        need_pyarrow("hf")
        self.files: list[AtomicFile] = []
        self.not_held: Counter[str] = Counter()
        self._folder = folder / FOLDER
        self._figures = Shards(self._folder / "figures", figures_schema(), figures_batch, self.files)
        self._sections = Shards(self._folder / "sections", sections_schema(), sections_batch, self.files)
        self._sentences = self._shards("sentences", sentences_schema())
        self._documents = self._shards("documents", documents_schema()) if options.texts else None
        self._settled = SettledSentences(self.not_held)

    def _shards(self, name: str, schema: pyarrow.Schema) -> Shards:
        return Shards(self._folder / name, schema, partial(batch, schema=schema), self.files)

    def add(self, document: GoldDocument) -> None:
        self._figures.add(document.split, flat_rows(document))
        sections = (tuple(read_section_row(document, one).values()) for one in document.read)
        self._sections.add(document.split, sections)
        rows = [sentence_row(document, unit) for unit in self._settled.units(document)]
        self._sentences.add(document.split, [row for row in rows if row is not None])
        self.not_held["overlapping"] += rows.count(None)
        if self._documents is not None and (document.records or document.read):
            self._documents.add(document.split, [document_row(document)])

    def close(self, manifest: Manifest) -> None:
        versions = manifest.versions()
        first = split_name(next(iter(manifest.shares or ()), None))
        shards = {"figures": self._figures, "sentences": self._sentences, "sections": self._sections}
        if self._documents is not None:
            shards["documents"] = self._documents
        for one in shards.values():
            one.close(versions, first)
        order = [split_name(split) for split in manifest.shares or ()] or [first]
        configs = {
            name: [split for split in dict.fromkeys(order) if split in one.rows]
            for name, one in shards.items()
        }
        files = {"figures": self._figures.files, "sections": self._sections.files}
        for name, data in (
            ("README.md", filled("README.md", manifest, configs).encode("utf-8")),
            ("DATASHEET.md", filled("DATASHEET.md", manifest, configs).encode("utf-8")),
            ("ANNOTATION_GUIDE.md", annotation_guide().encode("utf-8")),
            ("croissant.json", croissant(manifest, self._folder, files)),
        ):
            file = AtomicFile(self._folder / name)
            self.files.append(file)
            file.write(data)


writer = HfWriter
