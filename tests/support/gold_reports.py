"""The five seeds as their hand-made truth reads them: store and desk need no extractor in tests."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from fzreview.domain.figures.figure import GUIDE_VERSION, Figure
from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Metadata, Reading, Section
from fzreview.domain.reports.stored import NewReport
from fzreview.text.clean import clean_text

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
GOLD = ROOT / "tests" / "gold"

EXTRACTOR = "gold"


def gold_rows(name: str, doc: str) -> list[dict[str, Any]]:
    """Rows of one gold file that tell of one document."""
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["doc"] == doc]


def seed_names() -> list[str]:
    return sorted(path.name for path in SEEDS.glob("*.txt"))


@cache
def gold_report(doc: str) -> NewReport:
    """One seed with the outline, metadata and figures of its gold."""
    data = (SEEDS / doc).read_bytes()
    source = data.decode("utf-8")
    clean, repairs = clean_text(source)
    (meta,) = gold_rows("meta", doc)
    reading = Reading(
        source=source,
        clean=clean,
        metadata=Metadata(
            title=meta["title"],
            title_span=tuple(meta["title_span"]) if meta["title_span"] else None,
            year=meta["year"],
            issuer=meta["issuer"],
            region=meta["region_in_text"],
            sign_date=meta["sign_date"],
        ),
        body=(meta["body_start"], meta["body_end"]),
        repairs=repairs,
        outline=_sections(doc, meta["body_end"]),
        figures=tuple(_figure(row, clean) for row in gold_rows("figures", doc)),
    )
    return NewReport(hashlib.sha256(data).hexdigest(), doc, "utf-8", None, reading, EXTRACTOR, GUIDE_VERSION)


def _sections(doc: str, body_end: int) -> tuple[Section, ...]:
    rows = [row for row in gold_rows("outline", doc) if not row.get("optional")]
    sections = []
    for index, row in enumerate(rows):
        later = (other["start"] for other in rows[index + 1 :] if other["level"] <= row["level"])
        sections.append(
            Section(
                row["start"],
                row["end"],
                next(later, body_end),
                row["level"],
                row["marker"],
                row["title"],
                row["kind"],
            )
        )
    return tuple(sections)


def _figure(row: dict[str, Any], clean: CleanText) -> Figure:
    start, end = clean.clean_span(row["start"], row["end"])
    return Figure(
        start=row["start"],
        end=row["end"],
        surface=row["surface"],
        text="".join(clean.text[start:end].split()),
        value=row["value"],
        upper=row["upper"],
        unit=row["unit"],
        kind=row["kind"],
        bound=row["bound"],
        subject=row["subject"],
    )
