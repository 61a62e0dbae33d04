"""``labelstudio`` read back: tasks as we wrote them, or as Label Studio exports them (JSON).

Versions of Label Studio differ in what they count: where the text of a region tells, it decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from fzreview.domain.returned import Returned, ReturnedFigure, ReturnedReport, Unreadable
from fzreview.errors import InputRefused
from fzreview.gold.formats.labelstudio import FOLDER, TO_NAME, UTF16
from fzreview.gold.formats.labelstudio_points import FOLDER as POINTS
from fzreview.gold.json_list import json_list
from fzreview.gold.offsets import Utf16Offsets
from fzreview.gold.returned_rows import listed, located, mapped, report_of, sections_of, spanned


def read(path: Path) -> Iterator[Returned]:
    """What the files tell. Raises FzError where there is nothing to read."""
    for file in located(path, "*.json", FOLDER, POINTS):
        for name, task in json_list(file):
            if isinstance(task, Unreadable):
                yield task
            else:
                yield from _task(name, task)


def _task(name: str, task: Mapping[str, Any]) -> Iterator[Returned]:
    data = mapped(task, "data")
    text = data.get(TO_NAME)
    if not isinstance(text, str):
        yield Unreadable(InputRefused("import_field", name=name, field="data.text", value=repr(text)[:60]))
        return
    report, offsets = report_of(data, text), Utf16Offsets(text)
    rows = mapped(data, "records")
    for annotation in listed(task, "annotations"):
        if annotation.get("was_cancelled"):
            continue
        for region in listed(annotation, "result"):
            if region.get("type") == "labels":
                try:
                    yield _region(name, region, report, text, offsets, rows, data.get("offsets"))
                except InputRefused as error:
                    yield Unreadable(error)
    yield from sections_of(name, data, report)


def _region(
    name: str,
    region: Mapping[str, Any],
    report: ReturnedReport,
    text: str,
    offsets: Utf16Offsets,
    rows: Mapping[str, Any],
    unit: object,
) -> ReturnedFigure:
    region_id = str(region.get("id"))
    value = mapped(region, "value")
    labels = value.get("labels")
    place = f"{name} {region_id}"
    label = labels[0] if isinstance(labels, list) and len(labels) == 1 else labels
    span = spanned(place, value.get("start"), value.get("end"), label)
    row = rows.get(region_id)
    row = row if isinstance(row, dict) else None
    said = value.get("text")
    surface = said.replace("\\n", "\n") if isinstance(said, str) else None
    in_units = row is not None and unit == UTF16
    start, end = _points(place, span.start, span.end, surface, text, offsets, in_units)
    return ReturnedFigure(place, report, start, end, span.label, row)


def _points(
    place: str, start: int, end: int, surface: str | None, text: str, offsets: Utf16Offsets, in_units: bool
) -> tuple[int, int]:
    """Code points of a region, by the count under which it cuts out what it says.

    Raises InputRefused where neither does. Where both do, a region that we wrote ``in_units`` is in those,
    and one made in Label Studio in code points.
    """
    counts: list[tuple[int, int]] = []
    with suppress(ValueError):
        counts.append((offsets.points(start), offsets.points(end)))
    if end <= len(text):
        counts.append((start, end))
    if not in_units:
        counts.reverse()
    for first, last in counts:
        if surface is None or text[first:last] in (surface, surface.replace("\n", "\\n")):
            return first, last
    found = text[start:end]
    raise InputRefused("import_span", name=place, start=start, end=end, surface=surface or "", found=found)
