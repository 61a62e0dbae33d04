"""What lies between the marks of a text, by which a sentence is known again in another text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fzreview.text.sentences.marks import LINE_BREAKS, SENTENCE_ENDS

SHORTEST: Final = 12
"""Characters from which a stretch tells one text from another: shorter ones are headings and set phrases."""

_STRETCH: Final = re.compile(f"[^{SENTENCE_ENDS}{LINE_BREAKS}]+")


def stretches(text: str, *, blanks: bool = True) -> Iterator[str]:
    """What lies between end marks, in order, from ``SHORTEST`` characters on.

    Blanks around a stretch are left out; without ``blanks`` those inside it too.
    """
    for found in _STRETCH.findall(text):
        stretch = found.strip() if blanks else "".join(found.split())
        if len(stretch) >= SHORTEST:
            yield stretch
