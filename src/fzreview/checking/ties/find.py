"""The door of the engine of ties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from fzreview.checking.ties.alarms.single_figures import alarms_of
from fzreview.checking.ties.changes.comparisons import comparisons
from fzreview.checking.ties.changes.from_to import changes
from fzreview.checking.ties.changes.intervals import intervals
from fzreview.checking.ties.changes.rises import rises
from fzreview.checking.ties.outcomes.of_cases import outcomes
from fzreview.checking.ties.ranking import ranked
from fzreview.checking.ties.rates.averages import averages
from fzreview.checking.ties.rates.percentages import rates
from fzreview.checking.ties.rates.quotients import quotients
from fzreview.checking.ties.rates.respective import respective
from fzreview.checking.ties.rates.shares import shares
from fzreview.checking.ties.repeats import repeats
from fzreview.checking.ties.sums.complements import complements
from fzreview.checking.ties.sums.distant_sums import distant_sums
from fzreview.checking.ties.sums.lists import lists
from fzreview.checking.ties.sums.scopes import scopes
from fzreview.checking.ties.sums.side_by_side import sums
from fzreview.checking.ties.sums.stated_parts import stated_parts
from fzreview.checking.ties.sums.table_and_text import table_and_text
from fzreview.checking.ties.sums.table_rows import table_rows
from fzreview.checking.ties.sums.tables import tables
from fzreview.checking.ties.sums.unnamed_parts import unnamed_parts
from fzreview.checking.ties.view import View
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Reading
from fzreview.domain.ties.tie import Alarm, Tie

Finder = Callable[[View], Iterable[Tie]]

FINDERS: Final[Mapping[str, Finder]] = {
    "tie.among": stated_parts,
    "tie.outcome": outcomes,
    "tie.sum": sums,
    "tie.complement": complements,
    "tie.rate": rates,
    "tie.quotient": quotients,
    "tie.respective": respective,
    "tie.change": changes,
    "tie.rise": rises,
    "tie.list": lists,
    "tie.repeat": repeats,
    "tie.scope": scopes,
    "tie.share": shares,
    "tie.average": averages,
    "tie.table-sum": tables,
    "tie.distant-sum": distant_sums,
    "tie.compared": comparisons,
    "tie.table-row": table_rows,
    "tie.table-and-text": table_and_text,
    "tie.interval": intervals,
    "tie.unnamed-part": unnamed_parts,
}
"""The id of a rule (``rules.RULES``) → what finds its ties."""


def find_ties(reading: Reading, figures: Iterable[Figure] | None = None) -> tuple[Tie, ...]:
    """The ties between the figures of a report, in the order of the text.

    ``figures`` stand for the extracted ones: as corrected, with the added ones, without the rejected ones.
    Spans are code points of the source. Pure, deterministic; linear in the figures: every rule looks at a
    bounded window.
    """
    return _ties_of(View.of(reading, reading.figures if figures is None else figures))


def check_figures(reading: Reading, figures: Iterable[Figure]) -> tuple[tuple[Tie, ...], tuple[Alarm, ...]]:
    """The ties and the alarms of ``figures``, as ``find_ties`` and ``find_alarms`` find them, in one look."""
    own = tuple(figures)
    view = View.of(reading, own)
    return _ties_of(view), alarms_of(view, own, reading.metadata.year)


def _ties_of(view: View) -> tuple[Tie, ...]:
    return ranked(replace(tie, rule=rule) for rule, finder in FINDERS.items() for tie in finder(view))
