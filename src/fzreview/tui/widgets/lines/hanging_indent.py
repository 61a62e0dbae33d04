"""A Rich renderable of lines with hanging indents, wrapped by the rules of Chinese typesetting."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from fzreview.text.wrap import wrap_prose


class HangingIndentLines:
    """Lines, each with the indent in cells of all its rows but the first."""

    def __init__(self) -> None:
        self._lines: list[tuple[Text, int]] = []

    def add(self, line: Text, indent: int = 0) -> None:
        """Add a line, which must not contain a line break; ``indent`` is in cells."""
        self._lines.append((line, indent))

    @property
    def plain(self) -> str:
        """The unwrapped text, one line each."""
        return "\n".join(line.plain for line, _ in self._lines)

    def rows(self, width: int) -> Iterator[Text]:
        """All lines wrapped to ``width`` cells."""
        for line, indent in self._lines:
            (_, end), *more = wrap_prose(line.plain, width)
            yield line[:end]
            begin = end + len(line.plain[end:]) - len(line.plain[end:].lstrip(" "))
            rest = line[begin:]
            for start, stop in wrap_prose(rest.plain, max(width - indent, 1)) if more else ():
                yield Text(" " * indent).append_text(rest[start:stop])

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.rows(options.max_width)
