"""Gold as flat rows for tables: the machine's fields in columns of their own, headings as one text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from fzreview.domain.figures.fields import ABOUT, FLAT_GOLD, flat_values
from fzreview.domain.gold.entries import native_rows, read_section_row
from fzreview.domain.gold.records import GoldDocument
from fzreview.gold.labels.bound_words import BOUND_WORDS

SECTIONS: Final[dict[str, type]] = {
    "doc": str,
    "sha256": str,
    "start": int,
    "end": int,
    "until": int,
    "level": int,
    "label": str,
    "reviewer": str,
    "signed_at": str,
    "figures": int,
    "open": tuple,
    "split": str,
}
"""Columns of the sections read completely → what they hold: the keys of ``sections.jsonl``."""

SECTION_COLUMNS: Final = tuple(SECTIONS)

DERIVED: Final[dict[str, type]] = {"bound_word": str, "value_number": float, "upper_number": float}
"""Said once more for those who sort and filter: the sign as a word, decimals as numbers where exact."""

TABLE: Final[dict[str, type]] = FLAT_GOLD | DERIVED | ABOUT
"""The columns of flat tables."""

_LISTS: Final = [at for at, kind in enumerate(TABLE.values()) if kind is tuple]

_BOUND, _VALUE, _UPPER = (list(FLAT_GOLD).index(name) for name in ("bound", "value", "upper"))
_DECIMAL: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_EXACT_DIGITS: Final = 15
"""A double keeps as many digits of any decimal, and so does a cell of a spreadsheet."""

_ESCAPED: Final = re.compile(r"[\\/]")


def flat_rows(document: GoldDocument) -> Iterator[tuple[Any, ...]]:
    """One tuple for each record, in the order of ``TABLE``; lists are tuples, see ``cells_of``."""
    about = tuple(document.about().values())
    for row in native_rows(document):
        flat = flat_values(row)
        word = BOUND_WORDS.get(flat[_BOUND])
        yield (*flat, word, exact_number(flat[_VALUE]), exact_number(flat[_UPPER]), *about)


def cells_of(row: tuple[Any, ...]) -> list[Any]:
    """A flat row whose lists are texts."""
    cells = list(row)
    for at in _LISTS:
        cells[at] = joined(row[at])
    return cells


def exact_number(decimal: str | None) -> float | None:
    """A decimal as a number that is printed as the same one; None where there is none."""
    if decimal is None or not _DECIMAL.fullmatch(decimal):
        return None
    digits = decimal.lstrip("-0.").replace(".", "")
    return float(decimal) if len(digits) <= _EXACT_DIGITS else None


def flat_sections(document: GoldDocument) -> Iterator[list[Any]]:
    """One list for each section read completely, in the order of ``SECTION_COLUMNS``; ``open`` as text."""
    for section in document.read:
        row = read_section_row(document, section)
        yield list((row | {"open": " ".join(f"{start}-{end}" for start, end in row["open"])}).values())


def joined(items: Sequence[str]) -> str:
    r"""Texts as one with ``/`` between them; ``\`` stands before a ``/`` or ``\`` of their own."""
    return "/".join(_ESCAPED.sub(r"\\\g<0>", item) for item in items)
