"""Whether a text is the source of a web page."""

from __future__ import annotations

import re
from typing import Final

_BEFORE: Final = r"[\s\ufeff\0]*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,4000}?-->\s*)*"
_PAGE: Final = re.compile(_BEFORE + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_PIECE: Final = re.compile(
    _BEFORE + r"<(?:meta|title|link|base|script|style|div|p|table|section|article|main|span|center|font|ul|ol"
    r"|dl|h[1-6]|img|a|br|strong|b|form|input|nav|header|iframe)(?=[\s/>])[^<>]{0,4000}>",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING: Final = re.compile(
    r"</(?:div|p|table|section|article|span|center|font|ul|ol|dl|h[1-6]|a|strong|b|body|html)\s*>",
    re.IGNORECASE,
)
_MIME: Final = re.compile(
    r"(?=[^\0]{0,4000}^MIME-Version:\s*1)[^\0]{0,4000}^Content-Type:\s*(?:multipart/related|text/html)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER: Final = re.compile(r"[\s\ufeff]*[A-Za-z][A-Za-z-]{0,40}:[ \t]")


def is_html(text: str) -> bool:
    """Whether a page begins here, or a piece of one: a tag of layout at the start and a closed one behind."""
    if _PAGE.match(text):
        return True
    piece = _PIECE.match(text)
    return piece is not None and _CLOSING.search(text, piece.start()) is not None


def is_mhtml(text: str) -> bool:
    """Whether this is a page saved with its parts in one file of MIME."""
    return _HEADER.match(text) is not None and _MIME.match(text) is not None
