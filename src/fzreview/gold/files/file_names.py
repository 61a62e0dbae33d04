"""Names of documents that every file system takes."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

_LONGEST: Final = 120
"""Bytes of the part that stands for the document's own name; 255 is the most that a name may have."""
_UNSAFE: Final = re.compile(r"[^\w.-]+|[._-]{2,}")
_RESERVED: Final = re.compile(r"(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\..*)?", re.IGNORECASE)


def file_name(doc: str, digest: str, reviewer: str | None) -> str:
    """A name without suffix, another one for each report and reviewer.

    ``digest`` is the sha256 of the report; ``reviewer`` is None where the report has only one.
    """
    stem = safe_stem(PurePosixPath(doc.replace("\\", "/")).name.removesuffix(".txt"))
    name = f"{stem}.{digest[:12]}"
    if reviewer is not None:
        name += f".{sha256(reviewer.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return name


def safe_stem(stem: str) -> str:
    """Any words as part of a file name that every file system takes."""
    name = _UNSAFE.sub("_", stem).encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").strip("._-")
    return f"report_{name}" if not name or _RESERVED.fullmatch(name) else name
