"""What is known of a report before anybody verifies it, as far as it tells what verifying would teach."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.domain.reports.stored import ReportSummary


@dataclass(frozen=True, slots=True)
class Learnable:
    """A report with figures that nobody decided on."""

    report: ReportSummary
    doubted: int
    """Undecided figures that the extractor has doubts about."""
    wordings: frozenset[str]
    """How its undecided figures are worded: kind, bound and unit, ``count >= 件``."""
    apart: int = 0
    """Undecided figures that a layer has otherwise or not at all, and figures that only layers found."""
    unsure: float = 0.0
    """How unsure layers are of its undecided figures: over those of which they tell a confidence, what the
    lowest lacks to 1, summed."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was decided so far."""

    wordings: frozenset[str]
    reports: tuple[ReportSummary, ...]
    """Those in which something was decided."""
