"""Signs of Markdown that a crawler put into a page: bold, links, escapes. ``#`` before a heading stays."""

from __future__ import annotations

import re
from typing import Final

from fzreview.text.edits import Edit

_LONGEST: Final = 400
_BOLD: Final = re.compile(rf"\*\*([^*\n]{{0,{_LONGEST}}})\*\*")
_ADDRESS: Final = r"(?:https?:|javascript:|mailto:|ftp:|tel:|/|\.{1,2}/|#)[^()\s]{0,400}"
_TITLE: Final = r"(?: \"[^\"\n]{0,100}\")"
_LINK: Final = re.compile(
    rf"!?\[([^\[\]\n]{{0,200}})\]\({_ADDRESS}(?:\([^()\s]{{0,100}}\)[^()\s]{{0,200}})?{_TITLE}?\)"
)
_ESCAPE: Final = re.compile(r"\\(?=[.*_\-#+>()\[\]|~!])")


def markup_edits(text: str) -> list[Edit]:
    """Removals of the signs: ``**甲**`` is 甲, ``[首页](https://…)`` is 首页, ``1\\.`` is 1."""
    edits: list[Edit] = []
    if "**" in text:
        for match in _BOLD.finditer(text):
            edits.append(Edit(match.start(), match.start(1), ""))
            edits.append(Edit(match.end(1), match.end(), ""))
    if "](" in text:
        for match in _LINK.finditer(text):
            edits.append(Edit(match.start(), match.start(1), ""))
            edits.append(Edit(match.end(1), match.end(), ""))
    if "\\" in text:
        edits += [Edit(match.start(), match.end(), "") for match in _ESCAPE.finditer(text)]
    edits.sort()
    return [edit for i, edit in enumerate(edits) if not i or edit.start >= edits[i - 1].end]
