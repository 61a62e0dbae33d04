"""Everything about the current figure on a few lines."""

from __future__ import annotations

from datetime import datetime

from rich.text import Text
from textual.widgets import Static

from fzreview.domain.figure import Figure
from fzreview.domain.stored import StoredFigure
from fzreview.domain.verdict import Decision, Status
from fzreview.strings import knows, say
from fzreview.text.displayable import one_line

STATUS_SIGNS: dict[Status, str] = {"undecided": ".", "verified": "+", "wrong": "x", "unsure": "?"}
"""ASCII, because wider signs have no certain width in a Chinese terminal."""


class FigureCard(Static):
    """A figure's fields, its verdict, and the correction beside what was extracted."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)

    def show_figure(self, stored: StoredFigure | None, number: int, total: int) -> None:
        """Show figure ``number`` of ``total``; None where the report has none."""
        self.update(no_figure_text() if stored is None else card_text(stored, number, total), layout=False)


def no_figure_text() -> Text:
    return Text(say("desk.no_figures"))


def card_text(stored: StoredFigure, number: int, total: int) -> Text:
    """Four lines: verdict, value and unit, subject, section and doubts."""
    figure = stored.shown
    latest = stored.latest
    text = Text(no_wrap=True, overflow="ellipsis")
    text.append(f"{number}/{total}  ", style="dim")
    text.append(f"{STATUS_SIGNS[stored.status]} {say(f'desk.status.{stored.status}')}", style="bold")
    if latest is not None:
        text.append(_why(latest.decision))
        text.append(f"  {one_line(latest.reviewer)} {_local_time(latest.decided_at)}", style="dim")
    if stored.origin == "reviewer":
        text.append("  " + say("desk.added"), style="dim")
    text.append("\n")
    _values(text, figure)
    if figure is not stored.figure and figure != stored.figure:
        text.append("   " + say("desk.extracted_as") + " ", style="dim")
        _values(text, stored.figure, dim=True)
    text.append("\n")
    _field(text, "subject", figure.subject)
    text.append("\n")
    _field(text, "section", " › ".join(figure.section) or say("desk.no_section"))
    if latest is not None and latest.decision.comment:
        text.append("\n")
        _field(text, "comment", latest.decision.comment)
    elif figure.doubts:
        text.append("\n")
        text.append(say("desk.doubts") + " ", style="dim")
        text.append("、".join(_doubt(doubt) for doubt in figure.doubts))
    return text


def _doubt(name: str) -> str:
    key = f"reading.doubt.{name}"
    return say(key) if knows(key) else one_line(name)


def _local_time(decided_at: str) -> str:
    """The journal's UTC on the reviewer's clock, to the minute."""
    return f"{datetime.fromisoformat(decided_at).astimezone():%Y-%m-%d %H:%M}"


def _why(decision: Decision) -> str:
    if decision.reason is None:
        return " · " + say("desk.waits_for_fix") if decision.waits_for_fix else ""
    words = say(f"desk.reason.{decision.reason}")
    if decision.reason_class is not None:
        words += "（" + say(f"guide.{decision.reason_class}") + "）"
    return " · " + words


def _values(text: Text, figure: Figure, dim: bool = False) -> None:
    style = "dim" if dim else "bold"
    value = figure.value if figure.upper is None else f"{figure.value} – {figure.upper}"
    text.append(one_line(figure.text), style=style)
    text.append(f" = {one_line(value)} {one_line(figure.unit)}", style="dim" if dim else "")
    text.append(f"  {say(f'desk.kind.{figure.kind}')}", style="dim")
    if figure.bound != "=":
        text.append(f"  {say(f'desk.bound.{figure.bound}')}", style="dim" if dim else "bold")


def _field(text: Text, name: str, value: str) -> None:
    text.append(say(f"desk.field.{name}") + " ", style="dim")
    text.append(one_line(value))
