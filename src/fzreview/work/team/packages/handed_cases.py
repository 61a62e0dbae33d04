"""Open cases in a package for an adjudicator without the project's store: sides A and B, no names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, Final

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.dissent.cases import Case
from fzreview.domain.dissent.open_cases import spans_of
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.stored import StoredFigure
from fzreview.domain.team.packages import Item
from fzreview.store.reader import StoreReader

SIDES: Final = ("A", "B")


def case_item(report: str, case: Case) -> Item:
    """By what a package names a case: its report and the text that it is about."""
    return report, f"{case.start}-{case.end}"


def packed_case(reader: StoreReader, report: str, case: Case, adjudicator: str) -> dict[str, Any]:
    """A case as plain values: both sides, which is A drawn by a hash, and the words that a ruling settles."""
    sides = [case.one, case.other]
    if sha256(f"{case_item(report, case)}\n{adjudicator}".encode("utf-8", "surrogatepass")).digest()[0] % 2:
        sides.reverse()
    summary = reader.summary(report)
    assert summary is not None
    words = reader.verdicts.uuids_to_settle(summary.id, adjudicator)
    rests = {span: words.get(span, ()) for span in (f"{start}-{end}" for start, end in spans_of(case))}
    return {
        "kind": case.kind,
        "fields": case.fields,
        "sides": [
            None if side is None else _packed(side, name) for side, name in zip(sides, SIDES, strict=True)
        ],
        "rests": rests,
    }


def handed_cases(reader: StoreReader) -> Iterator[tuple[str, Case]]:
    """sha256 of a report and a case that was handed out and is not settled yet, in order of place."""
    owner = reader.team.owner()
    for report, place, said in reader.team.cases():
        summary = reader.summary(report)
        if summary is None or owner is None:
            continue
        start, end = map(int, place.split("-"))
        one, other = (None if side is None else _unpacked(side) for side in said["sides"])
        case = Case(start, end, said["kind"], one, other, tuple(said["fields"]))
        if any(reader.verdicts.adjudication(summary.id, *span, owner) is None for span in spans_of(case)):
            yield report, case


def rests_of(reader: StoreReader, report: str, span: str) -> tuple[str, ...]:
    """uuids of the words that a ruling on a handed figure settles; none where it was not handed out."""
    found = {
        uuid for of, _, said in reader.team.cases() if of == report for uuid in said["rests"].get(span, ())
    }
    return tuple(sorted(found))


def side_of(reader: StoreReader, report: str, stored: StoredFigure, side: str) -> Decision | None:
    """What a side says of a handed figure; None where it says nothing of just that."""
    for of, _, said in reader.team.cases():
        if of != report or stored.span_key not in said["rests"] or side not in SIDES:
            continue
        packed = said["sides"][SIDES.index(side)]
        word = None if packed is None else _unpacked(packed)
        if word is not None and word.figure.span_key == stored.span_key:
            correction = word.correction
            return Decision(word.verdict, word.reason, word.reason_class, correction)
    return None


def _packed(word: FigureVerdict, name: str) -> dict[str, Any]:
    """Without whose it is, when and how it was made: that would tell who."""
    told = word._replace(reviewer=name, decided_at="", note=None, elapsed_ms=0, keyed_blind=False)._asdict()
    if word.correction is not None:
        told["correction"] = figure_fields(word.correction)
    return told


def _unpacked(packed: Mapping[str, Any]) -> FigureVerdict:
    correction = packed["correction"]
    told = FigureVerdict(**packed)
    return told._replace(
        section=tuple(told.section), correction=None if correction is None else Figure(**correction)
    )
