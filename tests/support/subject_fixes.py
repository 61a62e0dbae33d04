"""Subjects that the extractor reads otherwise than the truth says, and the keys that put them right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Reading
from fzreview.reading.read import read_report
from fzreview.review.picking.subject_selection import SubjectSelection
from support.gold_reports import SEEDS, seed_names
from support.real_sentences import HEAD, real_sentences

FIGURES = Path(__file__).parents[1] / "gold" / "figures.jsonl"

UNPICKABLE = 99
"""Stands for a subject that must be typed."""


class Fix(NamedTuple):
    """A figure of a reading with a wrong subject, and the right ones."""

    reading: Reading
    figure: Figure
    wanted: tuple[str, ...]


def subject_fixes() -> Iterator[Fix]:
    """Of the seeds and of the sentences that mirror real pages."""
    for sentence in real_sentences():
        reading = read_report(sentence.report)
        truth = {
            (one.start + len(HEAD), one.end + len(HEAD)): (one.subject, one.subject_alt)
            for one in sentence.figures
            if not one.optional and one.subject
        }
        yield from _wrong(reading, truth)
    rows = [json.loads(line) for line in FIGURES.read_text("utf-8").splitlines()]
    for doc in seed_names():
        reading = read_report((SEEDS / doc).read_bytes().decode("utf-8"))
        truth = {
            (row["start"], row["end"]): (row["subject"], row.get("subject_alt"))
            for row in rows
            if row["doc"] == doc
        }
        yield from _wrong(reading, truth)


def _wrong(reading: Reading, truth: dict[tuple[int, int], tuple[str, str | None]]) -> Iterator[Fix]:
    for figure in reading.figures:
        wanted = tuple(one for one in truth.get((figure.start, figure.end), ()) if one)
        if wanted and figure.subject not in wanted:
            yield Fix(reading, figure, wanted)


def fewest_keys(picking: SubjectSelection, wanted: str) -> int:
    """Keys from the desk to the saved subject, that which opens the dialog and Enter among them."""
    if wanted in picking.proposals:
        return 2
    fewest = _by_moves(picking, wanted)
    # The others are looked through only where they could take fewer: all pairs of letters are many.
    if fewest > 3:
        fewest = min(fewest, _by_letters(picking, wanted))
    if fewest > 4:
        fewest = min(fewest, _by_another_run(picking, wanted))
    return fewest


def _by_moves(picking: SubjectSelection, wanted: str) -> int:
    counts = [UNPICKABLE]
    for start in range(-3, 4):
        ends = (end for end in range(-3, 4) if picking.moved(start, end).subject == wanted)
        counts += (2 + abs(start) + abs(end) for end in ends)
    return min(counts)


def _by_another_run(picking: SubjectSelection, wanted: str) -> int:
    """What stands there stays, and a run before or behind it is picked beside it."""
    counts = [UNPICKABLE]
    for start in _letters(picking):
        once = picking.with_run_closed().with_letter(start)
        counts += [4] if once.subject == wanted else []
        counts += (5 for end in _letters(picking) if once.with_letter(end).subject == wanted)
    return min(counts)


def _by_letters(picking: SubjectSelection, wanted: str) -> int:
    counts = [UNPICKABLE]
    for start in _letters(picking):
        once = picking.with_letter(start)
        if once.subject == wanted:
            counts.append(3)
        for end in _letters(picking):
            twice = once.with_letter(end)
            if twice.subject == wanted:
                counts.append(4)
            elif twice.subject and wanted.startswith(twice.subject):
                rest = wanted.removeprefix(twice.subject)
                if any(_run(picking, first, rest) for first in range(len(picking.words))):
                    counts.append(6)
    return min(counts)


def _letters(picking: SubjectSelection) -> list[str]:
    return [word.letter for word in picking.words if word.letter]


def _run(picking: SubjectSelection, first: int, wanted: str) -> bool:
    """Whether the words from ``first`` on can be picked to make exactly this."""
    text = ""
    for word in picking.words[first:]:
        text += word.text
        if text == wanted:
            return bool(picking.words[first].letter and word.letter)
        if not wanted.startswith(text):
            return False
    return False
