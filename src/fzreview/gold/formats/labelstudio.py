"""``labelstudio``: JSON tasks, a whole report each, and the labelling configuration that shows them.

Predictions are what the machine extracted, annotations are the gold. Offsets are UTF-16 code units;
``labelstudio_points`` writes code points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, Final
from xml.sax.saxutils import quoteattr

from fzreview.domain.figure import Figure
from fzreview.domain.gold import GoldDocument, GoldRecord
from fzreview.domain.gold_fields import carried_row
from fzreview.domain.returned import LABELS, record_label
from fzreview.gold.colours import colour_of
from fzreview.gold.json_text import json_text
from fzreview.gold.manifest import Manifest
from fzreview.gold.offsets import PointOffsets, Utf16Offsets
from fzreview.gold.reviewed import ReviewedDocument, cuts, reviewed_documents
from fzreview.gold.whole_file import WholeFile

FOLDER: Final = "labelstudio"
FILE_NAME: Final = "tasks.json"
CONFIG_NAME: Final = "config.xml"
FROM_NAME: Final = "kind"
TO_NAME: Final = "text"
UTF16: Final = "utf-16"

Offsets = PointOffsets | Utf16Offsets


class LabelStudioWriter:
    """Writes ``tasks.json``, a task at a time, and ``config.xml``."""

    folder_name: ClassVar[str] = FOLDER
    offsets: ClassVar[type[PointOffsets] | type[Utf16Offsets]] = Utf16Offsets
    offsets_name: ClassVar[str] = UTF16

    def __init__(self, folder: Path) -> None:
        place = folder / self.folder_name
        place.mkdir(parents=True, exist_ok=True)
        self._tasks = WholeFile(place / FILE_NAME)
        self.files = [self._tasks]
        self.not_held: Counter[str] = Counter()
        self._empty = True
        config = WholeFile(place / CONFIG_NAME)
        self.files.append(config)
        config.write(_config().encode("utf-8"))

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
        gold.append(_region(f"g{number}", record.figure, record_label(record), offsets))
        if record.machine is not None:
            extracted.append(_region(f"m{number}", record.machine, record.machine.kind, offsets))
    head = reviewed.head()
    return {
        "data": {TO_NAME: reviewed.document.text} | head | {"offsets": unit, "records": rows},
        "predictions": [{"model_version": head["extractor"], "result": extracted}],
        "annotations": [{"ground_truth": True, "result": gold}],
    }


def _region(id: str, figure: Figure, label: str, offsets: Offsets) -> dict[str, Any]:
    return {
        "id": id,
        "from_name": FROM_NAME,
        "to_name": TO_NAME,
        "type": "labels",
        "value": {
            "start": offsets.units(figure.start),
            "end": offsets.units(figure.end),
            "text": figure.surface,
            "labels": [label],
        },
        # Label Studio shows the text of a region's meta beside it.
        "meta": {"text": [f"{figure.bound} {figure.value}{figure.unit} {figure.subject}"]},
    }


def _config() -> str:
    labels = "\n".join(
        f"    <Label value={quoteattr(label)} background={quoteattr(colour_of(label))}/>" for label in LABELS
    )
    # Blanks count in offsets: they must be shown as they are.
    return (
        "<View>\n"
        f'  <Labels name="{FROM_NAME}" toName="{TO_NAME}">\n{labels}\n  </Labels>\n'
        "  <Style>.htx-text{ white-space: pre-wrap; }</Style>\n"
        f'  <Text name="{TO_NAME}" value="${TO_NAME}" granularity="symbol" saveTextResult="yes"/>\n'
        "</View>\n"
    )


writer = LabelStudioWriter
