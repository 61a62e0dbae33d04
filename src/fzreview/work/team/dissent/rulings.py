"""The journal entries of adjudications."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import uuid4

from fzreview.domain.decisions.circumstances import ORDINARY, Circumstances
from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.reports.stored import StoredReport
from fzreview.work.clock import now


@dataclass(frozen=True, slots=True)
class Rulings:
    """Makes the entries of one adjudicator in one sitting."""

    adjudicator: str
    session: str

    def entry(
        self,
        report: StoredReport,
        span_key: str,
        before: Decision | None,
        after: Decision | None,
        rests: tuple[str, ...],
        *,
        circumstances: Circumstances = ORDINARY,
        elapsed_ms: int = 0,
        batch: str | None = None,
    ) -> JournalEntry:
        """What the adjudicator holds of a figure now; without ``after``, that the ruling is taken back.

        ``rests`` are the words that it settles.
        """
        return JournalEntry(
            uuid=uuid4().hex,
            at=now(),
            reviewer=self.adjudicator,
            session=self.session,
            action="undo" if after is None else "adjudicated",
            report=report.summary.sha256,
            figure=span_key,
            before=before,
            after=after,
            elapsed_ms=elapsed_ms,
            extractor=report.extractor,
            guide=report.guide,
            note=circumstances.note,
            batch=batch,
            rests=rests,
        )

    def inverse(self, entry: JournalEntry, batch: str | None) -> JournalEntry:
        """What takes an entry back."""
        return replace(
            entry,
            uuid=uuid4().hex,
            at=now(),
            action="undo",
            before=entry.after,
            after=entry.before,
            elapsed_ms=0,
            inverts=entry.uuid,
            note=None,
            batch=batch,
        )
