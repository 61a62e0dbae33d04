"""Statements of ``m017_hubs``: how far each hub was read and filled. Frozen, like all."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """create table hubs(
            hub text primary key,
            place text not null,
            position integer not null default 0,
            chain text not null default '',
            synced text,
            unreached text
        ) strict, without rowid""",
    """create table hub_sites(
            hub text not null references hubs(hub),
            site text not null,
            seq integer not null,
            hash text not null,
            sent integer not null,
            primary key(hub, site)
        ) strict, without rowid""",
    """create table hub_taken(
            hub text not null references hubs(hub),
            name text not null,
            primary key(hub, name)
        ) strict, without rowid""",
    *(
        f"""create trigger marks_written_{table}_{event} after {event} on {table} begin
                update marks set written = written + 1; end"""
        for table in ("hubs", "hub_sites", "hub_taken")
        for event in ("insert", "update")
    ),
)
