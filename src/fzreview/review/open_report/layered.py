"""Layers (other extractions) aligned with the figures of the open report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from fzreview.domain.extracting.layers import (
    Aspect,
    LayerFigure,
    LayerReport,
    aligned,
    as_layer_figure,
    differing,
)
from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.open_report.candidates import Span

LayerOrder = Literal["disagreement", "confidence"]
LAYER_ORDERS: Final[tuple[LayerOrder, ...]] = get_args(LayerOrder)

_LACKING: Final = 3
_WEIGHTS: Final[Mapping[Aspect, int]] = {
    "span": 2,
    "value": 2,
    "unit": 2,
    "kind": 2,
    "bound": 2,
    "subject": 1,
}
"""How much a field weighs in the order by disagreement: subjects are worded in many ways."""


@dataclass(frozen=True, slots=True)
class Dissent:
    """A layer that disagrees about a figure."""

    label: str
    found: LayerFigure | None
    """None where the layer looked at the whole report and found nothing there."""
    fields: tuple[Aspect, ...] = ()

    @property
    def weight(self) -> int:
        """How far it is from the figure."""
        return _LACKING if self.found is None else sum(_WEIGHTS[name] for name in self.fields)


@dataclass(frozen=True, slots=True)
class Missed:
    """A figure that only layers found."""

    label: str
    """The first of them."""
    found: LayerFigure

    @property
    def span(self) -> Span:
        return self.found.figure.start, self.found.figure.end


class Layered:
    """The layers of one report, aligned with its figures."""

    def __init__(self, layers: Sequence[LayerReport], figures: Sequence[StoredFigure]) -> None:
        self._layers = layers
        self.align(figures)

    def align(self, figures: Sequence[StoredFigure]) -> None:
        """Align the layers again after figures were added or removed; ``figures`` in order of ``start``."""
        extracted = [stored.figure for stored in figures]
        self._found: list[dict[str, LayerFigure]] = []
        missed: dict[Span, Missed] = {}
        for layer in self._layers:
            found: dict[str, LayerFigure] = {}
            for at, beside in aligned(extracted, [one.figure for one in layer.figures]):
                if at is not None and beside is not None:
                    found[figures[at].span_key] = layer.figures[beside]
                elif beside is not None:
                    one = Missed(layer.label, layer.figures[beside])
                    missed.setdefault(one.span, one)
            self._found.append(found)
        taken = [*((one.start, one.end) for one in extracted)]
        taken += [(stored.shown.start, stored.shown.end) for stored in figures]
        self._missed = _apart([missed[span] for span in sorted(missed)], sorted(taken))
        orders = LAYER_ORDERS if self._layers else ()
        self._orders: dict[str, tuple[str, ...]] = {name: self._ordered(name, figures) for name in orders}

    def dissents(self, stored: StoredFigure) -> tuple[Dissent, ...]:
        """The layers that disagree about a figure as corrected, in order of name.

        None of a figure whose value is hidden: they would tell it.
        """
        if stored.hidden:
            return ()
        return self._dissents(stored.span_key, as_layer_figure(stored.shown))

    def next_missed(self, offset: int, but: Callable[[Span], bool]) -> Missed | None:
        """The first figure after a source offset, wrapping around, that only layers found.

        None whose span ``but`` rules out.
        """
        open_ones = [one for one in self._missed if not but(one.span)]
        behind = (one for one in open_ones if one.span[0] > offset)
        return next(behind, open_ones[0] if open_ones else None)

    def _dissents(self, key: str, standing: LayerFigure) -> tuple[Dissent, ...]:
        dissents: list[Dissent] = []
        for layer, found in zip(self._layers, self._found, strict=True):
            one = found.get(key)
            if one is None:
                if layer.whole:
                    dissents.append(Dissent(layer.label, None))
            elif fields := differing(standing, one):
                dissents.append(Dissent(layer.label, one, fields))
        return tuple(dissents)

    def confidence(self, key: str) -> float | None:
        """The lowest confidence that a layer has in the figure with this span key."""
        told = [one.confidence for found in self._found if (one := found.get(key)) is not None]
        return min((value for value in told if value is not None), default=None)

    def order(self, name: str) -> Sequence[str] | None:
        """Span keys in an order of layers, those first that are to be looked at; None for another order.

        It follows what was extracted, so that deciding does not turn it over.
        """
        return self._orders.get(name)

    def _ordered(self, name: LayerOrder, figures: Sequence[StoredFigure]) -> tuple[str, ...]:
        if name == "confidence":
            sure = [(self.confidence(one.span_key), one.span_key) for one in figures]
            known = [(value, key) for value, key in sure if value is not None]
            return tuple(key for _, key in sorted(known, key=lambda pair: pair[0]))
        weights = [
            (sum(each.weight for each in self._dissents(one.span_key, as_layer_figure(one.figure))), one)
            for one in figures
        ]
        ranked = sorted((pair for pair in weights if pair[0]), key=lambda pair: -pair[0])
        return tuple(one.span_key for _, one in ranked)


def _apart(missed: Sequence[Missed], taken: Sequence[Span]) -> tuple[Missed, ...]:
    """Those that share no character with a figure; both in order of ``start``."""
    apart: list[Missed] = []
    at, reached = 0, 0
    for one in missed:
        start, end = one.span
        while at < len(taken) and taken[at][0] < end:
            reached = max(reached, taken[at][1])
            at += 1
        if reached <= start:
            apart.append(one)
    return tuple(apart)
