"""One file or archive member, opened, as sources."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO

from fzreview.work.loading.sources.crawls import crawl_sources, json_sources
from fzreview.work.loading.sources.kinds import Kind
from fzreview.work.loading.sources.source import Found, Label, Limits, Source, refuse


def stream_sources(stream: IO[bytes], kind: Kind, label: Label, limits: Limits) -> Iterator[Found]:
    """The sources of an open file that is no archive. What the stream raises passes through."""
    if kind == "crawl":
        yield from crawl_sources(stream, label, limits)
        return
    data = b"".join(_chunks(stream, limits.report_bytes + 1))
    if len(data) > limits.report_bytes:
        yield refuse(label, "too_large", limit=limits.shown)
    elif kind == "json":
        whole = json_sources(data, label)
        yield from crawl_sources(BytesIO(data), label, limits) if whole is None else whole
    else:
        yield Source(label.name, label.doc, data)


def _chunks(stream: IO[bytes], most: int) -> Iterator[bytes]:
    """At most so many bytes; a stream asked for all of them at once would make room for all of them."""
    while most > 0 and (chunk := stream.read(min(most, 1 << 18))):
        yield chunk
        most -= len(chunk)
