"""Bytes of a report → its source text, or a clear refusal.

A byte order mark is taken at its word, UTF-8 when the bytes are valid UTF-8. Everything else is weighed:
the bytes are read in each encoding of Chinese, and the reading wins whose characters are those that
Chinese is written with. What no encoding makes sense of is refused, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from codecs import (
    BOM_UTF8,
    BOM_UTF16_BE,
    BOM_UTF16_LE,
    BOM_UTF32_BE,
    BOM_UTF32_LE,
    getincrementaldecoder,
)
from dataclasses import dataclass
from typing import Final

from fzreview.errors import InputRefused
from fzreview.text.common_characters import COMMON
from fzreview.text.html_signs import is_html, is_mhtml


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` is ``data.decode(encoding, "replace")``: newlines untouched, no byte order mark at its start.

    Each of the few places that no encoding reads is U+FFFD.
    """

    text: str
    encoding: str
    """Name of a Python codec."""


_MARKS: Final = (
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF32_LE, "utf-32"),  # stands before UTF-16, whose mark it begins with
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)

# Encodings without a mark. Each family goes from the narrowest to the widest and is weighed by the widest.
_NARROW: Final[tuple[tuple[str, ...], ...]] = (("utf-8",), ("gb18030",), ("big5", "cp950", "big5hkscs"))
_WIDE: Final[tuple[tuple[str, ...], ...]] = (("utf-16-le",), ("utf-16-be",))

_FORMATS: Final = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word/Excel/ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word/Excel"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
)
_NOTHING: Final = "\0\ufeff\u200b \t\r\n\f\v\xa0\u3000"

_LEAST_SENSE: Final = 0.25
"""Share of common characters among those beyond ASCII below which a reading is no Chinese."""
_LEAST_WIDE_SENSE: Final = 0.5
"""The same in UTF-16, where ASCII counts too and any pair of bytes is a character."""
_FEW_BROKEN: Final = 0.02
"""Share of broken places and controls up to which bytes are damaged text of an encoding rather than none."""
_MOST_CONTROLS: Final = 0.1
"""Share of control characters above which a file is no text."""
_MOST_BROKEN: Final = 5
_BROKEN_SHARE: Final = 0.002
"""Broken places that a text may have: so many, or this share of its characters where it is short."""
_WINDOW: Final = 1 << 13
"""Bytes that are weighed."""
_HIGH_BYTE: Final = re.compile(rb"[\x80-\xff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
"""C0 and C1 but white space and the escape of terminal logs."""
_CONTROLS_OF_ASCII: Final = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\v\f\r\x1b")
_C1_IN_UTF8: Final = re.compile(rb"\xc2[\x80-\x9f]")
_CONTROL_BYTE: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, name: str = "") -> Decoded:
    """The text of a report's bytes.

    Raises InputRefused with ``name`` in its sentence: ``empty``, ``blank``, ``binary``, ``foreign_format``
    (PDF, Word …), ``html``, ``invalid_bytes`` (text of a known encoding with more broken places than a
    reader can look at; the byte offset of the first is named) or ``unknown_encoding``.
    """
    decoded = decode_any(data, name)
    if is_html(decoded.text) or is_mhtml(decoded.text):
        raise InputRefused("html", name=name)
    return decoded


def decode_any(data: bytes, name: str = "") -> Decoded:
    """The text of bytes that may be the source of a page; raises like :func:`decode` otherwise."""
    if not data:
        raise InputRefused("empty", name=name)
    for signature, what in _FORMATS:
        if data.startswith(signature):
            raise InputRefused("foreign_format", name=name, format=what)
    decoded = _marked(data, name) or _valid_utf8(data) or _weighed(data, name)
    if not decoded.text.lstrip(_NOTHING):
        raise InputRefused("blank", name=name)
    return decoded


def _marked(data: bytes, name: str) -> Decoded | None:
    """The text of bytes with a byte order mark, None without one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            decoded = _strict(data, (encoding,), name)
            if _unreadable(decoded.text[:_WINDOW]) > _MOST_CONTROLS:
                raise InputRefused("binary", name=name)
            return decoded
    return None


def _valid_utf8(data: bytes) -> Decoded | None:
    """The text of valid UTF-8; None where control characters say that it is something else."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # Nearly no text has any, which its bytes tell many times faster than an expression does.
    window = text[:_WINDOW].encode()
    suspect = len(window.translate(None, _CONTROLS_OF_ASCII)) < len(window) or (
        b"\xc2" in window and _C1_IN_UTF8.search(window)
    )
    if suspect and _controls(text[:_WINDOW]) > _MOST_CONTROLS:
        return None
    return Decoded(text, "utf-8")


def _weighed(data: bytes, name: str) -> Decoded:
    """The reading of the bytes that makes most sense."""
    if b"\0" in data:
        families, window = _WIDE, data[:_WINDOW]
    else:
        high = _HIGH_BYTE.search(data)
        start = high.start() & ~1 if high else 0
        families, window = _NARROW + _WIDE, data[start : start + _WINDOW]
    sense, family = max(
        ((_sense(window, family[-1]), family) for family in families), key=lambda pair: pair[0]
    )
    if sense > 0:
        return _strict(data, family, name)
    raise InputRefused("binary" if _CONTROL_BYTE.search(window) else "unknown_encoding", name=name)


def _sense(window: bytes, encoding: str) -> float:
    """How much like Chinese the bytes read in an encoding, 0 to 1; a last character may be cut off."""
    text = getincrementaldecoder(encoding)(errors="replace").decode(window)
    if text.count("\ufffd") > 1 + len(text) * _FEW_BROKEN or _controls(text) > _FEW_BROKEN:
        return 0.0
    common = sum(character in COMMON for character in text)
    if (encoding,) in _WIDE:
        ascii_text = sum(" " <= character <= "~" or character in "\r\n\t" for character in text)
        sense, least = (common + ascii_text) / max(1, len(text)), _LEAST_WIDE_SENSE
    else:
        sense, least = common / max(1, sum(character > "\x7f" for character in text)), _LEAST_SENSE
    return sense if sense >= least else 0.0


def _strict(data: bytes, family: tuple[str, ...], name: str) -> Decoded:
    """The text in the first encoding of the family in which nothing is broken, or only a few places."""
    position = 0
    for encoding in family:
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError as error:
            position = max(position, error.start)
    if family in _NARROW or family == ("utf-8-sig",):
        damaged = data.decode(family[-1], "replace")
        broken = damaged.count("\ufffd")
        if broken <= max(1, min(_MOST_BROKEN, int(len(damaged) * _BROKEN_SHARE))):
            return Decoded(damaged, family[-1])
    raise InputRefused("invalid_bytes", name=name, encoding=family[-1], position=position)


def _controls(text: str) -> float:
    """Share of control characters."""
    return len(_CONTROL.findall(text)) / max(1, len(text))


def _unreadable(text: str) -> float:
    """Share of controls, format characters, unassigned and private characters."""
    bad = sum(
        unicodedata.category(character)[0] == "C" and character not in "\t\n\v\f\r" for character in text
    )
    return bad / max(1, len(text))
