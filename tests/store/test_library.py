"""What the library lists, in which order, and that it reads no texts for it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.reports.library import NO_REGION, SORTS, STATES, LibraryQuery
from fzreview.store.reader import StoreReader
from fzreview.store.reports import library
from fzreview.work.judging.reviewing import Review
from support.gold_reports import seed_names
from support.plain_connection import connected


def listed(store: Path, query: LibraryQuery) -> list[int]:
    with StoreReader(store) as reader:
        return list(reader.listing(query).reports)


@pytest.fixture
def filled(store: Path) -> Path:
    """The five seeds: the first finished, the second under way with a fix waiting, the others untouched."""
    review = Review.opened(store, "ann", seed_names()[0])
    for _ in range(4):
        keep(review, review.session.figure_steps.decide("verified"))
    review.close()
    review = Review.opened(store, "ann", seed_names()[1])
    keep(review, review.session.figure_steps.decide("wrong"))
    keep(review, review.session.figure_steps.decide("wrong", "not_a_figure"))
    review.close()
    return store


def keep(review: Review, step) -> None:
    review.record(step).result()
    review.session.accept(step)


def test_each_state_lists_its_reports(filled: Path) -> None:
    found = {state: listed(filled, LibraryQuery(state=state)) for state in STATES}
    assert found == {"untouched": [3, 4, 5], "under_way": [2], "finished": [1], "to_fix": [2]} | {
        "disputed": [],
        "aside": [],
    }
    review = Review.opened(filled, "ann", seed_names()[1])
    review.session.go(0)
    keep(review, review.session.figure_steps.correct(replace(review.session.figure(0).figure, unit="x")))
    review.close()
    assert listed(filled, LibraryQuery(state="to_fix")) == []


def test_a_fix_waits_only_while_the_last_verdict_is_the_wrong_one(filled: Path) -> None:
    review = Review.opened(filled, "bob", seed_names()[1])
    review.session.go(0)
    keep(review, review.session.figure_steps.decide("verified"))
    review.close()
    assert listed(filled, LibraryQuery(state="to_fix")) == []


def test_words_are_found_in_every_column_whatever_their_width(store: Path) -> None:
    with StoreReader(store) as reader:
        every = list(reader.summaries())
    for report in every:
        assert report.id in listed(store, LibraryQuery(words=(report.title or "")[:6]))
        assert report.id in listed(store, LibraryQuery(words=str(report.year)))
        assert listed(store, LibraryQuery(words=report.doc.upper()[:20])) == [report.id]
    assert listed(store, LibraryQuery("２０１９")) == listed(store, LibraryQuery("2019")) != []
    assert listed(store, LibraryQuery("2019 法治")) == listed(store, LibraryQuery("2019"))
    for odd in ("%", "_", "\\", "'", '"', "没有这样的词"):
        assert listed(store, LibraryQuery(odd)) == ([1, 2, 3, 4, 5] if odd == "_" else [])


def test_every_order_has_all_reports_in_order(filled: Path) -> None:
    with connected(filled) as connection:
        connection.execute("update reports set year = null, region = null where id = 4")
    with StoreReader(filled) as reader:
        for sort in SORTS:
            rows = reader.summaries_of(reader.listing(LibraryQuery(sort=sort)).reports)
            assert sorted(row.id for row in rows) == [1, 2, 3, 4, 5]
            keys = {
                "loaded": [row.id for row in rows],
                "year": [-(row.year or 0) for row in rows],
                "region": [row.region or "\U0010ffff" for row in rows],
                "undecided": [-row.undecided for row in rows],
                "progress": [-row.decided / row.figures for row in rows],
                "title": [row.title or "\U0010ffff" for row in rows],
            }
            assert keys[sort] == sorted(keys[sort])


def test_regions_are_counted_within_what_is_listed(filled: Path) -> None:
    with connected(filled) as connection:
        connection.execute("update reports set region = '甲' where id in (1, 3)")
        connection.execute("update reports set region = null where id = 5")
    with StoreReader(filled) as reader:
        counts = dict(reader.regions(LibraryQuery()))
        assert (counts["甲"], counts[NO_REGION]) == (2, 1)
        assert sum(counts.values()) == 5
        untouched = dict(reader.regions(LibraryQuery(state="untouched", region="甲")))
        assert untouched["甲"] == 1
        assert sum(untouched.values()) == 3, "its own region is left out"
    assert listed(filled, LibraryQuery(region="甲")) == [1, 3]
    assert listed(filled, LibraryQuery(region=NO_REGION)) == [5]


def test_sums_are_those_of_what_is_listed(filled: Path) -> None:
    with StoreReader(filled) as reader:
        every = list(reader.summaries())
        listing = reader.listing(LibraryQuery())
        assert (listing.figures, listing.decided) == (sum(one.figures for one in every), 6)
        assert reader.listing(LibraryQuery(state="finished")).decided == 4
        assert reader.listing(LibraryQuery("nothing like that")).figures == 0


def test_reports_that_are_gone_are_left_out(store: Path) -> None:
    with StoreReader(store) as reader:
        assert [row.id for row in reader.summaries_of([5, 99, 2])] == [5, 2]
        assert reader.newest_report() == 5


@pytest.mark.parametrize("query", [LibraryQuery(), LibraryQuery("a", "to_fix", "b", "title")])
def test_a_listing_is_answered_from_the_index_alone(store: Path, query: LibraryQuery) -> None:
    asked: list[str] = []
    connection = sqlite3.connect(store)
    connection.set_trace_callback(asked.append)
    library.listing(connection, query)
    library.regions(connection, query)
    library.summaries_of(connection, [1, 2])
    connection.set_trace_callback(None)
    for statement in asked:
        plan = str(connection.execute(f"explain query plan {statement}").fetchall())
        assert "COVERING INDEX reports_library" in plan, statement
    connection.close()
