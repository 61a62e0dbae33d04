"""What reviewers differ about and nobody has settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from fzreview.domain.decided import DecidedReport, FigureVerdict
from fzreview.domain.keys import figure_key
from fzreview.domain.reading_rows import figure_fields
from fzreview.measuring.cases import Case, dissent_of
from fzreview.measuring.words import Words, saying_of
from fzreview.work.measuring.agreements import decided_reports, reviewers_of


@dataclass(frozen=True, slots=True)
class Conflict:
    """One case between two reviewers of one report."""

    report: DecidedReport
    names: tuple[str, str]
    case: Case

    @property
    def keys(self) -> list[str]:
        """The figures that it is about, as ``settle`` takes them."""
        sides = [side for side in (self.case.one, self.case.other) if side is not None]
        return list(
            dict.fromkeys(
                figure_key(self.report.summary.sha256, f"{side.start}-{side.end}") for side in sides
            )
        )

    def row(self) -> dict[str, Any]:
        """The row of ``conflicts --json``."""
        case, summary = self.case, self.report.summary
        return {
            "report": summary.sha256,
            "doc": summary.doc,
            "start": case.start,
            "end": case.end,
            "text": self.report.source[case.start : case.end],
            "kind": case.kind,
            "kinds": list(case.fields),
            "keys": self.keys,
            "one": _side(self.names[0], case.one),
            "other": _side(self.names[1], case.other),
        }


def conflicts(store: Path) -> Iterator[Conflict]:
    """Every open case, report by report in the order of loading, in order of place."""
    for report in decided_reports(store):
        found = [
            Conflict(report, (one, other), case)
            for one, other in combinations(reviewers_of(report), 2)
            for case in dissent_of(Words.of_report(report, one), Words.of_report(report, other)).cases
            if not _is_settled(report, case)
        ]
        yield from sorted(found, key=lambda one: (one.case.start, one.case.end, one.names))


def _is_settled(report: DecidedReport, case: Case) -> bool:
    sides = [side for side in (case.one, case.other) if side is not None]
    return all(side[:2] in report.rulings for side in sides)


def _side(name: str, word: FigureVerdict | None) -> dict[str, Any]:
    """What a reviewer says; ``says`` is null of who read the section and did not find the figure."""
    if word is None:
        return {"reviewer": name, "says": None, "figure": None, "comment": None}
    saying = saying_of(word)
    final = None if saying in ("rejected", "unfixed") else figure_fields(word.correction or word.figure)
    return {"reviewer": name, "says": saying, "figure": final, "comment": word.comment}
