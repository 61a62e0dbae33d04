"""Extractors as sources of layers."""

from __future__ import annotations

from fzreview.domain.extracting.extraction import Document
from fzreview.work.extracting.extractors import Extractor, ForeignExtractor
from fzreview.work.extracting.foreign_figures import NamedRow
from fzreview.work.layers.adding import LayerSource


def as_layer_source(extractor: Extractor) -> LayerSource:
    """An extractor as the source of a layer; the built-in one too."""
    return extractor if isinstance(extractor, ForeignExtractor) else _BuiltIn()


class _BuiltIn:
    """The program's own reading."""

    def rows_of(self, document: Document) -> list[NamedRow]:
        """Every figure that it reads."""
        from fzreview.reading.read import read_report

        return [(document.doc, figure) for figure in read_report(document.text).figures]

    def may_lack(self, sha256: str) -> bool:
        """Never."""
        return False
