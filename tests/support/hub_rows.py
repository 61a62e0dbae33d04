"""Rows as a journal would have them, made without a store."""

from __future__ import annotations

from hashlib import sha256
from random import Random

from fzreview.domain.decisions.wire import body_of
from fzreview.domain.team.hub import SEGMENT_ROWS, Segment, chained


def made_pieces(name: str, rows: int, reviewer: str, at: str = "2026-03-02T09:00:00.000Z") -> list[Segment]:
    """One site of one reviewer; the same rows for the same name."""
    dice = Random(name)
    site = f"{dice.getrandbits(128):032x}"
    report = sha256(name.encode()).hexdigest()
    bodies = [
        body_of(
            {
                "uuid": f"{dice.getrandbits(128):032x}",
                "at": at,
                "reviewer": reviewer,
                "session": "made",
                "action": "verified",
                "report": report,
                "target": "figure",
                "figure": f"{number}-{number + 4}",
                "before": None,
                "after": '{"verdict":"verified"}',
                "elapsed_ms": 1200,
                "extractor": "2026.11.1",
                "guide": "1.2",
                "inverts": None,
                "note": None,
                "batch": None,
                "site": site,
                "seq": number + 1,
                "lamport": number + 1,
                "heads": "[]",
                "seen": f"{dice.getrandbits(64):016x}",
                "rests": None,
            }
        )
        for number in range(rows)
    ]
    wired = list(chained("", bodies))
    return [
        Segment(site, start + 1, tuple(wired[start : start + SEGMENT_ROWS]))
        for start in range(0, rows, SEGMENT_ROWS)
    ]


def cut_into(pieces: list[Segment], rows: int) -> list[Segment]:
    """The same rows in smaller pieces."""
    return [
        Segment(piece.site, piece.first + start, piece.rows[start : start + rows])
        for piece in pieces
        for start in range(0, len(piece.rows), rows)
    ]
