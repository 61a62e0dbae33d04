"""The adjudication session: which dispute is next, the ruling for each key, undo.

No IO: the shell passes in each dispute as stored, records the ruling and then calls ``accept``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.dissent.dispute import LETTERS, Dispute, DisputeRef
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.steps.decisions import after_correction

Refusal = Literal["no_side", "undecided_side"]
"""Why a side cannot be taken: there is none of that letter; it settles nothing itself."""

NOT_A_FIGURE = Decision("wrong", "not_a_figure")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What shall hold of a dispute."""

    dispute: Dispute
    words: Mapping[str, Decision]
    """Span key → what holds of each figure of the dispute."""
    taken: int | None = None
    """Index of the side that was taken; None for an answer that no side gave."""
    gap: bool = False
    """Whether the guide does not say how such a case is decided."""


class Adjudicating:
    """A queue of disputes; postponed ones are appended to its end."""

    def __init__(self, refs: Sequence[DisputeRef]) -> None:
        self._waiting = list(refs)
        self._later: set[DisputeRef] = set()
        self._ruled: list[Ruling] = []
        self.dispute: Dispute | None = None
        """The current dispute as stored; None where none is left."""
        self.gap = False
        """Whether the next ruling is to say that the guide has a gap."""

    @property
    def current(self) -> DisputeRef | None:
        """The dispute to look at now."""
        return self._waiting[0] if self._waiting else None

    @property
    def done(self) -> int:
        """Disputes settled in this session."""
        return len(self._ruled)

    @property
    def gaps(self) -> int:
        """Of these, where the guide was found to say nothing."""
        return sum(one.gap for one in self._ruled)

    @property
    def left(self) -> int:
        """Disputes that wait, the current one among them."""
        return len(self._waiting)

    @property
    def put_off(self) -> bool:
        """Whether the current dispute was postponed before."""
        return self.current in self._later

    @property
    def last(self) -> Ruling | None:
        """What the next undo takes back."""
        return self._ruled[-1] if self._ruled else None

    def look_at(self, dispute: Dispute | None) -> None:
        """Set the current dispute as stored; None skips one that no longer exists."""
        self.dispute = dispute
        if dispute is None:
            self._waiting = self._waiting[1:]
            self.gap = False

    # What a key rules

    def take(self, letter: str) -> Ruling | Refusal:
        """That the side of this letter is right."""
        assert self.dispute is not None
        index = LETTERS.index(letter.upper())
        if index >= len(self.dispute.sides):
            return "no_side"
        side = self.dispute.sides[index]
        if not side.settles:
            return "undecided_side"
        return Ruling(self.dispute, side.words, index, self.gap)

    def reject(self) -> Ruling:
        """That there is no figure."""
        assert self.dispute is not None
        return Ruling(self.dispute, dict.fromkeys(self.dispute.ref.spans, NOT_A_FIGURE), gap=self.gap)

    def correct(self, stored: StoredFigure, figure: Figure) -> Ruling:
        """That none of the sides is right but ``figure``, which ``stored`` should be."""
        assert self.dispute is not None
        _, decision = after_correction(stored, None, figure)
        words = dict.fromkeys(self.dispute.ref.spans, NOT_A_FIGURE) | {stored.span_key: decision}
        return Ruling(self.dispute, words, gap=self.gap)

    def toggle_gap(self) -> None:
        """Flag, or flag no longer, that the guide does not say how to decide."""
        self.gap = not self.gap

    # What came of it

    def accept(self, ruling: Ruling) -> None:
        """The ruling is on disk: on to the next."""
        self._ruled.append(ruling)
        self._waiting.pop(0)
        self.dispute, self.gap = None, False

    def postpone(self) -> None:
        """Behind all that wait."""
        if self._waiting:
            self._later.add(self._waiting[0])
            self._waiting.append(self._waiting.pop(0))
        self.dispute, self.gap = None, False

    def undone(self) -> Ruling:
        """The last ruling was taken back: its dispute is the current one again."""
        ruling = self._ruled.pop()
        self._waiting.insert(0, ruling.dispute.ref)
        self.dispute, self.gap = None, ruling.gap
        return ruling
