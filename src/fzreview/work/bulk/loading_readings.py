"""Readings that ``read -o`` wrote, taken into a store without reading again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from fzreview.domain.reports.reading_lines import report_of_line
from fzreview.domain.reports.stored import NewReport
from fzreview.errors import InputRefused, UsageError
from fzreview.work.bulk.outputs import ENDINGS
from fzreview.work.loading.report_sinks import ReportSink
from fzreview.work.loading.results import LoadResult


def load_readings(folder: Path, sink: ReportSink) -> Iterator[LoadResult]:
    """One result a reading, in the order of file names and lines, as soon as it is on disk.

    A line that is no reading is refused and the others go on. Raises UsageError where the folder holds no
    readings, StoreError when the store cannot be written.
    """
    paths = sorted(folder.glob(f"*{ENDINGS['jsonl']}"))
    if not paths:
        raise UsageError("no_readings", path=str(folder))
    for path in paths:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                report = _report(path, number, line)
                yield _kept(report, sink) if isinstance(report, NewReport) else report


def _report(path: Path, number: int, line: bytes) -> NewReport | LoadResult:
    name = f"{path.name}:{number}"
    try:
        return report_of_line(json.loads(line.decode("utf-8", "surrogatepass")))
    except (ValueError, RecursionError) as error:
        refused = InputRefused("not_a_reading", name=name, reason=str(error)[:200])
        return LoadResult(name, None, "refused", reason=refused)


def _kept(report: NewReport, sink: ReportSink) -> LoadResult:
    is_new = sink.add(report)
    return LoadResult(
        report.doc,
        report.sha256,
        "loaded" if is_new else "already_loaded",
        len(report.reading.figures) if is_new else None,
        len(report.reading.source),
        converted=report.original.kind if report.original is not None else None,
    )
