"""JSON that stays on one line for every reader of lines."""

from __future__ import annotations

import json
import re
from typing import Any, Final

BREAKS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters at which some reader or other begins a new line."""

_LEFT_RAW: Final = re.compile("[\x7f\x85\u2028\u2029\ud800-\udfff]")
"""What JSON lets stand although readers of lines or of UTF-8 stumble over it."""

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def json_text(value: Any) -> str:
    """A JSON value without a line break of any sort in it, and without lone surrogates."""
    return _LEFT_RAW.sub(_escaped, _encode(value))


def json_line(value: Any) -> bytes:
    """A JSON value as a line of UTF-8, its line break included."""
    return (json_text(value) + "\n").encode("utf-8")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
