"""The end of a report: who signed it and when."""

from __future__ import annotations

import re
from typing import Final

from fzreview.reading.titles import YEAR

_DAY: Final = r"(?:\d{1,2}|[一二三]?十?[一二三四五六七八九十])"
DATE_LINE: Final = re.compile(
    rf"[（(]?{YEAR}\s?年\s?{_DAY}\s?月(?:\s?{_DAY}\s?[日号]?)?[)）]?|{YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
)
_NAME: Final = (
    r"(?:中共)?[\u4e00-\u9fff（）()、·]{1,40}(?:人民政府|政府办公室|政府办|委员会|管委会|办公室|办事处|管理局|领导小组|海关|[局厅委办处院所会署社团组队])"
    r"(?:[（(](?:印章?|盖章|公章|章)[)）])?"
)
_ISSUER: Final = re.compile(rf"{_NAME}(?:[ \u3000]{{1,8}}{_NAME}){{0,3}}")
"""An authority, or several that sign together, parted by blanks."""
_ISSUER_AND_DATE: Final = re.compile(rf"({_ISSUER.pattern})\s*({DATE_LINE.pattern})")
LONGEST_SIGNATURE: Final = 60


def is_date_line(line: str) -> bool:
    """A line that is a date, its end perhaps cut off."""
    return len(line) <= 24 and DATE_LINE.fullmatch(line.strip()) is not None


def is_issuer_line(line: str) -> bool:
    """A line that is the name of an authority and nothing else."""
    return len(line) <= 45 and _ISSUER.fullmatch(line) is not None


def is_signature_line(line: str) -> bool:
    """Issuer, date, or both on one line."""
    if len(line) > LONGEST_SIGNATURE:
        return False
    return is_date_line(line) or is_issuer_line(line) or _ISSUER_AND_DATE.fullmatch(line) is not None


def split_signature(line: str) -> tuple[str | None, str | None]:
    """Issuer and date of a signature line, None for the part that it lacks."""
    line = line.strip()
    if is_date_line(line):
        return None, line
    both = _ISSUER_AND_DATE.fullmatch(line)
    if both:
        return _name(both[1]), both[2]
    return (_name(line), None) if is_issuer_line(line) else (None, None)


def signing_authorities(issuer: str) -> list[str]:
    """The authorities that one sign-off names: 中共石桥镇委员会 石桥镇人民政府 are two."""
    return [_name(part) for part in issuer.split()]


def signature_tail(line: str) -> str:
    """The sign-off that is glued to the last sentence of a paragraph, empty where there is none."""
    at = max(line.rfind(sign) for sign in "。！!") + 1
    tail = line[at:].strip()
    return tail if at and 0 < len(tail) <= LONGEST_SIGNATURE and is_signature_line(tail) else ""


def _name(issuer: str) -> str:
    return re.sub(r"[（(](?:印章?|盖章|公章|章)[)）]$", "", issuer).strip()


_STAMP: Final = re.compile(
    r"[（(\[【]?(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
)


_CLOCK: Final = re.compile(r"(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)\s+\d{1,2}:\d{2}")
_STAMPED: Final = 60
_MEETING: Final = re.compile("会议|大会")


def is_furniture_date(line: str) -> bool:
    """A page line that begins with a date or tells date and time: when it was published, without a label."""
    if len(line) > 120 or "。" in line or _MEETING.search(line):
        return False
    return _STAMP.match(line) is not None or (len(line) <= _STAMPED and _CLOCK.search(line) is not None)
