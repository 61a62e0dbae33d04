"""The cases of one report that nobody has settled, between every two of its reviewers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fzreview.domain.contradictions import Span
from fzreview.domain.decided import DecidedReport
from fzreview.measuring.cases import Case, dissent_of
from fzreview.measuring.words import Words

Names = tuple[str, str]


def reviewers_of(report: DecidedReport) -> list[str]:
    """Everybody who has a final word in it, in order of name."""
    return sorted({one.reviewer for one in report.verdicts} | {one.reviewer for one in report.read})


def open_cases(report: DecidedReport) -> Iterator[tuple[Names, Case]]:
    """Two names in order, and a case between them of which no figure's words are settled."""
    words = [Words.of_report(report, name) for name in reviewers_of(report)]
    for one, other in combinations(words, 2):
        for case in dissent_of(one, other).cases:
            if not all(span in report.rulings for span in spans_of(case)):
                yield (one.reviewer, other.reviewer), case


def disputed_spans(report: DecidedReport) -> frozenset[Span]:
    """Spans of the figures that are in no gold until somebody settles them, as they were extracted or added.

    Those that an open case is about, also figures that answer each other without sharing a span, and those of
    which one reviewer says different things on different machines. Wordings of a subject that are alike are
    no case, though ``report.disputed`` tells them apart.
    """
    torn = report.torn - report.rulings.keys()
    return torn.union(span for _, case in open_cases(report) for span in spans_of(case))


def crossed_spans(report: DecidedReport) -> frozenset[Span]:
    """Spans of the figures that a word about one at another span speaks against, or silence about them."""
    return frozenset(
        span
        for _, case in open_cases(report)
        if len(spans_of(case)) > 1 or ("existence" in case.fields and None in (case.one, case.other))
        for span in spans_of(case)
    )


def spans_of(case: Case) -> list[Span]:
    """The figures that it is about, each once."""
    sides = (case.one, case.other)
    return list(dict.fromkeys((side.start, side.end) for side in sides if side is not None))
