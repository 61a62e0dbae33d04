"""Gold of more than figures: outline, metadata and repairs of reports, and how a reading fares against it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import NoneType
from typing import Any, Final

from fzreview.domain.reports.report import Reading, Section
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.errors import InputRefused
from fzreview.scoring.structure_scores import (
    OutlineScore,
    RepairScore,
    Tally,
    is_rejected,
    score_metadata,
    score_outline,
    score_repairs,
    score_stated,
)
from fzreview.work.scoring.figure_files import Refused, json_rows
from fzreview.work.scoring.report_names import ReportNames

Row = dict[str, Any]

OUTLINE: Final = "outline"
META: Final = "meta"
REPAIRS: Final = "repairs"
REPORTS: Final = "reports"

_NEEDED: Final[dict[str, dict[str, type | tuple[type, ...]]]] = {
    OUTLINE: {"start": int, "end": int, "level": int, "marker": str, "title": str, "kind": str},
    META: {"body_start": int, "body_end": int},
    REPORTS: {"stated": dict},
    REPAIRS: {
        "start": int,
        "end": int,
        "kind": str,
        "auto": str,
        "raw": (str, NoneType),
        "repaired": (str, NoneType),
    },
}

GoldStructure = dict[str, dict[str, list[Row]]]
"""``outline``, ``meta``, ``repairs`` or ``reports``, where gold has such a file → report → rows."""


@dataclass
class StructureScores:
    """How readings fare; None or empty where gold does not tell."""

    outline: OutlineScore | None = None
    metadata: dict[str, dict[str, bool]] = field(default_factory=dict)
    """Report → field → right."""
    repairs: RepairScore | None = None

    @property
    def tallies(self) -> dict[str, Tally]:
        """``headings``, ``items``, ``fixes`` and ``flags``, as far as gold tells of them."""
        tallies: dict[str, Tally] = {}
        if self.outline is not None:
            tallies |= {"headings": self.outline.headings, "items": self.outline.items}
        if self.repairs is not None:
            tallies |= {"fixes": self.repairs.fixes, "flags": self.repairs.flags}
        return tallies

    @property
    def metadata_right(self) -> tuple[int, int]:
        """Fields of all reports that are right, and all of them."""
        fields = [right for one in self.metadata.values() for right in one.values()]
        return sum(fields), len(fields)

    @property
    def metadata_share(self) -> float | None:
        right, of = self.metadata_right
        return right / of if of else None


def read_structure(folder: Path, reports: ReportNames, refused: Refused) -> GoldStructure:
    """The files beside a folder's figures; ``reports`` learns of reports that only they name."""
    structure: GoldStructure = {}
    for name in (OUTLINE, META, REPAIRS, REPORTS):
        path = folder / f"{name}.jsonl"
        if not path.is_file():
            continue
        rows = structure[name] = {}
        for line, row in json_rows(path, refused):
            wrong = _wrong_field(name, row)
            if wrong is None:
                rows.setdefault(reports.name(str(row.get("doc", "")), ""), []).append(row)
            else:
                refused.append(InputRefused("gold_field", name=path, line=line, field=wrong))
    # A package always has the files; where they say nothing, there is nothing to score.
    return {name: rows for name, rows in structure.items() if rows}


def _wrong_field(name: str, row: Row) -> str | None:
    """The first field that the scores need and the row lacks or holds otherwise; null is no absence."""
    needed = _NEEDED[name].items()
    return next((key for key, kind in needed if key not in row or not isinstance(row[key], kind)), None)


def score_structure(structure: GoldStructure, readings: Mapping[str, Reading]) -> StructureScores:
    """Score the readings of the reports that were found."""
    scores = StructureScores()
    if OUTLINE in structure:
        scores.outline = OutlineScore()
        for doc, rows in structure[OUTLINE].items():
            if doc in readings:
                scores.outline += score_outline(rows, readings[doc].outline)
    for doc, rows in structure.get(META, {}).items():
        if doc in readings:
            scores.metadata[doc] = score_metadata(rows[0], readings[doc].metadata, readings[doc].body)
    for doc, rows in structure.get(REPORTS, {}).items():
        if doc in readings and rows[0]["stated"]:
            scores.metadata[doc] = score_stated(rows[0], readings[doc].metadata) | scores.metadata.get(
                doc, {}
            )
    if REPAIRS in structure:
        scores.repairs = RepairScore()
        for doc, rows in structure[REPAIRS].items():
            if doc in readings:
                scores.repairs += score_repairs(rows, readings[doc].repairs)
    return scores


def section_paths(rows: Sequence[Row]) -> SectionPaths:
    """The headings above each place, by the rows of an ``outline.jsonl`` of one report; those that need not
    be found do not count.
    """
    return SectionPaths(
        [
            Section(
                start=row["start"],
                end=row["end"],
                until=sys.maxsize,
                level=row["level"],
                marker=row["marker"],
                title=row.get("title_repaired") or row["title"],
                kind=row["kind"],
            )
            for row in rows
            if not row.get("optional") and not is_rejected(row)
        ]
    )
