"""Which split a report belongs to: the same for ever, whatever else is exported."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from fzreview.errors import UsageError

DEFAULT_SHARES: Final[Mapping[str, int]] = {"train": 80, "dev": 10, "test": 10}

TEST: Final = "test"
"""The split that results are told on."""

_POINTS: Final = 1 << 60
_SHARE: Final = re.compile(r"\s*(?P<name>[A-Za-z][A-Za-z0-9_-]{0,31})\s*=\s*(?P<share>\d{1,6})\s*")
_MOST: Final = 15
"""Splits that the memory of sentences can tell apart."""


def parse_shares(text: str) -> dict[str, int]:
    """``train=80,dev=10,test=10`` → the shares by name. Raises UsageError for anything else."""
    shares: dict[str, int] = {}
    for part in text.split(","):
        match = _SHARE.fullmatch(part)
        if match is None or match["name"] in shares:
            raise UsageError("bad_splits", splits=text)
        shares[match["name"]] = int(match["share"])
    if not sum(shares.values()) or len(shares) > _MOST:
        raise UsageError("bad_splits", splits=text)
    return shares


def checked_split(name: str, option: str) -> str:
    """The split that an option names. Raises UsageError where none is called so."""
    if name not in DEFAULT_SHARES:
        raise UsageError("bad_choice", option=option, value=name, known=" ".join(DEFAULT_SHARES))
    return name


def split_of(group: str, shares: Mapping[str, int] = DEFAULT_SHARES) -> str:
    """The split of all reports of a group, by the group's hash alone.

    Whoever adds groups moves none; whoever changes a share moves as few as the shares ask for, from one
    split to its neighbours in the order given.
    """
    point = int.from_bytes(sha256(group.encode("utf-8", "surrogatepass")).digest()[:8]) >> 4
    whole, reached = sum(shares.values()), 0
    for name, share in shares.items():
        reached += share
        if point * whole < reached * _POINTS:
            return name
    raise ValueError("shares without a sum")
