"""Extractors: the built-in one, and those of other packages.

A package offers under the entry point group ``fzreview.extractors`` a function ``text -> iterable of
figures``, or an :class:`~fzreview.domain.extracting.extraction.Extractor` (or its class), for many texts at
once. A figure is a mapping with ``start`` and ``end`` (``value``, ``upper``, ``unit``, ``kind``, ``bound``,
``subject`` and ``doubts`` where it has them) or a :class:`~fzreview.domain.figures.figure.Figure`; offsets
are code points of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Final, NamedTuple

from fzreview.domain.extracting.extraction import Document, Figures
from fzreview.domain.extracting.extraction import Extractor as BatchExtractor
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Reading
from fzreview.errors import FzError, InputRefused, UsageError
from fzreview.reading.version import EXTRACTOR_VERSION
from fzreview.work.extracting.foreign_figures import NamedRow, checked_figures, with_figures

GROUP: Final = "fzreview.extractors"
BUILT_IN: Final = "built-in"
"""The name under which the program's own extractor is asked for."""

Function = Callable[[str], Iterable[Mapping[str, Any] | Figure]]


class Extracted(NamedTuple):
    """What an extractor found in one text."""

    reading: Reading
    extractor: str
    """Its name and version, as the store and the journal hold them."""
    refused: tuple[FzError, ...] = ()
    """Figures that cannot be; the others are in the reading."""
    whole: bool = True
    """False where a refused row was, or may have been, of this text: that nothing stands somewhere then
    says nothing."""


Extractor = Callable[[str, str, str], Extracted | None]
"""Called with a report's doc, sha256 and source text; None where it has nothing to say about the report.

Raises InputRefused where it breaks down over a report.
"""


def extractor_named(name: str | None) -> Extractor:
    """The extractor with this name; None and ``built-in`` mean the program's own.

    Raises UsageError where no installed package offers it, or what it offers cannot be loaded.
    """
    if name in (None, BUILT_IN):
        return _built_in
    points = {point.name: point for point in entry_points(group=GROUP)}
    if name not in points:
        raise UsageError("unknown_extractor", extractor=name, known=" ".join((BUILT_IN, *sorted(points))))
    point = points[name]
    try:
        offered = point.load()
        if isinstance(offered, type):
            offered = offered()
    except Exception as error:
        raise UsageError("extractor_unloadable", extractor=name, reason=_told(error)) from error
    one = offered if isinstance(offered, BatchExtractor) else _OneByOne(offered)
    return ForeignExtractor(_versioned(point), one)


def name_and_version(name: str) -> tuple[str, str]:
    """What an extractor that can be had is called, and the version of its package; empty where unknown."""
    if name == BUILT_IN:
        return name, EXTRACTOR_VERSION
    points = {point.name: point for point in entry_points(group=GROUP)}
    dist = points[name].dist
    return name, dist.version if dist is not None else ""


def extracted(name: str, doc: str, sha256: str, source: str) -> Extracted:
    """What the extractor with this name finds in a text. Raises what ``extractor_named`` raises.

    Raises InputRefused where it breaks down over the text.
    """
    found = _remembered(name)(doc, sha256, source)
    assert found is not None  # only predictions have nothing to say about a report
    return found


@lru_cache(maxsize=8)
def _remembered(name: str) -> Extractor:
    """Entry points are looked up once a process."""
    return extractor_named(name)


def _built_in(doc: str, sha256: str, source: str) -> Extracted:
    from fzreview.reading.read import read_report

    return Extracted(read_report(source), EXTRACTOR_VERSION)


def _versioned(point: EntryPoint) -> str:
    return f"{point.name} {point.dist.version}" if point.dist is not None else point.name


@dataclass(frozen=True, slots=True)
class _OneByOne:
    """A function from a text to its figures, as an extractor of many."""

    function: Function

    def extract(self, documents: Iterable[Document]) -> Iterator[Figures]:
        return (self.function(document.text) for document in documents)


class ForeignExtractor:
    """Figures by an extractor of another package; everything else of the reading is the program's own."""

    def __init__(self, name: str, extractor: BatchExtractor) -> None:
        self.name = name
        self._extractor = extractor
        self._found: dict[str, list[Mapping[str, Any] | Figure]] = {}

    def prepare(self, documents: Sequence[Document]) -> None:
        """Have the extractor look at documents together, which are then asked for one by one.

        Where it breaks down over one of them, that one and those behind it are given to it alone.
        """
        self._found = {}
        with suppress(Exception):
            found = self._extractor.extract(documents)
            for document, figures in zip(documents, found, strict=True):
                self._found[document.sha256] = list(figures)

    def __call__(self, doc: str, sha256: str, source: str) -> Extracted:
        rows = self.rows_of(Document(doc, sha256, source))
        own = _built_in(doc, sha256, source).reading
        figures, refused = checked_figures(rows, own)
        return Extracted(with_figures(own, figures), self.name, refused, not refused)

    def rows_of(self, document: Document) -> list[NamedRow]:
        """What it finds in one document. Raises InputRefused where it breaks down over it."""
        rows = self._found.pop(document.sha256, None)
        if rows is None:
            rows = self._alone(document)
        return [(f"{document.doc}，{self.name} #{number}", row) for number, row in enumerate(rows, 1)]

    def may_lack(self, sha256: str) -> bool:
        """Never: it is asked for each report."""
        return False

    def _alone(self, document: Document) -> list[Mapping[str, Any] | Figure]:
        try:
            (figures,) = self._extractor.extract([document])
            return list(figures)
        except Exception as error:
            # Whatever a foreign extractor raises costs one report, not the run.
            told = {"extractor": self.name, "reason": _told(error)}
            raise InputRefused("extractor_failed", name=document.doc, **told) from error


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
