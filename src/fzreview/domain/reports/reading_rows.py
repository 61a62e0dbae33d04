"""What was read out of a report as plain rows: the JSON that other programs rely on.

Offsets are code points of the decoded source, ``end`` exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from fzreview.domain.figures.fields import FIGURE_NAMES
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Metadata, Reading, Repair, Section
from fzreview.domain.reports.stored import NewReport
from fzreview.domain.ties.tie import Tie
from fzreview.domain.ties.tie_rows import tie_row

Row = dict[str, Any]

figure_values: Callable[[Figure], tuple[Any, ...]] = attrgetter(*FIGURE_NAMES)
"""The values of a figure in the order of ``fields.FIGURE``."""


def figure_fields(figure: Figure) -> Row:
    """The fields that the annotation guide defines, in the order of every row."""
    return dict(zip(FIGURE_NAMES, figure_values(figure), strict=True))


def figure_row(figure: Figure) -> Row:
    """The fields of the guide and the headings above the figure, outermost first."""
    return figure_fields(figure) | {"section": list(figure.section)}


def section_row(section: Section) -> Row:
    """A heading; ``until`` is the end of the text that it governs."""
    return {
        "start": section.start,
        "end": section.end,
        "level": section.level,
        "marker": section.marker,
        "title": section.title,
        "kind": section.kind,
        "until": section.until,
    }


def repair_row(repair: Repair) -> Row:
    """A repair; one that sums up many places has no ``raw`` and counts them."""
    return {
        "start": repair.start,
        "end": repair.end,
        "raw": repair.raw,
        "repaired": repair.repaired,
        "kind": repair.kind,
        "auto": repair.auto,
        "count": repair.count,
    }


def metadata_row(metadata: Metadata) -> Row:
    """What the report says about itself; ``flags`` are doubts about it."""
    return {
        "title": metadata.title,
        "year": metadata.year,
        "region": metadata.region,
        "issuer": metadata.issuer,
        "publish_date": metadata.publish_date,
        "sign_date": metadata.sign_date,
        "doc_number": metadata.doc_number,
        "index_number": metadata.index_number,
        "source": metadata.source,
        "title_span": None if metadata.title_span is None else list(metadata.title_span),
        "flags": list(metadata.flags),
    }


def report_row(report: NewReport, ties: Iterable[Tie] = ()) -> Row:
    """The row of ``read --json``; whoever wants ties in it finds them before."""
    reading: Reading = report.reading
    return {
        "doc": report.doc,
        "sha256": report.sha256,
        "encoding": report.encoding,
        "chars": len(reading.source),
        "extractor": report.extractor,
        "guide": report.guide,
        "url": report.url,
        "meta": metadata_row(reading.metadata),
        "body": list(reading.body),
        "repairs": [repair_row(repair) for repair in reading.repairs],
        "outline": [section_row(section) for section in reading.outline],
        "figures": [figure_row(figure) for figure in reading.figures],
        "candidates": [list(span) for span in reading.candidates],
        "ties": [tie_row(tie) for tie in ties],
    }
