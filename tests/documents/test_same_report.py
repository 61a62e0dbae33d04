"""The same report as a text, a page, a document, a PDF file and a row is read the same.

What differs is listed where it is expected: characters that say nothing (blanks inside lines) and offsets.
"""

from __future__ import annotations

from functools import cache

import pytest

from fzreview.documents.converting import convert
from fzreview.domain.report import Reading
from fzreview.reading.read import read_report
from support.gold_reports import SEEDS, seed_names
from support.office_files import (
    docx_of_text,
    epub_of,
    html_of_text,
    mhtml_of,
    odt_of_text,
    rtf_of_text,
)
from support.pdf_files import pdf_of, printed


def page_of(text: str) -> str:
    body = html_of_text(text).decode()
    return body[body.index("<body>") + 6 : body.index("</body>")].replace("&#x27;", "'")


MAKERS = {
    "html": html_of_text,
    "html in GBK": lambda text: html_of_text(text, "gb18030"),
    "mhtml": lambda text: mhtml_of(html_of_text(text), "utf-8"),
    "docx": docx_of_text,
    "odt": odt_of_text,
    "rtf": rtf_of_text,
    "pdf": lambda text: pdf_of(printed(text)),
    "epub": lambda text: epub_of([page_of(text)]),
}


@cache
def text_of(doc: str) -> str:
    return (SEEDS / doc).read_text(encoding="utf-8")


@cache
def reading_of(doc: str) -> Reading:
    return read_report(text_of(doc))


def figures(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (one.text, one.value, one.upper, one.unit, one.kind, one.bound, one.subject)
        for one in reading.figures
    ]


def outline(reading: Reading) -> list[tuple[object, ...]]:
    return [(one.level, one.label, one.kind) for one in reading.outline]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("doc", seed_names())
def test_figures_outline_and_metadata_are_those_of_the_text(doc: str, kind: str) -> None:
    data = MAKERS[kind](text_of(doc))
    read = read_report(convert(data, kind.partition(" ")[0], doc).document.text)
    expected = reading_of(doc)
    assert figures(read) == figures(expected)
    assert outline(read) == outline(expected)
    told = expected.metadata
    assert (read.metadata.title, read.metadata.year) == (told.title, told.year)
    assert (read.metadata.region, read.metadata.issuer) == (told.region, told.issuer)
    assert (read.metadata.sign_date, read.metadata.publish_date) == (told.sign_date, told.publish_date)
    assert (read.metadata.doc_number, read.metadata.source) == (told.doc_number, told.source)
