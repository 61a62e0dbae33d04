"""Cases that the guide does not tell how to decide, as adjudicators noted them for its next version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from fzreview.domain.decisions.decision_rows import decision_row
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.stored import HeldDecision
from fzreview.store.reader import StoreReader
from fzreview.store.team.gaps import GapRow
from fzreview.text.sentences.around import Sentences
from fzreview.work.keeping.safekeeping import require_undamaged


@dataclass(frozen=True, slots=True)
class Gap:
    """One ruling that notes a gap."""

    report: str
    """sha256."""
    doc: str
    keys: tuple[str, ...]
    """Of the figures that it is about."""
    text: str
    sentence: str
    ruled: HeldDecision
    """Of the figure that stays, where one does."""
    in_force: bool

    def row(self) -> dict[str, Any]:
        """The row of ``conflicts --gaps --json``."""
        return {
            "report": self.report,
            "doc": self.doc,
            "keys": list(self.keys),
            "text": self.text,
            "sentence": self.sentence,
            "adjudicator": self.ruled.reviewer,
            "at": self.ruled.decided_at,
            "ruled": decision_row(self.ruled.decision),
            "in_force": self.in_force,
        }


def guide_gaps(store: Path) -> Iterator[Gap]:
    """Every held ruling that notes one, in the order in which they were made."""
    require_undamaged(store, rows=False)
    with StoreReader(store) as reader:
        for (report, _), group in groupby(reader.verdicts.gaps(), lambda one: (one.report, one.move)):
            yield _gap(reader, report, list(group))


def _gap(reader: StoreReader, report: str, rows: list[GapRow]) -> Gap:
    summary = reader.summary(report)
    assert summary is not None
    main = next((one for one in rows if one.ruled.decision.reason != "not_a_figure"), rows[0])
    source = reader.source(summary.id)
    begin, stop = Sentences(source).around(main.start, main.end)
    return Gap(
        report,
        summary.doc,
        tuple(figure_key(report, f"{one.start}-{one.end}") for one in rows),
        source[main.start : main.end],
        source[begin:stop],
        main.ruled,
        all(one.in_force for one in rows),
    )
