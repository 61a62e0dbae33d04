"""An evaluation as a person reads it: scores first, then every difference by class with its context."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fzreview.gold.figure_rows import FigureRow
from fzreview.gold.figure_scores import Agreement, Difference, context_of
from fzreview.gold.structure_scores import Tally
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.work.evaluating import Evaluation


def print_evaluation(evaluation: Evaluation) -> None:
    """Print scores and differences on standard output."""
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.print(_scores(evaluation))
    for line in _structure_differences(evaluation):
        console.print(line, soft_wrap=True)
    for line in _figure_differences(evaluation):
        console.print(line, soft_wrap=True)


def _scores(evaluation: Evaluation) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("score", "precision", "recall", "f1", "hits"):
        table.add_column(
            say(f"command.evaluate.{heading}"), justify="left" if heading == "score" else "right"
        )
    figures = evaluation.figures
    for name, agreement in (
        ("strict", figures.strict),
        ("value", figures.value),
        ("detect", figures.detect),
    ):
        table.add_row(say(f"command.evaluate.{name}"), *_cells(agreement))
    if evaluation.outline is not None:
        table.add_row(say("command.evaluate.headings"), *_cells(evaluation.outline.headings))
        table.add_row(say("command.evaluate.items"), *_cells(evaluation.outline.items))
    if evaluation.repairs is not None:
        table.add_row(say("command.evaluate.fixes"), *_cells(evaluation.repairs.fixes))
        table.add_row(say("command.evaluate.flags"), *_cells(evaluation.repairs.flags))
    for name, value in (("kind", figures.kind), ("bound", figures.bound), ("subject", figures.subject)):
        table.add_row(say(f"desk.field.{name}"), "", "", f"{value:.4f}", str(figures.matched))
    if evaluation.metadata:
        right = [one for fields in evaluation.metadata.values() for one in fields.values()]
        share = f"{sum(right) / len(right):.4f}"
        table.add_row(say("command.evaluate.metadata"), "", "", share, f"{sum(right)}/{len(right)}")
    return table


def _cells(score: Agreement | Tally) -> tuple[str, str, str, str]:
    if isinstance(score, Agreement):
        hits = f"{score.hits}/{score.gold}"
    else:
        hits = f"{score.found}/{score.found + len(score.missed)}"
    return f"{score.precision:.4f}", f"{score.recall:.4f}", f"{score.f1:.4f}", hits


def _structure_differences(evaluation: Evaluation) -> Iterator[Text]:
    tallies: list[tuple[str, Tally]] = []
    if evaluation.outline is not None:
        tallies += [("headings", evaluation.outline.headings), ("items", evaluation.outline.items)]
    if evaluation.repairs is not None:
        tallies += [("fixes", evaluation.repairs.fixes), ("flags", evaluation.repairs.flags)]
    for name, tally in tallies:
        for sort, rows in (("missed", tally.missed), ("spurious", tally.spurious)):
            if rows:
                words = f"{say(f'command.evaluate.{name}')} · {say(f'command.evaluate.{sort}')} {len(rows)}"
                yield Text(f"\n{words}", style="bold")
                yield from (Text(f"  {one_line(row)}") for row in rows)
    for doc, fields in evaluation.metadata.items():
        for field in (field for field, right in fields.items() if not right):
            yield Text(f"{say('command.evaluate.metadata')}  {one_line(doc)}  {field}", style="bold")


def _figure_differences(evaluation: Evaluation) -> Iterator[Text]:
    by_aspect: defaultdict[str, list[Difference]] = defaultdict(list)
    for difference in evaluation.figures.differences:
        by_aspect[difference.aspect].append(difference)
    for aspect, differences in by_aspect.items():
        name = (
            f"command.evaluate.{aspect}"
            if aspect in ("missed", "spurious", "upper")
            else f"desk.field.{aspect}"
        )
        yield Text(f"\n{say('command.evaluate.figures')} · {say(name)} {len(differences)}", style="bold")
        for difference in differences:
            row = difference.row
            source = evaluation.sources.get(row.doc)
            place = context_of(row, source) if source is not None else row.surface
            line = Text(f"  {one_line(row.doc)} {row.start}-{row.end}  ", style="dim")
            line.append(one_line(place), style="none")
            line.append(f"  {_told(aspect, difference)}", style="bold")
            yield line


def _told(aspect: str, difference: Difference) -> str:
    if difference.gold is None or difference.predicted is None:
        return _all(difference.row)
    if aspect == "span":
        return f"{one_line(difference.gold.surface)} ≠ {one_line(difference.predicted.surface)}"
    gold, predicted = getattr(difference.gold, aspect), getattr(difference.predicted, aspect)
    return f"{one_line(str(gold))} ≠ {one_line(str(predicted))}"


def _all(row: FigureRow) -> str:
    return f"{row.bound} {one_line(row.value)} {one_line(row.unit)} {row.kind} {one_line(row.subject)}"
