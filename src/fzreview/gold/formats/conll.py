"""``conll``: a character and its tag a line, a blank line behind each sentence, the rest in comments.

Tags are BIO over the kinds of figures. Characters that would break a line or a comment are escaped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from fzreview.domain.gold.fields import carried_row, carried_section
from fzreview.domain.gold.records import GoldDocument, ReadSection
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.json_text import json_text
from fzreview.gold.files.split_files import SplitFiles
from fzreview.gold.labels.bio_tags import TAGS, bio_tags
from fzreview.gold.labels.overlaps import parted
from fzreview.gold.making.reviewed import cuts
from fzreview.gold.making.sentence_units import SentenceUnit, sentence_units
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FOLDER: Final = "conll"
SUFFIX: Final = ".conll"
PLAIN: Final = "plain"
"""Folder of the same files without comments, for readers that know none."""

_ESCAPED: Final = re.compile(
    r"[\s\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\#\ud800-\udfff]"
)
"""Blanks of all sorts, characters that nobody sees, the escape itself and the mark of a comment."""


class _Block(NamedTuple):
    """A sentence; every line with its break."""

    comments: str
    tokens: str


class ConllWriter:
    """Writes ``conll/SPLIT.conll`` and the list of tags."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        self.files: list[AtomicFile] = []
        self.not_held: Counter[str] = Counter()
        self._splits = SplitFiles(folder / FOLDER, SUFFIX, self.files)
        self._plain = SplitFiles(folder / FOLDER / PLAIN, SUFFIX, self.files)
        tags = AtomicFile(folder / FOLDER / "tags.txt")
        self.files.append(tags)
        tags.write("".join(f"{tag}\n" for tag in TAGS).encode("utf-8"))

    def add(self, document: GoldDocument) -> None:
        told: set[str] = set()
        for unit in sentence_units(document):
            read = [one for one in document.read if one.reviewer == unit.reviewer]
            block = self._block(document, unit, [] if unit.reviewer in told else read)
            told.add(unit.reviewer)
            self._splits.of(document.split).write(f"{block.comments}{block.tokens}\n".encode())
            if unit.complete:
                self._plain.of(document.split).write(f"{block.tokens}\n".encode())
        self.not_held["section"] += sum(one.reviewer not in told for one in document.read)

    def close(self, manifest: Manifest) -> None:
        """Nothing follows the last sentence."""

    def _block(self, document: GoldDocument, unit: SentenceUnit, read: Sequence[ReadSection]) -> _Block:
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
            **document.about(),
        }
        lines = [f"# unit = {json_text(head)}"]
        lines += [f"# read = {json_text(carried_section(one))}" for one in read]
        for name, records in (("figure", tagged), ("untagged", untagged), ("rejected", rejected)):
            lines += [f"# {name} = {json_text(carried_row(record))}" for record in records]
        tags = bio_tags(unit.start, unit.end, tagged)
        tokens = [f"{escaped(char)}\t{tag}\n" for char, tag in zip(text, tags, strict=True)]
        return _Block("".join(f"{line}\n" for line in lines), "".join(tokens))


def escaped(char: str) -> str:
    """One character as a token: itself, or ``\\uXXXX`` of its code point (``\\UXXXXXXXX`` beyond that)."""
    if not _ESCAPED.match(char):
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


writer = ConllWriter
