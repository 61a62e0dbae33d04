"""Where figures stand, as far as sources and sentences of gold tell."""

from __future__ import annotations

from collections.abc import Mapping

from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.domain.reports.report import Reading
from fzreview.errors import FzError
from fzreview.scoring.figure_scores import context_of
from fzreview.work.scoring.figure_files import GoldFile
from fzreview.work.scoring.figure_sources import Sources


class Contexts:
    """Called with a figure: the text around it; None where neither its source nor its sentence is known."""

    def __init__(self, gold: GoldFile, sources: Sources, readings: Mapping[str, Reading]) -> None:
        self._reports = gold.reports
        self._sources = sources
        self._readings = readings
        self._rows = gold.rows
        self._sentences: dict[tuple[str, int, int], tuple[int, str]] | None = None

    def __call__(self, row: FigureRow) -> str | None:
        if row.doc in self._readings:
            return context_of(row, self._readings[row.doc].source)
        if self._sentences is None:
            self._sentences = {
                (one.figure.doc, one.figure.start, one.figure.end): one.sentence
                for one in self._rows
                if one.sentence is not None
            }
        found = self._sentences.get((row.doc, row.start, row.end))
        if found is not None:
            begin, sentence = found
            return context_of(row, sentence, offset=begin)
        return self._in_source(row)

    def _in_source(self, row: FigureRow) -> str | None:
        try:
            source = self._sources.text(self._reports[row.doc])
        except FzError:
            return None
        if source is None or row.surface not in ("", source[row.start : row.end]):
            return None
        return context_of(row, source)
