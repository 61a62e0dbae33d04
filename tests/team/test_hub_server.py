"""The same by way of a PostgreSQL server: rights, pieces, chains."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fzreview.domain.team.hub import Cursor, ListedPackage, Page, Segment, chained
from fzreview.errors import FzError, UsageError
from fzreview.hub.opening import open_hub
from fzreview.hub.protocol import Hub
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.team.hub.getting import get
from fzreview.work.team.hub.packages import fetch_packages
from fzreview.work.team.hub.putting import put
from fzreview.work.team.packages.handing_out import PackageOrder
from fzreview.work.team.packages.packing import pack
from support.command_line import caller
from support.hubs import copied, decide_some, new_hub, pieces_of, project_of
from support.scripted import UNSURE, VERIFIED, decide
from support.team import digest, rows

if TYPE_CHECKING:
    from support.postgres import Database

PEOPLE = ("alice", "bob")


class Team:
    """A project, its hub, and the logins of its people."""

    def __init__(self, database: Database, project: Path, folder: Path) -> None:
        self.database, self.folder = database, folder
        self.project = Path(shutil.copyfile(project, folder / "project.db"))
        self.addresses = {name: database.invite(name) for name in PEOPLE}
        self.addresses["cho"] = database.invite("cho", "coordinator")
        self._open: list[Hub] = []

    def hub(self, name: str) -> Hub:
        self._open.append(open_hub(self.addresses[name]))
        return self._open[-1]

    def package(self, name: str) -> Path:
        """Taken down by its owner."""
        (one,) = fetch_packages(self.hub(name), name, self.folder / name)
        assert one.error is None and one.path is not None
        return one.path

    def close(self) -> None:
        for hub in self._open:
            hub.close()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One report, in a package for each of the two."""
    return project_of(tmp_path_factory.mktemp("project") / "project.db", *PEOPLE, reports=1)


@pytest.fixture(scope="module")
def packed(project: Path) -> list[tuple[ListedPackage, bytes]]:
    """What its first put lays down; writing packages takes longer than a whole test."""
    folder = new_hub(project.with_name("hub"))
    put(folder, project)
    return [(laid, folder.get_package(laid)) for laid in folder.packages(None)]


@pytest.fixture
def team(
    database: Database, project: Path, packed: list[tuple[ListedPackage, bytes]], tmp_path: Path
) -> Iterator[Team]:
    found = Team(database, project, tmp_path)
    lead = found.hub("cho")
    lead.claim(str(rows(project, "select project from identity")[0][0]))
    for laid, content in packed:
        lead.put_package(laid, content)
    yield found
    found.close()


def test_packages_go_down_rows_come_up_and_all_of_it_can_be_made_anew(team: Team, tmp_path: Path) -> None:
    for name in PEOPLE:
        package = team.package(name)
        decide_some(package, name, 2, name == "bob")
        assert put(team.hub(name), package).new > 0
        assert put(team.hub(name), package).new == 0
    done = get(team.hub("cho"), team.project)
    assert done.told == [] and done.new == done.holding > 0
    decide_some(team.project, "cho", 5)
    put(team.hub("cho"), team.project)
    anew = tmp_path / "anew.db"
    assert get(team.hub("cho"), anew).told == []
    assert digest(anew) == digest(team.project)
    assert verify_store(anew)[1] == []
    assert get(team.hub("cho"), anew).new == 0


def test_what_is_on_record_is_made_anew_and_no_member_sees_it(team: Team, tmp_path: Path) -> None:
    """Without it words about what was planted or hidden would count otherwise."""
    project = project_of(tmp_path / "seeded.db", "alice", reports=3, seed_errors=0.1, blind=0.1)
    database = team.database.server.hub("seeded")
    lead, alice = database.invite("cho", "coordinator"), database.invite("alice")
    with closing(open_hub(lead)) as hub:
        put(hub, project)
    with closing(open_hub(alice)) as hub:
        assert {one.owner for one in hub.packages(None)} == {"alice"}
        (fetched,) = fetch_packages(hub, "alice", tmp_path)
        assert fetched.path is not None
        # What was hidden is to be keyed, not verified.
        decide(fetched.path, "alice", lambda report, figure: VERIFIED if figure.figure.value else None)
        put(hub, fetched.path)
    anew = tmp_path / "anew.db"
    with closing(open_hub(lead)) as hub:
        get(hub, project)
        assert get(hub, anew).told == []
    assert digest(anew) == digest(project)
    for table in ("seeds", "withheld", "assignments", "packages"):
        query = f"select * from {table} where {'owner' if table == 'packages' else '1'} <> ''"
        assert rows(anew, query) == rows(project, query) != [], table
    assert verify_store(anew)[1] == verify_store(project)[1] == []


def test_one_sees_ones_own_alone(team: Team) -> None:
    for name in PEOPLE:
        package = team.package(name)
        decide_some(package, name)
        put(team.hub(name), package)
    alice = team.hub("alice")
    assert {one.owner for one in alice.packages(None)} == {"alice"}
    pages = [page for page in alice.pull(Cursor(), "bob") if isinstance(page, Page)]
    assert pages == []
    (page,) = alice.pull(Cursor(), "alice")
    assert isinstance(page, Page) and all(b'"alice"' in row.body for row in page.rows)


def test_a_piece_is_taken_wholly_or_not_at_all_and_twice_is_once(team: Team) -> None:
    package = team.package("alice")
    decide_some(package, "alice", 2)
    (segment,) = pieces_of(package)
    alice = team.hub("alice")
    broken = replace(segment, rows=(*segment.rows, segment.rows[-1]._replace(body=segment.rows[0].body)))
    with pytest.raises(FzError) as told:
        alice.push(broken)
    assert told.value.code == "hub_refused"
    assert alice.heads([segment.site]) == {}
    assert alice.push(segment).new == len(segment.rows)
    assert alice.push(segment).known == len(segment.rows)


@pytest.mark.parametrize("who", ["alice", "cho", "relay"])
def test_check_tries_what_is_forbidden_and_all_is_refused(
    team: Team, who: str, capsys: pytest.CaptureFixture[str]
) -> None:
    package = team.package("bob")
    decide_some(package, "bob")
    put(team.hub("bob"), package)
    team.addresses["relay"] = team.database.invite("relay", "relay")
    before = counts(team)
    call = caller(team.project, capsys)
    done = call("hub", "check", team.addresses[who], "--json")
    assert [row for row in done.rows if not row["refused"]] == []
    assert (done.code, len(done.rows) >= 9) == (0, True)
    assert counts(team) == before, "and nothing is left behind"
    assert "没有拒绝" not in call("hub", "check", team.addresses[who]).err


def counts(team: Team) -> object:
    with team.database.admin() as connection:
        return connection.execute(
            "select (select count(*) from fz.rows), (select count(*) from fz.packages),"
            " (select count(*) from fz.people), (select project from fz.hub)"
        ).fetchone()


def test_check_says_where_a_door_is_open(team: Team, capsys: pytest.CaptureFixture[str]) -> None:
    with team.database.admin() as connection:
        connection.execute("grant select on fz.people to fz_member")
        connection.execute("grant update on fz.heads to fz_member")
        connection.execute("create policy careless on fz.heads for update using (true)")
    package = team.package("alice")
    decide_some(package, "alice")
    put(team.hub("alice"), package)
    done = caller(team.project, capsys)("hub", "check", team.addresses["alice"])
    assert done.code == 1
    assert sum("没有拒绝" in line for line in done.told) == 2


def test_a_hub_that_can_only_be_read_is_told_as_such(team: Team, capsys: pytest.CaptureFixture[str]) -> None:
    """As one that is being restored: that nothing can be written says nothing of what a login may."""
    package = team.package("alice")
    decide_some(package, "alice")
    _only_reads(team, "on")
    with pytest.raises(FzError) as told:
        put(team.hub("alice"), package)
    checked = caller(team.project, capsys)("hub", "check", team.addresses["cho"], "--json")
    _only_reads(team, "off")
    assert told.value.code == "hub_read_only"
    assert (checked.code, checked.rows) == (1, [])
    assert put(team.hub("alice"), package).new > 0


def _only_reads(team: Team, switch: str) -> None:
    with team.database.admin() as connection:
        for name in ("alice", "cho"):
            login = f"{name}_{team.database.number}"
            connection.execute(f"alter role {login} set default_transaction_read_only = {switch}")


def test_a_member_cannot_add_to_anothers_site_or_speak_in_anothers_name(team: Team) -> None:
    package = team.package("bob")
    decide_some(package, "bob", 2)
    (segment,) = pieces_of(package)
    alice, bob = team.hub("alice"), team.hub("bob")
    first, rest = Segment(segment.site, 1, segment.rows[:2]), Segment(segment.site, 3, segment.rows[2:])
    with pytest.raises(FzError, match="not yours"):
        alice.push(first)
    bob.push(first)
    bodies = [row.body.replace(b'"bob"', b'"alice"') for row in rest.rows]
    with pytest.raises(FzError, match="not yours"):
        alice.push(Segment(segment.site, 3, tuple(chained(rest.prev, bodies))))
    assert bob.push(rest).new == len(rest.rows), "bob's rows are not forked by it"
    assert not rows_at(team, "select 1 from fz.rows where forked")


def test_a_member_cannot_take_the_site_of_a_package_that_is_anothers(team: Team) -> None:
    (laid,) = team.hub("bob").packages(None)
    package = team.package("alice")
    decide_some(package, "alice", 3)
    (segment,) = pieces_of(package)
    bodies = [row.body.replace(segment.site.encode(), laid.site.encode()) for row in segment.rows]
    with pytest.raises(FzError, match="not yours"):
        team.hub("alice").push(Segment(laid.site, 1, tuple(chained("", bodies))))


def rows_at(team: Team, query: str) -> list[object]:
    with team.database.admin() as connection:
        return list(connection.execute(query))


def test_who_left_may_nothing_any_more(team: Team) -> None:
    package = team.package("alice")
    decide_some(package, "alice")
    rows_at(team, "update fz.people set closed = now() where reviewer = 'alice' returning 1")
    with pytest.raises(FzError) as told:
        put(team.hub("alice"), package)
    assert told.value.code == "hub_stranger"


def test_a_package_of_another_login_is_told(team: Team) -> None:
    package = team.package("bob")
    with pytest.raises(FzError) as told:
        put(team.hub("alice"), package)
    assert told.value.code == "hub_not_yours"


def test_a_store_with_words_of_several_is_put_by_the_coordinator(
    team: Team, capsys: pytest.CaptureFixture[str]
) -> None:
    decide_some(team.project, "alice", 2)
    decide_some(team.project, "dan", 3)
    told = caller(team.project, capsys)("hub", "put", team.addresses["alice"])
    assert told.code == 1 and "没有送出" in told.err
    assert put(team.hub("cho"), team.project).new == len(rows(team.project, "select 1 from journal"))


def test_before_the_first_put_there_is_no_project(database: Database, tmp_path: Path) -> None:
    with closing(open_hub(database.invite("alice"))) as hub, pytest.raises(FzError) as told:
        fetch_packages(hub, "alice", tmp_path)
    assert told.value.code == "hub_not_begun"


def test_what_asks_a_second_time_gets_none_of_the_first_words(team: Team, tmp_path: Path) -> None:
    first = team.package("alice")
    decide_some(first, "alice", 2)
    put(team.hub("alice"), first)
    get(team.hub("cho"), team.project)
    pack(team.project, PackageOrder("alice", "again"), tmp_path / "out")
    put(team.hub("cho"), team.project)
    fetched = fetch_packages(team.hub("alice"), "alice", tmp_path / "alice")
    (again,) = (one.path for one in fetched if one.path is not None and "again" in one.path.name)
    for store in (again, first):
        assert get(team.hub("alice"), store).told == []
    assert rows(again, "select 1 from journal") == []
    decide(again, "alice", lambda report, figure: UNSURE if figure.figure.start % 2 else None)
    put(team.hub("alice"), again)
    before = rows(first, "select * from verdicts")
    get(team.hub("alice"), first)
    assert rows(first, "select * from verdicts") == before, "nor do the second words count for the first"
    get(team.hub("cho"), team.project)
    assert rows(team.project, "select 1 from figures where status = 'unsure'") == []
    twin = copied(again, "twin.db")
    decide(twin, "alice", at="2026-03-03T09:00:00.000Z")
    for store in (again, twin):
        put(team.hub("alice"), store)
        get(team.hub("alice"), store)
    get(team.hub("cho"), team.project)
    assert rows(team.project, "select 1 from figures where status = 'unsure'") == []
    assert verify_store(team.project)[1] == []


# What somebody did to the server


def restore(team: Team, position: int) -> None:
    """As after yesterday's dump: what came behind a position is gone."""
    with team.database.admin() as connection:
        connection.execute("alter table fz.rows disable trigger all")
        connection.execute("delete from fz.rows where pos > %s", (position,))
        connection.execute("alter table fz.rows enable trigger all")
        connection.execute(
            "update fz.tip set pos = %s, chain = coalesce((select chain from fz.rows where pos = %s), '')",
            (position, position),
        )
        connection.execute("delete from fz.heads")
        connection.execute(
            "insert into fz.heads select distinct on (site) site, seq, hash, reviewer from fz.rows"
            " order by site, seq desc"
        )


@pytest.fixture
def filled(team: Team) -> dict[str, Path]:
    """Packages with decisions that the hub and the project have."""
    packages = {name: team.package(name) for name in PEOPLE}
    for name, package in packages.items():
        decide_some(package, name, 2)
        put(team.hub(name), package)
    get(team.hub("cho"), team.project)
    return packages


def test_a_hub_restored_from_yesterdays_dump_is_brought_up_again(
    team: Team, filled: dict[str, Path], tmp_path: Path
) -> None:
    before = len(rows_at(team, "select 1 from fz.rows"))
    restore(team, 5)
    done = get(team.hub("cho"), team.project)
    assert [one.code for one in done.told] == ["hub_shortened"]
    for name, package in filled.items():
        put(team.hub(name), package)
    assert len(rows_at(team, "select 1 from fz.rows")) == before
    assert get(team.hub("cho"), team.project).told == []
    anew = tmp_path / "anew.db"
    get(team.hub("cho"), anew)
    assert digest(anew) == digest(team.project)


def test_a_coordinator_alone_brings_it_up_too(team: Team, filled: dict[str, Path]) -> None:
    before = len(rows_at(team, "select 1 from fz.rows"))
    restore(team, 0)
    put(team.hub("cho"), team.project)
    assert len(rows_at(team, "select 1 from fz.rows")) == before
    assert filled


def test_a_hub_that_grew_again_in_another_order_is_found(team: Team, filled: dict[str, Path]) -> None:
    restore(team, 0)
    for name in reversed(PEOPLE):
        put(team.hub(name), filled[name])
    done = get(team.hub("cho"), team.project)
    assert [one.code for one in done.told] == ["hub_rewritten"]
    assert done.new == 0
    assert get(team.hub("cho"), team.project).told == [], "what it is now was seen"


@pytest.mark.parametrize(
    "change",
    [
        "update fz.rows set body = overlay(body placing '7'::bytea from 20) where pos = 7",
        "delete from fz.rows where pos = 7",
        "update fz.rows set hash = sha256(''), chain = sha256('') where pos = 7",
    ],
)
def test_a_rewritten_row_is_found(team: Team, filled: dict[str, Path], tmp_path: Path, change: str) -> None:
    with team.database.admin() as connection:
        connection.execute("alter table fz.rows disable trigger all")
        connection.execute(change)
    with pytest.raises(FzError) as told:
        get(team.hub("cho"), tmp_path / "anew.db")
    assert told.value.code == "hub_broken_chain"
    with pytest.raises(FzError):
        get(team.hub("cho"), team.project, again=True)
    assert verify_store(team.project)[1] == []


# Files that were used twice


def test_a_package_used_on_two_machines_is_one_persons_two_words(team: Team) -> None:
    home = team.package("alice")
    office = copied(home, "office.db")
    decide_some(home, "alice", 2)
    decide_some(office, "alice", 3)
    for store in (home, office, home, office):
        put(team.hub("alice"), store)
        get(team.hub("alice"), store)
    get(team.hub("alice"), home)
    assert digest(home) == digest(office)
    done = get(team.hub("cho"), team.project)
    assert done.forked and done.told == []
    assert len(rows(team.project, "select 1 from journal")) == len(rows(home, "select 1 from journal"))


# Addresses


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("postgresql://alice:secret@localhost/hub", "hub_password"),
        ("postgresql://alice@localhost/hub?password=secret", "hub_password"),
        ("postgresql://alice@db.example.org/hub?sslmode=disable", "hub_insecure"),
        ("postgresql://alice@db.example.org/hub?sslmode=require", "hub_insecure"),
        ("postgresql://alice@localhost,db.example.org/hub?sslmode=prefer", "hub_insecure"),
        ("postgresql://alice@localhost/hub?hostaddr=192.0.2.1&sslmode=prefer", "hub_insecure"),
        ("postgresql:///hub?service=far&sslmode=verify-ca", "hub_insecure"),
        ("ftp://example.org", "hub_address"),
        ("postgresql://a b", "hub_address"),
    ],
)
def test_an_address_that_is_not_safe_is_refused_before_anything_is_sent(address: str, code: str) -> None:
    with pytest.raises(UsageError) as told:
        open_hub(address)
    assert told.value.code == code
    assert "secret" not in str(told.value)


@pytest.mark.parametrize(
    ("address", "mode"),
    [
        ("postgresql://alice@db.example.org/hub", "verify-full"),
        ("postgresql:///hub?service=far", "verify-full"),
        ("postgresql://alice@/hub?host=/var/run/postgresql", None),
        ("postgresql://alice@127.0.0.1/hub", None),
        ("postgresql://alice@[::1]/hub", None),
    ],
)
def test_only_this_machine_needs_no_certificate(address: str, mode: str | None) -> None:
    pytest.importorskip("psycopg")
    from fzreview.hub.postgres.connecting import parameters

    told = parameters(address, "")
    assert (told.get("sslmode"), told["client_encoding"]) == (mode, "UTF8")


def test_a_server_that_is_not_there_is_told(
    team: Team, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = caller(team.project, capsys)("hub", "put", f"postgresql://alice@/hub?host={tmp_path}")
    assert (told.code, "连不上" in told.err) == (1, True)


def test_an_invitation_holds_no_password_and_quotes_every_name(capsys: pytest.CaptureFixture[str]) -> None:
    call = caller(Path("none.db"), capsys)
    done = call("hub", "invite", 'an"n', "--reviewer", "安'); drop schema fz; --")
    assert 'create role "an""n" login;' in done.out
    assert "'安''); drop schema fz; --'" in done.out
    assert done.out.rstrip().endswith('\\password "an""n"')
    assert call("hub", "invite", "a\nb").code == 2
    assert call("hub", "sql").out.startswith("-- The hub of fzreview")
