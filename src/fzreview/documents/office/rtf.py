"""Rich text: what it shows, in the encodings of its fonts; hidden and deleted text left out."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import Final

from fzreview.documents.document import Document
from fzreview.documents.lines import LINE, laid_out, one_cell, table_line, without_marks
from fzreview.errors import InputRefused

VERSION: Final = "1"

_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|((?:(?:\\'[0-9a-fA-F]{2})++|[^\\{}\r\n]++)++)|\\([^a-zA-Z'])"
    rb"|([{}])|([\r\n]+|\\)"
)
_UNSEEN: Final = frozenset(
    b"fonttbl colortbl stylesheet info pict object themedata colorschememapping latentstyles datastore header"
    b" headerl headerr headerf footer footerl footerr footerf listtable listoverridetable rsidtbl generator"
    b" xmlnstbl mmathPr fldinst bkmkstart bkmkend annotation atnid atnauthor atnref atntime atndate"
    b" nonshppict filetbl revtbl wgrffmtfilter pntext".split()
)
_SEEN: Final = frozenset((b"shptxt", b"shppict", b"listtext", b"fldrslt", b"footnote", b"nestcell", b"shp"))
"""Destinations of newer programs, marked as optional, that are shown all the same."""
_WORDS: Final = {
    b"par": LINE,
    b"line": LINE,
    b"sect": LINE,
    b"page": LINE,
    b"tab": " ",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
}
_CHARSETS: Final = {
    0: "cp1252",
    2: "cp1252",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    204: "cp1251",
}
_DEEPEST: Final = 2_000


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and what ends with it."""

    is_unseen: bool = False
    encoding: str = "cp1252"
    skipped: int = 1
    """Characters that stand for a Unicode one in older programs."""
    is_footnote: bool = False


def convert(data: bytes, name: str = "") -> Document:
    """The text of a rich text file. Raises InputRefused ``document_broken``, ``document_empty``."""
    if not data.startswith(b"{\\rtf"):
        raise InputRefused("document_other", name=name, format="RTF")
    reader = _Reader(data)
    try:
        reader.read()
    except RecursionError as error:
        raise InputRefused("document_broken", name=name, reason="{") from error
    text = laid_out("".join(reader.words + reader.behind))
    if not text:
        raise InputRefused("document_empty", name=name)
    return Document(text, reader.encoding)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self.words: list[str] = []
        self.behind: list[str] = []
        """Lines that wait for the end of the paragraph: its footnotes."""
        self.encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._bytes = bytearray()
        """Bytes of an encoding of two bytes that wait for their end."""
        self._cells: list[str] = []
        self._row_from = 0
        self._left = 0
        """Characters still to be skipped behind a Unicode one."""
        self._high: int | None = None
        self._state = _State()
        self._groups: list[_State] = []
        """What holds again behind each group that is open."""
        self._fresh = False
        """Whether a group has just begun."""
        self._starred = False
        """Whether it is marked as one that older programs leave out."""
        self._font_depth: int | None = None
        """Groups that are open in the table of fonts, while it is read."""
        self._note_from = 0

    def read(self) -> None:
        """Go through the file once. Raises RecursionError where groups are nested too deep."""
        for match in _TOKEN.finditer(self._data):
            word, number, run, sign, brace, _ = match.groups()
            if brace == b"{":
                self._open_group()
                continue
            if sign == b"*" and self._fresh:
                self._starred = True
                continue
            if brace == b"}":
                self._close_group()
            elif word is not None:
                self._take_word(word, int(number) if number else None)
            elif not self._state.is_unseen:
                if sign is not None:
                    self._flush(self._state)
                    self.words.append(_signed(sign))
                elif run is not None:
                    self._take_run(run)
            self._fresh = self._starred = False
        self._flush(self._state)

    def _open_group(self) -> None:
        self._flush(self._state)
        self._groups.append(self._state)
        if len(self._groups) > _DEEPEST:
            raise RecursionError
        self._fresh = True

    def _close_group(self) -> None:
        self._flush(self._state)
        if self._font_depth is not None and len(self._groups) <= self._font_depth:
            self._font_depth = None
        if not self._groups:
            return
        if self._state.is_footnote and not self._groups[-1].is_footnote:
            note = one_cell("".join(self.words[self._note_from :]))
            del self.words[self._note_from :]
            self.behind.append(f"{LINE}注：{note}{LINE}")
        self._state = self._groups.pop()

    def _take_word(self, word: bytes, value: int | None) -> None:
        """A control word: at the head of a group it may say what the whole group is."""
        if self._fresh and word == b"fonttbl":
            self._font_depth = len(self._groups)
        if self._font_depth is not None:
            self._font_table(word, value)
        if (self._fresh and word in _UNSEEN) or (self._starred and word not in _SEEN):
            self._state = replace(self._state, is_unseen=True)
        elif self._fresh and word == b"footnote":
            self._flush(self._state)
            self._state = replace(self._state, is_footnote=True)
            self._note_from = len(self.words)
        else:
            self._state = self._control(word, value, self._state)

    def _take_run(self, run: bytes) -> None:
        """Characters as bytes of the font's encoding."""
        if b"\\" in run:
            # Its escapes of bytes are written as those of Python, which knows them by heart.
            run = run.replace(b"\\'", b"\\x").decode("unicode_escape").encode("latin-1")
        if self._left:
            skipped = min(self._left, len(run))
            self._left -= skipped
            run = run[skipped:]
        self._bytes += run

    def _font_table(self, word: bytes, value: int | None) -> None:
        if word == b"f" and value is not None:
            self._font = value
        elif word == b"fcharset" and value is not None:
            self._fonts[self._font] = _CHARSETS.get(value, "")

    def _control(self, word: bytes, value: int | None, state: _State) -> _State:
        if word == b"ansicpg" and value:
            self.encoding = _codec(value)
            return replace(state, encoding=self.encoding)
        if word == b"uc":
            return replace(state, skipped=min(value or 0, 8))
        if word == b"f" and value is not None:
            self._flush(state)
            return replace(state, encoding=self._fonts.get(value) or self.encoding)
        if word in (b"v", b"deleted") and value != 0:
            self._flush(state)
            return replace(state, is_unseen=True)
        if word in (b"v", b"deleted", b"plain"):
            self._flush(state)
            return replace(state, is_unseen=False)
        if state.is_unseen:
            return state
        if word == b"bin":
            return state
        self._flush(state)
        if word == b"u" and value is not None:
            self._unicode(value & 0xFFFF)
            self._left = state.skipped
        elif word == b"trowd":
            self._row_from = len(self.words) if not self._cells else self._row_from
        elif word in (b"cell", b"nestcell"):
            self._cells.append(one_cell("".join(self.words[self._row_from :])))
            del self.words[self._row_from :]
        elif word in (b"row", b"nestrow"):
            row = self._cells if len(self._cells) < 2 else [table_line(self._cells)]
            self.words += [LINE, *row, LINE]
            self._cells, self._row_from = [], len(self.words)
        elif word in _WORDS:
            self.words.append(_WORDS[word])
            if word == b"par" and self.behind and not state.is_footnote:
                self.words += self.behind
                self.behind = []
        return state

    def _unicode(self, unit: int) -> None:
        """One UTF-16 unit: a pair comes as two of them."""
        if 0xD800 <= unit < 0xDC00:
            self._high = unit
        elif 0xDC00 <= unit < 0xE000:
            if self._high is not None:
                self.words.append(chr(0x10000 + ((self._high - 0xD800) << 10) + unit - 0xDC00))
            self._high = None
        else:
            self.words.append(chr(unit))

    def _flush(self, state: _State) -> None:
        if self._bytes:
            self.words.append(without_marks(self._bytes.decode(state.encoding, "replace")))
            self._bytes.clear()


def _signed(sign: bytes) -> str:
    """What a sign behind a backslash shows."""
    return {b"~": " ", b"_": "-"}.get(sign, "" if sign in b"-:|*" else sign.decode("latin-1"))


def _codec(page: int) -> str:
    if page == 936:
        return "gb18030"
    try:
        return codecs.lookup("utf-8" if page == 65001 else f"cp{page}").name
    except LookupError:
        return "cp1252"
