"""A span in its sentence, wrapped as Chinese text is, for a dialog with few rows."""

from __future__ import annotations

from typing import Final

from rich.text import Text

from fzreview.strings import say
from fzreview.text.displayable import displayable
from fzreview.text.sentences.around import words_around
from fzreview.text.wrap import wrap_rows

CONTEXT_SIZES: Final = (400, 200, 160, 130, 110, 90, 75, 60, 50, 40, 30)
"""Characters to either side that are tried; the last one is shown whatever rows it takes."""


def span_in_sentence(text: str, span: tuple[int, int], width: int, most: int) -> Text:
    """The sentence of a span of the clean text, with the span marked, in at most ``most`` rows of ``width``
    cells; with … where there is no room for the whole.
    """
    for reach in CONTEXT_SIZES:
        before, behind = words_around(text, *span, reach)
        pieces = [
            (say("desk.correct.in_text") + " ", "dim"),
            (before, "not dim"),
            (text[slice(*span)], "not dim bold reverse"),
            (behind, "not dim"),
        ]
        shown = Text.assemble(*((displayable(words).replace("\n", " "), style) for words, style in pieces))
        rows = wrap_rows(shown.plain, max(1, width))
        if len(rows) <= most:
            break
    return Text("\n").join(shown[start:end] for start, end in rows)
