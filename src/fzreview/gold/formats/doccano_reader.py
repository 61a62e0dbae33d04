"""``doccano`` read back: its JSONL as we wrote it, and as doccano exports it after somebody worked there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fzreview.domain.returned import Returned, ReturnedFigure, Unreadable
from fzreview.errors import InputRefused
from fzreview.gold.formats.doccano import FOLDER
from fzreview.gold.returned_rows import (
    Span,
    json_rows,
    listed,
    located,
    mapped,
    paired,
    report_of,
    sections_of,
    spanned,
)


def read(path: Path) -> Iterator[Returned]:
    """What the files tell. Raises FzError where there is nothing to read."""
    for file in located(path, "*.jsonl", FOLDER):
        for name, row in json_rows(file):
            if isinstance(row, Unreadable):
                yield row
            else:
                yield from _returned(name, row)


def _returned(name: str, row: Mapping[str, Any]) -> Iterator[Returned]:
    text = row.get("text")
    if not isinstance(text, str):
        yield Unreadable(InputRefused("import_field", name=name, field="text", value=repr(text)[:60]))
        return
    head = mapped(row, "meta") or row
    report = report_of(head, text)
    spans: list[Span] = []
    for number, told in enumerate(_labels(row), 1):
        try:
            spans.append(spanned(f"{name} [{number}]", *told))
        except InputRefused as error:
            yield Unreadable(error)
    for span, carried in paired(spans, listed(head, "records")):
        yield ReturnedFigure(name, report, span.start, span.end, span.label, carried)
    yield from sections_of(name, head, report)


def _labels(row: Mapping[str, Any]) -> Iterator[tuple[Any, Any, Any]]:
    """``(start, end, label)`` of each label, under any of the names that doccano gives them."""
    for field in ("label", "labels"):
        labels = row.get(field)
        if isinstance(labels, list):
            for one in labels:
                yield tuple(one) if isinstance(one, list) and len(one) == 3 else (None, None, one)
    for one in listed(row, "entities"):
        yield one.get("start_offset"), one.get("end_offset"), one.get("label")
