"""Scores that must be reached: what ``--min-f1`` asks for and what an evaluation has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fzreview.errors import UsageError
from fzreview.work.scoring.evaluating import Evaluation

DEFAULT: Final = "strict"
METADATA: Final = "metadata"
STRUCTURE: Final = ("headings", "items", "fixes", "flags")
NAMES: Final = (
    "strict", "value", "detect", "span", "upper", "unit", "kind", "bound", "subject", *STRUCTURE, METADATA
)  # fmt: skip
"""``value`` is the relaxed F1, as in the table; the shares are those of matched figures."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A score with the least that it must be. ``reached`` is None where it could not be scored."""

    score: str
    wanted: float
    reached: float | None

    @property
    def held(self) -> bool:
        return self.reached is not None and self.reached >= self.wanted


def wanted_scores(written: str) -> dict[str, float]:
    """``0.97`` or ``strict=0.97,subject=0.9`` as score → least value. Raises UsageError for anything else."""
    wanted: dict[str, float] = {}
    for part in written.split(","):
        name, equals, number = part.strip().rpartition("=")
        score = name.strip() if equals else DEFAULT
        try:
            least = float(number)
        except ValueError:
            least = -1.0
        if score not in NAMES or not 0 <= least <= 1:
            raise UsageError("bad_minimum", value=written, known=" ".join(NAMES))
        wanted[score] = least
    return wanted


def thresholds(evaluation: Evaluation, wanted: Mapping[str, float]) -> list[Threshold]:
    """What was wanted beside what was reached, in the order in which it was asked for."""
    return [Threshold(score, least, _reached(evaluation, score)) for score, least in wanted.items()]


def _reached(evaluation: Evaluation, score: str) -> float | None:
    structure, figures = evaluation.structure, evaluation.figures
    if score == METADATA:
        return structure.metadata_share
    if score in STRUCTURE:
        return structure.tallies[score].told.f1 if score in structure.tallies else None
    if evaluation.truth.empty:
        return None
    agreement = figures.agreements.get(score)
    return figures.share(score) if agreement is None else agreement.told.f1
