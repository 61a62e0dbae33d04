"""A report as a person reads it: what it says of itself, repairs, outline with figures."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from fzreview.cli.output.console import output_console
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Metadata, Repair, Section
from fzreview.domain.reports.stored import NewReport
from fzreview.strings import say
from fzreview.text.displayable import one_line

_INDENT = "  "
_LONGEST = 60
"""Characters of a damaged place that are shown."""


def print_report(report: NewReport, first: bool) -> None:
    """Print one report on standard output, after a blank line unless it is the first."""
    console = output_console()
    if not first:
        console.print()
    for line in report_lines(report):
        console.print(line, soft_wrap=True)


def report_lines(report: NewReport) -> Iterator[Text]:
    """The lines of a report; everything that comes from outside is displayable and never markup."""
    reading = report.reading
    title = reading.metadata.title or say("reading.no_title")
    yield Text.assemble((one_line(title), "bold"), "  ", (one_line(report.doc), "dim"))
    yield Text(_INDENT + " · ".join(_facts(report)), "dim")
    if reading.repairs:
        yield Text(_INDENT + say("reading.repairs", count=len(reading.repairs)), "bold")
        for repair in reading.repairs:
            yield _repair_line(repair)
    yield Text(
        _INDENT + say("reading.outline", sections=len(reading.outline), figures=len(reading.figures)), "bold"
    )
    depth = 1
    items: list[Section | Figure] = [*reading.outline, *reading.figures]
    for item in sorted(items, key=_place):
        if isinstance(item, Section):
            depth = max(1, item.level + 1)
            yield Text(_INDENT * depth + one_line(item.label), "bold" if item.level <= 1 else "")
        else:
            yield _figure_line(item, depth + 1)


def _place(item: Section | Figure) -> tuple[int, int]:
    return item.start, 0 if isinstance(item, Section) else 1


def _facts(report: NewReport) -> Iterator[str]:
    metadata: Metadata = report.reading.metadata
    for name in (
        "year",
        "region",
        "issuer",
        "publish_date",
        "sign_date",
        "doc_number",
        "index_number",
        "source",
    ):
        value = getattr(metadata, name)
        if value is not None:
            yield f"{say(f'reading.{name}')} {one_line(str(value))}"
    yield report.encoding
    yield say("reading.chars", count=len(report.reading.source))


def _repair_line(repair: Repair) -> Text:
    line = Text(f"{_INDENT * 2}{repair.start}-{repair.end} ", "dim")
    line.append(f"{repair.kind} ")
    if repair.raw is None:
        line.append(say("reading.places", count=repair.count))
        return line
    line.append(_short(repair.raw), "red")
    if repair.repaired or repair.auto == "fix":
        line.append(" → ")
        line.append(_short(repair.repaired or "") or say("reading.removed"), "green")
    if repair.auto == "flag":
        line.append(f"  {say('reading.flagged')}", "yellow")
    return line


def _figure_line(figure: Figure, depth: int) -> Text:
    value = figure.value if figure.upper is None else f"{figure.value}–{figure.upper}"
    bound = "" if figure.bound == "=" else figure.bound
    return Text.assemble(
        _INDENT * depth,
        (one_line(figure.text), "bold cyan"),
        f"  {bound}{value} {one_line(figure.unit)}".rstrip(),
        (f"  {say(f'desk.kind.{figure.kind}')}", "dim"),
        f"  {one_line(figure.subject)}",
        (f"  {figure.span_key}", "dim"),
    )


def _short(text: str) -> str:
    shown = one_line(text)
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"
