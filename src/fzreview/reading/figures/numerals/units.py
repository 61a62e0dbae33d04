"""Which unit stands at a place of the text."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from fzreview.domain.figures.figure import Kind
from fzreview.language.units import NOT_BEFORE, UNITS
from fzreview.language.words import words


class Unit(NamedTuple):
    """A unit found in the text: where it ends, how the row shows it and the kind of figure that it makes."""

    end: int
    name: str
    kind: Kind
    half: bool = False
    """半 stands behind or inside it (两年半, 三个半月)."""
    over: bool = False
    """多 or 余 stands inside it (两个多月)."""


def _patterns() -> dict[str, re.Pattern[str]]:
    """First character → the units that begin with it, longest first, each with what must not follow."""
    groups: dict[str, list[str]] = {}
    for listed in UNITS.values():
        for word in words(listed):
            groups.setdefault(word[0], []).append(word)
    return {
        first: re.compile("|".join(map(_pattern, sorted(group, key=len, reverse=True))))
        for first, group in groups.items()
    }


def _pattern(unit: str) -> str:
    barred = [re.escape(word[len(unit) :]) for word in NOT_BEFORE.get(unit, "").split()]
    if unit[-1].isascii() and unit[-1].isalpha():
        barred.append("[A-Za-z0-9]")
    return re.escape(unit) + (f"(?!{'|'.join(barred)})" if barred else "")


_KINDS: Final[dict[str, Kind]] = {word: kind for kind, listed in UNITS.items() for word in words(listed)}
_PATTERNS: Final = _patterns()

_SPLIT_UNITS: Final = frozenset(
    words("个月 个小时 个钟头 个星期 个礼拜 个学时 个课时 个季度 个百分点 个工作日")
)
"""Units that begin with 个 and may hold 多, 余 or 半 behind it."""

_HALVED: Final = frozenset(
    words(
        """
        年 天 倍 个 小时 斤 公斤 市斤 亩 公顷 里 公里 华里 成 周 吨 担 石 米 尺 丈 寸 顷 车 桶 升
        元 块 平方米 平方公里 立方米
        """
    )
)
"""Units that 半 may follow."""
_OTHER_HALVES: Final = words(
    "半年 半数 半径 半岛 半导 半月 半价 半额 半票 半地下 半成品 半自动 半封闭 半免 半公益 半日 半天 半山"
)
"""Words that begin with 半 themselves."""


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that begins at ``at``, parts in brackets and after a slash included, or None."""
    word = _longest(text, at)
    if not word:
        return None
    kind = _KINDS[word]
    end = at + len(word)
    following = text[end : end + 1]
    if not following or following not in _JOINS:
        return Unit(end, word, kind)
    if following in "/每·":
        if following == "·" and text.startswith("次", end + 1):
            return Unit(end + 2, word + "次", kind)
        if kind == "count" and text.startswith("/次", end):
            return Unit(end + 2, word + "次", kind)
        below = _below(text, end, kind)
        return Unit(end + len(below), word + below.replace("•", "·"), kind)
    if following == "(":
        joined = _bracketed(text, end, kind)
        if joined is not None:
            return Unit(joined[1], word + joined[0], kind)
    elif word == "个":
        split = _longest_split(text, at, end + 1)
        if split is not None:
            return Unit(split[1], split[0], _KINDS[split[0]], half=following == "半", over=following != "半")
    if following == "半" and word in _HALVED and not text.startswith(_OTHER_HALVES, end):
        return Unit(end + 1, word, kind, half=True)
    return Unit(end, word, kind)


_JOINS: Final = frozenset("(/·每多余半")
"""What behind a unit may belong to it."""


def _longest(text: str, at: int) -> str:
    """The longest unit of the table at ``at``; empty where there is none."""
    pattern = _PATTERNS.get(text[at : at + 1])
    found = None if pattern is None else pattern.match(text, at)
    return "" if found is None else found.group()


def _below(text: str, at: int, kind: Kind) -> str:
    """``/百户``, ``/人·月`` or ``每立方米`` behind a unit; empty where there is none."""
    if text[at] == "每":
        per = _longest(text, at + 1)
        return "每" + per if kind == "measure" and per and _KINDS[per] in ("measure", "duration") else ""
    if text[at] == "·" or kind not in ("money", "measure", "count"):
        return ""
    end = at
    while end < at + _LONGEST_BELOW and text[end : end + 1] in _SLASHES:
        many = _MANY.match(text, end + 1)
        behind = many.end() if many else end + 1
        special = _SPECIAL_BELOW.match(text, behind)
        word = special.group() if special else _longest(text, behind)
        if not word:
            break
        end = behind + len(word)
    return text[at:end]


_LONGEST_BELOW: Final = 12
_SLASHES: Final = ("/", "·", "•")
_MANY: Final = re.compile("每?(?:[十百千万亿]{1,2}|[0-9]{1,3})?")
_SPECIAL_BELOW: Final = re.compile("学期|学年|季度?|月|生|床|辆次")


def _longest_split(text: str, at: int, behind: int) -> tuple[str, int] | None:
    """个多月, 个半小时: the unit without the character between, and where it ends."""
    for size in (3, 2, 1):
        name = "个" + text[behind : behind + size]
        if len(name) > size and name in _SPLIT_UNITS:
            return name, behind + size
    return None


def _bracketed(text: str, at: int, kind: Kind) -> tuple[str, int] | None:
    """``(次)`` or ``(艘、架)次`` behind a unit: what it adds to the unit, and where it ends."""
    close = text.find(")", at + 1, at + _LONGEST_BRACKET)
    if close < 0:
        return None
    parts = [part.strip() for part in text[at + 1 : close].split("、")]
    if not all(part in _BRACKETED or (kind == "count" and _KINDS.get(part) == "count") for part in parts):
        return None
    joined, end = "".join(parts), close + 1
    if joined[-1] != "次" and text[end : end + 1] == "次" and text[end : end + 2] not in ("次要", "次日"):
        return joined + "次", end + 1
    return None if len(parts) > 1 else (joined, end)


_LONGEST_BRACKET: Final = 9
_BRACKETED: Final = frozenset(words("村 社区 街道"))
"""What counts only in brackets: 35个(村)."""
