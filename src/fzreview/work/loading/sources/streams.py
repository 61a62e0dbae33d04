"""One file or archive member, opened, as sources."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO

from fzreview.documents.kinds import kind_of_file
from fzreview.work.loading.sources.crawls import crawl_sources, json_sources
from fzreview.work.loading.sources.files import file_sources, kind_here
from fzreview.work.loading.sources.kinds import Kind, archive_kind, format_of
from fzreview.work.loading.sources.source import Found, Label, Opening, refuse
from fzreview.work.loading.sources.unpacked import PACKED, Unpacked

_HEAD = 1 << 14
"""Bytes that tell what a file is."""
DEEPEST = 1
"""Archives around an archive that is still opened."""


def stream_sources(stream: IO[bytes], kind: Kind, label: Label, opening: Opening) -> Iterator[Found]:
    """The sources of an open file. What the stream raises passes through."""
    limits = opening.limits
    if kind == "foreign":
        yield refuse(label, "foreign_format", format=format_of(label.doc))
    elif kind in ("zip", "tar", "7z", "rar"):
        if opening.depth > DEEPEST:
            yield refuse(label, "archive_nested")
            return
        if opening.depth:
            data = b"".join(_chunks(stream, limits.report_bytes + 1))
            if len(data) > limits.report_bytes:
                yield refuse(label, "too_large", limit=limits.shown)
                return
            stream = BytesIO(data)
        yield from _archive_sources(stream, kind, label, opening)
    elif kind == "crawl":
        yield from crawl_sources(stream, label, opening)
    else:
        data = b"".join(_chunks(stream, limits.report_bytes + 1))
        if len(data) > limits.report_bytes:
            if kind_of_file(data[:_HEAD], label.doc) == "separated":
                # The limit is one of a report, of which a table holds one a row.
                from fzreview.work.loading.sources.tables import long_table_sources

                yield from long_table_sources(data, stream, label, opening)
            else:
                yield refuse(label, "too_large", limit=limits.shown)
        elif not data:
            yield refuse(label, "empty")
        elif (archive := _archive_in(data, label)) is not None:
            yield from stream_sources(BytesIO(data), archive, label, opening)
        elif kind == "json":
            whole = json_sources(data, label, opening)
            yield from crawl_sources(BytesIO(data), label, opening) if whole is None else whole
        else:
            yield from file_sources(data, label, opening)


def _archive_in(data: bytes, label: Label) -> Kind | None:
    """The kind of archive that lies under the name of something else."""
    kind = archive_kind(data[:_HEAD])
    if kind == "zip":
        return "zip" if kind_here(data, label) == "zip" else None
    if kind == "tar" and data.startswith(PACKED):
        try:
            begin = Unpacked(BytesIO(data)).read(_HEAD)
        except Exception:  # whoever reads it tells what is wrong with it
            return None
        return "tar" if archive_kind(begin) == "tar" and not begin.startswith(PACKED) else None
    return kind


def _archive_sources(stream: IO[bytes], kind: Kind, label: Label, opening: Opening) -> Iterator[Found]:
    head = stream.read(_HEAD)
    stream.seek(0)
    if not head:
        yield refuse(label, "empty")
        return
    kind = archive_kind(head) or kind
    if kind == "rar":
        yield refuse(label, "archive_foreign", format="RAR")
        return
    # Loaded with the first archive: they cost more to import than all the rest.
    if kind == "7z":
        from fzreview.work.loading.sources.seven_zip import seven_zip_sources

        yield from seven_zip_sources(stream, label, opening)
        return
    from fzreview.work.loading.sources.archives import tar_sources, zip_sources

    yield from (zip_sources if kind == "zip" else tar_sources)(stream, label, opening)


def _chunks(stream: IO[bytes], most: int) -> Iterator[bytes]:
    """At most so many bytes; a stream asked for all of them at once would make room for all of them."""
    while most > 0 and (chunk := stream.read(min(most, 1 << 18))):
        yield chunk
        most -= len(chunk)
