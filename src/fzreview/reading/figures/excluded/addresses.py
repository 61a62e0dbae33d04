"""Digits inside the address of a page or of mail."""

from __future__ import annotations

import re
from string import ascii_letters, digits
from typing import Final

_REACH: Final = 200
"""Characters of an address before its digits that are looked at."""
_MARKS: Final = "%=/_-.&@?#~+:"
_BEFORE: Final = frozenset(ascii_letters + _MARKS)
_WRITTEN: Final = _BEFORE | frozenset(digits)
_ADDRESS: Final = re.compile(
    r"://|\bwww\.|[A-Za-z0-9_]@\Z|[A-Za-z0-9_]@[A-Za-z0-9]|(?<![0-9])%[0-9A-Fa-f]{2}%|[A-Za-z_/]%\Z"
)
"""What shows that a row of such characters is an address: its scheme, www, @ or bytes written with %."""


def in_address(text: str, start: int) -> bool:
    """Whether the digits at ``start`` stand inside an address."""
    if not start or text[start - 1] not in _BEFORE:
        return False
    at, lowest = start - 1, max(0, start - _REACH)
    while at > lowest and text[at - 1] in _WRITTEN:
        at -= 1
    return _ADDRESS.search(text[at:start]) is not None
