"""Reports of ``tests/checking/reports``: ``{name:surface}`` in the text, a tie a line below ``----``.

A line is type, holds (``true``, ``approx``, ``false``) and the names of the tie's figures. The ties were
marked before the rules were run on the reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

REPORTS = Path(__file__).parent.parent / "checking" / "reports"
BLIND = REPORTS / "blind"
UNSEEN = REPORTS / "unseen"
_MARK = re.compile(r"\{(?P<name>\w+):(?P<surface>[^}]*)\}")


class MarkedTie(NamedTuple):
    """A tie by the spans of its figures in the source."""

    type: str
    holds: str
    spans: frozenset[tuple[int, int]]


class MarkedReport(NamedTuple):
    """A report without its marks."""

    name: str
    source: str
    ties: tuple[MarkedTie, ...]


def marked_reports(folder: Path = REPORTS) -> tuple[MarkedReport, ...]:
    """All of a folder. Raises KeyError where a tie names a figure that is not marked."""
    return tuple(_marked(path) for path in sorted(folder.glob("*.txt")))


def _marked(path: Path) -> MarkedReport:
    text, rows = path.read_text("utf-8").split("\n----\n")
    source, at = "", 0
    spans: dict[str, tuple[int, int]] = {}
    for mark in _MARK.finditer(text):
        source += text[at : mark.start()]
        spans[mark["name"]] = (len(source), len(source) + len(mark["surface"]))
        source += mark["surface"]
        at = mark.end()
    return MarkedReport(path.stem, source + text[at:], tuple(_ties(rows, spans)))


def _ties(rows: str, spans: dict[str, tuple[int, int]]) -> Iterator[MarkedTie]:
    for row in filter(None, rows.split("\n")):
        kind, holds, *names = row.split()
        yield MarkedTie(kind, holds, frozenset(spans[name] for name in names))
