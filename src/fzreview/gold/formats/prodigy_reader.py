"""``prodigy`` read back: tasks as we wrote them, or as Prodigy's ``db-out`` gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from fzreview.domain.gold.returned import REJECTED, Returned, ReturnedFigure, Unreadable
from fzreview.errors import InputRefused
from fzreview.gold.formats.prodigy import FOLDER, KEY
from fzreview.gold.packages.format_options import Units
from fzreview.gold.packages.returned_rows import (
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


def read(path: Path, units: Units | None = None) -> Iterator[Returned]:
    """What the files tell. Raises FzError where there is nothing to read."""
    for file in located(path, "*.jsonl", FOLDER):
        for name, task in json_rows(file):
            if isinstance(task, Unreadable):
                yield task
            else:
                yield from _returned(name, task)


def _returned(name: str, task: Mapping[str, Any]) -> Iterator[Returned]:
    text, head = task.get("text"), mapped(task, KEY)
    start = head.get("start", 0)
    if not isinstance(text, str) or type(start) is not int or start < 0:
        yield Unreadable(InputRefused("import_field", name=name, field="text", value=repr(text)[:60]))
        return
    report = report_of(head or mapped(task, "meta"), text, start)
    answer = task.get("answer", "accept")
    if answer not in ("accept", "reject"):
        return  # «ignore»: nobody decided
    spans: list[Span] = []
    for number, told in enumerate(listed(task, "spans"), 1):
        try:
            one = spanned(f"{name} [{number}]", told.get("start"), told.get("end"), told.get("label"))
        except InputRefused as error:
            yield Unreadable(error)
        else:
            label = REJECTED if answer == "reject" else one.label
            spans.append(Span(one.start + start, one.end + start, label))
    rejected = listed(head, REJECTED)
    for number, told in enumerate(rejected, 1):
        try:
            one = spanned(f"{name} [{REJECTED} {number}]", told.get("start"), told.get("end"), REJECTED)
        except InputRefused as error:
            yield Unreadable(error)
        else:
            # Whatever somebody marked there since was decided later than that.
            if not any(one.start < other.end and other.start < one.end for other in _added(spans, head)):
                spans.append(one)
    for span, row in paired(spans, [*listed(head, "records"), *rejected]):
        yield ReturnedFigure(name, report, span.start, span.end, span.label, row)
    yield from sections_of(name, head, report)


def _added(spans: Sequence[Span], head: Mapping[str, Any]) -> list[Span]:
    """The spans that stand nowhere among the figures as they were exported."""
    exported = {(row.get("start"), row.get("end")) for row in listed(head, "records")}
    return [span for span in spans if (span.start, span.end) not in exported and span.label != REJECTED]
