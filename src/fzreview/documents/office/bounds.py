"""What Word and OpenDocument files are held to alike."""

from __future__ import annotations

from typing import Final

LONGEST_CELL: Final = 400
"""Characters of a cell above which its table lays out a page and is read as text."""

DEEPEST: Final = 200
"""Elements inside each other that are looked into."""
