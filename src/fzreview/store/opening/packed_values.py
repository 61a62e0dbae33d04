"""Values that are no columns of their own, packed into one, and read back."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import Final

import orjson

from fzreview.domain.reports.clean_text import CleanText, Run
from fzreview.store.opening.unreadable_rows import raises_unreadable_row


def text_digest(source: str) -> str:
    """What the digest of a source text is: sha256 of its UTF-8."""
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


_encoded: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack_json(value: object) -> str:
    """A value as JSON without blanks, lone surrogates as they stand.

    The fast library writes the same (a test holds it) and takes no lone surrogates.
    """
    try:
        return orjson.dumps(value).decode("utf-8")
    except TypeError:
        return _encoded(value)


@lru_cache(maxsize=64)
def pack_strings(words: tuple[str, ...]) -> str:
    """A list of words; the figures of a section share theirs."""
    return pack_json(words)


@lru_cache(maxsize=64)
@raises_unreadable_row
def unpack_strings(packed: str) -> tuple[str, ...]:
    """The words that :func:`pack_strings` wrote."""
    return tuple(json.loads(packed))


def pack_runs(runs: Iterable[Run]) -> bytes:
    """Runs as little-endian 32-bit quadruples (clean start, source start, length, source length)."""
    numbers = array("I")
    for run in runs:
        numbers.extend((run.clean_start, run.source_start, run.length, run.source_length))
    return numbers.tobytes()


@raises_unreadable_row
def clean_text(source: str, clean: str | None, runs: bytes | None) -> CleanText:
    """The clean text of a report row; a row without one is its own clean text."""
    if clean is None or runs is None:
        return CleanText.identity(source)
    numbers = array("I")
    numbers.frombytes(runs)
    quadruples = zip(*[iter(numbers)] * 4, strict=True)
    return CleanText(clean, tuple(Run(*quadruple) for quadruple in quadruples))
