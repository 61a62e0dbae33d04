"""How far two reviewers agree, as far as both looked at the same.

Figures are compared by the engine of an evaluation, the one as gold and the other as prediction; F1 is the
same either way. A figure of one counts where the other decided about it or read the section completely:
elsewhere the other has said nothing. Who finds more (zeal) is told apart from who judges otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.final_verdicts import (
    SharedReport,
    VerdictCategory,
    final_figure_row,
    verdict_category,
)
from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.measuring.capture import Capture
from fzreview.measuring.coefficients import Coefficient, Concord, concord
from fzreview.measuring.recall import capture_of
from fzreview.measuring.silence import known_by
from fzreview.scoring.figure_scores import ASPECTS, FigureScores, score_figures
from fzreview.scoring.intervals import Intervals, intervals
from fzreview.scoring.rates import Interval, Rate

FIELDS: Final = tuple(aspect for aspect in ASPECTS if aspect not in ("missed", "spurious"))
"""What is compared of a figure that both have."""

WORDED: Final = ("unit", "kind", "bound")
"""Fields that are one of a few words, so that there is agreement beyond chance."""


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """A field of the figures that both have."""

    same: Rate
    """Of the subject: alike enough, character F1 of 0.8 or more."""
    alpha: Coefficient | None
    """None for a field that is not one of a few words."""


@dataclass(frozen=True, slots=True)
class Conduct:
    """How a reviewer's words in the shared reports came about."""

    decided: int
    hasty: int
    bulk: int
    imported: int


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Everything that is told of two reviewers. Two-part fields are of the one and of the other."""

    reviewers: tuple[str, str]
    reports: int
    scores: FigureScores
    """The one as gold, the other as prediction."""
    intervals: Intervals | None
    """Of the scores; None where nothing was compared."""
    only: tuple[int, int]
    """Figures that one has and the other, who looked, has not."""
    unseen: tuple[int, int]
    """Figures where the other did not look: not compared."""
    sayings: Mapping[tuple[VerdictCategory, VerdictCategory], int]
    """What each said of a figure of the machine → how many; the most frequent first."""
    judged: Concord
    """Over those."""
    fields: Mapping[str, FieldAgreement]
    conduct: tuple[Conduct, Conduct]
    added: Capture
    """What each added where both read completely: how many there are at the least that the machine missed."""

    def f1_interval(self, name: str) -> Interval | None:
        """The interval of an F1 (``strict``, ``value``, ``detect``); None where nothing was compared."""
        return None if self.intervals is None else self.intervals.sides[0][f"{name}.f1"]

    @property
    def shown(self) -> int:
        """Figures that both judged with the machine's answer before them: agreement that the machine made."""
        return self.judged.same.of


def agreement_of(reviewers: tuple[str, str], reports: Iterable[SharedReport]) -> PairAgreement:
    """Compare two reviewers over the reports that they share."""
    reports = list(reports)
    ones: list[FigureRow] = []
    others: list[FigureRow] = []
    unseen = [0, 0]
    for report in reports:
        sides = (report.one, report.other)
        for number, rows in enumerate((ones, others)):
            known = known_by(sides[1 - number], report.figures)
            for word in sides[number].kept():
                row = final_figure_row(report.name, word)
                if known.holds(row):
                    rows.append(row)
                else:
                    unseen[number] += 1
    scores = score_figures(ones, others)
    said = [pair for report in reports for pair in _judged_by_both(report)]
    return PairAgreement(
        reviewers,
        len(reports),
        scores,
        intervals(scores),
        (scores.detect.gold - scores.matched, scores.detect.predicted - scores.matched),
        (unseen[0], unseen[1]),
        dict(Counter(said).most_common()),
        concord(said),
        {name: _field(scores, name) for name in FIELDS},
        (
            _conduct(word for report in reports for word in report.one.verdicts),
            _conduct(word for report in reports for word in report.other.verdicts),
        ),
        capture_of(reports),
    )


def _judged_by_both(report: SharedReport) -> Iterator[tuple[VerdictCategory, VerdictCategory]]:
    """What both said of each figure that the machine had found."""
    others = {word[:2]: word for word in report.other.verdicts}
    for word in report.one.verdicts:
        answer = others.get(word[:2])
        if answer is not None and word.origin == answer.origin == "machine":
            yield verdict_category(word), verdict_category(answer)


def _field(scores: FigureScores, name: str) -> FieldAgreement:
    matched = [one for one in scores.judged if one.matched]
    same = sum(name not in one.wrong for one in matched)
    alpha = None
    if name in WORDED:
        pairs: list[tuple[Hashable, Hashable]] = [
            (getattr(one.gold, name), getattr(one.predicted, name)) for one in matched
        ]
        alpha = concord(pairs).alpha
    return FieldAgreement(Rate(same, len(matched)), alpha)


def _conduct(words: Iterable[FigureVerdict]) -> Conduct:
    told = [word.circumstances for word in words]
    return Conduct(
        len(told),
        sum(one.hasty for one in told),
        sum(one.bulk is not None for one in told),
        sum(one.imported for one in told),
    )
