"""Two predictions against the same gold, figure by figure."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, fsum, lgamma, log

from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.scoring.figure_scores import FigureScores, Judged


@dataclass(frozen=True, slots=True)
class Contrast:
    """One gold figure as both predictions have it."""

    gold: FigureRow
    first: Judged
    second: Judged


@dataclass(frozen=True, slots=True)
class Paired:
    """Where the strict hits of two predictions part. All tuples are in order of document and place."""

    both: int
    """Gold figures that both hit."""
    neither: int
    first_only: tuple[Contrast, ...]
    second_only: tuple[Contrast, ...]
    first_spurious: tuple[FigureRow, ...]
    """Spurious rows of the first whose spans are no spurious rows of the second."""
    second_spurious: tuple[FigureRow, ...]

    @property
    def p_value(self) -> float:
        """Of the exact two-sided sign test (McNemar) over the figures that only one of them hit."""
        return sign_test(len(self.first_only), len(self.second_only))


def compare(first: FigureScores, second: FigureScores) -> Paired:
    """Compare two predictions that were scored against the same gold rows."""
    both = neither = 0
    first_only: list[Contrast] = []
    second_only: list[Contrast] = []
    for one, other in zip(_asked(first), _asked(second), strict=True):
        if one.strict and other.strict:
            both += 1
        elif not (one.strict or other.strict):
            neither += 1
        else:
            (first_only if one.strict else second_only).append(Contrast(one.row, one, other))
    return Paired(
        both,
        neither,
        tuple(first_only),
        tuple(second_only),
        _spurious(first, second),
        _spurious(second, first),
    )


def sign_test(one: int, other: int) -> float:
    """The chance that fair coins fall at least as unevenly as ``one`` to ``other``; 1 for no coins."""
    coins = one + other
    whole = lgamma(coins + 1) - coins * log(2)
    tail = fsum(
        exp(whole - lgamma(heads + 1) - lgamma(coins - heads + 1)) for heads in range(min(one, other) + 1)
    )
    return min(1.0, 2 * tail)


def _asked(scores: FigureScores) -> list[Judged]:
    """The gold figures in an order that does not hang on the prediction; equal ones, hits first."""
    asked = [one for one in scores.judged if one.gold is not None]
    asked.sort(key=_order)
    return asked


def _order(one: Judged) -> tuple[str, int, int, str, str, str, bool]:
    row = one.row
    return row.doc, row.start, row.end, row.value, row.upper or "", row.unit, not one.strict


def _spurious(scores: FigureScores, other: FigureScores) -> tuple[FigureRow, ...]:
    spurious = [[one.row for one in side.judged if one.gold is None] for side in (scores, other)]
    known = {(row.doc, row.start, row.end) for row in spurious[1]}
    return tuple(row for row in spurious[0] if (row.doc, row.start, row.end) not in known)
