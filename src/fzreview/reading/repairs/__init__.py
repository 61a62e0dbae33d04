"""Doubts about a report's text: shown to the reviewer, never repaired by a guess.

Each rule yields flags in clean offsets; this package's door turns them into repair rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from fzreview.domain.extracting.trace import fired
from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Metadata, Repair
from fzreview.reading.body import Layout
from fzreview.reading.repairs.flag import Flag
from fzreview.reading.repairs.lacking import lacking_flags
from fzreview.reading.repairs.page import page_flags
from fzreview.reading.repairs.punctuation import punctuation_flags
from fzreview.reading.repairs.rules import SPAM
from fzreview.reading.repairs.wording import wording_flags
from fzreview.text.spam import find_spam


def flag_repairs(source: str, layout: Layout, clean: CleanText, metadata: Metadata) -> list[Repair]:
    """Rows with ``auto`` = ``flag``, in source offsets, in order of ``start``."""
    found = chain(
        _spam_flags(layout),
        page_flags(layout, metadata),
        punctuation_flags(layout),
        wording_flags(layout, metadata),
        lacking_flags(layout),
    )
    rows = [_row(flag, source, clean) for flag in found]
    return sorted(rows, key=lambda row: (row.start, row.end, row.kind))


def _spam_flags(layout: Layout) -> Iterator[Flag]:
    return (Flag(SPAM, start, end, "spam") for start, end in find_spam(layout.text))


def _row(flag: Flag, source: str, clean: CleanText) -> Repair:
    if flag.start < flag.end:
        start, end = clean.source_span(flag.start, flag.end)
    elif flag.after_character and flag.start > 0:
        start = end = clean.source_span(flag.start - 1, flag.start)[1]
    else:
        start = end = clean.source_offset(flag.start)
    fired(flag.rule, start, end)
    raw = source[start:end] if flag.count == 1 else None
    return Repair(start, end, raw, flag.repaired, flag.kind, "flag", flag.count)
