"""Reports read without a store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from fzreview.domain.figure import GUIDE_VERSION
from fzreview.domain.report import Reading
from fzreview.domain.stored import NewReport
from fzreview.errors import FzError, InputRefused
from fzreview.reading.version import EXTRACTOR_VERSION
from fzreview.text.decode import decode
from fzreview.work.loading.sources import Refusal, Skipped, Source, open_sources
from fzreview.work.loading.sources.source import Label, refuse


def read_files(paths: Iterable[str | Path]) -> Iterator[NewReport | Refusal | Skipped]:
    """Every report under ``paths``, read when it is asked for, and every input that is none.

    Raises UsageError where the environment holds a bad limit.
    """
    for source in open_sources(paths):
        yield read_source(source) if isinstance(source, Source) else source


def read_source(source: Source, extractor: str | None = None) -> NewReport | Refusal:
    """Decode and read one source; a refusal where it holds no text or reading it breaks down.

    ``extractor`` names another than the program's own; see ``extractors``.
    """
    try:
        return _read(source, extractor)
    except InputRefused as error:
        return Refusal(source.name, source.doc, error)
    except Exception as error:
        # A defect that one text in ten thousand brings to light must not take the others with it.
        return broken_by(source, error)


def broken_by(source: Source, error: Exception) -> Refusal:
    """The refusal of a source over which the program itself broke down."""
    return refuse(Label(source.name, source.doc), "reading_failed", reason=_place_of(error))


def _place_of(error: Exception) -> str:
    """What a report about the defect needs: the error and the line that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__}, {place}"


def _read(source: Source, extractor: str | None) -> NewReport:
    # The reading floor loads its tables on import: refusals do without.
    from fzreview.reading.read import read_report

    decoded = decode(source.data, source.name)
    sha256 = hashlib.sha256(source.data).hexdigest()
    name = EXTRACTOR_VERSION
    refused: tuple[FzError, ...] = ()
    if extractor is None:
        reading = read_report(decoded.text)
    else:
        from fzreview.work.extracting.extractors import extracted

        reading, name, refused, _ = extracted(extractor, source.doc, sha256, decoded.text)
    return NewReport(
        sha256=sha256,
        doc=source.doc,
        encoding=decoded.encoding,
        url=source.url,
        reading=_titled(reading, source.title),
        extractor=name,
        guide=GUIDE_VERSION,
        refused=refused,
    )


def _titled(reading: Reading, title: str | None) -> Reading:
    """A reading without a title takes the one that its crawl told, flagged."""
    metadata = reading.metadata
    if metadata.title is not None or not title:
        return reading
    flags = (*metadata.flags, "title_from_crawl")
    return replace(reading, metadata=replace(metadata, title=title, flags=flags))
