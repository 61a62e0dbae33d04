"""The numbers that Word puts before paragraphs and that stand nowhere in their text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from fzreview.documents.office.numerals import written

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    """The level whose numbers begin this one anew, from 1; None for every higher one."""


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document as they come."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._list_of: dict[str, str] = {}
        """numId → abstractNumId."""
        self._begun: dict[str, dict[int, int]] = {}
        """numId → numbers that its levels begin with, where it begins anew."""
        self._linked: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styles: dict[str, tuple[str | None, str | None, int | None]] = {}
        """Style → the style it rests on, its list and its level."""
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def _read_lists(self, numbering: Element) -> None:
        for abstract in numbering.iterfind(f"{W}abstractNum"):
            name = abstract.get(f"{W}abstractNumId", "")
            levels = {_number(level.get(f"{W}ilvl")): _level(level) for level in abstract.iterfind(f"{W}lvl")}
            self._lists[name] = _List(levels)
            link = _value(abstract, "numStyleLink")
            if link:
                self._linked[name] = link
        for number in numbering.iterfind(f"{W}num"):
            name = number.get(f"{W}numId", "")
            self._list_of[name] = _value(number, "abstractNumId") or ""
            for override in number.iterfind(f"{W}lvlOverride"):
                begin = _value(override, "startOverride")
                if begin is not None:
                    self._begun.setdefault(name, {})[_number(override.get(f"{W}ilvl"))] = _number(begin)

    def _read_styles(self, styles: Element) -> None:
        for style in styles.iterfind(f"{W}style"):
            places = style.find(f"{W}pPr/{W}numPr")
            level = _value(places, "ilvl") if places is not None else None
            self._styles[style.get(f"{W}styleId", "")] = (
                _value(style, "basedOn"),
                _value(places, "numId") if places is not None else None,
                _number(level) if level is not None else None,
            )

    def mark(self, properties: Element | None) -> str:
        """What stands before a paragraph with these properties; empty for one without a number."""
        if not self._list_of:
            return ""
        name, level = self._place(properties)
        if name is None or name == "0" or name not in self._list_of:
            return ""
        list_name = self._list_of[name]
        levels = self._levels(list_name)
        if level not in levels:
            return ""
        counts = self._counts.setdefault(list_name, [None] * _LEVELS)
        begun = self._begun.get(name, {})
        if level in begun:
            counts[level] = begun.pop(level)
        else:
            current = counts[level]
            counts[level] = levels[level].start if current is None else current + 1
        for below in range(level + 1, _LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or 0 < level + 1 <= restart:
                counts[below] = None
        return _shown(levels, level, counts)

    def _place(self, properties: Element | None) -> tuple[str | None, int]:
        """List and level of a paragraph: its own, else those of its style and of what that rests on."""
        name: str | None = None
        level: int | None = None
        places = properties.find(f"{W}numPr") if properties is not None else None
        if places is not None:
            name = _value(places, "numId")
            told = _value(places, "ilvl")
            level = _number(told) if told is not None else None
        style = _value(properties, "pStyle") if properties is not None else None
        for _ in range(20):
            if style is None or style not in self._styles or (name is not None and level is not None):
                break
            style, of_style, level_of_style = self._styles[style]
            name = of_style if name is None else name
            level = level_of_style if level is None else level
        return name, min(level or 0, _LEVELS - 1)

    def _levels(self, list_name: str) -> dict[int, _Level]:
        """The levels of a list, or those of the list that its style names."""
        levels = self._lists.get(list_name, _List()).levels
        if not levels and list_name in self._linked:
            _, name, _ = self._styles.get(self._linked[list_name], (None, None, None))
            other = self._list_of.get(name or "", "")
            levels = self._lists.get(other, _List()).levels
        return levels


def _shown(levels: dict[int, _Level], level: int, counts: list[int | None]) -> str:
    own = levels[level]
    if own.form == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        of = levels.get(at, _Level())
        count = counts[at]
        return written(of.start if count is None else count, "decimal" if own.legal else of.form)

    return _PLACE.sub(number, own.text)


def _level(level: Element) -> _Level:
    restart = _value(level, "lvlRestart")
    return _Level(
        _number(_value(level, "start"), 1),
        _value(level, "numFmt") or "decimal",
        _value(level, "lvlText") or "",
        level.find(f"{W}isLgl") is not None,
        _number(restart) if restart is not None else None,
    )


def _value(element: Element | None, name: str) -> str | None:
    child = element.find(f"{W}{name}") if element is not None else None
    return child.get(f"{W}val") if child is not None else None


def _number(value: str | None, default: int = 0) -> int:
    return int(value) if value is not None and value.isdecimal() and len(value) < 7 else default
