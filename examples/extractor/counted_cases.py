"""An extractor of one file: numbers of cases, by one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import fzreview

PATTERN = re.compile(r"(?P<subject>[\u4e00-\u9fff]{2,12}?)(?P<figure>(?P<value>[0-9]+)(?P<unit>[件起宗]))")


class CountedCases:
    """Made once a process: a model would be loaded in ``__init__``."""

    def extract(self, documents: Iterable[fzreview.Document]) -> Iterator[list[Mapping[str, Any]]]:
        for document in documents:
            yield [
                {
                    "start": match.start("figure"),
                    "end": match.end("figure"),
                    "value": match["value"],
                    "unit": match["unit"],
                    "subject": match["subject"],
                }
                for match in PATTERN.finditer(document.text)
            ]
