"""A merge killed at any moment: the store is as it was before, or as it is after, and sound.

``make kills-merge`` does it at 100 moments; the suite at a few.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from random import Random

from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.merging.merge import merge
from support.decided_store import decided_store
from support.team import decided, digest, handed_out, one_report
from support.warm_program import Running, Warm

MOMENTS = int(os.environ.get("MERGE_KILLS", "3"))


def test_a_killed_merge_has_happened_or_has_not(warm: Warm, tmp_path: Path) -> None:
    def start(store: Path) -> Running:
        return warm.start(["--db", str(store), "merge", *map(str, sources)])

    project = one_report(tmp_path / "project.db")
    sources = [
        decided(handed_out(project, tmp_path / "a.db"), "ann", "verified", "wrong"),
        decided_store(tmp_path / "other.db"),
    ]
    decided(project, "bob", "wrong", "verified")
    after = Path(shutil.copyfile(project, tmp_path / "after.db"))
    began = time.monotonic()
    assert start(after).end()[0] == 0
    longest = time.monotonic() - began
    states = {digest(project), digest(after)}
    seen = set()
    for moment in range(MOMENTS):
        store = Path(shutil.copyfile(project, tmp_path / f"{moment}.db"))
        process = start(store)
        time.sleep(Random(f"merge {moment}").uniform(0.5, 1) * longest)
        process.kill()
        process.end()
        seen.add(digest(store))
        assert seen <= states
        assert verify_store(store)[1] == []
        assert all(one.error is None for one in merge(store, sources))
        assert digest(store) == digest(after), "and it can be done again"
    print(f"{MOMENTS} kills, {len(seen)} of 2 states seen")
