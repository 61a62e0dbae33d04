"""Figures that a model or a person wrote into a JSONL file, as an extractor of the reports that it names.

A row has ``doc`` or ``sha256``, ``start``, ``end`` and ``value``; ``upper``, ``unit``, ``kind``, ``bound``
and ``subject`` where it tells them. The output of ``read --json`` is taken too: a row a report, with
``figures``. Rejected rows of gold are no figures.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Self

from fzreview.domain.extracting.extraction import Document
from fzreview.errors import FzError, InputRefused
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.work.extracting.extractors import Extracted
from fzreview.work.extracting.foreign_figures import NamedRow, checked_figures, with_figures
from fzreview.work.json_lines import json_row


class Predictions:
    """A JSONL of predictions; only the places of its rows are kept in memory. A context manager."""

    def __init__(self, path: Path, *, cut: bool = False) -> None:
        """``cut``: rows were lost before it was written, of whatever report.

        Raises InputRefused where the file cannot be read or no row of it names a report.
        """
        self._cut = cut
        self._path = path
        self.refused: list[FzError] = []
        """Rows that are no predictions at all, by line."""
        self._places: dict[str, array[int]] = {}
        self._doubtful: set[str] = set()
        """sha256 of reports that a refused row may be of."""
        try:
            self._file: BinaryIO = path.open("rb")
            self.extractor = f"{path.stem}#{self._index()}"
        except FileNotFoundError as error:
            raise InputRefused("not_found", name=path) from error
        except OSError as error:
            raise InputRefused("unreadable", name=path, reason=error.strerror or str(error)) from error
        if not self._places:
            self._file.close()
            raise InputRefused("no_predictions", name=path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def reports_in(self, store: Path) -> list[str]:
        """sha256 of each report of the store that a row names; other names are noted as refused.

        Raises StoreError when the store cannot be opened.
        """
        create_or_migrate(store)
        named: dict[str, list[str]] = {name: [] for name in self._places}
        anybodys = self._cut or bool(self.refused)
        with StoreReader(store) as reader:
            for sha256, doc in reader.names():
                for name in (sha256, doc):
                    if name in named:
                        named[name].append(sha256)
        for name, found in named.items():
            if len(found) != 1:
                self.refused.append(
                    FzError(
                        "prediction_ambiguous" if found else "prediction_unknown",
                        name=self._path,
                        report=name,
                    )
                )
                self._doubtful.update(found)
                del self._places[name]
        reports = list(dict.fromkeys(found[0] for found in named.values() if len(found) == 1))
        if anybodys:
            self._doubtful.update(reports)
        return reports

    def __call__(self, doc: str, sha256: str, source: str) -> Extracted | None:
        """The figures of one report; see ``extractors.Extractor``."""
        rows = self.rows_of(Document(doc, sha256, source))
        if rows is None:
            return None
        from fzreview.reading.read import read_report

        own = read_report(source)
        figures, refused = checked_figures(rows, own)
        whole = not refused and not self.may_lack(sha256)
        return Extracted(with_figures(own, figures), self.extractor, refused, whole)

    def rows_of(self, document: Document) -> Iterator[NamedRow] | None:
        """The rows of one report; None where no row names it."""
        if document.doc not in self._places and document.sha256 not in self._places:
            return None
        return self._rows(document.doc, document.sha256)

    def may_lack(self, sha256: str) -> bool:
        """Whether a row that was refused by its line may be of this report."""
        return sha256 in self._doubtful

    def _index(self) -> str:
        """Note the place of every row; the beginning of the file's digest."""
        digest = hashlib.sha256()
        offset = 0
        for number, line in enumerate(self._file, 1):
            digest.update(line)
            self._note(line, number, offset)
            offset += len(line)
        return digest.hexdigest()[:8]

    def _note(self, line: bytes, number: int, offset: int) -> None:
        try:
            row = json_row(self._path, number, line)
        except InputRefused as error:
            self.refused.append(error)
            return
        if row is None:
            return
        name = row.get("sha256") or row.get("doc")
        if not isinstance(name, str):
            self.refused.append(FzError("prediction_row", name=f"{self._path}:{number}"))
        else:
            self._places.setdefault(name, array("Q")).extend((number, offset))

    def _rows(self, doc: str, sha256: str) -> Iterator[NamedRow]:
        for name in dict.fromkeys((sha256, doc)):
            places = self._places.get(name, array("Q"))
            for number, offset in zip(places[::2], places[1::2], strict=True):
                self._file.seek(offset)
                row = json_row(self._path, number, self._file.readline())
                label = f"{self._path}:{number}"
                inner = None if row is None else row.get("figures")
                if isinstance(inner, list):
                    yield from ((f"{label}#{place}", one) for place, one in enumerate(inner, 1))
                elif row is not None and row.get("decision") != "rejected":
                    yield label, row
