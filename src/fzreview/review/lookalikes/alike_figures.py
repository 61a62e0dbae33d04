"""Figures alike to one that was corrected or rejected: the search pattern, and the decision for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from fzreview.domain.decisions import circumstances
from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.figures.alike import FigureInReport, Pattern, PatternKind
from fzreview.domain.figures.figure import Figure
from fzreview.review.lookalikes.slips import Slip, slips_of, with_fix, wording_pattern
from fzreview.review.steps.decisions import after_correction, after_verdict
from fzreview.review.steps.elsewhere import PlannedDecision

MAX_ALIKE: Final = 50
"""Figures that are offered at once: more than anybody reads in one go."""

_SAME_RULE: Final = ("unit", "kind", "bound", "factor")
"""Slips of how a wording was read: known again where wording and subject are the same."""

_TOLD_BY_WORDS: Final = ("article", "vague")
"""Classes of rejection that follow from the wording alone, whatever the context."""

_NEXT: Final = 2
"""Characters that must be the same beside what was wrong: behind a figure whose words alone do not tell, and
where words are cut off a subject or put before it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure that was corrected or rejected a moment ago, and by which entry."""

    origin: JournalEntry
    figure: FigureInReport


@dataclass(frozen=True, slots=True)
class AlikeOffer:
    """What could be decided like a figure that was judged."""

    origin: JournalEntry
    alikes: tuple[PlannedDecision, ...]

    @property
    def bulk_note(self) -> str:
        """The note of the journal entries, which refers to the origin."""
        return circumstances.alike_to(self.origin.uuid)


def can_have_alikes(entry: JournalEntry) -> bool:
    """Whether an entry is a correction or a rejection that others may be alike to."""
    is_wrong = entry.action in ("corrected", "not_a_figure")
    return is_wrong and entry.target == "figure" and entry.inverts is None


def pattern_of(machine: Figure, decision: Decision) -> Pattern | None:
    """What to look for; None where a decision says nothing of other figures."""
    if decision.correction is None:
        same_words = not any(character.isdecimal() for character in machine.text)
        kind: PatternKind = "text" if same_words else "subject"
        return Pattern(kind, machine.text, machine.subject, machine.unit, machine.kind)
    for slip in _slips(machine, decision.correction):
        if slip.kind in _SAME_RULE:
            return Pattern("subject", "", machine.subject, machine.unit, machine.kind)
        return Pattern("begins" if slip.kind == "begins" else "ends", _wrong(slip, machine), machine.subject)
    return None


def alike_to(judged: Judged, reviewer: str, found: Iterable[FigureInReport]) -> Iterator[PlannedDecision]:
    """Those of the found figures that have the same slip, with what would become of each."""
    machine, decision = judged.figure.stored.figure, judged.origin.after
    if decision is None or judged.figure.stored.hidden:
        return
    for figure in found:
        # What is to be keyed is settled by nothing else.
        if figure.key == judged.figure.key or figure.stored.status != "undecided" or figure.stored.hidden:
            continue
        stored = figure.stored
        if decision.correction is None:
            if _is_rejected_alike(judged.figure, decision, figure):
                held = stored.of(reviewer)
                action, after = after_verdict(stored, held, "wrong", "not_a_figure", decision.reason_class)
                if after is not None:
                    yield PlannedDecision(figure, action, after)
        elif (right := _put_right(machine, decision.correction, figure)) is not None:
            yield PlannedDecision(figure, *after_correction(stored, stored.of(reviewer), right))


def _is_rejected_alike(judged: FigureInReport, decision: Decision, figure: FigureInReport) -> bool:
    machine, other = judged.stored.figure, figure.stored.figure
    if wording_pattern(machine) != wording_pattern(other):
        return False
    return (
        machine.subject == other.subject
        or decision.reason_class in _TOLD_BY_WORDS
        or judged.behind[:_NEXT] == figure.behind[:_NEXT] != ""
    )


def _put_right(machine: Figure, correction: Figure, found: FigureInReport) -> Figure | None:
    """The found figure without the slips of the corrected one; None where it lacks one of them."""
    right = found.stored.figure
    for slip in _slips(machine, correction):
        if slip.kind in _SAME_RULE and wording_pattern(machine) != wording_pattern(found.stored.figure):
            return None
        changed = with_fix(slip, right)
        if changed is None or (slip.kind in ("begins", "ends") and not _fits(slip, machine, found)):
            return None
        right = changed
    return right


def _slips(machine: Figure, correction: Figure) -> list[Slip]:
    """The slips of a correction that other figures may have too, those of the subject first."""
    slips = [one for one in slips_of(machine, correction) if one.kind in (*_SAME_RULE, "begins", "ends")]
    slips = [one for one in slips if one.before or one.kind == "unit"]
    return sorted(slips, key=lambda one: one.kind in _SAME_RULE)


def _fits(slip: Slip, machine: Figure, found: FigureInReport) -> bool:
    """Whether the wrong words have the same context there, and the replacement occurs in the sentence."""
    wrong, subject = _wrong(slip, machine), found.stored.figure.subject
    goes_on = subject.startswith(wrong) if slip.kind == "begins" else subject.endswith(wrong)
    return goes_on and slip.after in found.before + found.words + found.behind


def _wrong(slip: Slip, machine: Figure) -> str:
    """The wrong words at one end of a subject, with the characters next to them."""
    length = len(slip.before) + _NEXT
    return machine.subject[:length] if slip.kind == "begins" else machine.subject[-length:]
