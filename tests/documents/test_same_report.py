"""The same twenty reports in every kind of file are read the same: figures, outline and metadata.

Where a kind differs, the report and what differs stands in ``DIFFERENT``; docs/sources.md tells why.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from fzreview.documents.converting import convert
from fzreview.documents.rows.columns import Columns
from fzreview.documents.rows.parquet import read_sheets as read_parquet
from fzreview.documents.rows.row import Row, row_of_object, rows_of_table
from fzreview.documents.rows.separated import read_rows
from fzreview.documents.rows.workbook import read_sheets
from fzreview.domain.reports.report import Reading
from fzreview.reading.read import read_report
from fzreview.text.decode import decode
from fzreview.work.loading.sources.crawls import crawl_sources
from fzreview.work.loading.sources.source import Label, Limits, Opening, Source
from support.gold_reports import SEEDS, seed_names
from support.office_files import (
    docx_of_text,
    epub_of,
    html_of_text,
    mhtml_of,
    odt_of_text,
    rtf_of_text,
    xlsx_of,
)
from support.pdf_files import pdf_of, printed

PAGES: Final = Path(__file__).parents[1] / "gold" / "pages"
NAMES: Final = [*seed_names(), *sorted(path.name for path in PAGES.glob("*.txt"))[:15]]
SHORT: Final = ["43_fullbr.txt", "44_oneline_labels.txt", "54_guanyu.txt", "61_title_again_under_table.txt"]
"""Pages of a few lines."""
DIFFERENT: Final = {
    ("43_fullbr.txt", "pdf"): {"outline", "title", "issuer"},
    ("44_oneline_labels.txt", "pdf"): {"source"},
    ("54_guanyu.txt", "pdf"): {"outline", "title", "year", "region", "issuer"},
    ("61_title_again_under_table.txt", "pdf"): {"publish_date"},
}
METADATA: Final = ("title", "year", "region", "issuer", "sign_date", "publish_date", "doc_number", "source")


def page_of(text: str) -> str:
    body = html_of_text(text).decode()
    return body[body.index("<body>") + 6 : body.index("</body>")].replace("&#x27;", "'")


MAKERS: Final[dict[str, Callable[[str], bytes]]] = {
    "html": html_of_text,
    "html in GBK": lambda text: html_of_text(text, "gb18030"),
    "mhtml": lambda text: mhtml_of(html_of_text(text), "utf-8"),
    "docx": docx_of_text,
    "odt": odt_of_text,
    "rtf": rtf_of_text,
    "pdf": lambda text: pdf_of(printed(text)),
    "epub": lambda text: epub_of([page_of(text)]),
}


def in_csv(text: str) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([["标题", "正文"], ["报告", text]])
    return in_row(read_rows(file.getvalue().encode("utf-8-sig"), "a.csv"))


def in_xlsx(text: str) -> str:
    ((_, rows),) = read_sheets(xlsx_of({"Sheet1": [["标题", "正文"], ["报告", text]]}), "a.xlsx")
    return in_row(iter(rows))


def in_row(rows: object) -> str:
    (row,) = rows_of_table(rows, Columns(), "a")  # type: ignore[arg-type]  # rows of either reader
    assert isinstance(row, Row)
    return row.text


def in_tsv_of_gbk(text: str) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter="\t").writerows([["标题", "正文"], ["报告", text]])
    return in_row(read_rows(file.getvalue().encode("gb18030"), "a.tsv"))


def in_jsonl(text: str) -> str:
    line = json.dumps({"title": "报告", "body": text}, ensure_ascii=False).encode()
    limits = Limits()
    found = list(crawl_sources(io.BytesIO(line + b"\n" + line), Label("a", "a"), Opening(limits)))
    assert [one.doc for one in found] == ["a:1", "a:2"]
    assert isinstance(found[0], Source)
    return found[0].data.decode()


def in_parquet(text: str) -> str:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    file = io.BytesIO()
    table = pyarrow.table({"title": ["报告"], "data": [{"正文": text, "页": 3}], "none": [None]})
    parquet.write_table(table, file)
    ((_, rows),) = read_parquet(file.getvalue(), "a.parquet")
    return in_row(rows)


def in_json(text: str) -> str:
    row = row_of_object(json.loads(json.dumps({"title": "报告", "data": {"正文": text}})), 1, Columns(), "a")
    assert isinstance(row, Row)
    return row.text


TEXTS: Final[dict[str, Callable[[str], str]]] = {
    "txt and md": lambda text: decode(text.encode("gb18030"), "a.md").text,
    "csv": in_csv,
    "xlsx": in_xlsx,
    "json": in_json,
    "jsonl": in_jsonl,
    "tsv in GBK": in_tsv_of_gbk,
    "parquet": in_parquet,
}
"""Kinds that hold the text as it is."""


@cache
def text_of(doc: str) -> str:
    if doc in seed_names():
        return (SEEDS / doc).read_text(encoding="utf-8")
    return (PAGES / doc).read_text(encoding="utf-8").partition("\n")[2].replace("⟦", "").replace("⟧", "")


def told(reading: Reading) -> dict[str, Sequence[object] | object]:
    """What is to be the same: offsets are not, they are those of another text."""
    return {
        "figures": [
            (one.text, one.value, one.upper, one.unit, one.kind, one.bound, one.subject)
            for one in reading.figures
        ],
        "outline": [(one.level, one.label, one.kind) for one in reading.outline],
        **{name: getattr(reading.metadata, name) for name in METADATA},
    }


@cache
def expected(doc: str) -> dict[str, Sequence[object] | object]:
    return told(read_report(text_of(doc)))


@pytest.mark.parametrize("kind", [*MAKERS, *TEXTS])
@pytest.mark.parametrize("doc", [*NAMES, *SHORT])
def test_figures_outline_and_metadata_are_those_of_the_text(doc: str, kind: str) -> None:
    if kind in TEXTS:
        text = TEXTS[kind](text_of(doc))
        if text == text_of(doc):
            return  # what is the same is read the same
    else:
        text = convert(MAKERS[kind](text_of(doc)), kind.partition(" ")[0], doc).document.text
    found = told(read_report(text))
    differing = {name for name, value in expected(doc).items() if found[name] != value}
    assert differing == DIFFERENT.get((doc, kind), set())
