"""The characters of a page: what its bytes say, then what its head declares."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import Final

from fzreview.errors import InputRefused
from fzreview.text.decode import decode_any

_DECLARED: Final = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_HEAD: Final = 1 << 14
_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_MOST_BROKEN: Final = 0.01
"""Share of broken places up to which a page is damaged text of an encoding rather than another one."""


def page_text(data: bytes, name: str = "", declared: str | None = None) -> tuple[str, str]:
    """The text of a page's bytes and its encoding; ``declared`` stands beside the page.

    A wrong declaration is common, so the bytes speak first: a mark, valid UTF-8, what reads as Chinese. Where
    they are damaged, broken places become U+FFFD as they do in a browser.
    Raises InputRefused like ``decode``.
    """
    try:
        decoded = decode_any(data, name)
    except InputRefused as refused:
        if refused.code not in ("invalid_bytes", "unknown_encoding"):
            raise
        tried = [declared, declared_encoding(data), str(refused.params.get("encoding") or "utf-8")]
        for encoding in filter(None, tried):
            with suppress(LookupError):
                text = data.decode(wide(encoding), "replace")
                if text.count("\ufffd") <= 1 + len(text) * _MOST_BROKEN:
                    return text, wide(encoding)
        raise
    return decoded.text, decoded.encoding


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page's head declares, None without one."""
    found = _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii") if found else None


def wide(encoding: str) -> str:
    """The codec for a declared name: what is called GB2312 holds GBK. Raises LookupError for no encoding."""
    known = codecs.lookup(encoding)
    if not getattr(known, "_is_text_encoding", True):
        raise LookupError(encoding)
    return _WIDER.get(known.name, known.name)
