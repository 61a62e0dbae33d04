"""Lines of styled text and the strips that show them, made fast: some change with every key."""

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
    """A line over a base style, cut or filled to ``width`` cells; its styles are definitions, no names.

    What ``Text.render`` makes of it, several times as fast.
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
    """A line of words, each with its style."""
    at, spans, plain = 0, [], []
    for words, style in pieces:
        if style and words:
            spans.append(Span(at, at + len(words), style))
        at += len(words)
        plain.append(words)
    return Text("".join(plain), no_wrap=True, spans=spans)


def _pieces(text: Text) -> list[tuple[int, int, tuple[str | Style, ...]]]:
    """Stretches of one look: start, end, the styles there, each over those before it."""
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
