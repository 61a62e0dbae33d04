"""Every sentence of a gold package with its split, from all files that hold sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fzreview.domain.gold.returned import Unreadable
from fzreview.gold.formats import conll, jsonl, prodigy
from fzreview.gold.formats.conll_reader import blocks
from fzreview.gold.making.leaks import SplitText
from fzreview.gold.packages.returned_rows import json_rows


def package_texts(folder: Path) -> Iterator[SplitText]:
    """Sentences of the native rows, and of ``conll`` and ``prodigy`` where they are there.

    Rows without a split and rows that cannot be read are passed over.
    """
    yield from _rows(folder / jsonl.FILE_NAME)
    for path in sorted((folder / conll.FOLDER).glob(f"*{conll.SUFFIX}")):
        for block in blocks(path):
            if not isinstance(block, Unreadable):
                yield SplitText(block.name, path.stem, "".join(block.chars))
    for path in sorted((folder / prodigy.FOLDER).glob(f"*{prodigy.SUFFIX}")):
        for name, task in json_rows(path):
            if not isinstance(task, Unreadable) and isinstance(text := task.get("text"), str):
                yield SplitText(name, path.stem, text)


def _rows(path: Path) -> Iterator[SplitText]:
    if not path.is_file():
        return
    for name, row in json_rows(path):
        if not isinstance(row, Unreadable):
            split, sentence = row.get("split"), row.get("sentence")
            if isinstance(split, str) and isinstance(sentence, str):
                yield SplitText(name, split, sentence)
