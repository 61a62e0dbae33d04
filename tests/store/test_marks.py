"""Decisions that went without the journal stop writing, are told, and can be made anew from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.errors import StoreError
from fzreview.store.reader import StoreReader
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from fzreview.work.keeping.rebuilding import rebuild
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import caller
from support.desk import desk, header, status_line
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected
from support.store_content import content_lines

DOC = seed_names()[0]
KEYS = [f"{gold_report(DOC).sha256}:{one.span_key}" for one in gold_report(DOC).reading.figures]

LOSSES = {
    "verdicts": "delete from verdicts where reviewer = 'bob'",
    "one verdict": "delete from verdicts where entry = 1",
    "statuses": "update figures set status = null where status = 'wrong'",
    "figures": "delete from figures where status is not null",
    "counters": "update reports set verified = 0",
    "journal": "drop trigger journal_keeps_rows; delete from journal where id = 3",
}


@pytest.fixture
def worked(store: Path) -> Path:
    """Three decisions of two people, and one taken back."""
    judge(store, "ann", KEYS[0], "verified")
    judge(store, "bob", KEYS[1], "wrong")
    judge(store, "ann", KEYS[2], "unsure")
    return store


@pytest.mark.parametrize("loss", LOSSES)
def test_a_loss_stops_writing_and_is_told(
    worked: Path, loss: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with connected(worked) as connection:
        connection.executescript(LOSSES[loss])
        before = content_lines(connection)
    with pytest.raises(StoreError) as refused:
        judge(worked, "ann", KEYS[3], "verified")
    assert str(worked) in str(refused.value)
    assert "verify-store" in str(refused.value) and "backup" in str(refused.value)
    with connected(worked) as connection:
        assert content_lines(connection) == before
    assert verify_store(worked)[1] != []
    call = caller(worked, capsys)
    assert call("judge", KEYS[3], "verified").code == 3
    assert call("figures", "--json").code == 0, "it can still be read"


@pytest.mark.parametrize("loss", ["verdicts", "one verdict", "statuses", "counters"])
def test_what_was_lost_is_made_anew_from_the_journal(worked: Path, tmp_path: Path, loss: str) -> None:
    with connected(worked) as connection:
        sound = content_lines(connection)
        connection.executescript(LOSSES[loss])
        damaged = content_lines(connection)
    anew = tmp_path / "anew.db"
    assert rebuild(worked, anew).differences == []
    with connected(anew) as connection:
        assert content_lines(connection) == sound
    with connected(worked) as connection:
        assert content_lines(connection) == damaged, "the store itself stays as it is"
    judge(anew, "ann", KEYS[3], "verified")
    assert verify_store(anew) == (4, [])


def test_rebuilding_from_the_command_line(
    worked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = caller(worked, capsys)
    done = call("verify-store", "--rebuild", tmp_path / "anew.db")
    assert done.code == 0
    assert str(tmp_path / "anew.db") in done.err
    assert call("verify-store", "--rebuild", tmp_path / "anew.db").code == 1, "nothing is overwritten"
    assert sorted(path.name for path in tmp_path.glob("*anew*")) == ["anew.db"]


def test_undo_and_other_reviewers_are_no_loss(worked: Path) -> None:
    judge(worked, "ann", KEYS[1], "unsure")
    for reviewer, key in (("ann", KEYS[1]), ("bob", KEYS[1]), ("ann", KEYS[0]), ("ann", KEYS[2])):
        judge(worked, reviewer, key, "undo")
    with StoreReader(worked) as reader:
        assert next(reader.summaries()).decided == 0
    judge(worked, "ann", KEYS[0], "verified")
    assert verify_store(worked) == (9, [])


async def test_a_loss_while_a_desk_is_open_is_told_there(worked: Path) -> None:
    async with desk(worked, DOC) as pilot:
        await pilot.press("v")
        with connected(worked) as connection:
            connection.execute("delete from verdicts where reviewer = 'bob'")
        await pilot.press("p")
        shown = header(pilot)
        await pilot.press("w")
        assert "verify-store" in status_line(pilot)
        assert header(pilot) == shown


def test_a_batch_is_counted_whole(worked: Path) -> None:
    review = Review.opened(worked, "ann", DOC)
    step = review.session.figure_steps.verify_all(one.span_key for one in review.session.figures)
    assert step is not None
    review.record(step).result()
    review.session.accept(step)
    review.close()
    judge(worked, "ann", KEYS[3], "undo")
    assert verify_store(worked) == (5, [])
