"""What is open in a session, and what everything that makes steps on it has in common."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.review.open_report.position import Position
from fzreview.review.open_report.report_state import ReportState
from fzreview.review.steps.step import StepFactory


@dataclass
class OpenReport:
    """The open report and where one stands in it; both are others once another report is opened."""

    report_state: ReportState
    position: Position


class OpenReportSteps:
    """Makes steps of one reviewer on whatever is open when it is asked."""

    def __init__(self, factory: StepFactory, opened: OpenReport) -> None:
        self._factory = factory
        self._reviewer = factory.reviewer
        self._open_report = opened

    @property
    def _report_state(self) -> ReportState:
        return self._open_report.report_state

    @property
    def _position(self) -> Position:
        return self._open_report.position
