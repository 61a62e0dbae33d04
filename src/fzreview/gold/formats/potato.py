"""``potato``: a project for Potato: an item a report, figures as its pre-annotations, and the configuration.

Items have ``id``, ``text`` and ``predictions``; Potato passes over the rest, in which our fields travel.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.fields import carried_row
from fzreview.domain.gold.records import GoldDocument, GoldRecord
from fzreview.domain.gold.returned import LABELS, record_label
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.file_names import file_name
from fzreview.gold.files.json_text import json_line
from fzreview.gold.labels.colours import colour_of
from fzreview.gold.making.reviewed import cuts, reviewed_documents
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FOLDER: Final = "potato"
ITEMS: Final = "reports.jsonl"
OUTPUT: Final = "annotation_output"
"""Folder in which Potato keeps what each of its users did."""
SCHEME: Final = "figures"


class PotatoWriter:
    """Writes ``potato/reports.jsonl`` and ``potato/config.yaml``."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        place = folder / FOLDER
        place.mkdir(parents=True, exist_ok=True)
        self._items = AtomicFile(place / ITEMS)
        self.files = [self._items]
        self.not_held: Counter[str] = Counter()
        config = AtomicFile(place / "config.yaml")
        self.files.append(config)
        # JSON is YAML too.
        config.write((json.dumps(_config(), ensure_ascii=False, indent=1) + "\n").encode("utf-8"))

    def add(self, document: GoldDocument) -> None:
        several = len(document.reviewers) > 1
        for reviewed in reviewed_documents(document):
            right = [record for record in reviewed.records if cuts(document.text, record)]
            self.not_held["span"] += len(reviewed.records) - len(right)
            item = {
                "id": file_name(document.doc, document.sha256, reviewed.reviewer if several else None),
                "text": document.text,
                "predictions": {SCHEME: [_span(record) for record in right]},
                "fzreview": reviewed.head() | {"records": [carried_row(record) for record in right]},
            }
            self._items.write(json_line(item))

    def close(self, manifest: Manifest) -> None:
        """Nothing follows the last item."""


def _span(record: GoldRecord) -> dict[str, Any]:
    figure, label = record.figure, record_label(record)
    return {"start": figure.start, "end": figure.end, "name": label, "title": label, "text": figure.surface}


def _config() -> dict[str, Any]:
    return {
        "annotation_task_name": "fzreview",
        "task_dir": ".",
        "output_annotation_dir": OUTPUT,
        "data_files": [ITEMS],
        "item_properties": {"id_key": "id", "text_key": "text"},
        "pre_annotation": {"enabled": True, "field": "predictions"},
        "annotation_schemes": [
            {
                "annotation_type": "span",
                "name": SCHEME,
                "description": "法治政府建设报告中的数据 · figures of the report",
                "labels": [{"name": label, "color": colour_of(label)} for label in LABELS],
            }
        ],
    }


writer = PotatoWriter
