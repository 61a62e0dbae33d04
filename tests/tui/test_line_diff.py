"""Only what changed on a line is sent again, and nothing of it is forgotten."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.text import Text

from fzreview.tui.widgets.lines.line_diff import differing_prefix_cells

WIDTH = 12
CONSOLE = Console(width=WIDTH, color_system="truecolor", force_terminal=True)

parts = st.tuples(st.text("ab1 中文", max_size=4), st.sampled_from(["", "bold", "dim"]))
lines = st.lists(parts, max_size=5).map(lambda pieces: Text.assemble(*pieces))


def shown(line: Text) -> list[Segment]:
    """Every character with its look, as it stands on a line of that width."""
    text = line.copy()
    text.truncate(WIDTH, overflow="ellipsis", pad=True)
    return [
        Segment(character, segment.style) for segment in text.render(CONSOLE) for character in segment.text
    ]


def behind(line: Text, cells: int) -> list[Segment]:
    """What stands on the line behind its first cells."""
    at, rest = 0, []
    for segment in shown(line):
        if at >= cells and segment.text != "\n":
            rest.append(Segment(segment.text, segment.style or None))
        at += segment.cell_length
    return rest


@given(lines, lines)
def test_behind_the_changed_cells_everything_is_as_it_was(before: Text, after: Text) -> None:
    cells = differing_prefix_cells(before, after, WIDTH)
    assert 0 <= cells <= WIDTH
    if cells < WIDTH:
        assert [one.text for one in behind(before, cells)] == [one.text for one in behind(after, cells)]
        assert [str(one.style) for one in behind(before, cells)] == [
            str(one.style) for one in behind(after, cells)
        ]


@given(lines)
def test_a_line_that_stayed_sends_nothing(line: Text) -> None:
    assert differing_prefix_cells(line, line.copy(), WIDTH) == 0


def test_a_counter_sends_itself_only() -> None:
    assert (
        differing_prefix_cells(Text("已判 6/75 报"), Text("已判 7/75 报"), WIDTH * 2) == len("已判 ") + 2 + 1
    )


def test_behind_a_sign_of_uncertain_width_the_whole_line_is_sent() -> None:
    assert differing_prefix_cells(Text("“一”1"), Text("“二”1"), WIDTH) == WIDTH
