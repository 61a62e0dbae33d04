"""``conll``: a character and its tag a line, a blank line behind each sentence, the rest in comments.

Tags are BIO over the kinds of figures. Characters that would break a line or a comment are escaped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from fzreview.domain.figure import KINDS
from fzreview.domain.gold import GoldDocument, GoldRecord, ReadSection
from fzreview.domain.gold_fields import carried_row, carried_section
from fzreview.gold.format_options import FormatOptions
from fzreview.gold.json_text import json_text
from fzreview.gold.manifest import Manifest
from fzreview.gold.overlaps import parted
from fzreview.gold.reviewed import cuts
from fzreview.gold.sentence_units import SentenceUnit, sentence_units
from fzreview.gold.split_files import SplitFiles
from fzreview.gold.whole_file import WholeFile

FOLDER: Final = "conll"
SUFFIX: Final = ".conll"
TAGS: Final = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))

_ESCAPED: Final = re.compile(
    r"[\s\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\#\ud800-\udfff]"
)
"""Blanks of all sorts, characters that nobody sees, the escape itself and the mark of a comment."""


class ConllWriter:
    """Writes ``conll/SPLIT.conll`` and the list of tags."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        self.files: list[WholeFile] = []
        self.not_held: Counter[str] = Counter()
        self._splits = SplitFiles(folder / FOLDER, SUFFIX, self.files)
        tags = WholeFile(folder / FOLDER / "tags.txt")
        self.files.append(tags)
        tags.write("".join(f"{tag}\n" for tag in TAGS).encode("utf-8"))

    def add(self, document: GoldDocument) -> None:
        told: set[str] = set()
        for unit in sentence_units(document):
            read = [one for one in document.read if one.reviewer == unit.reviewer]
            block = self._block(document, unit, [] if unit.reviewer in told else read)
            told.add(unit.reviewer)
            self._splits.of(document.split).write(block.encode("utf-8"))
        self.not_held["section"] += sum(one.reviewer not in told for one in document.read)

    def close(self, manifest: Manifest) -> None:
        """Nothing follows the last sentence."""

    def _block(self, document: GoldDocument, unit: SentenceUnit, read: Sequence[ReadSection]) -> str:
        text = document.text[unit.start : unit.end]
        right = [record for record in unit.records if cuts(text, record, unit.start)]
        self.not_held["span"] += len(unit.records) - len(right)
        rejected = [record for record in right if record.decision == "rejected"]
        tagged, untagged = parted([record for record in right if record.decision != "rejected"])
        self.not_held["rejected"] += len(rejected)
        self.not_held["overlapping"] += len(untagged)
        head = {
            "doc": document.doc,
            "sha256": document.sha256,
            "start": unit.start,
            "end": unit.end,
            "reviewer": unit.reviewer,
            "complete": unit.complete,
        }
        lines = [f"# unit = {json_text(head)}"]
        lines += [f"# read = {json_text(carried_section(one))}" for one in read]
        for name, records in (("figure", tagged), ("untagged", untagged), ("rejected", rejected)):
            lines += [f"# {name} = {json_text(carried_row(record))}" for record in records]
        lines += [f"{escaped(char)}\t{tag}" for char, tag in zip(text, _tags(unit, tagged), strict=True)]
        return "\n".join(lines) + "\n\n"


def _tags(unit: SentenceUnit, tagged: Sequence[GoldRecord]) -> Iterator[str]:
    at = unit.start
    for record in tagged:
        figure = record.figure
        yield from ["O"] * (figure.start - at)
        yield f"B-{figure.kind}"
        yield from [f"I-{figure.kind}"] * (figure.end - figure.start - 1)
        at = figure.end
    yield from ["O"] * (unit.end - at)


def escaped(char: str) -> str:
    """One character as a token: itself, or ``\\uXXXX`` of its code point (``\\UXXXXXXXX`` beyond that)."""
    if not _ESCAPED.match(char):
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


writer = ConllWriter
