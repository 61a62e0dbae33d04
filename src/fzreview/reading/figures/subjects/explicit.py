"""Clauses that tell all that their figure counts."""

from __future__ import annotations

from typing import Final

from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.predicates import lead_of
from fzreview.reading.figures.subjects.wordings import Counted
from fzreview.text.sentences.clauses import Clause

EMPTY_VERBS: Final = ("", "做到", "达到", "实现", "已有", "共有", "确保")
"""Verbs before a number that name no thing."""


def explicit(figure: Counted, clause: Clause, left: str, subject: str, head: str, theme: str) -> Antecedent:
    """The antecedent that a figure with an explicit subject is for later ones."""
    return Antecedent(
        clause=clause,
        end=figure.end,
        left=left,
        subject=subject,
        head=head,
        unit=figure.unit,
        verb=lead_of(left),
        base=subject,
        theme=theme or "",
        recent=head,
        recent_unit=figure.unit,
    )
