"""Which unit stands at a place of the text."""

from __future__ import annotations

from typing import Final, NamedTuple

from fzreview.domain.figure import Kind
from fzreview.reading.figures.unit_table import NOT_BEFORE, UNITS
from fzreview.reading.figures.words import words


class Unit(NamedTuple):
    """A unit found in the text: where it ends, how the row shows it and the kind of figure that it makes."""

    end: int
    name: str
    kind: Kind
    half: bool = False
    """半 stands behind or inside it (两年半, 三个半月)."""
    over: bool = False
    """多 or 余 stands inside it (两个多月)."""


class _Entry(NamedTuple):
    text: str
    kind: Kind
    not_before: tuple[str, ...]


def _table() -> dict[str, tuple[_Entry, ...]]:
    entries: dict[str, list[_Entry]] = {}
    for kind, listed in UNITS.items():
        for word in words(listed):
            barred = tuple(NOT_BEFORE.get(word, "").split())
            entries.setdefault(word[0], []).append(_Entry(word, kind, barred))
    return {first: tuple(sorted(group, key=lambda e: -len(e.text))) for first, group in entries.items()}


_ENTRIES: Final = _table()

UNIT_INITIALS: Final = frozenset(_ENTRIES)
"""First characters of the units."""

_SPLIT_UNITS: Final = frozenset(
    words("个月 个小时 个钟头 个星期 个礼拜 个学时 个课时 个季度 个百分点 个工作日")
)
"""Units that begin with 个 and may hold 多, 余 or 半 behind it."""

_HALVED: Final = frozenset(words("年 天 倍 个 小时 斤 亩 里 成 周"))
"""Units that 半 may follow."""


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that begins at ``at``, parts in brackets and after a slash included, or None."""
    entry = _longest(text, at)
    if entry is None:
        return None
    word, kind = entry.text, entry.kind
    end = at + len(word)
    following = text[end : end + 1]
    if following == "每" and kind == "measure":
        per = _longest(text, end + 1)
        if per is not None and per.kind in ("measure", "duration"):
            return Unit(end + 1 + len(per.text), f"{word}每{per.text}", kind)
    if word == "个" and following and following in "多余半":
        split = _longest_split(text, at, end + 1)
        if split is not None:
            return Unit(split[1], split[0], _KINDS[split[0]], half=following == "半", over=following != "半")
    if following and following in "(/·次半":
        if following == "(":
            joined = _bracketed(text, end)
            if joined is not None:
                return Unit(joined[1], word + joined[0], kind)
        elif following == "/":
            below = _denominator(text, end + 1)
            if below and kind in ("money", "measure", "count"):
                return Unit(end + 1 + len(below), f"{word}/{below}", kind)
        elif following == "·" and text.startswith("次", end + 1):
            return Unit(end + 2, word + "次", kind)
        elif following == "半" and word in _HALVED and not text.startswith(("半年", "半数", "半径"), end):
            return Unit(end + 1, word, kind, half=True)
    return Unit(end, word, kind)


def _longest(text: str, at: int) -> _Entry | None:
    group = _ENTRIES.get(text[at : at + 1])
    if group is None:
        return None
    for entry in group:
        if text.startswith(entry.text, at) and not (
            entry.not_before and text.startswith(entry.not_before, at)
        ):
            return entry
    return None


def _denominator(text: str, at: int) -> str:
    """What stands behind the slash of 元/月; empty where no unit does."""
    for word in ("月", "季", "学期", "学年", "生", "床"):
        if text.startswith(word, at):
            return word
    entry = _longest(text, at)
    return entry.text if entry is not None else ""


def _longest_split(text: str, at: int, behind: int) -> tuple[str, int] | None:
    """个多月, 个半小时: the unit without the character between, and where it ends."""
    for size in (3, 2, 1):
        name = "个" + text[behind : behind + size]
        if len(name) > size and name in _SPLIT_UNITS:
            return name, behind + size
    return None


def _bracketed(text: str, at: int) -> tuple[str, int] | None:
    """``(次)`` behind a unit: the second part and the end after the bracket."""
    close = text.find(")", at + 1, at + 5)
    if close < 0:
        return None
    inner = text[at + 1 : close].strip()
    if inner and inner in _BRACKETED:
        return inner, close + 1
    return None


_BRACKETED: Final = frozenset(
    words(
        """
        次 个 人 件 户 家 项 条 间 套 处 份 期 场 张 名 起 宗 批 册 台 辆 村 社区 街道 人次 所 座 部 篇 期
        台套
        """
    )
)
_KINDS: Final[dict[str, Kind]] = {word: kind for kind, listed in UNITS.items() for word in words(listed)}


def kind_of_unit(name: str) -> Kind | None:
    """The kind of figure that a unit makes; the first part decides for 元/月; None for an unknown unit."""
    return _KINDS.get(name) or _KINDS.get(name.split("/")[0])
