"""The door of the engine of ties."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from fzreview.domain.figure import Figure
from fzreview.domain.report import Reading
from fzreview.domain.tie import Tie
from fzreview.reading.ties.averages import averages
from fzreview.reading.ties.changes import changes
from fzreview.reading.ties.complements import complements
from fzreview.reading.ties.lists import lists
from fzreview.reading.ties.outcomes import outcomes
from fzreview.reading.ties.quotients import quotients
from fzreview.reading.ties.ranking import ranked
from fzreview.reading.ties.rates import rates
from fzreview.reading.ties.repeats import repeats
from fzreview.reading.ties.respective import respective
from fzreview.reading.ties.rises import rises
from fzreview.reading.ties.scopes import scopes
from fzreview.reading.ties.shares import shares
from fzreview.reading.ties.sums import sums
from fzreview.reading.ties.tables import tables
from fzreview.reading.ties.told_parts import told_parts
from fzreview.reading.ties.view import View

RULES: Final[tuple[Callable[[View], Iterable[Tie]], ...]] = (
    told_parts, outcomes, sums, complements, rates, quotients, respective, changes, rises, lists,
    repeats, scopes, shares, averages, tables,
)  # fmt: skip


def find_ties(reading: Reading, figures: Iterable[Figure] | None = None) -> tuple[Tie, ...]:
    """The ties between the figures of a report, in the order of the text.

    ``figures`` stand for the extracted ones: as corrected, with the added ones, without the rejected ones.
    Spans are code points of the source. Pure, deterministic; linear in the figures: every rule looks at a
    bounded window.
    """
    view = View.of(reading, reading.figures if figures is None else figures)
    return ranked(tie for rule in RULES for tie in rule(view))
