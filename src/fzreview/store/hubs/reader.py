"""Read access to a store for synchronising it with a hub: its rows in segments, cursors, sites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.decisions.wire import body_of
from fzreview.domain.team.hub import SEGMENT_ROWS, Cursor, Head, Segment, WireRow
from fzreview.domain.team.merged import FormerWord
from fzreview.store.hubs.progress import SentState, cursor_of, sent_states
from fzreview.store.merging.former_words import former_behind
from fzreview.store.merging.journal_rows import counts_behind
from fzreview.store.merging.records import records_digest
from fzreview.store.opening.connect import open_reader
from fzreview.store.opening.digesting import reading_digest


@dataclass(frozen=True, slots=True)
class OutgoingSite:
    """A site of which this store has every row from the first on."""

    site: str
    rows: int
    reviewers: frozenset[str]
    """Who made them."""


class HubReader:
    """Queries to one store over one read-only connection."""

    def __init__(self, store: Path) -> None:
        """Raises StoreError when the store cannot be opened."""
        self._connection = open_reader(store)

    def close(self) -> None:
        self._connection.close()

    def identity(self) -> tuple[str, str | None, str | None]:
        """``(site, project, owner)``: this store's site, its project and its owner, where known."""
        row = self._connection.execute(
            "select i.site, i.project, s.owner from identity i join sites s on s.site = i.site"
        ).fetchone()
        return row[0], row[1], row[2]

    def is_blank(self) -> bool:
        """Whether the store has no report, no journal entry and no project."""
        query = (
            "select project is null and not exists (select 1 from reports)"
            " and not exists (select 1 from journal) from identity"
        )
        return bool(self._connection.execute(query).fetchone()[0])

    def knows(self, hub: str, place: str) -> bool:
        """Whether the hub is on record with this address."""
        query = "select 1 from hubs where hub = ? and place = ?"
        return self._connection.execute(query, (hub, place)).fetchone() is not None

    def is_synced(self, hub: str, since: str) -> bool:
        """Whether the last complete synchronisation is no older than ``since``, without a later failure."""
        query = "select 1 from hubs where hub = ? and synced >= ? and unreached is null"
        return self._connection.execute(query, (hub, since)).fetchone() is not None

    def packages(self) -> set[str]:
        """Sites of the packages on record."""
        return {row[0] for row in self._connection.execute("select site from packages")}

    def records(self) -> str | None:
        """Digest of the coordinators' records (audits, plans, packages, rulings); None without any."""
        return records_digest(self._connection)

    def last_entry(self) -> int:
        """Id of the journal's last row; 0 for an empty journal."""
        return int(self._connection.execute("select coalesce(max(id), 0) from journal").fetchone()[0])

    def counts_behind(self, entry: int) -> tuple[int, int, int]:
        """Numbers of rows with a greater id: all, those in effect, those of reports that are missing here."""
        return counts_behind(self._connection, entry)

    def former_behind(self, entry: int) -> tuple[FormerWord, ...]:
        """Words in rows behind that number that were said of a former reading."""
        return former_behind(self._connection, entry)

    def reports(self) -> set[str]:
        """sha256 of every report of the store."""
        return {row[0] for row in self._connection.execute("select sha256 from reports")}

    def owners(self) -> dict[str, str]:
        """Site of a package → its owner."""
        return dict(self._connection.execute("select site, owner from sites where owner <> ''").fetchall())

    def cursor(self, hub: str) -> Cursor:
        return cursor_of(self._connection, hub)

    def sent(self, hub: str) -> dict[str, SentState]:
        return sent_states(self._connection, hub)

    def sites(self) -> list[OutgoingSite]:
        """The sites that can be uploaded: those of which every row is here."""
        found = []
        for site, rows, numbers, last in self._connection.execute(
            "select site, count(*), count(distinct seq), max(seq) from journal group by site order by site"
        ).fetchall():
            if numbers == last:
                names = self._connection.execute(
                    "select distinct reviewer from journal where site = ?", (site,)
                ).fetchall()
                found.append(OutgoingSite(site, rows, frozenset(name for (name,) in names)))
        return found

    def segments(self, site: str, head: Head | None) -> Iterator[Segment]:
        """The segments that a hub lacks whose last row of the site is ``head``.

        Everything where the hub has other rows than this store: of a file that was used twice, each run of
        rows that follow each other.
        """
        after = 0
        if head is not None:
            known = self._connection.execute(
                "select 1 from journal where site = ? and seq = ? and hash = ?", (site, head.seq, head.hash)
            ).fetchone()
            forked = self._connection.execute("select forked from sites where site = ?", (site,)).fetchone()
            if known is not None and not forked[0]:
                after = head.seq
        for run in self._runs(site, after):
            for start in range(0, len(run), SEGMENT_ROWS):
                yield self._segment(site, run[start : start + SEGMENT_ROWS])

    def readings(self, only: Collection[str] | None = None) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """``(sha256, version of its reading, sha256s to pack: its original's, its own)`` of each report."""
        query = (
            "select r.id, r.sha256, r.generation, o.sha256 as original from reports r"
            " left join copies c on c.report = r.id left join reports o on o.id = c.original order by r.id"
        )
        for row in self._connection.execute(query).fetchall():
            if only is not None and row["sha256"] not in only:
                continue
            told = f"{reading_digest(self._connection, row['id'])[:16]}.{row['generation']}"
            along = [row["sha256"]] if row["original"] is None else [row["original"], row["sha256"]]
            yield row["sha256"], told, tuple(along)

    def _runs(self, site: str, after: int) -> Iterator[list[tuple[int, int]]]:
        """Runs of consecutive ``(sequence number, id)``; more than one where a file was used twice."""
        following: dict[tuple[int, str], list[tuple[int, int, str]]] = defaultdict(list)
        starts: list[tuple[int, int, str]] = []
        seen: set[tuple[int, str]] = set()
        for row in self._connection.execute(
            "select seq, id, prev, hash from journal where site = ? and seq > ? order by seq, hash",
            (site, after),
        ):
            one = (row["seq"], row["id"], row["hash"])
            before = (row["seq"] - 1, row["prev"])
            if before in seen:
                following[before].append(one)
            else:
                starts.append(one)
            seen.add((row["seq"], row["hash"]))
        while starts:
            now: tuple[int, int, str] | None = starts.pop(0)
            run = []
            while now is not None:
                seq, id_, told = now
                run.append((seq, id_))
                behind = following.get((seq, told), [])
                now = behind[0] if behind else None
                starts += behind[1:]
            yield run

    def _segment(self, site: str, run: list[tuple[int, int]]) -> Segment:
        wanted = {id_ for _, id_ in run}
        rows = self._connection.execute(
            "select * from journal where site = ? and seq between ? and ? order by seq",
            (site, run[0][0], run[-1][0]),
        )
        return Segment(
            site,
            run[0][0],
            tuple(WireRow(row["prev"], row["hash"], body_of(row)) for row in rows if row["id"] in wanted),
        )
