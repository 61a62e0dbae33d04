"""A piece of rows as a file: a row's body a line, then a line that says what they come to.

``rows/SITE/0000001-0002000-HASH8.jsonl``; the last line ``{"end": 2000, "hash": …}`` is missing as long as
the file is still on its way.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from fzreview.domain.team.hub import Piece, chained
from fzreview.errors import FzError

FORM: Final = 1
"""Of the files of a folder; a greater one was written by a newer program."""

MOST_BYTES: Final = 256 << 20
"""Of a piece: far more than 2,000 rows take."""

END_BYTES: Final = 1024
"""The last line is shorter."""

SITE: Final = re.compile(r"[0-9a-f]{32}")
NAME: Final = re.compile(r"(?P<first>[0-9]{7,18})-(?P<last>[0-9]{7,18})-(?P<hash>[0-9a-f]{8})\.jsonl")


@dataclass(frozen=True, slots=True)
class End:
    """The last line of a piece."""

    project: str
    site: str
    first: int
    last: int
    prev: str
    hash: str


def name_of(piece: Piece) -> str:
    """The file's name; the same for the same rows."""
    return f"{piece.first:07}-{piece.last:07}-{piece.hash[:8]}.jsonl"


def written(piece: Piece, project: str) -> bytes:
    """The file's content."""
    end = {
        "end": piece.last,
        "first": piece.first,
        "form": FORM,
        "hash": piece.hash,
        "prev": piece.prev,
        "project": project,
        "site": piece.site,
    }
    return b"".join(row.body + b"\n" for row in piece.rows) + json.dumps(end).encode() + b"\n"


def end_of(content: bytes, path: str) -> End | None:
    """What the last line says; None where it is not there yet.

    Raises FzError for one that a newer program wrote and for one that makes no sense.
    """
    last = content.rstrip(b"\n").rpartition(b"\n")[2]
    if not content.endswith(b"\n") or not last.startswith(b'{"end"'):
        return None
    try:
        told: dict[str, Any] = json.loads(last)
        if told["form"] > FORM:
            raise FzError("hub_newer", place=path)
        end = End(
            *(str(told["project"]), str(told["site"])),
            *(int(told["first"]), int(told["end"])),
            *(str(told["prev"]), str(told["hash"])),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise FzError("hub_piece_altered", place=path, reason=str(error)) from error
    return end


def piece_of(content: bytes, end: End, path: str) -> Piece:
    """The rows of a file. Raises FzError where they are not those that the last line tells."""
    bodies = content.rstrip(b"\n").split(b"\n")[:-1]
    rows = tuple(chained(end.prev, bodies))
    if not rows or len(rows) != end.last - end.first + 1 or rows[-1].hash != end.hash:
        raise FzError("hub_piece_altered", place=path, reason=f"{len(rows)} ≠ {end.first}–{end.last}")
    return Piece(end.site, end.first, rows)
