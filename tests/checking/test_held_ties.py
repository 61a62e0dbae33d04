"""Ties of reports whose texts, figures and ties were marked before anybody saw the rules find them."""

from __future__ import annotations

from functools import cache

from fzreview.checking.ties import find_ties
from fzreview.domain.ties.tie import Tie
from fzreview.reading.read import read_report
from support.held_reports import held_report
from support.held_ties import HeldTie, held_ties, tied_names


@cache
def found(name: str) -> dict[frozenset[tuple[int, int]], Tie]:
    return {frozenset(tie.spans): tie for tie in find_ties(read_report(held_report(name).source))}


def found_for(tie: HeldTie) -> Tie | None:
    return next((found(tie.name)[spans] for spans in tie.places if spans in found(tie.name)), None)


def marked() -> list[HeldTie]:
    return [tie for name in tied_names() for tie in held_ties(name) if tie.counts]


def test_recall_of_marked_ties() -> None:
    missed = [(tie.name, tie.row["type"], tie.row["numerals"]) for tie in marked() if found_for(tie) is None]
    assert len(marked()) >= 160
    assert len(missed) <= 0.12 * len(marked()), missed


def test_contradictions_are_told_and_nothing_else_is() -> None:
    contradicting = [tie for tie in marked() if tie.row["holds"] is False]
    told = [found_for(tie) for tie in contradicting]
    assert sum(tie is not None and tie.failed for tie in told) >= 4, contradicting
    allowed = {(tie.name, spans) for tie in contradicting for spans in tie.places}
    failed = {(name, spans) for name in tied_names() for spans, tie in found(name).items() if tie.failed}
    assert failed <= allowed


def test_found_ties_hold_as_they_are_marked() -> None:
    told = {"true": True, "false": False, "approx": "approx"}
    differing = [
        (tie.name, tie.row["numerals"], hit.holds)
        for tie in marked()
        if (hit := found_for(tie)) is not None and told[hit.holds] != tie.row["holds"]
    ]
    assert len(differing) <= 4, differing
