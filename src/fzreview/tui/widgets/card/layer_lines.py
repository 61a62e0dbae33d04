"""Card lines of layers that disagree."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from fzreview.domain.extracting.layers import Aspect
from fzreview.domain.figures.figure import Figure
from fzreview.review.open_report.layered import Dissent
from fzreview.strings import say
from fzreview.text.displayable import one_line


def layer_words(label: str, confidence: float | None) -> str:
    """Label and confidence of a layer; displayable."""
    return one_line(label) if confidence is None else f"{one_line(label)} {confidence:.2f}"


def dissent_words(dissent: Dissent) -> str:
    """The differing fields of a layer; displayable."""
    if dissent.found is None:
        return say("desk.layers.lacks")
    figure = dissent.found.figure
    return " · ".join(f"{say(f'desk.reason.{name}')} {_told(name, figure)}" for name in dissent.fields)


def dissent_lines(dissents: Sequence[Dissent]) -> tuple[Text, ...]:
    """One line for each layer; the first that can be adopted names the key."""
    lines: list[Text] = []
    named = False
    for dissent in dissents:
        confidence = None if dissent.found is None else dissent.found.confidence
        line = Text(say("desk.layers.line") + " ", style="dim")
        line.append(layer_words(dissent.label, confidence) + "  ", style="not dim bold")
        if dissent.found is not None and not named:
            # What can be done stands first: the end of the line may be cut.
            line.append(say("desk.layers.key") + "  ")
            named = True
        line.append(dissent_words(dissent), style="not dim")
        lines.append(line)
    return tuple(lines)


def _told(name: Aspect, figure: Figure) -> str:
    if name == "span":
        return one_line(figure.text)
    if name == "value":
        return one_line(figure.value if figure.upper is None else f"{figure.value}–{figure.upper}")
    if name in ("kind", "bound"):
        return say(f"desk.{name}.{getattr(figure, name)}")
    return one_line(getattr(figure, name)) or "–"
