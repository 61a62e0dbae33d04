"""The outline: numbered and unnumbered headings, own-line and run-in, and the items of enumerations."""

from __future__ import annotations

from fzreview.reading.outline.nodes import Node
from fzreview.reading.outline.tree import find_outline

__all__ = ["Node", "find_outline"]
