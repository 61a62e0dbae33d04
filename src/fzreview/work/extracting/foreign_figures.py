"""Figures from outside the program: checked against the text, completed, and put into a reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, TypeVar

from fzreview.domain.extracting.layers import LayerFigure
from fzreview.domain.figures.fields import NAMED, STATED
from fzreview.domain.figures.figure import BOUNDS, KINDS, Figure
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.errors import FzError

_DECIMAL: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")

NamedRow = tuple[str, Mapping[str, Any] | Figure]
"""A row, and what a refusal calls it."""

Checked = TypeVar("Checked")


def checked_figures(
    rows: Iterable[NamedRow], reading: Reading
) -> tuple[tuple[Figure, ...], tuple[FzError, ...]]:
    """The rows that can be figures of the reading's source, in order of place, and why the others cannot.

    Fields that a row leaves out are those that the program itself reads at its span. Of rows that overlap the
    first one counts.
    """
    kept, refused = _checked(rows, reading, lambda name, row, figure: figure)
    return tuple(kept), tuple(refused)


def checked_layer(
    rows: Iterable[NamedRow], reading: Reading
) -> tuple[tuple[LayerFigure, ...], tuple[FzError, ...]]:
    """The same with what each row tells itself, and its ``confidence`` (0 to 1) where it has one.

    A ``label`` may stand for the kind; one that is none says no more than that there is a figure.
    """
    named = ((name, _labelled(row)) for name, row in rows)
    kept, refused = _checked(named, reading, _layer_figure)
    return tuple(kept), tuple(refused)


def _labelled(row: Mapping[str, Any] | Figure) -> Mapping[str, Any] | Figure:
    if isinstance(row, Mapping) and row.get("kind") is None and row.get("label") in KINDS:
        return {**row, "kind": row["label"]}
    return row


def _layer_figure(name: str, row: Mapping[str, Any] | Figure, figure: Figure) -> LayerFigure:
    """Raises FzError where the confidence is none."""
    if isinstance(row, Figure):
        return LayerFigure(figure)
    told = {field for field in STATED if row.get(field) is not None}
    if "value" in told and "upper" in row:
        told.add("upper")
    return LayerFigure(
        figure, tuple(field for field in STATED if field in told), _confidence(name, row.get("confidence"))
    )


def _confidence(name: str, value: object) -> float | None:
    try:
        number = None if value is None else float(value)  # type: ignore[arg-type]  # what is none raises
    except (TypeError, ValueError):
        number = -1
    if isinstance(value, bool) or (number is not None and not 0 <= number <= 1):
        raise FzError("prediction_field", name=name, field="confidence", value=value)
    return number


def _checked(
    rows: Iterable[NamedRow],
    reading: Reading,
    made: Callable[[str, Mapping[str, Any] | Figure, Figure], Checked],
) -> tuple[list[Checked], list[FzError]]:
    """What is ``made`` of each row that can be a figure, in order of place, and why the others cannot."""
    refused: list[FzError] = []
    found: list[tuple[str, Figure, Checked]] = []
    own = {(figure.start, figure.end): figure for figure in reading.figures}
    paths = SectionPaths(reading.outline)
    for name, row in rows:
        try:
            figure = _figure(name, row, reading, own, paths)
            found.append((name, figure, made(name, row, figure)))
        except FzError as error:
            refused.append(error)
    kept: list[Checked] = []
    last: Figure | None = None
    for name, figure, one in sorted(found, key=lambda each: (each[1].start, each[1].end)):
        if last is not None and figure.start < last.end:
            refused.append(
                FzError("prediction_overlap", name=name, span=figure.span_key, other=last.span_key)
            )
        else:
            kept.append(one)
            last = figure
    return kept, refused


def with_figures(reading: Reading, figures: Sequence[Figure]) -> Reading:
    """The reading with these figures for its own; what they leave uncovered becomes candidates."""
    covered = [(figure.start, figure.end) for figure in figures]
    numerals = {*reading.candidates, *((figure.start, figure.end) for figure in reading.figures)}
    return replace(reading, figures=tuple(figures), candidates=tuple(_uncovered(sorted(numerals), covered)))


def _uncovered(spans: Iterable[tuple[int, int]], covered: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that touch no covered one; both in order, the covered without overlap."""
    left, at = [], 0
    for start, end in spans:
        while at < len(covered) and covered[at][1] <= start:
            at += 1
        if at == len(covered) or covered[at][0] >= end:
            left.append((start, end))
    return left


def _figure(
    name: str,
    row: Mapping[str, Any] | Figure,
    reading: Reading,
    own: Mapping[tuple[int, int], Figure],
    paths: SectionPaths,
) -> Figure:
    """A row as a figure. Raises FzError that names the row and what is wrong with it."""
    if isinstance(row, Figure):
        row = figure_fields(row) | {"doubts": row.doubts}
    if not isinstance(row, Mapping):
        raise FzError("prediction_row", name=name)
    start, end = row.get("start"), row.get("end")
    if type(start) is not int or type(end) is not int:
        raise FzError("prediction_row", name=name)
    source = reading.source
    if not 0 <= start < end <= len(source):
        raise FzError("prediction_span", name=name, span=f"{start}-{end}", chars=len(source))
    surface = source[start:end]
    if row.get("surface") not in (None, "", surface):
        raise FzError("prediction_surface", name=name, told=row["surface"], found=surface)
    begin, finish = reading.clean.clean_span(start, end)
    return Figure(
        start=start,
        end=end,
        surface=surface,
        text="".join(reading.clean.text[begin:finish].split()),
        section=paths.labels(start),
        doubts=tuple(str(doubt) for doubt in row.get("doubts") or ()),
        **_stated(name, row, reading, own.get((start, end)), (start, end)),
    )


def _stated(
    name: str, row: Mapping[str, Any], reading: Reading, own: Figure | None, span: tuple[int, int]
) -> dict[str, Any]:
    """What the figure says: as told, else as the program reads it at the span."""
    told = {field: row[field] for field in NAMED if row.get(field) is not None}
    for field, value in told.items():
        allowed = {"kind": KINDS, "bound": BOUNDS}.get(field)
        if not isinstance(value, str) or (allowed is not None and value not in allowed):
            raise FzError("prediction_field", name=name, field=field, value=value)
    has_value = row.get("value") is not None
    missing = [field for field in NAMED if field not in told]
    if own is None and (missing or not has_value):
        from fzreview.reading.figures import propose_figure

        own = propose_figure(reading.source, reading.clean, span, reading.outline)
    told |= {field: getattr(own, field) for field in missing}
    surface = reading.source[slice(*span)]
    return told | (_numbers(name, row) if has_value else _read_numbers(name, own, surface))


def _numbers(name: str, row: Mapping[str, Any]) -> dict[str, str | None]:
    value = _decimal(name, "value", row["value"])
    upper = None if row.get("upper") in (None, "") else _decimal(name, "upper", row["upper"])
    if upper is not None and Decimal(upper) <= Decimal(value):
        raise FzError("prediction_field", name=name, field="upper", value=upper)
    return {"value": value, "upper": upper}


def _read_numbers(name: str, own: Figure | None, surface: str) -> dict[str, str | None]:
    """Both numbers as the program reads them. Raises FzError where it reads none at the span."""
    if own is None or not own.value:
        raise FzError("prediction_no_number", name=name, surface=surface)
    return {"value": own.value, "upper": own.upper}


def _decimal(name: str, field: str, value: object) -> str:
    """The value as a plain decimal. Raises FzError where it is none."""
    if isinstance(value, float):
        value = format(Decimal(repr(value)), "f").removesuffix(".0") if value == value else "nan"
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise FzError("prediction_field", name=name, field=field, value=value)
    text = str(value).strip()
    if not _DECIMAL.fullmatch(text):
        raise FzError("prediction_field", name=name, field=field, value=text)
    return text
