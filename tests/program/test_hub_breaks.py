"""A hub whose server is killed, whose lines are cut, whose disk is full: every row once, none lost.

``make hub-test`` does the long ones; the suite a few of each.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random

import pytest

from fzreview.domain.team.hub import Cursor, Page, Segment
from fzreview.errors import FzError
from fzreview.hub.opening import open_hub
from fzreview.hub.protocol import Hub
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.team.hub.getting import get
from fzreview.work.team.hub.packages import fetch_packages
from fzreview.work.team.hub.putting import put
from support.hub_rows import cut_into, made_pieces
from support.hubs import copied, decide_some, project_of
from support.postgres import Database, Server, missing, new_server, remove
from support.scripted import decide
from support.slow_line import SlowLine
from support.team import digest, rows

KILLS = int(os.environ.get("HUB_KILLS", "1"))
ROWS = int(os.environ.get("HUB_ROWS", "200"))
"""That each of four clients sends."""
PATIENCE_SECONDS = 120.0
"""How long a client goes on without getting one piece through."""
PROJECT = "0" * 32

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))


@contextmanager
def hub_at(address: str) -> Iterator[Hub]:
    with closing(open_hub(address)) as hub:
        yield hub


def begun(database: Database) -> str:
    """The address of a coordinator, the project begun."""
    address = database.invite("cho", "coordinator")
    with hub_at(address) as hub:
        hub.claim(PROJECT)
    return address


def pulled(address: str) -> list[str]:
    """Hash of every row of a hub, in its order; its chain is checked on the way."""
    with hub_at(address) as hub:
        pages = list(hub.pull(Cursor(), None))
    return [row.hash for page in pages if isinstance(page, Page) for row in page.rows]


def wanted(*sites: list[Segment]) -> set[str]:
    return {row.hash for site in sites for piece in site for row in piece.rows}


def push_until_there(address: str, pieces: list[Segment], dice: Random) -> int:
    """Send every piece, some twice and out of turn, over as many connections as it takes; how many."""
    left, connections = list(pieces), 0
    end = time.monotonic() + PATIENCE_SECONDS
    while left:
        connections += 1
        assert time.monotonic() < end, f"{len(left)} pieces are still not there"
        try:
            with hub_at(address) as hub:
                while left:
                    hub.push(left[0])
                    if dice.random() < 0.3:
                        hub.push(dice.choice(pieces[: len(pieces) - len(left) + 1]))
                    done = left.pop(0)
                    end = time.monotonic() + PATIENCE_SECONDS
                    if dice.random() < 0.2:
                        left.insert(0, done)  # as if the answer had been lost
                    if dice.random() < 0.1:
                        break
        except FzError as error:
            assert error.code in ("hub_unreached", "hub_unwritable"), error
            time.sleep(0.02)
    return connections


def test_a_server_that_is_killed_while_four_clients_send_holds_every_row_once(server: Server) -> None:
    database = server.hub()
    address = begun(database)
    sites = {name: made_pieces(name, ROWS, name) for name in ("ann", "bob", "cyn", "dan")}
    failed: list[BaseException] = []

    def send(name: str, to: str) -> None:
        try:
            push_until_there(to, cut_into(sites[name], max(10, ROWS // 20)), Random(name))
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=send, args=(name, database.invite(name))) for name in sites]
    for thread in threads:
        thread.start()
    dice = Random("kills")
    for _ in range(KILLS):
        time.sleep(dice.uniform(0.1, 0.4))
        server.kill()
    for thread in threads:
        thread.join()
    assert failed == []
    there = pulled(address)
    assert (len(there), set(there)) == (4 * ROWS, wanted(*sites.values()))
    with database.admin() as connection:
        told = connection.execute("select count(*), max(pos), count(*) filter (where forked) from fz.rows")
        assert told.fetchone() == (4 * ROWS, 4 * ROWS, 0), "positions without gaps, nothing forked"
    print(f"{KILLS} kills: {len(there)} of {4 * ROWS} rows")


def test_lines_that_are_cut_lose_nothing(server: Server) -> None:
    database = server.hub()
    begun(database)
    dice = Random("cuts")
    login = database.invite("ann")
    line = SlowLine(server.folder / ".s.PGSQL.5432", is_cut=lambda: dice.random() < 0.06)
    cut = login.replace(f"host={server.folder}&port=5432", f"host=127.0.0.1&port={line.port}")
    pieces = made_pieces("ann", ROWS * 4, "ann")
    connections = push_until_there(cut, cut_into(pieces, 100), dice)
    line.close()
    with hub_at(login) as hub:
        pages = [page for page in hub.pull(Cursor(), "ann") if isinstance(page, Page)]
    there = [row.hash for page in pages for row in page.rows]
    assert (len(there), set(there)) == (ROWS * 4, wanted(pieces))
    print(f"{line.cuts} cuts, {connections} connections: {len(there)} of {ROWS * 4} rows")


@pytest.mark.heavy
def test_a_get_whose_line_is_cut_goes_on_where_it_was(server: Server, tmp_path: Path) -> None:
    project = project_of(tmp_path / "project.db", "ann", reports=1)
    database = server.hub()
    address = database.invite("cho", "coordinator")
    with hub_at(address) as hub:
        put(hub, project)
    decide_some(project, "ann", 2)
    with hub_at(address) as hub:
        put(hub, project)
    dice = Random("get")
    line = SlowLine(server.folder / ".s.PGSQL.5432", is_cut=lambda: dice.random() < 0.05)
    cut = address.replace(f"host={server.folder}&port=5432", f"host=127.0.0.1&port={line.port}")
    anew = tmp_path / "anew.db"
    for _ in range(100):
        try:
            with hub_at(cut) as hub:
                get(hub, anew)
        except FzError as error:
            assert error.code == "hub_unreached"
            continue
        break
    line.close()
    assert digest(anew) == digest(project)


def test_two_hubs_and_a_relay_come_to_the_same(server: Server, tmp_path: Path) -> None:
    one, other = server.hub("one"), server.hub("other")
    coordinators = [begun(one), begun(other)]
    sites = {name: made_pieces(name, ROWS, name) for name in ("ann", "bob")}
    both = cut_into(made_pieces("cyn", ROWS, "cyn"), ROWS // 4)
    for database, name in ((one, "ann"), (other, "bob")):
        with hub_at(database.invite(name)) as hub:
            for piece in sites[name]:
                hub.push(piece)
    for database, some in ((one, both[:3]), (other, both[:2])):
        with hub_at(database.invite("cyn")) as hub:
            for piece in some:
                hub.push(piece)
    relays = [database.invite("relay", "relay") for database in (one, other)]
    store = tmp_path / "relay.db"
    new = []
    for _ in range(2):
        for here, there in (relays, relays[::-1]):
            with hub_at(here) as hub:
                assert get(hub, store).told == []
            with hub_at(there) as hub:
                new.append(put(hub, store).new)
    first, second = map(pulled, coordinators)
    assert set(first) == set(second) == wanted(*sites.values(), both[:3])
    assert len(first) == len(second)
    assert new[2:] == [0, 0], "the second round finds nothing"
    print(f"{len(first)} = {len(second)} rows")


@pytest.mark.heavy
def test_clocks_that_are_a_year_off_change_nothing(server: Server, tmp_path: Path) -> None:
    project = project_of(tmp_path / "project.db", "ann", "bob", reports=1)
    ahead, behind = "2027-11-29T00:00:00.000Z", "2025-01-01T00:00:00.000Z"
    digests = set()
    for number, (ann, bob) in enumerate([("ann", "bob"), ("bob", "ann")]):
        database = server.hub()
        address = database.invite("cho", "coordinator")
        lead = copied(project, f"lead{number}.db")
        with hub_at(address) as hub:
            put(hub, lead)
        packages = {}
        for name in ("ann", "bob"):
            with hub_at(database.invite(name)) as hub:
                (fetched,) = fetch_packages(hub, name, tmp_path / str(number))
            assert fetched.path is not None
            packages[name] = fetched.path
        if number == 0:
            decide(packages["ann"], "ann", at=ahead)
            decide_some(packages["bob"], "bob", 2)
            decide(packages["bob"], "bob", at=behind)
            decided = {
                name: Path(shutil.copyfile(path, tmp_path / f"{name}.db")) for name, path in packages.items()
            }
        for name in (ann, bob):
            with hub_at(address) as hub:
                put(hub, decided[name])
                assert get(hub, lead).told == []
        digests.add(digest(lead))
    assert len(digests) == 1


@pytest.mark.heavy
def test_a_get_that_is_killed_has_the_rows_with_the_cursor_or_neither(server: Server, tmp_path: Path) -> None:
    project = project_of(tmp_path / "project.db", "ann", reports=1)
    database = server.hub()
    address = database.invite("cho", "coordinator")
    with hub_at(address) as hub:
        put(hub, project)
        for name in ("ann", "bob"):
            for piece in made_pieces(name, ROWS * 4, name):
                hub.push(piece)
    command = [sys.executable, "-m", "fzreview", "--db"]
    whole = tmp_path / "whole.db"
    begin = time.monotonic()
    subprocess.run([*command, str(whole), "hub", "get", address], check=True, capture_output=True)
    longest = time.monotonic() - begin
    dice = Random("get")
    for number in range(KILLS):
        store = tmp_path / f"{number}.db"
        process = subprocess.Popen(
            [*command, str(store), "hub", "get", address],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(dice.uniform(0.4, 1) * longest)
        process.kill()
        process.wait()
        if store.exists() and rows(store, "select 1 from sqlite_master where name = 'hubs'"):
            told = rows(store, "select coalesce(max(position), 0), (select count(*) from journal) from hubs")
            assert told[0][0] == told[0][1]
        with hub_at(address) as hub:
            get(hub, store)
        assert digest(store) == digest(whole)
        assert verify_store(store)[1] == []


# A server that says it in its own way


def test_what_a_server_says_in_gbk_before_there_is_a_connection_is_readable(tmp_path: Path) -> None:
    """As one whose messages are Chinese and whose locale is GBK refuses a login."""
    words = '用户 "安" 密码认证失败'
    fields = b"SFATAL\0C28P01\0M" + words.encode("gbk") + b"\0\0"
    answer = b"E" + (len(fields) + 4).to_bytes(4, "big") + fields
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

        def serve() -> None:
            while True:
                try:
                    one, _ = listening.accept()
                except OSError:
                    return
                with one:
                    while data := one.recv(4096):
                        if data[4:8] in (b"\x04\xd2\x16\x2f", b"\x04\xd2\x16\x30"):
                            one.sendall(b"N")  # neither TLS nor GSS
                        else:
                            one.sendall(answer)
                            break

        threading.Thread(target=serve, daemon=True).start()
        with pytest.raises(FzError) as told:
            open_hub(f"postgresql://an@127.0.0.1:{port}/fz")
    assert (told.value.code, words in str(told.value)) == ("hub_unreached", True)


# Disks


@pytest.mark.heavy
def test_a_server_whose_disk_is_full_takes_nothing_half_and_goes_on_with_room() -> None:
    folder = Path(tempfile.mkdtemp(prefix="fz-full-"))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("no small file system can be mounted here")
    server = None
    try:
        server = new_server(("max_wal_size=64MB", "min_wal_size=32MB"), folder)
        database = server.hub()
        address = begun(database)
        pieces = made_pieces("ann", 4_000, "ann")
        with hub_at(address) as hub:
            hub.push(pieces[0])
        filling = folder / "filling"
        with suppress(OSError), filling.open("wb", buffering=0) as file:
            while file.write(b"\0" * 65_536):
                pass
        codes = set()
        for piece in made_pieces("bob", 10_000, "bob"):
            try:
                with hub_at(address) as hub:
                    hub.push(piece)
            except FzError as error:
                codes.add(error.code)
        assert codes and codes <= {"hub_unwritable", "hub_unreached"}
        filling.unlink()
        server.kill()
        with hub_at(address) as hub:
            for piece in (*pieces, *made_pieces("bob", 10_000, "bob")):
                hub.push(piece)
        there = pulled(address)
        assert (len(there), set(there)) == (14_000, wanted(pieces, made_pieces("bob", 10_000, "bob")))
        print(f"disk full: {sorted(codes)}, then {len(there)} of 14000 rows")
    finally:
        if server is not None:
            remove(server)
        subprocess.run(["umount", str(folder)], check=False)
        folder.rmdir()


def test_a_folder_whose_disk_is_full_keeps_no_half_of_a_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The failure is faked: fsync says that there is no space."""
    store = project_of(tmp_path / "project.db", "ann", reports=1)
    decide_some(store, "ann")
    folder = tmp_path / "hub"
    folder.mkdir()
    with hub_at(f"folder:{folder}") as hub:
        hub.claim(rows(store, "select project from identity")[0][0])  # type: ignore[arg-type]  # a text
        with monkeypatch.context() as full:
            full.setattr(os, "fsync", _no_space)
            with pytest.raises(FzError) as told:
                put(hub, store)
        assert told.value.code == "hub_unwritable"
        assert [one for one in folder.rglob("*") if one.is_file()] == [folder / "about.json"]
        assert put(hub, store).new > 0


def _no_space(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")
