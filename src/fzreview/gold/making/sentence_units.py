"""A document cut into sentences with their gold: what formats without whole documents hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fzreview.domain.gold.records import GoldDocument, GoldRecord


@dataclass(frozen=True, slots=True)
class SentenceUnit:
    """One or more sentences of the source with one reviewer's gold in them, in order of ``start``."""

    start: int
    end: int
    reviewer: str
    records: tuple[GoldRecord, ...]
    """Rejected ones too; empty where the reviewer read the sentence and found no figure."""
    complete: bool
    """The reviewer read the section completely and settled every figure in the unit: whatever no record
    covers is no figure."""


def sentence_units(document: GoldDocument) -> Iterator[SentenceUnit]:
    """The units of a document in order of reviewer and place; those of one reviewer never overlap."""
    for reviewer in document.reviewers:
        pending = [(one.start, one.end) for one in document.pending if one.reviewer == reviewer]
        units = [
            SentenceUnit(one.start, one.end, reviewer, (), True)
            for one in document.empty
            if one.reviewer == reviewer
        ]
        units += _with_records([record for record in document.records if record.reviewer == reviewer])
        units.sort(key=lambda unit: unit.start)
        for unit in units:
            is_open = any(start < unit.end and unit.start < end for start, end in pending)
            yield SentenceUnit(unit.start, unit.end, reviewer, unit.records, unit.complete and not is_open)


def _with_records(records: list[GoldRecord]) -> Iterator[SentenceUnit]:
    """Records whose sentences overlap stand in one unit: a text without ends is cut around each figure."""
    group: list[GoldRecord] = []
    start = end = 0
    for record in sorted(records, key=lambda one: one.sentence_start):
        stop = record.sentence_start + len(record.sentence)
        if group and record.sentence_start < end:
            group.append(record)
            end = max(end, stop)
            continue
        if group:
            yield _unit(start, end, group)
        group, start, end = [record], record.sentence_start, stop
    if group:
        yield _unit(start, end, group)


def _unit(start: int, end: int, group: list[GoldRecord]) -> SentenceUnit:
    ordered = tuple(sorted(group, key=lambda record: (record.figure.start, record.figure.end)))
    complete = all(record.context_complete for record in group)
    return SentenceUnit(start, end, group[0].reviewer, ordered, complete)
