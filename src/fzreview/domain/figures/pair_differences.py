"""In which fields two figures differ of which one answers the other."""

from __future__ import annotations

from collections.abc import Container
from typing import Final, Literal

from fzreview.domain.figures.figure_rows import FIELDS, FigureRow
from fzreview.domain.figures.likeness import ALIKE_SUBJECTS, character_f1, number

FieldAspect = Literal["span", "value", "upper", "unit", "kind", "bound", "subject"]

EXACT: Final[tuple[FieldAspect, ...]] = ("span", "value", "upper", "unit", "kind", "bound")
"""Aspects of a matched figure that are either right or wrong; its subject is more or less alike."""


def differences_of(
    truth: FigureRow, guess: FigureRow, fields: Container[str] = FIELDS
) -> tuple[tuple[FieldAspect, ...], float]:
    """The ``fields`` in which they differ, and the likeness of their subjects, 0 where none is compared.

    Numbers are compared as numbers, a gloss at the end of a span is forgiven, and subjects that are worded
    alike are one.
    """
    wrong: list[FieldAspect] = []
    if truth.start != guess.start or (truth.end != guess.end and truth.bare_end != guess.bare_end):
        wrong.append("span")
    if truth.value != guess.value and "value" in fields and number(truth.value) != number(guess.value):
        wrong.append("value")
    if truth.upper != guess.upper and "upper" in fields and number(truth.upper) != number(guess.upper):
        wrong.append("upper")
    if truth.unit != guess.unit and "unit" in fields:
        wrong.append("unit")
    if truth.kind != guess.kind and "kind" in fields:
        wrong.append("kind")
    if truth.bound != guess.bound and "bound" in fields:
        wrong.append("bound")
    likeness = subject_f1(truth, guess.subject) if "subject" in fields else 0.0
    if likeness < ALIKE_SUBJECTS and "subject" in fields:
        wrong.append("subject")
    return tuple(wrong), likeness


def subject_f1(gold: FigureRow, subject: str) -> float:
    """The better character F1 against gold's two wordings."""
    best = character_f1(gold.subject, subject)
    return max(best, character_f1(gold.subject_alt, subject)) if gold.subject_alt else best
