"""Every text that the rules were written with in view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from support.held_reports import held_names, held_report
from support.real_sentences import real_sentences

TESTS = Path(__file__).parents[1]

_MARK = re.compile(r"\{\??([^{}|]*)[^{}]*\}")


def reports() -> Iterator[tuple[str, str]]:
    """Name and source of every whole report or page: seeds, held reports, pages."""
    for path in sorted((TESTS.parent / "seeds").glob("*.txt")):
        yield path.name, path.read_bytes().decode("utf-8")
    for name in held_names():
        yield name, held_report(name).source
    for path in sorted((TESTS / "gold" / "pages").glob("*.txt")):
        yield path.name, path.read_bytes().decode("utf-8")


def sentences() -> Iterator[str]:
    """The invented sentences without their marks, and those that mirror real pages."""
    for line in (TESTS / "gold" / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield _MARK.sub(r"\1", line.replace("\\n", "\n"))
    for sentence in real_sentences():
        yield sentence.text


def texts() -> Iterator[tuple[str, str]]:
    """Name and source of every text; a sentence is its own name."""
    yield from reports()
    for sentence in sentences():
        yield sentence, sentence
