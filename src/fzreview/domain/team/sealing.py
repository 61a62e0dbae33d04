"""What a package holds back, sealed: a digest goes out with it, salt and contents can be shown later.

Whoever has the package can then see that nothing was changed meanwhile. Nothing held back is sealed as well,
so that a seal does not tell that there is something.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.team.seeding import SeededError, Withheld


@dataclass(frozen=True, slots=True)
class Seal:
    """The digest of what is held back, and what kept anybody from guessing it."""

    digest: str
    """64 hexadecimal digits."""
    salt: str
    """Known to whoever packed it; empty in the package itself."""


def held_back(seeded_errors: Iterable[SeededError], withheld: Iterable[Withheld]) -> list[dict[str, Any]]:
    """What one package shows otherwise than the project has it, as plain values in order of place."""
    rows = [
        {
            "report": one.report,
            "start": one.start,
            "end": one.end,
            "seeded": one.kind,
            "shown": None if one.shown is None else figure_fields(one.shown),
            "true": None if one.true is None else figure_fields(one.true),
        }
        for one in seeded_errors
    ]
    rows += [
        {"report": one.report, "start": one.start, "end": one.end, "keyed": one.seen} for one in withheld
    ]
    return sorted(rows, key=lambda row: (row["report"], row["start"], row["end"], "keyed" in row))


def digest_of(site: str, salt: str, rows: Iterable[Mapping[str, Any]]) -> str:
    """sha256 of the package's site, the salt and the rows of ``held_back``, a line each: canonical JSON."""
    lines = [site, salt, *(json.dumps(row, sort_keys=True, separators=(",", ":")) for row in rows)]
    return sha256("\n".join(lines).encode()).hexdigest()
