"""Pages that mirror real ones: how much of outline, metadata, body and figures is read right."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fzreview.domain.reports.report import Reading
from fzreview.reading.read import read_report

PAGES = sorted((Path(__file__).parents[1] / "gold" / "pages" / "real").glob("*.txt"))
FIELDS = (
    "title",
    "issuer",
    "year",
    "publish_date",
    "sign_date",
    "index_number",
    "doc_number",
)


@cache
def page(path: Path) -> tuple[Reading, dict[str, Any]]:
    expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    return read_report(path.read_bytes().decode("utf-8")), expected


def squeezed(told: object) -> object:
    return "".join(told.split()) if isinstance(told, str) else told


def body(reading: Reading) -> str:
    return str(squeezed(reading.source[slice(*reading.body)]))


def share(right: list[tuple[str, bool]]) -> tuple[float, list[str]]:
    """The share that is right, and what is not."""
    return sum(one for _, one in right) / len(right), [name for name, one in right if not one]


def test_metadata() -> None:
    right = []
    for path in PAGES:
        reading, expected = page(path)
        for key in FIELDS:
            if key in expected:
                found = getattr(reading.metadata, key)
                right.append((f"{path.stem} {key}", squeezed(found) == squeezed(expected[key])))
    assert share(right)[0] >= 0.95, share(right)


def test_outline() -> None:
    right = []
    for path in PAGES:
        reading, expected = page(path)
        nodes = [node for node in reading.outline if node.kind != "title"]
        if "outline" in expected:
            marks = [node.marker or node.title for node in nodes]
            right.append((path.stem, marks == expected["outline"]))
        if "levels" in expected:
            right.append((f"{path.stem} levels", [node.level for node in nodes] == expected["levels"]))
    assert share(right)[0] >= 0.9, share(right)


def test_body() -> None:
    right = []
    for path in PAGES:
        reading, expected = page(path)
        if "first" in expected:
            start = str(squeezed(expected["first"]))
            right.append((f"{path.stem} first", body(reading).startswith(start)))
        if "last" in expected:
            right.append((f"{path.stem} last", body(reading).endswith(expected["last"])))
    assert share(right)[0] >= 0.95, share(right)


@pytest.mark.parametrize(
    "path", [path for path in PAGES if "figures" in page(path)[1]], ids=lambda path: path.stem
)
def test_figures(path: Path) -> None:
    reading, expected = page(path)
    assert [figure.surface for figure in reading.figures] == expected["figures"]
