"""Figures in the order of doubt, each with the reasons for its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple, get_args

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Reading, Repair
from fzreview.domain.ties.tie import Alarm, Span, Tie

Reason = Literal["failed_tie", "alarm", "damage", "extractor", "rare_form", "rough_tie", "untied"]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
"""The strongest first."""

_WEIGHTS: Final[dict[Reason, int]] = {
    "failed_tie": 100,
    "alarm": 90,
    "damage": 30,
    "extractor": 20,
    "rare_form": 10,
    "rough_tie": 5,
    "untied": 4,
}
_SUSPECT: Final = 20
"""Weight from which on a figure is not an ordinary one."""
_NEAR: Final = 12
"""Characters between damaged text and a figure that may have suffered too."""
_DAMAGE: Final = frozenset(("mojibake", "torn_gloss", "spam"))
_SPOKEN: Final = re.compile("[一二三四五六七八九十百千]{2,}|[余多几]|[0-9][万亿][0-9]|分之")
_WHOLE_LARGE: Final = re.compile("(?<![0-9.])[0-9]+[万亿]")
_STRONG: Final = frozenset(("part_of_sum", "rate", "list_count", "same", "change", "average"))
_EVERY: Final = 3
"""Every so many-th figure of the order is an ordinary one."""


class Doubtful(NamedTuple):
    """A figure and why it stands where it stands, the strongest reason first; empty for an ordinary one."""

    figure: Figure
    reasons: tuple[Reason, ...]


def doubtful_order(
    reading: Reading, figures: Iterable[Figure], ties: Iterable[Tie], alarms: Iterable[Alarm]
) -> tuple[Doubtful, ...]:
    """All figures, the most doubtful first; of equals the one that no other figure vouches for first.

    Every third one is an ordinary figure, so that nobody gets used to finding each one wrong.
    """
    rows = tuple(figures)
    doubts = [Doubtful(figure, reasons) for figure, reasons in _with_reasons(reading, rows, ties, alarms)]
    ranked = sorted(doubts, key=lambda doubt: (-_weight(doubt), doubt.figure.start))
    suspects = [doubt for doubt in ranked if _weight(doubt) >= _SUSPECT]
    return tuple(_mixed(suspects, ranked[len(suspects) :]))


def _weight(doubt: Doubtful) -> int:
    return sum(_WEIGHTS[reason] for reason in doubt.reasons)


def _mixed(suspects: Sequence[Doubtful], ordinary: Sequence[Doubtful]) -> Iterable[Doubtful]:
    next_suspect = next_ordinary = 0
    for place in range(len(suspects) + len(ordinary)):
        wants_ordinary = place % _EVERY == _EVERY - 1 or next_suspect == len(suspects)
        if wants_ordinary and next_ordinary < len(ordinary):
            yield ordinary[next_ordinary]
            next_ordinary += 1
        else:
            yield suspects[next_suspect]
            next_suspect += 1


def _with_reasons(
    reading: Reading, figures: Sequence[Figure], ties: Iterable[Tie], alarms: Iterable[Alarm]
) -> Iterable[tuple[Figure, tuple[Reason, ...]]]:
    of_span: dict[Span, list[Tie]] = defaultdict(list)
    for tie in ties:
        for span in tie.spans:
            of_span[span].append(tie)
    alarmed = {alarm.span for alarm in alarms if alarm.level == "alarm"}
    damaged = _Damage(reading.repairs)
    units = Counter(figure.unit for figure in figures)
    for figure in figures:
        span = (figure.start, figure.end)
        own = of_span[span]
        found: set[Reason] = set()
        if any(tie.failed for tie in own):
            found.add("failed_tie")
        if span in alarmed:
            found.add("alarm")
        if damaged.is_near(span):
            found.add("damage")
        if figure.doubts:
            found.add("extractor")
        if _is_rare(figure, units):
            found.add("rare_form")
        if not any(tie.holds == "true" and tie.type in _STRONG for tie in own):
            found.add("rough_tie" if any(tie.holds == "approx" for tie in own) else "untied")
        yield figure, tuple(reason for reason in REASONS if reason in found)


def _is_rare(figure: Figure, units: Counter[str]) -> bool:
    """A range, a rough, spoken or round large number, or a unit that the report uses this once."""
    return (
        figure.upper is not None
        or _WHOLE_LARGE.search(figure.text) is not None
        or _SPOKEN.search(figure.text) is not None
        or (units[figure.unit] == 1 and sum(units.values()) > _NEAR)
    )


class _Damage:
    """Where text is damaged: places that were flagged, and torn bytes or foreign words that were mended."""

    def __init__(self, repairs: Iterable[Repair]) -> None:
        self._spans = sorted(
            (repair.start, repair.end)
            for repair in repairs
            if repair.raw is not None and (repair.auto == "flag" or repair.kind in _DAMAGE)
        )

    def is_near(self, span: Span) -> bool:
        # Spans of repairs hardly overlap, so that the neighbours of the place tell.
        place = bisect_left(self._spans, span)
        near = self._spans[max(0, place - 2) : place + 2]
        return any(start - _NEAR < span[1] and span[0] < end + _NEAR for start, end in near)
