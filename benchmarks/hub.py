"""Rows to a PostgreSQL hub and back, against the bare server; round trips over a slow line."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from benchmarks.children import ROOT
from benchmarks.entries import verified
from benchmarks.merging import record
from benchmarks.rounds import in_turn, percentile
from benchmarks.rows import Row, at_least, at_most
from benchmarks.workspace import WORK, Workspace
from fzreview.domain.team.hub import Cursor, Page, Segment
from fzreview.hub.opening import open_hub
from fzreview.work.team.assigning import Sharing, share_out
from fzreview.work.team.hub.getting import get
from fzreview.work.team.hub.packages import fetch_packages
from fzreview.work.team.hub.putting import put
from fzreview.work.team.packages.handing_out import PackageOrder
from fzreview.work.team.packages.packing import pack

sys.path.insert(0, str(ROOT / "tests"))

from support.hub_rows import made_pieces
from support.slow_line import SlowLine

ROWS: Final = 20_000
ROUNDS: Final = 3
DAY: Final = 2_000
"""Rows that somebody makes in a day."""
ONE_WAY: Final = 0.05
"""Seconds from here to a hub that is 100 ms away and back."""
OWN_MS: Final = 5.0
"""What an empty get may take beside its two round trips."""
_KEYS: Final = "pos, uuid, site, seq, prev, hash, reviewer, body, forked, chain, received, by"


def measure(place: Workspace) -> Iterator[Row]:
    """Rows pushed against a bare COPY, pulled against a bare select; an empty get; a day's work."""
    from support.postgres import missing, new_server, remove

    reason = missing()
    if reason is not None:
        yield Row("hub", "all of it", None, "", note=reason)
        return
    server = new_server(("fsync=on",), parent=WORK)
    try:
        yield from _throughput(server)
        yield from _far_away(server, place)
    finally:
        remove(server)


def _throughput(server: Any) -> Iterator[Row]:
    numbers = iter(range(1_000))

    def pushed() -> float:
        database = server.hub()
        segments = made_pieces(f"push {next(numbers)}", ROWS, "ann")
        with closing(open_hub(database.invite("ann"))) as hub:
            begin = time.perf_counter()
            for segment in segments:
                hub.push(segment)
            seconds = time.perf_counter() - begin
        return ROWS / seconds

    def copied() -> float:
        """The rows that were just pushed, into a table with the same keys."""
        with server.admin("hub") as connection:
            connection.execute("create table fz.bare (like fz.rows including indexes)")
            with connection.cursor().copy(f"copy fz.rows({_KEYS}) to stdout") as copy:
                rows = b"".join(bytes(some) for some in copy)
            begin = time.perf_counter()
            with connection.cursor().copy(f"copy fz.bare({_KEYS}) from stdin") as copy:
                copy.write(rows)
            return ROWS / (time.perf_counter() - begin)

    rates = in_turn(ROUNDS, {"push": pushed, "copy": copied})
    yield Row(
        "hub",
        "rows pushed a second, pieces of 2,000 ÷ COPY with the same keys",
        percentile(rates["push"], 0.5),
        "rows/s",
        percentile(rates["copy"], 0.5),
        must=at_least(1 / 15),
    )
    database = server.hub()
    address = database.invite("cho", "coordinator")
    with closing(open_hub(address)) as hub:
        for segment in made_pieces("pull", ROWS, "ann"):
            hub.push(segment)

        def pulled() -> float:
            begin = time.perf_counter()
            count = sum(len(page.rows) for page in hub.pull(Cursor(), None) if isinstance(page, Page))
            return count / (time.perf_counter() - begin)

        def selected() -> float:
            with server.admin("hub") as connection, connection.cursor(binary=True) as cursor:
                begin = time.perf_counter()
                cursor.execute("select pos, prev, hash, body, chain from fz.rows order by pos")
                return len(cursor.fetchall()) / (time.perf_counter() - begin)

        rates = in_turn(ROUNDS, {"pull": pulled, "select": selected})
    yield Row(
        "hub",
        "rows pulled a second, pages of 5,000 ÷ bare select",
        percentile(rates["pull"], 0.5),
        "rows/s",
        percentile(rates["select"], 0.5),
        must=at_least(1 / 4),
    )


def _far_away(server: Any, place: Workspace) -> Iterator[Row]:
    """The same machine over a line that takes a tenth of a second there and back."""
    database = server.hub()
    lead, ann = database.invite("cho", "coordinator"), database.invite("ann")
    store = place.copy(place.few_stores.program)
    share_out(store, Sharing(["ann"], 0.0, 7, None, []))
    pack(store, PackageOrder("ann"), WORK / "packed")
    with closing(open_hub(lead)) as hub:
        put(hub, store)
    with closing(open_hub(ann)) as hub:
        fetched = fetch_packages(hub, "ann", WORK / "ann")
    package = fetched[0].path
    assert package is not None
    line = SlowLine(server.folder / ".s.PGSQL.5432", ONE_WAY)
    far = ann.replace(f"host={server.folder}&port=5432", f"host=127.0.0.1&port={line.port}")
    yield _empty_get(far, package)
    yield _day(far, package)
    line.close()


def _empty_get(address: str, package: Path) -> Row:
    import psycopg

    def empty() -> float:
        with closing(open_hub(address)) as hub:
            begin = time.perf_counter()
            done = get(hub, package)
            assert (done.new, done.told) == (0, [])
            return 1000 * (time.perf_counter() - begin)

    def round_trip() -> float:
        with psycopg.connect(address, autocommit=True) as connection:
            begin = time.perf_counter()
            connection.execute("select 1")
            return 1000 * (time.perf_counter() - begin)

    times = in_turn(ROUNDS, {"empty": empty, "trip": round_trip})
    return Row(
        "hub",
        "an empty get of a member ÷ two round trips and 5 ms",
        percentile(times["empty"], 0.5),
        "ms",
        2 * percentile(times["trip"], 0.5) + OWN_MS,
        must=at_most(1.0),
    )


def _day(address: str, package: Path) -> Row:
    """What ann decided in a day sent, from the connection on, against the bytes sent by the bare driver."""
    import psycopg

    entries = [entry for _, entry in zip(range(DAY), _of_ann(package), strict=False)]
    record(package, entries)
    segments: list[Segment] = made_pieces("day", len(entries), "ann")
    begin = time.perf_counter()
    with psycopg.connect(address, autocommit=True) as connection:
        for _ in range(2):  # who one is, and how far the hub has come
            connection.execute("select 1")
        connection.execute(
            "select cardinality(%b::bytea[])", ([row.body for segment in segments for row in segment.rows],)
        )
    floor = time.perf_counter() - begin
    begin = time.perf_counter()
    with closing(open_hub(address)) as hub:
        done = put(hub, package)
    seconds = time.perf_counter() - begin
    assert done.new == len(entries), done
    return Row(
        "hub",
        f"{len(entries)} rows sent 100 ms away ÷ connecting, three round trips and the bytes",
        1000 * seconds,
        "ms",
        1000 * floor,
        must=at_most(2.0),
    )


def _of_ann(package: Path) -> Iterator[Any]:
    from dataclasses import replace

    for entry in verified(package):
        yield replace(entry, reviewer="ann")
