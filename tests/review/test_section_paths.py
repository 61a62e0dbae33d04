"""Under which headings a place lies, whoever asks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.reports.report import Section, SectionKind
from fzreview.domain.reports.section_paths import SectionPaths


def section(start: int, until: int, level: int, kind: SectionKind = "heading") -> Section:
    return Section(start, start + 1, until, level, f"{level}.", str(start), kind)


OUTLINE = [
    section(0, 100, 0, "title"),
    section(10, 50, 1),
    section(12, 30, 2),
    section(20, 30, 3),
    section(50, 90, 1),
]


def test_headings_from_the_outermost_on_without_the_title() -> None:
    paths = SectionPaths(OUTLINE)
    assert paths.labels(5) == ()
    assert paths.labels(10) == ("1.10",)
    assert paths.labels(25) == ("1.10", "2.12", "3.20")
    assert paths.labels(30) == ("1.10",)
    assert paths.around(60) == (4,)
    assert paths.labels(90) == ()


def test_parents() -> None:
    assert SectionPaths(OUTLINE).parents == [None, None, 1, 2, None]


def test_no_outline_lies_above_nothing() -> None:
    assert SectionPaths([]).labels(3) == ()


@st.composite
def outlines(draw: st.DrawFn) -> list[Section]:
    """Well-formed ones: each section ends where one of its level or above begins."""
    levels = draw(st.lists(st.integers(1, 4), max_size=12))
    end = 10 * len(levels)
    return [
        section(
            10 * index,
            next((10 * at for at in range(index + 1, len(levels)) if levels[at] <= level), end),
            level,
        )
        for index, level in enumerate(levels)
    ]


@given(outlines(), st.integers(0, 130))
def test_a_path_holds_the_sections_that_hold_the_place(outline: list[Section], offset: int) -> None:
    around = SectionPaths(outline).around(offset)
    assert list(around) == [index for index, one in enumerate(outline) if one.start <= offset < one.until]
