"""Metadata that came with a text from outside, used where the text itself has none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from fzreview.domain.reports.original import SourceMetadata
from fzreview.domain.reports.report import Metadata

_FLAGS: Final = {
    "title": "title_from_crawl",
    "publish_date": "publish_date_from_crawl",
    "source": "source_from_crawl",
}
"""Field → the flag that marks its value as coming from outside."""


def completed(metadata: Metadata, told: SourceMetadata) -> Metadata:
    """A reading's metadata, completed from the source's and flagged."""
    return _with(metadata, {name: getattr(told, name) for name in _FLAGS})


def completed_as_before(metadata: Metadata, before: Metadata) -> Metadata:
    """Metadata of a new reading, completed from what the previous reading had from the source."""
    told = {name: getattr(before, name) for name, flag in _FLAGS.items() if flag in before.flags}
    return _with(metadata, told)


def _with(metadata: Metadata, told: dict[str, str | None]) -> Metadata:
    for name, value in told.items():
        if value and getattr(metadata, name) is None:
            taken: dict[str, Any] = {name: value, "flags": (*metadata.flags, _FLAGS[name])}
            metadata = replace(metadata, **taken)
    return metadata
