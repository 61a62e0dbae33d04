"""Statements of ``m014_rulings``: a team's own rulings, and an index of words. Frozen, like all."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    """create table rulings(
            uuid text primary key,
            at text not null,
            reviewer text not null,
            topic text not null,
            sentence text not null,
            decision text not null,
            why text not null,
            report text not null,
            figure text not null
        ) strict, without rowid""",
    """create trigger marks_written_rulings after insert on rulings begin
            update marks set written = written + 1; end""",
    """create trigger rulings_keep_rows before delete on rulings
            begin select raise(abort, 'rulings stay on record'); end""",
    """create trigger rulings_keep_values before update on rulings
            begin select raise(abort, 'rulings stay on record'); end""",
    "create index figures_worded on figures(text, unit, kind)"
    " where status is null and text not glob '*[0-9０-９]*'",
)
