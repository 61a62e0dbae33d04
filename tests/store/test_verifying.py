"""The journal replayed against the tables, and consistent copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.reports.stored import ReportSummary, StoredFigure
from fzreview.errors import FzError, StoreError
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.keeping.safekeeping import back_up, verify_store
from support.desk import desk
from support.plain_connection import connected


async def some_work(store: Path) -> None:
    async with desk(store) as pilot:
        await pilot.press("v", "w", "x", "O", "s", "z", "9", "c", *"看", "enter", "ctrl+z", "ctrl+y")
        await pilot.press("q", *"12", "enter", "right_curly_bracket", "1", "1", "2", "z", "z")


async def test_what_a_desk_did_is_what_the_journal_says(store: Path) -> None:
    assert verify_store(store) == (0, [])
    await some_work(store)
    entries, differences = verify_store(store)
    assert entries > 10
    assert differences == []


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("update figures set status = 'verified' where id = 20", "figures"),
        ("update reports set wrong = wrong + 1 where id = 2", "reports"),
        ("delete from verdicts where rowid in (select 1) or reviewer = 'ann'", "verdicts"),
        ("update verdicts set verdict = 'unsure' where target = 'figure'", "verdicts"),
    ],
)
async def test_what_does_not_agree_is_named(store: Path, statement: str, table: str) -> None:
    await some_work(store)
    with connected(store) as connection:
        connection.execute(statement.replace("rowid in (select 1) or ", ""))
    _, differences = verify_store(store)
    assert {one.where for one in differences} >= {table}
    with StoreReader(store) as reader:
        assert reader.report_count() == 5, "the store itself is only read"


async def test_a_copy_holds_everything_while_the_desk_is_open(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    async with desk(store) as pilot:
        await pilot.press("v", "w")
        back_up(store, copy)
        await pilot.press("s")
    with StoreReader(copy) as reader:
        summary = next(reader.summaries())
        assert (summary.verified, summary.wrong, summary.unsure) == (1, 1, 0)
    assert verify_store(copy)[1] == []


def test_a_copy_never_overwrites_and_leaves_nothing_half_written(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("mine")
    with pytest.raises(FzError):
        back_up(store, copy)
    assert copy.read_text() == "mine"
    with pytest.raises(FzError):
        back_up(store, tmp_path / "no" / "folder.db")
    with pytest.raises(StoreError):
        back_up(tmp_path / "none.db", tmp_path / "x.db")
    assert not (tmp_path / "none.db").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "copy.db",
        *sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("fzreview.db")),
    ]


def test_copies_are_consistent_while_a_writer_streams(store: Path, tmp_path: Path) -> None:
    entries = [
        replace(made, figure=figure.span_key, report=summary.sha256, uuid=f"{summary.id}-{figure.span_key}")
        for summary, figure, made in undecided(store)
    ]
    writer = StoreWriter(store)
    recorded = [writer.record(entry) for entry in entries]
    copies = []
    while not recorded[-1].done() or len(copies) < 3:
        copies.append(tmp_path / f"copy{len(copies)}.db")
        back_up(store, copies[-1])
    assert all(one.exception() is None for one in recorded)
    writer.close()
    counts = []
    for copy in (copies[0], copies[len(copies) // 2], copies[-1]):
        number, differences = verify_store(copy)
        assert differences == []
        counts.append(number)
    assert counts == sorted(counts)
    assert verify_store(store) == (len(entries), [])


def undecided(store: Path) -> Iterator[tuple[ReportSummary, StoredFigure, JournalEntry]]:
    """Every figure with an entry that verifies some figure."""
    made = JournalEntry(
        uuid="",
        at="2026-01-01T00:00:00.000Z",
        reviewer="ann",
        session="s",
        action="verified",
        report="",
        figure="",
        before=None,
        after=Decision("verified"),
        elapsed_ms=1,
        extractor="gold",
        guide="1.3",
    )
    with StoreReader(store) as reader:
        for summary in list(reader.summaries()):
            for figure in list(reader.figures(summary.id)):
                yield summary, figure, made
