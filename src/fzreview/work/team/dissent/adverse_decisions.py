"""Decisions against a reviewer: adjudications that overruled them, and seeded errors that they let pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from fzreview.domain.decisions.claims import at_one, claim_of_decision
from fzreview.domain.decisions.decision_rows import decision_row
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.stored import StoredFigure
from fzreview.domain.team.packages import Item
from fzreview.domain.team.seeding import SeededError
from fzreview.store.reader import StoreReader
from fzreview.work.measuring.returned import passed_by


@dataclass(frozen=True, slots=True)
class AdverseDecision:
    """One decision against a reviewer."""

    report: str
    """sha256."""
    span: str
    """``START-END``."""
    since: str
    """When it was made, ISO 8601; empty for a seeded error."""
    figure: StoredFigure | None
    """The figure in the project's store; None where there is no figure."""
    said: Mapping[str, Any] = field(default_factory=dict)
    """Plain values for the package of feedback, without anybody's name."""

    @property
    def item(self) -> Item:
        return self.report, self.span


def adverse_decisions(reader: StoreReader, reviewer: str) -> list[AdverseDecision]:
    """Every such decision that is in force, in order of report and place."""
    found = [*_overruled(reader, reviewer), *_passed(reader, reviewer)]
    return sorted(found, key=lambda one: (one.report, int(one.span.partition("-")[0]), one.span))


def is_overruled(stored: StoredFigure, reviewer: str) -> bool:
    """Whether an adjudication in force contradicts the reviewer."""
    held, ruling = stored.of(reviewer), stored.ruling
    if ruling is None or held is None or held.verdict is None:
        return False
    words = (held, ruling.decision)
    return not at_one(claim_of_decision(one, stored.figure, stored.origin) for one in words)


def _overruled(reader: StoreReader, reviewer: str) -> Iterator[AdverseDecision]:
    for summary in list(reader.summaries()):
        if not reader.verdicts.is_adjudicated(summary.id):
            continue
        for stored in reader.figures(summary.id):
            held, ruling = stored.of(reviewer), stored.ruling
            if held is not None and ruling is not None and is_overruled(stored, reviewer):
                said = {
                    "why": "adjudicated",
                    "held": decision_row(held),
                    "ruled": decision_row(ruling.decision),
                    "figure": figure_fields(stored.figure),
                }
                yield AdverseDecision(summary.sha256, stored.span_key, ruling.decided_at, stored, said)


def _passed(reader: StoreReader, reviewer: str) -> Iterator[AdverseDecision]:
    for seed in passed_by(reader, reviewer):
        place = seed.true or seed.shown
        assert place is not None
        summary = reader.summary(seed.report)
        stored = None
        if summary is not None and seed.true is not None:
            stored = next((one for one in reader.figures(summary.id) if one.span_key == place.span_key), None)
        yield AdverseDecision(seed.report, place.span_key, "", stored, _told(seed))


def _told(seed: SeededError) -> Mapping[str, Any]:
    return {
        "why": "seeded",
        "kind": seed.kind,
        "shown": None if seed.shown is None else figure_fields(seed.shown),
        "true": None if seed.true is None else figure_fields(seed.true),
    }
