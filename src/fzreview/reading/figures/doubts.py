"""Why the extractor is not sure of a figure; ``reading.doubt.<id>`` in the string tables says it in words."""

from __future__ import annotations

from typing import Final

NO_UNIT: Final = "no_unit"
"""No unit stands behind the number (1.2亿人口)."""
BARE_NUMBER: Final = "bare_number"
"""A number alone in a cell of a table."""
RARE_UNIT: Final = "rare_unit"
"""A unit that is more often another word."""
CHINESE_NUMERAL: Final = "chinese_numeral"
"""A small Chinese numeral with a measure word: a count or a set name."""
APPROXIMATE_PAIR: Final = "approximate_pair"
"""Two digits in a row (七八个)."""
IN_QUOTES: Final = "in_quotes"
"""Inside a quotation."""
DAMAGED_TEXT: Final = "damaged_text"
"""The text was repaired inside the figure's span."""
BY_HAND: Final = "by_hand"
"""Marked by a reviewer; the fields are the extractor's proposal."""

DOUBTS: Final = (
    NO_UNIT, BARE_NUMBER, RARE_UNIT, CHINESE_NUMERAL, APPROXIMATE_PAIR, IN_QUOTES, DAMAGED_TEXT, BY_HAND,
)  # fmt: skip
