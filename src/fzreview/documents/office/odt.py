"""OpenDocument texts: paragraphs with the numbers of their lists, tables, notes and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from fzreview.documents.document import Document
from fzreview.documents.lines import LINE, laid_out, one_cell, table_lines, without_marks
from fzreview.documents.office.bounds import DEEPEST, LONGEST_CELL
from fzreview.documents.office.docx import without_empty
from fzreview.documents.office.numerals import written
from fzreview.documents.office.package import Package
from fzreview.errors import InputRefused

VERSION: Final = "1"

_NAMES: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT: Final = _NAMES % "text"
_TABLE: Final = _NAMES % "table"
_STYLE: Final = _NAMES % "style"
_OFFICE: Final = _NAMES % "office"
_UNSEEN: Final = frozenset(
    (
        f"{_TEXT}tracked-changes",
        f"{_TEXT}sequence-decls",
        f"{_TEXT}note-citation",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
        f"{_OFFICE}event-listeners",
        _NAMES % "svg-compatible" + "title",
        _NAMES % "svg-compatible" + "desc",
    )
)
# Names in full: put together for each element they would cost more than all that is done with it.
_PARAGRAPH: Final = f"{_TEXT}p"
_HEADING: Final = f"{_TEXT}h"
_LIST: Final = f"{_TEXT}list"
_TABLES: Final = f"{_TABLE}table"
_BLANKS: Final = f"{_TEXT}s"
_TAB: Final = f"{_TEXT}tab"
_BREAK: Final = f"{_TEXT}line-break"
_NOTE: Final = f"{_TEXT}note"
_MOST_REPEATED: Final = 40


@dataclass(slots=True)
class _Level:
    form: str
    before: str
    behind: str
    start: int
    shown: int
    """How many levels the number tells: 2 is 1.2"""


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: list[int] = field(default_factory=lambda: [0] * 11)


def convert(data: bytes, name: str = "") -> Document:
    """The text of an OpenDocument text; raises InputRefused as for Word documents."""
    package = Package(data, name)
    root = package.xml("content.xml")
    content = root.find(f"{_OFFICE}body") if root is not None else None
    body = content.find(f"{_OFFICE}text") if content is not None else None
    if root is None or body is None:
        raise InputRefused("document_other", name=name, format="OpenDocument")
    text = laid_out(LINE.join(_Words(root, package.xml("styles.xml")).blocks(body, 0)))
    if not text:
        raise InputRefused("document_empty", name=name)
    return Document(without_marks(text))


class _Words:
    def __init__(self, content: Element, styles: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._headings = _List({})
        for root in (styles, content):
            if root is None:
                continue
            for part in root:
                if part.tag == f"{_OFFICE}body":
                    continue
                for style in part.iter(f"{_TEXT}list-style"):
                    levels = _levels(style, "list-level-style-number")
                    self._lists[style.get(f"{_STYLE}name", "")] = _List(levels)
                for outline in part.iter(f"{_TEXT}outline-style"):
                    self._headings = _List(_levels(outline, "outline-level-style"))

    def blocks(self, parent: Element, depth: int, of: _List | None = None, level: int = 0) -> Iterator[str]:
        """The lines below an element; inside a list, its first paragraph takes the number."""
        if depth > DEEPEST:
            return
        for child in parent:
            tag = child.tag
            if tag == _PARAGRAPH:
                if len(child):
                    yield from self._paragraph(child, "", depth)
                else:
                    yield _words(child.text)
            elif tag == _HEADING:
                yield from self._paragraph(child, self._heading_mark(child), depth)
            elif tag == _LIST:
                name = child.get(f"{_TEXT}style-name")
                inner = self._lists.get(name) if name is not None else of
                if inner is not None and level == 0 and child.get(f"{_TEXT}continue-numbering") != "true":
                    inner.counts = [0] * 11
                yield from self._items(child, inner or _List({}), level + 1, depth)
            elif tag == _TABLES:
                yield from self._table(child, depth)
            elif tag not in _UNSEEN:
                yield from self.blocks(child, depth + 1, of, level)

    def _items(self, items: Element, of: _List, level: int, depth: int) -> Iterator[str]:
        for item in items:
            is_numbered = item.tag == f"{_TEXT}list-item"
            first = True
            for child in item:
                if child.tag in (_PARAGRAPH, _HEADING):
                    mark = _mark(of, level) if is_numbered and first else ""
                    yield from self._paragraph(child, mark, depth)
                    first = False
                elif child.tag == _LIST and level < 10:
                    yield from self._items(child, of, level + 1, depth + 1)
                elif child.tag not in _UNSEEN:
                    yield from self.blocks(child, depth + 1, of, level)

    def _heading_mark(self, heading: Element) -> str:
        level = _number(heading.get(f"{_TEXT}outline-level"), 1)
        return _mark(self._headings, level) if level in self._headings.levels else ""

    def _paragraph(self, paragraph: Element, mark: str, depth: int) -> Iterator[str]:
        words: list[str] = []
        behind: list[str] = []
        self._collect(paragraph, words, behind, depth)
        text = without_empty("".join(words))
        if text:
            yield mark + text
        yield from behind

    def _collect(self, parent: Element, words: list[str], behind: list[str], depth: int) -> None:
        words.append(_words(parent.text))
        for child in parent if depth < DEEPEST else ():
            tag = child.tag
            if tag == _BLANKS:
                words.append(" " * min(_number(child.get(f"{_TEXT}c"), 1), 8))
            elif tag == _TAB:
                words.append(" ")
            elif tag == _BREAK:
                words.append(LINE)
            elif tag == _NOTE:
                body = child.find(f"{_TEXT}note-body")
                if body is not None:
                    behind.append("注：" + one_cell(LINE.join(self.blocks(body, depth + 1))))
            elif tag.endswith("}text-box"):
                behind.extend(self.blocks(child, depth + 1))
            elif tag not in _UNSEEN:
                self._collect(child, words, behind, depth + 1)
            words.append(_words(child.tail))

    def _table(self, table: Element, depth: int) -> Iterator[str]:
        rows: list[list[str]] = []
        laid: list[str] = []
        is_layout = False
        for row in _parts(table, f"{_TABLE}table-row"):
            cells: list[str] = []
            for cell in row:
                if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                    continue
                blocks = list(self.blocks(cell, depth + 1))
                laid += blocks
                text = one_cell(LINE.join(blocks))
                is_layout = is_layout or len(text) > LONGEST_CELL or cell.find(f"{_TABLE}table") is not None
                repeated = _number(cell.get(f"{_TABLE}number-columns-repeated"), 1)
                cells += [text] * min(repeated, _MOST_REPEATED)
            while cells and not cells[-1]:
                cells.pop()
            rows.append(cells)
        width = max(map(len, rows), default=0)
        yield from laid if is_layout else table_lines([row + [""] * (width - len(row)) for row in rows])


def _words(text: str | None) -> str:
    """The words of a piece of text: a line break of the file is no more than a blank."""
    if not text:
        return ""
    if LINE in text:
        text = without_marks(text)
    return text.replace("\n", " ")


def _parts(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{_TABLE}table-header-rows", f"{_TABLE}table-row-group", f"{_TABLE}table-rows"):
            yield from _parts(child, tag)


def _levels(style: Element, tag: str) -> dict[int, _Level]:
    return {
        _number(level.get(f"{_TEXT}level"), 1): _Level(
            level.get(f"{_STYLE}num-format") or "",
            level.get(f"{_STYLE}num-prefix") or "",
            level.get(f"{_STYLE}num-suffix") or "",
            _number(level.get(f"{_TEXT}start-value"), 1),
            _number(level.get(f"{_TEXT}display-levels"), 1),
        )
        for level in style.iter(f"{_TEXT}{tag}")
    }


def _mark(of: _List, level: int) -> str:
    """Count one more at a level and tell its number."""
    own = of.levels.get(level)
    if own is None or level > 10:
        return ""
    of.counts[level] = of.counts[level] + 1 if of.counts[level] else own.start
    of.counts[level + 1 :] = [0] * (10 - level)
    if not own.form:
        return ""
    numbers = [
        written(of.counts[at] or of.levels[at].start, of.levels[at].form)
        for at in range(max(1, level - own.shown + 1), level + 1)
        if at in of.levels
    ]
    return own.before + ".".join(filter(None, numbers)) + own.behind


def _number(value: str | None, default: int) -> int:
    return int(value) if value is not None and value.isdecimal() and len(value) < 7 else default
