"""The lists of units hold each unit once: a second entry would hide which kind a figure gets."""

from __future__ import annotations

from collections import Counter

from fzreview.language.units import UNITS
from fzreview.language.words import words


def test_no_unit_stands_twice() -> None:
    listed = Counter(word for group in UNITS.values() for word in words(group))
    assert [word for word, times in listed.items() if times > 1] == []
