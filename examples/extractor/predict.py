"""Predictions of the extractor over texts: ``predict.py TEXT… > predictions.jsonl``."""

from __future__ import annotations

import json
import sys

from counted_cases import CountedCases

import fzreview


def main(paths: list[str]) -> None:
    documents = [document for path in paths for document in fzreview.convert(path)]
    for document, figures in zip(documents, CountedCases().extract(documents), strict=True):
        for figure in figures:
            row = {"doc": document.doc, "sha256": document.sha256, **figure}
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
