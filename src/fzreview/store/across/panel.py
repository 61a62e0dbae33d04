"""The figures of a store whose subject holds words: found in the index of subjects, not in wide rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from fzreview.domain.figures.figure_state import FigureState
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.figures.panel import PanelFigure
from fzreview.store.across.subject_key import subject_key

_GOLD: Final = ("verified", "corrected")


def panel_figures(
    connection: sqlite3.Connection,
    words: Sequence[str],
    region: str | None = None,
    years: tuple[int, int] | None = None,
    undecided: bool = False,
) -> Iterator[PanelFigure]:
    """Figures that stand, by place and year; ranges are left out.

    ``region`` must be held by the region or the issuer; ``years`` are the first and the last. Only what is
    gold: verified or corrected by the last word of all, or as it was settled; ``undecided`` wants the rest as
    well, but for what is no figure.
    """
    keys = [key for word in words if (key := subject_key(word))]
    if not keys:
        return
    conditions, values = _of_reports(region, years)
    held = " and ".join(["instr(subject_key, ?) > 0"] * len(keys))
    corrected = " and ".join(["instr(json_extract(correction, '$.subject'), ?) > 0"] * len(keys))
    rows = connection.execute(
        f"with found as (select id from figures indexed by figures_subject where {held}"
        " union select f.id from verdicts v join figures f on f.report = v.report and f.start = v.start"
        f' and f."end" = v."end" where v.target = \'figure\' and v.correction is not null and {corrected})'
        " select r.sha256, f.start, f.\"end\", r.doc, coalesce(r.region, r.issuer, ''), r.year, f.value,"
        " f.unit, f.kind, f.subject, f.upper, f.origin, f.status, s.state,"
        " iif(a.entry is null, v.reason, a.reason), iif(a.entry is null, v.correction, a.correction)"
        " from found"
        " cross join figures f on f.id = found.id"
        " cross join reports r indexed by reports_library on r.id = f.report"
        " left join settlements s on f.status is not null and s.report = f.report"
        ' and s.start = f.start and s."end" = f."end"'
        " left join adjudications a on s.state = 'adjudicated' and a.report = s.report and a.entry = s.entry"
        " left join verdicts v on f.status is not null and v.report = f.report and v.target = 'figure'"
        ' and v.start = f.start and v."end" = f."end" and v.entry = (select l.entry from verdicts l'
        ' where l.report = f.report and l.target = \'figure\' and l.start = f.start and l."end" = f."end"'
        " and l.verdict is not null order by l.lamport desc, l.reviewer desc limit 1)"
        f" where {conditions} order by 5, r.year, r.sha256, f.start",
        (*keys, *words, *values),
    )
    for row in rows:
        figure = _standing(row)
        if figure is not None and (undecided or figure.state in _GOLD):
            key = subject_key(figure.subject)
            if all(one in key for one in keys):
                yield figure


def _of_reports(region: str | None, years: tuple[int, int] | None) -> tuple[str, tuple[str | int, ...]]:
    conditions, values = ["1"], list[str | int]()
    if region is not None:
        conditions.append("instr(coalesce(r.region, '') || ' ' || coalesce(r.issuer, ''), ?) > 0")
        values.append(region)
    if years is not None:
        conditions.append("r.year between ? and ?")
        values += years
    return " and ".join(conditions), tuple(values)


def _standing(row: sqlite3.Row) -> PanelFigure | None:
    """The figure as it was settled or the latest verdict leaves it; None for what is no figure or a range."""
    (
        sha256,
        start,
        end,
        doc,
        place,
        year,
        value,
        unit,
        kind,
        subject,
        upper,
        origin,
        status,
        settled,
        *word,
    ) = row
    reason, correction = word
    state: FigureState = status if status in ("verified", "unsure") else "undecided"
    if settled == "conflict":
        state = "disputed"
    elif status == "wrong":
        if reason == "not_a_figure":
            return None
        # What a reviewer added holds itself as its correction.
        state = "corrected" if correction is not None and origin == "machine" else "to_fix"
    if correction is not None and state != "disputed" and status in ("wrong", "verified"):
        held = json.loads(correction)
        value, upper, unit, kind, subject = (
            held[name] for name in ("value", "upper", "unit", "kind", "subject")
        )
    if upper is not None:
        return None
    return PanelFigure(
        figure_key(sha256, f"{start}-{end}"), doc, place, year, value, unit, kind, subject, state
    )
