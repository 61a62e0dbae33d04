"""Adjudicates a conflict: a ruling names the journal rows that it settles and holds while they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal
from uuid import uuid4

from fzreview.domain.decisions.circumstances import Circumstances, circumstances_of
from fzreview.domain.decisions.contesting import without_comment
from fzreview.domain.decisions.verdict import Decision, JournalEntry, RejectionClass
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.keys import figure_key, parse_figure_key
from fzreview.domain.reports.stored import StoredFigure
from fzreview.errors import StoreError, UsageError
from fzreview.review.steps.decisions import after_correction
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.judging.judge import checked_fields
from fzreview.work.keeping.safekeeping import require_undamaged
from fzreview.work.team.dissent.conflicts import conflicts
from fzreview.work.team.dissent.rulings import Rulings
from fzreview.work.team.packages.handed_cases import rests_of, side_of

Ruled = Literal["take", "verified", "wrong", "undo"]


@dataclass(frozen=True, slots=True)
class RulingRequest:
    """An adjudicator's ruling on a figure."""

    ruled: Ruled
    taken: str | None = None
    """The reviewer whose decision is to hold, for ``taken``."""
    reason_class: RejectionClass | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    """The fields of a decision of the adjudicator's own; ``wrong`` without any means that it is no figure."""
    gap: bool = False
    """Whether the case shows a gap of the annotation guide."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The result of a ruling."""

    decision: Decision | None
    """The decision now in force; None where a ruling was withdrawn."""
    changed: bool
    """False where the adjudicator's own ruling in force says the same already."""


def settle(store: Path, adjudicator: str, key: str, wanted: RulingRequest) -> Settled:
    """Rule on the figure ``key``.

    Raises UsageError for an unreadable key or impossible fields; StoreError where there is no such figure,
    nobody disputes it, who is to be taken said nothing of it, or there is nothing to take back.
    """
    parsed = parse_figure_key(key)
    if parsed is None:
        raise UsageError("bad_key", key=key)
    require_undamaged(store, rows=False)
    with StoreReader(store) as reader:
        summary = reader.find_report_by_sha256(parsed.report)
        # Read before the words themselves: what is said in between makes the ruling a Conflict.
        handed = rests_of(reader, summary.sha256, parsed.span)
        rests = handed or reader.verdicts.uuids_to_settle(summary.id, adjudicator).get(parsed.span, ())
        report = reader.report(summary)
        stored = next((one for one in report.figures if one.span_key == parsed.span), None)
        if stored is None:
            raise StoreError("figure_missing", figure=key)
        span = (stored.figure.start, stored.figure.end)
        side = side_of(reader, summary.sha256, stored, wanted.taken) if wanted.taken else None
        standing = reader.verdicts.adjudication(summary.id, *span, adjudicator)
        said = _last_ruling(reader.journal.history(summary.sha256, parsed.span), adjudicator, standing)
    if wanted.ruled == "undo":
        if standing is None:
            raise StoreError("settle_nothing", figure=key, reviewer=adjudicator)
        after = None
    elif not stored.disputed and standing is None and not _is_contested(store, summary.sha256, stored):
        raise StoreError("settle_undisputed", figure=key)
    else:
        after = side or _decision(stored, wanted, key)
        if said is not None and _is_so(said, stored, after, wanted, rests):
            return Settled(said.after, changed=False)
    told = Circumstances(gap=wanted.gap and after is not None)
    rulings = Rulings(adjudicator, uuid4().hex)
    entry = rulings.entry(report, stored.span_key, standing, after, rests, circumstances=told)
    with closing(StoreWriter(store)) as writer:
        writer.record(entry).result()
    return Settled(after, changed=True)


def _last_ruling(
    history: Sequence[JournalEntry], adjudicator: str, standing: Decision | None
) -> JournalEntry | None:
    """The entry by which an adjudicator holds what is ``standing``; None where that is nothing."""
    own = (one for one in reversed(history) if one.reviewer == adjudicator and one.rests is not None)
    return next((one for one in own if standing is not None and one.after == standing), None)


def _is_so(
    said: JournalEntry, stored: StoredFigure, after: Decision, wanted: RulingRequest, rests: Sequence[str]
) -> bool:
    """Whether a ruling says what is wanted, and holds: it is in force, or settles the words as they are now,
    as in a package that does not tell them."""
    same = without_comment(said.after) == after and circumstances_of(said.note).gap == wanted.gap
    in_force = stored.ruling is not None and stored.ruling.reviewer == said.reviewer
    return same and (in_force or set(said.rests or ()) == set(rests))


def _is_contested(store: Path, sha256: str, stored: StoredFigure) -> bool:
    """Whether a decision about another span contradicts it, such as an overlapping addition."""
    key = figure_key(sha256, stored.span_key)
    return any(key in one.keys for one in conflicts(store))


def _decision(stored: StoredFigure, wanted: RulingRequest, key: str) -> Decision:
    if wanted.ruled == "take":
        held = next((one for one in stored.held if one.reviewer == wanted.taken), None)
        if held is None or held.decision.verdict is None:
            raise StoreError("settle_no_word", figure=key, reviewer=wanted.taken)
        return replace(held.decision, comment=None)
    if wanted.ruled == "verified":
        return Decision("verified")
    if not wanted.fields:
        return Decision("wrong", "not_a_figure", wanted.reason_class)
    machine = replace(stored.figure, section=(), doubts=())
    fixed: Figure = replace(machine, **checked_fields(wanted.fields, machine))
    return after_correction(stored, None, fixed)[1]
