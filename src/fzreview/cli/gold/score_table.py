"""An evaluation as a person reads it: scores, groups, what was confused, then the differences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fzreview.cli.gold.score_differences import contrast_lines, difference_lines, structure_lines
from fzreview.cli.output.console import output_console
from fzreview.domain.figures.pair_differences import EXACT
from fzreview.scoring.bootstrap import RESAMPLES
from fzreview.scoring.figure_scores import Agreement, FigureScores
from fzreview.scoring.rates import Interval
from fzreview.scoring.rule_scores import RuleScore
from fzreview.scoring.score_groups import CONFUSABLE, Grouping, confusion, grouped, groupings_of
from fzreview.scoring.structure_scores import Tally
from fzreview.strings import knows, say
from fzreview.text.displayable import one_line
from fzreview.work.scoring.evaluating import Evaluation, Scored

NOTHING = "–"
"""Stands where there was nothing to score."""
MOST_ROWS = 10
"""Groups, and pairs of confused words, that one table shows."""


def print_evaluation(
    evaluation: Evaluation, groupings: Collection[str], aspects: Collection[str], most: int
) -> None:
    """Print scores, then at most ``most`` differences of each of ``aspects``, on standard output."""
    console = output_console()
    if evaluation.against is None:
        console.print(_scores(evaluation))
    else:
        console.print(_scores_side_by_side(evaluation, evaluation.against))
    _print_lines(console, _drawn(evaluation))
    for grouping in groupings_of(evaluation.figures):
        if grouping in groupings:
            console.print(Text(f"\n{say(f'evaluate.by.{grouping}')}", style="bold"))
            console.print(_groups(evaluation, grouping))
    if evaluation.rules:
        console.print(Text(f"\n{say('evaluate.by.rule')}", style="bold"))
        console.print(_rules(evaluation.rules))
    _print_lines(console, _confused(evaluation.figures))
    _print_lines(console, structure_lines(evaluation))
    if evaluation.paired is None:
        _print_lines(console, difference_lines(evaluation, aspects, most))
    else:
        _print_lines(console, contrast_lines(evaluation, evaluation.paired, most))


def _print_lines(console: Console, lines: Iterator[Text]) -> None:
    for line in lines:
        console.print(line, soft_wrap=True)


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="right" if place else "left", no_wrap=True)
    return table


def _scores(evaluation: Evaluation) -> Table:
    headings = ("score", "precision", "recall", "f1", "interval", "hits")
    table = _table(*(say(f"evaluate.{heading}") for heading in headings))
    figures = evaluation.figures
    told = evaluation.intervals.sides[-1] if evaluation.intervals else {}
    for name, agreement in figures.agreements.items():
        precision, recall, f1, hits = _cells(agreement)
        table.add_row(say(f"evaluate.{name}"), precision, recall, f1, _span(told.get(f"{name}.f1")), hits)
    for name, tally in evaluation.structure.tallies.items():
        precision, recall, f1, hits = _cells(tally)
        table.add_row(say(f"evaluate.{name}"), precision, recall, f1, "", hits)
    for name, title in _shares(figures):
        share = figures.told_share(name)
        hits = str(figures.matched) if name == "subject" else f"{figures.right[name]}/{figures.matched}"
        table.add_row(title, "", "", _number(share), _span(told.get(name)), hits)
    share = evaluation.structure.metadata_share
    if share is not None:
        right, of = evaluation.structure.metadata_right
        table.add_row(say("evaluate.metadata"), "", "", f"{share:.4f}", "", f"{right}/{of}")
    return table


def _scores_side_by_side(evaluation: Evaluation, against: Scored) -> Table:
    first, second = evaluation.figures, against.figures
    headings = ("score", "first", "second", "gain", "interval")
    table = _table(*(say(f"evaluate.{heading}") for heading in headings))
    gains = evaluation.intervals.difference if evaluation.intervals else {}

    def add(title: str, one: float | None, other: float | None, interval: Interval | None) -> None:
        if one is not None and other is not None:
            table.add_row(title, f"{one:.4f}", f"{other:.4f}", f"{one - other:+.4f}", _gain(interval))

    for name in first.agreements:
        one, other = first.agreements[name], second.agreements[name]
        title = say(f"evaluate.{name}")
        add(
            f"{title} {say('evaluate.precision')}",
            one.precision,
            other.precision,
            gains.get(f"{name}.precision"),
        )
        add(f"{title} {say('evaluate.recall')}", one.recall, other.recall, gains.get(f"{name}.recall"))
        add(f"{title} {say('evaluate.f1')}", one.f1, other.f1, gains.get(f"{name}.f1"))
    for name, title in _shares(first):
        add(title, first.share(name), second.share(name), gains.get(name))
    return table


def _shares(figures: FigureScores) -> Iterator[tuple[str, str]]:
    """What is shared out over matched figures, with its title."""
    for aspect in EXACT:
        if aspect in figures.right:
            yield aspect, say("evaluate.right", aspect=say(f"evaluate.aspect.{aspect}"))
    if "subject" in figures.fields:
        yield "subject", say("evaluate.alike")


def _cells(score: Agreement | Tally) -> tuple[str, str, str, str]:
    if isinstance(score, Agreement):
        hits = f"{score.hits}/{score.gold}"
    else:
        hits = f"{score.found}/{score.found + len(score.missed)}"
    precision, recall, f1 = (_number(share) for share in score.told)
    return precision, recall, f1, hits


def _number(share: float | None) -> str:
    return NOTHING if share is None else f"{share:.4f}"


def _span(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval[0]:.4f}–{interval[1]:.4f}"


def _gain(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval[0]:+.4f} … {interval[1]:+.4f}"


def _drawn(evaluation: Evaluation) -> Iterator[Text]:
    told = evaluation.intervals
    if told is not None:
        yield Text(say(f"evaluate.drawn.{told.unit}", count=told.units, times=RESAMPLES), style="dim")


def _groups(evaluation: Evaluation, grouping: Grouping) -> Table:
    headings = [say(f"evaluate.{name}") for name in ("precision", "recall", "f1")]
    against = evaluation.against
    if against is not None:
        headings.append(f"{say('evaluate.second')} {say('evaluate.f1')}")
    table = _table("", *headings, say("evaluate.hits"))
    groups = list(grouped(evaluation.figures, grouping).items())
    others = {} if against is None else grouped(against.figures, grouping)
    if grouping == "report":
        groups.sort(key=lambda group: group[1].strictest.f1)
    for name, scores in groups[:MOST_ROWS]:
        precision, recall, f1, hits = _cells(scores.strictest)
        beside = (
            [_number(others[name].strictest.told.f1) if name in others else NOTHING]
            if against is not None
            else []
        )
        table.add_row(_group_name(grouping, name), precision, recall, f1, *beside, hits)
    if len(groups) > MOST_ROWS:
        table.add_row(say("evaluate.more", count=len(groups) - MOST_ROWS))
    return table


def _rules(rules: Iterable[RuleScore]) -> Table:
    table = _table("", say("evaluate.rule_fired"), say("evaluate.rule_right"), say("evaluate.rule_wrong"))
    for one in rules:
        table.add_row(one.rule, str(one.fired), str(one.right), str(one.wrong))
    return table


def _group_name(grouping: str, name: str) -> Text:
    """Words for what the guide knows, the name itself for anything else."""
    if grouping == "section":
        return Text(say(f"evaluate.section.{name}"))
    return Text(_word(grouping, name))


def _word(field: str, name: str) -> str:
    if field in ("kind", "bound") and knows(f"desk.{field}.{name}"):
        return say(f"desk.{field}.{name}")
    return one_line(name) or say("evaluate.none")


def _confused(figures: FigureScores) -> Iterator[Text]:
    for field in CONFUSABLE:
        wrong = [one for one in confusion(figures, field) if one.gold != one.predicted]
        if not wrong:
            continue
        title = say("evaluate.confusion", aspect=say(f"evaluate.aspect.{field}"))
        yield Text(f"\n{title}", style="bold")
        for one in wrong[:MOST_ROWS]:
            yield Text(f"  {_word(field, one.gold)} → {_word(field, one.predicted)}  {one.count}")
        if len(wrong) > MOST_ROWS:
            yield Text(f"  {say('evaluate.more', count=len(wrong) - MOST_ROWS)}", style="dim")
