"""Layers and their comparison as a person reads them on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from fzreview.cli.output.console import output_console
from fzreview.cli.output.streams import narrate
from fzreview.cli.output.tables import fields_line
from fzreview.domain.extracting.layers import ASPECTS, Layer, LayerFigure
from fzreview.domain.figures.keys import figure_key
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.work.layers.comparing import FigurePair, LayerComparison, Tally


def print_layers(layers: Iterable[Layer]) -> None:
    """A line for each layer, and what it tells itself."""
    console = output_console()
    for layer in layers:
        told = " ".join(say(f"evaluate.aspect.{name}") for name in layer.told)
        line = say(
            "layers.line",
            layer=one_line(layer.label),
            reports=layer.reports,
            incomplete=layer.incomplete,
            figures=layer.figures,
            refused=layer.refused,
            confident=layer.confident,
        )
        fields = say("layers.told", fields=told) if told else say("layers.only_spans")
        console.print(Text(f"{line} · {fields}"), soft_wrap=True)


def print_comparison(comparison: LayerComparison) -> None:
    """Every figure on which the two differ, under its report; then the whole in numbers."""
    console = output_console()
    doc = None
    for pair in comparison.pairs():
        if pair.outcome == "same":
            continue
        if pair.report.doc != doc:
            doc = pair.report.doc
            console.print(Text(one_line(doc), style="bold"), soft_wrap=True)
        for line in _pair_lines(pair, comparison.tally):
            console.print(line, soft_wrap=True)
    _print_tally(comparison.tally)


def _pair_lines(pair: FigurePair, tally: Tally) -> list[Text]:
    line = Text(f"  {figure_key(pair.report.sha256, pair.span_key):<28}", style="dim")
    if pair.outcome == "differs":
        line.append("、".join(say(f"desk.reason.{name}") for name in pair.fields), style="not dim bold")
        return [line, _side(tally.first, pair.first), _side(tally.second, pair.second)]
    told = say(f"layers.outcome.{pair.outcome}", first=one_line(tally.first), second=one_line(tally.second))
    line.append(told, style="not dim bold")
    one = pair.first or pair.second
    assert one is not None
    line.append(f"  {fields_line(one.figure)}{_sure(one)}", style="not dim")
    return [line]


def _side(label: str, one: LayerFigure | None) -> Text:
    assert one is not None
    figure = one.figure
    kind, span = say(f"desk.kind.{figure.kind}"), figure.span_key
    return Text(f"    {one_line(label)}  {fields_line(figure)}  {kind}  {span}{_sure(one)}")


def _sure(one: LayerFigure) -> str:
    return "" if one.confidence is None else f"  {one.confidence:.2f}"


def _print_tally(tally: Tally) -> None:
    told = say(
        "layers.all",
        first=one_line(tally.first),
        second=one_line(tally.second),
        reports=tally.reports,
        **{name: tally.outcomes[name] for name in ("same", "differs", "only_first", "only_second")},
    )
    console = output_console()
    console.print(Text(told, style="bold"), soft_wrap=True)
    fields = " · ".join(
        f"{say(f'desk.reason.{name}')} {tally.fields[name]}" for name in ASPECTS if tally.fields[name]
    )
    if fields:
        console.print(Text(say("layers.by_field", fields=fields)), soft_wrap=True)
    if tally.incomplete:
        narrate(say("layers.left_incomplete", reports=tally.incomplete))
    if tally.apart:
        narrate(say("layers.left_apart", reports=tally.apart))
