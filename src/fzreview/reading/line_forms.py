"""What the lines of a page look like: prose, clauses, headings with a number."""

from __future__ import annotations

import re
from typing import Final

from fzreview.text.sentences.marks import FULL_WIDTH_ENDS

PROSE: Final = re.compile(f"[{FULL_WIDTH_ENDS}]|[，,：:]$")
"""A sentence ends in the line, or the line leaves one open."""
PROSE_LENGTH: Final = 40
"""Characters from which a line with such a mark is a paragraph."""
CLAUSES: Final = re.compile("[，；,;]")
MARKER: Final = re.compile(
    r"[#*\s]*(?:[一二三四五六七八九十]{1,3}(?:[、.．]|$)|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]+[章部编]|1[、.．])"
)
"""The number of a heading at the head of a line."""
