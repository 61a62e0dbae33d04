"""What another extraction would change, as a person reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.text import Text

from fzreview.cli.output.console import output_console
from fzreview.cli.output.tables import fields_line
from fzreview.domain.extracting.reextraction import FATES, FigureChange
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.stored import HeldDecision
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.work.extracting.reextracting import Plan


def print_plans(plans: Sequence[Plan], *, whole: bool) -> None:
    """Sums of each report in which anything is not just kept, and of all; with ``whole`` each figure."""
    console = output_console()
    sums: Counter[str] = Counter()
    for plan in plans:
        counts: Counter[str] = Counter({fate: plan.counts[fate] for fate in FATES})
        counts.update(ceasing=plan.changes.ceasing, lost=len(plan.changes.lost_sections))
        sums.update(counts)
        if any(count for name, count in counts.items() if name != "kept"):
            console.print(Text(f"{one_line(plan.report.doc)}  {_told(counts)}"), soft_wrap=True)
        if whole:
            for line in _lines(plan):
                console.print(line, soft_wrap=True)
    console.print(
        Text(f"{say('store.all', reports=len(plans))}  {_told(sums)}", style="bold"), soft_wrap=True
    )


def _told(counts: Counter[str]) -> str:
    """The counts that are not nought, with their names; the kept in any case."""
    names: dict[str, str] = {fate: say(f"store.fate.{fate}") for fate in FATES}
    names |= {"ceasing": say("store.ceasing"), "lost": say("store.lost")}
    return " · ".join(
        f"{words} {counts[name]}" for name, words in names.items() if counts[name] or name == "kept"
    )


def _lines(plan: Plan) -> list[Text]:
    """Every figure that is not just kept, and every sign-off that is lost."""
    lines = [line for change in plan.changes.figures for line in _change_lines(plan.report.sha256, change)]
    for lost in plan.changes.lost_sections:
        who = "、".join(one_line(held.reviewer) for held in lost.held)
        told = say("store.lost_section", section=one_line(lost.section.label), reviewers=who)
        lines.append(Text(f"  {told}"))
    return lines


def _change_lines(sha256: str, change: FigureChange) -> list[Text]:
    figure = change.after if change.before is None else change.before.figure
    assert figure is not None
    line = Text(f"  {figure_key(sha256, change.span_key):<28}", style="dim")
    line.append(f"{say(f'store.fate.{change.fate}')}  ", style="bold")
    line.append(fields_line(figure), style="none")
    lines = [line]
    if change.fate == "changed" and change.after is not None:
        lines.append(Text(f"    → {fields_line(change.after)}"))
    if change.before is not None and change.before.held:
        lines.append(Text("    " + "；".join(_held(held) for held in change.before.held), style="dim"))
    return lines


def _held(held: HeldDecision) -> str:
    decision = held.decision
    return f"{one_line(held.reviewer)} " + say(f"desk.status.{decision.verdict or 'undecided'}")
