"""A whole reading as one JSON row, and back: the row of ``read --json`` with the texts and the offset map."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import asdict
from typing import Any, Final

from fzreview.domain.figures.figure import BOUNDS, KINDS, Figure
from fzreview.domain.reports.clean_text import CleanText, Run
from fzreview.domain.reports.original import Original, PageSpan
from fzreview.domain.reports.reading_rows import Row, report_row
from fzreview.domain.reports.report import Metadata, Reading, Repair, Section
from fzreview.domain.reports.stored import NewReport

_NEEDED: Final = ("sha256", "doc", "encoding", "source", "clean", "meta", "body", "figures", "extractor")


def reading_line(report: NewReport) -> Row:
    """Everything of a report that was read, so that nothing has to be read again."""
    reading = report.reading
    row = report_row(report)
    del row["ties"]
    for line, figure in zip(row["figures"], reading.figures, strict=True):
        line["doubts"] = list(figure.doubts)
    clean = reading.clean
    runs = [[run.clean_start, run.source_start, run.length, run.source_length] for run in clean.runs]
    return row | {
        "source": reading.source,
        "clean": {"text": clean.text if clean.text != reading.source else None, "runs": runs},
        "original": None if report.original is None else _original_row(report.original),
    }


def report_of_line(row: Any) -> NewReport:
    """The report that :func:`reading_line` wrote.

    Raises ValueError for whatever no such row can be: fields that are missing or of another kind, offsets
    outside the text, figures that do not stand where they say.
    """
    try:
        return _sound(_report_of(row))
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _report_of(row: Any) -> NewReport:
    if not isinstance(row, dict) or not all(name in row for name in _NEEDED):
        raise ValueError("no reading")
    source: str = row["source"]
    clean = row["clean"]["text"]
    runs = tuple(Run(*map(int, run)) for run in row["clean"]["runs"])
    meta = dict(row["meta"])
    meta["title_span"] = None if meta["title_span"] is None else _span(meta["title_span"])
    meta["flags"] = tuple(meta["flags"])
    reading = Reading(
        source=source,
        clean=CleanText(source if clean is None else clean, runs),
        metadata=Metadata(**meta),
        body=_span(row["body"]),
        repairs=tuple(Repair(**repair) for repair in row["repairs"]),
        outline=tuple(Section(**section) for section in row["outline"]),
        figures=tuple(
            Figure(**{**figure, "section": tuple(figure["section"]), "doubts": tuple(figure["doubts"])})
            for figure in row["figures"]
        ),
        candidates=tuple(map(_span, row["candidates"])),
    )
    original = None if row["original"] is None else _original_of(row["original"])
    return NewReport(
        sha256=row["sha256"],
        doc=row["doc"],
        encoding=row["encoding"],
        url=row["url"],
        reading=reading,
        extractor=row["extractor"],
        guide=row["guide"],
        original=original,
    )


def _sound(report: NewReport) -> NewReport:
    reading = report.reading
    last = 0
    for figure in reading.figures:
        if figure.kind not in KINDS or figure.bound not in BOUNDS:
            raise ValueError(f"figure {figure.start}: {figure.kind} {figure.bound}")
        if (
            not last <= figure.start < figure.end
            or reading.source[figure.start : figure.end] != figure.surface
        ):
            raise ValueError(f"figure {figure.start}: not in the text")
        last = figure.end
    spans = [reading.body, *reading.candidates, *((part.start, part.until) for part in reading.outline)]
    if any(not 0 <= start <= end <= len(reading.source) for start, end in spans):
        raise ValueError("an offset outside the text")
    if len(report.sha256) != _DIGEST or not set(report.sha256) <= _HEX:
        raise ValueError("sha256")
    return report


_DIGEST: Final = 64
_HEX: Final = frozenset("0123456789abcdef")


def _span(pair: Any) -> tuple[int, int]:
    start, end = pair
    return int(start), int(end)


def _original_row(original: Original) -> Row:
    return asdict(original) | {
        "data": None if original.data is None else b64encode(original.data).decode("ascii"),
        "pages": [asdict(page) for page in original.pages],
    }


def _original_of(row: Row) -> Original:
    data = None if row["data"] is None else b64decode(row["data"])
    pages = tuple(PageSpan(**page) for page in row["pages"])
    return Original(row["kind"], row["converter"], row["version"], data, pages)
