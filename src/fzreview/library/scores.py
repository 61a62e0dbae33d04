"""Scores of predictions against gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fzreview.work.scoring.evaluating import Evaluation


def evaluate(
    gold: str | PathLike[str],
    predictions: str | PathLike[str] | Iterable[Mapping[str, Any]] | None = None,
    *,
    sources: str | PathLike[str] | None = None,
    store: str | PathLike[str] | None = None,
    reviewer: str | None = None,
    split: str | None = None,
) -> Evaluation:
    """Score predictions, or the built-in extractor where there are none, against gold.

    ``gold`` is a ``figures.jsonl`` or the folder of an export; ``predictions`` a JSONL, or rows with ``doc``
    or ``sha256``, ``start``, ``end`` and what else they tell. The rest means what it means to ``fzreview
    evaluate``. Lines that cannot be used are in ``Evaluation.refused``. Raises InputRefused for an unreadable
    file.
    """
    from fzreview.work.scoring.evaluating import EvaluationRequest
    from fzreview.work.scoring.evaluating import evaluate as score

    def wish(path: Path | None) -> EvaluationRequest:
        return EvaluationRequest(
            Path(gold),
            path,
            sources=None if sources is None else Path(sources),
            store=None if store is None else Path(store),
            reviewer=reviewer,
            split=split,
        )

    if predictions is None or isinstance(predictions, str | PathLike):
        return score(wish(None if predictions is None else Path(predictions)))
    from fzreview.gold.files.json_text import json_line

    with TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        with path.open("wb") as file:
            file.writelines(json_line(dict(row)) for row in predictions)
        return score(wish(path))
