"""Outline, metadata and repairs of the five seeds against their gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Reading
from fzreview.reading.read import read_report
from fzreview.scoring.structure_scores import (
    OutlineScore,
    RepairScore,
    score_metadata,
    score_outline,
    score_repairs,
)

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
NAMES = [path.name for path in SEEDS]


@cache
def gold(kind: str) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for line in (ROOT / "tests" / "gold" / f"{kind}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        rows.setdefault(row["doc"], []).append(row)
    return rows


@cache
def reading(name: str) -> Reading:
    with (ROOT / "seeds" / name).open(encoding="utf-8", newline="") as file:
        return read_report(file.read())


def readings() -> Iterator[tuple[str, Reading]]:
    return ((name, reading(name)) for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_headings_of_each_seed_hold_the_floor(name: str) -> None:
    score = score_outline(gold("outline")[name], reading(name).outline)
    assert score.headings.f1 >= 0.90, score.headings


def test_headings_and_items_of_all_seeds() -> None:
    total = OutlineScore()
    for name, found in readings():
        total += score_outline(gold("outline")[name], found.outline)
    assert total.headings.f1 >= 0.98, total.headings
    assert total.items.f1 >= 0.95, total.items


@pytest.mark.parametrize("name", NAMES)
def test_metadata_and_body_of_each_seed(name: str) -> None:
    found = reading(name)
    right = score_metadata(gold("meta")[name][0], found.metadata, found.body)
    assert all(right.values()), (right, found.metadata, found.body)


def test_repairs_of_all_seeds() -> None:
    total = RepairScore()
    for name, found in readings():
        total += score_repairs(gold("repairs")[name], found.repairs)
    assert not total.fixes.missed
    assert not total.fixes.spurious
    # Ten of 42 are slips of single reports that no rule of the language tells from good text.
    assert len(total.flags.missed) <= 10
    assert not total.flags.spurious


def removed(clean: CleanText, source_length: int) -> Iterator[tuple[int, int]]:
    """Source spans that no clean character came from, in order."""
    at = 0
    for run in clean.runs:
        if run.source_start > at:
            yield at, run.source_start
        at = run.source_start + run.source_length
    if at < source_length:
        yield at, source_length


@pytest.mark.parametrize("name", NAMES)
def test_only_blanks_and_glosses_leave_the_text(name: str) -> None:
    """No character is lost, no gloss stays, every section's offsets cut its own heading."""
    found = reading(name)
    for start, end in removed(found.clean, len(found.source)):
        gone = found.source[start:end]
        assert gone.isspace() or (gone[0] == "(" and gone[-1] == ")" and not gone.isascii()), gone
    for section in found.outline:
        raw = found.source[section.start : section.end]
        assert raw
        assert section.until >= section.end
        assert (
            raw[0] == section.label[0]
            or found.clean.text[found.clean.clean_offset(section.start)] == section.label[0]
        )


@pytest.mark.parametrize("name", NAMES)
def test_reading_is_deterministic(name: str) -> None:
    assert read_report(reading(name).source) == reading(name)
