"""``labelstudio`` read back: tasks as we wrote them, or as Label Studio exports them (JSON).

Versions of Label Studio differ in what they count: where the text of a region tells, it decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.fields import stated_fields
from fzreview.domain.gold.returned import REJECTED, Returned, ReturnedFigure, ReturnedReport, Unreadable
from fzreview.errors import InputRefused
from fzreview.gold.files.json_list import json_list
from fzreview.gold.formats.labelstudio import FOLDER, UTF16
from fzreview.gold.formats.labelstudio_controls import REGION, TO_NAME, told_field
from fzreview.gold.formats.labelstudio_utf16 import FOLDER as UTF16_FOLDER
from fzreview.gold.labels.offsets import Utf16Offsets
from fzreview.gold.packages.format_options import Units
from fzreview.gold.packages.returned_rows import listed, located, mapped, report_of, sections_of, spanned

_FORMER_FOLDER: Final = "labelstudio-points"
"""Name of the folder of code points in packages of before."""


def read(path: Path, units: Units | None = None) -> Iterator[Returned]:
    """What the annotations of the files tell. Raises FzError where there is nothing to read."""
    for file in located(path, "*.json", FOLDER, UTF16_FOLDER, _FORMER_FOLDER):
        for name, task in json_list(file):
            if isinstance(task, Unreadable):
                yield task
            else:
                yield from _task(name, task)


def predicted(path: Path) -> Iterator[ReturnedFigure | Unreadable]:
    """What the predictions of the files tell; ``annotator`` is the version of the model.

    Raises FzError where there is nothing to read.
    """
    for file in located(path, "*.json", FOLDER, UTF16_FOLDER, _FORMER_FOLDER):
        for name, row in json_list(file):
            if isinstance(row, Unreadable):
                yield row
                continue
            task = _Task.of(name, row)
            if isinstance(task, Unreadable):
                yield task
            else:
                yield from _predicted(task, row)


def _predicted(task: _Task, row: Mapping[str, Any]) -> Iterator[ReturnedFigure | Unreadable]:
    said = row.get("predictions")
    if isinstance(said, list) and any(isinstance(one, int) for one in said):
        yield Unreadable(InputRefused("import_prediction_ids", name=task.name))
        return
    for prediction in listed(row, "predictions"):
        version, score = prediction.get("model_version"), _confidence(prediction)
        for one in task.figures(listed(prediction, "result"), str(version) if version else None):
            if isinstance(one, ReturnedFigure) and one.confidence is None:
                yield replace(one, confidence=score)
            else:
                yield one


@dataclass(frozen=True, slots=True)
class _Task:
    name: str
    report: ReturnedReport
    text: str
    offsets: Utf16Offsets
    rows: Mapping[str, Any]
    unit: object

    @classmethod
    def of(cls, name: str, task: Mapping[str, Any]) -> _Task | Unreadable:
        data = mapped(task, "data")
        text = data.get(TO_NAME)
        if "data" not in task and TO_NAME in task:
            return Unreadable(InputRefused("import_json_min", name=name))
        if not isinstance(text, str):
            told = repr(text)[:60]
            return Unreadable(InputRefused("import_field", name=name, field="data.text", value=told))
        rows = mapped(data, "records")
        return cls(name, report_of(data, text), text, Utf16Offsets(text), rows, data.get("offsets"))

    def figures(
        self, results: list[dict[str, Any]], annotator: str | None, rows: Mapping[str, Any] | None = None
    ) -> Iterator[ReturnedFigure | Unreadable]:
        """The regions of a list of results, each with the fields that were filled beside it."""
        fields: dict[str, dict[str, str]] = {}
        regions = []
        for result in results:
            if result.get("type") == REGION:
                regions.append(result)
                continue
            region_id = str(result.get("id"))
            try:
                field, content = told_field(f"{self.name} {region_id}", result)
            except InputRefused as error:
                yield Unreadable(error)
            else:
                fields.setdefault(region_id, {})[field] = content
        for region in regions:
            region_id = str(region.get("id"))
            row = (rows or {}).get(region_id)
            row = row if isinstance(row, dict) else None
            try:
                yield self._figure(region_id, region, fields.get(region_id, {}), row, annotator)
            except InputRefused as error:
                yield Unreadable(error)

    def _figure(
        self,
        region_id: str,
        region: Mapping[str, Any],
        fields: Mapping[str, str],
        row: Mapping[str, Any] | None,
        annotator: str | None,
    ) -> ReturnedFigure:
        place = f"{self.name} {region_id}"
        value = mapped(region, "value")
        labels = value.get("labels")
        label = labels[0] if isinstance(labels, list) and len(labels) == 1 else labels
        span = spanned(place, value.get("start"), value.get("end"), label)
        said = value.get("text")
        surface = said.replace("\\n", "\n") if isinstance(said, str) else None
        start, end = self._points(place, span.start, span.end, surface, row is not None)
        told = stated_fields(place, fields if row is None else _with_emptied(fields))
        sure = _confidence(region)
        return ReturnedFigure(
            place,
            self.report,
            start,
            end,
            span.label,
            row,
            told=told,
            annotator=annotator,
            confidence=sure,
        )

    def _points(self, place: str, start: int, end: int, surface: str | None, ours: bool) -> tuple[int, int]:
        """Code points of a region, by the count under which it cuts out what it says.

        Raises InputRefused where neither does. Where both do, a region that we wrote in code units is in
        those, and one made in Label Studio in code points.
        """
        text = self.text
        counts: list[tuple[int, int]] = []
        with suppress(ValueError):
            counts.append((self.offsets.points(start), self.offsets.points(end)))
        if end <= len(text):
            counts.append((start, end))
        if not (ours and self.unit == UTF16):
            counts.reverse()
        for first, last in counts:
            if surface is None or text[first:last] in (surface, surface.replace("\n", "\\n")):
                return first, last
        found = text[start:end]
        raise InputRefused(
            "import_span", name=place, start=start, end=end, surface=surface or "", found=found
        )


def _confidence(scored: Mapping[str, Any]) -> float | None:
    """The score of a prediction or region; one that is not between 0 and 1 cannot be compared."""
    score = scored.get("score")
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
        return None
    return float(score)


def _with_emptied(fields: Mapping[str, str]) -> dict[str, str | None]:
    """The fields that were filled and, where any is, the others as empty: an empty control has no result."""
    empty: dict[str, str | None] = {"upper": None, "unit": "", "subject": ""}
    return empty | dict(fields) if fields else {}


def _task(name: str, row: Mapping[str, Any]) -> Iterator[Returned]:
    task = _Task.of(name, row)
    if isinstance(task, Unreadable):
        yield task
        return
    for annotation in listed(row, "annotations"):
        if annotation.get("was_cancelled"):
            continue
        annotator = _annotator(annotation)
        found = list(task.figures(listed(annotation, "result"), annotator, task.rows))
        yield from found
        if annotator is not None:
            figures = [one for one in found if isinstance(one, ReturnedFigure)]
            yield from _deleted(task, annotation, figures, annotator)
    yield from sections_of(name, mapped(row, "data"), task.report)


def _annotator(annotation: Mapping[str, Any]) -> str | None:
    """The number of the user who completed an annotation; None where the file never was in Label Studio."""
    by = annotation.get("completed_by")
    by = by.get("id") if isinstance(by, Mapping) else by
    return str(by) if isinstance(by, int | str) and by != "" else None


def _deleted(
    task: _Task, annotation: Mapping[str, Any], figures: list[ReturnedFigure], annotator: str
) -> Iterator[ReturnedFigure]:
    """Our regions that are gone from an annotation that somebody completed, each as a rejection.

    An annotation that was begun anew, and holds none of ours, says nothing of them.
    """
    if not annotation.get("ground_truth") and not any(one.row for one in figures):
        return
    for region_id, row in task.rows.items():
        if not isinstance(row, Mapping):
            continue
        start, end = row.get("start"), row.get("end")
        if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
            continue
        if not any(one.start < end and start < one.end for one in figures):
            place = f"{task.name} {region_id}"
            yield ReturnedFigure(
                place, task.report, start, end, REJECTED, row, annotator=annotator, deleted=True
            )
