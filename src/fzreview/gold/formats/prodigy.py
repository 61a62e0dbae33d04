"""``prodigy``: JSONL tasks, a sentence each with a token a character.

A hard negative is a task rejected where its sentence holds no figure; else it stands beside the figures of
the task accepted, because one text is not to go out with two answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.fields import carried_row, carried_section
from fzreview.domain.gold.records import GoldDocument, GoldRecord, ReadSection
from fzreview.domain.gold.returned import REJECTED
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.json_text import json_line
from fzreview.gold.files.split_files import SplitFiles
from fzreview.gold.making.reviewed import cuts
from fzreview.gold.making.sentence_units import SentenceUnit, sentence_units
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

FOLDER: Final = "prodigy"
SUFFIX: Final = ".jsonl"
KEY: Final = "fzreview"
"""Our fields in a task; ``meta`` is what Prodigy shows in a corner."""


class ProdigyWriter:
    """Writes ``prodigy/SPLIT.jsonl``. Spans may overlap, as in Prodigy's own spans."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        self.files: list[AtomicFile] = []
        self.not_held: Counter[str] = Counter()
        self._splits = SplitFiles(folder / FOLDER, SUFFIX, self.files)

    def add(self, document: GoldDocument) -> None:
        told: set[str] = set()
        for unit in sentence_units(document):
            read = (
                []
                if unit.reviewer in told
                else [one for one in document.read if one.reviewer == unit.reviewer]
            )
            told.add(unit.reviewer)
            for task in self._tasks(document, unit, read):
                self._splits.of(document.split).write(json_line(task))
        self.not_held["section"] += sum(one.reviewer not in told for one in document.read)

    def close(self, manifest: Manifest) -> None:
        """Nothing follows the last task."""

    def _tasks(
        self, document: GoldDocument, unit: SentenceUnit, read: Sequence[ReadSection]
    ) -> Iterable[dict[str, Any]]:
        text = document.text[unit.start : unit.end]
        right = [record for record in unit.records if cuts(text, record, unit.start)]
        self.not_held["span"] += len(unit.records) - len(right)
        accepted = [record for record in right if record.decision != "rejected"]
        rejected = [record for record in right if record.decision == "rejected"]
        if accepted or not rejected:
            self.not_held["rejected"] += len(rejected)
            yield _task(document, unit, text, accepted, read, "accept", rejected)
            return
        for number, record in enumerate(rejected):
            yield _task(document, unit, text, [record], [] if number else read, "reject")


def _task(
    document: GoldDocument,
    unit: SentenceUnit,
    text: str,
    records: Sequence[GoldRecord],
    read: Sequence[ReadSection],
    answer: str,
    rejected: Sequence[GoldRecord] = (),
) -> dict[str, Any]:
    # A task with a single span in question says nothing of the rest of its sentence.
    complete = unit.complete and answer == "accept"
    return {
        "text": text,
        "tokens": [
            {"text": char, "start": at, "end": at + 1, "id": at, "ws": False} for at, char in enumerate(text)
        ],
        "spans": [_span(record, unit.start) for record in records],
        "meta": {"doc": document.doc, "reviewer": unit.reviewer, "complete": complete},
        "answer": answer,
        KEY: {
            "doc": document.doc,
            "sha256": document.sha256,
            "start": unit.start,
            "end": unit.end,
            "reviewer": unit.reviewer,
            "complete": complete,
            "split": document.split,
            **document.about(),
            "records": [carried_row(record) for record in records],
            **({REJECTED: [carried_row(record) for record in rejected]} if rejected else {}),
            "read": [carried_section(one) for one in read],
        },
    }


def _span(record: GoldRecord, start: int) -> dict[str, Any]:
    begin, end = record.figure.start - start, record.figure.end - start
    return {
        "start": begin,
        "end": end,
        "token_start": begin,
        "token_end": end - 1,  # the last token itself
        "label": record.figure.kind,
    }


writer = ProdigyWriter
