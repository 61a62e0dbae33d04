"""What packages hold back: seeded errors and their truth, values to be keyed blind, cases and feedback."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    "alter table packages add column rules text not null default '{}'",
    "alter table candidates add column kept integer not null default 0",
    """create table seeds(
        site text not null,
        report text not null,
        start integer not null, "end" integer not null,
        kind text not null,
        tied integer not null,
        shown text,
        truth text,
        primary key(site, report, start)
    ) strict, without rowid""",
    """create table withheld(
        site text not null,
        report text not null,
        start integer not null, "end" integer not null,
        seen text not null,
        primary key(site, report, start, "end")
    ) strict, without rowid""",
    """create table cases(
        report text not null,
        place text not null,
        said text not null,
        primary key(report, place)
    ) strict, without rowid""",
    """create table feedback(
        report text not null,
        figure text not null,
        said text not null,
        primary key(report, figure)
    ) strict, without rowid""",
    *(
        f"""create trigger marks_written_{table} after insert on {table} begin
            update marks set written = written + 1; end"""
        for table in ("seeds", "withheld")
    ),
    """create trigger seeds_keep_rows before delete on seeds
        begin select raise(abort, 'what was seeded stays on record'); end""",
    """create trigger seeds_keep_values before update on seeds
        begin select raise(abort, 'what was seeded stays on record'); end""",
)
