"""Small documents as office programs write them: .docx, .odt, .rtf, .xlsx, .epub, .mhtml."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
OPEN = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    + ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def zip_of(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx_of(body: str, **parts: str) -> bytes:
    """A Word document with this body; ``numbering``, ``styles``, ``footnotes`` are further parts."""
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {WORD} {COMPATIBLE}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {WORD}>{content}</w:{name}>"
    return zip_of(files)


def word_paragraph(text: str, properties: str = "") -> str:
    """A paragraph, its words in several runs as editing leaves them."""
    middle = len(text) // 2
    parts = (text[:middle], text[middle:])
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in parts)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def word_table(rows: Sequence[Sequence[str]]) -> str:
    lines = ("".join(f"<w:tc>{word_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def docx_of_text(text: str) -> bytes:
    return docx_of("".join(map(word_paragraph, text.splitlines())))


def odt_of(body: str, styles: str = "") -> bytes:
    """An OpenDocument text with this body and these list styles."""
    content = (
        f"<office:document-content {OPEN}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zip_of({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def odt_of_text(text: str) -> bytes:
    lines = (escape(line).replace("  ", " <text:s/>") for line in text.splitlines())
    return odt_of("".join(f"<text:p>{line}</text:p>" for line in lines))


def rtf_of(body: str) -> bytes:
    fonts = r"{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\froman\fcharset0 Times;}}"
    return (r"{\rtf1\ansi\ansicpg936\deff0" + fonts + r"{\info{\title x}}" + body + "}").encode("ascii")


def rtf_bytes(text: str) -> str:
    """Text as the bytes of GBK; what it lacks as Unicode."""
    words = []
    for character in text:
        try:
            raw = character.encode("gbk")
        except UnicodeEncodeError:
            unit = ord(character)
            words.append(f"\\u{unit - 65536 if unit > 32767 else unit}?")
            continue
        words.append(
            "".join(f"\\'{byte:02x}" for byte in raw) if len(raw) > 1 or character in "\\{}" else character
        )
    return "".join(words)


def rtf_of_text(text: str) -> bytes:
    return rtf_of("".join(rf"\pard\f0 {rtf_bytes(line)}\par" + "\n" for line in text.splitlines()))


def xlsx_of(sheets: Mapping[str, Sequence[Sequence[str | int | float]]]) -> bytes:
    """A workbook with these sheets, as few parts as readers need."""
    import openpyxl  # type: ignore[import-untyped]  # its stubs are no package we need

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def epub_of(pages: Sequence[str], title: str = "汇编") -> bytes:
    items = "".join(
        f'<item id="p{number}" href="text/p{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in range(len(pages))
    )
    spine = "".join(f'<itemref idref="p{number}"/>' for number in range(len(pages)))
    return zip_of(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="OPS/book.opf"/></container>',
            "OPS/book.opf": (
                '<package xmlns="http://www.idpf.org/2007/opf"'
                ' xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
                f"<dc:title>{title}</dc:title></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
            ),
        }
        | {
            f"OPS/text/p{number}.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{page}</body></html>'
            for number, page in enumerate(pages)
        }
    )


def html_of_text(text: str, encoding: str = "utf-8", head: str = "") -> bytes:
    paragraphs = "\n".join(f"<p>　　{escape(line)}</p>" for line in text.splitlines())
    head = f'<head><meta charset="{encoding}">{head}</head>'
    return f"<!DOCTYPE html>\n<html>{head}<body>{paragraphs}</body></html>".encode(encoding)


def mhtml_of(page: bytes, encoding: str, address: str = "http://www.example.gov.cn/art/1.html") -> bytes:
    import base64

    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n\r\n------x\r\n'
        f"Content-Type: text/html; charset={encoding}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: {address}\r\n\r\n".encode()
        + base64.encodebytes(page)
        + b"\r\n------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO"
        + b"\r\n------x--\r\n"
    )
