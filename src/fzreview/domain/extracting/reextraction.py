"""What another extraction changes in a report that people have worked on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final, Literal, get_args

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.stored import HeldDecision, StoredFigure

Fate = Literal["kept", "changed", "gone", "vanished", "new", "met"]
FATES: Final[tuple[Fate, ...]] = get_args(Fate)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """What becomes of one figure.

    ``kept``: span and every field are equal, decisions stay. ``changed``: same span, another field; decisions
    cease to hold. ``gone``: not found any more, nobody holds anything of it, it is removed. ``vanished``: not
    found any more, kept for what people hold of it. ``new``: found where no figure was. ``met``: a reviewer
    added a figure with this span; it stays as it is.
    """

    fate: Fate
    before: StoredFigure | None
    """None for ``new``."""
    after: Figure | None
    """As it is found now; None where it is not."""

    @property
    def span_key(self) -> str:
        if self.before is not None:
            return self.before.span_key
        assert self.after is not None
        return self.after.span_key

    @property
    def ceasing(self) -> tuple[HeldDecision, ...]:
        """Verdicts that cease to hold."""
        if self.fate != "changed" or self.before is None:
            return ()
        return tuple(held for held in self.before.held if held.decision.verdict is not None)


@dataclass(frozen=True, slots=True)
class LostSection:
    """A section that was read completely and is cut otherwise now: it is to be read again."""

    section: Section
    held: tuple[HeldDecision, ...]


@dataclass(frozen=True, slots=True)
class ReportChanges:
    """Everything that another extraction changes in one report."""

    figures: tuple[FigureChange, ...]
    """In order of place."""
    lost_sections: tuple[LostSection, ...]

    @property
    def counts(self) -> Counter[Fate]:
        """How many figures have each fate."""
        return Counter(change.fate for change in self.figures)

    @property
    def ceasing(self) -> int:
        """How many verdicts cease to hold."""
        return sum(len(change.ceasing) for change in self.figures)
