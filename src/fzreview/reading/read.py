"""The one door of reading: a decoded source text becomes a `Reading`."""

from __future__ import annotations

from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Reading, Section
from fzreview.reading.body import Layout, find_layout
from fzreview.reading.figures import find_figures
from fzreview.reading.metadata import read_metadata
from fzreview.reading.outline import Node, find_outline
from fzreview.reading.repairs import flag_repairs
from fzreview.text.clean import clean_text


def read_report(source: str) -> Reading:
    """Read a decoded report: repairs, metadata, outline, figures.

    All offsets of the result are code points of ``source``. Deterministic, linear in the text, without IO.
    """
    clean, fixes = clean_text(source)
    layout = find_layout(clean.text)
    nodes = find_outline(layout)
    metadata = read_metadata(layout, clean)
    flags = flag_repairs(source, layout, clean, metadata)
    outline = tuple(_section(node, clean) for node in nodes)
    found = find_figures(source, clean, _zones(layout), outline)
    return Reading(
        source=source,
        clean=clean,
        metadata=metadata,
        body=_source_body(layout, clean),
        repairs=tuple(sorted((*fixes, *flags), key=lambda row: (row.start, row.end, row.kind))),
        outline=outline,
        figures=tuple(found.figures),
        candidates=tuple(found.candidates),
    )


def _zones(layout: Layout) -> list[tuple[int, int]]:
    """Clean-text spans of title and body, in order: where figures are looked for."""
    zones = [(layout.title.start, layout.title.end)] if layout.title else []
    return sorted([*zones, layout.body])


def _source_body(layout: Layout, clean: CleanText) -> tuple[int, int]:
    start, end = layout.body
    return clean.source_span(start, end) if end > start else (clean.source_offset(start),) * 2


def _section(node: Node, clean: CleanText) -> Section:
    start, end = clean.source_span(node.start, node.end)
    until = clean.source_span(node.start, node.until)[1] if node.until > node.start else end
    return Section(start, end, max(until, end), node.level, node.marker, node.title, node.kind)
