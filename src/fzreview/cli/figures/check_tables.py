"""Ties, alarms and doubts as a person reads them on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.text import Text

from fzreview.checking.doubts import Reason
from fzreview.checking.evidence import LIMIT
from fzreview.cli.output.console import output_console
from fzreview.domain.ties.tie import Alarm, Tie
from fzreview.review.ties.tie_sentences import say_alarm, say_chance, say_tie, say_type
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.work.listing.tie_checks import Check

SIGNS: Final = {"true": "✓", "approx": "≈", "false": "✗"}
_COLORS: Final = {"true": "green", "approx": "none", "false": "bold red"}


def print_ties(checks: Iterable[Check]) -> None:
    """Under the title of each report its alarms, then its ties, those that fail first."""
    console = output_console()
    for check in checks:
        console.print(_head(check), soft_wrap=True)
        alarms = [alarm for alarm in check.alarms if alarm.level == "alarm"]
        for alarm in alarms:
            console.print(_alarm_line(check, alarm), soft_wrap=True)
        for tie in sorted(check.ties, key=lambda tie: (not tie.failed, tie.spans)):
            console.print(_tie_line(check, tie), soft_wrap=True)
        count = say("ties.count", ties=len(check.ties), alarms=len(alarms))
        console.print(Text(f"  {count}", "dim"), soft_wrap=True)


def print_doubts(checks: Iterable[Check]) -> None:
    """Under the title of each report its figures, the most doubtful first, with the reasons."""
    console = output_console()
    for check in checks:
        console.print(_head(check), soft_wrap=True)
        for doubt in check.doubts():
            line = Text(f"  {check.key_of((doubt.figure.start, doubt.figure.end)):<28}", "dim")
            line.append(f"{one_line(doubt.figure.text)}  ", "bold")
            line.append(one_line(doubt.figure.subject))
            for reason in doubt.reasons:
                line.append(f"  {say_reason(reason)}", "yellow")
            console.print(line, soft_wrap=True)


def say_reason(reason: Reason) -> str:
    """A reason of doubt in words."""
    return say(f"ties.reason.{reason}")


def _head(check: Check) -> Text:
    title = one_line(check.summary.title or say("desk.no_title"))
    return Text(f"{title}  {one_line(check.summary.doc)}", "bold")


def _tie_line(check: Check, tie: Tie) -> Text:
    line = Text(f"  {SIGNS[tie.holds]} ", _COLORS[tie.holds])
    line.append(f"{say_type(tie.type)}  ", "dim")
    line.append(say_tie(tie))
    chance = check.evidence(tie).chance
    if chance < 1:
        line.append(
            f"  {say('ties.chance', chance=say_chance(chance))}", "none" if chance <= LIMIT else "dim"
        )
    texts = " · ".join(one_line(check.figure_at(span).text) for span in tie.spans)
    line.append(f"  {texts}  {'  '.join(member.span_key for member in tie.members)}", "dim")
    return line


def _alarm_line(check: Check, alarm: Alarm) -> Text:
    line = Text("  ! ", "bold red")
    line.append(f"{one_line(check.figure_at(alarm.span).text)}  ", "bold")
    line.append(say_alarm(alarm))
    line.append(f"  {alarm.span_key}", "dim")
    return line
