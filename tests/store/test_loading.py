"""Reports into a store and out of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.figures.figure import Figure
from fzreview.errors import StoreError
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected


@pytest.mark.parametrize("doc", seed_names())
def test_a_report_comes_back_as_it_went_in(store: Path, doc: str) -> None:
    report = gold_report(doc)
    with StoreReader(store) as reader:
        back = reader.report(reader.find_report(doc))
    assert back.reading == report.reading
    assert (back.encoding, back.extractor, back.guide) == (report.encoding, report.extractor, report.guide)
    assert back.summary.figures == len(report.reading.figures)


def test_the_same_bytes_twice_are_stored_once(store: Path) -> None:
    writer = StoreWriter(store)
    assert writer.insert(gold_report(seed_names()[0]), "later").result() is False
    writer.close()
    with StoreReader(store) as reader:
        assert reader.report_count() == 5


def test_a_report_that_breaks_halfway_leaves_nothing(store: Path) -> None:
    report = gold_report(seed_names()[0])
    bad = Figure(5, 6, "x", "x", "1", None, "件", None, "=", "x")  # type: ignore[arg-type]  # what a careless extractor gives
    broken = replace(
        report, sha256="0" * 64, reading=replace(report.reading, figures=(*report.reading.figures, bad))
    )
    writer = StoreWriter(store)
    with pytest.raises(StoreError):
        writer.insert(broken, "later").result()
    writer.close()
    with StoreReader(store) as reader:
        assert reader.summary("0" * 64) is None
        assert reader.report_count() == 5


def test_reports_are_found_by_name_and_prefix(store: Path) -> None:
    doc = seed_names()[2]
    report = gold_report(doc)
    with StoreReader(store) as reader:
        for name in (doc, report.sha256, report.sha256[:10], doc[:8]):
            assert reader.find_report(name).doc == doc
        with pytest.raises(StoreError):
            reader.find_report("no such report")
        with pytest.raises(StoreError):
            reader.find_report(".txt")
        with pytest.raises(StoreError):
            reader.find_report("%")


def test_neighbours_and_reports_with_work_follow_the_order_of_loading(store: Path) -> None:
    with StoreReader(store) as reader:
        docs = [summary.doc for summary in reader.summaries()]
        assert docs == seed_names()
        first = reader.find_report(docs[0])
        second = reader.neighbour(first.id, 1)
        assert second is not None and second.doc == docs[1]
        assert reader.neighbour(first.id, -1) is None
        work = reader.first_undecided(second.id)
        assert work is not None and work.doc == docs[2]


def test_the_next_report_with_work_comes_from_a_partial_index(store: Path) -> None:

    with connected(store) as connection:
        plan = " ".join(
            row[3]
            for row in connection.execute(
                "explain query plan select id from reports"
                " where figures > verified + wrong + unsure and aside is null and id > ? order by id limit 1",
                (0,),
            )
        )
    assert "reports_undecided" in plan
