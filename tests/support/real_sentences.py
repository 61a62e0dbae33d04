"""Sentences that mirror, in other words, the wordings of real pages, each with its figures."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from fzreview.domain.figures.figure_rows import FigureRow

FILE = Path(__file__).parents[1] / "gold" / "real" / "sentences.jsonl"

HEAD = (
    "清河县2023年法治政府建设情况报告\n"
    "2023年，清河县扎实推进法治政府建设，现将有关情况报告如下：\n"
    "一、主要工作\n"
)
TAIL = "\n二、存在问题\n工作力量仍需加强。\n清河县人民政府\n2024年1月10日\n"


class RealSentence(NamedTuple):
    """A sentence and its figures; offsets are those of ``text``."""

    id: str
    text: str
    figures: tuple[FigureRow, ...]

    @property
    def report(self) -> str:
        """The sentence as the body of a report; it begins behind ``HEAD``."""
        return HEAD + self.text + TAIL


@cache
def real_sentences() -> tuple[RealSentence, ...]:
    rows = map(json.loads, FILE.read_text(encoding="utf-8").splitlines())
    return tuple(
        RealSentence(row["id"], row["text"], tuple(_figure(row["id"], told) for told in row["expected"]))
        for row in rows
    )


def _figure(name: str, told: dict[str, Any]) -> FigureRow:
    """A figure; one without a value is left open by the guide of that day and counts neither way."""
    fields = {key: value for key, value in told.items() if key not in ("subject", "subject_alt")}
    return FigureRow(
        doc=name,
        subject=told["subject"] or "",
        subject_alt=told.get("subject_alt"),
        optional=not told["value"],
        **fields,
    )
