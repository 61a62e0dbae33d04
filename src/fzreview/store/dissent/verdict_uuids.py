"""The journal rows that established the current verdicts, by the uuids that rulings refer to."""

from __future__ import annotations

import sqlite3
from typing import Final

from fzreview.store.verdicts.rows import Place

WORD: Final = """case when j.action <> 'undo' then j.uuid else (
    with recursive back(uuid, steps) as (
        select j.uuid, 0 union all
        select json_extract(c.heads, '$[0]'), steps + 1 from back join journal u on u.uuid = back.uuid
            join journal c on c.uuid = u.inverts
        where u.action = 'undo' and c.action = 'contested' and json_array_length(c.heads) = 1)
    select uuid from back order by steps desc limit 1) end"""
"""uuid of the row ``j`` of the journal as rulings name it: a contest that was taken back never was, so that
the ruling holds as before."""

REPEATED: Final = f"""case when j.action not in ('commented', 'undo', 'redo') then json_array({WORD}) else (
    with recursive back(uuid) as (
        select {WORD} union all
        select json_extract(u.heads, '$[0]') from back join journal u on u.uuid = back.uuid
            left join journal turned on turned.uuid = u.inverts
        where 'commented' in (u.action, turned.action) and json_array_length(u.heads) = 1)
    select json_group_array(uuid) from back) end"""
"""JSON list of what the row ``j`` says once more, itself included: a comment that is made, taken back or made
again leaves what its reviewer says of the figure as it was, so that a ruling on the word before holds."""


_WORDS: Final = (
    f'select v.start, v."end", {WORD} as word from verdicts v join journal j on j.id = v.entry'
    " where v.report = ? and v.target = 'figure' and v.verdict is not null"
)


def verdict_uuids_of(connection: sqlite3.Connection, report: int) -> dict[str, tuple[str, ...]]:
    """Span key of a figure → uuids of the rows that established the verdicts on it, in order."""
    words: dict[str, tuple[str, ...]] = {}
    for start, end, uuid in connection.execute(f"{_WORDS} order by word", (report,)):
        span = f"{start}-{end}"
        words[span] = (*words.get(span, ()), uuid)
    return words


def verdict_uuids_at(connection: sqlite3.Connection, place: Place) -> set[str]:
    """uuids of the rows that established the verdicts on the figure at a place."""
    rows = connection.execute(f'{_WORDS} and v.start = ? and v."end" = ?', place.span)
    return {uuid for _, _, uuid in rows}
