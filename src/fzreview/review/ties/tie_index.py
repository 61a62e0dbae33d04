"""The ties and alarms of the open report, over the figures as reviewers hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from fzreview.checking.evidence import Corroboration, Scale
from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.stored import StoredFigure
from fzreview.domain.ties.tie import CONFIDENCES, Alarm, Span, Tie
from fzreview.review.open_report.effective_figures import effective_figures, is_rejected
from fzreview.review.steps.step import Step

Item = TypeVar("Item")

_HOLDS: Final = {"false": 0, "true": 1, "approx": 2}


@dataclass(frozen=True)
class TieIndex:
    """Ties, alarms and doubts of a report, indexed by figure.

    Figures are identified by their span key in the session, which a corrected span does not change.
    """

    ties: tuple[Tie, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    keys: Mapping[Span, str] = field(default_factory=dict)
    """Corrected span of a figure → its span key in the session."""
    doubts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Span key → reasons for doubt, the strongest first; the most doubtful figure first."""
    scale: Scale = field(default_factory=Scale)
    """Weighs what each tie proves."""
    _of: Mapping[str, tuple[Tie, ...]] = field(default_factory=dict)
    _alarms_of: Mapping[str, tuple[Alarm, ...]] = field(default_factory=dict)

    @classmethod
    def build(
        cls,
        ties: Iterable[Tie],
        alarms: Iterable[Alarm],
        keys: Mapping[Span, str],
        doubts: Mapping[str, tuple[str, ...]],
        scale: Scale,
    ) -> TieIndex:
        """Index ties and alarms by figure, the strongest of each figure first."""
        ties, alarms = tuple(ties), tuple(alarms)
        by_figure: dict[str, list[Tie]] = defaultdict(list)
        for tie in sorted(ties, key=_weakness):
            for span in dict.fromkeys(tie.spans):
                if span in keys:
                    by_figure[keys[span]].append(tie)
        alarmed: dict[str, list[Alarm]] = defaultdict(list)
        for alarm in sorted(alarms, key=lambda alarm: alarm.level):
            if alarm.span in keys:
                alarmed[keys[alarm.span]].append(alarm)
        return cls(ties, alarms, keys, doubts, scale, _frozen(by_figure), _frozen(alarmed))

    def ties_of(self, key: str) -> tuple[Tie, ...]:
        """The ties of a figure: failed ones first, then stated before derived ones, then by confidence."""
        return self._of.get(key, ())

    def alarms_of(self, key: str) -> tuple[Alarm, ...]:
        """The alarms about a figure, then the notices."""
        return self._alarms_of.get(key, ())

    def doubts_about(self, stored: StoredFigure) -> bool:
        """Whether the extractor, a failed tie or an alarm casts doubt on a figure."""
        failed = any(tie.failed for tie in self.ties_of(stored.span_key))
        return failed or bool(stored.figure.doubts or self.alarms_of(stored.span_key))

    def members(self, tie: Tie) -> tuple[str, ...]:
        """Span keys of a tie's figures in the order of the text."""
        return tuple(self.keys[span] for span in dict.fromkeys(tie.spans) if span in self.keys)

    def span_of(self, key: str) -> Span | None:
        """The corrected span of a figure; None for a rejected one."""
        return next((span for span, its_key in self.keys.items() if its_key == key), None)

    def corroboration(self, key: str) -> Corroboration | None:
        """The evidence for a figure's fields; None without ties and alarms."""
        span, ties, alarms = self.span_of(key), self.ties_of(key), self.alarms_of(key)
        return self.scale.corroboration(span, ties, alarms) if span is not None and (ties or alarms) else None

    def tied_to(self, key: str) -> frozenset[str]:
        """Span keys of the other figures in any tie of this one."""
        return frozenset(other for tie in self.ties_of(key) for other in self.members(tie)) - {key}


NO_TIES: Final = TieIndex()
"""The index of a report that is not checked yet."""


def check_ties(reading: Reading, figures: Sequence[StoredFigure], jumps: Sequence[Alarm] = ()) -> TieIndex:
    """Check a report against itself: corrected figures as corrected, added ones in, rejected ones out.

    ``jumps`` are the alarms of its figures, as they stand, against other reports.
    Pure; takes milliseconds for a usual report and up to a second for 5,000 figures.
    """
    # The rules are only needed once a report is open and painted.
    from fzreview.checking.doubts import doubtful_order
    from fzreview.checking.ties import check_figures

    standing = effective_figures(figures)
    keys = {
        (stored.shown.start, stored.shown.end): stored.span_key
        for stored in figures
        if not is_rejected(stored)
    }
    ties, own_alarms = check_figures(reading, standing)
    alarms = (*own_alarms, *jumps)
    order = doubtful_order(reading, standing, ties, alarms)
    doubts = {keys[doubt.figure.start, doubt.figure.end]: doubt.reasons for doubt in order}
    return TieIndex.build(ties, alarms, keys, doubts, Scale(standing))


def changes_ties(step: Step) -> bool:
    """Whether a step corrects, rejects or adds a figure, or undoes that."""
    return any(_stands(entry, entry.before) != _stands(entry, entry.after) for entry in step.entries)


def _stands(entry: JournalEntry, decision: Decision | None) -> object:
    if entry.target != "figure" or decision is None:
        return None
    return "rejected" if _rejects(decision) else decision.correction


def _rejects(decision: Decision) -> bool:
    return decision.verdict == "wrong" and decision.reason == "not_a_figure"


def _weakness(tie: Tie) -> tuple[bool, bool, int, int, int, Sequence[Span]]:
    return (
        not tie.failed,
        not tie.told,
        CONFIDENCES.index(tie.confidence),
        _HOLDS[tie.holds],
        -len(tie.members),
        tie.spans,
    )


def _frozen(lists: Mapping[str, list[Item]]) -> dict[str, tuple[Item, ...]]:
    return {key: tuple(items) for key, items in lists.items()}
