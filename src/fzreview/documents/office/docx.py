"""Word documents: paragraphs with their automatic numbers, tables, footnotes and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from fzreview.documents.document import Document
from fzreview.documents.lines import LINE, laid_out, one_cell, table_lines, without_marks
from fzreview.documents.office.bounds import DEEPEST, LONGEST_CELL
from fzreview.documents.office.numbering import Numbering, W
from fzreview.documents.office.package import Package
from fzreview.errors import InputRefused

VERSION: Final = "1"

_MAIN: Final = "word/document.xml"
_UNSEEN: Final = frozenset(
    f"{W}{name}"
    for name in [
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "rPr",
        "pPr",
        "sectPr",
        "proofErr",
        "sdtPr",
        "tblPr",
        "tblGrid",
    ]
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_WORDS: Final = {
    f"{W}tab": " ",
    f"{W}br": LINE,
    f"{W}cr": LINE,
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
# Names in full: put together for each element they would cost more than all that is done with it.
_PARAGRAPH: Final = f"{W}p"
_TABLE: Final = f"{W}tbl"
_PARAGRAPH_PROPERTIES: Final = f"{W}pPr"
_TEXT: Final = f"{W}t"
_RUN: Final = f"{W}r"
_PROPERTIES: Final = f"{W}rPr"
_VANISH: Final = f"{W}vanish"
_SYMBOL: Final = f"{W}sym"
_BOX: Final = f"{W}txbxContent"
_NOTES: Final = (f"{W}footnoteReference", f"{W}endnoteReference")


def convert(data: bytes, name: str = "") -> Document:
    """The text of a Word document.

    Raises InputRefused: ``document_broken``, ``document_other`` where it is an archive of something else,
    ``document_encrypted``, ``document_empty`` where it shows pictures alone.
    """
    package = Package(data, name)
    root = package.xml(_MAIN)
    if root is None:
        raise InputRefused("document_other", name=name, format="Word")
    body = root.find(f"{W}body")
    if body is None:
        raise package.broken(f"{_MAIN}: body")
    text = laid_out(LINE.join(_Words(package).blocks(body, 0)))
    if not text:
        raise InputRefused("document_empty", name=name)
    return Document(without_marks(text))


class _Words:
    """The words of one document; numbers are counted in the order in which they are asked for."""

    def __init__(self, package: Package) -> None:
        self._numbering = Numbering(package.xml("word/numbering.xml"), package.xml("word/styles.xml"))
        self._notes: dict[tuple[str, str], Element] = {}
        for kind in ("footnote", "endnote"):
            notes = package.xml(f"word/{kind}s.xml")
            for note in notes.iterfind(f"{W}{kind}") if notes is not None else ():
                if note.get(f"{W}type") in (None, "normal"):
                    self._notes[kind, note.get(f"{W}id", "")] = note

    def blocks(self, parent: Element, depth: int) -> Iterator[str]:
        """The paragraphs and tables below an element."""
        if depth > DEEPEST:
            return
        for child in parent:
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child, depth)
            elif child.tag == _TABLE:
                yield from self._table(child, depth)
            elif child.tag not in _UNSEEN:
                yield from self.blocks(child, depth + 1)

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[str]:
        """A paragraph; behind it the footnotes that it names and the text boxes that hang on it."""
        words: list[str] = []
        behind: list[str] = []
        self._collect(paragraph, words, behind, depth)
        text = without_empty("".join(words))
        if text:
            yield self._numbering.mark(paragraph.find(_PARAGRAPH_PROPERTIES)) + text
        yield from behind

    def _collect(self, parent: Element, words: list[str], behind: list[str], depth: int) -> None:
        if depth > DEEPEST:
            return
        for child in parent:
            tag = child.tag
            # The most frequent first: nearly all children are runs, their properties and their text.
            if tag == _TEXT:
                words.append(without_marks(child.text or ""))
            elif tag == _RUN:
                if not _is_hidden(child):
                    self._collect(child, words, behind, depth + 1)
            elif tag in _UNSEEN:
                continue
            elif tag in _WORDS:
                words.append(_WORDS[tag])
            elif tag == _SYMBOL:
                words.append(_symbol(child.get(f"{W}char", "")))
            elif tag in _NOTES:
                note = self._notes.pop((tag[len(W) : -len("Reference")], child.get(f"{W}id", "")), None)
                if note is not None:
                    behind.append("注：" + one_cell(LINE.join(self.blocks(note, depth + 1))))
            elif tag == _BOX:
                behind.extend(self.blocks(child, depth + 1))
            else:
                self._collect(child, words, behind, depth + 1)

    def _table(self, table: Element, depth: int) -> Iterator[str]:
        rows: list[list[str]] = []
        laid: list[str] = []
        is_layout = False
        for row in _parts(table, f"{W}tr"):
            cells: list[str] = []
            for cell in _parts(row, f"{W}tc"):
                blocks = list(self.blocks(cell, depth + 1))
                laid += blocks
                text = one_cell(LINE.join(blocks))
                is_layout = is_layout or len(text) > LONGEST_CELL or cell.find(f"{W}tbl") is not None
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                is_continued = merged is not None and merged.get(f"{W}val") != "restart"
                cells.append("" if is_continued else text)
                cells += [""] * (_grid_span(cell) - 1)
            rows.append(cells)
        yield from laid if is_layout else table_lines(rows)


def _parts(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those of inner tables left out."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _parts(child, tag)


def without_empty(text: str) -> str:
    """Nothing for words that are blanks alone."""
    return text if text.strip(" \u3000\xa0" + LINE) else ""


def _is_hidden(run: Element) -> bool:
    properties = run.find(_PROPERTIES)
    mark = properties.find(_VANISH) if properties is not None else None
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "off")


def _grid_span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = span.get(f"{W}val", "1") if span is not None else "1"
    return min(int(value), 40) if value.isdecimal() and len(value) < 4 and int(value) else 1


def _symbol(code: str) -> str:
    """A character by its code; those of symbol fonts stand in the private area and say nothing."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return chr(value) if 0x20 <= value < 0xD800 else ""
