"""What seeing the machine's answer does: figures typed in without it against figures judged with it.

Two who both saw the machine's answer agree partly because of it. The gap between how often the machine is
found wrong by those who did not see it and by those who did is what their agreement owes to the machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

from fzreview.scoring.bootstrap import draws, interval_of
from fzreview.scoring.rates import Interval, Rate


@dataclass(frozen=True, slots=True)
class Keyed:
    """A machine figure with its final decision."""

    report: str
    keyed: bool
    """Whether the value was typed in without seeing the machine's."""
    differs: bool
    """Whether it came out otherwise than the machine has it."""


@dataclass(frozen=True, slots=True)
class KeyingGap:
    """How much more often the machine is found wrong where it was not seen."""

    keyed: Rate
    """Machine figures that came out otherwise, of those typed in blind."""
    shown: Rate
    """The same of those judged with the machine's answer."""
    interval: Interval | None
    """Of the gap; None where either sort is missing."""

    @property
    def gap(self) -> float | None:
        """None where either sort is missing."""
        if self.keyed.share is None or self.shown.share is None:
            return None
        return self.keyed.share - self.shown.share


def keying_gap(figures: Iterable[Keyed]) -> KeyingGap:
    """Compare them; the interval holds over other reports like these.

    It is the wider of two: the bootstrap's over reports, which knows that reports differ, and the one out of
    the exact intervals of both rates, which holds where reports or errors are few and draws hardly vary.
    """
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in figures:
        of_report = counts[one.report]
        of_report[0 if one.keyed else 2] += one.differs
        of_report[1 if one.keyed else 3] += 1
    rows = [tuple(counts[report]) for report in sorted(counts)]
    keyed, shown = (Rate(sum(row[at] for row in rows), sum(row[at + 1] for row in rows)) for at in (0, 2))
    told = KeyingGap(keyed, shown, None)
    if told.gap is None:
        return told
    gaps = []
    for drawn in draws(len(rows)):
        sums = [sum(column) for column in zip(*(rows[place] for place in drawn), strict=True)]
        if sums[1] and sums[3]:
            gaps.append(sums[0] / sums[1] - sums[2] / sums[3])
    ends = interval_of(gaps, told.gap, len(rows)), _of_rates(keyed, shown, told.gap)
    return KeyingGap(keyed, shown, (min(low for low, _ in ends), max(high for _, high in ends)))


def _of_rates(one: Rate, other: Rate, gap: float) -> Interval:
    """The interval of a difference of two rates out of their own exact ones (Newcombe 1998, method 10)."""
    (one_low, one_high), (other_low, other_high) = one.interval, other.interval
    assert one.share is not None and other.share is not None
    below = hypot(one.share - one_low, other_high - other.share)
    above = hypot(one_high - one.share, other.share - other_low)
    return gap - below, gap + above
