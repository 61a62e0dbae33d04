"""Records that one row of tags can hold together, and those left over."""

from __future__ import annotations

from collections.abc import Iterable

from fzreview.domain.gold.records import GoldRecord


def parted(records: Iterable[GoldRecord]) -> tuple[list[GoldRecord], list[GoldRecord]]:
    """Records in order of place that never overlap, and the others; the one that begins first stays."""
    apart: list[GoldRecord] = []
    others: list[GoldRecord] = []
    until = -1
    for record in sorted(records, key=lambda one: (one.figure.start, one.figure.end)):
        if record.figure.start < until:
            others.append(record)
        else:
            apart.append(record)
            until = record.figure.end
    return apart, others
