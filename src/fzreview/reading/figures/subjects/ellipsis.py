"""Elliptical clauses: what their figures count is told, in part, by the figure before.

Tables of frames, the first that fits decides. Clauses that only look elliptical have frames too, so that a
narrow one can stand before a wide one.
"""

from __future__ import annotations

from typing import Final

from fzreview.reading.figures.subjects import (
    ellipsis_of_comparison,
    ellipsis_of_parts,
    ellipsis_of_predicate,
    ellipsis_of_rate,
    ellipsis_of_remark,
)
from fzreview.reading.figures.subjects.antecedent import EXPLICIT, Antecedent, Resolved
from fzreview.reading.figures.subjects.elliptical import Elliptical
from fzreview.reading.figures.subjects.frames import first_fit
from fzreview.reading.figures.subjects.wordings import Counted

FRAMES: Final = (
    *ellipsis_of_comparison.FRAMES,
    *ellipsis_of_rate.FRAMES,
    *ellipsis_of_remark.FRAMES,
    *ellipsis_of_predicate.FRAMES,
    *ellipsis_of_parts.FRAMES,
)


def resolve(left: str, figure: Counted, opened: str, antecedent: Antecedent, part: bool) -> Resolved | None:
    """The subject of a figure with the wording ``left`` before it; None where the clause is explicit.

    ``opened`` is the mark before its clause, ``part`` whether it tells a part of what the antecedent counts.
    """
    clause = Elliptical.of(left, figure, opened, antecedent, part)
    told = first_fit(FRAMES, clause, figure)
    return None if told is EXPLICIT else told
