"""The wire form is frozen: these bytes and digests are those of every store, whatever version made it."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.decisions.wire import (
    body_of,
    canonical,
    figure_digest,
    row_hash,
    section_digest,
    still_seen,
)
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.store.opening.connect import open_reader
from fzreview.store.opening.packed_values import pack_json
from fzreview.store.schema import m009
from support.decided_store import decided_store

FIGURE = Figure(614, 618, "48场次", "48场次", "48", None, "场次", "count", "=", "会议")
ROW = {
    "id": 7,
    "uuid": "u2",
    "at": "2026-01-01T00:00:00.000Z",
    "reviewer": "李",
    "session": "s",
    "action": "verified",
    "report": "r",
    "target": "figure",
    "figure": "614-618",
    "before": None,
    "after": '{"verdict":"verified"}',
    "elapsed_ms": 1600,
    "extractor": "1",
    "guide": "1.4",
    "inverts": None,
    "note": None,
    "batch": None,
    "site": "a",
    "seq": 2,
    "lamport": 5,
    "heads": '["u1"]',
    "seen": "0123456789abcdef",
    "rests": None,
    "prev": "00",
    "hash": "11",
}

HASH = "0ff3b47fa9160bdfc185c875d2a1b2302c5a9201dbfa38d7486f26360518015f"
FIGURE_DIGEST = "8764eee2c930ef25"
SECTION_DIGEST = "cbd6e5002ec09d2d"


COLUMN = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(exclude_categories=()))


@given(st.dictionaries(st.text(), COLUMN | st.lists(COLUMN)))
def test_the_bytes_are_those_of_the_standard_library(row: dict[str, object]) -> None:
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert canonical(row) == text.encode("utf-8", "surrogatepass")
    assert pack_json(row) == json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def test_the_bytes_of_a_row() -> None:
    body = body_of(ROW)
    assert body.decode() == (
        '{"action":"verified","after":"{\\"verdict\\":\\"verified\\"}","at":"2026-01-01T00:00:00.000Z",'
        '"batch":null,"before":null,"elapsed_ms":1600,"extractor":"1","figure":"614-618","guide":"1.4",'
        '"heads":"[\\"u1\\"]","inverts":null,"lamport":5,"note":null,"report":"r","rests":null,'
        '"reviewer":"李","seen":"0123456789abcdef","seq":2,"session":"s","site":"a","target":"figure",'
        '"uuid":"u2"}'
    )
    assert row_hash("00", body) == HASH


def test_digests_of_what_was_seen() -> None:
    assert figure_digest(figure_fields(FIGURE)) == FIGURE_DIGEST
    assert section_digest(1, 9, 70) == SECTION_DIGEST
    assert (
        figure_digest(figure_fields(replace(FIGURE, section=("一",), doubts=("no_unit",)))) == FIGURE_DIGEST
    )
    assert still_seen(f"blind:{FIGURE_DIGEST}", FIGURE_DIGEST)
    assert not still_seen(FIGURE_DIGEST, None)


def test_the_frozen_migration_says_the_same(tmp_path: Path) -> None:
    assert m009._digest_of_fields(figure_fields(FIGURE)) == FIGURE_DIGEST
    assert m009._digest([1, 9, 70]) == SECTION_DIGEST
    with closing(open_reader(decided_store(tmp_path / "store.db"))) as connection:
        rows = connection.execute("select * from journal order by id").fetchall()
    assert len(rows) > 5
    prev = ""
    for number, row in enumerate(rows, 1):
        assert (row["seq"], row["prev"], row["hash"]) == (number, prev, row_hash(prev, body_of(row)))
        prev = row["hash"]
