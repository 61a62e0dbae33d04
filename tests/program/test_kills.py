"""Killed at any moment: what the screen had acknowledged is in the store, and the tables follow the journal.

``make kills`` does it at 200 moments; the suite at a few.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from fzreview.store.opening.journal_columns import entry_of
from fzreview.store.writer import StoreWriter
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.work.keeping.safekeeping import verify_store
from support.copied_stores import new_store
from support.gold_reports import gold_report, seed_names
from support.warm_desk import WarmDesk
from support.warm_program import Warm

MOMENTS = int(os.environ.get("KILL_MOMENTS", "10"))
LONGEST = 0.8
"""Seconds from the first key to the latest kill."""
KEYS = b"v1w2s4x3" * 3 + b"zz"
DOC = seed_names()[1]

_DECIDED = re.compile(r"已判 (\d+)/")


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What one frame told the reviewer."""

    status: str
    decided: int


def told(frames: Iterator[list[str]]) -> list[Acknowledged]:
    """What frames acknowledged: their status line and their count of decided figures."""
    acknowledged = []
    for rows in frames:
        count = _DECIDED.search(rows[0])
        if count:
            acknowledged.append(Acknowledged(rows[-2].strip(), int(count[1])))
    return acknowledged


def stream_and_kill(desk: WarmDesk, draw: Random) -> list[Acknowledged]:
    """Type without end until a drawn moment, then kill."""
    seen = told(iter([desk.wait_for("已判 0/")]))
    end = time.monotonic() + draw.uniform(0, LONGEST)
    while (left := end - time.monotonic()) > 0:
        desk.press(bytes(draw.choices(KEYS, k=draw.randrange(1, 9))))
        seen += told(desk.frames(min(left, draw.uniform(0, 0.03))))
    return seen + told(desk.kill())


def recorded(store: Path) -> list[Acknowledged]:
    """What the desk would have told behind each entry of the journal."""
    figures = {figure.span_key: figure for figure in gold_report(DOC).reading.figures}
    states: dict[str, str | None] = {}
    lines = [Acknowledged("", 0)]
    with closing(sqlite3.connect(store)) as connection:
        connection.row_factory = sqlite3.Row
        entries = {
            entry.uuid: entry
            for entry in map(entry_of, connection.execute("select * from journal order by id"))
        }
    for entry in entries.values():
        states[entry.figure] = entry.after.verdict if entry.after else None
        figure = figures[entry.figure]
        # An undo names what it took back.
        words, told_of = ("desk.undone", entries[entry.inverts]) if entry.inverts else ("desk.saved", entry)
        line = say(
            words,
            what=say(f"desk.done.{told_of.action}"),
            figure=f"{one_line(figure.subject)} {one_line(figure.text)}",
        )
        lines.append(Acknowledged(line, sum(state is not None for state in states.values())))
    return lines


def expect_all(acknowledged: list[Acknowledged], store: list[Acknowledged]) -> None:
    """Everything that was acknowledged follows from entries of the journal, in their order."""
    at = 0
    for one in acknowledged:
        if not one.status.startswith(("已存", "已撤销")):
            continue
        shown = one.status.removesuffix("…")
        while at < len(store) and not (
            store[at].status and (shown.startswith(store[at].status) or store[at].status.startswith(shown))
        ):
            at += 1
        assert at < len(store), f"told, but not in the store: {one}"
        # While keys wait, the count may be that of an earlier entry; it is never ahead of the store.
        assert one.decided in {earlier.decided for earlier in store[: at + 1]}, one


def test_what_was_acknowledged_survives_a_kill(warm: Warm, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    new_store(fresh)
    writer = StoreWriter(fresh)
    writer.insert(gold_report(DOC), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    acknowledged = entries = 0
    for moment in range(MOMENTS):
        store = tmp_path / f"{moment}.db"
        shutil.copyfile(fresh, store)
        seen = stream_and_kill(WarmDesk(warm, store), Random(f"moment {moment}"))
        expected = recorded(store)
        expect_all(seen, expected)
        verified = verify_store(store)
        assert verified == (len(expected) - 1, []), f"moment {moment}"
        acknowledged += len(seen)
        entries += len(expected) - 1
    assert acknowledged > 2 * MOMENTS and entries > 3 * MOMENTS, "keys were taken before the kills"
    print(f"{MOMENTS} kills, {acknowledged} frames read, {entries} entries kept")
