"""``jsonl``: the native format, one gold record a line, and beside it the sections read completely."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson

from fzreview.domain.gold import GoldDocument
from fzreview.domain.gold_entries import gold_entries, read_section_row
from fzreview.domain.reading_rows import figure_fields
from fzreview.gold.manifest import Manifest
from fzreview.gold.whole_file import WholeFile

FILE_NAME = "figures.jsonl"
SECTIONS_NAME = "sections.jsonl"


def lines(document: GoldDocument) -> Iterator[bytes]:
    """The document's rows as compact JSON in UTF-8, line breaks included.

    They say what ``gold_row`` says, in its order; the ten fields of a figure that nobody corrected are made
    once for both of their places.
    """
    head = orjson.dumps({"doc": document.doc, "sha256": document.sha256})[:-1]
    for verdict, correction, decision, sentence, sentence_start, complete in gold_entries(document):
        machine = fields = orjson.dumps(
            {
                "start": verdict.start,
                "end": verdict.end,
                "surface": verdict.surface,
                "text": verdict.text,
                "value": verdict.value,
                "upper": verdict.upper,
                "unit": verdict.unit,
                "kind": verdict.kind,
                "bound": verdict.bound,
                "subject": verdict.subject,
            }
        )
        if correction is not None:
            fields = orjson.dumps(figure_fields(correction))
        if verdict.origin != "machine":
            machine = b"null"
        rest = orjson.dumps(
            {
                "reason": verdict.reason,
                "reason_class": verdict.reason_class,
                "reviewer": verdict.reviewer,
                "decided_at": verdict.decided_at,
                "comment": verdict.comment,
                "section": orjson.Fragment(verdict.headings),
                "sentence": sentence,
                "sentence_start": sentence_start,
                "context_complete": complete,
                "split": document.split,
                "guide": document.guide,
                "extractor": verdict.extractor,
            },
            option=orjson.OPT_APPEND_NEWLINE,
        )
        yield b'%b,%b,"decision":"%b","machine":%b,%b' % (
            head,
            fields[1:-1],
            decision.encode(),
            machine,
            rest[1:],
        )


class JsonlWriter:
    """Writes ``figures.jsonl`` and ``sections.jsonl``."""

    def __init__(self, folder: Path) -> None:
        self._figures = WholeFile(folder / FILE_NAME)
        self.files = [self._figures]
        self._sections = WholeFile(folder / SECTIONS_NAME)
        self.files.append(self._sections)
        self.not_held: dict[str, int] = {}

    def add(self, document: GoldDocument) -> None:
        self._figures.write(b"".join(lines(document)))
        for section in document.read:
            row = read_section_row(document, section)
            self._sections.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))

    def close(self, manifest: Manifest) -> None:
        """Nothing follows the last line."""


writer = JsonlWriter
