"""``xlsx``: one workbook with the sheets ``figures``, ``sections`` and ``manifest``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

from fzreview.domain.gold.records import GoldDocument
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.flat_rows import SECTION_COLUMNS, TABLE, cells_of, flat_rows, flat_sections
from fzreview.gold.files.workbook import Workbook
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FILE_NAME: Final = "figures.xlsx"

_PIECE: Final = 1 << 20


class XlsxWriter:
    """Writes ``figures.xlsx``.

    An archive is not written in one go: it grows in a file without a name, which the system takes away
    whatever happens, and is copied when it is whole. Sections wait in another one for their sheet.
    """

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        self._file = AtomicFile(folder / FILE_NAME)
        self.files = [self._file]
        self._archive = TemporaryFile(dir=folder)  # noqa: SIM115 - it outlives the call
        self._file.close_on_discard(self._archive.close)
        self._book = Workbook(self._archive)
        self._file.close_on_discard(self._book.discard)
        self._waiting = TemporaryFile(dir=folder)  # noqa: SIM115 - it outlives the call
        self._file.close_on_discard(self._waiting.close)
        self._book.begin_sheet("figures", list(TABLE))

    @property
    def not_held(self) -> Mapping[str, int]:
        return self._book.counts

    def add(self, document: GoldDocument) -> None:
        for row in flat_rows(document):
            self._book.add(cells_of(row))
        for cells in flat_sections(document):
            self._waiting.write(json.dumps(cells).encode() + b"\n")

    def close(self, manifest: Manifest) -> None:
        self._book.begin_sheet("sections", SECTION_COLUMNS)
        self._waiting.seek(0)
        for line in self._waiting:
            self._book.add(json.loads(line))
        self._waiting.close()
        self._book.begin_sheet("manifest", ("name", "value"))
        for name, value in _told(manifest.row(self._file.path.parent)):
            self._book.add((name, value))
        self._book.close()
        self._archive.seek(0)
        while piece := self._archive.read(_PIECE):
            self._file.write(piece)
        self._archive.close()


def _told(row: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """What the manifest counts, a line each; lists are left to ``manifest.json`` but for those of names."""
    for name, value in row.items():
        if isinstance(value, Mapping):
            yield from _told(value, f"{above}{name}.")
        elif not isinstance(value, list):
            yield above + name, value
        elif value and all(isinstance(one, str) for one in value):
            yield above + name, ", ".join(value)


writer = XlsxWriter
