"""What a file is, by its name."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final, Literal

Kind = Literal["text", "crawl", "json", "zip", "tar", "foreign", "other"]

_KINDS: Final[dict[str, Kind]] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".jsonl": "crawl",
    ".ndjson": "crawl",
    ".json": "json",
    ".zip": "zip",
    # Formats in which reports also come: named when they are refused, not passed over.
    ".pdf": "foreign",
    ".doc": "foreign",
    ".docx": "foreign",
    ".wps": "foreign",
    ".ofd": "foreign",
    ".rtf": "foreign",
    ".htm": "foreign",
    ".html": "foreign",
    ".rar": "foreign",
    ".7z": "foreign",
}
_TAR_ENDINGS: Final = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz")


def kind_of(name: str) -> Kind:
    """The kind of a file name; ``other`` is passed over in folders and archives and is text when named."""
    lower = name.lower()
    if lower.endswith(_TAR_ENDINGS):
        return "tar"
    return _KINDS.get(PurePosixPath(lower).suffix, "other")


def format_of(name: str) -> str:
    """The format that a ``foreign`` name tells."""
    return PurePosixPath(name).suffix[1:].upper()


def is_hidden(path: str) -> bool:
    """Whether a part of the path is hidden or what systems leave behind."""
    parts = path.split("/")
    return any(part.startswith((".", "__MACOSX", "~$")) and part not in (".", "..") for part in parts)
