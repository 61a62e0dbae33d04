"""Each kind of file: how a report becomes one, our converter of it, and what its library gives by itself."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree

from benchmarks.children import ROOT
from benchmarks.pages import page_of
from fzreview.documents.converting import convert
from fzreview.documents.rows.columns import Columns
from fzreview.documents.rows.row import row_of_object, rows_of_table
from fzreview.documents.rows.separated import read_rows
from fzreview.documents.rows.workbook import read_sheets

sys.path.insert(0, str(ROOT / "tests"))
from support.office_files import docx_of, odt_of_text, rtf_of_text, xlsx_of
from support.pdf_files import pdf_of, printed

_LINE: Final = (
    '<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200"/></w:pPr>'
    '<w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>'
    "<w:t>{}</w:t></w:r></w:p>"
)
_CONTROL: Final = re.compile(
    rb"\{\\(?:fonttbl|info)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\\[a-z]+-?[0-9]* ?|[{}\r\n]"
)
_BYTES: Final = re.compile(rb"(?:\\'[0-9a-f]{2})+")
_WITHIN_LINES: Final = ["span", "font", "a", "b", "strong", "i", "em", "u", "sub", "sup", "small", "o\\:p"]
_NAMES: Final = ("标题", "正文")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file."""

    make: Callable[[list[str]], list[bytes]]
    """Reports → files: one each, or one of all for tables."""
    ours: Callable[[bytes], object]
    bare: Callable[[bytes], object]
    library: str
    """What the bare text is taken by."""


def _each(make: Callable[[str], bytes]) -> Callable[[list[str]], list[bytes]]:
    return lambda texts: [make(text) for text in texts]


def _by(kind: str) -> Callable[[bytes], object]:
    return lambda data: convert(data, kind, "a")


def _docx(text: str) -> bytes:
    lines = text.replace("&", "&amp;").replace("<", "&lt;").splitlines()
    return docx_of("".join(map(_LINE.format, lines)))


def _workbook(texts: list[str]) -> list[bytes]:
    return [xlsx_of({"Sheet1": [_NAMES, *(("报告", text) for text in texts)]})]


def _separated(texts: list[str]) -> list[bytes]:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([_NAMES, *(("报告", text) for text in texts)])
    return [file.getvalue().encode()]


def _objects(texts: list[str]) -> list[bytes]:
    return [json.dumps([{"title": "报告", "content": text} for text in texts], ensure_ascii=False).encode()]


def _rows(sheets: Iterable[tuple[str, Iterable[Sequence[object]]]]) -> object:
    return [list(rows_of_table(rows, Columns(), "a")) for _, rows in sheets]


def _html_text(data: bytes) -> object:
    """Its own way to lines: ``text()`` alone tells scripts too and parts a line at each span."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(data.decode())
    tree.strip_tags(["script", "style"])
    tree.unwrap_tags(_WITHIN_LINES)
    tree.merge_text_nodes()
    return None if tree.body is None else tree.body.text(deep=True, separator="\n", strip=True)


def _pdf_text(data: bytes) -> object:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def _xml_text(part: str) -> Callable[[bytes], object]:
    def text(data: bytes) -> object:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(ElementTree.fromstring(archive.read(part)).itertext())

    return text


def _rtf_text(data: bytes) -> object:
    shown = _BYTES.sub(
        lambda run: bytes.fromhex(run[0].replace(b"\\'", b"").decode()), _CONTROL.sub(b"", data)
    )
    return shown.decode("gb18030", "replace")


def _workbook_rows(data: bytes) -> object:
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]


KINDS: Final[dict[str, Kind]] = {
    "html": Kind(_each(page_of), _by("html"), _html_text, "selectolax in whole lines"),
    "pdf": Kind(_each(lambda text: pdf_of(printed(text))), _by("pdf"), _pdf_text, "pypdfium2"),
    "docx": Kind(_each(_docx), _by("docx"), _xml_text("word/document.xml"), "ElementTree"),
    "odt": Kind(_each(odt_of_text), _by("odt"), _xml_text("content.xml"), "ElementTree"),
    "rtf": Kind(_each(rtf_of_text), _by("rtf"), _rtf_text, "two expressions"),
    "xlsx": Kind(_workbook, lambda data: _rows(read_sheets(data, "a")), _workbook_rows, "python-calamine"),
    "csv": Kind(
        _separated,
        lambda data: _rows([("", read_rows(data, "a.csv"))]),
        lambda data: list(csv.reader(io.StringIO(data.decode(), newline=""))),
        "csv",
    ),
    "json": Kind(
        _objects,
        lambda data: [row_of_object(one, 1, Columns(), "a") for one in json.loads(data)],
        json.loads,
        "json",
    ),
}
