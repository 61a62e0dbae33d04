"""Layers beside each other: which figures answer each other, where they differ, what is taken of one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.extracting.layers import (
    LayerFigure,
    aligned,
    as_layer_figure,
    differing,
    is_layer_name,
    taken,
)
from fzreview.domain.figures.fields import STATED
from fzreview.domain.figures.figure import Figure


def figure(start: int, end: int, value: str = "1", **more: str) -> Figure:
    fields = {"unit": "件", "kind": "count", "bound": "=", "subject": "案件"} | more
    return Figure(start, end, "x" * (end - start), "x", value, None, **fields)  # type: ignore[arg-type]  # of the example


@st.composite
def sides(draw: st.DrawFn) -> list[Figure]:
    """Figures in order of place, none over another."""
    steps = draw(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3)), max_size=6))
    found, at = [], 0
    for gap, length in steps:
        found.append(figure(at + gap, at + gap + length))
        at += gap + length
    return found


@given(sides(), sides())
def test_every_figure_stands_in_one_pair(ones: list[Figure], others: list[Figure]) -> None:
    pairs = aligned(ones, others)
    assert sorted(one for one, _ in pairs if one is not None) == list(range(len(ones)))
    assert sorted(other for _, other in pairs if other is not None) == list(range(len(others)))
    starts = [ones[one].start if one is not None else others[other or 0].start for one, other in pairs]
    assert starts == sorted(starts)
    spans = {(each.start, each.end) for each in others}
    for one, other in pairs:
        if one is not None and other is not None:
            assert ones[one].start < others[other].end and others[other].start < ones[one].end
            same = (ones[one].start, ones[one].end) == (others[other].start, others[other].end)
            assert same or (ones[one].start, ones[one].end) not in spans, "the same span goes first"
    alone = [one for one, other in pairs if other is None and one is not None]
    left = [other for one, other in pairs if one is None and other is not None]
    for one in alone:
        for other in left:
            apart = ones[one].end <= others[other].start or others[other].end <= ones[one].start
            assert apart, "whoever could have a partner has one"


@given(sides(), sides())
def test_turned_round_the_same_spans_find_each_other(ones: list[Figure], others: list[Figure]) -> None:
    def same(first: list[Figure], second: list[Figure]) -> set[tuple[int, int]]:
        return {
            (first[one].start, first[one].end)
            for one, other in aligned(first, second)
            if one is not None and other is not None and first[one] == second[other]
        }

    assert same(ones, others) == same(others, ones)


def test_only_what_both_tell_differs() -> None:
    base = as_layer_figure(figure(0, 2))
    other = figure(0, 3, "2", unit="起", kind="rank", bound="~", subject="别的")
    assert differing(base, LayerFigure(other)) == ("span", "value", "unit", "kind", "bound", "subject")
    assert differing(base, LayerFigure(other, ())) == ("span",)
    assert differing(LayerFigure(other, ("unit",)), base) == ("span", "unit")
    assert differing(base, LayerFigure(figure(0, 2, "1.0"))) == ()
    assert differing(base, LayerFigure(replace(figure(0, 2), upper="2"))) == ("value",)


@given(st.sets(st.sampled_from(STATED)), st.integers(0, 3))
def test_what_was_taken_differs_no_longer(told: set[str], moved: int) -> None:
    standing = replace(figure(2, 4), section=("一、",), doubts=("unit",))
    proposed = LayerFigure(
        replace(figure(2 - min(moved, 2), 4 + moved, "7", unit="起", kind="rank", subject="别的"), upper="9"),
        tuple(name for name in STATED if name in told),
    )
    after = taken(standing, proposed)
    assert differing(as_layer_figure(after), proposed) == ()
    assert (after.section, after.doubts) == (standing.section, standing.doubts)
    if not moved:
        for name in set(STATED) - told - {"upper"}:
            assert getattr(after, name) == getattr(standing, name), "what it does not tell stays"
    elif "subject" not in told:
        assert after.subject == standing.subject


def test_names_of_layers() -> None:
    assert is_layer_name("模型", "") and is_layer_name("crf", "2.1-rc")
    for name, version in (("", ""), ("base", ""), ("a b", ""), ("a@1", ""), ("a", "1 2"), ("\u202e", "")):
        assert not is_layer_name(name, version)
