"""Statements of ``m013_audits``: what was drawn, on record before anybody looks. Frozen, like all."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """create table audits(
            id integer primary key,
            uuid text not null unique,
            at text not null,
            auditor text not null,
            drawn_of text not null,
            seed integer not null,
            wanted integer not null,
            universe integer not null,
            left_out integer not null,
            digest text not null,
            items text not null
        ) strict""",
    """create trigger marks_written_audits after insert on audits begin
            update marks set written = written + 1; end""",
    """create trigger audits_keep_rows before delete on audits
            begin select raise(abort, 'what was drawn stays on record'); end""",
    """create trigger audits_keep_values before update on audits
            begin select raise(abort, 'what was drawn stays on record'); end""",
)
