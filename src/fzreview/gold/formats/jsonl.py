"""``jsonl``: the native format, one gold record a line; beside it sections read, what is no gold yet, and
what people say of whole reports and their headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson

from fzreview.domain.dissent.unsettled import unsettled_row
from fzreview.domain.gold.entries import native_rows, read_section_row
from fzreview.domain.gold.records import GoldDocument
from fzreview.domain.gold.reports import heading_rows, report_row
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FILE_NAME = "figures.jsonl"
SECTIONS_NAME = "sections.jsonl"
UNSETTLED_NAME = "unsettled.jsonl"
REPORTS_NAME = "reports.jsonl"
OUTLINE_NAME = "outline.jsonl"


def lines(document: GoldDocument) -> Iterator[bytes]:
    """The document's rows as compact JSON in UTF-8, line breaks included."""
    return (orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in native_rows(document))


class JsonlWriter:
    """Writes ``figures.jsonl`` and beside it sections, what is unsettled, reports and outlines."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        self._figures = AtomicFile(folder / FILE_NAME)
        self.files = [self._figures]
        self._sections = AtomicFile(folder / SECTIONS_NAME)
        self.files.append(self._sections)
        self._unsettled = AtomicFile(folder / UNSETTLED_NAME)
        self.files.append(self._unsettled)
        self._reports = AtomicFile(folder / REPORTS_NAME)
        self.files.append(self._reports)
        self._outlines = AtomicFile(folder / OUTLINE_NAME)
        self.files.append(self._outlines)
        self.not_held: dict[str, int] = {}

    def add(self, document: GoldDocument) -> None:
        self._figures.write(b"".join(lines(document)))
        for section in document.read:
            row = read_section_row(document, section)
            self._sections.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
        for one in document.unsettled:
            row = unsettled_row(one, document.doc, document.sha256)
            self._unsettled.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))

        if (report := document.report) is not None:
            of_document = document.doc, document.sha256, document.split
            if report.said or document.records or document.read:
                row = report_row(report, *of_document)
                self._reports.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
            for row in heading_rows(report, *of_document):
                self._outlines.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))

    def close(self, manifest: Manifest) -> None:
        """Nothing follows the last line."""


writer = JsonlWriter
