"""Reports, figures and histories as a person reads them on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from fzreview.cli.output.console import output_console
from fzreview.cli.output.streams import narrate
from fzreview.domain.decisions.circumstances import circumstances_of
from fzreview.domain.decisions.verdict import STATED, Decision, JournalEntry, Target
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.outline_correction import NO_HEADING, StatedHeading
from fzreview.domain.reports.stored import ReportSummary, StoredFigure
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.work.corpus.copies import SetAside
from fzreview.work.judging.judge import Judged


def print_reports(
    reports: Iterable[ReportSummary], contradicted: Mapping[int, int], expression: str | None
) -> int:
    """A line for each report: progress, year, title, file, contradictions; words where there is none.

    ``expression`` is what the reports were chosen by. How many there are.
    """
    console = output_console()
    number = 0
    for summary in reports:
        number += 1
        line = Text(f"{summary.decided:>6}/{summary.figures:<6}")
        line.append(f"{summary.year or '':>4}  ")
        line.append(one_line(summary.title or say("desk.no_title")))
        line.append(f"  {one_line(summary.doc)}", style="dim")
        if summary.tags:
            line.append(f"  {one_line(summary.tags)}", style="italic")
        if count := contradicted.get(summary.id, 0):
            line.append(f"  {say('command.list.contradictions', count=count)}", style="bold red")
        console.print(line, soft_wrap=True)
    if not number:
        narrate(
            say("command.list.none_fits", expression=expression) if expression else say("command.list.empty")
        )
    return number


def print_set_aside(found: Iterable[SetAside]) -> None:
    """A line for each report that does not count: why, title, file, and of a copy what it repeats."""
    console = output_console()
    number = 0
    for one in found:
        number += 1
        report = one.report
        line = Text(say(f"store.aside.{report.aside}"), "bold")
        line.append(f"  {report.year or '':>4}  {one_line(report.title or say('desk.no_title'))}", "not bold")
        line.append(f"  {one_line(report.doc)}", style="not bold dim")
        if one.original is not None:
            line.append("  " + say("store.copy_of", doc=one_line(one.original.doc)), style="not bold")
        console.print(line, soft_wrap=True)
    if not number:
        narrate(say("command.list.none_aside"))


def print_figures(figures: Iterable[tuple[ReportSummary, StoredFigure]]) -> None:
    """A line for each figure under the title of its report."""
    console = output_console()
    here: int | None = None
    for summary, stored in figures:
        if summary.id != here:
            here = summary.id
            title = one_line(summary.title or say("desk.no_title"))
            console.print(Text(f"{title}  {one_line(summary.doc)}", style="bold"), soft_wrap=True)
        console.print(figure_line(summary, stored), soft_wrap=True)


def figure_line(summary: ReportSummary, stored: StoredFigure) -> Text:
    """Key, status, value and subject."""
    line = Text(f"  {figure_key(summary.sha256, stored.span_key):<28}", style="dim")
    line.append(f"{say(f'desk.status.{stored.status}')}  ", style="bold")
    line.append(fields_line(stored.shown), style="none")
    return line


def fields_line(figure: Figure) -> str:
    """Wording, quantity and subject of a figure."""
    value = figure.value if figure.upper is None else f"{figure.value}–{figure.upper}"
    bound = "" if figure.bound == "=" else f"{figure.bound} "
    quantity = f"{bound}{one_line(value)} {one_line(figure.unit)}"
    return f"{one_line(figure.text)} = {quantity}  {one_line(figure.subject)}"


def print_figure(summary: ReportSummary, stored: StoredFigure, history: Iterable[JournalEntry]) -> None:
    """One figure: what was extracted, what holds now, and every decision."""
    console = output_console()
    console.print(Text(one_line(summary.title or summary.doc), style="bold"), soft_wrap=True)
    console.print(figure_line(summary, stored), soft_wrap=True)
    figure = stored.shown
    for name, words in (
        ("span", f"{figure.start}-{figure.end}"),
        ("kind", say(f"desk.kind.{figure.kind}")),
        ("bound", say(f"desk.bound.{figure.bound}")),
        ("section", " › ".join(stored.figure.section)),
    ):
        console.print(Text(f"  {say(f'desk.field.{name}')}  {one_line(words)}"), soft_wrap=True)
    if stored.shown != stored.figure:
        console.print(Text(f"  {say('desk.extracted_as')} {fields_line(stored.figure)}"), soft_wrap=True)
    for words in _other_extractions(stored):
        console.print(Text(f"  {words}"), soft_wrap=True)
    for entry in history:
        what = say(f"desk.done.{entry.action}")
        line = f"  {entry.at}  {one_line(entry.reviewer)}  {what}  {_decision(entry.after)}"
        line = "  ".join([line, *_circumstances(entry)])
        console.print(Text(line, style="dim"), soft_wrap=True)


def _other_extractions(stored: StoredFigure) -> Iterator[str]:
    """What other extractors made of a figure that people decided on."""
    if stored.vanished is not None:
        yield say("store.vanished", extractor=one_line(stored.vanished))
    for former in stored.recalled:
        yield say(
            "store.former",
            until=former.until,
            extractor=one_line(former.extractor),
            reviewer=one_line(former.reviewer),
            verdict=_decision(former.decision),
            figure=fields_line(former.figure),
        )


def _decision(decision: Decision | None) -> str:
    if decision is None:
        return say("desk.status.undecided")
    words = [say(f"desk.status.{decision.verdict or 'undecided'}")]
    if decision.reason is not None:
        words.append(say(f"desk.reason.{decision.reason}"))
    if decision.correction is not None:
        words.append(fields_line(decision.correction))
    if decision.comment is not None:
        words.append(one_line(decision.comment))
    return " · ".join(words)


def _held(target: Target, decision: Decision | None) -> str:
    """What is held of anything that an entry can be about; a field of a report goes by its name."""
    if target == "section":
        return say("desk.done.signed_off") if decision is not None else say("store.not_signed_off")
    if target not in STATED:
        return _decision(decision)
    said = decision.said if decision is not None else None
    if said is None:
        return "–"
    if target == "heading":
        if said == NO_HEADING:
            return say("store.no_heading")
        stated = StatedHeading.unpacked(said)
        return one_line(f"{stated.level} {stated.marker}{stated.title}")
    if target == "exclusion":
        return say(f"store.aside.{said}") if said else say("desk.about.counts")
    if target == "copy":
        return say("desk.done.told_apart")
    return f"{say(f'desk.about.{target}')} {one_line(said) or say('store.said_none')}"


def journal_line(doc: str, entry: JournalEntry) -> str:
    """One entry: when, who, what became of which figure of which report."""
    parts = [
        one_line(entry.at),
        one_line(entry.reviewer),
        say(f"desk.done.{entry.action}"),
        figure_key(entry.report, entry.figure),
        f"{_held(entry.target, entry.before)} → {_held(entry.target, entry.after)}",
    ]
    return "  ".join([*parts, *_circumstances(entry), one_line(doc)])


def _circumstances(entry: JournalEntry) -> Iterator[str]:
    """How an entry came about."""
    told = circumstances_of(entry.note)
    if told.bulk is not None:
        yield say("store.bulk")
    if told.hasty:
        yield say("store.hasty")
    if told.proposed_by is not None:
        yield say("desk.layers.taken", layer=one_line(told.proposed_by))


def print_judged(judged: Judged) -> None:
    """What a judgement left behind; the words on standard error say when nothing changed."""
    if not judged.changed:
        narrate(say("store.same"))
    output_console().print(figure_line(judged.report, judged.figure), soft_wrap=True)
