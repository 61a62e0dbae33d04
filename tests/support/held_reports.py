"""Whole reports with marked figures, written by someone who had not seen the rules.

``{span|value|upper|unit|kind|bound|subject}`` marks a figure, with ``~`` between two wordings of the
subject that both count; ``{?span}`` marks what the guide leaves open: it counts neither way.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from fzreview.domain.figures.figure_rows import FigureRow

HELD = Path(__file__).parents[1] / "gold" / "held"

_MARK = re.compile(r"\{([^{}]*)\}")


class HeldReport(NamedTuple):
    """A text without its marks and its figures; offsets are code points of ``source``."""

    name: str
    source: str
    figures: tuple[FigureRow, ...]


def held_names() -> list[str]:
    return sorted(path.name for path in HELD.glob("*.txt"))


@cache
def held_report(name: str) -> HeldReport:
    """One report. Raises ValueError where a mark has neither one field nor seven."""
    with (HELD / name).open(encoding="utf-8", newline="") as file:
        marked = file.read()
    source, rows, at = "", [], 0
    for mark in _MARK.finditer(marked):
        source += marked[at : mark.start()]
        span, fields = _fields(name, mark[1])
        end = len(source) + len(span)
        rows.append(FigureRow(doc=name, start=len(source), end=end, surface=span, **fields))
        source += span
        at = mark.end()
    return HeldReport(name, source + marked[at:], tuple(rows))


def held_outline(name: str) -> list[dict[str, Any]]:
    """Rows of ``outline.jsonl`` of one report; empty where its outline is not annotated."""
    lines = (HELD / "outline.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["doc"] == name]


def outlined_names() -> list[str]:
    return [name for name in held_names() if held_outline(name)]


def _fields(name: str, mark: str) -> tuple[str, dict[str, Any]]:
    if mark.startswith("?"):
        bare: dict[str, Any] = dict.fromkeys(("value", "unit", "kind", "bound", "subject"), "")
        return mark[1:], {**bare, "upper": None, "optional": True}
    told = mark.split("|")
    if len(told) != 7:
        raise ValueError(f"{name}: {mark!r} has {len(told)} fields")
    span, value, upper, unit, kind, bound, subjects = told
    subject, _, alternative = subjects.partition("~")
    return span, {
        "value": value,
        "upper": upper or None,
        "unit": unit,
        "kind": kind,
        "bound": bound,
        "subject": subject,
        "subject_alt": alternative or None,
    }
