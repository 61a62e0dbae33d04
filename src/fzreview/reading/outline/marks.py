"""The marks that headings and items begin with: 一、 （一） 1. （1） ① 第一章 第一， 首先 一是."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

_CN: Final = "一二三四五六七八九十百〇零"
_DIGIT: Final = r"[0-9０-９]"
_VALUES: Final = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0}


@dataclass(frozen=True, slots=True)
class Style:
    """A way to number. ``rank`` orders the styles as an outline nests them by custom."""

    name: str
    rank: int


PART: Final = Style("part", 1)
CHAPTER: Final = Style("chapter", 2)
SECTION: Final = Style("section", 3)
CN: Final = Style("cn", 4)
CN_BRACKET: Final = Style("cn_bracket", 5)
NUMBER: Final = Style("number", 6)
DECIMAL: Final = Style("decimal", 7)
NUMBER_BRACKET: Final = Style("number_bracket", 8)
CIRCLED: Final = Style("circled", 9)
ORDINAL: Final = Style("ordinal", 10)
OWN_LINE: Final = Style("own_line", 11)
PLAIN: Final = Style("plain", 12)
BULLET: Final = Style("bullet", 13)
ITEM: Final = Style("item", 14)
INNER_ITEM: Final = Style("inner_item", 15)


class Mark(NamedTuple):
    """A mark in a text: its span, its style and its number; ``weak`` where a value may follow instead."""

    start: int
    end: int
    style: Style
    number: int
    weak: bool


_PATTERNS: Final[tuple[tuple[Style, str], ...]] = (
    (PART, rf"第(?P<part>[{_CN}]{{1,3}}|{_DIGIT}{{1,2}})(?:部分|编|篇)[ :：、.]?"),
    (CHAPTER, rf"第(?P<chapter>[{_CN}]{{1,3}}|{_DIGIT}{{1,2}})章[ :：、.]?"),
    (SECTION, rf"第(?P<section>[{_CN}]{{1,3}}|{_DIGIT}{{1,2}})节[ :：、.]?"),
    (CN, rf"(?P<cn>[{_CN}]{{1,3}})(?:、(?![{_CN}]{{1,2}}[、审线级产类般次者])|[.．](?!\d))"),
    (
        CN_BRACKET,
        rf"[（(〔﹙]\s?(?P<cn_bracket>[{_CN}]{{1,3}})\s?[)）〕﹚][、.．]?|(?P<cn_sign>[㈠-㈩])[、.．]?",
    ),
    (DECIMAL, rf"(?P<decimal>{_DIGIT}{{1,2}}(?:[.．]{_DIGIT}{{1,2}}){{1,3}})(?:[.．、]|(?= ))"),
    (NUMBER, rf"(?P<number>{_DIGIT}{{1,2}})(?:[、．.]|(?=\s[\u4e00-\u9fff]))|(?P<number_sign>[⒈-⒛])"),
    (
        NUMBER_BRACKET,
        rf"(?:[（(﹙]\s?)?(?P<number_bracket>{_DIGIT}{{1,2}})\s?[)）﹚][、.．]?|(?P<bracket_sign>[⑴-⒇])",
    ),
    (CIRCLED, r"(?P<circled>[①-⑳❶-❿➀-➉])[、.．]?"),
    (
        ORDINAL,
        rf"第(?P<ordinal>[{_CN}]{{1,2}})(?:是|[，,、：:])|(?P<first>首先|其次|再次|再者|最后)(?:是|要)?[，,：:]|其(?P<its>[{_CN}])(?:是|[，,、：:])",
    ),
    (ITEM, rf"(?P<item>[{_CN}]{{1,2}})(?:是|要(?![求素点件害闻约道价紧职])|来[，,])(?:要(?![求素点]))?"),
)
_ANY: Final = "|".join(f"(?:{pattern})" for _, pattern in _PATTERNS)
_STYLE_OF: Final = {
    group: style for style, pattern in _PATTERNS for group in re.findall(r"\(\?P<(\w+)>", pattern)
}

_AT_START: Final = re.compile(rf"(?P<lead>[#*\s●■◆★▲•·]*)(?:{_ANY})")
_HALF_BRACKETED: Final = re.compile(
    rf"[#*\s]*(?P<mark>(?P<closed>[{_CN}]{{1,3}})\s?[)）]|[（(]\s?(?!一[般些定个直旦切方])(?P<opened>[{_CN}]{{1,3}})(?=\s?[\u4e00-\u9fff、.．]))[、.．]?"
)
"""一) and （一: one of the two brackets was lost."""
_BULLET: Final = re.compile(
    r"(?P<sign>[—―－–]{1,3}|--?(?=\s?[\u4e00-\u9fff“])|[●■◆★▲•·○◇□▪➢◎※])\s?(?=[\u4e00-\u9fff“《\d])"
)
_INLINE_DASHES: Final = re.compile(r"(?<=[。；;：:])\s?(?P<sign>[—―]{2})(?=[\u4e00-\u9fff“])")
_ALONE: Final = re.compile(rf"[#*\s]*([{_CN}]{{1,2}})[*\s]*")
_YEAR: Final = re.compile(r"(?:19|20)\d{2}\s?(?:年|[-—–至])")
_BOUNDARY: Final = "。；;：:！!？?”）)」，, 　…"
# The boundary is searched for, not looked back at from each character: five times as fast.
_INLINE: Final = re.compile(rf"[{_BOUNDARY}](?:{_ANY})")
# A heading without a full stop ends where the mark of the next level touches it.
_WORDS_WITH_ONE: Final = "统唯同单之第万划专如不合逐其十百初十月周星期归" + "一二三四五六七八九"
_TOUCHING: Final = re.compile(
    rf"[（(]\s?(?P<cn_bracket>[{_CN}]{{1,3}})\s?[)）]"
    rf"|(?<=[。；;：:！!？?”）)\u4e00-\u9fff ])(?<![{_WORDS_WITH_ONE}])(?P<cn>[{_CN}]{{1,3}})、(?![{_CN}、])"
    rf"|(?<=[\u4e00-\u9fff])(?P<number>{_DIGIT}{{1,2}})[.．、](?=[\u4e00-\u9fff“])"
    rf"|(?<=[\u4e00-\u9fff])(?<![{_WORDS_WITH_ONE}])(?P<item>[{_CN}]{{1,2}})是"
)
_SIGNS: Final = {
    **{chr(0x3220 + i): i + 1 for i in range(10)},
    **{chr(0x2488 + i): i + 1 for i in range(20)},
    **{chr(0x2474 + i): i + 1 for i in range(20)},
    **{chr(0x2460 + i): i + 1 for i in range(20)},
    **{chr(0x2776 + i): i + 1 for i in range(10)},
    **{chr(0x2780 + i): i + 1 for i in range(10)},
}
_FIRSTS: Final = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4}


def mark_at_start(line: str) -> Mark | None:
    """The mark that the line begins with, signs of Markdown and bullets before it skipped."""
    alone = _ALONE.fullmatch(line)
    if alone:
        return Mark(alone.start(1), alone.end(1), CN, chinese_value(alone[1]), False)
    match = _AT_START.match(line)
    if match is not None:
        return _mark(line, match, len(match["lead"]))
    return _half_bracketed(line) or _bullet(line)


def _half_bracketed(line: str) -> Mark | None:
    match = _HALF_BRACKETED.match(line)
    if match is None:
        return None
    raw = match["closed"] or match["opened"]
    return Mark(match.start("mark"), match.end(), CN_BRACKET, chinese_value(raw), match["closed"] is None)


def _bullet(line: str) -> Mark | None:
    """A dash or a dot that begins an item; it counts where others like it stand in the text."""
    match = _BULLET.match(line)
    if match is None:
        return None
    style = Style(f"bullet{match['sign'][0]}", BULLET.rank)
    return Mark(match.start("sign"), match.end("sign"), style, 0, False)


def bullet_sign(line: str) -> str:
    """The sign that the line begins with where it could be an item, else an empty string."""
    match = None if line[:1].isalnum() else _BULLET.match(line)
    return match["sign"] if match else ""


def inline_dashes(line: str) -> list[Mark]:
    """Items behind a stop on the same line, at least two: ``如下：——甲。——乙。``"""
    if "—" not in line and "―" not in line:
        return []
    found = [
        Mark(match.start("sign"), match.end("sign"), Style("bullet—", BULLET.rank), 0, False)
        for match in _INLINE_DASHES.finditer(line)
    ]
    return found if len(found) + (line[:1] in "—―") > 1 else []


def inline_marks(line: str, start: int) -> list[Mark]:
    """Marks behind a sentence, a comma, a colon or a blank, from ``start`` on."""
    found = []
    match = _INLINE.search(line, max(0, start - 1))
    while match:
        mark = _mark(line, match, match.start() + 1)
        if mark is not None:
            found.append(mark)
        # The last sign of a mark may be the boundary before the next one.
        match = _INLINE.search(line, match.end() - 1)
    return found


def touching_marks(line: str, start: int) -> list[Mark]:
    """Marks that may touch the text before them, as （一）, 一、, 1. and 一是 do in reports on one line."""
    found = []
    for match in _TOUCHING.finditer(line, start):
        group = match.lastgroup or ""
        found.append(Mark(match.start(), match.end(), _STYLE_OF[group], chinese_value(match[group]), False))
    return found


def _mark(line: str, match: re.Match[str], start: int) -> Mark | None:
    group = match.lastgroup or ""
    style = _STYLE_OF[group]
    raw = match[group]
    end = match.end()
    weak = False
    if style is NUMBER and group == "number":
        if not line[end : end + 1]:
            return None
        # A row of a table may begin with a number and a blank.
        weak = line[end - 1] not in "、．."
        if line[end].isdigit() and not _YEAR.match(line, end):
            # 1.5万元 is a value, 3.13个市州 may be heading 3: only its place among its neighbours tells.
            weak = True
    if style is DECIMAL:
        parts = [int(part) for part in re.split("[.．]", raw)]
        if _YEAR.match(line, match.start(group) + len(str(parts[0])) + 1):
            return None
        return Mark(start, end, Style(f"decimal{len(parts)}", DECIMAL.rank), parts[-1], len(parts) == 2)
    return Mark(start, end, style, _number(group, raw), weak)


def _number(group: str, raw: str) -> int:
    if group == "first":
        return _FIRSTS[raw]
    if raw in _SIGNS:
        return _SIGNS[raw]
    return int(raw) if raw.isdigit() else chinese_value(raw)


def chinese_value(numeral: str) -> int:
    """一 to 九十九, 百 and its multiples; 0 where the characters make no number."""
    if numeral.isdigit():
        return int(numeral)
    total, digit = 0, 0
    for character in numeral:
        if character == "百":
            total += (digit or 1) * 100
            digit = 0
        elif character == "十":
            total += (digit or 1) * 10
            digit = 0
        else:
            digit = _VALUES.get(character, 0)
    return total + digit
