"""Which figures are visited, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from fzreview.domain.figure import KINDS, Kind
from fzreview.domain.stored import StoredFigure
from fzreview.domain.verdict import Standing

Order = Literal["place", "doubt", "kind"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)


@dataclass(frozen=True, slots=True)
class Agenda:
    """Order and filter; every part of the filter that is set must match."""

    order: Order = "place"
    status: Standing | None = None
    kind: Kind | None = None
    section: tuple[int, int] | None = None
    """Source span that the figures must begin in."""
    text: str = ""
    """What the figure's text, subject or comment must hold."""

    @property
    def filters(self) -> bool:
        """Whether anything is left out."""
        return self != Agenda(order=self.order)

    def matches(self, stored: StoredFigure) -> bool:
        """Whether the figure is visited."""
        figure = stored.shown
        if self.status is not None and self.status not in (stored.status, stored.standing):
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
        self, figures: Sequence[StoredFigure], agenda: Agenda, doubtful: Iterable[str] | None = None
    ) -> None:
        """``figures`` is kept and read again at each question, so that it may change its members.

        ``doubtful`` are span keys, the most doubtful first; without them the extractor's doubts decide.
        """
        self._figures = figures
        self._agenda = agenda
        self._visits = _visiting_order(figures, agenda.order, doubtful)
        self._turns = [0] * len(self._visits)
        for turn, index in enumerate(self._visits):
            self._turns[index] = turn

    @property
    def first(self) -> int | None:
        """Index of the first figure, whether it matches or not."""
        return self._visits[0] if self._visits else None

    def visited(self) -> list[int]:
        """Indexes of the figures that match, in order."""
        return [index for index in self._visits if self._agenda.matches(self._figures[index])]

    def neighbour(self, index: int, step: int) -> int | None:
        """The next (``step`` 1) or previous (-1) matching figure; None at the ends."""
        turn = self._turns[index] + step
        while 0 <= turn < len(self._visits):
            if self._agenda.matches(self._figures[self._visits[turn]]):
                return self._visits[turn]
            turn += step
        return None

    def next_such(self, index: int, wanted: Callable[[StoredFigure], bool]) -> int | None:
        """The next matching figure that is ``wanted``, round the end, ``index`` itself last."""
        # A filter by status is no filter on what still has to be done.
        agenda = replace(self._agenda, status=None)
        count = len(self._visits)
        for distance in range(1, count + 1):
            candidate = self._visits[(self._turns[index] + distance) % count]
            stored = self._figures[candidate]
            if wanted(stored) and agenda.matches(stored):
                return candidate
        return None


def _visiting_order(
    figures: Sequence[StoredFigure], order: Order, doubtful: Iterable[str] | None
) -> list[int]:
    """By place; the most doubtful first; or by kind."""
    if order == "kind":
        return sorted(range(len(figures)), key=lambda index: (KINDS.index(figures[index].shown.kind), index))
    if order == "doubt" and doubtful is not None:
        ranks = {key: rank for rank, key in enumerate(doubtful)}
        last = len(ranks)
        return sorted(
            range(len(figures)), key=lambda index: (ranks.get(figures[index].span_key, last), index)
        )
    if order == "doubt":
        return sorted(range(len(figures)), key=lambda index: (-len(figures[index].figure.doubts), index))
    return list(range(len(figures)))
