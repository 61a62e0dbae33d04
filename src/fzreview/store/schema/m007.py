"""Statements of ``m007_identity_and_salvage``: whose log it is, rows whose report was lost. Frozen, too."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    "alter table marks add column store text not null default ''",
    "alter table marks add column written integer not null default 0",
    "alter table marks add column base integer not null default 0",
    "update marks set store = lower(hex(randomblob(16)))",
    *(
        f"""create trigger marks_written_{table} after {event} on {table} begin
                update marks set written = written + 1; end"""
        for table, event in (("reports", "insert"), ("extractions", "insert"), ("places", "insert"))
    ),
    """create trigger marks_written_again after update on places begin
            update marks set written = written + 1; end""",
    "alter table texts add column digest text",
    """create table strays(
            uuid text primary key, at text not null, reviewer text not null, session text not null,
            action text not null, report text not null, target text not null, figure text not null,
            before text, after text, elapsed_ms integer not null, extractor text not null,
            guide text not null, inverts text, note text, batch text
        ) strict""",
)
