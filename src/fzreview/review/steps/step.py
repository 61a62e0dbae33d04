"""Steps: journal entries that are made but not recorded yet, and their effect on figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol, get_args

from fzreview.domain.decisions.circumstances import Circumstances, circumstances_of
from fzreview.domain.decisions.claims import claim_of_decision, same_claim
from fzreview.domain.decisions.contesting import contests, only_comments
from fzreview.domain.decisions.verdict import Action, Decision, JournalEntry, Target, Verdict
from fzreview.domain.dissent.overruled import Against, Ruled
from fzreview.domain.figures.figure import GUIDE_VERSION
from fzreview.domain.reports.stored import HeldDecision, StoredFigure
from fzreview.review.session_stats.pace import Pace

MERE_VERDICTS: Final = frozenset(get_args(Verdict))
"""Actions that are a plain verdict on a figure, without correction or class."""

_HASTY_NOTE: Final = Circumstances(hasty=True).note


@dataclass(frozen=True, slots=True)
class EntryStamp:
    """What the caller supplies for a journal entry: id, time and elapsed time."""

    uuid: str
    at: str
    """ISO 8601 in UTC, milliseconds."""
    elapsed_ms: int


@dataclass(frozen=True, slots=True)
class Step:
    """One or several journal entries to be recorded in one transaction and undone together."""

    entries: tuple[JournalEntry, ...]
    """Never empty; several have the same ``batch``."""
    next_key: str | None
    """Span key of the figure that becomes current once the step is recorded."""
    known_decisions: Mapping[tuple[str, str], tuple[HeldDecision, ...]] = field(default_factory=dict)
    """(Report, span key) of figures of other reports → the decisions that the reviewer has seen on them."""

    @property
    def entry(self) -> JournalEntry:
        """The first entry."""
        return self.entries[0]

    @property
    def is_mere_verdict(self) -> bool:
        """Whether it is a plain verdict on one figure."""
        return len(self.entries) == 1 and self.entry.action in MERE_VERDICTS

    def entries_in(self, report: str) -> tuple[JournalEntry, ...]:
        """The entries about the report with this sha256."""
        return tuple(entry for entry in self.entries if entry.report == report)


class ReportIdentity(Protocol):
    """What a journal entry contains about its report."""

    @property
    def sha256(self) -> str: ...

    @property
    def extractor(self) -> str: ...


@dataclass(frozen=True, slots=True)
class StepFactory:
    """Creates the steps of one session."""

    reviewer: str
    session: str
    stamp: Callable[[], EntryStamp]
    pace: Pace

    def step(
        self,
        report: ReportIdentity,
        target: Target,
        span_key: str,
        action: Action,
        before: Decision | None,
        after: Decision | None,
        next_key: str | None,
        inverts: str | None = None,
    ) -> Step:
        """A step of one entry that replaces the decision ``before`` by ``after``."""
        stamp = self.stamp()
        entry = JournalEntry(
            uuid=stamp.uuid,
            at=stamp.at,
            reviewer=self.reviewer,
            session=self.session,
            action=action,
            report=report.sha256,
            figure=span_key,
            before=before,
            after=after,
            elapsed_ms=stamp.elapsed_ms,
            extractor=report.extractor,
            guide=GUIDE_VERSION,
            inverts=inverts,
            target=target,
            note=_HASTY_NOTE if self.pace.makes_hasty(action, stamp.elapsed_ms) else None,
        )
        return Step((entry,), next_key)


def merge_steps(steps: Sequence[Step], next_key: str | None, note: str | None = None) -> Step:
    """Merge steps into one, to be recorded and undone together; ``note`` replaces their notes."""
    entries = [step.entry for step in steps]
    if len(entries) > 1:
        batch = entries[0].uuid
        entries = [replace(entry, batch=batch) for entry in entries]
    if note is not None:
        entries = [replace(entry, note=note) for entry in entries]
    known_decisions = {key: held for step in steps for key, held in step.known_decisions.items()}
    return Step(tuple(entries), next_key, known_decisions)


def mark_proposed_by(step: Step | None, layer: str) -> Step | None:
    """The step with a note that its decision was taken from a layer."""
    if step is None:
        return None
    notes = (replace(circumstances_of(entry.note), proposed_by=layer).note for entry in step.entries)
    entries = (replace(entry, note=note) for entry, note in zip(step.entries, notes, strict=True))
    return Step(tuple(entries), step.next_key)


def mark_keyed(step: Step) -> Step:
    """The step with a note that the value was hidden and had to be keyed in."""
    return Step(
        tuple(
            replace(entry, note=replace(circumstances_of(entry.note), keyed=True).note)
            for entry in step.entries
        ),
        step.next_key,
    )


def with_decision(held: tuple[HeldDecision, ...], entry: JournalEntry) -> tuple[HeldDecision, ...]:
    """The decisions after an entry: the reviewer's own is replaced and becomes the latest."""
    others = tuple(one for one in held if one.reviewer != entry.reviewer)
    if entry.after is None:
        return others
    return (*others, HeldDecision(entry.reviewer, entry.at, entry.after))


def apply_entry(stored: StoredFigure, entry: JournalEntry) -> StoredFigure | None:
    """The figure after an entry.

    For an added figure without decisions: the extracted figure of the same span, or None.
    """
    added = entry.after.correction if entry.after else None
    if stored.origin == "machine" and added is not None and entry.before is None and _verifies(entry):
        # An undone addition made again, after an extractor has found the figure too.
        return StoredFigure(
            replace(added, section=stored.figure.section),
            "reviewer",
            entry.extractor,
            with_decision(stored.held, entry),
            beneath=replace(stored, held=()),
        )
    changed = replace(
        stored,
        held=with_decision(stored.held, entry),
        ruling=_ruling_after(stored, entry),
        contested_ruling=_contested_after(stored, entry),
        torn=stored.torn - {entry.reviewer},
        replaced=False,
        against=_after(stored.against, entry),
    )
    return changed.beneath if changed.origin == "reviewer" and not changed.held else changed


def _joins(stored: StoredFigure, entry: JournalEntry) -> bool:
    """Whether a reviewer without a verdict now agrees with the adjudication.

    Any other decision reopens the figure: it changes one that the ruling is based on, or contradicts it.
    """
    ruling, before = stored.ruling, stored.of(entry.reviewer)
    if ruling is None or entry.after is None or (before is not None and before.verdict is not None):
        return False
    said, ruled = (
        claim_of_decision(one, stored.figure, stored.origin) for one in (entry.after, ruling.decision)
    )
    return entry.after.verdict is not None and same_claim(said, ruled)


def _after(against: Against | None, entry: JournalEntry) -> Against | None:
    """The ruling against the reviewer, marked as contested or not after the entry."""
    if isinstance(against, Ruled) and not only_comments(entry):
        return replace(against, contested=contests(entry))
    return against


def _contested_after(stored: StoredFigure, entry: JournalEntry) -> HeldDecision | None:
    """The adjudication that is restored when the contest is undone."""
    if only_comments(entry):
        return stored.contested_ruling
    return stored.ruling if contests(entry) else None


def _ruling_after(stored: StoredFigure, entry: JournalEntry) -> HeldDecision | None:
    """The adjudication in force after an entry.

    A decision that changes one on which the adjudication is based, or contradicts it, reopens the dispute.
    Only undoing a contest restores it.
    """
    if _joins(stored, entry):
        return stored.ruling
    taken_back = entry.action == "undo" and entry.before == entry.after
    return stored.contested_ruling if taken_back else None


def _verifies(entry: JournalEntry) -> bool:
    return entry.after is not None and entry.after.verdict == "verified"
