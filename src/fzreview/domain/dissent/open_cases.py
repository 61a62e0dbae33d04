"""The cases of one report that nobody has settled, between every two of its reviewers or adjudicators."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.final_verdicts import FinalVerdicts, ReportVerdicts
from fzreview.domain.dissent.cases import Case, dissent_of
from fzreview.domain.dissent.contradictions import Span, claim_of_verdict

Names = tuple[str, str]


def reviewers_of(report: ReportVerdicts) -> list[str]:
    """Everybody who has a final word in it, in order of name."""
    return sorted({one.reviewer for one in report.verdicts} | {one.reviewer for one in report.read})


def open_cases(report: ReportVerdicts) -> Iterator[tuple[Names, Case]]:
    """Two names in order, and a case between them of which no figure's words are settled.

    First those of one reviewer who says different things on different machines: both names are theirs. Last
    those of adjudicators who hold different things of one figure.
    """
    for (name, span), others in report.torn.items():
        if span not in report.rulings:
            held = next(one for one in report.verdicts if one.reviewer == name and one[:2] == span)
            yield from (((name, name), case) for other in others for case in _own(held, other))
    words = [FinalVerdicts.of_report(report, name) for name in reviewers_of(report)]
    for one, other in combinations(words, 2):
        for case in dissent_of(one, other).cases:
            if not all(span in report.rulings for span in spans_of(case)):
                yield (one.reviewer, other.reviewer), case
    for rivals in report.rivals.values():
        for pair in combinations(rivals, 2):
            first, second = (FinalVerdicts(ruling.reviewer, (ruling,)) for ruling in pair)
            yield from (((first.reviewer, second.reviewer), case) for case in dissent_of(first, second).cases)


def _own(held: FigureVerdict, other: FigureVerdict | None) -> Iterator[Case]:
    """The case that a reviewer makes with themself; ``other`` is None where that word was taken back."""
    if other is None:
        yield Case(held.start, held.end, "own", held, None, ("own",))
        return
    one, also = (FinalVerdicts(held.reviewer, (word,)) for word in (held, other))
    yield from (case for case in dissent_of(one, also).cases if not is_doubt(case))


def is_doubt(case: Case) -> bool:
    """Whether somebody is unsure or waits for a fix, and nobody says otherwise."""
    if case.one is None or case.other is None:
        return "open" in case.fields
    alike = claim_of_verdict(case.one) == claim_of_verdict(case.other)
    return "open" in case.fields and alike and case.one[:2] == case.other[:2]


def disputed_spans(report: ReportVerdicts) -> frozenset[Span]:
    """Spans of the figures that are in no gold until somebody settles them, as they were extracted or added.

    Those that an open case is about, also figures that answer each other without sharing a span, and those of
    which one reviewer says different things on different machines. Wordings of a subject that are alike are
    no case; a doubt that nobody contradicts is one, but no dispute: its figure is open.
    """
    return frozenset(span for _, case in open_cases(report) if not is_doubt(case) for span in spans_of(case))


def spans_of(case: Case) -> list[Span]:
    """The figures that it is about, each once."""
    sides = (case.one, case.other)
    return list(dict.fromkeys((side.start, side.end) for side in sides if side is not None))
