"""Where a heading ends: before its full stop, its colon or the blank behind it, never inside a quotation."""

from __future__ import annotations

import re
from typing import Final

from fzreview.text.sentences.quoted import sentence_end

_COLON: Final = re.compile("[：:]")
_BLANK_END: Final = re.compile(r"^[^ ，,。；：“《]{3,36}(?= \S{12})")
_YEAR_END: Final = re.compile(
    r"^(?:(?:19|20)\d{2}年度?)?[^，,。；：\d“《]{4,30}?(?=(?:19|20)\d{2}年[，,\u4e00-\u9fff])"
)
_TRAILING: Final = "：:；;，,、。.*# "
_LONGEST_BEFORE_COLON: Final = 30
_SHORTEST_AFTER_COLON: Final = 8


def heading_end(text: str, start: int, stop: int) -> tuple[int, bool]:
    """End of the heading that begins at ``start``, and whether text follows it before ``stop``.

    ``stop`` is the end of the line or the next mark. Trailing colons and commas stay out.
    """
    end = sentence_end(text, start, stop)
    limit = stop if end is None else end
    early = _early_end(text, start, limit, stop)
    if early is not None:
        end = limit = early
    while limit > start and text[limit - 1] in _TRAILING:
        limit -= 1
    follows = end is not None and bool(text[end + 1 : stop].strip(_TRAILING + "”"))
    if early is not None:
        follows = bool(text[early:stop].strip(_TRAILING))
    return limit, follows


def item_end(text: str, start: int, stop: int) -> int:
    """End of an item: its first sentence or clause before a semicolon."""
    end = sentence_end(text, start, stop)
    limit = stop if end is None else end
    while limit > start and text[limit - 1] in _TRAILING:
        limit -= 1
    return limit


def _early_end(text: str, start: int, limit: int, stop: int) -> int | None:
    """A colon or a blank that ends the heading before its first full stop."""
    colon = _COLON.search(text, start, min(limit, start + _LONGEST_BEFORE_COLON))
    if colon and stop - colon.end() >= _SHORTEST_AFTER_COLON and "，" not in text[start : colon.start()]:
        return colon.start()
    blank = _BLANK_END.match(text[start : min(limit, start + 60)])
    if blank:
        return start + blank.end()
    return None


def glued_year(text: str, start: int, stop: int) -> int | None:
    """In a report on one line: where a heading ends because the lead of its section (2023年，…) begins."""
    match = _YEAR_END.match(text[start : min(stop, start + 50)])
    return start + match.end() if match else None
