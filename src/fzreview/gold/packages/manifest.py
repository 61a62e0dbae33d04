"""What a gold package holds, what it leaves out, and how to check it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fzreview import __version__
from fzreview.domain.dissent.provenance import SOURCES
from fzreview.domain.gold.entries import gold_entries
from fzreview.domain.gold.records import EXCLUSION_REASONS, GOLD_DECISIONS, GOLD_SCHEMA, GoldDocument, Refusal
from fzreview.domain.reports.corpus import ASIDES
from fzreview.errors import LibraryMissing
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.packages.format_options import FormatOptions

FILE_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Certified:
    """What is known of the gold, to go with it."""

    row: Mapping[str, Any]
    text: Sequence[str]
    """A page, in the language in use."""
    english: Sequence[str]
    """The same for documents in English."""


class Manifest:
    """Counts documents as they pass. It knows no clock: the same store gives the same bytes."""

    def __init__(self, shares: Mapping[str, int] | None = None, reviewer: str | None = None) -> None:
        """``shares`` of the splits and the one ``reviewer`` asked for are told as they are."""
        self.records = 0
        self.shares = shares
        self.reviewer = reviewer
        self.refused: list[Refusal] = []
        self.decisions: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.reviewers: Counter[str] = Counter()
        """Records that somebody decided about; an adjudicator's rulings are not among them."""
        self.sources: Counter[str] = Counter()
        """Settled records by where they come from; none where rows are each reviewer's."""
        self.splits: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.classes: Counter[str] = Counter()
        self.sections: Counter[str] = Counter()
        """Sections read completely, by reviewer."""
        self.hasty = 0
        """Records that were decided faster than anybody reads."""
        self.bulk = 0
        """Records that were verified with others at once."""
        self.contradictions = 0
        """Figures of which reviewers claim different things, in gold or not yet."""
        self.certified: Certified | None = None
        """None for gold that is not settled: its rows are each reviewer's."""
        self.unsettled = 0
        """Words of reviewers that are no gold, or none yet."""
        self.aside: Mapping[str, int] = {}
        """Why reports are set aside → how many: nothing of them is in the gold."""
        self.stated = 0
        """Fields of reports and headings that people confirmed or corrected."""
        self.in_read_sections = 0
        self.empty_sentences = 0
        self._reports: list[bytes] = []  # JSON, a tenth of the rows' size: there may be a hundred thousand
        self.not_held: Mapping[str, Mapping[str, int]] = {}
        """Format → what it could not say of the gold (a key of ``gold.not_held``) → how often."""
        self.options = FormatOptions()
        self.missing: dict[str, LibraryMissing] = {}
        """Formats that were asked for and lack their library."""
        self.extractors: set[str] = set()
        self.guides: set[str] = set()
        self.first_decided: str | None = None
        """The earliest decision, ISO 8601 in UTC; None where there is none."""
        self.last_decided: str | None = None
        self._excluded: Counter[str] = Counter()

    def count(self, document: GoldDocument) -> None:
        """Count one document with what is exported of it and what is not."""
        for exclusion in document.excluded:
            self._excluded[exclusion.reason] += exclusion.count
        self.refused += document.refused
        self.contradictions += document.contradictions
        self.unsettled += len(document.unsettled)
        self.stated += 0 if document.report is None else document.report.said
        if not document.records and not document.read:
            return
        entries = gold_entries(document)
        verdicts = [entry.verdict for entry in entries]
        decisions = Counter([entry.decision for entry in entries])
        self.kinds.update([entry.final.kind for entry in entries])
        for entry in entries:
            origin = entry.provenance
            if origin is None:
                self.reviewers[entry.verdict.reviewer] += 1
            else:
                self.sources[origin.source] += 1
                self.reviewers.update(origin.reviewers)
        self.reasons.update([one.reason for one in verdicts if one.reason is not None])
        self.classes.update([one.reason_class for one in verdicts if one.reason_class is not None])
        self.extractors.update([one.extractor for one in verdicts])
        if entries:
            self.guides.add(document.guide)
            times = [one.decided_at for one in verdicts]
            self.first_decided = min(*times, self.first_decided or times[0])
            self.last_decided = max(*times, self.last_decided or times[0])
        self.in_read_sections += sum([entry.context_complete for entry in entries])
        self.records += len(entries)
        self.hasty += sum([one.circumstances.hasty for one in verdicts])
        self.bulk += sum([one.circumstances.bulk is not None for one in verdicts])
        self.decisions += decisions
        if document.split is not None:
            self.splits[document.split] += len(entries)
        for section in document.read:
            self.sections[section.reviewer] += 1
        self.empty_sentences += len(document.empty)
        report = {
            "doc": document.doc,
            "sha256": document.sha256,
            "split": document.split,
            "records": len(entries),
            "decisions": {name: decisions[name] for name in GOLD_DECISIONS},
            "sections_read": len(document.read),
        }
        self._reports.append(json.dumps(report, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))

    @property
    def reports(self) -> int:
        """Reports with gold."""
        return len(self._reports)

    @property
    def excluded(self) -> int:
        """Figures that are no gold."""
        return self._excluded.total() + len(self.refused)

    def exclusions(self) -> dict[str, int]:
        """Why figures are no gold → how many."""
        return {name: self._excluded[name] for name in EXCLUSION_REASONS} | {"refused": len(self.refused)}

    def versions(self) -> dict[str, Any]:
        """What the gold rests on: the version of its rows, of the program, the extractors and the guide."""
        return {
            "schema": GOLD_SCHEMA,
            "program": f"fzreview {__version__}",
            "extractors": sorted(self.extractors),
            "guides": sorted(self.guides),
        }

    def row(
        self,
        folder: Path = Path(),
        files: Sequence[AtomicFile] = (),
        not_held: Mapping[str, Mapping[str, int]] | None = None,
    ) -> dict[str, Any]:
        """The manifest over the files as written below ``folder``, its list of reports left empty.

        ``excluded`` counts figures by why they are no gold; ``not_held`` tells for each format what it could
        not say of the gold.
        """
        return {
            **self.versions(),
            "reviewer": self.reviewer,
            "options": self.options.row(),
            "records": self.records,
            "first_decided": self.first_decided,
            "last_decided": self.last_decided,
            "decisions": {name: self.decisions[name] for name in GOLD_DECISIONS},
            "contradictions": self.contradictions,
            "hasty": self.hasty,
            "bulk": self.bulk,
            "reasons": dict(sorted(self.reasons.items())),
            "classes": dict(sorted(self.classes.items())),
            "kinds": dict(sorted(self.kinds.items())),
            "sources": {name: self.sources[name] for name in SOURCES} if self.sources else None,
            "reviewers": dict(sorted(self.reviewers.items())),
            "shares": None if self.shares is None else dict(self.shares),
            "splits": {name: self.splits[name] for name in self.shares or ()},
            "sections_read": dict(sorted(self.sections.items())),
            "in_read_sections": self.in_read_sections,
            "empty_sentences": self.empty_sentences,
            "unsettled": self.unsettled,
            "stated": self.stated,
            "excluded": self.exclusions(),
            "reports_aside": {name: self.aside.get(name, 0) for name in ASIDES},
            "refused": [
                {"key": one.key, "reviewer": one.reviewer, "surface": one.surface, "found": one.found}
                for one in self.refused
            ],
            "reports": [],
            "not_held": {name: dict(sorted(counts.items())) for name, counts in (not_held or {}).items()},
            "files": [
                {
                    "name": file.path.relative_to(folder).as_posix(),
                    "sha256": file.sha256,
                    "bytes": file.size,
                }
                for file in files
            ],
        }

    def write(
        self,
        index: AtomicFile,
        files: Sequence[AtomicFile],
        not_held: Mapping[str, Mapping[str, int]],
    ) -> None:
        """Write ``manifest.json``, a report at a time."""
        row = self.row(index.path.parent, files, not_held)
        head, empty, tail = json.dumps(row, ensure_ascii=False, indent=1).partition('"reports": []')
        index.write((head + empty[:-1]).encode("utf-8"))
        for number, report in enumerate(self._reports):
            index.write((b",\n  " if number else b"\n  ") + report)
        end = "\n " if self._reports else ""
        index.write(f"{end}]{tail}\n".encode())
