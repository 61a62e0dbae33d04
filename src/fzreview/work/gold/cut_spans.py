"""Spans that come back from another tool cutting a numeral in two: counted otherwise, or drawn in haste."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.gold.returned import ReturnedFigure
from fzreview.errors import InputRefused
from fzreview.language.numerals import DIGITS, LARGE, SMALL, TENS
from fzreview.review.steps.proposing import proposed, snap_span
from fzreview.work.gold.import_reports import HeldReport

_NUMERAL: Final = rf"[0-9０-９{''.join((*DIGITS, *TENS, *SMALL, *LARGE))}]"
_WITHIN: Final = re.compile(rf"{_NUMERAL}[.,．，]?\Z")
_GOES_ON: Final = re.compile(rf"[.,．，]?{_NUMERAL}")
_MARK: Final = re.compile(r"(?<![0-9０-９])[，。；：！？,;:!?]|[，。；：！？,;:!?](?![0-9０-９])")


def refuse_cut(item: ReturnedFigure, held: HeldReport) -> None:
    """Raises InputRefused ``import_cut``, with the figure that stands there, for a span that none can have.

    It begins or ends within a numeral, or takes in the mark of a clause. Where the tool tells a value of its
    own, somebody knew what they marked.
    """
    start, end = item.start, item.end
    source = held.source
    if item.told.get("value") or held.figure(f"{start}-{end}") is not None:
        return
    if not (_parts(source, start) or _parts(source, end) or _MARK.search(source, start, end)):
        return
    reading = held.report.reading
    beside = held.overlapping(start, end)
    whole = beside[0].shown if beside else proposed(reading, snap_span(reading, (start, end)))
    raise InputRefused(
        "import_cut",
        name=item.name,
        start=start,
        end=end,
        surface=source[start:end],
        whole=whole.surface,
        read=f"{whole.value}{whole.unit}" or "–",
    )


def _parts(source: str, at: int) -> bool:
    """Whether a numeral goes on across the offset."""
    return bool(_WITHIN.search(source, max(at - 2, 0), at) and _GOES_ON.match(source, at))
