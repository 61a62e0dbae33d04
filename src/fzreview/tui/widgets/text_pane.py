"""The report's text, wrapped by Chinese rules, every figure marked. Only rows that are seen are made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from fzreview.domain.figures.figure_state import FIGURE_STATES, FigureState
from fzreview.review.seen.text_view import TextView
from fzreview.text.cells import cells
from fzreview.text.displayable import displayable
from fzreview.tui.widgets.bare_lines import BareLines, WithBareScrollBar
from fzreview.tui.widgets.kept_lines import KeptLines
from fzreview.tui.widgets.row_painter import FOUND, TIED, RowPainter
from fzreview.tui.widgets.seen_text import SeenText
from fzreview.tui.widgets.styled_once import StyledOnce
from fzreview.tui.widgets.text_rows import TextRows

GUTTER: Final = 2
"""Cells left of the text; the current figure's row carries a sign there."""

_CLOSE_ROWS: Final = 4
"""Rows before the current figure in which those that it is tied to are shown with it."""


class TextPane(
    StyledOnce, KeptLines, BareLines, WithBareScrollBar, ScrollView, can_focus=True, inherit_bindings=False
):
    """One text with marked figures. Spans are code points of the text that is shown."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text-pane--furniture",
        "text-pane--heading",
        "text-pane--repair",
        *(f"text-pane--{state}" for state in FIGURE_STATES),
        "text-pane--excluded",
        "text-pane--current",
        "text-pane--tied",
        "text-pane--found",
    }

    class FigureClicked(Message):
        """A figure was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class PlaceClicked(Message):
        """A character that belongs to no figure was clicked."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class SpanSelected(Message):
        """A stretch of the text was selected by the mouse."""

        def __init__(self, span: tuple[int, int]) -> None:
            super().__init__()
            self.span = span

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pressed: int | None = None
        """The character on which the mouse was pressed."""
        self._selected: tuple[int, int] | None = None
        """What was selected since."""
        self._painter = RowPainter(self._style, TextView("", (), (), (), (0, 0)), "", ())
        self._seen = SeenText()
        self._rows = TextRows()
        self._wrapped_width = 0
        self._wanted_top: int | None = None
        self._layouts = 0
        """Counts what was shown and how it was wrapped."""
        self._painted: tuple[int, int, int] | None = None
        """The frame that was painted last, as :attr:`_frame` tells it."""
        self._anchor = 0
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._styles: dict[str, Style] = {}

    # What screens use

    def show_view(
        self, view: TextView, states: Sequence[FigureState], current: int | None, keep_place: bool = False
    ) -> None:
        """Show another text, or the same with other marks where it was scrolled to (``keep_place``)."""
        top = self.scroll_offset.y if keep_place else 0
        text = displayable(view.text)
        self._seen.show(text)
        self._painter = RowPainter(self._style, view, text, states)
        self._painter.current = current
        self._wrapped_width = 0
        self._layouts += 1
        self._wrap()
        self.scroll_to(y=top, animate=False, force=True)
        if current is not None:
            self._reveal(view.figures[current])
        else:
            self._reveal(view.report)

    def show_state(self, index: int, state: FigureState) -> None:
        """A figure's state is another now."""
        self._painter.states[index] = state
        self._repaint(self._painter.view.figures[index])

    def show_current(self, index: int | None, ahead: bool = False) -> None:
        """Another figure is the current one; ``ahead``: what follows matters more than what was before it."""
        before, self._painter.current = self._painter.current, index
        for changed in {before, index} if before != index else ():
            if changed is not None:
                self._repaint(self._painter.view.figures[changed])
        if index is not None:
            self._reveal(self._painter.view.figures[index], ahead=ahead)

    def show_high(self, indexes: Iterable[int]) -> None:
        """Let these figures be seen at the top, above a dialog: the current one and those close before it."""
        here = self._painter.current_span
        if here is None or not self._wrapped_width:
            return
        current = self._rows.row_of(here[0])
        rows = (self._rows.row_of(self._painter.view.figures[index][0]) for index in indexes)
        first = min((row for row in rows if 0 <= current - row <= _CLOSE_ROWS), default=current)
        self.scroll_to(y=max(0, first - 1), animate=False, force=True)

    def show_tied(self, indexes: frozenset[int]) -> None:
        """Mark these figures as tied to the current one, and no others."""
        before, self._painter.tied = self._painter.tied, indexes
        for index in before ^ indexes:
            self._repaint(self._painter.view.figures[index])

    def show_excluded(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark these numerals as those that were taken for no figures."""
        self._painter.exclude(spans)
        self._strips.clear()
        self.refresh()

    def show_found(self, span: tuple[int, int] | None, reveal: bool = True) -> None:
        """Mark what a search found, or nothing any more; scroll there where ``reveal`` wants it."""
        before, self._painter.found = self._painter.found, span
        for changed in (before, span):
            if changed is not None:
                self._repaint(changed)
        if span is not None and reveal:
            self._reveal(span)

    @property
    def is_painted(self) -> bool:
        """Whether the terminal shows the pane as it is scrolled and wrapped now."""
        return self._painted == self._frame

    @property
    def _frame(self) -> tuple[int, int, int]:
        return self._layouts, *self._window

    @property
    def _window(self) -> tuple[int, int]:
        """The first row that is seen, and how many are: asked several times a key."""
        # A pane without border and padding is as high as its lines.
        return round(self.scroll_y), self.outer_size.height

    def has_room_for(self, span: tuple[int, int]) -> bool:
        """Whether the pane can show a span wholly, or may once it is wrapped."""
        if not self._rows:
            return bool(self.size)
        first, last = self._rows.rows_of(span)
        return last - first < self.size.height

    def sees(self, span: tuple[int, int], whole: bool = True) -> bool:
        """Whether a span stands on the screen: wholly, or any row of it."""
        if not self.is_painted or not self._rows:
            return False
        first, last = self._rows.rows_of(span)
        return self._shows(first, last) if whole else self._shows_any(first, last)

    def sees_sentence(self, span: tuple[int, int]) -> bool:
        """Whether the sentence around a span stands on the screen, as far as the pane has room for it.

        The span itself stands there wholly then, where the pane can show it.
        """
        top, height = self._window
        if self._painted != (self._layouts, top, height) or not self._rows:
            return False
        first, last = self._rows.sentence_rows(span, height)
        return top <= first and last < top + height

    def _shows(self, first: int, last: int) -> bool:
        """Whether all of these rows are seen."""
        top, height = self._window
        return top <= first and last < top + height

    def _shows_any(self, first: int, last: int) -> bool:
        top, height = self._window
        return first < top + height and top <= last

    def reveal(self, span: tuple[int, int]) -> None:
        """Scroll so that a span is seen, where it is not."""
        self._reveal(span)

    @property
    def sees_found(self) -> bool:
        """Whether what a search found is on the screen."""
        found, top = self._painter.found, self.scroll_offset.y
        return found is not None and top <= self._rows.row_of(found[0]) < top + self.size.height

    def reveal_offset(self, offset: int) -> None:
        """Scroll so that this offset of the text is seen."""
        self._reveal((offset, offset + 1), on_top=True)

    @property
    def top_offset(self) -> int:
        """Offset of the first character that is seen."""
        top = self.scroll_offset.y
        return self._rows[top][0] if top < len(self._rows) else 0

    def scroll_to_offset(self, offset: int) -> None:
        """Let the row of this offset be the first that is seen, also while the pane has no size yet."""
        self._wanted_top = offset
        if self._wrapped_width:
            self._scroll_to_wanted()

    def _scroll_to_wanted(self) -> None:
        if self._wanted_top is not None:
            self.scroll_to(y=self._rows.row_of(self._wanted_top), animate=False, force=True)
            self._anchor = self._wanted_top
            self._wanted_top = None

    @property
    def current_region(self) -> Region | None:
        """Where on the screen the current figure and its sentence are; None where they are not seen."""
        current = self._painter.current_span
        if current is None or not self._rows:
            return None
        first, last = self._rows.sentence_rows(current, self.size.height)
        x, y, width, _ = self.region
        rows = Region(x, y + first - self.scroll_offset.y, width, last - first + 1)
        return rows.intersection(self.region) or None

    # Wrapping and scrolling

    def on_resize(self) -> None:
        self._wrap()

    def _wrap(self) -> None:
        width = max(self.scrollable_content_region.width - GUTTER, 1)
        if not self.size.width or width == self._wrapped_width:
            return
        top = self.top_offset
        if self._rows.row_of(self._anchor) == self.scroll_offset.y:
            # Rows begin elsewhere at each width: without the anchor, every resize would drift upward.
            top = self._anchor
        # Who scrolled away from the current figure stays there.
        follow = self._wrapped_width == 0 or self._sees_current()
        first = self._wrapped_width == 0
        self._wrapped_width = width
        self._layouts += 1
        self._rows = TextRows(self._painter.text, width, self._painter.view.figures)
        self._strips.clear()
        self.virtual_size = Size(width + GUTTER, len(self._rows))
        self._anchor = top
        if not first:
            self.scroll_to(y=self._rows.row_of(top), animate=False, force=True)
        current = self._painter.current_span
        if current is not None and follow:
            self._reveal(current)
        self._scroll_to_wanted()
        self.refresh()

    def _sees_current(self) -> bool:
        current, top = self._painter.current_span, self.scroll_offset.y
        return current is not None and top <= self._rows.row_of(current[0]) < top + self.size.height

    def _repaint(self, span: tuple[int, int]) -> None:
        """Have the rows of a span made anew, and those that are seen sent again, each up to its end."""
        first, last = self._rows.rows_of(span)
        top, height = self._window
        for row in range(first, last + 1):
            self._strips.discard(row)
            if top <= row < top + height and row < len(self._rows):
                start, end = self._rows[row]
                width = GUTTER + cells(self._painter.text[start : min(end, span[1])])
                self.refresh(Region(0, row - top, width, 1))

    def _reveal(self, span: tuple[int, int], on_top: bool = False, ahead: bool = False) -> None:
        """Scroll so that a span is seen with its sentence; only as far as that needs."""
        top, height = self._window
        if not height or not self._rows:
            return
        if on_top:
            self.scroll_to(y=self._rows.row_of(span[0]), animate=False, force=True)
            return
        first, last = self._rows.sentence_rows(span, height)
        if first < top or last >= top + height:
            # What is seen before it gives way to the sentence itself.
            above = max(0, min(1 if ahead else height // 3, height - (last - first + 1)))
            self.scroll_to(y=max(0, first - above), animate=False, force=True)

    # Mouse

    def offset_at(self, x: int, y: int) -> int | None:
        """The character at a cell of the screen; None where none is."""
        if not self.region.contains(x, y):
            return None
        return self._offset_at(x - self.region.x, y - self.region.y)

    def _offset_at(self, x: int, y: int) -> int | None:
        row = y + self.scroll_offset.y
        return self._rows.offset_at(row, x - GUTTER) if row < len(self._rows) else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._pressed, self._selected = self._offset_at(event.x, event.y), None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        here = self._offset_at(event.x, event.y) if event.button and self._pressed is not None else None
        if here is None or self._pressed is None or here == self._pressed:
            return
        first, last = sorted((self._pressed, here))
        self._selected = first, min(last + 1, len(self._painter.text))
        self.show_found(self._selected, reveal=False)

    def on_mouse_up(self) -> None:
        self._pressed = None
        if self._selected is not None:
            self.post_message(self.SpanSelected(self._selected))

    def on_click(self, event: events.Click) -> None:
        # Letting go of a selection is a click too.
        selected, self._selected = self._selected, None
        if selected is not None:
            return
        offset = self._offset_at(event.x, event.y)
        index = None if offset is None else self._painter.figure_at(offset)
        if index is not None:
            self.post_message(self.FigureClicked(index))
        elif offset is not None:
            self.post_message(self.PlaceClicked(offset))

    # Painting

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        self._painted = self._frame
        self._note_seen()
        return super().render_lines(crop)

    def _note_seen(self) -> None:
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if top < len(self._rows):
            begin, finish = self._rows[top][0], self._rows[min(bottom, len(self._rows)) - 1][1]
            self._seen.note(begin, finish)

    def unseen_in(self, span: tuple[int, int]) -> int | None:
        """The first character of a span that never stood on the screen, blanks apart; None without one."""
        return self._seen.unseen_in(span)

    def render_line(self, y: int) -> Strip:
        return self.bare_lines(range(y, y + 1))[0]

    def bare_lines(self, ys: Iterable[int]) -> list[Strip]:
        # Up to the scroll bar, which covers the rest: nothing has to be cut off there.
        top, width = self.scroll_offset.y, self.scrollable_content_region.width
        return [self._row_strip(top + y, width) for y in ys]

    def filtered(self, strips: list[Strip]) -> list[Strip]:
        # The rows are made of styles that went through the filters.
        return strips

    def _row_strip(self, row: int, width: int) -> Strip:
        if row >= len(self._rows):
            return Strip.blank(width, self._style(""))
        strip = self._strips.get(row)
        if strip is None or strip.cell_length != width:
            strip = self._painter.row(*self._rows[row], width)
            strip = self._strips[row] = strip.crop(0, width) if strip.cell_length > width else strip
        return strip

    def _style(self, name: str) -> Style:
        """The style of a look, as the terminal is to show it."""
        style = self._styles.get(name)
        if style is None:
            (strip,) = super().filtered([Strip([Segment(" ", self._unfiltered(name))])])
            style = self._styles[name] = next(iter(strip)).style or Style.null()
        return style

    def _unfiltered(self, name: str) -> Style:
        for laid_over, component in ((FOUND, "text-pane--found"), (TIED, "text-pane--tied")):
            if name.startswith(laid_over):
                over = self.get_component_rich_style(component, partial=True)
                return self._unfiltered(name.removeprefix(laid_over)) + over
        return self.get_component_rich_style(f"text-pane--{name}") if name else self.base_style
