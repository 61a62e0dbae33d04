"""The subject of a figure without the words that change from report to report.

The store keeps it as a generated column, made of SQLite's own functions, so that every program that writes
figures keeps the index on it right.
"""

from __future__ import annotations

from typing import Final

FILLERS: Final = (
    *("全省", "全市", "全区", "全县", "我省", "我市", "我区", "我县"),
    *("全年", "累计", "共计", "总计", "共", "各类", "“", "”"),
)
"""Words that say how much of a year or a place is meant, and quotes; few, for SQLite nests only so deep."""


def subject_key(subject: str) -> str:
    """The key of a subject."""
    for filler in FILLERS:
        subject = subject.replace(filler, "")
    return subject


def subject_key_sql(column: str) -> str:
    """SQL that makes the same of a column."""
    for filler in FILLERS:
        column = f"replace({column}, '{filler}', '')"
    return column
