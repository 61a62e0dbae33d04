"""``brat``: standoff files, a text and its annotations for each report; offsets are code points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fzreview.domain.gold.fields import carried_row
from fzreview.domain.gold.records import GoldDocument, GoldRecord
from fzreview.domain.gold.returned import LABELS, record_label
from fzreview.gold.files.document_files import DocumentFiles
from fzreview.gold.files.json_text import BREAKS, json_text
from fzreview.gold.labels.bound_words import BOUND_WORDS
from fzreview.gold.making.reviewed import ReviewedDocument, cuts
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FOLDER: Final = "brat"
CONFIG_NAME: Final = "annotation.conf"
NOTE: Final = "AnnotatorNotes"

_BREAK: Final = re.compile(f"[{BREAKS}]+")


class BratWriter:
    """Writes ``brat/NAME.txt``, ``brat/NAME.ann``, the configuration and the list of documents."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        self._documents = DocumentFiles(folder / FOLDER)
        self.files = self._documents.all
        self.not_held: Counter[str] = Counter()
        self._documents.write(CONFIG_NAME, _config().encode("utf-8"))

    def add(self, document: GoldDocument) -> None:
        for name, reviewed in self._documents.listed(document):
            self._documents.write(f"{name}.txt", document.text.encode("utf-8"))
            self._documents.write(f"{name}.ann", "".join(self._lines(reviewed)).encode("utf-8"))

    def close(self, manifest: Manifest) -> None:
        """Every document is written."""

    def _lines(self, reviewed: ReviewedDocument) -> Iterator[str]:
        number = attribute = 0
        for record in reviewed.records:
            if not cuts(reviewed.document.text, record):
                self.not_held["span"] += 1
                continue
            number += 1
            figure = record.figure
            yield f"T{number}\t{record_label(record)} {_place(record)}\t{shown(figure.surface)}\n"
            attribute += 1
            yield f"A{attribute}\tBound T{number} {BOUND_WORDS[figure.bound]}\n"
            if record.context_complete:
                attribute += 1
                yield f"A{attribute}\tComplete T{number}\n"
            yield f"#{number}\t{NOTE} T{number}\t{json_text(carried_row(record))}\n"


def _place(record: GoldRecord) -> str:
    """``START END``; a line break inside parts it in two, as brat itself does."""
    figure = record.figure
    parts, at = [], 0
    for gap in _BREAK.finditer(figure.surface):
        parts.append((at, gap.start()))
        at = gap.end()
    parts.append((at, len(figure.surface)))
    return ";".join(f"{figure.start + start} {figure.start + end}" for start, end in parts if start < end)


def shown(surface: str) -> str:
    """The text of an entity as its line shows it: parts joined by blanks."""
    return " ".join(part for part in _BREAK.split(surface) if part)


def _config() -> str:
    labels = "\n".join(LABELS)
    words = "|".join(BOUND_WORDS.values())
    return (
        f"[entities]\n{labels}\n\n[relations]\n\n[events]\n\n"
        f"[attributes]\nBound\tArg:<ENTITY>, Value:{words}\nComplete\tArg:<ENTITY>\n"
    )


writer = BratWriter
