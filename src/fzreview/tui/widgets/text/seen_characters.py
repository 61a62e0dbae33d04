"""Which characters of a text have been visible on the screen."""

from __future__ import annotations


class SeenCharacters:
    """One flag for each character of a text: whether it has been visible since the text was first shown."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._seen = bytearray(len(text))

    def show(self, text: str) -> None:
        """Track this text; an equal one keeps its flags."""
        if text != self._text:
            self._text, self._seen = text, bytearray(len(text))

    def note(self, start: int, end: int) -> None:
        """Mark the characters in ``[start, end)`` as seen."""
        self._seen[start:end] = b"\1" * (end - start)

    def unseen_in(self, span: tuple[int, int]) -> int | None:
        """Offset of the first unseen character of a span that is not white space; None without one."""
        at = span[0]
        while (at := self._seen.find(0, at, span[1])) >= 0:
            if not self._text[at].isspace():
                return at
            at += 1
        return None
