"""The source texts of reports that a gold file names: in folders, or in the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from fzreview.errors import StoreError
from fzreview.text.decode import decode
from fzreview.work.scoring.report_names import NamedReport

_KEPT: Final = 8
"""Texts that are kept: differences come report by report."""


class Sources:
    """Finds source texts; a text whose bytes have another hash than the report's is not taken for it."""

    def __init__(self, folders: Sequence[Path], store: Path | None = None) -> None:
        """``store`` may not exist."""
        self._folders = [folder.resolve() for folder in folders]
        self._store = store
        self.text = lru_cache(_KEPT)(self._text)

    def _text(self, report: NamedReport) -> str | None:
        """The text of a report; None where nobody has it. Raises InputRefused for a file that is no text."""
        for path in self._paths(report.doc):
            data = path.read_bytes()
            if not report.sha256 or sha256(data).hexdigest() == report.sha256:
                return decode(data, str(path)).text
        return self._stored(report.sha256)

    def _paths(self, doc: str) -> Iterator[Path]:
        """Files of that name inside the folders: a gold file must not lead anywhere else."""
        if not doc or "\0" in doc:
            return
        for folder in self._folders:
            for name in dict.fromkeys((doc, PurePosixPath(doc).name)):
                path = (folder / name).resolve()
                if name and path.is_relative_to(folder) and path.is_file():
                    yield path

    def _stored(self, sha256: str) -> str | None:
        if self._store is None or not sha256 or not self._store.is_file():
            return None
        from fzreview.store.reader import StoreReader

        try:
            with StoreReader(self._store) as reader:
                summary = reader.summary(sha256)
                return None if summary is None else reader.source(summary.id)
        except StoreError:
            # A store that cannot be read has no texts for us; whoever asks is told that there is none.
            self._store = None
            return None
