"""Gold as flat rows for tables: the machine's fields in columns of their own, headings as one text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from fzreview.domain.fields import flat_values
from fzreview.domain.gold import GoldDocument
from fzreview.domain.gold_entries import native_rows, read_section_row

SECTION_COLUMNS: Final = (
    *("doc", "sha256", "start", "end", "until", "level"),
    *("label", "reviewer", "signed_at", "figures", "open", "split"),
)
"""Columns of the sections read completely: the keys of ``sections.jsonl``."""

_ESCAPED: Final = re.compile(r"[\\/]")


def flat_rows(document: GoldDocument) -> Iterator[tuple[Any, ...]]:
    """One tuple for each record, in the order of ``FLAT_GOLD``; ``section`` is still a tuple of headings."""
    return map(flat_values, native_rows(document))


def flat_sections(document: GoldDocument) -> Iterator[list[Any]]:
    """One list for each section read completely, in the order of ``SECTION_COLUMNS``; ``open`` as text."""
    for section in document.read:
        row = read_section_row(document, section)
        yield list((row | {"open": " ".join(f"{start}-{end}" for start, end in row["open"])}).values())


def joined(headings: Sequence[str]) -> str:
    r"""Headings as one text with ``/`` between them; ``\`` stands before a ``/`` or ``\`` of a heading."""
    return "/".join(_ESCAPED.sub(r"\\\g<0>", heading) for heading in headings)
