"""Gold as an export passes it on: records are made of it only where a format asks for them.

The rows of ``figures.jsonl`` and of the tables need no records, and a million rows shall not pay for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, overload

from fzreview.domain.decisions.circumstances import Circumstances
from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.dissent.provenance import Provenance
from fzreview.domain.figures.fields import FIGURE_NAMES
from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.records import GoldDecision, GoldDocument, GoldRecord, ReadSection
from fzreview.domain.reports.reading_rows import figure_fields


class GoldEntry(NamedTuple):
    """What a record says beyond its document; the fields mean what they mean there."""

    verdict: FigureVerdict
    correction: Figure | None
    """The figure as it should be; None where it is what was extracted or added."""
    decision: GoldDecision
    sentence: str
    sentence_start: int
    context_complete: bool
    page: int | None = None
    provenance: Provenance | None = None

    @property
    def keyed_blind(self) -> bool:
        """Whether anybody typed the value without having seen the machine's."""
        provenance = self.provenance
        return self.verdict.keyed_blind if provenance is None else provenance.keyed_blind

    @property
    def final(self) -> Figure | FigureVerdict:
        """What has the ten fields as finally decided."""
        return self.correction or self.verdict


class GoldEntries(Sequence[GoldRecord]):
    """The records of one document, made when somebody asks for them."""

    def __init__(
        self, entries: Sequence[GoldEntry], doc: str, sha256: str, split: str | None, guide: str
    ) -> None:
        self.entries = entries
        self._of_document = (doc, sha256, split, guide)
        self._records: tuple[GoldRecord, ...] | None = None

    @overload
    def __getitem__(self, index: int) -> GoldRecord: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[GoldRecord]: ...

    def __getitem__(self, index: int | slice) -> GoldRecord | Sequence[GoldRecord]:
        return self._made()[index]

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[GoldRecord]:
        return iter(self._made())

    def _made(self) -> tuple[GoldRecord, ...]:
        if self._records is None:
            self._records = tuple(map(self._record, self.entries))
        return self._records

    def _record(self, entry: GoldEntry) -> GoldRecord:
        verdict = entry.verdict
        doc, sha256, split, guide = self._of_document
        return GoldRecord(
            doc=doc,
            sha256=sha256,
            figure=entry.correction or verdict.figure,
            decision=entry.decision,
            machine=verdict.figure if verdict.origin == "machine" else None,
            reason=verdict.reason,
            reason_class=verdict.reason_class,
            reviewer=verdict.reviewer,
            decided_at=verdict.decided_at,
            section=verdict.section,
            sentence=entry.sentence,
            sentence_start=entry.sentence_start,
            context_complete=entry.context_complete,
            split=split,
            guide=guide,
            extractor=verdict.extractor,
            comment=verdict.comment,
            hasty=verdict.circumstances.hasty,
            bulk=verdict.circumstances.bulk,
            proposed_by=verdict.circumstances.proposed_by,
            elapsed_ms=verdict.elapsed_ms or None,
            page=entry.page,
            provenance=entry.provenance,
            keyed_blind=entry.keyed_blind,
        )


def gold_entries(document: GoldDocument) -> Sequence[GoldEntry]:
    """What the document's records say, for formats that write rows."""
    records = document.records
    return records.entries if isinstance(records, GoldEntries) else [_entry(record) for record in records]


def _entry(record: GoldRecord) -> GoldEntry:
    machine = record.machine or record.figure
    verdict = FigureVerdict(
        **figure_fields(machine),
        section=record.section,
        origin="reviewer" if record.machine is None else "machine",
        extractor=record.extractor,
        reviewer=record.reviewer,
        decided_at=record.decided_at,
        verdict="verified" if record.decision in ("verified", "added") else "wrong",
        reason=record.reason,
        reason_class=record.reason_class,
        comment=record.comment,
        note=Circumstances(record.hasty, record.bulk, proposed_by=record.proposed_by).note,
        elapsed_ms=record.elapsed_ms or 0,
        keyed_blind=record.keyed_blind,
    )
    correction = None if record.machine in (None, record.figure) else record.figure
    return GoldEntry(
        verdict,
        correction,
        record.decision,
        record.sentence,
        record.sentence_start,
        record.context_complete,
        record.page,
        record.provenance,
    )


def native_row(entry: GoldEntry, doc: str, sha256: str, split: str | None, guide: str) -> dict[str, Any]:
    """The row of ``figures.jsonl``: the fields of ``fields.GOLD``, lists as tuples."""
    verdict, correction = entry.verdict, entry.correction
    # The figure as extracted is what a verdict begins with.
    machine = dict(zip(FIGURE_NAMES, verdict, strict=False))
    circumstances, provenance = verdict.circumstances, entry.provenance
    return {
        "doc": doc,
        "sha256": sha256,
        **(machine if correction is None else figure_fields(correction)),
        "decision": entry.decision,
        "machine": machine if verdict.origin == "machine" else None,
        "reason": verdict.reason,
        "reason_class": verdict.reason_class,
        "reviewer": verdict.reviewer,
        "source": None if provenance is None else provenance.source,
        "reviewers": (verdict.reviewer,) if provenance is None else provenance.reviewers,
        "votes": () if provenance is None else provenance.votes,
        "adjudicator": None if provenance is None else provenance.adjudicator,
        "decided_at": verdict.decided_at,
        "hasty": circumstances.hasty,
        "bulk": circumstances.bulk,
        "proposed_by": circumstances.proposed_by,
        "elapsed_ms": verdict.elapsed_ms or None,
        "keyed_blind": entry.keyed_blind,
        "comment": verdict.comment,
        "section": verdict.section,
        "page": entry.page,
        "sentence": entry.sentence,
        "sentence_start": entry.sentence_start,
        "context_complete": entry.context_complete,
        "split": split,
        "guide": guide,
        "extractor": verdict.extractor,
    }


def native_rows(document: GoldDocument) -> Iterator[dict[str, Any]]:
    """The row of each of the document's records."""
    of_document = document.doc, document.sha256, document.split, document.guide
    return (native_row(entry, *of_document) for entry in gold_entries(document))


def gold_row(record: GoldRecord) -> dict[str, Any]:
    """The row of ``figures.jsonl`` that a record makes."""
    row = native_row(_entry(record), record.doc, record.sha256, record.split, record.guide)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}


def read_section_row(document: GoldDocument, section: ReadSection) -> dict[str, Any]:
    """The row of ``sections.jsonl``: a section and who read it completely."""
    return {
        "doc": document.doc,
        "sha256": document.sha256,
        "start": section.start,
        "end": section.end,
        "until": section.until,
        "level": section.level,
        "label": section.label,
        "reviewer": section.reviewer,
        "signed_at": section.signed_at,
        "figures": sum(
            entry.verdict.reviewer == section.reviewer
            and entry.decision != "rejected"
            and section.start <= entry.final.start
            and entry.final.end <= section.until
            for entry in gold_entries(document)
        ),
        "open": [
            [one.start, one.end]
            for one in document.pending
            if one.reviewer == section.reviewer and section.start <= one.start and one.end <= section.until
        ],
        "split": document.split,
    }
