"""``spacy``: DocBin files of blank Chinese documents, a token for each character.

Only sentences that are settled wholly, unless the others are asked for: what nobody settled is then told to
spaCy as missing, which ``ner`` understands and ``spancat`` takes for «no entity».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fzreview.domain.gold.fields import carried_row, carried_section
from fzreview.domain.gold.records import GoldDocument, GoldRecord, ReadSection
from fzreview.errors import LibraryMissing
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.split_files import UNSPLIT
from fzreview.gold.labels.overlaps import parted
from fzreview.gold.making.reviewed import cuts
from fzreview.gold.making.sentence_units import SentenceUnit, sentence_units
from fzreview.gold.making.settled_sentences import SettledSentences
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin

FOLDER: Final = "spacy"
KEY: Final = "fzreview"
"""Key of our fields in ``Doc.user_data``."""
FIGURES: Final = "figures"
REJECTED: Final = "rejected"
"""Span groups: every figure, also those that ``Doc.ents`` cannot hold together, and the hard negatives."""

_ATTRIBUTES: Final = ("ENT_IOB", "ENT_TYPE")
"""What the tokens have of their own: nobody parsed or tagged them."""

_MOST: Final = 10_000
"""Sentences of one file, which is in memory until it is written; spaCy reads a folder of files as one."""


class SpacyWriter:
    """Writes ``spacy/SPLIT.spacy``, and ``SPLIT.2.spacy`` … where there is more than one file holds."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        """Raises LibraryMissing where spaCy is not installed."""
        try:
            import spacy
        except ImportError as error:
            raise LibraryMissing("format_needs_extra", format="spacy", extra="spacy") from error
        self.files: list[AtomicFile] = []
        self.not_held: Counter[str] = Counter()
        self._settled = None if options.incomplete else SettledSentences(self.not_held)
        self._folder = folder / FOLDER
        self._folder.mkdir(parents=True, exist_ok=True)
        self._vocab = spacy.blank("zh").vocab
        self._bins: dict[str, DocBin] = {}
        self._numbers: Counter[str] = Counter()

    def add(self, document: GoldDocument) -> None:
        told: set[str] = set()
        name = document.split or UNSPLIT
        units = sentence_units(document) if self._settled is None else self._settled.units(document)
        for unit in units:
            read = [one for one in document.read if one.reviewer == unit.reviewer]
            self._bin(name).add(self._doc(document, unit, [] if unit.reviewer in told else read))
            told.add(unit.reviewer)
            if len(self._bins[name]) == _MOST:
                self._write(name)
        self.not_held["section"] += sum(one.reviewer not in told for one in document.read)

    def close(self, manifest: Manifest) -> None:
        for name in list(self._bins):
            self._write(name)

    def _bin(self, name: str) -> DocBin:
        from spacy.tokens import DocBin

        if name not in self._bins:
            self._bins[name] = DocBin(attrs=_ATTRIBUTES, store_user_data=True)
        return self._bins[name]

    def _write(self, name: str) -> None:
        self._numbers[name] += 1
        number = self._numbers[name]
        file = AtomicFile(self._folder / (f"{name}.spacy" if number == 1 else f"{name}.{number}.spacy"))
        self.files.append(file)
        file.write(self._bins.pop(name).to_bytes())

    def _doc(self, document: GoldDocument, unit: SentenceUnit, read: Sequence[ReadSection]) -> Doc:
        from spacy.tokens import Doc, Span

        text = document.text[unit.start : unit.end]
        right = [record for record in unit.records if cuts(text, record, unit.start)]
        self.not_held["span"] += len(unit.records) - len(right)
        accepted = [record for record in right if record.decision != "rejected"]
        rejected = [record for record in right if record.decision == "rejected"]
        entities, others = parted(accepted)
        self.not_held["overlapping"] += len(others)
        doc = Doc(self._vocab, words=list(text), spaces=[False] * len(text))

        def span(record: GoldRecord) -> Span:
            figure = record.figure
            return Span(doc, figure.start - unit.start, figure.end - unit.start, label=figure.kind)

        # A hard negative beside a figure that overlaps it says nothing about the characters they share.
        outside = [
            span(one)
            for one in parted(rejected)[0]
            if not any(one.figure.start < e.figure.end and e.figure.start < one.figure.end for e in entities)
        ]
        doc.set_ents(
            [span(record) for record in entities],
            outside=[] if unit.complete else outside,
            default="outside" if unit.complete else "missing",
        )
        doc.spans[FIGURES] = [span(record) for record in accepted]
        doc.spans[REJECTED] = [span(record) for record in rejected]
        doc.user_data[KEY] = {
            "doc": document.doc,
            "sha256": document.sha256,
            "start": unit.start,
            "end": unit.end,
            "reviewer": unit.reviewer,
            "complete": unit.complete,
            "split": document.split,
            **document.about(),
            FIGURES: [carried_row(record) for record in accepted],
            REJECTED: [carried_row(record) for record in rejected],
            "read": [carried_section(one) for one in read],
        }
        return doc


writer = SpacyWriter
