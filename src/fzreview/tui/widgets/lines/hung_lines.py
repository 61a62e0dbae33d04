"""Lines that go on below where their words begin, by the rules of Chinese typesetting."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from fzreview.text.wrap import wrap_prose


class HungLines:
    """Any number of lines, each with the cells by which its further rows are set in."""

    def __init__(self) -> None:
        self._lines: list[tuple[Text, int]] = []

    def add(self, line: Text, indent: int = 0) -> None:
        """One line more, without a line break; ``indent`` is that of all rows but its first."""
        self._lines.append((line, indent))

    @property
    def plain(self) -> str:
        """The words, a line each."""
        return "\n".join(line.plain for line, _ in self._lines)

    def rows(self, width: int) -> Iterator[Text]:
        """The rows of all lines in so many cells."""
        for line, indent in self._lines:
            (_, end), *more = wrap_prose(line.plain, width)
            yield line[:end]
            begin = end + len(line.plain[end:]) - len(line.plain[end:].lstrip(" "))
            rest = line[begin:]
            for start, stop in wrap_prose(rest.plain, max(width - indent, 1)) if more else ():
                yield Text(" " * indent).append_text(rest[start:stop])

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.rows(options.max_width)
