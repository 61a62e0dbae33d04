"""Sentences to train on: settled wholly, and none of them labelled in two ways.

A row of labels has no place for «nobody knows»: what is not complete would be taught as «no figure».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b

from fzreview.domain.gold.records import GoldDocument
from fzreview.gold.making.sentence_units import SentenceUnit, sentence_units


class SettledSentences:
    """Takes documents one by one; of the same words the labelling that came first holds."""

    def __init__(self, left_out: Counter[str]) -> None:
        """Counts in ``left_out`` what is ``incomplete`` and what is ``contradicted``."""
        self._left_out = left_out
        self._seen: dict[bytes, bytes] = {}

    def units(self, document: GoldDocument) -> Iterator[SentenceUnit]:
        """The document's units in order of place, those of several reviewers once where they agree."""
        complete: list[SentenceUnit] = []
        for unit in sentence_units(document):
            if unit.complete:
                complete.append(unit)
            else:
                self._left_out["incomplete"] += 1
        complete.sort(key=lambda unit: (unit.start, unit.end))
        for apart in _overlapping(complete):
            first = apart[0]
            if len(set(map(_said, apart))) == 1 and self._agrees(document.text, first):
                yield first
            else:
                self._left_out["contradicted"] += len(apart)

    def _agrees(self, text: str, unit: SentenceUnit) -> bool:
        told = _digest(repr(_labels(unit)))
        return self._seen.setdefault(_digest(text[unit.start : unit.end]), told) == told


def _overlapping(units: list[SentenceUnit]) -> Iterator[list[SentenceUnit]]:
    """Units in order of place, those that share characters together."""
    group: list[SentenceUnit] = []
    end = 0
    for unit in units:
        if group and unit.start >= end:
            yield group
            group = []
        group.append(unit)
        end = unit.end if len(group) == 1 else max(end, unit.end)
    if group:
        yield group


def _said(unit: SentenceUnit) -> tuple[object, ...]:
    return unit.start, unit.end, _labels(unit)


def _labels(unit: SentenceUnit) -> tuple[tuple[int, int, str], ...]:
    """Places within the unit with their kinds."""
    return tuple(
        (one.figure.start - unit.start, one.figure.end - unit.start, one.figure.kind)
        for one in unit.records
        if one.decision != "rejected"
    )


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
