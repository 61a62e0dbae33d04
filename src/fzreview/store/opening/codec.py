"""How domain values are written into columns, and read back."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, wraps
from hashlib import sha256
from typing import Any, Final, ParamSpec, TypeVar

import orjson

from fzreview.domain.decisions.decision_rows import decision_row
from fzreview.domain.decisions.registers import Word
from fzreview.domain.decisions.verdict import (
    ACTIONS,
    REASONS,
    REJECTION_CLASSES,
    TARGETS,
    VERDICTS,
    Decision,
    JournalEntry,
)
from fzreview.domain.figures.fields import FIGURE_NAMES
from fzreview.domain.figures.figure import BOUNDS, KINDS, Figure
from fzreview.domain.reports.clean_text import CleanText, Run
from fzreview.domain.reports.reading_rows import figure_row
from fzreview.domain.reports.stored import StoredFigure

SUMMARY_COLUMNS = (
    "id, sha256, doc, title, year, region, issuer, figures, verified, wrong, unsure, aside, tags"
)
"""Columns of ``reports`` in the order of the fields of a ReportSummary."""

DECISION_COLUMNS = "verdict, reason, reason_class, correction, comment, said"
"""Columns of ``verdicts`` that :func:`verdict_of` reads."""

FIGURE_COLUMNS = 'start, "end", surface, text, value, upper, unit, kind, bound, subject, section, doubts'


P = ParamSpec("P")
Result = TypeVar("Result")


class UnreadableRow(ValueError):
    """A row that no program of ours can have written: the store's file is damaged."""


CORRUPTION_ERRORS: Final = (sqlite3.Error, UnreadableRow, UnicodeDecodeError)
"""What reading a damaged file raises; the last by the driver, of text that is no UTF-8 any more."""


def raises_unreadable_row(parse: Callable[P, Result]) -> Callable[P, Result]:
    """A function from columns to a domain value that raises UnreadableRow for whatever they cannot be."""

    @wraps(parse)
    def parsed(*args: P.args, **kwargs: P.kwargs) -> Result:
        try:
            return parse(*args, **kwargs)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            raise UnreadableRow(f"{parse.__name__.removesuffix('_of')}: {error}"[:200]) from error

    return parsed


def _one_of(value: str | None, known: tuple[str, ...], absent: bool = False) -> None:
    if value not in known and not (absent and value is None):
        raise ValueError(repr(value))


def validated_figure(figure: Figure) -> Figure:
    """The figure itself. Raises ValueError for a kind or bound that no program of ours writes."""
    _one_of(figure.kind, KINDS)
    _one_of(figure.bound, BOUNDS)
    return figure


def text_digest(source: str) -> str:
    """What the digest of a source text is: sha256 of its UTF-8."""
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


_encoded: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack_json(value: object) -> str:
    """A value as JSON without blanks, lone surrogates as they stand.

    The fast library writes the same (a test holds it) and takes no lone surrogates.
    """
    try:
        return orjson.dumps(value).decode("utf-8")
    except TypeError:
        return _encoded(value)


@lru_cache(maxsize=64)
def pack_words(words: tuple[str, ...]) -> str:
    """A list of words; the figures of a section share theirs."""
    return pack_json(words)


@lru_cache(maxsize=64)
@raises_unreadable_row
def words_of(packed: str) -> tuple[str, ...]:
    """The words that :func:`pack_words` wrote."""
    return tuple(json.loads(packed))


@raises_unreadable_row
def correction_of(packed: str | None) -> Figure | None:
    """The ten fields of a figure as it should be; None where it was not corrected."""
    return None if packed is None else Figure(**json.loads(packed))


def pack_runs(runs: Iterable[Run]) -> bytes:
    """Runs as little-endian 32-bit quadruples (clean start, source start, length, source length)."""
    numbers = array("I")
    for run in runs:
        numbers.extend((run.clean_start, run.source_start, run.length, run.source_length))
    return numbers.tobytes()


@raises_unreadable_row
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
        section=words_of(row["section"]),
        doubts=words_of(row["doubts"]),
    )
    return validated_figure(figure)


@raises_unreadable_row
def fields_of(row: sqlite3.Row) -> tuple[object, ...]:
    """The guide's ten fields of a figure, in their order. Raises UnreadableRow."""
    _one_of(row["kind"], KINDS)
    _one_of(row["bound"], BOUNDS)
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


def pack_decision(decision: Decision | None) -> str | None:
    row = decision_row(decision)
    return None if row is None else pack_json(row)


@lru_cache(maxsize=1024)
@raises_unreadable_row
def decision_of(packed: str | None) -> Decision | None:
    if packed is None:
        return None
    row = json.loads(packed)
    if "\\u" in packed:
        # JSON spells halves of characters that no text of a store can hold.
        json.dumps(row, ensure_ascii=False).encode()
    return decision_of_row(row)


def decision_of_row(row: Mapping[str, Any]) -> Decision:
    """A decision out of plain values, as ``decision_row`` makes them. Raises ValueError."""
    correction = row.get("correction")
    return _plausible(
        Decision(
            verdict=row["verdict"],
            reason=row.get("reason"),
            reason_class=row.get("reason_class"),
            correction=None if correction is None else Figure(**correction),
            comment=row.get("comment"),
            said=row.get("said"),
        )
    )


def _plausible(decision: Decision) -> Decision:
    _one_of(decision.verdict, VERDICTS, absent=True)
    _one_of(decision.reason, REASONS, absent=True)
    _one_of(decision.reason_class, REJECTION_CLASSES, absent=True)
    if decision.correction is not None:
        validated_figure(decision.correction)
    return decision


@raises_unreadable_row
def verdict_of(row: sqlite3.Row) -> Decision:
    """The decision of a row of ``verdicts``."""
    return _plausible(
        Decision(
            verdict=row["verdict"],
            reason=row["reason"],
            reason_class=row["reason_class"],
            correction=correction_of(row["correction"]),
            comment=row["comment"],
            said=row["said"] if "said" in row.keys() else None,  # noqa: SIM118 - a row is no mapping
        )
    )


def columns_of_entry(entry: JournalEntry) -> dict[str, Any]:
    """An entry as the journal's columns; what makes it a row of a chain is not among them."""
    return {
        "uuid": entry.uuid,
        "at": entry.at,
        "reviewer": entry.reviewer,
        "session": entry.session,
        "action": entry.action,
        "report": entry.report,
        "target": entry.target,
        "figure": entry.figure,
        "before": pack_decision(entry.before),
        "after": pack_decision(entry.after),
        "elapsed_ms": entry.elapsed_ms,
        "extractor": entry.extractor,
        "guide": entry.guide,
        "inverts": entry.inverts,
        "note": entry.note,
        "batch": entry.batch,
        "rests": None if entry.rests is None else pack_json(entry.rests),
    }


@raises_unreadable_row
def word_of(row: sqlite3.Row | Mapping[str, Any]) -> Word:
    """A row of the journal as far as it speaks about its place. Raises UnreadableRow."""
    return Word(
        row["uuid"],
        row["reviewer"],
        row["action"],
        row["lamport"],
        () if row["heads"] == "[]" else tuple(json.loads(row["heads"])),
        row["seen"],
        None if row["rests"] is None else tuple(json.loads(row["rests"])),
        decision_of(row["before"]),
        decision_of(row["after"]),
        row["at"],
        row["extractor"],
        row["id"],
    )


@raises_unreadable_row
def entry_of(row: sqlite3.Row | Mapping[str, Any]) -> JournalEntry:
    """Raises UnreadableRow."""
    _one_of(row["action"], ACTIONS)
    _one_of(row["target"], TARGETS)
    start, end = map(int, row["figure"].split("-"))
    if not 0 <= start <= end:
        raise ValueError(row["figure"])
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
        rests=None if row["rests"] is None else tuple(json.loads(row["rests"])),
        seen=row["seen"],
    )
