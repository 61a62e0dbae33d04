"""What a gold package holds, what it leaves out, and how to check it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from fzreview import __version__
from fzreview.domain.gold import EXCLUSION_REASONS, GOLD_DECISIONS, GOLD_SCHEMA, Exclusion, GoldRecord
from fzreview.gold.whole_file import WholeFile

FILE_NAME = "manifest.json"


class Manifest:
    """Counts records and exclusions as they pass. It knows no clock: the same store gives the same bytes."""

    def __init__(self) -> None:
        self.records = 0
        self._decisions: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._reviewers: Counter[str] = Counter()
        self._splits: Counter[str] = Counter()
        self._excluded: Counter[str] = Counter()
        self._reports: Counter[tuple[str, str]] = Counter()
        self._extractors: set[str] = set()
        self._guides: set[str] = set()

    def count(self, item: GoldRecord | Exclusion) -> None:
        """Count one figure, exported or left out."""
        if isinstance(item, Exclusion):
            self._excluded[item.reason] += 1
            return
        self.records += 1
        self._decisions[item.decision] += 1
        self._kinds[item.figure.kind] += 1
        self._reviewers[item.reviewer] += 1
        self._splits[item.split] += 1
        self._reports[item.doc, item.sha256] += 1
        self._extractors.add(item.extractor)
        self._guides.add(item.guide)

    @property
    def excluded(self) -> int:
        """Figures that are no gold yet."""
        return self._excluded.total()

    def row(self, files: Sequence[WholeFile]) -> dict[str, Any]:
        """The manifest over the files as written; ``excluded`` counts figures by why they are no gold."""
        return {
            "schema": GOLD_SCHEMA,
            "program": f"fzreview {__version__}",
            "extractors": sorted(self._extractors),
            "guides": sorted(self._guides),
            "records": self.records,
            "decisions": {name: self._decisions[name] for name in GOLD_DECISIONS},
            "kinds": dict(sorted(self._kinds.items())),
            "reviewers": dict(sorted(self._reviewers.items())),
            "splits": dict(sorted(self._splits.items())),
            "excluded": {name: self._excluded[name] for name in EXCLUSION_REASONS},
            "reports": [
                {"doc": doc, "sha256": sha256, "records": count}
                for (doc, sha256), count in self._reports.items()
            ],
            "files": [{"name": file.path.name, "sha256": file.sha256, "bytes": file.size} for file in files],
        }

    def text(self, files: Sequence[WholeFile]) -> str:
        """The text of ``manifest.json``."""
        return json.dumps(self.row(files), ensure_ascii=False, indent=1) + "\n"
