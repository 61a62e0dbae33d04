"""The figure of a panel's cell in its sentence."""

from __future__ import annotations

from typing import Final

from rich.text import Text

from fzreview.domain.figures.alike import FigureInReport
from fzreview.domain.figures.figure_state import state_of
from fzreview.strings import say
from fzreview.text.displayable import one_line

CONTEXT_CHARACTERS: Final = 80
"""Characters of the sentence that are shown on either side."""


def sentence_text(figure: FigureInReport, number: int, count: int) -> Text:
    """Place, year, file, state and who decided; the sentence with the figure marked; value, unit, subject."""
    stored, shown = figure.stored, figure.stored.shown
    where = "  ".join(map(one_line, filter(None, (figure.place, str(figure.year or ""), figure.doc))))
    text = Text(where, style="dim")
    if count > 1:
        text.append("  " + say("panel.in_cell", number=number, count=count), style="not dim")
    text.append("  " + say(f"desk.state.{state_of(stored)}"), style="not dim bold")
    names = [one_line(held.reviewer) for held in stored.held if held.decision.verdict is not None]
    text.append(f"（{'、'.join(names)}）\n" if names else "\n", style="not dim")
    before, behind = figure.before, figure.behind
    before = before if len(before) <= CONTEXT_CHARACTERS else "…" + before[-CONTEXT_CHARACTERS:]
    behind = behind if len(behind) <= CONTEXT_CHARACTERS else behind[:CONTEXT_CHARACTERS] + "…"
    text.append(one_line(before).lstrip(), style="not dim")
    text.append(one_line(figure.words), style="not dim bold reverse")
    text.append(one_line(behind).rstrip() + "\n", style="not dim")
    text.append(f"{say('desk.field.value')} ")
    text.append(f"{one_line(shown.value)} {one_line(shown.unit)}", style="not dim bold")
    text.append(f"   {say('desk.field.subject')} ")
    return text.append(one_line(shown.subject), style="not dim")
