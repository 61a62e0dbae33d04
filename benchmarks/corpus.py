"""Any number of synthetic reports, made of the example reports: chapters recombined, digits drawn anew.

Report ``i`` depends on ``i`` and the examples only. The texts are for clocks, not for judging the reading:
totals and their parts do not add up.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HEADING = re.compile(r"^(\s*)[一二三四五六七八九十]{1,3}、(?=\S)")
_DIGITS = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d+")
_GLOSS = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+[)）]")

SHORTEST, LONGEST = 4_000, 9_000
"""Characters of a report, as the real ones have them."""
DROPPED = 0.12
"""Part of the paragraphs that a report leaves out."""

_NUMERALS = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Example:
    """An example report cut up."""

    opening: list[str]
    chapters: list[list[str]]
    """Lines, the heading first."""
    glossed: bool

    @classmethod
    def of(cls, text: str) -> Example:
        lines = text.split("\n")
        heads = [number for number, line in enumerate(lines) if _HEADING.match(line)]
        chapters = [lines[start:end] for start, end in zip(heads, [*heads[1:], len(lines)], strict=True)]
        return cls(lines[: heads[0]], chapters, bool(_GLOSS.search(text)))


class Corpus:
    """Makes reports out of the example reports in a folder."""

    def __init__(self, examples: Path) -> None:
        self._examples = [Example.of(path.read_text("utf-8")) for path in sorted(examples.glob("*.txt"))]

    def report(self, number: int, chars: int | None = None) -> str:
        """Report ``number``, about ``chars`` long, else of the length that its number gives it."""
        draw = random.Random(f"report {number}")
        example = self._examples[draw.randrange(len(self._examples))]
        length = chars or draw.randrange(SHORTEST, LONGEST)
        # Glossed and traditional chapters cost more to repair: they stay among their own kind.
        pool = [
            part for other in self._examples if other.glossed == example.glossed for part in other.chapters
        ]
        lines, size = list(example.opening), sum(map(len, example.opening))
        chapters = 0
        while size < length:
            heading, *paragraphs = pool[draw.randrange(len(pool))]
            chapters = chapters % 99 + 1
            kept = [_HEADING.sub(rf"\g<1>{_numeral(chapters)}、", heading)]
            kept += [line for line in paragraphs if draw.random() >= DROPPED]
            for line in kept:
                if size >= length:
                    break
                lines.append(line)
                size += len(line) + 1
        return _DIGITS.sub(lambda found: _redrawn(draw, found[0]), "\n".join(lines))

    def reports(self, start: int, end: int) -> Iterator[str]:
        for number in range(start, end):
            yield self.report(number)

    def write(self, folder: Path, count: int) -> int:
        """Write the first ``count`` reports as files; returns their characters."""
        folder.mkdir(parents=True)
        chars = 0
        for number, text in enumerate(self.reports(0, count)):
            (folder / f"{number:06d}.txt").write_bytes(text.encode())
            chars += len(text)
        return chars


def _numeral(number: int) -> str:
    """A number below 100 as headings write it."""
    tens, ones = divmod(number, 10)
    lead = ("" if tens < 2 else _NUMERALS[tens - 1]) + ("十" if tens else "")
    return lead + (_NUMERALS[ones - 1] if ones else "")


def _redrawn(draw: random.Random, digits: str) -> str:
    low = 10 ** (len(digits) - 1)
    return str(draw.randrange(low, low * 10)) if len(digits) > 1 else str(draw.randrange(1, 10))
