"""What a file is, by its name."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final, Literal

from fzreview.documents.kinds import ENDINGS, TEXT_ENDINGS
from fzreview.work.loading.sources.unpacked import PACKED

Kind = Literal["text", "document", "crawl", "json", "zip", "tar", "7z", "rar", "foreign", "skipped"]

_KINDS: Final[dict[str, Kind]] = {
    **dict.fromkeys(TEXT_ENDINGS, "text"),
    ".jsonl": "crawl",
    ".ndjson": "crawl",
    ".json": "json",
    ".zip": "zip",
    ".7z": "7z",
    ".rar": "rar",
}
_TAR_ENDINGS: Final = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz")
_PACKINGS: Final = (".gz", ".bz2", ".xz")

_FOREIGN: Final = frozenset(
    ending for endings in (".ofd .pages .ppt .pptx .odp .caj .djvu", ".gd .ceb") for ending in endings.split()
)
"""Formats in which reports also come: named when they are refused, not passed over."""

_SKIPPED: Final[dict[str, str]] = {
    ending: code
    for code, endings in {
        "skipped_image": ".png .jpg .jpeg .gif .bmp .ico .svg .webp .tif .tiff .psd .emf .wmf",
        "skipped_media": ".mp3 .mp4 .wav .avi .mov .flv .wmv .m4a .swf .webm",
        "skipped_script": ".js .mjs .css .scss .map .py .sh .bat .vbs .php .jsp .asp .aspx .java .class",
        "skipped_program": ".exe .dll .so .msi .apk .jar .bin .dmg .iso .pyc .lnk .url .webloc .ini .desktop",
        "skipped_font": ".ttf .otf .woff .woff2 .eot .fon .ttc",
        "skipped_working": ".log .bak .tmp .swp .part .crdownload .db .sqlite .sqlite3 .lock .db-wal .db-shm",
    }.items()
    for ending in endings.split()
}
SKIP_CODES: Final = frozenset(_SKIPPED.values()) | {"skipped_kind"}


def kind_of(name: str) -> Kind:
    """The kind of a file name; ``skipped`` is passed over in folders and archives and is tried when named."""
    lower = name.lower()
    if lower.endswith(_TAR_ENDINGS):
        return "tar"
    suffix = PurePosixPath(lower).suffix
    if suffix in _PACKINGS:
        return kind_of(lower.removesuffix(suffix))
    if suffix in ENDINGS:
        return "document"
    if suffix in _KINDS:
        return _KINDS[suffix]
    if suffix in _SKIPPED:
        return "skipped"
    return "document" if _is_plugged(suffix) else "foreign" if suffix in _FOREIGN else "skipped"


def archive_kind(head: bytes) -> Kind | None:
    """The kind of archive that begins so; None for another file. What is packed as a whole may hold a tar."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"7z\xbc\xaf\x27\x1c"):
        return "7z"
    if head.startswith(b"Rar!\x1a\x07"):
        return "rar"
    return "tar" if head[257:262] == b"ustar" or head.startswith(PACKED) else None


def _is_plugged(suffix: str) -> bool:
    """Whether another package offers a converter for an ending that is none of ours."""
    from fzreview.documents.converting import plug_ins

    return suffix[1:] in plug_ins()


def skipped_as(name: str) -> str:
    """Code of the reason for which a ``skipped`` name is passed over."""
    return _SKIPPED.get(PurePosixPath(name.lower()).suffix, "skipped_kind")


def format_of(name: str) -> str:
    """The format that a ``foreign`` name tells."""
    return PurePosixPath(name).suffix[1:].upper()


def is_hidden(path: str) -> bool:
    """Whether a part of the path is hidden or what systems leave behind."""
    parts = path.split("/")
    return any(part.startswith((".", "__MACOSX", "~$")) and part not in (".", "..") for part in parts)
