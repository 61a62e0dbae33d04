"""Days as pages and tables write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")


def day_of(words: str) -> str | None:
    """The first day that words tell, ISO 8601; None without one."""
    for year, month, day in _DAY.findall(words):
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None
