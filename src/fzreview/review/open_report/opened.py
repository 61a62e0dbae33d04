"""What is open in a session, and what everything that makes steps on it has in common."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.review.open_report.holdings import Holdings
from fzreview.review.open_report.position import Position
from fzreview.review.steps.step import StepMaker


@dataclass
class Opened:
    """The open report and where one stands in it; both are others once another report is opened."""

    holdings: Holdings
    position: Position


class StepsOfOpened:
    """Makes steps of one reviewer on whatever is open when it is asked."""

    def __init__(self, maker: StepMaker, opened: Opened) -> None:
        self._maker = maker
        self._reviewer = maker.reviewer
        self._opened = opened

    @property
    def _holdings(self) -> Holdings:
        return self._opened.holdings

    @property
    def _position(self) -> Position:
        return self._opened.position
