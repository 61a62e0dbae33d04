"""Files of formats that have some for each document: written one after another, and listed beside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fzreview.domain.gold.records import GoldDocument
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.file_names import file_name
from fzreview.gold.files.json_text import json_line
from fzreview.gold.making.reviewed import ReviewedDocument, reviewed_documents

DOCUMENTS: Final = "documents.jsonl"
"""The list: which report and reviewer each name is. The tools that read the folder pass over it."""


class DocumentFiles:
    """The files of one format in its folder, which is made where there is none."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError where nothing can be written there."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._list = AtomicFile(folder / DOCUMENTS)
        self.all = [self._list]

    def write(self, name: str, data: bytes) -> None:
        """One whole file. It is closed at once: thousands of reports must not be as many open files."""
        file = AtomicFile(self._folder / name)
        self.all.append(file)
        file.write(data)
        file.sync()

    def listed(self, document: GoldDocument) -> Iterator[tuple[str, ReviewedDocument]]:
        """The document as each reviewer left it, with the name of its files, which is put on the list."""
        several = len(document.reviewers) > 1
        for reviewed in reviewed_documents(document):
            name = file_name(document.doc, document.sha256, reviewed.reviewer if several else None)
            yield name, reviewed
            self._list.write(json_line({"name": name} | reviewed.head()))
