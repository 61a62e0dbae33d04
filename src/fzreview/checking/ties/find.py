"""The door of the engine of ties."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from fzreview.checking.ties.averages import averages
from fzreview.checking.ties.changes import changes
from fzreview.checking.ties.compared import compared
from fzreview.checking.ties.complements import complements
from fzreview.checking.ties.distant_sums import distant_sums
from fzreview.checking.ties.lists import lists
from fzreview.checking.ties.outcomes import outcomes
from fzreview.checking.ties.quotients import quotients
from fzreview.checking.ties.ranking import ranked
from fzreview.checking.ties.rates import rates
from fzreview.checking.ties.repeats import repeats
from fzreview.checking.ties.respective import respective
from fzreview.checking.ties.rises import rises
from fzreview.checking.ties.scopes import scopes
from fzreview.checking.ties.shares import shares
from fzreview.checking.ties.sums import sums
from fzreview.checking.ties.tables import tables
from fzreview.checking.ties.told_parts import told_parts
from fzreview.checking.ties.view import View
from fzreview.domain.figure import Figure
from fzreview.domain.report import Reading
from fzreview.domain.tie import Tie

RULES: Final[tuple[Callable[[View], Iterable[Tie]], ...]] = (
    told_parts, outcomes, sums, complements, rates, quotients, respective, changes, rises, lists,
    repeats, scopes, shares, averages, tables, distant_sums, compared,
)  # fmt: skip


def find_ties(reading: Reading, figures: Iterable[Figure] | None = None) -> tuple[Tie, ...]:
    """The ties between the figures of a report, in the order of the text.

    ``figures`` stand for the extracted ones: as corrected, with the added ones, without the rejected ones.
    Spans are code points of the source. Pure, deterministic; linear in the figures: every rule looks at a
    bounded window.
    """
    view = View.of(reading, reading.figures if figures is None else figures)
    return ranked(tie for rule in RULES for tie in rule(view))
