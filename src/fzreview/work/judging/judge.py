"""A verdict without a screen, recorded just as the desk records one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from fzreview.domain.decisions.verdict import Reason, RejectionClass
from fzreview.domain.figures.figure import BOUNDS, KINDS, Figure
from fzreview.domain.figures.keys import parse_figure_key
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.stored import ReportSummary, StoredFigure
from fzreview.errors import StoreError, UsageError
from fzreview.review.session import Session
from fzreview.review.steps.correcting import InvalidCorrection, parse_value
from fzreview.review.steps.step import Step
from fzreview.review.undo_history import UndoHistory, reversible_entries_of
from fzreview.store.reader import StoreReader
from fzreview.work.judging.reviewing import Review

Judgement = Literal["verified", "wrong", "unsure", "undo"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judgement left behind."""

    report: ReportSummary
    figure: StoredFigure
    changed: bool
    """False where the figure held just this decision already."""


def judge(
    store: Path,
    reviewer: str,
    key: str,
    judgement: Judgement,
    reason: Reason | None = None,
    reason_class: RejectionClass | None = None,
    fields: Mapping[str, str] | None = None,
    start: int | None = None,
    end: int | None = None,
) -> Judged:
    """Decide on the figure ``key``. ``fields`` (value, upper, unit, kind, bound, subject) make a correction,
    and so does another ``start`` or ``end``, in code points of the source.

    A class makes the reason ``not_a_figure``; the reason of a correction is the first field that differs.
    Raises UsageError for an unreadable key, impossible fields, what does not go together or a hidden value
    that is not keyed, StoreError when there is no such figure, Conflict when it was decided elsewhere
    meanwhile.
    """
    corrects = bool(fields) or start is not None or end is not None
    reason = _checked_reason(judgement, reason, reason_class, corrects)
    parsed = parse_figure_key(key)
    if parsed is None:
        raise UsageError("bad_key", key=key)
    review = Review(store, reviewer)
    try:
        with StoreReader(store) as reader:
            report = reader.report(reader.find_report_by_sha256(parsed.report))
        session = review.session
        session.open(report, parsed.span)
        current = session.current_figure
        if current is None or current.span_key != parsed.span:
            raise StoreError("figure_missing", figure=key)
        if current.hidden and (judgement == "verified" or (corrects and "value" not in (fields or {}))):
            raise UsageError("blind_value", figure=key)
        if judgement == "undo":
            step = _undo(review, parsed.span)
        elif corrects:
            step = _corrected(session, fields or {}, start, end)
        else:
            step = session.figure_steps.decide(judgement, reason, reason_class)
        if step is None:
            return Judged(report.summary, current, changed=False)
        review.writer.record_all(step.entries).result()
        session.accept(step)
        index = session.index_of(parsed.span)
        return Judged(report.summary, current if index is None else session.figure(index), changed=True)
    finally:
        review.writer.close()


def _undo(review: Review, span: str) -> Step | None:
    session = review.session
    with StoreReader(review.path) as reader:
        history = [
            entry
            for entry in reader.journal.history(session.report.summary.sha256, span)
            if entry.reviewer == session.reviewer
        ]
        lasting = [entry for entry in history if entry.action != "reextracted"]
        last = UndoHistory(reversible_entries_of(lasting)).undoable
        if last is None or not (entries := reader.journal.reversible_entries_of(last)):
            raise UsageError("nothing_to_undo", figure=span, reviewer=session.reviewer)
        return session.undo_steps.undo(*entries, others=review.others_of(entries))


def _checked_reason(
    judgement: Judgement, reason: Reason | None, reason_class: RejectionClass | None, has_fields: bool
) -> Reason | None:
    """The reason, ``not_a_figure`` where only its class is given. Raises UsageError for contradictions."""
    if judgement != "wrong" and (reason or reason_class or has_fields):
        raise UsageError("fields_need_wrong")
    if reason_class is not None:
        if reason not in (None, "not_a_figure"):
            raise UsageError("class_needs_rejection")
        reason = "not_a_figure"
    if reason == "not_a_figure" and has_fields:
        raise UsageError("rejection_has_no_fields")
    return reason


def _corrected(
    session: Session, fields: Mapping[str, str], start: int | None, end: int | None
) -> Step | None:
    current = session.current_figure
    assert current is not None
    figure = _moved(session.report.reading, current.shown, start, end)
    return session.figure_steps.correct(replace(figure, **checked_fields(fields, figure)))


def _moved(reading: Reading, figure: Figure, start: int | None, end: int | None) -> Figure:
    """The figure at another span, its other fields kept. Raises UsageError for a span outside the source."""
    first, last = figure.start if start is None else start, figure.end if end is None else end
    if not 0 <= first < last <= len(reading.source):
        raise UsageError("bad_field", field="start / end", value=f"{first}-{last}")
    begin, stop = reading.clean.clean_span(first, last)
    text = "".join(reading.clean.text[begin:stop].split())
    return replace(figure, start=first, end=last, surface=reading.source[first:last], text=text)


def checked_fields(fields: Mapping[str, str], figure: Figure) -> dict[str, Any]:
    """Typed fields as ``figure`` can hold them. Raises UsageError naming the impossible one."""
    checked = _checked(fields)
    value, upper = checked.get("value", figure.value), checked.get("upper", figure.upper)
    if upper is not None and (not value or Decimal(upper) <= Decimal(value)):
        raise UsageError("bad_field", field="upper", value=upper)
    return checked


def _checked(fields: Mapping[str, str]) -> dict[str, Any]:
    checked: dict[str, Any] = {name: typed.strip() for name, typed in fields.items()}
    if "value" in checked:
        checked["value"], upper = _number("value", checked["value"])
        checked.setdefault("upper", upper)
    if checked.get("upper"):
        checked["upper"], above = _number("upper", checked["upper"])
        if above is not None:
            raise UsageError("bad_field", field="upper", value=fields["upper"])
    elif "upper" in checked:
        checked["upper"] = None
    for name, allowed in (("kind", KINDS), ("bound", BOUNDS)):
        if name in checked and checked[name] not in allowed:
            raise UsageError("bad_field", field=name, value=checked[name])
    if checked.get("subject") == "":
        raise UsageError("bad_field", field="subject", value="")
    return checked


def _number(field: str, typed: str) -> tuple[str, str | None]:
    """``(value, upper)`` of what was typed. Raises UsageError where it is no number."""
    try:
        parsed = parse_value(typed)
    except InvalidCorrection as refused:
        raise UsageError("bad_field", field=field, value=typed) from refused
    if parsed is None:
        raise UsageError("bad_field", field=field, value=typed)
    return parsed
