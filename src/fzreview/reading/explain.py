"""Why a report was read as it was: the rules behind each figure, candidate and excluded numeral."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fzreview.domain.extracting.trace import Fired, listening
from fzreview.domain.reports.reading_rows import Row
from fzreview.domain.reports.report import Reading
from fzreview.reading.read import read_report
from fzreview.reading.rulebook import rulebook


@dataclass(frozen=True, slots=True)
class Explanation:
    """Ids of rules; offsets are code points of the source."""

    figures: tuple[tuple[str, ...], ...]
    """The rules of each figure of the reading, in the order in which they decided."""
    candidates: tuple[tuple[str, ...], ...]
    """The rules of each candidate."""
    excluded: tuple[Fired, ...]
    """What was taken for no figure, each with the rule that says so."""
    others: tuple[Fired, ...]
    """What fired elsewhere: repairs, headings, metadata."""


def explain(source: str) -> tuple[Reading, Explanation]:
    """Read a decoded report once more and tell which rules decided."""
    with listening() as told:
        reading = read_report(source)
    figures = _Places([(figure.start, figure.end) for figure in reading.figures])
    candidates = _Places(reading.candidates)
    excluded, others = [], []
    for fired in told:
        placed = _in_source(reading, fired)
        area = fired.rule.partition(".")[0]
        if area in OF_NUMERALS and (figures.add(placed) or candidates.add(placed)):
            continue
        if area == "numeral":
            excluded.append(placed)
        elif area not in OF_NUMERALS:
            others.append(placed)
    return reading, Explanation(figures.rules(), candidates.rules(), tuple(excluded), tuple(others))


def rules_at(source: str) -> tuple[Fired, ...]:
    """Every rule about a numeral with the place of its figure, its candidate or the excluded numeral."""
    reading, why = explain(source)
    figures = [(figure.start, figure.end) for figure in reading.figures]
    spans = (*zip(figures, why.figures, strict=True), *zip(reading.candidates, why.candidates, strict=True))
    return (*(Fired(rule, start, end) for (start, end), rules in spans for rule in rules), *why.excluded)


def explained_row(row: Row, source: str) -> Row:
    """The row of a report that the program's own rules read, with the rules that decided.

    ``rules`` stands in each figure; ``candidate_rules`` goes along with ``candidates``; ``excluded`` holds
    what is no figure, ``fired`` what the rules about other things than numerals did, ``rules`` the reasons.
    """
    _, why = explain(source)
    book = rulebook()
    ids = sorted(
        {rule for rules in (*why.figures, *why.candidates) for rule in rules}
        | {one.rule for one in (*why.excluded, *why.others)}
    )
    figures = [
        figure | {"rules": list(rules)} for figure, rules in zip(row["figures"], why.figures, strict=True)
    ]
    return row | {
        "figures": figures,
        "candidate_rules": [list(rules) for rules in why.candidates],
        "excluded": [_placed_row(one, source) for one in why.excluded],
        "fired": [_placed_row(one, source) for one in why.others],
        "rules": {rule: book[rule].reason for rule in ids},
    }


def _placed_row(one: Fired, source: str) -> Row:
    return {"start": one.start, "end": one.end, "surface": source[one.start : one.end], "rule": one.rule}


OF_NUMERALS: Final = frozenset(("numeral", "bound", "unit", "subject"))
"""Areas whose rules decide about a numeral; all others are told with their own places."""


def _in_source(reading: Reading, fired: Fired) -> Fired:
    if fired.rule.startswith("repair."):
        return fired
    start, end = fired.start, fired.end
    if end <= start:
        offset = reading.clean.source_offset(start)
        return fired._replace(start=offset, end=offset)
    start, end = reading.clean.source_span(start, end)
    return fired._replace(start=start, end=end)


class _Places:
    """Disjoint spans in rising order, each with the rules that decided about it."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]
        self._rules: list[dict[str, None]] = [{} for _ in spans]

    def add(self, fired: Fired) -> bool:
        """Keep the rule with the span that holds its start; False where none does."""
        index = bisect_right(self._starts, fired.start) - 1
        if index < 0 or fired.start >= self._spans[index][1]:
            return False
        self._rules[index][fired.rule] = None
        return True

    def rules(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(rules) for rules in self._rules)
