"""Verdicts on the figures of a report as the domain takes them."""

from __future__ import annotations

from typing import Any, Final

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.wire import BLIND
from fzreview.domain.figures.fields import columns
from fzreview.store.opening.figure_columns import correction_of
from fzreview.store.opening.packed_values import unpack_strings

BLINDLY: Final = f"coalesce(j.seen like '{BLIND}%', 0)"

SELECT: Final = f"""
    select {columns(table="f")}, f.section, f.origin, f.extractor, v.reviewer, v.decided_at, v.verdict,
        v.reason, v.reason_class, v.comment, v.correction, j.note, j.elapsed_ms, {BLINDLY}"""
"""Columns in the order of the fields of a FigureVerdict."""

_FROM: Final = """
    join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"
    join journal j on j.id = v.entry
    where v.target = 'figure' and v.verdict is not null"""

VERDICTS: Final = f"""{SELECT} from verdicts v {_FROM} and v.report = ?
    order by v.start, v."end", v.reviewer"""
"""The key of verdicts gives the order of the rows."""

VERDICTS_AT: Final = f"""{SELECT} from verdicts v {_FROM} and v.report = ? and v.start = ? and v."end" = ?
    order by v.reviewer"""
"""Those on one figure."""

READ: Final = """
    select s.start, s."end", s.until, s.level, s.marker || s.title, v.reviewer, v.decided_at
    from verdicts v join sections s on s.report = v.report and s.start = v.start and s."end" = v."end"
    where v.report = ? and v.target = 'section'
    order by s.start, s.level, v.lamport, v.reviewer"""
"""Sections that were read completely, in the order of the fields of a ReadSection."""


def figure_verdict(row: tuple[Any, ...]) -> FigureVerdict:
    """A row of SELECT, its two packed columns unpacked."""
    return FigureVerdict._make(
        (
            *row[:_SECTION],
            unpack_strings(row[_SECTION]),
            *row[_SECTION + 1 : _CORRECTION],
            None if row[_CORRECTION] is None else correction_of(row[_CORRECTION]),
            *row[_CORRECTION + 1 : -1],
            bool(row[-1]),
        )
    )


_SECTION: Final = FigureVerdict._fields.index("section")
_CORRECTION: Final = FigureVerdict._fields.index("correction")
