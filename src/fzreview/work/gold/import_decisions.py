"""What a row of a gold file means as a decision in this store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast

from fzreview.domain.decisions.circumstances import ORDINARY, Circumstances
from fzreview.domain.decisions.verdict import Decision, reason_of_correction
from fzreview.domain.figures.figure import Figure, Kind
from fzreview.domain.gold.fields import GoldFields, gold_fields
from fzreview.domain.gold.returned import LABELS, REJECTED, ReturnedFigure, label_of
from fzreview.domain.reports.stored import StoredFigure
from fzreview.errors import InputRefused
from fzreview.review.steps.proposing import proposed
from fzreview.work.gold.cut_spans import refuse_cut
from fzreview.work.gold.import_reports import HeldReport, plain


@dataclass(frozen=True, slots=True)
class IntendedDecision:
    """A decision that the store should have about one figure after the import."""

    span_key: str
    reviewer: str
    at: str | None
    """When it was made, ISO 8601; None for now."""
    decision: Decision
    figure: Figure
    """The figure to add where the store has none with this span key."""
    extractor: str
    instead_of: Decision | None = None
    """The same reviewer's decision that was exported; replacing it is no conflict."""
    circumstances: Circumstances = ORDINARY
    elapsed_ms: int = 0
    settled: bool = False
    """Whether it is settled gold of all reviewers, not one reviewer's decision."""


def intended_decision(item: ReturnedFigure, held: HeldReport, editor: str) -> IntendedDecision:
    """The decision that a labelled span stands for; edits made in the other tool are the ``editor``'s.

    Raises InputRefused where a span cuts out something else, a field is impossible, or nothing stands there.
    """
    if item.label is not None and item.label not in LABELS:
        raise InputRefused("import_label", name=item.name, label=item.label, known=" ".join(LABELS))
    source = held.source
    if (
        item.end > len(source)
        or (item.surface or source[item.start : item.end]) != source[item.start : item.end]
    ):
        _refuse_span(item.name, held, item.start, item.end, item.surface or "")
    if item.row is None:
        return _made_elsewhere(item, held, editor)
    fields = gold_fields(item.name, item.row)
    for one in (fields.figure, fields.machine):
        if one is not None and source[one.start : one.end] != one.surface:
            _refuse_span(item.name, held, one.start, one.end, one.surface)
    as_exported = _as_exported(item.name, fields, held)
    if not _is_edited(item, fields):
        return as_exported
    return _edited(item, fields, as_exported, held, editor)


def _refuse_span(name: str, held: HeldReport, start: int, end: int, surface: str) -> None:
    found = held.source[start:end]
    raise InputRefused("import_span", name=name, start=start, end=end, surface=surface, found=found)


def _is_edited(item: ReturnedFigure, fields: GoldFields) -> bool:
    figure = fields.figure
    if (item.start, item.end) != (figure.start, figure.end):
        return True
    if item.label is not None and item.label != label_of(fields.decision, figure.kind):
        return True
    return bool(_changed(item, figure))


def _changed(item: ReturnedFigure, figure: Figure) -> dict[str, Any]:
    """The fields whose values in the other tool differ from the exported ones."""
    return {field: told for field, told in item.told.items() if told != getattr(figure, field)}


def _as_exported(name: str, fields: GoldFields, held: HeldReport) -> IntendedDecision:
    figure, machine = fields.figure, fields.machine
    stored = (held.figure(machine.span_key) if machine else None) or held.figure(figure.span_key)
    if stored is None and machine is not None and fields.decision == "rejected":
        raise InputRefused("import_no_figure", name=name, start=figure.start, end=figure.end)
    if fields.decision == "rejected":
        decision = Decision("wrong", "not_a_figure", fields.reason_class, comment=fields.comment)
    else:
        told = fields.reason if fields.decision == "corrected" and fields.reason != "not_a_figure" else None
        decision = _accepting(stored, figure, fields.comment)
        if decision.verdict == "wrong" and told is not None:
            decision = replace(decision, reason=told)
    span_key = figure.span_key if stored is None else stored.span_key
    return IntendedDecision(
        span_key,
        held.person("figure", span_key, fields.reviewer, fields.decided_at),
        fields.decided_at,
        decision,
        figure,
        fields.extractor,
        circumstances=fields.circumstances,
        elapsed_ms=fields.elapsed_ms,
        settled=fields.source is not None,
    )


def _accepting(stored: StoredFigure | None, figure: Figure, comment: str | None) -> Decision:
    """The decision that a stored or new figure is one, with these fields."""
    if stored is None or stored.origin == "reviewer":
        return Decision("verified", correction=figure, comment=comment)
    if plain(stored.figure) == figure:
        return Decision("verified", comment=comment)
    reason = reason_of_correction(stored.figure, figure) or "span"
    return Decision("wrong", reason, correction=figure, comment=comment)


def _edited(
    item: ReturnedFigure, fields: GoldFields, as_exported: IntendedDecision, held: HeldReport, editor: str
) -> IntendedDecision:
    own = editor == as_exported.reviewer
    comment = fields.comment if own else None
    if item.label == REJECTED:
        decision = Decision("wrong", "not_a_figure", comment=comment)
        figure = fields.figure
    else:
        figure = _refitted(item, fields.figure, held)
        decision = _accepting(held.figure(as_exported.span_key), figure, comment)
    span_key = as_exported.span_key
    if held.figure(span_key) is None:
        if item.label == REJECTED:
            raise InputRefused("import_no_figure", name=item.name, start=item.start, end=item.end)
        span_key = figure.span_key
    return replace(
        as_exported,
        span_key=span_key,
        reviewer=editor,
        at=None,
        decision=decision,
        figure=figure,
        extractor=held.report.extractor,
        instead_of=as_exported.decision if own else None,
        circumstances=ORDINARY,
        elapsed_ms=0,
        settled=False,
    )


def _refitted(item: ReturnedFigure, figure: Figure, held: HeldReport) -> Figure:
    """The figure after its span or label was changed in another tool."""
    kind = figure.kind if item.label is None else cast(Kind, item.label)
    told = _changed(item, figure)
    if (item.start, item.end) == (figure.start, figure.end):
        return replace(figure, kind=kind, **told)
    marked = _marked(item, held, kind)
    if (marked.value, marked.upper) == (figure.value, figure.upper):
        # The number is the same one: what was said of it still holds.
        marked = replace(marked, bound=figure.bound, subject=figure.subject)
    return replace(marked, **told)


def _marked(item: ReturnedFigure, held: HeldReport, kind: Kind) -> Figure:
    """A figure on a span that somebody marked; its other fields as the reading proposes them."""
    refuse_cut(item, held)
    reading = held.report.reading
    figure = proposed(reading, (item.start, item.end))
    if not figure.value and not item.told.get("value"):
        surface = held.source[item.start : item.end]
        raise InputRefused("import_no_number", name=item.name, surface=surface)
    start, end = reading.clean.clean_span(item.start, item.end)
    return replace(
        plain(figure),
        start=item.start,
        end=item.end,
        surface=held.source[item.start : item.end],
        text="".join(reading.clean.text[start:end].split()),
        kind=kind,
    )


def _made_elsewhere(item: ReturnedFigure, held: HeldReport, editor: str) -> IntendedDecision:
    """The decision of a span that has none of our fields: about the figure there, or a missed figure."""
    span_key = f"{item.start}-{item.end}"
    stored = held.figure(span_key)
    if item.label == REJECTED:
        if stored is None:
            raise InputRefused("import_no_figure", name=item.name, start=item.start, end=item.end)
        decision = Decision("wrong", "not_a_figure")
        return IntendedDecision(span_key, editor, None, decision, plain(stored.figure), stored.extractor)
    kind = cast(Kind, item.label)
    if stored is not None:
        figure = replace(plain(stored.figure), kind=kind, **item.told)  # type: ignore[arg-type]  # checked
    else:
        figure = replace(_marked(item, held, kind), **item.told)  # type: ignore[arg-type]  # checked
        undecided = [
            one for one in held.overlapping(item.start, item.end) if one.origin == "machine" and not one.held
        ]
        if len(undecided) == 1:
            stored, span_key = undecided[0], undecided[0].span_key
    decision = _accepting(stored, figure, None)
    return IntendedDecision(span_key, editor, None, decision, figure, held.report.extractor)
