"""``jsonl``: the native format, one gold record a line."""

from __future__ import annotations

import json
from pathlib import Path

from fzreview.domain.gold import GoldRecord, gold_row
from fzreview.gold.whole_file import WholeFile

FILE_NAME = "figures.jsonl"

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def line(record: GoldRecord) -> str:
    """The record as a line, its line break included."""
    return _encode(gold_row(record)) + "\n"


class JsonlWriter:
    """Writes ``figures.jsonl``."""

    def __init__(self, folder: Path) -> None:
        self._file = WholeFile(folder / FILE_NAME)

    @property
    def files(self) -> list[WholeFile]:
        return [self._file]

    def add(self, record: GoldRecord) -> None:
        self._file.write(line(record).encode("utf-8"))

    def close(self) -> None:
        """Nothing follows the last line."""


writer = JsonlWriter
