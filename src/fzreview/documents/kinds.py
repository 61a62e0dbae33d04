"""What a file is: its bytes say, its name where they do not."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final, Literal

from fzreview.text.html_signs import is_html, is_mhtml

DocumentKind = Literal["html", "mhtml", "pdf", "docx", "odt", "rtf", "epub"]
"""What a converter makes one text of."""
TableKind = Literal["separated", "workbook", "parquet"]
"""What holds a report a row."""
OldKind = Literal["doc"]
"""What another program has to convert first."""
FileKind = DocumentKind | TableKind | OldKind | Literal["text", "zip", "xml"]

_ENDINGS: Final[dict[str, FileKind]] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".epub": "epub",
    ".doc": "doc",
    ".dot": "doc",
    ".wps": "doc",
    ".csv": "separated",
    ".tsv": "separated",
    ".xlsx": "workbook",
    ".xlsm": "workbook",
    ".xls": "workbook",
    ".ods": "workbook",
    ".et": "workbook",
    ".parquet": "parquet",
}
ENDINGS: Final = frozenset(_ENDINGS) | {".xml"}
"""Endings of files that are read by a converter."""
TEXT_ENDINGS: Final = frozenset(("", ".txt", ".text", ".md", ".markdown"))
"""Endings of files that are read as the text that they are."""

_HEAD: Final = 1 << 13
_OLD_STREAM: Final = {
    "WordDocument".encode("utf-16-le"): "doc",
    "Workbook".encode("utf-16-le"): "workbook",
    "Book".encode("utf-16-le"): "workbook",
}
_XML: Final = re.compile(r"[\s\ufeff]*<\?xml\s")
_TAG: Final = re.compile(r"[\s\ufeff]*<[a-zA-Z!]")
"""How a page begins that is called one; nothing else has to say so."""
_PARTS: Final = (("word/", "docx"), ("xl/", "workbook"))
_MIME: Final = re.compile(rb"application/(epub\+zip|vnd\.oasis\.opendocument\.(text|spreadsheet))")


def by_name(name: str) -> FileKind:
    """The kind that a file's ending tells; text where it tells none."""
    return _ENDINGS.get(PurePosixPath(name.lower()).suffix, "text")


def kind_of_file(data: bytes, name: str) -> FileKind:
    """What a file is. A page under the name of Word is a page, a page in a .txt too."""
    told = by_name(name)
    if data.startswith(b"%PDF-") or (told == "pdf" and b"%PDF-" in data[:1024]):
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, told)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _old(data, told)
    if data.startswith(b"PAR1"):
        return "parquet"
    if told in ("separated", "parquet"):
        return told
    head = _words(data[:_HEAD])
    if is_mhtml(head):
        return "mhtml"
    if is_html(head) or (told == "html" and _TAG.match(head)):
        return "html"
    if _XML.match(head):
        return "xml"
    if told == "workbook" and _is_text(data[:_HEAD]):
        return "separated"  # what spreadsheets open is called theirs
    # What says that it is a page or a document and shows no sign of it is read as the text that it is.
    return "text" if told in ("html", "mhtml", "rtf", "doc", "text") else told


def _is_text(head: bytes) -> bool:
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in head


def _packed(data: bytes, told: FileKind) -> FileKind:
    """What a zip archive is, by the parts that it holds."""
    kind = _MIME.search(data[:256])
    if kind is not None:
        if kind[1] == b"epub+zip":
            return "epub"
        return "odt" if kind[2] == b"text" else "workbook"
    import zipfile  # costs more than all the rest here

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except Exception:  # the converter tells what is wrong with it
        return told if told in ("docx", "odt", "epub", "workbook") else "zip"
    if "[Content_Types].xml" in names:
        for folder, of in _PARTS:
            if any(name.startswith(folder) for name in names):
                return "docx" if of == "docx" else "workbook"
    return told if told in ("docx", "odt", "epub", "workbook") else "zip"


def _old(data: bytes, told: FileKind) -> FileKind:
    """What a file of the older programs is, by the names of its streams."""
    for stream, kind in _OLD_STREAM.items():
        if stream in data:
            return "doc" if kind == "doc" else "workbook"
    return told if told == "workbook" else "doc"


def _words(head: bytes) -> str:
    """A beginning as characters, good enough for signs that are ASCII."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if b"\0<" in head[:64] or b"<\0" in head[:64]:
        return head.replace(b"\0", b"").decode("latin-1")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
