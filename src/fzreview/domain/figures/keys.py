"""Names of figures across the program: ``REPORTKEY:START-END``."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

KEY_LENGTH: Final = 12
"""Hexadecimal digits of the report's sha256 in a printed key; any unambiguous prefix is read."""

_KEY: Final = re.compile(r"(?P<report>[0-9a-f]{1,64}):(?P<span>\d+-\d+)", re.IGNORECASE)


class FigureKey(NamedTuple):
    """A figure's report (a prefix of its sha256) and its span key."""

    report: str
    span: str


def span_of(span_key: str) -> tuple[int, int]:
    """Start and end of a span key."""
    start, end = span_key.split("-")
    return int(start), int(end)


def figure_key(sha256: str, span_key: str) -> str:
    """The key of a figure as it is printed."""
    return f"{sha256[:KEY_LENGTH]}:{span_key}"


def parse_figure_key(text: str) -> FigureKey | None:
    """The parts of a key; None where it is none."""
    match = _KEY.fullmatch(text.strip())
    return FigureKey(match["report"].lower(), match["span"]) if match else None
