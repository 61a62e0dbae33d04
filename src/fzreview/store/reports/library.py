"""The library's questions, answered from one index that holds a line of the library for each report.

The rows of ``reports`` carry whole texts: reading a title there means reading past the text before it.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Sequence
from typing import Final

from fzreview.domain.reports.library import NO_REGION, LibraryQuery, Listing, Sort, State
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.reports.summary_columns import SUMMARY_COLUMNS
from fzreview.text.wording import Wording, half_width

FROM_INDEX: Final = "from reports indexed by reports_library"

_DECIDED: Final = "(verified + wrong + unsure)"

_WORDS: Final = "coalesce(title, '') || ' ' || doc || ' ' || coalesce(region, '') || ' '" + (
    " || coalesce(issuer, '') || ' ' || coalesce(year, '') || ' ' || tags"
)

_STATES: Final[dict[State, str]] = {
    "aside": "true",
    "untouched": f"{_DECIDED} = 0 and figures > 0",
    "under_way": f"{_DECIDED} > 0 and {_DECIDED} < figures",
    "finished": f"{_DECIDED} >= figures",
    # What a figure holds is the last verdict of all; an added one holds itself as its correction.
    "to_fix": "wrong > 0 and exists (select 1 from verdicts v"
    ' join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"'
    " where v.report = reports.id and v.target = 'figure' and v.verdict = 'wrong'"
    " and v.reason is not 'not_a_figure' and (v.correction is null or f.origin = 'reviewer')"
    " and not exists (select 1 from verdicts later where later.report = v.report"
    ' and later.target = \'figure\' and later.start = v.start and later."end" = v."end"'
    " and later.verdict is not null and (later.lamport, later.reviewer) > (v.lamport, v.reviewer)))",
    "disputed": "exists (select 1 from settlements s where s.report = reports.id and s.state = 'conflict')",
}

_SORTS: Final[dict[Sort, str]] = {
    "loaded": "id",
    "year": "year desc nulls last, id",
    "region": "region nulls last, id",
    "undecided": f"figures - {_DECIDED} desc, id",
    "progress": f"case figures when 0 then 1.0 else 1.0 * {_DECIDED} / figures end desc, id",
    "title": "title nulls last, id",
}


def listing(connection: sqlite3.Connection, query: LibraryQuery) -> Listing:
    """The reports that a query finds, in its order."""
    where, values = _where(query)
    rows = connection.execute(f"select id {FROM_INDEX} {where} order by {_SORTS[query.sort]}", values)
    reports = array("q", (row[0] for row in rows))
    sums = connection.execute(f"select total(figures), total{_DECIDED} {FROM_INDEX} {where}", values)
    figures, decided = sums.fetchone()
    return Listing(reports, int(figures), int(decided))


def summaries_of(connection: sqlite3.Connection, reports: Sequence[int]) -> list[ReportSummary]:
    """These reports in this order; those that are gone are left out."""
    marks = ", ".join("?" * len(reports))
    rows = connection.execute(f"select {SUMMARY_COLUMNS} {FROM_INDEX} where id in ({marks})", tuple(reports))
    found = {row[0]: ReportSummary(*row) for row in rows}
    return [found[report] for report in reports if report in found]


def regions(connection: sqlite3.Connection, query: LibraryQuery) -> list[tuple[str, int]]:
    """Each region with its reports that the query finds when its own region is left out, most first."""
    where, values = _where(LibraryQuery(query.words, query.state))
    rows = connection.execute(
        f"select coalesce(region, '{NO_REGION}'), count(*) {FROM_INDEX} {where}"
        " group by 1 order by 2 desc, 1",
        values,
    )
    return [(row[0], row[1]) for row in rows]


def _where(query: LibraryQuery) -> tuple[str, tuple[str, ...]]:
    """The condition, made of words of this module alone, and the values for its places."""
    conditions = ["aside is not null" if query.state == "aside" else "aside is null"]
    values: list[str] = []
    for word in Wording.typed(query.words).words:
        forms = dict.fromkeys((word, half_width(word)))
        conditions.append("(" + " or ".join([f"{_WORDS} like ? escape '\\'"] * len(forms)) + ")")
        values += (f"%{_escaped(form)}%" for form in forms)
    if query.state is not None:
        conditions.append(_STATES[query.state])
    if query.region is not None:
        conditions.append(f"coalesce(region, '{NO_REGION}') = ?")
        values.append(query.region)
    return "where " + " and ".join(conditions), tuple(values)


def _escaped(word: str) -> str:
    return word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
