"""The wire form of a journal row, its chain, and digests of what a decision saw.

Frozen: stores of all versions and machines must come to the same bytes. A test holds them. docs/store.md
tells what each column means.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

import orjson

from fzreview.domain.figures.fields import FIGURE_NAMES

OUTSIDE: Final = frozenset({"id", "prev", "hash"})
"""Columns of the journal that are not part of a row's body."""

SEEN_LENGTH: Final = 16
"""Hexadecimal digits of the digest of what was seen."""

BLIND: Final = "blind:"
"""Stands before the digest where the value was hidden from the reviewer."""

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def canonical(value: object) -> bytes:
    """A value as canonical JSON: keys sorted, no blanks, UTF-8, lone surrogates as they stand.

    The fast library writes the same bytes (a test holds it) and takes no lone surrogates.
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        return _compact(value).encode("utf-8", "surrogatepass")


def body_of(row: Mapping[str, Any]) -> bytes:
    """A journal row as canonical JSON: its columns as they stand but ``OUTSIDE``, keys sorted, UTF-8."""
    told = {name: row[name] for name in row.keys() if name not in OUTSIDE}  # noqa: SIM118 - a sqlite3.Row iterates over values
    return canonical(told)


def row_hash(prev: str, body: bytes) -> str:
    """The link of a row to the row of its site before it, whose hash is ``prev``; empty for the first."""
    return sha256(prev.encode("ascii") + body).hexdigest()


def figure_digest(fields: Mapping[str, Any]) -> str:
    """What a reviewer saw of a figure: the ten fields of the guide as extracted or added."""
    return values_digest([fields[name] for name in FIGURE_NAMES])


def values_digest(values: Sequence[object]) -> str:
    """The same, of the fields in the guide's order."""
    return _digest(dict(zip(FIGURE_NAMES, values, strict=True)))


def section_digest(start: int, end: int, until: int) -> str:
    """What a reviewer saw of a section: its heading's span and the end of what it governs."""
    return _digest([start, end, until])


def still_seen(seen: str | None, now: str | None) -> bool:
    """Whether a decision that saw this holds for what stands there ``now``; None saw nothing but itself."""
    return seen is None or seen.removeprefix(BLIND) == now


def _digest(value: object) -> str:
    return sha256(canonical(value)).hexdigest()[:SEEN_LENGTH]
