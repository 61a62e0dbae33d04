"""Every figure of the invented sentences is found, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from fzreview.domain.figures.figure import BOUNDS, KINDS
from fzreview.reading.figures import find_figures
from fzreview.text.clean import clean_text

SENTENCES = Path(__file__).with_name("sentences.txt")


class Marked(NamedTuple):
    """A sentence without its marks, and its figures as (start, end, fields that are told)."""

    number: int
    text: str
    figures: list[tuple[int, int, list[str]]]


def marked_sentences() -> list[Marked]:
    """The sentences of the file; its first lines explain the notation."""
    sentences = []
    for number, line in enumerate(SENTENCES.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        text, figures = "", []
        for piece in re.split(r"(\{[^{}]*\})", line.replace("\\n", "\n")):
            fields = piece[1:-1].split("|") if piece.startswith("{") else [piece]
            if piece.startswith("{"):
                figures.append((len(text), len(text) + len(fields[0]), fields))
            text += fields[0] if piece.startswith("{") else piece
        sentences.append(Marked(number, text, figures))
    return sentences


@pytest.mark.parametrize("sentence", marked_sentences(), ids=lambda sentence: f"line {sentence.number}")
def test_sentence(sentence: Marked) -> None:
    clean, _ = clean_text(sentence.text)
    found = find_figures(sentence.text, clean, [(0, len(clean.text))], []).figures
    assert [figure.surface for figure in found] == [fields[0] for _, _, fields in sentence.figures]
    for figure, (start, end, fields) in zip(found, sentence.figures, strict=True):
        assert (figure.start, figure.end) == (start, end)
        told = [figure.surface, figure.value, figure.upper or "", figure.unit, figure.kind, figure.bound]
        assert told[: len(fields)] == fields


def test_the_file_is_long_and_well_formed() -> None:
    sentences = marked_sentences()
    assert len(sentences) >= 300
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    for sentence in sentences:
        for _, _, fields in sentence.figures:
            assert len(fields) <= 6, sentence
            assert len(fields) < 5 or fields[4] in KINDS, sentence
            assert len(fields) < 6 or fields[5] in BOUNDS, sentence
