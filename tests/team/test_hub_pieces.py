"""A piece as a file: read back as it was written, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.team.hub import Cursor, Page, Segment, WireRow
from fzreview.errors import FzError
from fzreview.hub.folder.hub import FolderHub
from fzreview.hub.folder.segments import end_of, name_of, segment_of, written
from support.hub_rows import cut_into, made_pieces

PROJECT = "0" * 32
PIECE = cut_into(made_pieces("ann", 20, "安"), 8)[1]
CONTENT = written(PIECE, PROJECT)


def read(content: bytes) -> Segment | None:
    """What stands in a file; None where it waits or is refused."""
    try:
        end = end_of(content, "")
        return None if end is None else segment_of(content, end, "")
    except FzError:
        return None


def test_a_piece_comes_back_as_it_was_written() -> None:
    assert read(CONTENT) == PIECE
    assert name_of(PIECE) == f"0000009-0000016-{PIECE.hash[:8]}.jsonl"
    assert json.loads(CONTENT.splitlines()[-1])["end"] == 16


@given(st.integers(0, len(CONTENT)))
def test_a_file_that_is_cut_anywhere_is_not_taken(length: int) -> None:
    assert read(CONTENT[:length]) == (PIECE if length == len(CONTENT) else None)


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_no_changed_byte_brings_other_rows(place: int, change: int) -> None:
    changed = bytearray(CONTENT)
    changed[place] ^= change
    found = read(bytes(changed))
    assert found is None or found.rows == PIECE.rows


@given(st.binary(max_size=200))
def test_nothing_else_is_a_piece(content: bytes) -> None:
    assert read(content) is None


def test_the_head_of_a_site_is_where_whole_pieces_reach_without_a_gap(tmp_path: Path) -> None:
    hub = FolderHub(tmp_path)
    hub.claim(PROJECT)
    first, second, third = cut_into(made_pieces("ann", 24, "ann"), 8)
    site = first.site
    assert hub.heads([site]) == {}
    hub.push(first)
    hub.push(third)
    assert hub.heads([site])[site].seq == 8, "what is behind a gap does not count"
    hub.push(second)
    assert (hub.heads([site])[site].seq, hub.heads([site])[site].hash) == (24, third.hash)
    path = tmp_path / "rows" / site / name_of(second)
    path.write_bytes(path.read_bytes()[:-1])
    assert hub.heads([site])[site].seq == 8, "nor what is behind a piece on its way"
    assert hub.push(second).new == 8 and hub.push(second).known == 8


def test_rows_of_one_person_alone_come_down_for_one_person(tmp_path: Path) -> None:
    hub = FolderHub(tmp_path)
    hub.claim(PROJECT)
    for name in ("ann", "bob"):
        for segment in made_pieces(name, 5, name):
            hub.push(segment)
    rows: list[WireRow] = []
    for page in hub.pull(Cursor(), "ann"):
        assert isinstance(page, Page)
        rows += page.rows
    assert len(rows) == 5 and all(b'"ann"' in row.body for row in rows)


@pytest.mark.parametrize("name", ["about.json", "rows"])
def test_a_link_in_the_place_of_a_part_is_refused(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = tmp_path / "hub"
    folder.mkdir()
    hub = FolderHub(folder)
    if name == "rows":
        hub.claim(PROJECT)
    (folder / name).symlink_to(outside)
    with pytest.raises(FzError) as told:
        hub.about()
        hub.push(PIECE)
    assert told.value.code == "hub_link"
    assert list(outside.iterdir()) == [], "and nothing was written there"
    with pytest.raises(FzError) as told:
        hub.about()
        list(hub.pull(Cursor(), None))
    assert told.value.code == "hub_link"
