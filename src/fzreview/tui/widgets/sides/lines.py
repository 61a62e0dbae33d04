"""The sides of a dispute beside each other, a row a field; where they differ can be read without colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from fzreview.domain.dissent.dispute import LETTERS, Side
from fzreview.domain.figures.figure import Figure
from fzreview.strings import say
from fzreview.text.cells import cells
from fzreview.text.displayable import one_line
from fzreview.text.wrap import wrap_rows

FIELDS: Final = ("span", "value", "unit", "kind", "bound", "subject")

DIFFERS: Final = "≠"
_BETWEEN: Final = " │ "
_MIN_COLUMN_CELLS: Final = 12
"""Cells that a side needs at least; where there are fewer, sides stand below each other."""


def side_lines(sides: Sequence[Side], width: int) -> list[Text]:
    """A head with letters, whether there is a figure, then its fields; cells that differ are reversed."""
    label = max(cells(_label(name, differs=True)) for name in ("exists", *FIELDS)) + 1
    column = (width - label) // max(len(sides), 1) - len(_BETWEEN)
    if column < _MIN_COLUMN_CELLS:
        return _below_each_other(sides, width)
    lines = [_head(label, column, len(sides))]
    for name, told in _rows(sides):
        lines += _row(name, told, label, column)
    return lines


def _rows(sides: Sequence[Side]) -> list[tuple[str, list[str]]]:
    """Field → what each side says, empty where it keeps no figure."""
    rows = [("exists", [say(f"sharing.stance.{side.stance}") for side in sides])]
    for name in FIELDS:
        told = ["" if side.figure is None else _told(side.figure, name) for side in sides]
        if name == "span":
            spans = {one.figure.span_key for one in sides if one.figure is not None}
            if len(spans) > len({one for one in told if one}):  # the same words at two places
                told = [
                    one if side.figure is None else f"{one} [{side.figure.span_key}]"
                    for one, side in zip(told, sides, strict=True)
                ]
        rows.append((name, told))
    return rows


def _told(figure: Figure, name: str) -> str:
    match name:
        case "span":
            return one_line(figure.text)
        case "value":
            return one_line(figure.value if figure.upper is None else f"{figure.value} – {figure.upper}")
        case "kind" | "bound":
            return say(f"desk.{name}.{getattr(figure, name)}")
        case _:
            return one_line(getattr(figure, name)) or say("sharing.empty")


def _differs(told: Sequence[str]) -> bool:
    return len({one for one in told if one}) > 1


def _label(name: str, differs: bool) -> str:
    word = say("sharing.exists") if name == "exists" else say(f"desk.field.{name}")
    return f"{DIFFERS if differs else ' '} {word}"


def _head(label: int, column: int, count: int) -> Text:
    text = Text(" " * label)
    for letter in LETTERS[:count]:
        text.append(_BETWEEN, style="dim")
        text.append(f" {letter} ", style="bold reverse")
        text.append(" " * (column - 3))
    return text


def _row(name: str, told: Sequence[str], label: int, column: int) -> list[Text]:
    """As many lines as the longest cell needs."""
    differs = _differs(told)
    wrapped = [[one[start:end] for start, end in wrap_rows(one, column)] for one in told]
    lines = []
    for number in range(max(map(len, wrapped))):
        word = _label(name, differs) if number == 0 else ""
        text = Text(word + " " * (label - cells(word)), style="bold" if differs else "dim")
        for pieces in wrapped:
            piece = pieces[number] if number < len(pieces) else ""
            text.append(_BETWEEN, style="not bold dim")
            text.append(piece, style="not dim bold reverse" if differs and piece else "not dim not bold")
            text.append(" " * (column - cells(piece)))
        lines.append(text)
    return lines


def _below_each_other(sides: Sequence[Side], width: int) -> list[Text]:
    """Each side on lines of its own, told in what they differ alone."""
    differing = [(name, told) for name, told in _rows(sides) if _differs(told)]
    lines = []
    for number, letter in enumerate(LETTERS[: len(sides)]):
        told = "  ".join(f"{_label(name, True)} {told[number]}" for name, told in differing if told[number])
        for row, (start, end) in enumerate(wrap_rows(told, max(width - 4, 1))):
            text = Text(f" {letter} " if row == 0 else "   ", style="bold reverse" if row == 0 else "")
            text.append(f" {told[start:end]}", style="not bold not reverse")
            lines.append(text)
    return lines
