"""The same subject in other reports: other years, other places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from fzreview.checking.quantity import shown
from fzreview.checking.units import kindred
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.other_figure import OtherFigure
from fzreview.domain.ties.tie import Alarm, AlarmLevel

_ALIKE: Final = 0.72
"""Share of the neighbouring pairs of characters that two subjects of one fact have in common."""
_TEN_THOUSAND: Final = 10_000.0
_JUMPS: Final = ((10.0, 7.0, 14.0), (_TEN_THOUSAND, 5_000.0, 20_000.0))
"""A factor and the span of ratios that count as about that factor."""
_FILLER: Final = re.compile(
    "全年|年度|累计|共计|总计|截至目前|目前|今年以来|全[省市区县镇州]|我[省市区县镇州局]|[0-9〇一二三四五六七八九]{4}年|共|各类|各级"
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else the same subject is told."""

    other: OtherFigure
    alike: float
    """1 for the same subject."""
    times: float
    """This figure's value divided by the other one's; 0 where the other one is 0."""


class SubjectIndex:
    """Figures of other reports by the pairs of characters in their subjects, for many questions."""

    def __init__(self, others: Iterable[OtherFigure]) -> None:
        self._others = tuple(others)
        self._by_pair: dict[str, list[int]] = defaultdict(list)
        for index, other in enumerate(self._others):
            for pair in _pairs(other.subject):
                self._by_pair[pair].append(index)

    def near(self, subject: str) -> Iterator[OtherFigure]:
        """All whose subjects may be alike, and few others."""
        pairs = _pairs(subject)
        shared = Counter(index for pair in pairs for index in self._by_pair.get(pair, ()))
        return (self._others[index] for index, count in shared.items() if count >= _ALIKE * len(pairs))


def told_elsewhere(
    figure: Figure, place: str, year: int | None, others: Iterable[OtherFigure]
) -> tuple[Elsewhere, ...]:
    """The same subject in other reports: this place first, then the nearest years and wordings."""
    pairs = _pairs(figure.subject)
    found = []
    for other in others:
        if not (kindred(figure.unit, other.unit) and figure.kind == other.kind):
            continue
        alike = _likeness(pairs, _pairs(other.subject))
        if alike >= _ALIKE:
            found.append(Elsewhere(other, alike, _times(figure.value, other.value)))

    def order(elsewhere: Elsewhere) -> tuple[bool, int, float, str, int]:
        other = elsewhere.other
        years = abs((other.year or 0) - (year or 0))
        return not place or other.place != place, years, -elsewhere.alike, other.report, other.start

    return tuple(sorted(found, key=order))


def jump_across(figure: Figure, place: str, elsewhere: Sequence[Elsewhere], issuer: str = "") -> Alarm | None:
    """An alarm where the value is about ten or ten thousand times the other ones', or a part of that.

    The figures of the same issuer decide where there are any; of several, the one in the middle. A bureau's
    cases are not those of its government, though both tell the same place. A figure
    of a rate, a rank or a length of time does not jump, nor do a few cases more or less. That other places
    have ten times as many is only a notice: they may be larger.
    """
    if not may_jump(figure):
        return None
    own = [
        one
        for one in elsewhere
        if place and one.other.place == place and one.times > 0 and _one_issuer(issuer, one.other.issuer)
    ]
    compared = own or [one for one in elsewhere if one.times > 0]
    if not compared or (not own and len(compared) < _ENOUGH):
        return None
    usual = sorted(compared, key=lambda one: one.times)[(len(compared) - 1) // 2]
    factor = jump_of(usual.times)
    if factor is None or max(float(figure.value), float(usual.other.value)) < _FEWEST:
        return None
    params = {
        "where": f"{usual.other.place} {usual.other.year or ''}".strip(),
        "value": shown(float(usual.other.value)) + usual.other.unit,
        "times": shown(factor),
    }
    level: AlarmLevel = "alarm" if own or factor == _TEN_THOUSAND else "notice"
    return Alarm(figure.start, figure.end, "jump_across", tuple(sorted(params.items())), level)


def _one_issuer(one: str, other: str) -> bool:
    """Whether two names are of one issuer: 某区人民政府 and its 办公室; a report may tell none."""
    return one.startswith(other) or other.startswith(one)


def may_jump(figure: Figure) -> bool:
    """Whether the figure is one that can be ten times too large."""
    return figure.kind in ("count", "money", "measure") and figure.upper is None


def jump_of(times: float) -> float | None:
    """Ten or ten thousand where one value is about so many times the other one, whichever is larger."""
    size = max(times, 1 / times) if times > 0 else 0.0
    return next((factor for factor, low, high in _JUMPS if low <= size <= high), None)


_FEWEST: Final = 100
"""Below this, numbers grow tenfold in a year by themselves."""
_ENOUGH: Final = 3
"""Other places that together say what is usual."""


def _times(value: str, other: str) -> float:
    try:
        one, another = float(value), float(other)
    except ValueError:
        return 0.0
    return one / another if one > 0 and another > 0 else 0.0


def _pairs(subject: str) -> frozenset[str]:
    plain = _FILLER.sub("", subject) or subject
    return frozenset(plain[at : at + 2] for at in range(max(1, len(plain) - 1)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    either = one | other
    return len(one & other) / len(either) if either else 0.0
