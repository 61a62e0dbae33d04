"""Rows of figures for tests of scores: by hand, and as hypothesis makes them up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from fzreview.domain.figures.figure_rows import FigureRow

ROW = FigureRow("a.txt", 5, 9, "195件", "195", None, "件", "count", "=", "受理案件")


def row_at(start: int, end: int, doc: str = "a.txt", **fields: Any) -> FigureRow:
    """A row with that span and nothing else of its own."""
    return replace(ROW, doc=doc, start=start, end=end, surface="", **fields)


@st.composite
def figure_rows(draw: st.DrawFn) -> FigureRow:
    """A row in a short text, so that rows often meet."""
    start = draw(st.integers(0, 30))
    return FigureRow(
        doc=draw(st.sampled_from(("a.txt", "b.txt"))),
        start=start,
        end=start + draw(st.integers(1, 6)),
        surface="",
        value=draw(st.sampled_from(("1", "1.0", "2", "三"))),
        upper=draw(st.sampled_from((None, "3"))),
        unit=draw(st.sampled_from(("件", "个"))),
        kind=draw(st.sampled_from(("count", "money"))),
        bound=draw(st.sampled_from(("=", "~"))),
        subject=draw(st.sampled_from(("受理案件", "办结", ""))),
        section=draw(st.sampled_from((None, (), ("一、工作情况",), ("二、存在的问题", "(一)不足")))),
    )


def row_lists(most: int = 12) -> st.SearchStrategy[list[FigureRow]]:
    return st.lists(figure_rows(), max_size=most)
