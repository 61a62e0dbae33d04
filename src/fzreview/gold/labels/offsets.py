"""Offsets of a text as another program counts them: in code points, or in UTF-16 code units."""

from __future__ import annotations

from bisect import bisect_left


class PointOffsets:
    """Code points, which need no turning."""

    def __init__(self, text: str) -> None:
        self._length = len(text)

    @property
    def same(self) -> bool:
        """The count is that of code points everywhere."""
        return True

    def units(self, offset: int) -> int:
        """The offset itself. Raises ValueError outside the text."""
        return self.points(offset)

    def points(self, units: int) -> int:
        """The offset itself. Raises ValueError outside the text."""
        if not 0 <= units <= self._length:
            raise ValueError(f"{units} is outside the text")
        return units


class Utf16Offsets:
    """Code points of one text ↔ its UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [] if text.isascii() else [at for at, char in enumerate(text) if char > "\uffff"]
        self._wide_units = [at + number for number, at in enumerate(self._wide)]

    @property
    def same(self) -> bool:
        """The count is that of code points everywhere."""
        return not self._wide

    def units(self, offset: int) -> int:
        """Code units before the code point ``offset``. Raises ValueError outside the text."""
        if not 0 <= offset <= self._length:
            raise ValueError(f"{offset} is outside the text")
        return offset + bisect_left(self._wide, offset)

    def points(self, units: int) -> int:
        """Code points before the code unit ``units``; ValueError outside and between two halves."""
        wide = bisect_left(self._wide_units, units)
        offset = units - wide
        if wide and self._wide_units[wide - 1] + 1 == units:
            raise ValueError(f"{units} is within a character")
        if not 0 <= offset <= self._length:
            raise ValueError(f"{units} is outside the text")
        return offset
