"""Rendering lines of styled text as strips, faster than Rich does: some lines change with every key."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from rich.text import Span, Text
from textual.strip import Strip

from fzreview.text.cells import cells


def text_strip(text: Text, base: Style, width: int) -> Strip:
    """Render a line over a base style, cropped or padded to ``width`` cells.

    Styles must be definitions (``bold red``), not names of a Rich theme. Same result as ``Text.render``.
    """
    plain = text.plain
    taken = cells(plain)
    if taken > width:
        text = text.copy()
        text.truncate(width)
        plain, taken = text.plain, cells(text.plain)
    segments = [
        Segment(plain[start:end], _combined_style(base, (text.style, *styles)))
        for start, end, styles in _pieces(text)
    ]
    if taken < width:
        segments.append(Segment(" " * (width - taken), base))
    return Strip(segments, width)


def assemble(pieces: Iterable[tuple[str, str]]) -> Text:
    """A line of ``(text, style)`` pieces; an empty style adds no span."""
    at, spans, plain = 0, [], []
    for words, style in pieces:
        if style and words:
            spans.append(Span(at, at + len(words), style))
        at += len(words)
        plain.append(words)
    return Text("".join(plain), no_wrap=True, spans=spans)


def _pieces(text: Text) -> list[tuple[int, int, tuple[str | Style, ...]]]:
    """Runs of equal style: start, end, the styles that apply, in increasing precedence."""
    length, spans = len(text.plain), text.spans
    cuts = sorted({0, length, *(min(cut, length) for span in spans for cut in (span.start, span.end))})
    return [
        (start, end, tuple(span.style for span in spans if span.start <= start and end <= span.end))
        for start, end in pairwise(cuts)
    ]


@lru_cache(4096)
def _combined_style(base: Style, styles: tuple[str | Style, ...]) -> Style:
    own = Style.combine(Style.parse(style) if isinstance(style, str) else style for style in styles)
    return base + own
