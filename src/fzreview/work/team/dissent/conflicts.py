"""What reviewers differ about and nobody has settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.decisions.final_verdicts import verdict_category
from fzreview.domain.dissent.cases import Case
from fzreview.domain.dissent.open_cases import open_cases, spans_of
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.measuring.disputes import linked
from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import require_store
from fzreview.work.team.packages.handed_cases import SIDES, handed_cases


@dataclass(frozen=True, slots=True)
class Conflict:
    """One case between two reviewers of one report."""

    report: DecidedReport
    names: tuple[str, str]
    case: Case

    @property
    def keys(self) -> list[str]:
        """The figures that it is about, as ``settle`` takes them."""
        sha256 = self.report.summary.sha256
        return [figure_key(sha256, f"{start}-{end}") for start, end in spans_of(self.case)]

    @property
    def is_of_rulings(self) -> bool:
        """Whether two adjudicators ruled differently, rather than two reviewers decided so."""
        rulings = [ruling for rivals in self.report.rivals.values() for ruling in rivals]
        return self.case.one in rulings and self.case.other in rulings

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
            "rulings": self.is_of_rulings,
            "one": _side(self.names[0], case.one),
            "other": _side(self.names[1], case.other),
        }


def conflicts(store: Path) -> Iterator[Conflict]:
    """Every open case, report by report in the order of loading, in order of place.

    In a package to adjudicate those that were handed out, between A and B. Raises StoreError where there is
    no store; pages that nothing is read of are not looked at, which would take as long as all the rest.
    """
    require_store(store)
    with StoreReader(store) as reader:
        for sha256, case in handed_cases(reader):
            yield Conflict(reader.decided_report(reader.find_report_by_sha256(sha256)), SIDES, case)
        for summary in reader.summaries():
            if reader.verdicts.may_differ(summary.id):
                report = reader.decided_report(summary)
                found = [Conflict(report, names, case) for names, case in open_cases(report)]
                yield from sorted(found, key=lambda one: (one.case.start, one.case.end, one.names))


def disputes_among(found: Iterable[Conflict]) -> int:
    """How many questions the cases of one report are: several pairs may differ about one figure."""
    return len(list(linked((one.names, one.case) for one in found)))


def _side(name: str, word: FigureVerdict | None) -> dict[str, Any]:
    """What a reviewer says; ``says`` is null of who said nothing of the figure: read its section and did not
    find it where the case is one of existence.
    """
    if word is None:
        return {"reviewer": name, "says": None, "figure": None, "comment": None}
    saying = verdict_category(word)
    final = None if saying in ("rejected", "unfixed") else figure_fields(word.correction or word.figure)
    return {"reviewer": name, "says": saying, "figure": final, "comment": word.comment}
