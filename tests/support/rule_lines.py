"""Which rules fire where in the lines that a rule gives as its examples."""

from __future__ import annotations

import re

from fzreview.domain.extracting.trace import Fired, listening
from fzreview.reading.explain import OF_NUMERALS
from fzreview.reading.figures import FigureReading, find_figures
from fzreview.reading.read import read_report
from fzreview.text.clean import clean_text

_MARKED = re.compile("⟦([^⟦⟧]*)⟧")


def fires(rule: str, line: str) -> bool:
    """Whether the rule decides about a marked place of the line, about any where none is marked.

    Rules about numerals see the line alone, all others see it as a report.
    """
    text, places = unmarked(line)
    with listening() as told:
        if rule.partition(".")[0] in OF_NUMERALS:
            read_line(text)
        else:
            read_report(text)
    own = [one for one in told if one.rule == rule]
    return any(_touches(one, place) for one in own for place in places) if places else bool(own)


def read_line(text: str) -> FigureReading:
    """The figures of a text that is read as the body of a report from end to end."""
    clean, _ = clean_text(text)
    return find_figures(text, clean, [(0, len(clean.text))], [])


def unmarked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The line without ⟦ and ⟧, and the places that they marked."""
    text, places, at = "", [], 0
    for mark in _MARKED.finditer(line):
        text += line[at : mark.start()]
        places.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        at = mark.end()
    return text + line[at:], places


def _touches(one: Fired, place: tuple[int, int]) -> bool:
    start, end = place
    return one.start < max(end, start + 1) and start < max(one.end, one.start + 1)
