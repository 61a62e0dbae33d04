"""Rows of one report in a gold file that answer each other without sharing a span, and differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.final_verdicts import FinalVerdicts, final_span
from fzreview.domain.dissent.cases import dissent_of
from fzreview.domain.gold.fields import GoldFields
from fzreview.domain.reports.reading_rows import figure_fields

Pair = tuple[FigureVerdict, FigureVerdict]


class ReportRows:
    """The rows of one report as they are read."""

    def __init__(self) -> None:
        self._words: dict[str, list[FigureVerdict]] = {}

    def add(self, fields: GoldFields) -> None:
        """Note what one row says."""
        self._words.setdefault(fields.reviewer, []).append(_verdict(fields))

    def differing(self) -> Iterator[Pair]:
        """Words of two reviewers that cannot both be right of what they overlap on: the cases of an export.

        Those about one span are left to whoever compares claims as the rows are read.
        """
        reviewers = [FinalVerdicts(name, tuple(words)) for name, words in sorted(self._words.items())]
        for one, other in combinations(reviewers, 2):
            for case in dissent_of(one, other).cases:
                if case.one is not None and case.other is not None and not _share(case.one, case.other):
                    yield case.one, case.other


def _share(one: FigureVerdict, other: FigureVerdict) -> bool:
    return one[:2] == other[:2] or final_span(one) == final_span(other)


def _verdict(fields: GoldFields) -> FigureVerdict:
    found = fields.machine or fields.figure
    rejected = fields.decision == "rejected"
    return FigureVerdict(
        **figure_fields(found),
        section=(),
        origin="reviewer" if fields.machine is None else "machine",
        extractor=fields.extractor,
        reviewer=fields.reviewer,
        decided_at=fields.decided_at,
        verdict="wrong" if fields.decision in ("rejected", "corrected") else "verified",
        reason="not_a_figure" if rejected else fields.reason,
        correction=fields.figure if fields.decision == "corrected" else None,
    )
