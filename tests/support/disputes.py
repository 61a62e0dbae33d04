"""Two reviewers who differ on the first figures of one report, one kind of case a figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import BOUNDS, Figure
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.store.reader import StoreReader
from support.gold_reports import gold_report, seed_names
from support.scripted import NO_FIGURE, UNSURE, VERIFIED, Rule, corrected, decide

DOC = max(seed_names(), key=lambda doc: len(gold_report(doc).reading.figures))

Answer = Callable[[Figure], Decision]

ANSWERS: Mapping[str, Answer] = {
    "value": lambda figure: corrected(figure, value="987654"),
    "unit": lambda figure: corrected(figure, unit="不同"),
    "kind": lambda figure: corrected(figure, kind="money" if figure.kind != "money" else "count"),
    "bound": lambda figure: corrected(figure, bound=next(one for one in BOUNDS if one != figure.bound)),
    "subject": lambda figure: corrected(figure, subject="完全是另外一回事的说法"),
    "existence": lambda figure: NO_FIGURE,
    "open": lambda figure: UNSURE,
}
"""Kind of case → what makes one with somebody who verifies the figure."""


def answering(answers: Mapping[int, Answer], otherwise: Decision | None = VERIFIED) -> Rule:
    """Decide one report alone: some figures, by their number, in another way."""

    def rule(report: StoredReport, stored: StoredFigure) -> Decision | None:
        if report.summary.doc != DOC:
            return None
        answer = answers.get(report.figures.index(stored))
        return otherwise if answer is None else answer(stored.figure)

    return rule


def differing(store: Path, *kinds: str) -> None:
    """Alice verifies every figure of the report; Bob differs on the first ones, in these kinds in turn."""
    decide(store, "alice", answering({}))
    decide(store, "bob", answering({number: ANSWERS[kind] for number, kind in enumerate(kinds)}))


def figures(store: Path) -> list[StoredFigure]:
    """The report's figures as they stand."""
    with StoreReader(store) as reader:
        return list(reader.figures(reader.find_report(DOC).id))
