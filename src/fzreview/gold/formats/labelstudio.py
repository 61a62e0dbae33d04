"""``labelstudio``: JSON tasks, a whole report each, and the labelling configuration that shows them.

Annotations are the gold; predictions are what the machine extracted, also where nobody decided yet. Offsets
are code points, as Label Studio counts them today; ``labelstudio_utf16`` writes code units.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, Final

from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.fields import carried_row
from fzreview.domain.gold.records import GoldDocument, GoldRecord
from fzreview.domain.gold.returned import record_label
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.json_text import json_text
from fzreview.gold.formats.labelstudio_controls import FROM_NAME, REGION, TO_NAME, config, field_results
from fzreview.gold.labels.offsets import PointOffsets, Utf16Offsets
from fzreview.gold.making.reviewed import ReviewedDocument, cuts, reviewed_documents
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FOLDER: Final = "labelstudio"
FILE_NAME: Final = "tasks.json"
CONFIG_NAME: Final = "config.xml"
UTF16: Final = "utf-16"

Offsets = PointOffsets | Utf16Offsets


class LabelStudioWriter:
    """Writes ``tasks.json``, a task at a time, and ``config.xml``."""

    folder_name: ClassVar[str] = FOLDER
    offsets: ClassVar[type[PointOffsets] | type[Utf16Offsets]] = PointOffsets
    offsets_name: ClassVar[str] = "code-points"

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        place = folder / self.folder_name
        place.mkdir(parents=True, exist_ok=True)
        self._tasks = AtomicFile(place / FILE_NAME)
        self.files = [self._tasks]
        self.not_held: Counter[str] = Counter()
        self._empty = True
        control = AtomicFile(place / CONFIG_NAME)
        self.files.append(control)
        control.write(config().encode("utf-8"))

    def add(self, document: GoldDocument) -> None:
        offsets = self.offsets(document.text)
        for reviewed in reviewed_documents(document):
            right = [record for record in reviewed.records if _cuts(document.text, offsets, record)]
            self.not_held["span"] += len(reviewed.records) - len(right)
            if not offsets.same:
                self.not_held["wide"] += len(right)
            task = json_text(_task(reviewed, right, offsets, self.offsets_name))
            self._tasks.write(f"{'[' if self._empty else ','}\n{task}".encode())
            self._empty = False

    def close(self, manifest: Manifest) -> None:
        self._tasks.write(b"[]\n" if self._empty else b"\n]\n")


def _cuts(text: str, offsets: Offsets, record: GoldRecord) -> bool:
    """Checked the way back: from code units to what they cut out."""
    start, end = offsets.units(record.figure.start), offsets.units(record.figure.end)
    back = text[offsets.points(start) : offsets.points(end)]
    return back == record.figure.surface and cuts(text, record)


def _task(
    reviewed: ReviewedDocument, records: list[GoldRecord], offsets: Offsets, unit: str
) -> Mapping[str, Any]:
    rows: dict[str, Any] = {}
    gold: list[dict[str, Any]] = []
    extracted: list[dict[str, Any]] = []
    for number, record in enumerate(records, 1):
        rows[f"g{number}"] = carried_row(record)
        gold += _results(f"g{number}", record.figure, record_label(record), offsets)
        if record.machine is not None:
            extracted += _results(f"m{number}", record.machine, record.machine.kind, offsets)
    for number, figure in enumerate(reviewed.open_figures(), 1):
        extracted += _results(f"u{number}", figure, figure.kind, offsets)
    head = reviewed.head()
    return {
        "data": {TO_NAME: reviewed.document.text} | head | {"offsets": unit, "records": rows},
        "predictions": [{"model_version": head["extractor"], "result": extracted}],
        "annotations": [{"ground_truth": True, "result": gold}],
    }


def _results(id: str, figure: Figure, label: str, offsets: Offsets) -> list[dict[str, Any]]:
    """The region of a figure and what fills the controls beside it."""
    region = {
        "id": id,
        "from_name": FROM_NAME,
        "to_name": TO_NAME,
        "type": REGION,
        "value": {
            "start": offsets.units(figure.start),
            "end": offsets.units(figure.end),
            "text": figure.surface,
            "labels": [label],
        },
        # Label Studio shows the text of a region's meta beside it.
        "meta": {"text": [f"{figure.bound} {figure.value}{figure.unit} {figure.subject}"]},
    }
    return [region, *field_results(region, figure)]


writer = LabelStudioWriter
