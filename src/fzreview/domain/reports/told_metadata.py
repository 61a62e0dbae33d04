"""Metadata that came beside a text, taken where the text itself says nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from fzreview.domain.reports.original import Told
from fzreview.domain.reports.report import Metadata

_FLAGS: Final = {
    "title": "title_from_crawl",
    "publish_date": "publish_date_from_crawl",
    "source": "source_from_crawl",
}
"""Field → the flag that says that it came beside the text."""


def completed(metadata: Metadata, told: Told) -> Metadata:
    """Metadata with what was told beside the text, flagged."""
    return _with(metadata, {name: getattr(told, name) for name in _FLAGS})


def completed_as_before(metadata: Metadata, before: Metadata) -> Metadata:
    """Metadata of the same report read anew, with what was told beside it when it was loaded."""
    told = {name: getattr(before, name) for name, flag in _FLAGS.items() if flag in before.flags}
    return _with(metadata, told)


def _with(metadata: Metadata, told: dict[str, str | None]) -> Metadata:
    for name, value in told.items():
        if value and getattr(metadata, name) is None:
            taken: dict[str, Any] = {name: value, "flags": (*metadata.flags, _FLAGS[name])}
            metadata = replace(metadata, **taken)
    return metadata
