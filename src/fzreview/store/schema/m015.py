"""Statements of ``m015_assignments``: who was given which report. Frozen, like all."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """create table assignments(
            report text not null,
            reviewer text not null,
            at text not null,
            handed_on text,
            primary key(report, reviewer)
        ) strict, without rowid""",
    *(
        f"""create trigger marks_written_assignments_{event} after {event} on assignments begin
                update marks set written = written + 1; end"""
        for event in ("insert", "update")
    ),
)
