"""Every command over damaged stores: a sentence and an exit code, never a traceback."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.cli import run
from fzreview.store.integrity.corruption import damage_note_path
from support.damage import WAYS, Way, damaged
from support.decided_store import PLAIN, decided_store

TRIES = int(os.environ.get("TORTURE", "0")) // 100 or 1


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = decided_store(tmp_path_factory.mktemp("whole") / "store.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    return path


def commands(key: str, folder: Path) -> list[list[str]]:
    (folder / "new.txt").write_text(PLAIN + "再办5件。", encoding="utf-8")
    return [
        ["list", "--json"],
        ["list"],
        ["figures", "--json"],
        ["figures"],
        ["show", key, "--json"],
        ["ties"],
        ["doubts", "--json"],
        ["journal", "--json"],
        ["judge", key, "verified", "--reviewer", "zoe"],
        ["add", "plain", "0", "3", "--reviewer", "zoe"],
        ["sign-off", "plain", "一、", "--reviewer", "zoe"],
        ["load", str(folder / "new.txt"), "--jobs", "1"],
        ["reextract", "--list"],
        ["export", "-o", str(folder / "gold")],
        ["export", "-o", "-"],
        ["backup", str(folder / "copy.db")],
        ["verify-store"],
        ["verify-store", "--rebuild", str(folder / "rebuilt.db")],
        ["doctor"],
        ["restore", str(folder / "nothing.db")],
    ]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(TRIES))
def test_no_command_breaks(
    whole: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], way: Way, seed: int
) -> None:
    with closing(sqlite3.connect(whole)) as connection:
        sha256, start, end = connection.execute(
            'select sha256, start, "end" from figures join reports r on r.id = report limit 1'
        ).fetchone()
    broken = damaged(whole, tmp_path / "broken.db", way, 100 + seed)
    for number, command in enumerate(commands(f"{sha256[:12]}:{start}-{end}", tmp_path)):
        store = tmp_path / f"{number}.db"  # nothing that one command notes helps the next one
        shutil.copyfile(broken, store)
        code = run(["--db", str(store), "--lang", "en", *command])
        told = capfd.readouterr().err
        assert code in (0, 1, 2, 3), (command, told)
        assert "Traceback" not in told
        if code in (1, 3) and command[0] not in ("restore", "verify-store", "doctor"):
            assert str(store) in told or "store" in told, (command, told)
        damage_note_path(store).unlink(missing_ok=True)
