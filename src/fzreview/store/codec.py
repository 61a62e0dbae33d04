"""How domain values are written into columns, and read back."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable
from functools import lru_cache

from fzreview.domain.clean_text import CleanText, Run
from fzreview.domain.decision_rows import decision_from_row, decision_row
from fzreview.domain.figure import Figure
from fzreview.domain.reading_rows import figure_row
from fzreview.domain.stored import StoredFigure
from fzreview.domain.verdict import Decision, JournalEntry

SUMMARY_COLUMNS = "id, sha256, doc, title, year, region, issuer, figures, verified, wrong, unsure"
"""Columns of ``reports`` in the order of the fields of a ReportSummary."""

FIGURE_COLUMNS = 'start, "end", surface, text, value, upper, unit, kind, bound, subject, section, doubts'


pack_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""One encoder for all: making one costs more than encoding a row."""


@lru_cache(maxsize=64)
def pack_words(words: tuple[str, ...]) -> str:
    """A list of words; the figures of a section share theirs."""
    return pack_json(words)


def pack_runs(runs: Iterable[Run]) -> bytes:
    """Runs as little-endian 32-bit quadruples (clean start, source start, length, source length)."""
    numbers = array("I")
    for run in runs:
        numbers.extend((run.clean_start, run.source_start, run.length, run.source_length))
    return numbers.tobytes()


def clean_text(source: str, clean: str | None, runs: bytes | None) -> CleanText:
    """The clean text of a report row; a row without one is its own clean text."""
    if clean is None or runs is None:
        return CleanText.identity(source)
    numbers = array("I")
    numbers.frombytes(runs)
    quadruples = zip(*[iter(numbers)] * 4, strict=True)
    return CleanText(clean, tuple(Run(*quadruple) for quadruple in quadruples))


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
        pack_words(figure.section),
        pack_words(figure.doubts),
    )


def figure_of(row: sqlite3.Row) -> Figure:
    return Figure(
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
        section=tuple(json.loads(row["section"])),
        doubts=tuple(json.loads(row["doubts"])),
    )


def pack_machine(figure: Figure, extractor: str) -> str:
    """What an extractor finds where a reviewer added a figure."""
    row = figure_row(figure) | {"doubts": list(figure.doubts), "extractor": extractor}
    return pack_json(row)


def machine_of(packed: str) -> StoredFigure:
    """The figure that :func:`pack_machine` wrote."""
    row = json.loads(packed)
    extractor = row.pop("extractor")
    row["section"], row["doubts"] = tuple(row["section"]), tuple(row["doubts"])
    return StoredFigure(Figure(**row), "machine", extractor)


def pack_decision(decision: Decision | None) -> str | None:
    row = decision_row(decision)
    return None if row is None else pack_json(row)


def decision_of(packed: str | None) -> Decision | None:
    return None if packed is None else decision_from_row(json.loads(packed))


def verdict_of(row: sqlite3.Row) -> Decision:
    """The decision of a row of ``verdicts``."""
    correction = row["correction"]
    return Decision(
        verdict=row["verdict"],
        reason=row["reason"],
        reason_class=row["reason_class"],
        correction=None if correction is None else Figure(**json.loads(correction)),
        comment=row["comment"],
    )


def entry_of(row: sqlite3.Row) -> JournalEntry:
    return JournalEntry(
        uuid=row["uuid"],
        at=row["at"],
        reviewer=row["reviewer"],
        session=row["session"],
        action=row["action"],
        report=row["report"],
        figure=row["figure"],
        before=decision_of(row["before"]),
        after=decision_of(row["after"]),
        elapsed_ms=row["elapsed_ms"],
        extractor=row["extractor"],
        guide=row["guide"],
        inverts=row["inverts"],
        target=row["target"],
        note=row["note"],
        batch=row["batch"],
    )
