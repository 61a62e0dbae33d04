"""The open report of a session, and the base of the classes that make steps on it."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.review.open_report.position import Position
from fzreview.review.open_report.report_state import ReportState
from fzreview.review.steps.step import StepFactory


@dataclass
class OpenReport:
    """State and position; both are replaced when another report is opened."""

    report_state: ReportState
    position: Position


class OpenReportSteps:
    """Base of classes that make one reviewer's steps on the report that is open at the time."""

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
