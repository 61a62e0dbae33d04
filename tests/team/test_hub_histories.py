"""Random histories by way of a folder: whatever breaks off, nothing is lost and all come to the same."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random

import pytest

from fzreview.hub.folder.hub import FolderHub
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.team.hub.getting import get
from fzreview.work.team.hub.packages import fetch_packages
from fzreview.work.team.hub.putting import put
from support.command_line import caller
from support.hubs import decide_some, new_hub, project_of
from support.team import digest, rows

HISTORIES = int(os.environ.get("HUB_HISTORIES", "1"))
STEPS = 12


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_of(tmp_path_factory.mktemp("project") / "project.db", "alice", "bob", reports=1)


def rows_of(store: Path) -> set[tuple[object, ...]]:
    return set(rows(store, "select uuid, hash from journal where action <> 'reextracted'"))


def cut_one(hub: FolderHub, dice: Random) -> None:
    """As a synchronised folder that is not done, or lost the end of a file."""
    segments = sorted((Path(hub.place.removeprefix("folder:")) / "rows").glob("*/*.jsonl"))
    if segments:
        segment = dice.choice(segments)
        segment.write_bytes(segment.read_bytes()[: dice.randrange(segment.stat().st_size)])


@pytest.mark.parametrize("number", range(HISTORIES))
def test_all_come_to_the_same_and_nothing_is_lost(template: Path, tmp_path: Path, number: int) -> None:
    dice = Random(f"history {number}")
    project = Path(shutil.copyfile(template, tmp_path / "project.db"))
    hub = new_hub(tmp_path / "hub")
    put(hub, project)
    stores: dict[Path, str] = {project: "cho"}
    for place, name in (("home", "alice"), ("office", "alice"), ("bob", "bob")):
        (fetched,) = fetch_packages(hub, name, tmp_path / place)
        assert fetched.path is not None
        stores[fetched.path] = name
    for _ in range(STEPS):
        store = dice.choice(list(stores))
        act = dice.choice(["decide", "decide", "put", "put", "get", "cut"])
        if act == "decide":
            decide_some(store, stores[store], of := dice.randrange(2, 9), dice.randrange(of))
        elif act == "put":
            put(hub, store)
        elif act == "get":
            get(hub, store)
        else:
            cut_one(hub, dice)
    made = {row for store in stores for row in rows_of(store)}
    for _ in range(2):
        for store in stores:
            put(hub, store)
            assert [one for one in get(hub, store).told if one.code != "hub_piece_waits"] == []
    assert rows_of(project) == made
    anew = tmp_path / "anew.db"
    get(hub, anew)
    assert digest(anew) == digest(project)
    for store in (*stores, anew):
        assert verify_store(store)[1] == []


def test_a_store_that_was_rebuilt_reads_its_hub_anew(
    template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a damaged file lost may have come from the hub: how far it was read says nothing any more."""
    project = Path(shutil.copyfile(template, tmp_path / "project.db"))
    hub = new_hub(tmp_path / "hub")
    decide_some(project, "cho", 2)
    put(hub, project)
    get(hub, project)
    rebuilt = tmp_path / "rebuilt.db"
    assert caller(project, capsys)("verify-store", "--rebuild", rebuilt).code == 0
    assert rows(rebuilt, "select 1 from hubs union all select 1 from hub_taken") == []
    done = get(hub, rebuilt)
    assert (done.told, done.new, done.known) == ([], 0, len(rows_of(project)))
