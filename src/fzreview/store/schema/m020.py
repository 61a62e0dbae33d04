"""The view of the gold asks nothing but ``settlements``: they know figures that answer one another, too."""

from __future__ import annotations

from typing import Final

from fzreview.store.schema.m019 import GOLD

_CONTESTED: Final = 'and (v.report, v.start, v."end") not in (select report, start, "end" from contested)'

STATEMENTS: Final = (
    "drop view gold",
    "drop view contested",
    GOLD.replace(_CONTESTED, ""),
)
