"""``doccano``: JSONL for sequence labelling, a whole report a line; offsets are code points."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Final

from fzreview.domain.gold import GoldDocument
from fzreview.domain.gold_fields import carried_row
from fzreview.domain.returned import LABELS, record_label
from fzreview.gold.colours import colour_of
from fzreview.gold.format_options import FormatOptions
from fzreview.gold.json_text import json_line
from fzreview.gold.manifest import Manifest
from fzreview.gold.reviewed import cuts, reviewed_documents
from fzreview.gold.whole_file import WholeFile

FOLDER: Final = "doccano"
FILE_NAME: Final = "reports.jsonl"


class DoccanoWriter:
    """Writes ``doccano/reports.jsonl`` and ``doccano/labels.json``, doccano's own list of labels."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        place = folder / FOLDER
        place.mkdir(parents=True, exist_ok=True)
        self._rows = WholeFile(place / FILE_NAME)
        self.files = [self._rows]
        self.not_held: Counter[str] = Counter()
        labels = WholeFile(place / "labels.json")
        self.files.append(labels)
        told = [
            {"text": label, "suffix_key": None, "background_color": colour_of(label), "text_color": "#ffffff"}
            for label in LABELS
        ]
        labels.write((json.dumps(told, indent=1) + "\n").encode("utf-8"))

    def add(self, document: GoldDocument) -> None:
        for reviewed in reviewed_documents(document):
            right = [record for record in reviewed.records if cuts(document.text, record)]
            self.not_held["span"] += len(reviewed.records) - len(right)
            row = {
                "text": document.text,
                "label": [[one.figure.start, one.figure.end, record_label(one)] for one in right],
                "meta": reviewed.head() | {"records": [carried_row(record) for record in right]},
            }
            self._rows.write(json_line(row))

    def close(self, manifest: Manifest) -> None:
        """Nothing follows the last line."""


writer = DoccanoWriter
