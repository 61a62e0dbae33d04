"""The fields of a figure and of a gold row, in the order of every row, column, statement and file.

Typed values (Figure, FigureVerdict, FigureRow) spell them once more, in this order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

FIGURE: Final[dict[str, type]] = {
    "start": int,
    "end": int,
    "surface": str,
    "text": str,
    "value": str,
    "upper": str,
    "unit": str,
    "kind": str,
    "bound": str,
    "subject": str,
}
"""The fields that the annotation guide defines → what they hold; ``upper`` may be None."""

FIGURE_NAMES: Final = tuple(FIGURE)

STATED: Final = FIGURE_NAMES[FIGURE_NAMES.index("value") :]
"""What a figure says, beside where it stands and how that is written: a correction may change it, a score
compares it."""

NAMED: Final = STATED[STATED.index("unit") :]
"""What a figure says beside its numbers."""

MACHINE: Final = "machine_"
"""Stands before a figure's field where a flat row tells it as it was extracted."""

GOLD: Final[dict[str, type]] = {
    "doc": str,
    "sha256": str,
    **FIGURE,
    "decision": str,
    "machine": dict,
    "reason": str,
    "reason_class": str,
    "reviewer": str,
    "source": str,
    "reviewers": tuple,
    "votes": tuple,
    "adjudicator": str,
    "decided_at": str,
    "hasty": bool,
    "bulk": str,
    "proposed_by": str,
    "elapsed_ms": int,
    "keyed_blind": bool,
    "comment": str,
    "section": tuple,
    "page": int,
    "sentence": str,
    "sentence_start": int,
    "context_complete": bool,
    "split": str,
    "guide": str,
    "extractor": str,
}
"""The fields of a gold row → what they hold; ``machine`` holds the fields of a figure."""

ABOUT: Final[dict[str, type]] = {
    "title": str,
    "year": int,
    "region": str,
    "issuer": str,
    "url": str,
    "publish_date": str,
    "sign_date": str,
}
"""What a report says of itself → what it holds; any of it may be None."""

FLAT_GOLD: Final[dict[str, type]] = {
    flat: kind
    for name, held in GOLD.items()
    for flat, kind in (
        {MACHINE + inner: kind for inner, kind in FIGURE.items()} if name == "machine" else {name: held}
    ).items()
}
"""The same with the machine's fields as fields of their own; any of them may be None."""

_AT_MACHINE: Final = list(GOLD).index("machine")
_NO_MACHINE: Final = (None,) * len(FIGURE)


def columns(names: Sequence[str] = FIGURE_NAMES, table: str = "") -> str:
    """Names as a list of SQL columns, of ``table`` where one is named."""
    of = f"{table}." if table else ""
    return ", ".join(f'{of}"{name}"' if name == "end" else of + name for name in names)


def flat_values(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """The values of a gold row in the order of ``FLAT_GOLD``."""
    values, machine = tuple(row.values()), row["machine"]
    inner = _NO_MACHINE if machine is None else machine.values()
    return (*values[:_AT_MACHINE], *inner, *values[_AT_MACHINE + 1 :])
