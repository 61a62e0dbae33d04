"""Gold as flat rows for tables: the machine's fields in columns of their own, headings as one text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from fzreview.domain.gold import GoldDocument
from fzreview.domain.gold_entries import gold_entries, read_section_row

FIELDS: Final = (
    ("start", int),
    ("end", int),
    ("surface", str),
    ("text", str),
    ("value", str),
    ("upper", str),
    ("unit", str),
    ("kind", str),
    ("bound", str),
    ("subject", str),
)
"""The fields of the annotation guide, in the order of every row, and what they hold."""

COLUMNS: Final[dict[str, type]] = {
    "doc": str,
    "sha256": str,
    **dict(FIELDS),
    "decision": str,
    **{f"machine_{name}": kind for name, kind in FIELDS},
    "reason": str,
    "reason_class": str,
    "reviewer": str,
    "decided_at": str,
    "comment": str,
    "section": tuple,
    "sentence": str,
    "sentence_start": int,
    "context_complete": bool,
    "split": str,
    "guide": str,
    "extractor": str,
}
"""Columns of a flat row in order → what they hold; any of them may be None."""

SECTION_COLUMNS: Final = (
    *("doc", "sha256", "start", "end", "until", "level"),
    *("label", "reviewer", "signed_at", "figures", "open", "split"),
)
"""Columns of the sections read completely: the keys of ``sections.jsonl``."""

_NO_MACHINE: Final = (None,) * len(FIELDS)
_ESCAPED: Final = re.compile(r"[\\/]")


def flat_rows(document: GoldDocument) -> Iterator[tuple[Any, ...]]:
    """One tuple for each record, in the order of ``COLUMNS``; ``section`` is still a tuple of headings."""
    doc, sha256, split, guide = document.doc, document.sha256, document.split, document.guide
    for entry in gold_entries(document):
        verdict = entry.verdict
        machine = verdict[: len(FIELDS)]
        final = machine
        if entry.correction is not None:
            final = tuple(getattr(entry.correction, name) for name, _ in FIELDS)
        yield (
            doc,
            sha256,
            *final,
            entry.decision,
            *(machine if verdict.origin == "machine" else _NO_MACHINE),
            verdict.reason,
            verdict.reason_class,
            verdict.reviewer,
            verdict.decided_at,
            verdict.comment,
            verdict.section,
            entry.sentence,
            entry.sentence_start,
            entry.context_complete,
            split,
            guide,
            verdict.extractor,
        )


def flat_sections(document: GoldDocument) -> Iterator[list[Any]]:
    """One list for each section read completely, in the order of ``SECTION_COLUMNS``; ``open`` as text."""
    for section in document.read:
        row = read_section_row(document, section)
        yield list((row | {"open": " ".join(f"{start}-{end}" for start, end in row["open"])}).values())


def joined(headings: Sequence[str]) -> str:
    r"""Headings as one text with ``/`` between them; ``\`` stands before a ``/`` or ``\`` of a heading."""
    return "/".join(_ESCAPED.sub(r"\\\g<0>", heading) for heading in headings)
