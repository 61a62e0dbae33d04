"""Figures as columns, and read back."""

from __future__ import annotations

import json
import sqlite3

from fzreview.domain.figures.fields import FIGURE_NAMES
from fzreview.domain.figures.figure import BOUNDS, KINDS, Figure
from fzreview.domain.reports.reading_rows import figure_row
from fzreview.domain.reports.stored import StoredFigure
from fzreview.store.opening.packed_values import pack_json, pack_strings, unpack_strings
from fzreview.store.opening.unreadable_rows import raises_unreadable_row, require_one_of

FIGURE_COLUMNS = 'start, "end", surface, text, value, upper, unit, kind, bound, subject, section, doubts'


def validated_figure(figure: Figure) -> Figure:
    """The figure itself. Raises ValueError for a kind or bound that no program of ours writes."""
    require_one_of(figure.kind, KINDS)
    require_one_of(figure.bound, BOUNDS)
    return figure


@raises_unreadable_row
def correction_of(packed: str | None) -> Figure | None:
    """The ten fields of a figure as it should be; None where it was not corrected."""
    return None if packed is None else Figure(**json.loads(packed))


def figure_values(figure: Figure) -> tuple[object, ...]:
    """Values in the order of FIGURE_COLUMNS."""
    return (
        figure.start,
        figure.end,
        figure.surface,
        figure.text,
        figure.value,
        figure.upper,
        figure.unit,
        figure.kind,
        figure.bound,
        figure.subject,
        pack_strings(figure.section),
        pack_strings(figure.doubts),
    )


@raises_unreadable_row
def figure_of(row: sqlite3.Row) -> Figure:
    figure = Figure(
        start=row["start"],
        end=row["end"],
        surface=row["surface"],
        text=row["text"],
        value=row["value"],
        upper=row["upper"],
        unit=row["unit"],
        kind=row["kind"],
        bound=row["bound"],
        subject=row["subject"],
        section=unpack_strings(row["section"]),
        doubts=unpack_strings(row["doubts"]),
    )
    return validated_figure(figure)


@raises_unreadable_row
def fields_of(row: sqlite3.Row) -> tuple[object, ...]:
    """The guide's ten fields of a figure, in their order. Raises UnreadableRow."""
    require_one_of(row["kind"], KINDS)
    require_one_of(row["bound"], BOUNDS)
    return tuple(row[name] for name in FIGURE_NAMES)


def pack_machine(figure: Figure, extractor: str) -> str:
    """What an extractor finds where a reviewer added a figure."""
    row = figure_row(figure) | {"doubts": list(figure.doubts), "extractor": extractor}
    return pack_json(row)


@raises_unreadable_row
def machine_of(packed: str) -> StoredFigure:
    """The figure that :func:`pack_machine` wrote."""
    row = json.loads(packed)
    extractor = row.pop("extractor")
    row["section"], row["doubts"] = tuple(row["section"]), tuple(row["doubts"])
    return StoredFigure(validated_figure(Figure(**row)), "machine", extractor)
