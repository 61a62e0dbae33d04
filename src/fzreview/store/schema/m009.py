"""Migration 9: the journal can be merged with that of other stores.

Frozen like every migration: it calls nothing that may change after it was released. The wire form and the
digests are those of ``domain.wire``, written out once more; a test holds the two together.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sqlite_utils import Database

_compact: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
_FIELDS: Final = ("start", "end", "surface", "text", "value", "upper", "unit", "kind", "bound", "subject")
_BATCH: Final = 1000

_COLUMNS: Final = (
    "site text not null default ''",
    "seq integer not null default 0",
    "lamport integer not null default 0",
    "heads text not null default '[]'",
    "seen text",
    "rests text",
    "prev text not null default ''",
    "hash text not null default ''",
)

_FORMER: Final = (
    "uuid, at, reviewer, session, action, report, target, figure, before, after, elapsed_ms, extractor,"
    " guide, inverts, note, batch"
)

_TABLES: Final = (
    """create table sites(
        site text primary key,
        owner text,
        purpose text,
        seq integer not null default 0,
        lamport integer not null default 0,
        hash text not null default '',
        forked integer not null default 0
    ) strict, without rowid""",
    """create table identity(
        id integer primary key check (id = 1),
        site text not null references sites(site),
        project text
    ) strict""",
    """create table adjudications(
        report integer not null references reports(id),
        target text not null,
        start integer not null, "end" integer not null,
        reviewer text not null,
        verdict text, reason text, reason_class text, correction text, comment text,
        decided_at text not null,
        entry integer not null references journal(id),
        lamport integer not null,
        rests text not null,
        primary key(report, target, start, "end", reviewer)
    ) strict, without rowid""",
    """create table settlements(
        report integer not null references reports(id),
        start integer not null, "end" integer not null,
        state text not null,
        entry integer references journal(id),
        primary key(report, start, "end")
    ) strict, without rowid""",
    "create index settlements_conflict on settlements(report) where state = 'conflict'",
    "alter table verdicts add column lamport integer not null default 0",
    "alter table verdicts add column torn integer not null default 0",
    "alter table reports add column generation integer not null default 1",
    "alter table reports add column read_at text not null default ''",
    "alter table split_groups add column noted_at text not null default ''",
    *(f"alter table journal add column {column}" for column in _COLUMNS),
    # Rows whose report was lost wait in the journal itself.
    f"insert into journal({_FORMER}) select {_FORMER} from strays order by rowid",
    "drop table strays",
    "update marks set decisions = held",
)

_FILLED: Final = (
    """update reports set
        generation = 1 + (select count(*) from extractions x where x.report = reports.id),
        read_at = coalesce((select x.at from extractions x where x.report = reports.id
            order by x.id desc limit 1), loaded_at)""",
    "update split_groups set noted_at = (select loaded_at from reports r where r.id = report)",
    # Only a comment is left of what another extraction ended: it is that of the reviewer's own last row.
    """update verdicts set entry = (select max(j.id) from journal j join reports r on r.sha256 = j.report
            where r.id = verdicts.report and j.target = verdicts.target and j.reviewer = verdicts.reviewer
                and j.figure = verdicts.start || '-' || verdicts."end" and j.action <> 'reextracted')
        where entry in (select id from journal where action = 'reextracted')""",
    "update verdicts set lamport = entry, decided_at = (select at from journal where id = entry)",
)

_REMADE: Final = (
    "drop trigger marks_entries",
    """create trigger marks_entries after insert on journal begin
        update marks set entries = entries + 1,
            decisions = decisions + (new.after is not null and new.rests is null)
                - (new.before is not null and new.rests is null);
    end""",
    "create index journal_site on journal(site, seq)",
)


def make_mergeable(db: Database) -> None:
    """Give the store a site, each row its place in the site's chain; tables for what several people hold."""
    connection = db.conn
    keeping = connection.execute(
        "select name, sql from sqlite_master where name like 'journal_keeps_%'"
    ).fetchall()
    for name, _ in keeping:
        connection.execute(f"drop trigger {name}")
    for statement in (*_TABLES, *_FILLED):
        connection.execute(statement)
    (site,) = connection.execute("select lower(hex(randomblob(16)))").fetchone()
    connection.execute("insert into sites(site) values (?)", (site,))
    connection.execute("insert into identity(id, site) values (1, ?)", (site,))
    seq, last = _chain(connection, site)
    connection.execute("update sites set seq = ?, lamport = ?, hash = ?", (seq, seq, last))
    for statement in _REMADE:
        connection.execute(statement)
    for _, sql in keeping:
        connection.execute(sql)
    (view,) = connection.execute("select sql from sqlite_master where name = 'figures_current'").fetchone()
    connection.execute("drop view figures_current")
    connection.execute(view.replace("l.entry desc", "l.lamport desc, l.reviewer desc"))
    (view,) = connection.execute("select sql from sqlite_master where name = 'gold'").fetchone()
    connection.execute("drop view gold")
    # What is disputed is no gold.
    connection.execute(
        view + " and not exists (select 1 from settlements s where s.report = v.report"
        ' and s.start = v.start and s."end" = v."end" and s.state = \'conflict\')'
    )
    _settle(connection)


def _chain(connection: sqlite3.Connection, site: str) -> tuple[int, str]:
    """Number, link and describe every row; the last number and hash."""
    seen = _Seen(connection)
    heads: dict[tuple[str, str, str, str], str] = {}
    seq, prev, done = 0, "", 0
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    while rows := cursor.execute(
        "select * from journal where id > ? order by id limit ?", (done, _BATCH)
    ).fetchall():
        changes = []
        for row in rows:
            seq += 1
            register = (row["report"], row["target"], row["figure"], row["reviewer"])
            before = heads.get(register)
            if row["action"] != "reextracted":
                heads[register] = row["uuid"]
            told = dict(row) | {
                "site": site,
                "seq": seq,
                "lamport": seq,
                "heads": _compact([] if before is None else [before]),
                "seen": seen.of(row),
            }
            body = {name: told[name] for name in told if name not in ("id", "prev", "hash")}
            digest = hashlib.sha256(
                prev.encode() + _compact(body).encode("utf-8", "surrogatepass")
            ).hexdigest()
            changes.append(
                (site, seq, seq, told["heads"], told["seen"], prev, digest, row["id"]),
            )
            prev, done = digest, row["id"]
        connection.executemany(
            "update journal set site = ?, seq = ?, lamport = ?, heads = ?, seen = ?, prev = ?, hash = ?"
            " where id = ?",
            changes,
        )
    return seq, prev


class _Seen:
    """What each row saw: what stands there now or, before another extraction changed it, stood there then."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._cursor = connection.cursor()
        self._cursor.row_factory = sqlite3.Row

    def of(self, row: sqlite3.Row) -> str | None:
        if row["target"] == "candidate":
            return None
        start, end = map(int, row["figure"].split("-"))
        place = (row["report"], start, end)
        ended = self._cursor.execute(
            "select 1 from journal where report = ? and figure = ? and target = ? and id > ?"
            " and action = 'reextracted' limit 1",
            (row["report"], row["figure"], row["target"], row["id"]),
        ).fetchone()
        if row["target"] == "section":
            if ended is not None:
                return _digest([start, end, None])  # nobody noted how it was cut
            section = self._cursor.execute(
                'select s.start, s."end", s.until from sections s join reports r on r.id = s.report'
                ' where r.sha256 = ? and s.start = ? and s."end" = ?',
                place,
            ).fetchone()
            return None if section is None else _digest(list(section))
        return self._of_figure(row, place, ended is not None)

    def _of_figure(self, row: sqlite3.Row, place: tuple[str, int, int], ended: bool) -> str | None:
        if ended:
            former = self._cursor.execute(
                "select f.figure from former_figures f join extractions x on x.id = f.extraction"
                ' join reports r on r.id = x.report where r.sha256 = ? and f.start = ? and f."end" = ?'
                " and exists (select 1 from journal j where j.batch = x.batch and j.id > ?)"
                " order by x.id limit 1",
                (*place, row["id"]),
            ).fetchone()
            if former is not None:
                return _digest_of_fields(json.loads(former[0]))
        figure = self._cursor.execute(
            "select f.* from figures f join reports r on r.id = f.report"
            ' where r.sha256 = ? and f.start = ? and f."end" = ?',
            place,
        ).fetchone()
        after = None if row["after"] is None else json.loads(row["after"])
        if figure is None:
            return None
        if figure["origin"] == "reviewer" and (after is None or "correction" in after):
            return None
        return _digest_of_fields(figure)


def _digest_of_fields(fields: Any) -> str:
    return _digest({name: fields[name] for name in _FIELDS})


def _digest(value: object) -> str:
    return hashlib.sha256(_compact(value).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _settle(connection: sqlite3.Connection) -> None:
    """Figures that several people decided on: whether what they say is the same."""
    rows = connection.execute(
        'select v.report, v.start, v."end", v.verdict, v.reason, v.correction, f.origin, '
        + ", ".join(f'f."{name}"' for name in _FIELDS)
        + " from (select report, start, \"end\" from verdicts where target = 'figure' and verdict is not null"
        ' group by report, start, "end" having count(*) > 1) s'
        ' join verdicts v on v.report = s.report and v.start = s.start and v."end" = s."end"'
        " and v.target = 'figure' and v.verdict is not null"
        ' join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"'
    ).fetchall()
    claims: dict[tuple[int, int, int], set[str]] = {}
    for report, start, end, verdict, reason, correction, origin, *fields in rows:
        figure = dict(zip(_FIELDS, fields, strict=True))
        said = _claim(verdict, reason, correction, origin, figure)
        claims.setdefault((report, start, end), set()).add(said)
    connection.executemany(
        "insert into settlements values (?, ?, ?, ?, null)",
        ((*place, "agreed" if len(said) == 1 else "conflict") for place, said in sorted(claims.items())),
    )


def _claim(
    verdict: str, reason: str | None, correction: str | None, origin: str, figure: dict[str, Any]
) -> str:
    if verdict == "unsure":
        return "unsure"
    if verdict == "wrong" and reason == "not_a_figure":
        return "rejected"
    if verdict == "wrong" and (correction is None or origin == "reviewer"):
        return "unfixed"
    fields = figure if correction is None else json.loads(correction)
    return _compact([fields[name] for name in _FIELDS if name not in ("surface", "text")])
