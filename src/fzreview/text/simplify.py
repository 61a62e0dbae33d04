"""Traditional characters to simplified ones, one to one, with OpenCC's own tables.

The character table goes through one ``str.translate``; phrases of equal length and a few word rules
follow for what one character alone cannot tell (著力 is 着力, 著名 stays).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

_OFFICIAL_NAMES: Final = "昇堃甯喆淼龢迺镕锺犇邨崑崙邱濬祐"
"""Characters of personal and place names that are official today, though OpenCC replaces them."""

_SHARE_OF_TRADITIONAL: Final = 0.01
"""From this share of the Han characters on a text counts as traditional, and doubtful characters follow."""

_KEEPING_ZHU: Final = (
    "名作述称者录书有显卓原专论编译昭土巨遗拙合所新旧撰执较",
    "显卓原专论编译昭土巨遗拙合所名新旧撰共较",
)
"""著 stays 著 before a character of the first and behind one of the second."""

_REFERENCE: Final = re.compile(rb"&#(\d{4,7});")
_HAN_RUN: Final = re.compile("[\u4e00-\u9fff]+")
_ZHU: Final = re.compile("著")
_ZHU_WORD: Final = re.compile(
    "著(?=[力手眼重落急想实])(?<![显卓原专论编译昭土巨遗拙])|(?<=[随沿本朝向接跟围绕意味有带挂指顺试凭靠])著(?![名作述称者录书])"
)
_DRY_OR_DOING: Final = re.compile(
    "(?<=[餅饼曬晒烘風风萄豆肉筍笋菜擦陰阴晾烤焙擰拧抹實实苦若骨主樹树才精晾])乾"
    "|乾(?=[旱燥淨净涸枯糧粮杯脆果貨货洗冰粉草濕溼湿爽裂癟瘪澀涩部擾扰涉預预警群線线事活勁劲流校將将])"
)
"""Words in which 乾 is 干. Elsewhere it stays, as in the names 乾安, 乾州, 徐乾."""


def _table_lines(name: str) -> list[list[str]]:
    text = (files("opencc") / "dictionary" / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if "\t" in line]


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _tables() -> tuple[dict[int, str], dict[int, str], re.Pattern[str]]:
    """The sure table, the full table, and a pattern of the sure characters.

    Sure is what no simplified text writes: characters outside GB2312. Targets outside the BMP are left
    out: the source form is the official one and the other has no glyph in most fonts.
    """
    sure: dict[int, str] = {}
    full: dict[int, str] = {}
    for traditional, simplified in _table_lines("TSCharacters.txt"):
        target = simplified.split(" ")[0]
        if len(traditional) != 1 or len(target) != 1 or target == traditional or ord(target) > 0xFFFF:
            continue
        if traditional in _OFFICIAL_NAMES:
            continue
        full[ord(traditional)] = target
        if not _in_gb2312(traditional):
            sure[ord(traditional)] = target
    pattern = re.compile("[" + "".join(map(re.escape, map(chr, sure))) + "]")
    return sure, full, pattern


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """Phrases of equal length that the character table gets wrong, longest first."""
    _, full, _ = _tables()
    table: dict[str, str] = {}
    for traditional, simplified in _table_lines("TSPhrases.txt"):
        target = simplified.split(" ")[0]
        if (
            len(target) == len(traditional)
            and traditional.translate(full) != target
            and max(target) <= "\uffff"
        ):
            table[traditional] = target
    words = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))), table


_FORMS: Final = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")


def fold_forms(text: str) -> str:
    """Radicals and compatibility forms of PDF files (⼀, ⽤) as the characters that they stand for."""
    if not _FORMS.search(text):
        return text
    return _FORMS.sub(lambda match: _folded(match[0]), text)


def _folded(form: str) -> str:
    plain = unicodedata.normalize("NFKC", form)
    return plain if len(plain) == 1 else form


def _has_sure(text: str) -> bool:
    """Whether a sure character occurs. The codec names what GB2312 lacks faster than a search."""
    sure, _, _ = _tables()
    raw = text.encode("gb2312", "xmlcharrefreplace")
    return b"&#" in raw and any(int(match[1]) in sure for match in _REFERENCE.finditer(raw))


def is_traditional(text: str) -> bool:
    """Whether so many characters are traditional that the text was written or converted so."""
    _, _, pattern = _tables()
    if not _has_sure(text):
        return False
    han = sum(map(len, _HAN_RUN.findall(text)))
    found = len(pattern.findall(text))
    return found >= max(1.0, han * _SHARE_OF_TRADITIONAL)


def simplify(text: str) -> str:
    """The text in simplified characters, of the same length.

    In a text that is not traditional only sure characters change, and 著 where the word is plain.
    """
    sure, full, _ = _tables()
    if not _has_sure(text):
        return _ZHU_WORD.sub("着", text) if "著" in text else text
    if not is_traditional(text):
        changed = text.translate(sure)
        return _ZHU_WORD.sub("着", changed) if "著" in changed else changed
    phrases, table = _phrases()
    changed = text
    if phrases.search(text):
        parts: list[str] = []
        at = 0
        for match in phrases.finditer(text):
            parts += [text[at : match.start()].translate(full), table[match[0]]]
            at = match.end()
        parts.append(text[at:].translate(full))
        changed = "".join(parts)
    else:
        changed = text.translate(full)
    if "乾" in text:
        changed = _with_names_of_qian(text, changed)
    if "著" in changed:
        changed = _ZHU.sub(lambda match: _zhu(changed, match.start()), changed)
    if len(changed) != len(text):
        raise ValueError("simplifying must keep the length")
    return changed


def _with_names_of_qian(text: str, changed: str) -> str:
    """``changed`` with 乾 where the traditional ``text`` has it outside the words that are written 干."""
    words = {match.start() for match in _DRY_OR_DOING.finditer(text)}
    return "".join(
        "乾" if old == "乾" and at not in words else new
        for at, (old, new) in enumerate(zip(text, changed, strict=True))
    )


def _zhu(text: str, at: int) -> str:
    behind, before = _KEEPING_ZHU
    stays = text[at + 1 : at + 2] in tuple(behind) or text[at - 1 : at] in tuple(before)
    return "著" if stays else "着"


def word_rule_spans(before: str, after: str) -> list[tuple[int, int]]:
    """Where 著 became 着: each with the character that decides it."""
    return [
        (match.start(), match.end() + 1) for match in _ZHU.finditer(before) if after[match.start()] == "着"
    ]
