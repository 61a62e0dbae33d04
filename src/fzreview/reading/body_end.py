"""Where a report ends: before the furniture of its page, behind its sign-off, its table or its last line."""

from __future__ import annotations

import re
from typing import Final

from fzreview.reading.furniture import footer_offset, is_furniture
from fzreview.reading.line_forms import CLAUSES, MARKER, PROSE, PROSE_LENGTH
from fzreview.reading.lines import Line
from fzreview.reading.signoff import is_signature_line

_EDITION: Final = re.compile(
    r"[（(](?:此件|本件|此文)\S{2,20}[)）]|(?:抄送|抄报|主送|报送|分送|印发)[:：].*|\S{2,30}\s+\S{8,14}印发|(?:联系人|签发人?)[:：].*"
)
"""What stands below a sign-off: to whom the paper goes and who printed it."""
_ATTACHMENT: Final = re.compile(r"附\s?件\s?\d{0,2}\s?[:：]?\s?$")
_ATTACHED: Final = re.compile(r"附\s?件\s?\d{0,2}\s?[:：]")


def find_end(lines: list[Line], first: int) -> tuple[int, int]:
    """Index one past the last body line, and the clean offset of the body's end."""
    last = len(lines)
    while last > first and not _is_content(lines, last - 1, first):
        last -= 1
    if last == first:
        return (len(lines), lines[-1].end) if first < len(lines) else (first, lines[-1].end)
    last = _open_end(lines, last)
    while last < len(lines) and is_signature_line(lines[last].text):
        last += 1
    line = lines[last - 1]
    glued = footer_offset(line.text)
    if glued is not None:
        return last, line.start + len(line.text[:glued].rstrip())
    return last, line.end


def _open_end(lines: list[Line], last: int) -> int:
    """One past the last line of a table, or of a sentence without a full stop, that ends the report."""
    end = last
    if end < len(lines) and _is_bare_heading(lines[end - 1].text) and _may_end(lines[end].text):
        end += 1
    while end < len(lines) and _is_unfinished(lines[end].text):
        end += 1
    if end < len(lines) and not is_signature_line(lines[end].text):
        numbers = 0
        at = end
        while at < len(lines) and _CELL.fullmatch(lines[at].text) and not is_furniture(lines[at].text):
            numbers += lines[at].text[0].isdigit()
            at += 1
        if numbers >= _FEWEST_NUMBERS:
            end = at
    return end


_CELL: Final = re.compile(r"[^，。；：:！？|>/]{1,14}")
_FEWEST_NUMBERS: Final = 2
_TABLE_ROW: Final = re.compile(r"[|｜].*[|｜]|[^|｜]{1,20}[|｜].*\d")
_COUNT: Final = re.compile(r"\d\s?[余多]?(?:万|亿)?[个件人次项条起份部家户名场期批％%元]")


def _is_bare_heading(text: str) -> bool:
    """A numbered heading with nothing behind it on its line: what stands below belongs to it."""
    return len(text) <= PROSE_LENGTH and MARKER.match(text) is not None and not PROSE.search(text)


def _may_end(text: str) -> bool:
    """Whether a line that lacks its full stop may be the last of a report."""
    return not (
        is_furniture(text) or is_signature_line(text) or _EDITION.fullmatch(text) or _ATTACHED.match(text)
    )


def _is_unfinished(text: str) -> bool:
    """A row of a table, or a line of prose that tells a count and lacks its full stop."""
    if not _may_end(text):
        return False
    if _TABLE_ROW.search(text):
        return True
    return _COUNT.search(text) is not None and (
        CLAUSES.search(text) is not None or MARKER.match(text) is not None
    )


def _is_content(lines: list[Line], index: int, first: int) -> bool:
    """Whether the line belongs to the report when nothing but furniture stands behind it."""
    text = lines[index].text
    if is_signature_line(text):
        return (
            index == first
            or is_signature_line(lines[index - 1].text)
            or not is_furniture(lines[index - 1].text)
        )
    if is_furniture(text):
        return _holds_prose_before_footer(text)
    if _ATTACHMENT.fullmatch(text) or _EDITION.fullmatch(text):
        return False
    if _ATTACHED.match(text):
        return _is_signed_behind(lines, index)
    if MARKER.match(text) or text[-1] in "。！；：!;”":
        return True
    return "。" in text or (len(text) >= PROSE_LENGTH and CLAUSES.search(text) is not None)


def _holds_prose_before_footer(text: str) -> bool:
    """Whether a sentence of the report stands on a line before a footer that is glued to it."""
    footer = footer_offset(text)
    if footer is None:
        return False
    prose = text[:footer].rstrip()
    return len(text) >= PROSE_LENGTH or ("。" in prose and not is_furniture(prose))


def _is_signed_behind(lines: list[Line], index: int) -> bool:
    return any(is_signature_line(line.text) for line in lines[index + 1 : index + 12])
