"""Decisions on figures of reports that are not open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from fzreview.domain.decisions.verdict import Action, Decision
from fzreview.domain.figures.alike import FigureInReport
from fzreview.review.steps.step import Step, StepFactory, mark_keyed

FiguresElsewhere = Mapping[tuple[str, str], FigureInReport]
"""(Report, span key) → the figure as stored."""


@dataclass(frozen=True, slots=True)
class PlannedDecision:
    """A figure of any report with the decision to record on it."""

    figure: FigureInReport
    action: Action
    after: Decision


NO_FIGURES_ELSEWHERE: Final[FiguresElsewhere] = MappingProxyType({})


def step_elsewhere(
    factory: StepFactory,
    figure: FigureInReport,
    action: Action,
    before: Decision | None,
    after: Decision | None,
    inverts: str | None = None,
) -> Step:
    """A step on a figure of another report, with the decisions of others that the reviewer has seen."""
    span = figure.stored.span_key
    step = factory.step(figure, "figure", span, action, before, after, None, inverts)
    step = mark_keyed(step) if figure.stored.hidden else step
    return replace(step, known_decisions={figure.key: figure.stored.held})
