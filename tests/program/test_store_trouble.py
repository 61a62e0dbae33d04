"""Two desks on one store, a full disk, a read-only one: told, and nothing that was told as saved is lost."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from fzreview.work.keeping.safekeeping import verify_store
from support.gold_reports import seed_names
from support.mounting import needs_mount, read_only, under
from support.terminal import Terminal, installed_command
from support.warm_desk import WarmDesk
from support.warm_program import Warm

CTRL_Q = "\x11"
DOC = seed_names()[1]
ROUNDS = 12
"""Three figures each."""
LIMIT_BYTES = 240 * 1024
"""Room for the write-ahead log of a few verdicts."""


def entries(store: Path) -> int:
    with closing(sqlite3.connect(store)) as connection:
        return int(connection.execute("select count(*) from journal").fetchone()[0])


def decided(terminal: Terminal) -> int:
    """How many figures the screen counts as decided."""
    found = re.search(r"已判 (\d+)/", terminal.text)
    assert found, terminal.text
    return int(found[1])


def press_until_refused(terminal: Terminal, most: int) -> int:
    """Verify one figure after the other until one is told as not saved; how many were told as saved."""
    for number in range(most):
        assert decided(terminal) == number
        terminal.press("v")
        while decided(terminal) == number and "未保存" not in terminal.text:
            terminal.read()
        if "未保存" in terminal.text:
            return decided(terminal)
    raise AssertionError(f"{most} verdicts were saved\n{terminal.text}")


def test_two_desks_type_into_one_store(warm: Warm, store: Path) -> None:
    desks = [WarmDesk(warm, store, reviewer) for reviewer in ("ann", "bob")]
    for desk in desks:
        desk.wait_for("已判 0/")
    # Each in a report of their own: on one figure the second would be asked first.
    for desk, reports, figures in zip(desks, (1, 2), (73, 71), strict=True):
        desk.press(b"}" * reports)
        desk.wait_for(f"已判 0/{figures}")
    shown: list[str] = []
    for _ in range(ROUNDS):
        for desk in desks:
            desk.press(b"vws")
            shown += (row for frame in desk.frames(0.01) for row in frame)
    for desk in desks:
        shown += rest(desk)
    assert not [row for row in shown if "locked" in row or "未保存" in row or "占用" in row]
    count, differences = verify_store(store)
    assert (count, differences) == (2 * ROUNDS * 3, [])


def rest(desk: WarmDesk) -> list[str]:
    """What a desk still draws; then it is ended."""
    drawn = [row for frame in desk.frames(1.0) for row in frame]
    return [*drawn, *(row for frame in desk.kill() for row in frame)]


def test_no_room_left_for_a_file_is_told_and_loses_nothing(store: Path) -> None:
    program = ["sh", "-c", f'ulimit -f {LIMIT_BYTES // 512}; exec "$@"', "sh", str(installed_command())]
    with Terminal(["--db", str(store), "review", DOC], command=program) as terminal:
        terminal.wait_for("已判 0/")
        saved = press_until_refused(terminal, 40)
        terminal.press("n" + "w")
        terminal.wait_for("未保存")
        assert decided(terminal) == saved
        terminal.press(CTRL_Q)
        assert terminal.end() == 0
    assert saved > 0
    assert entries(store) == saved
    assert verify_store(store) == (saved, [])


@needs_mount
def test_a_full_disk_is_told_and_work_goes_on_when_it_has_room_again(store: Path, tmp_path: Path) -> None:
    disk, kept, room = tmp_path / "disk", tmp_path / "kept", tmp_path / "room"
    disk.mkdir()
    kept.mkdir()
    script = f"""
        mount -t tmpfs -o size={store.stat().st_size // 1024 + 1024}k tmpfs {disk}
        cp {store} {disk}/store.db
        head -c 650K /dev/zero > {disk}/filler
        (while [ ! -e {room} ]; do sleep 0.05; done; rm {disk}/filler) &
        "$@"; code=$?
        cp {disk}/store.db* {kept}; touch {room}; exit $code
    """
    program = [*under(script), str(installed_command())]
    with Terminal(["--db", str(disk / "store.db"), "review", DOC], command=program) as terminal:
        terminal.wait_for("已判 0/")
        saved = press_until_refused(terminal, 40)
        assert "full" in terminal.text
        assert saved > 0
        room.touch()
        while decided(terminal) < saved + 1:
            terminal.press("v")
            terminal.read()
            terminal.read()
        saved = decided(terminal)
        terminal.press(CTRL_Q)
        assert terminal.end() == 0
    assert entries(kept / "store.db") >= saved
    assert verify_store(kept / "store.db")[1] == []


@needs_mount
def test_a_store_on_a_read_only_disk_is_refused_in_words(store: Path) -> None:
    program = [*read_only(store.parent), str(installed_command())]
    with Terminal(["--db", str(store)], command=program) as terminal:
        assert terminal.end() == 3
        assert store.name in terminal.text
        assert "Traceback" not in terminal.text
