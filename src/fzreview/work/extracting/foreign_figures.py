"""Figures from outside the program: checked against the text, completed, and put into a reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from fzreview.domain.figure import BOUNDS, KINDS, Figure
from fzreview.domain.reading_rows import figure_fields
from fzreview.domain.report import Reading
from fzreview.domain.section_paths import SectionPaths
from fzreview.errors import FzError

_DECIMAL: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_WORDS: Final = ("unit", "kind", "bound", "subject")


def checked_figures(
    rows: Iterable[tuple[str, Mapping[str, Any] | Figure]], reading: Reading
) -> tuple[tuple[Figure, ...], tuple[FzError, ...]]:
    """The rows that can be figures of the reading's source, in order of place, and why the others cannot.

    A row comes with the name that a refusal calls it by. Fields that a row leaves out are those that the
    program itself reads at its span. Of rows that overlap the first one counts.
    """
    refused: list[FzError] = []
    found: list[tuple[str, Figure]] = []
    own = {(figure.start, figure.end): figure for figure in reading.figures}
    paths = SectionPaths(reading.outline)
    for name, row in rows:
        try:
            found.append((name, _figure(name, row, reading, own, paths)))
        except FzError as error:
            refused.append(error)
    figures: list[Figure] = []
    for name, figure in sorted(found, key=lambda pair: (pair[1].start, pair[1].end)):
        if figures and figure.start < figures[-1].end:
            refused.append(
                FzError("prediction_overlap", name=name, span=figure.span_key, other=figures[-1].span_key)
            )
        else:
            figures.append(figure)
    return tuple(figures), tuple(refused)


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
    told = {field: row[field] for field in _WORDS if row.get(field) is not None}
    for field, value in told.items():
        allowed = {"kind": KINDS, "bound": BOUNDS}.get(field)
        if not isinstance(value, str) or (allowed is not None and value not in allowed):
            raise FzError("prediction_field", name=name, field=field, value=value)
    has_value = row.get("value") is not None
    missing = [field for field in _WORDS if field not in told]
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
