"""``doccano``: JSONL for sequence labelling, a whole report a line.

Its projects count UTF-16 code units, as browsers do, or grapheme clusters where that is set.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Final

from fzreview.domain.gold.fields import carried_row
from fzreview.domain.gold.records import GoldDocument, GoldRecord
from fzreview.domain.gold.returned import LABELS, record_label
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.json_text import json_line
from fzreview.gold.labels.colours import colour_of
from fzreview.gold.labels.grapheme_offsets import Offsets, offsets_in
from fzreview.gold.making.reviewed import cuts, reviewed_documents
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FOLDER: Final = "doccano"
FILE_NAME: Final = "reports.jsonl"
RETURNS: Final = "carriage_returns"
"""Field of ``meta``: offsets of the CR of each CRLF, which doccano drops from a text in some modes."""

_RETURN: Final = re.compile(r"\r(?=\n)")


class DoccanoWriter:
    """Writes ``doccano/reports.jsonl`` and ``doccano/labels.json``, doccano's own list of labels."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        """Raises LibraryMissing where the library that the units need is not installed."""
        self._units = options.units
        offsets_in(self._units, "")
        place = folder / FOLDER
        place.mkdir(parents=True, exist_ok=True)
        self._rows = AtomicFile(place / FILE_NAME)
        self.files = [self._rows]
        self.not_held: Counter[str] = Counter()
        labels = AtomicFile(place / "labels.json")
        self.files.append(labels)
        told = [
            {"text": label, "suffix_key": None, "background_color": colour_of(label), "text_color": "#ffffff"}
            for label in LABELS
        ]
        labels.write((json.dumps(told, indent=1) + "\n").encode("utf-8"))

    def add(self, document: GoldDocument) -> None:
        offsets = offsets_in(self._units, document.text)
        returns = [one.start() for one in _RETURN.finditer(document.text)]
        for reviewed in reviewed_documents(document):
            right = [
                (record, span)
                for record in reviewed.records
                if cuts(document.text, record) and (span := _span(offsets, record)) is not None
            ]
            self.not_held["span"] += len(reviewed.records) - len(right)
            row = {
                "text": document.text,
                "label": [[*span, record_label(record)] for record, span in right],
                "meta": reviewed.head()
                | {"offsets": self._units, RETURNS: returns}
                | {"records": [carried_row(record) for record, _ in right]},
            }
            self._rows.write(json_line(row))

    def close(self, manifest: Manifest) -> None:
        """Nothing follows the last line."""


def _span(offsets: Offsets, record: GoldRecord) -> tuple[int, int] | None:
    """The record's span in the units; None where it begins or ends within one of them."""
    try:
        return offsets.units(record.figure.start), offsets.units(record.figure.end)
    except ValueError:
        return None


writer = DoccanoWriter
