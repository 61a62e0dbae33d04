"""Scores of predictions, or of the built-in extractor, against gold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fzreview.domain.report import Reading
from fzreview.errors import FzError, InputRefused
from fzreview.gold.figure_rows import FigureRow
from fzreview.gold.figure_scores import FigureScores, score_figures
from fzreview.gold.structure_scores import (
    OutlineScore,
    RepairScore,
    score_metadata,
    score_outline,
    score_repairs,
)
from fzreview.text.decode import decode
from fzreview.work.examples import example_reports

STRUCTURE = ("outline", "meta", "repairs")
"""Gold files beside ``figures.jsonl`` that tell of more than figures."""

Row = dict[str, Any]


@dataclass
class Evaluation:
    """Every score of one comparison; of the structure where the extractor is scored and gold tells of it."""

    figures: FigureScores
    outline: OutlineScore | None = None
    metadata: dict[str, dict[str, bool]] = field(default_factory=dict)
    """Document → field → right."""
    repairs: RepairScore | None = None
    sources: dict[str, str] = field(default_factory=dict)
    """Document → source text, where it was found, so that differences can be shown in place."""


def evaluate(gold: Path, predictions: Path | None = None, sources: Path | None = None) -> Evaluation:
    """Score ``predictions``, or the built-in extractor over the gold's sources, against ``gold``.

    ``gold`` is a JSONL of figures, or a folder with ``figures.jsonl`` and perhaps ``outline.jsonl``,
    ``meta.jsonl`` and ``repairs.jsonl``. Sources are looked for by document name in ``sources``, in gold's
    folder and among the example reports. Raises InputRefused for an unreadable file or row, FzError for a
    source that the extractor needs and nobody has.
    """
    figures = gold / "figures.jsonl" if gold.is_dir() else gold
    truth = [FigureRow.of_mapping(row) for row in _figure_rows(figures)]
    documents = list(dict.fromkeys(row.doc for row in truth))
    folders = [folder for folder in (sources, figures.parent, example_reports()) if folder is not None]
    if predictions is not None:
        predicted = [FigureRow.of_mapping(row) for row in _figure_rows(predictions)]
        evaluation = Evaluation(score_figures(truth, predicted))
        for doc in documents:
            source = _source(doc, folders)
            if source is not None:
                evaluation.sources[doc] = source
        return evaluation
    structure = {
        name: _by_document(figures.with_name(f"{name}.jsonl"))
        for name in STRUCTURE
        if gold.is_dir() and figures.with_name(f"{name}.jsonl").exists()
    }
    documents = list(dict.fromkeys([*documents, *(doc for rows in structure.values() for doc in rows)]))
    return _score_extractor(truth, structure, documents, folders)


def _score_extractor(
    truth: list[FigureRow],
    structure: Mapping[str, Mapping[str, list[Row]]],
    documents: list[str],
    folders: list[Path],
) -> Evaluation:
    from fzreview.reading.read import read_report

    readings: dict[str, Reading] = {}
    for doc in documents:
        source = _source(doc, folders)
        if source is None:
            raise FzError("source_missing", doc=doc)
        readings[doc] = read_report(source)
    predicted = [
        FigureRow.of_figure(doc, figure) for doc, reading in readings.items() for figure in reading.figures
    ]
    evaluation = Evaluation(
        score_figures(truth, predicted), sources={doc: reading.source for doc, reading in readings.items()}
    )
    if "outline" in structure:
        evaluation.outline = OutlineScore()
        for doc, rows in structure["outline"].items():
            evaluation.outline += score_outline(rows, readings[doc].outline)
    for doc, rows in structure.get("meta", {}).items():
        evaluation.metadata[doc] = score_metadata(rows[0], readings[doc].metadata, readings[doc].body)
    if "repairs" in structure:
        evaluation.repairs = RepairScore()
        for doc, rows in structure["repairs"].items():
            evaluation.repairs += score_repairs(rows, readings[doc].repairs)
    return evaluation


def _figure_rows(path: Path) -> Iterator[Row]:
    """Rows of figures; those of ``read --json`` are unfolded, rejected gold is no figure."""
    for number, row in _rows(path):
        inner = row.get("figures")
        if isinstance(inner, list):
            yield from (_whole(one | {"doc": row.get("doc", "")}, path, number) for one in inner)
        elif row.get("decision") != "rejected":
            yield _whole(row, path, number)


def _whole(row: Row, path: Path, number: int) -> Row:
    """The row with every field; ``start``, ``end`` and ``value`` must be there."""
    if not all(isinstance(row.get(name), int) for name in ("start", "end")) or row.get("value") is None:
        raise InputRefused("no_figure_row", name=f"{path}:{number}")
    empty = {"doc": "", "surface": "", "upper": None, "unit": "", "kind": "", "bound": "=", "subject": ""}
    return empty | row


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputRefused("not_found", name=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefused("unreadable", name=path, reason=str(error)) from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputRefused("no_figure_row", name=f"{path}:{number}") from error
        if not isinstance(row, dict):
            raise InputRefused("no_figure_row", name=f"{path}:{number}")
        yield number, row


def _by_document(path: Path) -> dict[str, list[Row]]:
    documents: dict[str, list[Row]] = {}
    for _, row in _rows(path):
        documents.setdefault(str(row.get("doc", "")), []).append(row)
    return documents


def _source(doc: str, folders: list[Path]) -> str | None:
    for folder in folders:
        path = folder / doc
        if doc and path.is_file():
            return decode(path.read_bytes(), str(path)).text
    return None
