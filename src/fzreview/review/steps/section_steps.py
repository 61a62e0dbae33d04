"""Steps that rule out candidates and sign off sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fzreview.domain.decisions.verdict import Action, Decision, RejectionClass
from fzreview.domain.reports.stored import HeldDecision
from fzreview.review.open_report.candidates import Span, span_key
from fzreview.review.open_report.open_report import OpenReportSteps
from fzreview.review.steps.step import Step, merge_steps

READ = Decision("verified")
"""The decision that signs off a section."""


class SectionSteps(OpenReportSteps):
    """Steps of one reviewer on the candidates and sections of the open report."""

    @property
    def open_candidates(self) -> Sequence[Span]:
        """Source spans of numerals that nobody has accounted for."""
        return self._report_state.candidates.open

    def next_candidate(self, offset: int) -> Span | None:
        """The first open candidate after a source offset, wrapping around."""
        return self._report_state.candidates.after(offset)

    def unaccounted(self, section: int) -> int:
        """Open candidates of a section of the outline, its subsections included."""
        return self._report_state.unaccounted(section)

    def rule_out(self, candidate: Span, reason_class: RejectionClass | None = None) -> Step:
        """A candidate is no figure."""
        before = _own(self._report_state.candidates.held(candidate), self._reviewer)
        after = Decision("wrong", "not_a_figure", reason_class)
        key = span_key(candidate)
        return self._factory.step(
            self._report_state.report, "candidate", key, "ruled_out", before, after, self._position.key
        )

    def label_of(self, heading: str) -> str:
        """The label of the section whose heading has this span key; empty where there is none."""
        return self._report_state.label_of(heading)

    def is_signed_off(self, section: int) -> bool:
        """Whether anybody read this section completely."""
        return bool(self.signers(section))

    def signers(self, section: int) -> tuple[str, ...]:
        """The reviewers who read this section completely."""
        signed = self._report_state.signed(self._report_state.heading_key(section))
        return tuple(held.reviewer for held in signed)

    def sign_off(self, section: int) -> Step:
        """The section was read completely; once more takes it back."""
        key = self._report_state.heading_key(section)
        before = _own(self._report_state.signed(key), self._reviewer)
        after = None if before else READ
        action: Action = "reopened" if before else "signed_off"
        return self._factory.step(
            self._report_state.report, "section", key, action, before, after, self._position.key
        )

    def unread(self) -> int:
        """How many sections nobody has read completely yet."""
        return self._report_state.unread

    def below(self, section: int) -> tuple[int, ...]:
        """A section and all below it, as indexes of the outline."""
        outline = self._report_state.report.reading.outline
        place = outline[section]
        return tuple(
            index
            for index, one in enumerate(outline)
            if index == section or (place.start <= one.start < place.until and one.level > place.level)
        )

    def sign_off_all(self, sections: Iterable[int]) -> Step | None:
        """These sections were read completely, as one move; None where this reviewer has said so of each."""
        unsigned = [
            section
            for section in sections
            if _own(self._report_state.signed(self._report_state.heading_key(section)), self._reviewer)
            is None
        ]
        steps = [self.sign_off(section) for section in unsigned]
        return merge_steps(steps, self._position.key) if steps else None


def _own(held: Sequence[HeldDecision], reviewer: str) -> Decision | None:
    return next((one.decision for one in held if one.reviewer == reviewer), None)
