"""Packages down and rows up by way of a folder: whole, in any order, any number of times."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.errors import FzError
from fzreview.hub.folder.hub import FolderHub
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.merging.merge import merge
from fzreview.work.team.hub.getting import get
from fzreview.work.team.hub.packages import fetch_packages
from fzreview.work.team.hub.putting import put
from support.command_line import caller
from support.hubs import copied, decide_some, new_hub, project_of
from support.plain_connection import connected
from support.team import digest, rows


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_of(tmp_path_factory.mktemp("project") / "project.db", "alice", "bob")


@pytest.fixture
def project(template: Path, tmp_path: Path) -> Path:
    """Two reports, in a package for each of the two."""
    return Path(shutil.copyfile(template, tmp_path / "project.db"))


@pytest.fixture
def hub(tmp_path: Path) -> FolderHub:
    return new_hub(tmp_path / "hub")


def folder_of(hub: FolderHub) -> Path:
    return Path(hub.place.removeprefix("folder:"))


def fetched(hub: FolderHub, who: str, folder: Path) -> Path:
    (one,) = fetch_packages(hub, who, folder)
    assert one.error is None and one.path is not None
    return one.path


def segments(hub: FolderHub) -> list[Path]:
    return sorted((folder_of(hub) / "rows").glob("*/*.jsonl"))


def codes(told: list[FzError]) -> list[str]:
    return [one.code for one in told]


def test_packages_go_down_and_rows_come_up(project: Path, hub: FolderHub, tmp_path: Path) -> None:
    assert put(hub, project).packages == 2
    alice, bob = (fetched(hub, who, tmp_path / who) for who in ("alice", "bob"))
    decide_some(alice, "alice", 2)
    decide_some(bob, "bob", 3)
    sent = put(hub, alice).new, put(hub, bob).new
    done = get(hub, project)
    assert done.told == [] and done.new == done.holding == sum(sent) > 0
    assert verify_store(project)[1] == []
    assert (put(hub, alice).new, get(hub, project).new) == (0, 0)


def test_a_store_made_anew_from_the_hub_alone_is_the_same(
    project: Path, hub: FolderHub, tmp_path: Path
) -> None:
    put(hub, project)
    for who in ("alice", "bob"):
        package = fetched(hub, who, tmp_path / who)
        decide_some(package, who, 2, who == "bob")
        put(hub, package)
    get(hub, project)
    decide_some(project, "cho", 5)
    put(hub, project)
    anew = tmp_path / "anew.db"
    done = get(hub, anew)
    assert (done.told, done.waiting) == ([], 0)
    assert done.new == len(rows(project, "select 1 from journal")) >= done.holding > 0
    assert digest(anew) == digest(project)
    assert verify_store(anew)[1] == []
    query = "select site, owner, number, reports from packages order by site"
    assert rows(anew, query) == rows(project, query), "and knows what went out"
    query = "select report, reviewer from assignments order by 1, 2"
    assert rows(anew, query) == rows(project, query)


def test_reports_that_are_in_no_package_travel_where_asked_for(hub: FolderHub, tmp_path: Path) -> None:
    project = project_of(tmp_path / "project.db", "alice", reports=1)
    other = project_of(tmp_path / "other.db", "bob", reports=3)
    with connected(other) as connection:
        connection.execute("update identity set project = null")
        connection.execute("delete from packages")
    merge(project, [other])
    decide_some(project, "alice", 4)
    assert put(hub, project, reports=True).reports == 3
    assert put(hub, project, reports=True).reports == 0, "once"
    anew = tmp_path / "anew.db"
    get(hub, anew)
    assert digest(anew) == digest(project)


def test_a_cut_piece_waits_and_is_taken_once_it_is_whole(
    project: Path, hub: FolderHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(hub, project)
    alice = fetched(hub, "alice", tmp_path)
    decide_some(alice, "alice")
    put(hub, alice)
    (segment,) = segments(hub)
    whole = segment.read_bytes()
    segment.write_bytes(whole[: len(whole) // 2])
    waits = caller(project, capsys)("hub", "get", hub.place)
    assert (waits.code, "还没有传完" in waits.err, str(segment) in waits.err) == (0, True, True)
    assert rows(project, "select 1 from journal") == []
    segment.write_bytes(whole)
    assert caller(project, capsys)("hub", "get", hub.place).err == ""
    assert len(rows(project, "select 1 from journal")) == len(whole.splitlines()) - 1


def test_a_piece_that_was_cut_is_sent_again(project: Path, hub: FolderHub, tmp_path: Path) -> None:
    put(hub, project)
    alice = fetched(hub, "alice", tmp_path)
    decide_some(alice, "alice")
    put(hub, alice)
    (segment,) = segments(hub)
    segment.write_bytes(segment.read_bytes()[:-10])
    decide_some(alice, "alice", 5)
    assert put(hub, alice).new > 0
    done = get(hub, project)
    assert digest(alice) and len(rows(project, "select 1 from journal")) == len(
        rows(alice, "select 1 from journal")
    )
    assert codes(done.told) in (["hub_piece_waits"], [])


def test_rows_of_reports_that_are_not_here_wait(project: Path, hub: FolderHub, tmp_path: Path) -> None:
    put(hub, project)
    alice = fetched(hub, "alice", tmp_path)
    decide_some(alice, "alice")
    put(hub, alice)
    shutil.rmtree(folder_of(hub) / "packages")
    anew = tmp_path / "anew.db"
    done = get(hub, anew)
    assert done.waiting == done.new > 0 and done.holding == 0
    put(hub, project, again=True)
    assert get(hub, anew).told == []
    get(hub, project)
    assert digest(anew) == digest(project)


def test_ones_own_rows_come_to_ones_other_machine_and_nobody_elses(
    project: Path, hub: FolderHub, tmp_path: Path
) -> None:
    put(hub, project)
    home, office = (fetched(hub, "alice", tmp_path / place) for place in ("home", "office"))
    bob = fetched(hub, "bob", tmp_path / "bob")
    decide_some(home, "alice", 2)
    decide_some(office, "alice", 3)
    decide_some(bob, "bob", 4)
    for store in (home, office, bob):
        put(hub, store)
    for store in (home, office, home):
        get(hub, store)
        put(hub, store)
    assert {row[0] for row in rows(home, "select distinct reviewer from journal")} == {"alice"}
    get(hub, office)
    assert digest(home) == digest(office)
    owner = "select s.owner from identity i join sites s on s.site = i.site"
    assert rows(home, owner) == rows(office, owner) == [("alice",)], "a package stays one"
    decide_some(home, "alice", 5)
    put(hub, home)
    assert get(hub, project).told == []
    assert len(rows(project, "select 1 from journal where reviewer = 'alice'")) == len(
        rows(home, "select 1 from journal")
    )
    assert verify_store(home)[1] == verify_store(project)[1] == []


def test_a_file_that_was_copied_and_used_twice_loses_nothing(
    project: Path, hub: FolderHub, tmp_path: Path
) -> None:
    twin = copied(project, "twin.db")
    decide_some(project, "cho", 2)
    decide_some(twin, "dan", 3)
    put(hub, project)
    put(hub, twin)
    assert get(hub, project).forked
    get(hub, twin)
    assert digest(project) == digest(twin)
    put(hub, project)
    anew = tmp_path / "anew.db"
    assert get(hub, anew).told == []
    assert digest(anew) == digest(project)
    assert verify_store(anew)[1] == []


# What others may have done to the folder


@pytest.fixture
def filled(project: Path, hub: FolderHub, tmp_path: Path) -> Path:
    """A piece of alice's rows on the hub."""
    put(hub, project)
    alice = fetched(hub, "alice", tmp_path)
    decide_some(alice, "alice")
    put(hub, alice)
    (segment,) = segments(hub)
    return segment


def test_an_altered_piece_is_refused_each_time(
    project: Path, hub: FolderHub, filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled.write_bytes(filled.read_bytes().replace(b"verified", b"unsure__"))
    before = digest(project)
    for _ in range(2):
        told = caller(project, capsys)("hub", "get", hub.place)
        assert (told.code, filled.name in told.err) == (1, True)
    assert digest(project) == before
    assert [one.act for one in hub.check() if not one.refused] == ["piece"]


def test_a_forged_piece_with_a_chain_of_its_own_is_refused(
    project: Path, hub: FolderHub, filled: Path, tmp_path: Path
) -> None:
    """Words of alice rewritten and hashed anew, after the true ones were taken."""
    from fzreview.domain.team.hub import Segment, chained
    from fzreview.hub.folder.segments import end_of, name_of, written

    get(hub, project)
    before = digest(project)
    content = filled.read_bytes()
    end = end_of(content, "")
    assert end is not None
    bodies = [line.replace(b"verified", b"unsure") for line in content.splitlines()[:-1]]
    forged = Segment(end.site, end.first, tuple(chained("", bodies)))
    (filled.parent / name_of(forged)).write_bytes(written(forged, end.project))
    done = get(hub, project)
    assert codes(done.told) == ["merge_altered"]
    assert digest(project) == before


HALF = {"verdict": "verified", "comment": "\ud800"}
"""Half of a character, which no text of a store can hold."""


@pytest.mark.parametrize(
    "bad",
    [{"reviewer": "\ud800"}, {"after": json.dumps(HALF)}, {"uuid": "bob's"}],
    ids=lambda bad: next(iter(bad)),
)
def test_one_bad_row_costs_nobody_else_theirs(
    project: Path, hub: FolderHub, filled: Path, tmp_path: Path, bad: dict[str, str]
) -> None:
    """Neither what cannot be stored nor a row under the name of another's is passed over in silence."""
    from fzreview.domain.team.hub import Page, WireRow, chained
    from fzreview.store.hubs.incoming import merge_page
    from fzreview.store.opening.connect import open_writer

    bob = fetched(hub, "bob", tmp_path)
    decide_some(bob, "bob")
    put(hub, bob)
    other = next(segment for segment in segments(hub) if segment != filled)
    theirs = other.read_bytes().splitlines()[:-1]
    own = filled.read_bytes().splitlines()[:-1]
    if "uuid" in bad:
        bad = {"uuid": json.loads(theirs[0])["uuid"]}
    spoilt = {**json.loads(own[0]), **bad}
    own[0] = json.dumps(
        spoilt, sort_keys=True, separators=(",", ":"), ensure_ascii="reviewer" in bad
    ).encode()
    wire = [WireRow(*row) for of_site in (theirs, own) for row in chained("", of_site)]
    with closing(open_writer(project)) as connection:
        connection.execute("begin")
        done = merge_page(connection, Page(tuple(wire), "hub"))
        connection.execute("commit")
    assert [one.error.code for one in done if isinstance(one.error, FzError)][:1] == ["merge_altered"]
    whole = (len(theirs),) in rows(project, "select count(*) from journal where reviewer = 'bob'")
    # Of two rows under one name nobody can say which is the true one: one site comes in, the other is told.
    assert whole or "uuid" in bad
    assert verify_store(project)[1] == []


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ({"project": "0" * 32}, "hub_other_project"),
        ({"form": 99}, "hub_newer"),
        ({"end": 1}, "hub_piece_altered"),
    ],
)
def test_what_is_not_ours_is_told_and_left(
    project: Path, hub: FolderHub, filled: Path, end: dict[str, object], code: str
) -> None:
    lines = filled.read_bytes().splitlines()
    lines[-1] = json.dumps({**json.loads(lines[-1]), **end}).encode()
    filled.write_bytes(b"\n".join(lines) + b"\n")
    assert codes(get(hub, project).told) == [code]
    assert rows(project, "select 1 from journal") == []


def test_rows_with_columns_of_a_newer_program_stop_the_get(
    project: Path, hub: FolderHub, filled: Path
) -> None:
    from fzreview.domain.team.hub import Segment, chained
    from fzreview.hub.folder.segments import end_of, name_of, written

    content = filled.read_bytes()
    end = end_of(content, "")
    assert end is not None
    bodies = [
        json.dumps({**json.loads(line), "zeal": 1}, sort_keys=True, separators=(",", ":")).encode()
        for line in content.splitlines()[:-1]
    ]
    newer = Segment(end.site, end.first, tuple(chained("", bodies)))
    filled.unlink()
    (filled.parent / name_of(newer)).write_bytes(written(newer, end.project))
    with pytest.raises(FzError) as told:
        get(hub, project)
    assert told.value.code == "hub_newer"
    assert rows(project, "select 1 from journal") == []


def test_words_of_another_in_a_persons_package_are_refused(
    project: Path, hub: FolderHub, filled: Path
) -> None:
    from fzreview.domain.team.hub import Segment, chained
    from fzreview.hub.folder.segments import end_of, name_of, written

    content = filled.read_bytes()
    end = end_of(content, "")
    assert end is not None
    bodies = [line.replace(b'"alice"', b'"mallory"') for line in content.splitlines()[:-1]]
    forged = Segment(end.site, end.first, tuple(chained("", bodies)))
    filled.unlink()
    (filled.parent / name_of(forged)).write_bytes(written(forged, end.project))
    assert codes(get(hub, project).told) == ["merge_foreign_reviewer"]
    assert rows(project, "select 1 from journal") == []


def test_names_that_climb_out_and_links_are_not_followed(
    project: Path, hub: FolderHub, filled: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.jsonl"
    secret.write_bytes(filled.read_bytes())
    filled.unlink()
    filled.symlink_to(secret)
    (folder_of(hub) / "rows" / ("0" * 32)).symlink_to(tmp_path)
    (filled.parent / "%2e%2e%2fpasswd.jsonl").write_text("x", encoding="utf-8")
    assert sorted(codes(get(hub, project).told)) == ["hub_link", "hub_strange", "hub_strange"]
    assert rows(project, "select 1 from journal") == []
    note = next((folder_of(hub) / "packages").glob("alice.*/*.json"))
    row = json.loads(note.read_text(encoding="utf-8"))
    climbing = {**row, "site": "../../../../secret", "owner": "alice"}
    (note.parent / "climbing.json").write_text(json.dumps(climbing), encoding="utf-8")
    (note.parent / "cut.json").write_text(note.read_text(encoding="utf-8")[:20], encoding="utf-8")
    assert len(hub.packages("alice")) == 1, "what is wrong with one note keeps no other away"
    acts = [one.act for one in hub.check() if not one.refused]
    assert acts.count("package") == 2 and acts.count("piece") == 3


def test_a_package_swapped_for_another_is_refused(
    project: Path, hub: FolderHub, filled: Path, tmp_path: Path
) -> None:
    notes = {who: next((folder_of(hub) / "packages").glob(f"{who}.*/*.json")) for who in ("alice", "bob")}
    packed = {who: note.with_name(f"{note.stem}.fz.db.zz") for who, note in notes.items()}
    shutil.copyfile(packed["bob"], packed["alice"])
    (one,) = fetch_packages(hub, "alice", tmp_path / "again")
    assert one.error is not None and one.error.code in ("hub_package_altered", "hub_package_waits")
    theirs = json.loads(notes["bob"].read_text(encoding="utf-8"))
    ours = json.loads(notes["alice"].read_text(encoding="utf-8"))
    ours |= {name: theirs[name] for name in ("sha256", "size")}
    notes["alice"].write_text(json.dumps(ours), encoding="utf-8")
    (one,) = fetch_packages(hub, "alice", tmp_path / "again")
    assert one.error is not None and one.error.code == "hub_package_altered"
    assert not list((tmp_path / "again").glob("*")), "and nothing of it is left"


def test_a_hub_of_another_project_exchanges_nothing(project: Path, hub: FolderHub, tmp_path: Path) -> None:
    other = project_of(tmp_path / "elsewhere" / "other.db", "cho")
    put(hub, other)
    for exchange in (put, get):
        with pytest.raises(FzError) as told:
            exchange(hub, project)
        assert told.value.code == "hub_other_project"
    assert rows(project, "select 1 from hubs") == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(project: Path, hub: FolderHub) -> None:
    folder_of(hub).chmod(0o555)
    with pytest.raises(FzError) as told:
        put(hub, project)
    assert told.value.code == "hub_unwritable"


def test_a_folder_that_is_not_there_is_told_and_nothing_is_made(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = caller(project, capsys)("hub", "put", f"folder:{tmp_path / 'none'}")
    assert (told.code, "连不上" in told.err) == (1, True)
    assert not (tmp_path / "none").exists()
