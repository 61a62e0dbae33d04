"""Which characters of a text have stood on the screen."""

from __future__ import annotations


class SeenCharacters:
    """A byte for each character of a text: whether it was seen since the text was first shown."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._seen = bytearray(len(text))

    def show(self, text: str) -> None:
        """Another text is shown; the same one keeps what was seen of it."""
        if text != self._text:
            self._text, self._seen = text, bytearray(len(text))

    def note(self, start: int, end: int) -> None:
        """These characters stand on the screen."""
        self._seen[start:end] = b"\1" * (end - start)

    def unseen_in(self, span: tuple[int, int]) -> int | None:
        """The first character of a span that was never seen, blanks apart; None without one."""
        at = span[0]
        while (at := self._seen.find(0, at, span[1])) >= 0:
            if not self._text[at].isspace():
                return at
            at += 1
        return None
