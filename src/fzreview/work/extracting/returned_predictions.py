"""Predictions in a format of another tool, turned into the rows that ``predictions`` reads."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.returned import ReturnedFigure, Unreadable
from fzreview.errors import FzError, InputRefused, UsageError
from fzreview.gold.files.json_text import json_line
from fzreview.gold.formats import NATIVE

PREDICTED: Final[dict[str, str]] = {"labelstudio": "labelstudio_reader"}
"""Name of a format that holds predictions → the module that reads them by ``predicted``."""


def model_versions(format: str, path: Path) -> list[str]:
    """The versions of models that a file has predictions of, in order of name.

    Raises what :func:`native_predictions` raises.
    """
    said = (item.annotator for item in _predicted(format, path) if isinstance(item, ReturnedFigure))
    return sorted({version for version in said if version is not None})


def native_predictions(
    format: str, path: Path, folder: Path, version: str | None = None
) -> tuple[Path, list[FzError]]:
    """A JSONL of predictions in ``folder``, named as ``path`` is, and what could not be read.

    Only those of one ``version`` of the model, where that is given.

    Raises UsageError for a format without predictions, FzError where there is nothing to read.
    """
    refused: list[FzError] = []
    written = 0
    native = folder / f"{path.stem}.jsonl"
    with native.open("wb") as file:
        for item in _predicted(format, path):
            if isinstance(item, Unreadable):
                refused.append(item.error)
            elif version in (None, item.annotator):
                written += file.write(json_line(_row(item)))
    if not written:
        raise refused[0] if refused else InputRefused("no_predictions", name=path)
    return native, refused


def _predicted(format: str, path: Path) -> Iterator[ReturnedFigure | Unreadable]:
    if format not in PREDICTED:
        raise UsageError("machine_format", format=format, known=" ".join((NATIVE, *PREDICTED)))
    yield from import_module(f"fzreview.gold.formats.{PREDICTED[format]}").predicted(path)


def _row(item: ReturnedFigure) -> dict[str, Any]:
    """A row of predictions; what the tool does not tell is left to our own reading of the span."""
    told: Iterator[tuple[str, Any]] = iter(item.told.items())
    return {
        "sha256": item.report.sha256,
        "doc": item.report.doc,
        "start": item.start,
        "end": item.end,
        **({} if item.label is None else {"kind": item.label}),
        **{field: value for field, value in told if value is not None},
        **({} if item.confidence is None else {"confidence": item.confidence}),
    }
