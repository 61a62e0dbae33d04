"""Files of figures: gold and predictions, as this program exports or reads them or as others write them.

A file is JSON lines: a figure a line, or a report a line with its ``figures`` as ``read --json`` prints it; a
folder stands for the ``figures.jsonl`` in it. A line that cannot be used is refused by itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from fzreview.domain.figures.figure_rows import FIELDS, FigureRow
from fzreview.errors import FzError, InputRefused
from fzreview.scoring.gold_rows import GoldRow, ReadSpan, Span
from fzreview.work.json_lines import Row, json_row
from fzreview.work.scoring.report_names import ReportNames

Refused = list[FzError]
"""What could not be used, in order; the rest went on."""

STANDARD_INPUT: Final = "-"
FILE_NAME: Final = "figures.jsonl"
SECTIONS_NAME: Final = "sections.jsonl"
"""Beside it in an export: what was read completely."""


@dataclass
class GoldFile:
    """The rows of a gold file that were asked for."""

    rows: list[GoldRow] = field(default_factory=list)
    reports: ReportNames = field(default_factory=ReportNames)
    fields: set[str] = field(default_factory=set)
    """Fields that some row tells."""
    read: list[ReadSpan] | None = None
    """What was read completely; None where no file lists it."""
    left: set[str] = field(default_factory=set)
    """Reports of which nothing is asked, whatever gold knows of them."""

    def leave_out(self, reports: set[str]) -> None:
        """Ask nothing of these reports."""
        self.left |= reports
        self.rows = [row for row in self.rows if row.figure.doc not in reports]
        if self.read is not None:
            self.read = [one for one in self.read if one.doc not in reports]

    @property
    def scored(self) -> set[str]:
        """Fields in which predictions can be right or wrong; all of them where there is no row to tell."""
        return self.fields if self.rows else set(FIELDS)


@dataclass
class PredictedFile:
    """The figures of a file of predictions, under the names of gold's reports."""

    rows: list[FigureRow] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)
    elsewhere: int = 0
    """Figures of reports that gold does not know."""
    stranger: str = ""
    """The first such report."""

    @property
    def scored(self) -> set[str]:
        """Fields in which the rows can be right or wrong; where there is no row, all of them are missed."""
        return self.fields if self.rows or self.elsewhere else set(FIELDS)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Rows of one reviewer or one split; None stands for all."""

    reviewer: str | None
    split: str | None

    def holds(self, row: Row) -> bool:
        return self.reviewer in (None, row.get("reviewer")) and self.split in (None, row.get("split"))


def figures_path(path: Path) -> Path:
    """The file that a path stands for."""
    return path / FILE_NAME if path.is_dir() else path


def read_gold(
    path: Path, refused: Refused, reviewer: str | None = None, split: str | None = None
) -> GoldFile:
    """Gold rows; with ``reviewer`` and ``split`` only theirs. Raises InputRefused for an unreadable file."""
    gold = GoldFile()
    chosen = _Chosen(reviewer, split)
    for line, row in _figures(path, refused, gold.reports):
        if not chosen.holds(row):
            continue
        if "value" not in row:
            refused.append(InputRefused("figure_field", name=path, line=line, field="value"))
            continue
        figure = _figure(row, gold.reports.name(*_report(row)), path, line, refused)
        if figure is not None:
            _learn(gold.fields, row)
            gold.rows.append(_gold_row(figure, row, line))
    sections = figures_path(path).with_name(SECTIONS_NAME)
    if figures_path(path).name == FILE_NAME and sections.is_file():
        gold.read = list(_read_spans(sections, gold.reports, refused, chosen))
    return gold


def read_predicted(path: Path, reports: ReportNames, refused: Refused) -> PredictedFile:
    """Predicted rows; rejected ones of an export are none. Raises InputRefused for an unreadable file.

    A file may tell no value at all; where some row does, one that does not is refused.
    """
    predicted = PredictedFile()
    without_value: list[int] = []
    for line, row in _figures(path, refused):
        if row.get("decision") == "rejected":
            continue
        name = reports.find(*_report(row))
        figure = _figure(row, name or "", path, line, refused)
        if figure is None:
            continue
        _learn(predicted.fields, row)
        if name is None:
            predicted.stranger = predicted.stranger or " ".join(_report(row)).strip()
            predicted.elsewhere += 1
        else:
            predicted.rows.append(figure)
        if "value" not in row:
            without_value.append(line)
    if without_value and "value" in predicted.fields:
        predicted.rows = [row for row in predicted.rows if row.value]
        refused += [InputRefused("figure_field", name=path, line=one, field="value") for one in without_value]
    return predicted


def json_rows(path: Path, refused: Refused) -> Iterator[tuple[int, Row]]:
    """The JSON objects of a file with their line numbers; other lines are refused.

    Numbers with a point stay the text that was written. Raises InputRefused for an unreadable file.
    """
    with ExitStack() as files:
        stream = _opened(path, files)
        number = 0
        while True:
            try:
                data = stream.readline()
            except OSError as error:
                raise InputRefused("unreadable", name=path, reason=error.strerror or str(error)) from error
            if not data:
                return
            number += 1
            try:
                row = json_row(path, number, data)
            except InputRefused as error:
                refused.append(error)
                continue
            if row is not None:
                yield number, row


def _opened(path: Path, files: ExitStack) -> BinaryIO:
    if str(path) == STANDARD_INPUT:
        return sys.stdin.buffer
    try:
        return files.enter_context(figures_path(path).open("rb"))
    except FileNotFoundError as error:
        raise InputRefused("not_found", name=path) from error
    except OSError as error:
        raise InputRefused("unreadable", name=path, reason=error.strerror or str(error)) from error


def _figures(path: Path, refused: Refused, reports: ReportNames | None = None) -> Iterator[tuple[int, Row]]:
    """Rows of figures with the report they belong to; ``reports`` also learns of those without figures."""
    for line, row in json_rows(path, refused):
        inner = row.get("figures")
        if not isinstance(inner, list):
            yield line, row
            continue
        doc, sha256 = _report(row)
        if reports is not None:
            reports.name(doc, sha256)
        for one in inner:
            if isinstance(one, dict):
                yield line, one | {"doc": doc, "sha256": sha256}
            else:
                refused.append(InputRefused("no_figure_row", name=path, line=line))


def _learn(fields: set[str], row: Row) -> None:
    """Add the fields that a row tells; ``upper`` tells something even where it is null."""
    if len(fields) < len(FIELDS):
        fields.update(
            name for name in FIELDS if row.get(name) is not None or (name == "upper" and name in row)
        )


def _report(row: Row) -> tuple[str, str]:
    doc, sha256 = row.get("doc"), row.get("sha256")
    return ("" if doc is None else str(doc)), (sha256 if isinstance(sha256, str) else "")


def _figure(row: Row, name: str, path: Path, line: int, refused: Refused) -> FigureRow | None:
    try:
        return FigureRow.of_mapping(row, name)
    except (KeyError, ValueError) as error:
        refused.append(InputRefused("figure_field", name=path, line=line, field=error.args[0]))
        return None


def _gold_row(figure: FigureRow, row: Row, line: int) -> GoldRow:
    machine, complete = row.get("machine"), row.get("context_complete")
    return GoldRow(
        figure,
        line,
        rejected=row.get("decision") == "rejected",
        machine=_span(machine.get("start"), machine.get("end")) if isinstance(machine, dict) else None,
        reviewer=str(row.get("reviewer") or ""),
        decided_at=str(row.get("decided_at") or ""),
        complete=complete if isinstance(complete, bool) else None,
        sentence=_sentence(row),
    )


def _read_spans(path: Path, reports: ReportNames, refused: Refused, chosen: _Chosen) -> Iterator[ReadSpan]:
    """The rows of a ``sections.jsonl``; ``reports`` learns of reports in which no figure is gold."""
    for line, row in json_rows(path, refused):
        if not chosen.holds(row):
            continue
        span = _span(row.get("start"), row.get("until"))
        if span is None:
            refused.append(InputRefused("gold_field", name=path, line=line, field="start / until"))
            continue
        yield ReadSpan(reports.name(*_report(row)), *span, _spans(row.get("open")))


def _spans(pairs: object) -> tuple[Span, ...]:
    """The pairs of offsets in a list; whatever else it holds is no span."""
    told = (
        [_span(*one) for one in pairs if isinstance(one, list) and len(one) == 2]
        if isinstance(pairs, list)
        else []
    )
    return tuple(one for one in told if one is not None)


def _sentence(row: Row) -> tuple[int, str] | None:
    start, sentence = row.get("sentence_start"), row.get("sentence")
    return (start, sentence) if isinstance(start, int) and isinstance(sentence, str) else None


def _span(start: object, end: object) -> Span | None:
    return (start, end) if isinstance(start, int) and isinstance(end, int) else None
