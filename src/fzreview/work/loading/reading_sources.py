"""One source → the report that was read of it, or why it was refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from fzreview.domain.figures.figure import GUIDE_VERSION
from fzreview.domain.reports.source_metadata import completed
from fzreview.domain.reports.stored import NewReport
from fzreview.errors import FzError, InputRefused
from fzreview.reading.version import EXTRACTOR_VERSION
from fzreview.text.decode import decode
from fzreview.work.loading.conversion import Converted, converted
from fzreview.work.loading.sources import Refusal, Source
from fzreview.work.loading.sources.source import Label, refuse


def read_source(source: Source, extractor: str | None = None) -> NewReport | Refusal:
    """Decode and read a source that is text; a refusal where it is none or reading it breaks down.

    ``extractor`` names another than the program's own; see ``extractors``.
    """
    *_, answer = reading_steps(source, extractor)
    assert answer is not None
    return answer


def reading_steps(source: Source, extractor: str | None) -> Iterator[NewReport | Refusal | None]:
    """Convert and read one source: None when it is converted, the report or its refusal at the end."""
    try:
        if source.kind == "text":
            decoded = decode(source.data, source.name)
            made = Converted(decoded.text, decoded.encoding, source.told, source.row)
        else:
            made = converted(source)
            yield None
        yield _read(source, made, extractor)
    except InputRefused as error:
        yield Refusal(source.name, source.doc, error)
    except Exception as error:
        # A defect that one text in ten thousand brings to light must not take the others with it.
        yield broken_by(source, error)


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


def _read(source: Source, made: Converted, extractor: str | None) -> NewReport:
    # The reading floor loads its tables on import: refusals do without.
    from fzreview.reading.read import read_report

    name = EXTRACTOR_VERSION
    refused: tuple[FzError, ...] = ()
    if extractor is None:
        reading = read_report(made.text)
    else:
        from fzreview.work.extracting.extractors import extracted

        reading, name, refused, _ = extracted(extractor, source.doc, source.sha256, made.text)
    return NewReport(
        sha256=source.sha256,
        doc=source.doc,
        encoding=made.encoding,
        url=made.told.url,
        reading=replace(reading, metadata=completed(reading.metadata, made.told)),
        extractor=name,
        guide=GUIDE_VERSION,
        refused=refused,
        original=made.original,
        unread_pages=made.unread_pages,
    )
