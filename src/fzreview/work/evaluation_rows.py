"""An evaluation as one JSON object."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fzreview.gold.figure_scores import Agreement, Difference, context_of
from fzreview.gold.structure_scores import Tally
from fzreview.work.evaluating import Evaluation

Row = dict[str, Any]


def evaluation_row(evaluation: Evaluation) -> Row:
    """Every score, and every difference with its context."""
    figures = evaluation.figures
    row: Row = {
        "figures": {
            "strict": _agreement(figures.strict),
            "value": _agreement(figures.value),
            "detect": _agreement(figures.detect),
            "kind": figures.kind,
            "bound": figures.bound,
            "subject": figures.subject,
            "matched": figures.matched,
        }
    }
    if evaluation.outline is not None:
        row["headings"] = _tally(evaluation.outline.headings)
        row["items"] = _tally(evaluation.outline.items)
    if evaluation.metadata:
        row["metadata"] = evaluation.metadata
    if evaluation.repairs is not None:
        row["repairs"] = {"fix": _tally(evaluation.repairs.fixes), "flag": _tally(evaluation.repairs.flags)}
    row["differences"] = [_difference(evaluation, one) for one in figures.differences]
    return row


def _agreement(agreement: Agreement) -> Row:
    return asdict(agreement) | {
        "precision": agreement.precision,
        "recall": agreement.recall,
        "f1": agreement.f1,
    }


def _tally(tally: Tally) -> Row:
    return asdict(tally) | {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}


def _difference(evaluation: Evaluation, difference: Difference) -> Row:
    source = evaluation.sources.get(difference.row.doc)
    return {
        "doc": difference.row.doc,
        "aspect": difference.aspect,
        "gold": None if difference.gold is None else asdict(difference.gold),
        "predicted": None if difference.predicted is None else asdict(difference.predicted),
        "context": None if source is None else context_of(difference.row, source),
    }
