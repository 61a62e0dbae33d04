"""What is said of whole reports travels when stores are merged, in any order."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import caller
from support.gold_reports import SEEDS, seed_names


def test_words_on_reports_merge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (SEEDS / seed_names()[4]).read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(text.encode("gb18030"))
    first = caller(tmp_path / "first.db", capsys)
    first("load", tmp_path / "a.txt", tmp_path / "b.txt")
    other, empty = caller(tmp_path / "other.db", capsys), caller(tmp_path / "empty.db", capsys)
    other("load", tmp_path / "a.txt", tmp_path / "b.txt")
    first("describe", "a.txt", "year=2018", "--reviewer", "ann")
    first("tag", "add", "抽查", "a.txt", "--reviewer", "ann")
    heading = first("outline", "a.txt", "--json").rows[3]["title"]
    other("outline", "a.txt", heading, "--wrong", "--reviewer", "bob")
    other("copies", "--split", "b.txt", "--reviewer", "bob")
    shutil.copy(tmp_path / "first.db", tmp_path / "kept.db")
    assert first("merge", tmp_path / "other.db").code == 0
    assert other("merge", tmp_path / "kept.db").code == 0
    assert empty("merge", tmp_path / "kept.db", tmp_path / "other.db").code == 0
    told = [call("list", "--json").rows for call in (first, other, empty)]
    assert told[0] == told[1] == told[2]
    assert [(row["year"], row["tags"]) for row in told[0]] == [(2018, ["抽查"]), (2019, [])]
    outlines = [call("outline", "a.txt", "--json").rows for call in (first, other, empty)]
    assert outlines[0] == outlines[1] == outlines[2]
    assert heading not in [row["title"] for row in outlines[0]]
    for name in ("first", "other", "empty"):
        assert verify_store(tmp_path / f"{name}.db")[1] == []
