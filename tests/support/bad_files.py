"""Files that are not what they say, broken off, or made to wear a program out, with their reasons."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Mapping

from support.office_files import (
    OPEN,
    WORD,
    docx_of_text,
    epub_of,
    html_of_text,
    mhtml_of,
    odt_of_text,
    xlsx_of,
    zip_of,
)
from support.pdf_files import pdf_of, printed

SENTENCE = "全县共办理行政复议案件48件，审结45件，行政机关负责人出庭应诉率达到98.5%。"
TEXT = "\n".join(["某县人民政府2021年法治政府建设年度报告", "一、主要做法", SENTENCE, "二、下一步", SENTENCE])
ENTITIES = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY l "48"><!ENTITY m "&l;&l;&l;&l;">]>'
ROWS = [["标题", "正文"], ["报告", SENTENCE]]
SHEET = "xl/worksheets/sheet1.xml"

Bad = tuple[bytes, str | None]
"""Bytes, and the code of the refusal; None where the file is read all the same."""


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a document that is a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, part: str, content: str | bytes) -> bytes:
    """A document with another part in the place of one of its own."""
    parts: dict[str, str | bytes] = dict(parts_of(data))
    return zip_of(parts | {part: content})


def grown(data: bytes, part: str, size: int) -> bytes:
    """A document one of whose parts unpacks to so many bytes more."""
    return with_part(data, part, parts_of(data)[part] + b" " * size)


def with_entities() -> Mapping[str, Bad]:
    """Documents whose XML declares entities: of files, of much made of little."""
    book = epub_of([f"<p>{SENTENCE}</p>"])
    word = (
        f"<w:document {WORD}><w:body><w:p><w:r><w:t>&e;&m;{SENTENCE}</w:t></w:r></w:p></w:body></w:document>"
    )
    text = f"<office:body><office:text><text:p>&e;&m;{SENTENCE}</text:p></office:text></office:body>"
    workbook = xlsx_of({"Sheet1": ROWS})
    cell = (
        '<row r="3"><c t="inlineStr"><is><t>x</t></is></c><c t="inlineStr"><is><t>&e;&m;</t></is></c></row>'
    )
    sheet = re.sub(r"^<\?xml[^>]*>", "", parts_of(workbook)[SHEET].decode())
    opf = parts_of(book)["OPS/book.opf"].decode().replace("汇编", "&e;")
    return {
        "entities.docx": (
            with_part(docx_of_text(TEXT), "word/document.xml", ENTITIES + word),
            "document_broken",
        ),
        "entities.odt": (
            with_part(
                odt_of_text(TEXT),
                "content.xml",
                f"{ENTITIES}<office:document-content {OPEN}>{text}</office:document-content>",
            ),
            "document_broken",
        ),
        "entities.epub": (with_part(book, "OPS/book.opf", ENTITIES + opf), "document_broken"),
        "entities.xlsx": (
            with_part(workbook, SHEET, ENTITIES + sheet.replace("</sheetData>", cell + "</sheetData>")),
            "table_broken",
        ),
    }


def of_something_else() -> Mapping[str, Bad]:
    """Archives under the names of documents."""
    jar = zip_of({"META-INF/MANIFEST.MF": "Manifest-Version: 1.0", "A.class": b"\xca\xfe\xba\xbe"})
    plain = zip_of({"a.txt": TEXT})
    return {
        "jar.docx": (jar, "document_other"),
        "zip.docx": (plain, "document_other"),
        "zip.odt": (plain, "document_other"),
        "zip.epub": (plain, "document_other"),
        "zip.xlsx": (plain, "table_broken"),
        "table.docx": (xlsx_of({"Sheet1": [ROWS[0], ["报告", f"{SENTENCE}表"]]}), None),
        "word.xlsx": (docx_of_text(f"{TEXT}\nword"), None),
    }


def broken_off() -> Mapping[str, Bad]:
    """Files that end too early, go on too long or miss what says where they begin."""
    pdf = pdf_of(printed(TEXT))
    page = mhtml_of(html_of_text(f"{TEXT}\nmhtml"), "utf-8")
    packed = gzip.compress(html_of_text(f"{TEXT}\ngz"))
    book = epub_of([f"<p>{SENTENCE}epub</p>"])
    opf = re.sub(r"<spine>.*</spine>", "", parts_of(book)["OPS/book.opf"].decode())
    return {
        "references.pdf": (pdf.replace(b"startxref\n", b"startxref\n9"), None),
        "cut.pdf": (pdf[: len(pdf) // 2], "document_broken"),
        "half.mhtml": (page[: len(page) // 2], "mhtml_cut"),
        "head.mhtml": (page[:200], "mhtml_empty"),
        "without its picture.mhtml": (page[: page.rindex(b"iVBO")], None),
        "tail.html.gz": (packed + b"garbage" * 50, None),
        "cut.html.gz": (packed[:-20], "archive_broken"),
        "without spine.epub": (with_part(book, "OPS/book.opf", opf), None),
        "open.csv": (f'标题,正文\n甲,"{SENTENCE}\n乙,{SENTENCE}\n'.encode(), "quote_open"),
    }
