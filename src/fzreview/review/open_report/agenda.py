"""The agenda: filter and order by which figures are visited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from fzreview.domain.figures.figure import KINDS, Kind
from fzreview.domain.figures.figure_state import FigureState, state_of
from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.open_report.figure_remarks import NO_REMARKS, FigureRemarks, Remark

Order = Literal["place", "doubt", "kind", "disagreement", "confidence"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)
USUAL_ORDERS: Final[tuple[Order, ...]] = ORDERS[: ORDERS.index("kind") + 1]
"""Those that ask no layers."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Order and filter; every part of the filter that is set must match."""

    order: Order = "place"
    state: FigureState | None = None
    kind: Kind | None = None
    section: tuple[int, int] | None = None
    """Source span that the figures must begin in."""
    text: str = ""
    """What the figure's text, subject or comment must hold."""
    remark: Remark | None = None
    reviewer: str | None = None
    """Who must hold a decision on it."""

    @property
    def filters(self) -> bool:
        """Whether anything is left out."""
        return self != Agenda(order=self.order)

    def matches(self, stored: StoredFigure, remarks: FigureRemarks = NO_REMARKS) -> bool:
        """Whether the figure is visited."""
        figure = stored.shown
        if self.state is not None and state_of(stored) != self.state:
            return False
        if self.remark is not None and not remarks.has(self.remark, stored):
            return False
        if self.reviewer is not None and stored.of(self.reviewer) is None:
            return False
        if self.kind is not None and figure.kind != self.kind:
            return False
        if self.section is not None and not self.section[0] <= stored.figure.start < self.section[1]:
            return False
        return not self.text or any(self.text in words for words in _words(stored))


def _words(stored: StoredFigure) -> tuple[str, ...]:
    figure = stored.shown
    comments = tuple(held.decision.comment or "" for held in stored.held)
    return (figure.text, figure.subject, figure.value, *comments)


class Route:
    """The figures of a report in the order in which an agenda visits them."""

    def __init__(
        self,
        figures: Sequence[StoredFigure],
        agenda: Agenda,
        ranked: Iterable[str] | None = None,
        remarks: Callable[[], FigureRemarks] = FigureRemarks,
    ) -> None:
        """``figures`` is kept and read again at each question, so that it may change its members.

        ``ranked`` are span keys in the order of doubt, or of layers, that the agenda wants; without them the
        extractor's doubts decide, or the place.
        ``remarks`` tells what is known of the figures beside their verdicts when that is asked for.
        """
        self._figures = figures
        self._agenda = agenda
        # Filters by decision do not apply when searching for what is still to be done.
        self._unfinished = replace(agenda, state=None, reviewer=None)
        self._remarks = remarks
        self._visits = _visiting_order(figures, agenda.order, ranked)
        self._turns = [0] * len(self._visits)
        for turn, index in enumerate(self._visits):
            self._turns[index] = turn

    @property
    def first(self) -> int | None:
        """Index of the first figure, whether it matches or not."""
        return self._visits[0] if self._visits else None

    def visited(self) -> list[int]:
        """Indexes of the figures that match, in order."""
        remarks = self._remarks()
        return [index for index in self._visits if self._agenda.matches(self._figures[index], remarks)]

    def neighbour(self, index: int, step: int) -> int | None:
        """The next (``step`` 1) or previous (-1) matching figure; None at the ends."""
        turn = self._turns[index] + step
        while 0 <= turn < len(self._visits):
            if self._agenda.matches(self._figures[self._visits[turn]], self._remarks()):
                return self._visits[turn]
            turn += step
        return None

    def next_matching(self, index: int, wanted: Callable[[StoredFigure], bool]) -> int | None:
        """The next matching figure that is ``wanted``, round the end, ``index`` itself last."""
        agenda = self._unfinished
        count = len(self._visits)
        for distance in range(1, count + 1):
            candidate = self._visits[(self._turns[index] + distance) % count]
            stored = self._figures[candidate]
            if wanted(stored) and agenda.matches(stored, self._remarks()):
                return candidate
        return None


def _visiting_order(figures: Sequence[StoredFigure], order: Order, ranked: Iterable[str] | None) -> list[int]:
    """By place; those that are ranked first; or by kind."""
    if order == "kind":
        return sorted(range(len(figures)), key=lambda index: (KINDS.index(figures[index].shown.kind), index))
    if order != "place" and ranked is not None:
        ranks = {key: rank for rank, key in enumerate(ranked)}
        last = len(ranks)
        return sorted(
            range(len(figures)), key=lambda index: (ranks.get(figures[index].span_key, last), index)
        )
    if order == "doubt":
        return sorted(range(len(figures)), key=lambda index: (-len(figures[index].figure.doubts), index))
    return list(range(len(figures)))
