"""Several values of another time before their changes: 比上年的32起、25人分别下降15.6%和24%."""

from __future__ import annotations

import re
from typing import Final

from fzreview.reading.figures.subjects.changes import ungrown
from fzreview.reading.figures.subjects.cleaning import clean_left
from fzreview.reading.figures.subjects.context import Context
from fzreview.reading.figures.subjects.edges import DATE
from fzreview.text.sentences.clauses import Clause

_THAN: Final = re.compile(rf"(?:比|较|同|与)(?P<when>[上去前]年同期|[上去前]年度?|同期|{DATE})的\Z")
_CHANGED: Final = re.compile(r"(?:相比)?[,，]?分别(?P<verb>[\u4e00-\u9fff]{1,6})\Z")


def old_values(index: int, clause: Clause, raw: str, told: list[str], context: Context) -> dict[int, str]:
    """Subjects of the values and of their changes from the figure ``index`` on; empty where there is no row.

    ``raw`` stands before the figure in its clause, ``told`` are the last subjects of the sentence so far.
    """
    than = _THAN.search(raw)
    if than is None:
        return {}
    count = context.in_a_row(index, clause)
    if not 2 <= count <= len(told):
        return {}
    changed = _CHANGED.search(context.between(index + count - 1))
    if changed is None or context.in_a_row(index + count, clause) != count:
        return {}
    things = [ungrown(subject) for subject in told[-count:]]
    verb = clean_left(changed["verb"])
    return {
        **{index + at: than["when"] + thing for at, thing in enumerate(things)},
        **{index + count + at: thing + verb for at, thing in enumerate(things)},
    }
