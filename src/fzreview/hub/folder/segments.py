"""A segment as a file: one row's body a line, then a line that sums up the segment.

``rows/SITE/0000001-0002000-HASH8.jsonl``; the last line ``{"end": 2000, "hash": …}`` is missing as long as
the file is still on its way.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from fzreview.domain.team.hub import Segment, chained
from fzreview.errors import FzError

FORM: Final = 1
"""Of the files of a folder; a greater one was written by a newer program."""

MOST_BYTES: Final = 256 << 20
"""Largest file of a segment; SEGMENT_ROWS rows take far less."""

END_BYTES: Final = 1024
"""The last line is shorter."""

SITE: Final = re.compile(r"[0-9a-f]{32}")
NAME: Final = re.compile(r"(?P<first>[0-9]{7,18})-(?P<last>[0-9]{7,18})-(?P<hash>[0-9a-f]{8})\.jsonl")


@dataclass(frozen=True, slots=True)
class End:
    """The last line of a segment's file."""

    project: str
    site: str
    first: int
    last: int
    prev: str
    hash: str


def name_of(segment: Segment) -> str:
    """The file's name, a function of the rows alone."""
    return f"{segment.first:07}-{segment.last:07}-{segment.hash[:8]}.jsonl"


def written(segment: Segment, project: str) -> bytes:
    """The file's content: UTF-8."""
    end = {
        "end": segment.last,
        "first": segment.first,
        "form": FORM,
        "hash": segment.hash,
        "prev": segment.prev,
        "project": project,
        "site": segment.site,
    }
    return b"".join(row.body + b"\n" for row in segment.rows) + json.dumps(end).encode() + b"\n"


def end_of(content: bytes, path: str) -> End | None:
    """The last line of the file; None where it has not arrived yet.

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


def segment_of(content: bytes, end: End, path: str) -> Segment:
    """The segment in a file. Raises FzError where its rows are not those that the last line describes."""
    bodies = content.rstrip(b"\n").split(b"\n")[:-1]
    rows = tuple(chained(end.prev, bodies))
    if not rows or len(rows) != end.last - end.first + 1 or rows[-1].hash != end.hash:
        raise FzError("hub_piece_altered", place=path, reason=f"{len(rows)} ≠ {end.first}–{end.last}")
    return Segment(end.site, end.first, rows)
