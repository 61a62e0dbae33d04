"""Ties of the five seeds against their gold."""

from __future__ import annotations

from functools import cache

from fzreview.checking.ties import find_ties
from fzreview.domain.ties.tie import Tie
from fzreview.reading.read import read_report
from support.gold_reports import SEEDS, gold_rows, seed_names
from support.held_reports import held_names, held_report
from support.held_ties import tied_names


@cache
def found(doc: str) -> dict[frozenset[int], Tie]:
    """Starts of its figures → tie."""
    ties = find_ties(read_report((SEEDS / doc).read_bytes().decode("utf-8")))
    return {frozenset(member.start for member in tie.members): tie for tie in ties}


def gold() -> list[tuple[str, frozenset[int], dict]]:
    return [
        (doc, frozenset(row["figures"]), row) for doc in seed_names() for row in gold_rows("relations", doc)
    ]


def test_recall_of_what_is_told_or_likely() -> None:
    wanted = [
        (doc, starts) for doc, starts, row in gold() if row["told"] or row["confidence"] in ("high", "medium")
    ]
    missed = [(doc, sorted(starts)) for doc, starts in wanted if starts not in found(doc)]
    assert len(missed) <= 0.14 * len(wanted), missed


def test_precision_of_high_confidence() -> None:
    known = {(doc, starts) for doc, starts, _ in gold()}
    high = [
        (doc, starts)
        for doc in seed_names()
        for starts, tie in found(doc).items()
        if tie.confidence == "high"
    ]
    wrong = [one for one in high if one not in known]
    assert len(high) >= 35
    assert len(wrong) <= 0.05 * len(high), wrong


def test_nothing_fails_that_the_gold_does_not_list() -> None:
    failing = {(doc, starts) for doc, starts, row in gold() if row["holds"] is False}
    failed = {(doc, starts) for doc in seed_names() for starts, tie in found(doc).items() if tie.failed}
    assert failed <= failing


def test_found_ties_hold_as_the_gold_says() -> None:
    told = {"true": True, "false": False, "approx": "approx"}
    differing = [
        (doc, sorted(starts))
        for doc, starts, row in gold()
        if starts in found(doc) and told[found(doc)[starts].holds] != row["holds"]
    ]
    assert len(differing) <= 2, differing


def test_nothing_fails_in_the_held_reports() -> None:
    failed = [
        (name, tie)
        for name in held_names()
        if name not in tied_names()
        for tie in find_ties(read_report(held_report(name).source))
        if tie.failed
    ]
    assert failed == []
