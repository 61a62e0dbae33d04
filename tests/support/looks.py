"""In which sizes and languages pictures of the screens are taken: in the suite each once, else every pair."""

from __future__ import annotations

import pytest

WIDE, SMALL = (140, 42), (80, 24)

IN_EACH_LANGUAGE = pytest.mark.parametrize(
    ("language", "size"),
    [
        pytest.param("zh", WIDE, id="zh-140x42"),
        pytest.param("en", SMALL, id="en-80x24"),
        pytest.param("zh", SMALL, id="zh-80x24", marks=pytest.mark.heavy),
        pytest.param("en", WIDE, id="en-140x42", marks=pytest.mark.heavy),
    ],
)

ON_EACH_SCREEN = pytest.mark.parametrize(
    "size",
    [
        pytest.param(SMALL, id="80x24"),
        pytest.param(WIDE, id="140x42", marks=pytest.mark.heavy),
    ],
)
"""The small one has less room for everything; wide ones are in pictures of each language."""
