"""``jsonl``: the native format, one gold record a line, and beside it the sections read completely."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fzreview.domain.gold import GoldDocument, GoldRecord, gold_row, read_section_row
from fzreview.gold.manifest import Manifest
from fzreview.gold.whole_file import WholeFile

FILE_NAME = "figures.jsonl"
SECTIONS_NAME = "sections.jsonl"

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def line(record: GoldRecord) -> str:
    """The record as a line, its line break included."""
    return _encode(gold_row(record)) + "\n"


class JsonlWriter:
    """Writes ``figures.jsonl`` and ``sections.jsonl``."""

    def __init__(self, folder: Path) -> None:
        self._figures = WholeFile(folder / FILE_NAME)
        self.files = [self._figures]
        self._sections = WholeFile(folder / SECTIONS_NAME)
        self.files.append(self._sections)
        self.not_held: dict[str, int] = {}

    def add(self, document: GoldDocument) -> None:
        for record in document.records:
            self._figures.write(line(record).encode("utf-8"))
        for section in document.read:
            self._sections.write(_bytes(read_section_row(document, section)))

    def close(self, manifest: Manifest) -> None:
        """Nothing follows the last line."""


def _bytes(row: dict[str, Any]) -> bytes:
    return (_encode(row) + "\n").encode("utf-8")


writer = JsonlWriter
