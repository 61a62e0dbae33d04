"""A source that is no text → its text, within bounds of memory; for a process that may die of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fzreview.domain.reports.original import Original, SourceMetadata
from fzreview.errors import InputRefused
from fzreview.work.loading.sources.source import Source

SECONDS: Final = 120
"""How long one conversion may take."""
_MEMORY: Final = 2 << 30
"""Bytes that one conversion may take beyond what the process holds when it begins."""


@dataclass(frozen=True, slots=True)
class Converted:
    """The text of a source and where it comes from."""

    text: str
    encoding: str
    told: SourceMetadata
    original: Original | None
    """Without the file's bytes, which the source holds."""
    unread_pages: tuple[int, ...] = ()
    """Numbers of pages that show something and hold no text."""


def converted(source: Source) -> Converted:
    """The text of a source whose kind is not text.

    Raises InputRefused, ``conversion_too_big`` where it needs more memory than it may have.
    """
    from fzreview.documents.converting import convert

    data, kind = source.data, source.kind
    through = ""
    if kind == "doc":
        from fzreview.work.loading.office_program import to_docx

        data, program = to_docx(data, source.name)
        kind, through = "docx", f"{program} + "
    try:
        with bounded_memory():
            made = convert(data, kind, source.name)
    except MemoryError as error:
        raise InputRefused("conversion_too_big", name=source.name, limit=f"{_MEMORY >> 30} GiB") from error
    document = made.document
    original = Original(source.kind, through + made.converter, made.version, None, document.pages)
    told = source.told.or_else(document.told)
    return Converted(document.text, document.encoding, told, original, document.unread_pages)


@contextmanager
def bounded_memory() -> Iterator[None]:
    """Let this process take no more than so much more; where systems know no such bound, nothing."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (ImportError, OSError):
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * resource.getpagesize() + _MEMORY
    limits = [limit for limit in (wanted, soft) if limit != resource.RLIM_INFINITY]
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (min(limits), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
