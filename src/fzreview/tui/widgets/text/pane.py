"""The text pane: the report's text, wrapped by Chinese rules, with marked figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from fzreview.domain.figures.figure_state import FIGURE_STATES, FigureState
from fzreview.review.view_models.text_view import TextView
from fzreview.text.cells import cells
from fzreview.text.displayable import displayable
from fzreview.tui.widgets.lines.base_style_cache import BaseStyleCache
from fzreview.tui.widgets.lines.borderless import BorderlessLines
from fzreview.tui.widgets.lines.render_cache import RenderCache
from fzreview.tui.widgets.text.mouse_selection import MouseSelection
from fzreview.tui.widgets.text.row_painter import FOUND, TIED, RowPainter
from fzreview.tui.widgets.text.seen_characters import SeenCharacters
from fzreview.tui.widgets.text.viewport import GUTTER, TextViewport
from fzreview.tui.widgets.text.wrapped_text import WrappedText

_MAX_TIED_DISTANCE: Final = 4
"""Maximum distance in rows of tied figures that are scrolled into view with the current one."""


class TextPane(
    BaseStyleCache, RenderCache, BorderlessLines, TextViewport, can_focus=True, inherit_bindings=False
):
    """A text with marked figures. Spans are in code points of the shown text."""

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
        self._mouse = MouseSelection()
        self._painter = RowPainter(self._style, TextView("", (), (), (), (0, 0)), "", ())
        self._seen = SeenCharacters()
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._styles: dict[str, Style] = {}

    # Public methods

    def show_view(
        self, view: TextView, states: Sequence[FigureState], current: int | None, keep_place: bool = False
    ) -> None:
        """Show a text with its marks; ``keep_place`` keeps the scroll position."""
        top = self.scroll_offset.y if keep_place else 0
        text = displayable(view.text)
        self._seen.show(text)
        self._painter = RowPainter(self._style, view, text, states)
        self._painter.current = current
        self._wrapped_width = 0
        self._layout_count += 1
        self._wrap()
        self.scroll_to(y=top, animate=False, force=True)
        if current is not None:
            self.reveal(view.figures[current])
        else:
            self.reveal(view.report)

    def show_state(self, index: int, state: FigureState) -> None:
        """Set the state of a figure."""
        self._painter.states[index] = state
        self._repaint(self._painter.view.figures[index])

    def show_current(self, index: int | None, ahead: bool = False) -> None:
        """Set the current figure and scroll to it; ``ahead``: see :meth:`reveal`."""
        before, self._painter.current = self._painter.current, index
        for changed in {before, index} if before != index else ():
            if changed is not None:
                self._repaint(self._painter.view.figures[changed])
        if index is not None:
            self.reveal(self._painter.view.figures[index], ahead=ahead)

    def scroll_figures_to_top(self, indexes: Iterable[int]) -> None:
        """Scroll the current figure, and those of ``indexes`` just before it, to the top."""
        here = self._painter.current_span
        if here is None or not self._wrapped_width:
            return
        current = self._rows.row_of(here[0])
        rows = (self._rows.row_of(self._painter.view.figures[index][0]) for index in indexes)
        first = min((row for row in rows if 0 <= current - row <= _MAX_TIED_DISTANCE), default=current)
        self.scroll_to(y=max(0, first - 1), animate=False, force=True)

    def show_tied(self, indexes: frozenset[int]) -> None:
        """Set the figures that are marked as tied to the current one."""
        before, self._painter.tied = self._painter.tied, indexes
        for index in before ^ indexes:
            self._repaint(self._painter.view.figures[index])

    def show_excluded(self, spans: Sequence[tuple[int, int]]) -> None:
        """Set the spans that are marked as excluded numerals."""
        self._painter.exclude(spans)
        self._strips.clear()
        self.refresh()

    def show_match(self, span: tuple[int, int] | None, reveal: bool = True) -> None:
        """Set or clear the marked match; ``reveal``: scroll to it."""
        before, self._painter.found = self._painter.found, span
        for changed in (before, span):
            if changed is not None:
                self._repaint(changed)
        if span is not None and reveal:
            self.reveal(span)

    def _repaint(self, span: tuple[int, int]) -> None:
        """Invalidate the rows of a span and refresh the visible ones, each up to the end of the span."""
        first, last = self._rows.rows_of(span)
        top, height = self._visible_rows
        for row in range(first, last + 1):
            self._strips.discard(row)
            if top <= row < top + height and row < len(self._rows):
                start, end = self._rows[row]
                width = GUTTER + cells(self._painter.text[start : min(end, span[1])])
                self.refresh(Region(0, row - top, width, 1))

    @property
    def is_match_visible(self) -> bool:
        """Whether the marked match is visible."""
        found, top = self._painter.found, self.scroll_offset.y
        return found is not None and top <= self._rows.row_of(found[0]) < top + self.size.height

    # Wrapping

    def on_resize(self) -> None:
        self._wrap()

    def _wrap(self) -> None:
        if self.rewrap():
            self._strips.clear()
            self.refresh()

    def wrap_text(self, width: int) -> WrappedText:
        return WrappedText(self._painter.text, width, self._painter.view.figures)

    @property
    def current_span(self) -> tuple[int, int] | None:
        return self._painter.current_span

    # Mouse

    def offset_at(self, x: int, y: int) -> int | None:
        """Offset of the character at a screen cell; None outside the text."""
        if not self.region.contains(x, y):
            return None
        return self._offset_at(x - self.region.x, y - self.region.y)

    def _offset_at(self, x: int, y: int) -> int | None:
        row = y + self.scroll_offset.y
        return self._rows.offset_at(row, x - GUTTER) if row < len(self._rows) else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._mouse.press(self._offset_at(event.x, event.y))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        here = self._offset_at(event.x, event.y) if event.button else None
        if self._mouse.drag(here, len(self._painter.text)):
            self.show_match(self._mouse.selected, reveal=False)

    def on_mouse_up(self) -> None:
        selected = self._mouse.release()
        if selected is not None:
            self.post_message(self.SpanSelected(selected))

    def on_click(self, event: events.Click) -> None:
        if self._mouse.consume_click():
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
        self._painted_state = self._paint_state
        self._note_seen()
        return super().render_lines(crop)

    def _note_seen(self) -> None:
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if top < len(self._rows):
            begin, finish = self._rows[top][0], self._rows[min(bottom, len(self._rows)) - 1][1]
            self._seen.note(begin, finish)

    def unseen_in(self, span: tuple[int, int]) -> int | None:
        """Offset of the first character of a span that was never visible, except white space, or None."""
        return self._seen.unseen_in(span)

    def render_line(self, y: int) -> Strip:
        return self.content_strips(range(y, y + 1))[0]

    def content_strips(self, ys: Iterable[int]) -> list[Strip]:
        # Without the width of the scroll bar, which covers the rest.
        top, width = self.scroll_offset.y, self.scrollable_content_region.width
        return [self._row_strip(top + y, width) for y in ys]

    def apply_line_filters(self, strips: list[Strip]) -> list[Strip]:
        # The filters were applied to the styles already.
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
        """The Rich style of a style name, with line filters applied."""
        style = self._styles.get(name)
        if style is None:
            (strip,) = super().apply_line_filters([Strip([Segment(" ", self._unfiltered(name))])])
            style = self._styles[name] = next(iter(strip)).style or Style.null()
        return style

    def _unfiltered(self, name: str) -> Style:
        for laid_over, component in ((FOUND, "text-pane--found"), (TIED, "text-pane--tied")):
            if name.startswith(laid_over):
                over = self.get_component_rich_style(component, partial=True)
                return self._unfiltered(name.removeprefix(laid_over)) + over
        return self.get_component_rich_style(f"text-pane--{name}") if name else self.base_style
