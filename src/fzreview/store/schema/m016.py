"""Statements of ``m016_packages``: which reports went out in which package. Frozen, like all."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """create table packages(
            site text primary key,
            project text not null,
            owner text not null,
            number integer not null,
            purpose text not null,
            reports text not null,
            at text not null,
            unique(owner, purpose, number)
        ) strict, without rowid""",
    """create trigger marks_written_packages after insert on packages begin
            update marks set written = written + 1; end""",
)
