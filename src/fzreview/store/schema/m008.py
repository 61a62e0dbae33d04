"""Statements of ``m008_originals``: the files that reports were before they were text. Frozen, like all."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """create table originals(
            report integer primary key references reports(id),
            kind text not null,
            converter text not null, version text not null,
            size integer, data blob
        ) strict""",
    """create table pages(
            report integer not null references reports(id),
            number integer not null,
            start integer not null, "end" integer not null,
            primary key(report, start)
        ) strict, without rowid""",
)
